//! The portfolio as a file.

use std::collections::HashMap;
use std::path::Path;

use klantwijzer_answer::body::Card;
use klantwijzer_answer::portfolio::{Portfolio, Row};
use klantwijzer_core::facts::{Fact, known};
use klantwijzer_core::language::Language;
use klantwijzer_core::review::Override;
use klantwijzer_core::text::fold;
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::output::Output;
use crate::program::Program;

/// Writes one row a customer to a new file.
pub fn export(program: &Program, path: &Path) -> Result<Output, Failure> {
    let texts = &program.texts;
    let file = path.display().to_string();
    if path.exists() {
        return Err(fail!(texts, "file-exists", file = file));
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let form =
        [Form::Xlsx, Form::Csv].into_iter().find(|form| ending.as_deref() == Some(form.ending()));
    let form = form.ok_or_else(|| fail!(texts, "export-ending", file = file.clone()))?;
    let (n, bytes) = portfolio(program, form)?;
    std::fs::write(path, bytes).map_err(|error| errors::file(path, &error, texts))?;
    let page = Page::new(say!(texts, "export-done", n = n, file = file.clone()));
    Ok(Output::new(page, json!({ "file": file, "customers": n })))
}

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A workbook.
    Xlsx,
    /// Text.
    Csv,
}

impl Form {
    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// Words that ask for a file, in both languages.
const FILES: [&str; 19] = [
    "export",
    "exporteer",
    "exporteren",
    "exporting",
    "exported",
    "download",
    "downloaden",
    "excel",
    "excelbestand",
    "excelfile",
    "xlsx",
    "spreadsheet",
    "spreadsheets",
    "rekenblad",
    "csv",
    "csvbestand",
    "csvfile",
    "werkmap",
    "workbook",
];

/// Words that say no more than that all customers are wanted.
const PLAIN: [&str; 56] = [
    "a",
    "alle",
    "allemaal",
    "all",
    "alles",
    "als",
    "an",
    "as",
    "asjeblieft",
    "bestand",
    "can",
    "customer",
    "customers",
    "de",
    "een",
    "everything",
    "file",
    "geef",
    "get",
    "give",
    "graag",
    "het",
    "hele",
    "i",
    "ik",
    "in",
    "into",
    "je",
    "kan",
    "klanten",
    "klantenbestand",
    "klantenlijst",
    "kun",
    "kunt",
    "lijst",
    "list",
    "maak",
    "make",
    "me",
    "mij",
    "naar",
    "of",
    "onze",
    "our",
    "please",
    "portefeuille",
    "portfolio",
    "send",
    "stuur",
    "the",
    "them",
    "to",
    "van",
    "want",
    "whole",
    "you",
];

/// The file that a sentence asks for, where it asks for all customers as a file and for nothing
/// else: "export naar excel". With anything more in it, such as a type or a place, it is a
/// question, for a file with everybody would leave that out.
pub fn wanted(sentence: &str) -> Option<Form> {
    let folded = fold(sentence);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let file = |word: &&str| FILES.contains(word);
    if !words.iter().any(file) || !words.iter().all(|word| file(word) || PLAIN.contains(word)) {
        return None;
    }
    let text = words.iter().any(|word| word.starts_with("csv"));
    Some(if text { Form::Csv } else { Form::Xlsx })
}

/// The portfolio, one row a customer: how many, and the file's bytes.
pub fn portfolio(program: &Program, form: Form) -> Result<(u32, Vec<u8>), Failure> {
    let texts = program.texts;
    let snapshot = program.wait(program.desk.export(&program.who()))?;
    if snapshot.portfolio.customers() == 0 {
        return Err(fail!(texts, "empty-book"));
    }
    let rows = rows(program, &snapshot.portfolio);
    let bytes = match form {
        Form::Csv => csv(rows, texts),
        Form::Xlsx => xlsx(rows, texts).map_err(std::io::Error::other),
    };
    let name = Path::new("klantwijzer");
    let bytes = bytes.map_err(|error| errors::file(name, &error, texts))?;
    Ok((snapshot.portfolio.customers(), bytes))
}

/// A cell of the portfolio.
enum Cell {
    Text(String),
    Number(Option<f64>),
}

/// The columns, by the message that heads each.
const HEADS: [&str; 15] = [
    "export-id",
    "export-name",
    "export-type",
    "export-certain",
    "export-value",
    "export-potential",
    "export-confidence",
    "export-sector",
    "export-owner",
    "export-country",
    "export-revenue",
    "export-support",
    "export-acquisition",
    "export-plugin",
    "export-by-hand",
];

/// One customer's cells at a time: those of a large book together take more than the book.
fn rows(program: &Program, portfolio: &Portfolio) -> impl Iterator<Item = Vec<Cell>> {
    let day = program.today();
    let sectors: HashMap<&str, &str> = program
        .desk
        .manifests()
        .map(|manifest| (manifest.id.as_str(), program.texts.words(&manifest.name)))
        .collect();
    let cells = move |row: Row<'_>| {
        let by_hand =
            portfolio.overrides().get(&row.no()).filter(|_| row.card(day).model_type.is_some());
        cells(&row, &row.card(day), by_hand, &sectors, program.texts)
    };
    portfolio.rows().map(cells)
}

