//! By what a customer is named in texts, and by nobody else.
//!
//! What it is called as a whole (its names, its outside id, its contact persons
//! and their addresses) names it. A single word of these does where it is
//! distinctive: long enough, no ordinary word, and in the name of nobody else in
//! the book. People write a surname alone and in small letters; but a surname that
//! two customers share tells neither of them, and taking it away would harm what is
//! said of the other one.

use std::collections::BTreeSet;

use klantwijzer_ask::ordinary::{is_legal_form, is_ordinary};
use klantwijzer_core::customer::{ContactPerson, CustomerNo, Profile};
use klantwijzer_core::text::words;
use klantwijzer_store::AuditFilter;
use klantwijzer_store::mentions::{Mentions, holds};
use smol_str::SmolStr;

use crate::Result;
use crate::reader::Reader;

/// The fewest characters of a word that is looked for by itself: in Dutch and
/// English the shorter ones are mostly particles, initials and ordinary words.
const SHORTEST_WORD: usize = 4;

/// The fewest digits of a telephone number.
const PHONE: usize = 7;

/// By what a customer goes.
pub(crate) struct Naming {
    /// The names that it ever had in imports that count.
    pub(crate) names: BTreeSet<String>,
    /// What names it in texts.
    pub(crate) mentions: Mentions,
}

impl Reader<'_> {
    /// By what a customer with this outside id goes. `instead` is to stand in the
    /// place of it.
    pub(crate) async fn naming(
        &self,
        customer: CustomerNo,
        id: &str,
        instead: SmolStr,
    ) -> Result<Naming> {
        let records = self.store.records_of(self.workspace, customer).await?;
        let own: Vec<Profile> =
            records.into_iter().flat_map(|records| [records.stated, records.mentioned]).collect();
        let names: BTreeSet<String> = own.iter().filter_map(|it| it.name.clone()).collect();
        let mut search = Search::of(id, &names, &own);
        for range in self.ranges().await? {
            for known in self.store.customers(self.workspace, range).await? {
                if known.no == customer {
                    search.shares_place(&known.profile);
                } else {
                    search.is_other(&known.id, &known.profile);
                }
            }
        }
        for import in self.store.imports(self.workspace).await? {
            search.is_called(&import.by);
        }
        let all = AuditFilter::default();
        let audit = self.store.audit(self.workspace, &all, usize::MAX).await?;
        let people: BTreeSet<String> = audit.into_iter().map(|line| line.name).collect();
        for person in &people {
            search.is_called(person);
        }
        for sector in self.settings().await?.ideal.sectors {
            search.shares(&sector);
        }
        Ok(Naming { mentions: search.mentions(instead), names })
    }
}

/// What may name a customer; it shrinks by what others have.
struct Search {
    /// What names it, whoever else is called so.
    calls: Vec<String>,
    /// What names it unless somebody else is called so, or longer.
    doubtful: Vec<(String, Vec<String>)>,
    /// Words that name it unless somebody else is called so.
    words: Vec<String>,
    /// Words of addresses that name it unless somebody else has an address with them:
    /// many share the provider of their mail.
    address_words: Vec<String>,
    /// How it is called when it is a contact person of another customer.
    names: Vec<Vec<String>>,
    /// Longer names of others with a call in them.
    others: Vec<String>,
}

