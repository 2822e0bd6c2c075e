//! Erasing customers, and what is kept so that they do not come back unseen.

use jiff::Timestamp;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{ContactPerson, CustomerNo, Profile};
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::review::Override;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::mentions::{Mentions, TextKind};
use crate::{AuditLine, ImportInfo, Version};

/// What erasing a customer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Whom.
    pub customer: CustomerNo,
    /// What names the customer. It goes from everything that is said of others.
    pub mentions: Mentions,
    /// What stays.
    pub erased: Erased,
    /// The version of the workspace that it was worked out from; `None` where it
    /// holds whatever was written meanwhile.
    pub based_on: Option<Version>,
}

/// What is kept of an erased customer: nothing that tells who it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Stands in the place of the outside id.
    pub pseudonym: SmolStr,
    /// When it was erased.
    pub at: Timestamp,
    /// The salt of the digests.
    pub salt: [u8; 32],
    /// Salted digests of what rows can call the customer; empty once it may come
    /// back.
    pub digests: Vec<[u8; 32]>,
}

/// Taking an erased customer out of what is kept about others. Every text that is
/// kept has its place here: a field more does not compile until it has one.
impl Mentions {
    /// Takes mentions out of another customer's profile; returns whether there
    /// were any. A contact person who is the erased one goes whole.
    pub fn blot_profile(&self, profile: &mut Profile) -> bool {
        let Profile {
            name,
            sector,
            owner,
            parent,
            country,
            city,
            roles: _,
            plugin: _,
            given_value,
            tags,
            people,
            // Their ids are those of plugins, never what somebody wrote.
            facts: _,
            judged_on: _,
        } = profile;
        let mut found = self.blot_some(name, TextKind::Name);
        found |= self.blot_some(owner, TextKind::Name);
        for value in [sector, parent, country, city] {
            found |= self.blot_some(value, TextKind::Value);
        }
        found |= self.blot_some(given_value, TextKind::Free);
        for tag in tags {
            found |= self.blot(tag, TextKind::Value);
        }
        let before = people.len();
        people.retain(|person| self.without(&person.name, TextKind::Value).is_none());
        found |= people.len() < before;
        for ContactPerson { name: _, role, email, phone, opted_out: _ } in people {
            found |= self.blot_some(role, TextKind::Value);
            for address in [email, phone] {
                let named =
                    address.as_ref().is_some_and(|it| self.without(it, TextKind::Value).is_some());
                if named {
                    *address = None;
                    found = true;
                }
            }
        }
        found
    }

    /// Takes mentions out of an entry of another customer; returns whether there
    /// were any. Its key stays: a later file with the same row is the same entry.
    pub fn blot_entry(&self, entry: &mut Entry) -> bool {
        let Entry {
            kind: _,
            date: _,
            amount: _,
            gross: _,
            cost: _,
            number,
            line,
            category,
            due: _,
            paid_on: _,
            open: _,
        } = entry;
        // A number can look like any id, so that words alone count in it.
        let mut found = self.blot(number, TextKind::Name);
        found |= self.blot(line, TextKind::Name);
        found | self.blot(category, TextKind::Value)
    }

    /// Takes mentions out of the override of another customer; returns whether
    /// there were any.
    pub fn blot_override(&self, decision: &mut Override) -> bool {
        let Override { customer: _, customer_type: _, reason, by, given_on: _, until: _ } =
            decision;
        self.blot(reason, TextKind::Free) | self.blot(by, TextKind::Name)
    }

    /// Takes mentions out of what is known of an import; returns whether there
    /// were any.
    pub fn blot_import(&self, import: &mut ImportInfo) -> bool {
        let ImportInfo { id: _, at: _, by, sources, counts: _, undone_at: _, by_hand: _ } = import;
        let mut found = self.blot(by, TextKind::Name);
        for source in sources {
            found |= self.blot(source, TextKind::Free);
        }
        found
    }

    fn blot_some<T: AsRef<str> + From<String>>(
        &self,
        text: &mut Option<T>,
        kind: TextKind,
    ) -> bool {
        text.as_mut().is_some_and(|text| self.blot(text, kind))
    }
}

impl Erasure {
    /// Takes the customer, who had this outside id, out of a line of the audit;
    /// returns whether it was in there. Why it was given a type goes with the type.
    pub fn blot_line(&self, line: &mut AuditLine, id: &SmolStr) -> bool {
        let AuditLine { number: _, at: _, person: _, name, action, customers, import: _, detail } =
            line;
        let is_about_it = customers.as_slice() == std::slice::from_ref(id);
        let mut found = false;
        for customer in customers {
            if customer == id && *id != self.erased.pseudonym {
                customer.clone_from(&self.erased.pseudonym);
                found = true;
            } else {
                found |= self.mentions.blot(customer, TextKind::Name);
            }
        }
        if is_about_it
            && *action == Action::Override
            && let Some(end) = detail.find(": ")
        {
            detail.truncate(end);
            found = true;
        }
        found |= self.mentions.blot(name, TextKind::Name);
        found | self.mentions.blot(detail, TextKind::Free)
    }
}
