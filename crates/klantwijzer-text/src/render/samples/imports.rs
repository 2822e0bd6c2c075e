//! Rejected rows, unreadable files, and how files were understood.

use klantwijzer_core::records::{Origin, Rejected, Rejection};
use klantwijzer_intake::{
    Field, FileKind, IntakeError, NearestKind, Note, OtherFile, Problem, SizeUnit,
};

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A row for every reason to reject one.
pub(in crate::render) fn rejections() -> Vec<Rejected> {
    let value = || "1.234".to_owned();
    let reasons = vec![
        Rejection::NoCustomer,
        Rejection::Missing,
        Rejection::TooManyColumns { expected: 4, found: 6 },
        Rejection::TooFewColumns { expected: 4, found: 2 },
        Rejection::NotANumber { value: "n/a".to_owned() },
        Rejection::AmbiguousNumber { value: value() },
        Rejection::NumberOutOfRange { value: "9e99".to_owned() },
        Rejection::NotADate { value: "gisteren".to_owned() },
        Rejection::DateOutOfRange { value: "0001-01-01".to_owned() },
        Rejection::NoRate { currency: "CHF".to_owned() },
        Rejection::BadText { value: "\u{1b}[31m\u{202e}red".to_owned() },
        Rejection::UnknownWord { value: "misschien".to_owned() },
        Rejection::NameOfSeveral { name: "Jansen BV".to_owned(), customers: texts(&["12", "13"]) },
        Rejection::NumberOfAnotherCustomer {
            number: "10248".to_owned(),
            customers: texts(&["ALFKI", "VINET"]),
        },
        Rejection::ContradictsRow { line: 12 },
        Rejection::BadEncoding,
        Rejection::Erased,
    ];
    let rejected = |(line, why): (u32, Rejection)| {
        let column = if line % 2 == 0 { "Bedrag".to_owned() } else { String::new() };
        Rejected { origin: Origin { file: line % 2, line: 1_230 + line }, column, why }
    };
    (0..).zip(reasons).map(rejected).collect()
}

/// Every reason why a file cannot be read.
pub(in crate::render) fn problems() -> Vec<IntakeError> {
    let headers = || texts(&["Klant", "Datum", "Bedrag"]);
    let near =
        NearestKind { kind: FileKind::Invoices, missing: vec![Field::Customer, Field::Date] };
    let problems = vec![
        Problem::Empty,
        Problem::BrokenWorkbook { why: "no sheets".to_owned() },
        Problem::LockedWorkbook,
        Problem::UnknownKind { headers: headers(), nearest: vec![near] },
        Problem::UnknownKind { headers: (0..20).map(|n| n.to_string()).collect(), nearest: vec![] },
        Problem::AmbiguousKind { kinds: vec![FileKind::Invoices, FileKind::Payments] },
        Problem::MissingColumns {
            kind: FileKind::Invoices,
            missing: vec![Field::Customer],
            headers: headers(),
        },
        Problem::NoDateColumn { kind: FileKind::Gifts, headers: headers() },
        Problem::TwoColumnsForOneField { field: Field::Amount, headers: headers() },
        Problem::UnknownColumn { header: "Omzet".to_owned(), headers: headers() },
        Problem::AmbiguousDecimals { examples: texts(&["1.234", "5,678"]) },
        Problem::AmbiguousDates {
            day_first: texts(&["31-12-1997"]),
            month_first: texts(&["12-31-1997"]),
        },
        Problem::CreditOrInvoice { examples: texts(&["C1001"]) },
        Problem::CostKindUnknown { header: "Kosten".to_owned() },
    ];
    let too_large = SizeUnit::ALL.iter().map(|unit| Problem::TooLarge { limit: 256, unit: *unit });
    let others = OtherFile::ALL.iter().map(|other| Problem::NotATable { looks_like: *other });
    let problems = problems.into_iter().chain(too_large).chain(others);
    let error = |problem| IntakeError { file: "facturen.xlsx".to_owned(), sheet: None, problem };
    let mut errors: Vec<_> = problems.map(error).collect();
    errors.push(IntakeError { sheet: Some("Blad1".to_owned()), ..error(Problem::Empty) });
    errors
}

/// Everything a person should know of how a file was understood.
pub(in crate::render) fn notes() -> Vec<Note> {
    let header = || "Bedrag".to_owned();
    vec![
        Note::KindFromName,
        Note::AssumedInvoices,
        Note::ColumnChosen { field: Field::Amount, chosen: header(), ignored: texts(&["Totaal"]) },
        Note::NameIsId { header: "Klant".to_owned() },
        Note::GrossAmountTaken { header: header() },
        Note::GrossLessVat,
        Note::VatUnclear { header: header() },
        Note::VatNotAdded { header: "Btw".to_owned() },
        Note::AmountComputed,
        Note::CostIsTotal { header: "Kostprijs".to_owned() },
        Note::DateGiven,
        Note::LinesWithoutNumber,
        Note::KindColumnIgnored { header: "Soort".to_owned() },
        Note::DecimalsMixed,
        Note::DatesMixed { examples: texts(&["31-12-1997"]) },
        Note::FactNotDeclared { id: "fact:bed_count".to_owned() },
        Note::SharesArePercentages { header: "Aandeel".to_owned() },
        Note::RowsAlike { rows: 1, lines: vec![3] },
        Note::RowsAlike { rows: 2, lines: vec![3, 1204] },
        Note::RowsAlike { rows: 1_200, lines: vec![3, 4, 5, 6, 7] },
        Note::NoRows,
        Note::SheetSkipped { sheet: "Blad2".to_owned() },
    ]
}