impl Search {
    fn of(id: &str, names: &BTreeSet<String>, own: &[Profile]) -> Self {
        let mut search = Self {
            calls: vec![id.to_owned()],
            doubtful: Vec::new(),
            words: Vec::new(),
            address_words: Vec::new(),
            names: Vec::new(),
            others: Vec::new(),
        };
        search.words.extend(telling(&folded(id)));
        for name in names {
            let words = folded(name);
            if words.len() > 1 || !words.iter().all(|word| is_ordinary(word)) {
                search.calls.push(name.clone());
            }
            let form = words.iter().rev().take_while(|word| is_legal_form(word)).count();
            let bare = &words[..words.len() - form];
            if form > 0 && bare.len() > 1 {
                search.doubt(&bare.join(" "));
            }
            search.words.extend([telling(&words), telling(&joined(bare))].concat());
            search.names.extend([bare.to_vec(), words]);
        }
        for person in own.iter().flat_map(|profile| &profile.people) {
            let words = folded(&person.name);
            search.words.extend([telling(&words), telling(&joined(&words))].concat());
            if words.len() > 1 {
                search.doubt(&person.name);
            }
            if let Some(email) = &person.email {
                search.doubt(email);
                search.address_words.extend(telling(&address(email)));
            }
            let digits = |phone: &&String| phone.chars().filter(char::is_ascii_digit).count();
            if let Some(phone) = person.phone.as_ref().filter(|phone| digits(phone) >= PHONE) {
                search.doubt(phone);
            }
        }
        search
    }

    fn doubt(&mut self, call: &str) {
        self.doubtful.push((call.to_owned(), folded(call)));
    }

    /// What another customer is called is that one's.
    fn is_other(&mut self, id: &str, profile: &Profile) {
        self.shares(id);
        profile.name.iter().for_each(|name| self.is_called(name));
        self.shares_place(profile);
        for person in &profile.people {
            let ContactPerson { name, role: _, email, phone, opted_out: _ } = person;
            // The erased one itself, who works there.
            if self.names.contains(&folded(name)) {
                continue;
            }
            self.is_called(name);
            for reached in [email, phone].into_iter().flatten() {
                let reached = folded(reached);
                self.doubtful.retain(|(_, call)| *call != reached);
            }
            for words in email.iter().map(|email| address(email)) {
                self.address_words.retain(|own| !words.iter().any(|word| holds(word, own)));
            }
        }
    }

    /// Somebody else is called so.
    fn is_called(&mut self, name: &str) {
        let words = folded(name);
        self.shares_words(&words);
        self.doubtful.retain(|(_, call)| !has(&words, call));
        let is_longer = |call: &String| {
            let call = folded(call);
            call.len() < words.len() && has(&words, &call)
        };
        if self.calls.iter().any(is_longer) {
            self.others.push(name.to_owned());
        }
    }

    /// What many customers have in common names none of them.
    fn shares_place(&mut self, profile: &Profile) {
        let Profile { sector, country, city, owner, .. } = profile;
        [sector, country, city].into_iter().flatten().for_each(|place| self.shares(place));
        if let Some(owner) = owner {
            self.is_called(owner);
        }
    }

    fn shares(&mut self, text: &str) {
        self.shares_words(&folded(text));
    }

    fn shares_words(&mut self, words: &[String]) {
        for own in [&mut self.words, &mut self.address_words] {
            own.retain(|own| !words.iter().any(|word| holds(word, own)));
        }
    }

    fn mentions(self, instead: SmolStr) -> Mentions {
        let doubtful = self.doubtful.iter().map(|(call, _)| call);
        let calls = self.calls.iter().chain(doubtful).map(String::as_str);
        let words = self.words.iter().chain(&self.address_words);
        let words: BTreeSet<&str> = words.map(String::as_str).collect();
        let others = self.others.iter().map(String::as_str);
        Mentions::new(instead, calls, words, others)
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|(_, word)| word).collect()
}

/// The words that name somebody by themselves, unless others have them.
fn telling(words: &[String]) -> Vec<String> {
    let long = |word: &&String| {
        word.chars().count() >= SHORTEST_WORD && word.contains(char::is_alphabetic)
    };
    words.iter().filter(long).filter(|word| !is_ordinary(word)).cloned().collect()
}

/// A name as it is written in addresses and names of files.
fn joined(words: &[String]) -> Vec<String> {
    if words.len() > 1 { vec![words.concat()] } else { Vec::new() }
}

/// The words of an e-mail address, without what all addresses of a country have.
fn address(email: &str) -> Vec<String> {
    let mut words = folded(email);
    words.pop();
    words
}

/// Whether words hold others, one after the other.
fn has(words: &[String], others: &[String]) -> bool {
    !others.is_empty() && words.windows(others.len()).any(|window| window == others)
}

