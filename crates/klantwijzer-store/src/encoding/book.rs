//! A block of the book: customers and what an import says of them.

use std::array;

use klantwijzer_core::customer::{ContactPerson, Profile};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::codes::{role_bits, roles};
use super::columns::{TextReader, Texts, Words, pack_date, unpack_date};
use super::{damaged, decode, encode};
use crate::{BookRow, Result, StoreError};

/// Version 1 of a block.
#[derive(Debug, Serialize, Deserialize)]
struct BookColumns {
    /// Steps from the number before; the first from 0.
    numbers: Vec<u32>,
    ids: Texts,
    stated: ProfileColumns,
    mentioned: ProfileColumns,
}

/// Profiles, of which many are empty.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct ProfileColumns {
    /// The rows with a profile, as steps from the one before; the first from 0.
    rows: Vec<u32>,
    names: Optional,
    /// As [`Profile::words`] has them.
    words: [Words; 6],
    given_values: Optional,
    /// The roles of each profile, as bits.
    roles: Vec<u8>,
    /// The number of tags of each profile, and the tags of all.
    tag_counts: Vec<u32>,
    tags: Words,
    /// The number of facts of each profile, and the facts of all.
    fact_counts: Vec<u32>,
    fact_ids: Words,
    fact_values: Vec<f64>,
    /// The days of judgement with the places of their profiles.
    judged_on: Vec<(u32, i32)>,
    /// The contact persons with the places of their profiles.
    people: Vec<(u32, Vec<KeptPerson>)>,
}

/// A contact person: name, role, e-mail, phone, and whether approaching it is unwelcome.
type KeptPerson = (String, Option<String>, Option<String>, Option<String>, bool);

/// Texts that may be missing: each place holds whether there is one.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Optional {
    present: Vec<bool>,
    texts: Texts,
}

/// Writes rows in order of customer number.
pub fn encode_book(rows: &[BookRow]) -> Result<Vec<u8>> {
    let mut last = 0;
    let step = |row: &BookRow| row.no.wrapping_sub(std::mem::replace(&mut last, row.no));
    encode(&BookColumns {
        numbers: rows.iter().map(step).collect(),
        ids: Texts::of(rows.iter().map(|row| row.id.as_str())),
        stated: ProfileColumns::of(rows.iter().map(|row| &row.stated)),
        mentioned: ProfileColumns::of(rows.iter().map(|row| &row.mentioned)),
    })
}

/// Reads a block.
pub fn decode_book(sealed: &[u8]) -> Result<Vec<BookRow>> {
    let columns: BookColumns = decode(sealed)?;
    let mut ids = columns.ids.reader();
    let mut no = 0_u32;
    let mut rows = Vec::with_capacity(columns.numbers.len());
    for step in &columns.numbers {
        no = no.wrapping_add(*step);
        let id = SmolStr::new(ids.next()?);
        rows.push(BookRow { no, id, stated: Profile::default(), mentioned: Profile::default() });
    }
    columns.stated.read(&mut rows, |row| &mut row.stated)?;
    columns.mentioned.read(&mut rows, |row| &mut row.mentioned)?;
    Ok(rows)
}

