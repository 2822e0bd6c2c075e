//! The names in a sentence: customers, and the words of the book.

use std::ops::Range;

use smol_str::SmolStr;

use crate::concept::{Concept, ConceptSet};
use crate::lexicon::lexicon;
use crate::linking::{Joint, Link, Part, Spot, links};
use crate::lists::List;
use crate::reading::{Reading, Value, concept_of};
use crate::terms::{Phrase, Term};
use crate::text::{Kind, Token};

impl Reading<'_> {
    /// Finds customers: first between quotation marks, then anywhere.
    pub(crate) fn tag_names(&mut self, spots: &[Spot], loose: bool, free: &mut [bool]) {
        let names = &self.vocabulary.names;
        let most = self.tokens.iter().map(|token| token.quote).max().unwrap_or(0);
        for quote in 1..=most {
            let within: Vec<usize> = (0..self.tokens.len())
                .filter(|at| self.tokens[*at].quote == quote && self.tokens[*at].kind != Kind::Sign)
                .collect();
            if let (Some(first), Some(last)) = (within.first(), within.last()) {
                self.tag_quoted(*first..*last + 1, spots, free);
            }
        }
        let open: Vec<usize> = (0..spots.len())
            .filter(|at| free[*at] && !["&", "+"].contains(&spots[*at].word.as_str()))
            .collect();
        let mut row: Vec<Spot> = Vec::with_capacity(open.len());
        for (place, at) in open.iter().enumerate() {
            let mut spot = spots[*at].clone();
            let gap = place > 0 && (open[place - 1] + 1..*at).any(|at| !free[at]);
            if gap {
                spot.before = Joint::Stop;
            }
            row.push(spot);
        }
        for mut link in links(names, &row, loose) {
            let range = open[link.range.start]..open[link.range.end - 1] + 1;
            if self.is_owner(&range) || self.is_town(&range, &link) {
                continue;
            }
            link.range = range.clone();
            self.tag(range, Concept::CustomerName.into(), Value::Customer(link), free);
        }
    }

    /// What stands between quotation marks is a name, unless nobody has it and
    /// it is all words of the question's language.
    fn tag_quoted(&mut self, range: Range<usize>, spots: &[Spot], free: &mut [bool]) {
        let row: Vec<Spot> = spots[range.clone()]
            .iter()
            .filter(|spot| spot.word != "&")
            .map(|spot| Spot { part: Part::Start, before: Joint::Room, ..spot.clone() })
            .collect();
        let found = links(&self.vocabulary.names, &row, false);
        if let [link] = found.as_slice()
            && link.range.len() == row.len()
        {
            let link = Link { range: range.clone(), ..link.clone() };
            self.tag(range, Concept::CustomerName.into(), Value::Customer(link), free);
        } else if spots[range.clone()].iter().any(|spot| spot.part == Part::Start) {
            self.tag(range, Concept::Unknown.into(), Value::Unknown, free);
        }
    }

    /// "Customers from Zwolle": a word of a name, put as a place.
    fn is_town(&self, range: &Range<usize>, link: &Link) -> bool {
        const FROM: [&str; 4] = ["uit", "in", "from", "near"];
        let before = range.start.checked_sub(1).map_or("", |at| &self.forms[at]);
        range.len() == 1 && !link.whole && FROM.contains(&before)
    }

    /// Whether the words are exactly an owner's whole name.
    fn is_owner(&self, range: &Range<usize>) -> bool {
        let words: Vec<&str> = self.forms[range.clone()].iter().map(SmolStr::as_str).collect();
        self.vocabulary.terms.find(&words).is_some_and(|found| {
            found.length() == words.len() && words.len() > 1 && matches!(found.term, Term::Owner(_))
        })
    }

    /// Finds owners by their whole names: in "Jan de Wit" nothing says January.
    pub(crate) fn tag_owners(&mut self, free: &mut [bool]) {
        let bare: Vec<SmolStr> = self
            .tokens
            .iter()
            .map(|token| token.stem.clone().unwrap_or_else(|| token.word.clone()))
            .collect();
        self.tag_found(&bare, free, |found| {
            found.length() > 1 && matches!(found.term, Term::Owner(_))
        });
    }

    /// Finds the words of the book.
    pub(crate) fn tag_terms(&mut self, free: &mut [bool]) {
        // Without the ending of a possessive.
        let spelled = |(token, form): (&Token, &SmolStr)| {
            if token.stem.is_some() { form.clone() } else { token.word.clone() }
        };
        let words: Vec<SmolStr> = self.tokens.iter().zip(&self.forms).map(spelled).collect();
        self.tag_found(&words, free, |_| true);
    }

    fn tag_found(
        &mut self,
        spelled: &[SmolStr],
        free: &mut [bool],
        wanted: impl Fn(&Phrase) -> bool,
    ) {
        let vocabulary = self.vocabulary;
        let mut at = 0;
        while at < self.tokens.len() {
            let end = (at..self.tokens.len()).find(|at| !free[*at]).unwrap_or(self.tokens.len());
            let words: Vec<&str> = spelled[at..end].iter().map(SmolStr::as_str).collect();
            let found = vocabulary.terms.find(&words);
            let Some(found) = found.filter(|found| wanted(found) && self.holds(found, at)) else {
                at += 1;
                continue;
            };
            let range = at..at + found.length();
            let (concept, term) = (concept_of(&found.term), found.term.clone());
            let also = match &term {
                Term::Plugin(_) => self.entry(at).map_or(ConceptSet::EMPTY, |entry| entry.concepts),
                _ => ConceptSet::EMPTY,
            };
            self.tag(range.clone(), also.union(concept.into()), Value::Term(term), free);
            at = range.end;
        }
    }

    /// Whether a term counts where it was found: a code must be in capitals,
    /// and part of an owner's name that is also a word or a customer's name
    /// must be put as an owner.
    fn holds(&self, found: &Phrase, at: usize) -> bool {
        let token = &self.tokens[at];
        if found.capitals {
            let written = self.text(&(at..at + 1));
            // "To whom should we say NO" is not about Norway.
            if matches!(found.term, Term::Country(_) | Term::OtherCountry)
                && lexicon().knows(&token.word)
                && !self.is_within(at)
            {
                return false;
            }
            let shouted =
                self.sentence.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            return written.chars().all(char::is_uppercase) && !shouted
                || self.is_put_as_sector(at);
        }
        if matches!(found.term, Term::OtherSector) && found.length() == 1 && !self.is_within(at) {
            return lexicon().word(&token.word).is_none();
        }
        if !found.part {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |at| &self.forms[at]);
        let after = self.forms.get(at + 1).map_or("", SmolStr::as_str);
        let put_as_owner = List::OwnerFollows.has(before)
            || List::OwnerStandsBefore.has(after)
            || token.stem.is_some();
        let known = lexicon().knows(&token.word);
        let named = self.vocabulary.names.words.find(&token.word);
        let named = named.is_some_and(|word| !self.vocabulary.names.with_word(word).is_empty());
        put_as_owner && (!known || token.capital)
            || !known && !named && (!found.is_last_name() || token.capital)
    }

    /// Whether a word stands where a sector would: "in finance", "uit de bankwereld".
    pub(crate) fn is_within(&self, at: usize) -> bool {
        const WITHIN: [&str; 6] = ["in", "uit", "from", "within", "binnen", "sector"];
        const ARTICLES: [&str; 3] = ["de", "het", "the"];
        let word = |back: usize| at.checked_sub(back).map(|at| self.forms[at].as_str());
        let article = word(1).is_some_and(|word| ARTICLES.contains(&word));
        word(if article { 2 } else { 1 }).is_some_and(|word| WITHIN.contains(&word))
    }

    /// "Customers in it", "it klanten": a code in small letters that cannot be
    /// the ordinary word.
    fn is_put_as_sector(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| &self.forms[at]);
        let last = self.tokens.get(at + 1).is_none_or(|next| next.after_stop);
        let after = self.forms.get(at + 1).map_or("", SmolStr::as_str);
        self.forms[at] == "it" && (before == "in" && last || List::BesideSector.has(after))
    }
}
