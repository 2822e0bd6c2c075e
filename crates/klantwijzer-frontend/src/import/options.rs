//! What a person states about files, because they do not say it themselves.

use klantwijzer_core::customer::Role;
use klantwijzer_desk::ImportOptions;
use klantwijzer_intake::{DateOrder, DecimalSign, FileKind};
use klantwijzer_text::{Failure, Texts, fail, say};
use serde_json::json;

use crate::fits::{self, Fits};

/// Takes the value of an option, or tells what fits.
type State = fn(&mut ImportOptions, &str) -> Result<(), Fits>;

/// The options by their names, with the two hyphens.
const OPTIONS: [(&str, State); 8] = [
    ("--kind", |options, value| kind(value).map(|kind| options.kind = Some(kind))),
    ("--map", |options, value| {
        options.columns.push(value.to_owned());
        Ok(())
    }),
    ("--date", |options, value| fits::day(value).map(|day| options.date = Some(day))),
    ("--dates", |options, value| date_order(value).map(|order| options.dates = Some(order))),
    ("--decimal", |options, value| decimal(value).map(|sign| options.decimal = Some(sign))),
    ("--currency", |options, value| {
        options.currency = Some(value.to_owned());
        Ok(())
    }),
    ("--sector-plugin", |options, value| {
        options.plugin = Some(value.to_owned());
        Ok(())
    }),
    ("--role", |options, value| role(value).map(|role| options.role = Some(role))),
];

/// The options in a line as it would be typed at the terminal, such as
/// `--decimal comma --map "Klant nr=customer_id"`: the cures in messages are the
/// same everywhere.
pub fn in_line(line: &str, texts: &Texts) -> Result<ImportOptions, Failure> {
    let unusable = |problem: String| fail!(texts, "options", problem = problem);
    let words = shlex::split(line).ok_or_else(|| unusable(say!(texts, "options-quotes")))?;
    let mut options = ImportOptions::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let Some((_, state)) = OPTIONS.iter().find(|(known, _)| *known == name) else {
            return Err(unusable(say!(texts, "usage-no-argument", word = name)));
        };
        let Some(value) = value.or_else(|| words.next()) else {
            return Err(unusable(say!(texts, "usage-empty-value", argument = name)));
        };
        state(&mut options, &value).map_err(|fits| {
            let wrong = say!(texts, "usage-wrong-value", word = value, argument = name);
            unusable(format!("{wrong} {}", fits.worded(texts)))
        })?;
    }
    Ok(options)
}

/// A kind of file by its id.
pub fn kind(id: &str) -> Result<FileKind, Fits> {
    let known = FileKind::ALL.iter().copied();
    known.clone().find(|kind| kind.id() == id).ok_or_else(|| Fits::words(known.map(FileKind::id)))
}

/// The order of day and month: dmy or mdy.
pub fn date_order(id: &str) -> Result<DateOrder, Fits> {
    DateOrder::from_id(id).ok_or_else(|| Fits::words(["dmy", "mdy"]))
}

/// The decimal sign: comma or point, also in Dutch.
pub fn decimal(id: &str) -> Result<DecimalSign, Fits> {
    let english = match id {
        "komma" => "comma",
        "punt" => "point",
        other => other,
    };
    DecimalSign::from_id(english).ok_or_else(|| Fits::words(["comma", "point"]))
}

/// A role by its id.
pub fn role(id: &str) -> Result<Role, Fits> {
    let id_of = |role: Role| json!(role).as_str().unwrap_or_default().to_owned();
    let known = || Role::ALL.into_iter();
    known().find(|role| id_of(*role) == id).ok_or_else(|| Fits::Words(known().map(id_of).collect()))
}

#[cfg(test)]
mod tests {
    use klantwijzer_core::language::Language;

    use super::*;

    #[test]
    fn a_line_states_every_option() {
        let line = "--kind invoices --map 'Klant nr=customer_id' --map=Bedrag=amount --date \
                    2026-01-31 --dates mdy --decimal komma --currency USD --sector-plugin general \
                    --role data_buyer";
        let options = in_line(line, Texts::of(Language::En)).expect("good options");
        assert_eq!(options.columns, ["Klant nr=customer_id", "Bedrag=amount"]);
        assert_eq!(options.decimal, DecimalSign::from_id("comma"));
        assert_eq!(options.dates, DateOrder::from_id("mdy"));
        assert_eq!(options.role, Some(Role::DataBuyer));
        assert!(options.kind.is_some() && options.date.is_some() && options.plugin.is_some());
    }

    #[test]
    fn what_is_no_option_is_told_with_what_fits() {
        for (line, told) in [
            ("--nonsense x", "--nonsense"),
            ("--decimal", "--decimal"),
            ("--decimal dot", "comma"),
            ("--date yesterday", "2026-10-31"),
            ("--role boss", "data_buyer"),
            ("comma", "comma"),
            ("--map \"a=b", ""),
        ] {
            let failure = in_line(line, Texts::of(Language::En)).expect_err(line);
            assert!(failure.to_string().contains(told), "{line}: {failure}");
        }
    }
}