impl ProfileColumns {
    fn of<'a>(all: impl Iterator<Item = &'a Profile>) -> Self {
        let empty = Profile::default();
        let known: Vec<(usize, &Profile)> =
            all.enumerate().filter(|(_, profile)| **profile != empty).collect();
        let mut last = 0;
        let steps = known.iter().map(|(row, _)| *row as u32);
        let rows = steps.map(|row| row - std::mem::replace(&mut last, row)).collect();
        let each = || known.iter().map(|(_, profile)| *profile);
        let facts = || each().flat_map(|profile| &profile.facts);
        Self {
            rows,
            names: Optional::of(each().map(|profile| profile.name.as_deref())),
            words: array::from_fn(|at| Words::of(each().map(|profile| profile.words()[at]))),
            given_values: Optional::of(each().map(|profile| profile.given_value.as_deref())),
            roles: each().map(|profile| role_bits(profile.roles)).collect(),
            tag_counts: each().map(|profile| profile.tags.len() as u32).collect(),
            tags: Words::of(each().flat_map(|profile| &profile.tags).map(Some)),
            fact_counts: each().map(|profile| profile.facts.len() as u32).collect(),
            fact_ids: Words::of(facts().map(|(id, _)| Some(id))),
            fact_values: facts().map(|(_, value)| *value).collect(),
            judged_on: placed(each(), |profile| profile.judged_on.map(pack_date)),
            people: placed(each(), |profile| {
                (!profile.people.is_empty())
                    .then(|| profile.people.iter().map(keep_person).collect())
            }),
        }
    }

    /// Lays the profiles in the rows that they belong to.
    fn read(
        self,
        rows: &mut [BookRow],
        place: impl Fn(&mut BookRow) -> &mut Profile,
    ) -> Result<()> {
        let mut names = self.names.texts.reader();
        let mut given_values = self.given_values.texts.reader();
        let mut tags = 0..;
        let mut facts = 0..;
        let mut judged_on = self.judged_on.into_iter().peekable();
        let mut people = self.people.into_iter().peekable();
        let mut row = 0_usize;
        for (at, step) in self.rows.iter().enumerate() {
            row += *step as usize;
            let profile = place(rows.get_mut(row).ok_or_else(cut_off)?);
            profile.name = self.names.next(at, &mut names)?;
            for (word, column) in profile.words_mut().into_iter().zip(&self.words) {
                *word = column.get(at)?.cloned();
            }
            profile.given_value = self.given_values.next(at, &mut given_values)?;
            profile.roles = roles(*self.roles.get(at).ok_or_else(cut_off)?)?;
            for tag in tags.by_ref().take(count(&self.tag_counts, at)?) {
                profile.tags.push(self.tags.get(tag)?.cloned().ok_or_else(cut_off)?);
            }
            let fact_count = count(&self.fact_counts, at)?;
            profile.facts.reserve_exact(fact_count.min(self.fact_values.len()));
            for fact in facts.by_ref().take(fact_count) {
                let id = self.fact_ids.get(fact)?.cloned().ok_or_else(cut_off)?;
                profile.facts.push((id, *self.fact_values.get(fact).ok_or_else(cut_off)?));
            }
            let here = |place: u32| place as usize == at;
            let judged = judged_on.next_if(|(place, _)| here(*place));
            profile.judged_on = judged.map(|(_, day)| unpack_date(day)).transpose()?;
            if let Some((_, known)) = people.next_if(|(place, _)| here(*place)) {
                profile.people = known.into_iter().map(give_person).collect();
            }
        }
        Ok(())
    }
}

fn keep_person(person: &ContactPerson) -> KeptPerson {
    let ContactPerson { name, role, email, phone, opted_out } = person.clone();
    (name, role, email, phone, opted_out)
}

fn give_person((name, role, email, phone, opted_out): KeptPerson) -> ContactPerson {
    ContactPerson { name, role, email, phone, opted_out }
}

fn cut_off() -> StoreError {
    damaged("a block of the book is cut off")
}

fn count(counts: &[u32], at: usize) -> Result<usize> {
    counts.get(at).map(|count| *count as usize).ok_or_else(cut_off)
}

/// What few profiles have, with their places.
fn placed<'a, T>(
    profiles: impl Iterator<Item = &'a Profile>,
    get: impl Fn(&Profile) -> Option<T>,
) -> Vec<(u32, T)> {
    profiles.enumerate().filter_map(|(at, profile)| Some((at as u32, get(profile)?))).collect()
}

impl Optional {
    fn of<'a>(texts: impl Iterator<Item = Option<&'a str>> + Clone) -> Self {
        Self {
            present: texts.clone().map(|text| text.is_some()).collect(),
            texts: Texts::of(texts.flatten()),
        }
    }

    /// The text of the next place, which is `at`.
    fn next(&self, at: usize, texts: &mut TextReader<'_>) -> Result<Option<String>> {
        let is_there = *self.present.get(at).ok_or_else(cut_off)?;
        is_there.then(|| texts.next().map(str::to_owned)).transpose()
    }
}