#[cfg(test)]
mod tests {
    use klantwijzer_store::mentions::TextKind;

    use super::*;

    fn named(name: &str) -> Profile {
        Profile { name: Some(name.to_owned()), ..Profile::default() }
    }

    fn person(name: &str, email: &str) -> ContactPerson {
        ContactPerson {
            name: name.to_owned(),
            email: Some(email.to_owned()),
            ..ContactPerson::default()
        }
    }

    /// What is left of a text when this customer is erased from this book.
    fn left(own: &Profile, others: &[Profile], text: &str) -> String {
        let names = own.name.iter().cloned().collect();
        let mut search = Search::of("K1003", &names, std::slice::from_ref(own));
        search.shares_place(own);
        for (number, other) in others.iter().enumerate() {
            search.is_other(&format!("D{number}"), other);
        }
        search.mentions("X".into()).without(text, TextKind::Free).unwrap_or(text.to_owned())
    }

    #[test]
    fn a_word_names_somebody_where_nobody_else_has_it() {
        let own = Profile {
            city: Some("Kortgene".into()),
            people: vec![person("Roza Oppewal", "roza@zonneveld-bouw.nl")],
            ..named("Bakkerij Zonneveld Kortgene B.V.")
        };
        for (text, expected) in [
            ("because zonneveld asked", "because X asked"),
            ("Zonnevelds bakkerij in Kortgene", "X bakkerij in Kortgene"),
            ("bakkerij zonneveld kortgene bv.csv", "X.csv"),
            ("bakkerijzonneveldkortgene.xlsx", "X.xlsx"),
            ("k1003, Oppewal, roza", "X, X, X"),
            ("bouw in Utrecht", "bouw in Utrecht"),
        ] {
            assert_eq!(left(&own, &[], text), expected);
        }
    }

    #[test]
    fn what_somebody_else_has_stays() {
        let own =
            Profile { people: vec![person("Piet Oppewal", "piet@x.nl")], ..named("Zonneveld BV") };
        let others = [
            named("Zonneveld Metaal"),
            Profile { people: vec![person("Piet Oppewal", "p@y.nl")], ..named("Ander") },
            Profile { owner: Some("Anna Zonneveld".into()), ..named("Derde") },
        ];
        for (text, expected) in [
            ("Zonneveld BV", "X"),
            ("zonneveld pays late", "zonneveld pays late"),
            ("Zonneveld Metaal and Anna Zonneveld", "Zonneveld Metaal and Anna Zonneveld"),
            ("piet oppewal, oppewal", "piet oppewal, oppewal"),
            ("piet@x.nl", "X"),
        ] {
            assert_eq!(left(&own, &others, text), expected);
        }
        let longer = named("Zonneveld BV Holding");
        assert_eq!(left(&own, &[longer], "Zonneveld BV Holding"), "Zonneveld BV Holding");
    }

    #[test]
    fn a_word_of_an_address_is_shared_by_whoever_has_the_provider() {
        let own = Profile {
            people: vec![person("Roza Oppewal", "roza@upcmail.nl")],
            ..named("Zonneveld BV")
        };
        let with = |email| Profile { people: vec![person("Piet Bol", email)], ..named("Ander") };
        let text = "zonneveld upcmail";
        assert_eq!(left(&own, &[with("piet@upcmail.nl")], text), "X upcmail");
        assert_eq!(left(&own, &[with("piet@zonneveld.nl")], text), "X");
    }

    #[test]
    fn an_erased_person_is_no_contact_person_of_another_customer() {
        let own = named("Roza Oppewal");
        let mut other =
            Profile { people: vec![person("roza oppewal", "roza@bouw.nl")], ..named("Bouw BV") };
        let mut search = Search::of("K1", &["Roza Oppewal".to_owned()].into(), &[own]);
        search.is_other("K2", &other);
        let mentions = search.mentions("X".into());
        assert_eq!(mentions.without("oppewal", TextKind::Free).as_deref(), Some("X"));
        assert!(mentions.blot_profile(&mut other) && other.people.is_empty());
    }
}
