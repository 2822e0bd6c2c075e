//! Who is in the book.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::named;

/// A customer's number within its workspace, given in order of first sight and
/// never reused.
pub type CustomerNo = u32;

named! {
    /// In what capacity a party is in the book. A party can have several roles.
    enum Role {
        /// Showed interest, has not bought.
        Prospect "prospect";
        /// Buys goods or services.
        Buyer "buyer";
        /// A member or client of an association or foundation.
        Member "member";
        /// Receives a free service.
        Recipient "recipient";
        /// Gives money: a person, an organisation or a government.
        Donor "donor";
        /// Gives personal data for access to a platform.
        User "user";
        /// Advertises on a platform.
        Advertiser "advertiser";
        /// Buys data about a platform's users.
        DataBuyer "data_buyer";
    }
}

impl Role {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of [`Role`]s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Roles(u8);

impl Roles {
    /// No role is known.
    pub const NONE: Self = Self(0);

    /// Whether the set holds `role`.
    pub const fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// The set with `role` in it.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | role.bit())
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The roles in this set that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The roles in the set.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }

    /// Whether no role is known.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the party can bring money by nature. A recipient of a free
    /// service or a user of a platform cannot, unless it has another role too.
    pub const fn can_bring_money(self) -> bool {
        let without_money = Role::Recipient.bit() | Role::User.bit();
        self.is_empty() || self.0 & !without_money != 0
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Self {
        Self::NONE.with(role)
    }
}

/// A person at a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPerson {
    /// The person's name.
    pub name: String,
    /// What the person does there, as free text.
    pub role: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The person asked not to be approached.
    pub opted_out: bool,
}

/// What is known of a customer apart from its ledger. `None` and an empty list
/// mean unknown, so that a later, poorer file takes nothing away.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The name people use.
    pub name: Option<String>,
    /// Sector [branche], as the team writes it.
    pub sector: Option<SmolStr>,
    /// The account manager.
    pub owner: Option<SmolStr>,
    /// Outside id of the parent company.
    pub parent: Option<SmolStr>,
    /// Country, as the team writes it.
    pub country: Option<SmolStr>,
    /// Town, as the team writes it.
    pub city: Option<SmolStr>,
    /// In what capacity the party is in the book.
    pub roles: Roles,
    /// The sector plugin that must score this customer, by id, where the sector
    /// does not already say so.
    pub plugin: Option<SmolStr>,
    /// The value that the team itself gives the customer, as free text.
    pub given_value: Option<String>,
    /// Free labels.
    pub tags: Vec<SmolStr>,
    /// People at the customer, by name.
    pub people: Vec<ContactPerson>,
    /// Facts stated in the profile, by fact id (see [`crate::facts`]), for
    /// instance `employees`. Never NaN or infinite.
    pub facts: Vec<(SmolStr, f64)>,
    /// The day on which the account manager's judgement was given.
    pub judged_on: Option<Date>,
}

impl Profile {
    /// Lays `later` over this profile: what `later` knows replaces what was
    /// known, what it leaves open stays.
    pub fn update(&mut self, later: &Self) {
        fn replace<T: Clone>(old: &mut Option<T>, new: Option<&T>) {
            if new.is_some() {
                *old = new.cloned();
            }
        }
        for (old, new) in self.words_mut().into_iter().zip(later.words()) {
            replace(old, new);
        }
        replace(&mut self.name, later.name.as_ref());
        replace(&mut self.given_value, later.given_value.as_ref());
        replace(&mut self.judged_on, later.judged_on.as_ref());
        self.roles = self.roles.union(later.roles);
        for tag in &later.tags {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
        self.tags.sort_unstable();
        for person in &later.people {
            match self.people.iter_mut().find(|known| known.name == person.name) {
                Some(known) => {
                    replace(&mut known.role, person.role.as_ref());
                    replace(&mut known.email, person.email.as_ref());
                    replace(&mut known.phone, person.phone.as_ref());
                    known.opted_out |= person.opted_out;
                }
                None => self.people.push(person.clone()),
            }
        }
        self.people.sort_by(|a, b| a.name.cmp(&b.name));
        for (id, value) in &later.facts {
            match self.facts.iter_mut().find(|(known, _)| known == id) {
                Some((_, known)) => *known = *value,
                None => self.facts.push((id.clone(), *value)),
            }
        }
        self.facts.sort_by(|a, b| a.0.cmp(&b.0));
    }

    /// What this profile says that `known` leaves open.
    #[must_use]
    pub fn beyond(&self, known: &Self) -> Self {
        fn open<T: Clone>(new: Option<&T>, known: Option<&T>) -> Option<T> {
            if known.is_none() { new.cloned() } else { None }
        }
        let new_person =
            |person: &&ContactPerson| known.people.iter().all(|p| p.name != person.name);
        let new_fact = |fact: &&(SmolStr, f64)| known.fact(&fact.0).is_none();
        let mut beyond = Self {
            name: open(self.name.as_ref(), known.name.as_ref()),
            roles: self.roles.without(known.roles),
            given_value: open(self.given_value.as_ref(), known.given_value.as_ref()),
            tags: self.tags.iter().filter(|tag| !known.tags.contains(tag)).cloned().collect(),
            people: self.people.iter().filter(new_person).cloned().collect(),
            facts: self.facts.iter().filter(new_fact).cloned().collect(),
            judged_on: open(self.judged_on.as_ref(), known.judged_on.as_ref()),
            ..Self::default()
        };
        let words = self.words().into_iter().zip(known.words());
        for (word, (own, known)) in beyond.words_mut().into_iter().zip(words) {
            *word = open(own, known);
        }
        beyond
    }

    /// Sector, owner, parent, country, city and plugin.
    pub fn words(&self) -> [Option<&SmolStr>; 6] {
        [&self.sector, &self.owner, &self.parent, &self.country, &self.city, &self.plugin]
            .map(Option::as_ref)
    }

    /// The same, to be changed.
    pub const fn words_mut(&mut self) -> [&mut Option<SmolStr>; 6] {
        let Self { sector, owner, parent, country, city, plugin, .. } = self;
        [sector, owner, parent, country, city, plugin]
    }

    /// The value of a fact stated in the profile.
    pub fn fact(&self, id: &str) -> Option<f64> {
        self.facts.iter().find(|(known, _)| known == id).map(|(_, value)| *value)
    }
}