fn cells(
    row: &Row<'_>,
    card: &Card,
    by_hand: Option<&Override>,
    sectors: &HashMap<&str, &str>,
    texts: &Texts,
) -> Vec<Cell> {
    let word = |word: Option<&smol_str::SmolStr>| {
        Cell::Text(word.map(ToString::to_string).unwrap_or_default())
    };
    let fact = |fact: Fact| Cell::Number(known(row.fact(fact)));
    let certain = match (card.customer_type, card.provisional.any()) {
        (None, _) => String::new(),
        (Some(_), true) => say!(texts, "export-provisional"),
        (Some(_), false) => say!(texts, "export-sure"),
    };
    vec![
        Cell::Text(card.id.to_string()),
        Cell::Text(card.name.clone()),
        Cell::Text(card.customer_type.map(|t| texts.customer_type(t)).unwrap_or_default()),
        Cell::Text(certain),
        Cell::Number(card.value),
        Cell::Number(card.potential),
        Cell::Number(card.confidence),
        word(card.sector.as_ref()),
        word(card.owner.as_ref()),
        word(card.country.as_ref()),
        fact(Fact::Income12m),
        fact(Fact::SupportCost12m),
        fact(Fact::AcquisitionCost12m),
        Cell::Text(
            card.plugin
                .as_deref()
                .map_or("", |id| sectors.get(id).copied().unwrap_or(id))
                .to_owned(),
        ),
        Cell::Text(by_hand.map(|given| given.until.to_string()).unwrap_or_default()),
    ]
}

fn xlsx(rows: impl Iterator<Item = Vec<Cell>>, texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0_u16..).zip(HEADS) {
        sheet.write_string_with_format(0, column, say!(texts, head), &bold)?;
    }
    for (line, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) => sheet.write_string(line, column, text)?,
                Cell::Number(Some(number)) => sheet.write_number(line, column, rounded(number))?,
                Cell::Number(None) => continue,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// The rows as text, as a spreadsheet of the language opens it: in Dutch with
/// semicolons, decimal commas, and the mark by which it tells UTF-8.
fn csv(rows: impl Iterator<Item = Vec<Cell>>, texts: &Texts) -> std::io::Result<Vec<u8>> {
    let dutch = texts.language() == Language::Nl;
    let begun = if dutch { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let delimiter = if dutch { b';' } else { b',' };
    let mut out = csv::WriterBuilder::new().delimiter(delimiter).from_writer(begun);
    out.write_record(HEADS.map(|head| say!(texts, head)))?;
    for row in rows {
        out.write_record(row.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            Cell::Number(number) => {
                let number = number.map(|number| rounded(number).to_string()).unwrap_or_default();
                if dutch { number.replace('.', ",") } else { number }
            }
        }))?;
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// Four decimals, as amounts have.
fn rounded(number: f64) -> f64 {
    (number * 1e4).round() / 1e4
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_everybody_is_wanted_only_where_nothing_else_is_asked() {
        for (sentence, form) in [
            ("export naar excel", Some(Form::Xlsx)),
            ("Exporteer alle klanten als CSV-bestand, graag", Some(Form::Csv)),
            ("Can you send me the customers in Excel?", Some(Form::Xlsx)),
            ("geef me de klantenlijst in Excel", Some(Form::Xlsx)),
            ("export the strategic customers to excel", None),
            ("exporteer klanten in Gent", None),
            ("how many customers do we have?", None),
            ("all customers", None),
            ("", None),
        ] {
            assert_eq!(wanted(sentence), form, "{sentence}");
        }
    }

    #[test]
    fn text_is_written_as_a_spreadsheet_of_the_language_opens_it() {
        let row = || {
            let mut row = vec![Cell::Text("=Jansen; Zn".to_owned()), Cell::Number(Some(12.5))];
            row.resize_with(HEADS.len(), || Cell::Number(None));
            row
        };
        let written = |language| {
            let bytes = csv([row()].into_iter(), Texts::of(language)).unwrap_or_default();
            let text = String::from_utf8(bytes).unwrap_or_default();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let (english, dutch) = (written(Language::En), written(Language::Nl));
        assert!(english[1].starts_with("'=Jansen; Zn,12.5,"), "{english:?}");
        assert!(dutch[1].starts_with("\"'=Jansen; Zn\";12,5;"), "{dutch:?}");
        assert!(dutch[0].starts_with('\u{feff}') && !english[0].starts_with('\u{feff}'));
    }
}
