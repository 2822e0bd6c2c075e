//! From the text of a header to what the column means.

mod names;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::field::Field;
use crate::kind::FileKind;
use crate::options::Options;
use crate::values::currency::{self, Named};
use names::KNOWN;
pub(crate) use names::{Scale, lines};

/// The rank of a name that people give a fact, after all that are known here.
const FROM_LABEL: u32 = 1_000;

/// What a header says.
#[derive(Debug, Clone)]
pub(crate) struct Match {
    pub(crate) field: Field,
    /// What it says of the kind of file.
    pub(crate) hint: Option<FileKind>,
    /// How strong the name is among those of its field; 0 is strongest.
    pub(crate) rank: u32,
    pub(crate) scale: Scale,
    /// Whether a person stated it.
    pub(crate) stated: bool,
}

impl Match {
    /// The fact with this id.
    fn fact(id: &str, rank: u32, scale: Scale) -> Self {
        Self { field: Field::Fact(SmolStr::new(id)), hint: None, rank, scale, stated: false }
    }
}

/// The columns of a file and what each header says.
#[derive(Debug)]
pub(crate) struct Headers {
    pub(crate) texts: Vec<String>,
    pub(crate) matches: Vec<Option<Match>>,
    /// The currency that a header states.
    pub(crate) currencies: Vec<Option<Named<'static>>>,
}

/// A text without case, accents, blanks and punctuation.
pub(crate) fn compact(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Headers {
    pub(crate) fn read<'a>(
        cells: impl IntoIterator<Item = &'a str>,
        options: &Options<'_>,
    ) -> Self {
        let mut texts: Vec<String> =
            cells.into_iter().map(|cell| crate::values::text::shown(cell.trim())).collect();
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        let matches = texts.iter().map(|text| options.find(text)).collect();
        let currencies =
            texts.iter().map(|text| currency::in_header(text).map(|(named, _)| named)).collect();
        Self { texts, matches, currencies }
    }

    /// The headers as a report shows them.
    pub(crate) fn shown(&self) -> Vec<String> {
        self.texts.iter().filter(|text| !text.is_empty()).cloned().collect()
    }

    /// How many different meanings were recognised.
    pub(crate) fn recognised(&self) -> usize {
        let mut fields: Vec<_> =
            self.matches.iter().flatten().map(|m| (&m.field, m.hint)).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.len()
    }
}

impl Options<'_> {
    /// What a header with these words means; `None` where it says nothing.
    pub fn meaning(&self, words: &str) -> Option<Field> {
        self.find(words).map(|found| found.field)
    }

    /// What a header says.
    fn find(&self, header: &str) -> Option<Match> {
        let same = |known: &str| known == header || compact(known) == compact(header);
        if let Some((_, field)) = self.columns.iter().find(|(known, _)| same(known)) {
            let field = field.clone();
            return Some(Match { field, hint: None, rank: 0, scale: Scale::Same, stated: true });
        }
        let name = compact(header);
        if let Some(found) = self.declared_fact(header, &name) {
            return Some(found);
        }
        let in_words = header.replace('%', " percent ");
        let known = KNOWN.get(&compact(&in_words)).or(KNOWN.get(&name));
        known
            .or_else(|| KNOWN.get(&compact(&without_extras(header))))
            .cloned()
            .or_else(|| self.named_fact(header))
            .or_else(|| stated_fact(header))
    }

    /// The fact that people call so.
    fn named_fact(&self, header: &str) -> Option<Match> {
        let words = compact(&without_extras(header));
        let same = |name: &str| compact(&without_extras(name)) == words;
        let (_, id) = self.fact_names.iter().find(|(name, _)| same(name))?;
        (!words.is_empty()).then(|| Match::fact(id, FROM_LABEL, Scale::Same))
    }

    /// A fact that a plugin declares, with or without `fact:` in front.
    fn declared_fact(&self, header: &str, name: &str) -> Option<Match> {
        let own = |id: &str| {
            let id = compact(id);
            id == name || id.strip_prefix("fact") == Some(name)
        };
        let id = self.fact_ids.iter().find(|id| own(id))?;
        let plain = !starts_with_fact(header) && KNOWN.contains_key(name);
        (!plain).then(|| Match::fact(id, 0, Scale::Same))
    }
}

fn starts_with_fact(header: &str) -> bool {
    header.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("fact:"))
}

/// A fact that nobody declared, by a header such as `fact:capacity`.
fn stated_fact(header: &str) -> Option<Match> {
    let name = header.get(5..).filter(|_| starts_with_fact(header))?;
    let id = name.trim().to_lowercase().replace([' ', '-'], "_");
    (!id.is_empty()).then(|| Match::fact(&format!("fact:{id}"), 0, Scale::Same))
}

/// A header without its currency, its part in brackets and words that say
/// nothing, such as in `Bedrag in EUR` or `Datum van de factuur`.
fn without_extras(header: &str) -> String {
    let bare = currency::in_header(header).map_or_else(|| header.to_owned(), |(_, rest)| rest);
    let bare = match (bare.find(['(', '[']), bare.rfind([')', ']'])) {
        (Some(open), Some(close)) if open > 0 && close > open => {
            format!("{} {}", &bare[..open], &bare[close + 1..])
        }
        _ => bare,
    };
    let noise = ["in", "de", "het", "van", "the", "of", "per", "utc"];
    bare.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !noise.contains(&word.to_lowercase().as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use klantwijzer_core::money::Currency;

    use super::*;

    fn options(fact_names: &[(String, SmolStr)]) -> Options<'_> {
        Options { fact_names, ..Options::new(Date::ZERO, Currency::new("EUR").unwrap()) }
    }

    #[test]
    fn headers_are_found_in_many_spellings() {
        let options = options(&[]);
        for (header, field) in [
            ("Klant-nr.", Field::Customer),
            ("CustomerID", Field::Customer),
            ("KLANTNUMMER", Field::Customer),
            ("Factuurdatum", Field::Date),
            ("Invoice Date (UTC)", Field::Date),
            ("Datum van de factuur", Field::Date),
            ("Bedrag (€)", Field::Amount),
            ("Bedrag in EUR", Field::Amount),
            ("Total_Spend_USD", Field::Amount),
            ("Bedrag excl. BTW", Field::NetAmount),
            ("Aantal medewerkers", Field::Fact("employees".into())),
            ("employees", Field::Fact("employees".into())),
            ("fact:Capacity", Field::Fact("fact:capacity".into())),
            ("Geïntroduceerd door", Field::ReferredBy),
        ] {
            assert_eq!(options.find(header).map(|found| found.field), Some(field), "{header}");
        }
        for header in ["account_manager_id", "required_date", "freight", "units", "", "€"] {
            assert!(options.find(header).is_none(), "{header}");
        }
    }

    #[test]
    fn what_people_call_a_fact_is_its_header() {
        let names = [
            ("ons aandeel in de bestedingen".to_owned(), "share_of_wallet".into()),
            ("capacity per week".to_owned(), "fact:capacity".into()),
            ("bedrag".to_owned(), "fact:capacity".into()),
        ];
        let options = options(&names);
        for (header, field) in [
            ("Ons aandeel in de bestedingen (%)", Field::Fact("share_of_wallet".into())),
            ("Capacity, per week", Field::Fact("fact:capacity".into())),
            ("Bedrag", Field::Amount),
        ] {
            assert_eq!(options.find(header).map(|found| found.field), Some(field), "{header}");
        }
        assert!(options.find("(%)").is_none());
    }
}
