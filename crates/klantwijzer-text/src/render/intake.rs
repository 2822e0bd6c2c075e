//! How a file was understood, or why it could not be read.

use klantwijzer_answer::body::FactName;
use klantwijzer_intake::{Field, FileKind, IntakeError, NearestKind, Note, Problem};

use super::import::shown;
use crate::failure::Failure;
use crate::say;
use crate::texts::Texts;

/// The most headers or values that a text repeats.
const MOST_SHOWN: usize = 12;

/// Why a file cannot be read at all, and what to do about it.
pub fn intake_failure(error: &IntakeError, texts: &Texts) -> Failure {
    let file = shown(&error.file, texts);
    let file = match &error.sheet {
        Some(sheet) => say!(texts, "intake-sheet", file = file, sheet = shown(sheet, texts)),
        None => file,
    };
    let problem = problem(&error.problem, texts);
    let message = say!(texts, "intake-failure", file = file, problem = problem);
    Failure::new(error.problem.code(), &message, &help(&error.problem, texts))
}

/// What is wrong with a file.
fn problem(problem: &Problem, texts: &Texts) -> String {
    match problem {
        Problem::Empty => say!(texts, "problem-empty"),
        Problem::TooLarge { limit, unit } => {
            let limit = texts.number(*limit as f64);
            let unit = say!(texts, &format!("size-{}", unit.id()));
            say!(texts, "problem-too-large", limit = limit, unit = unit)
        }
        Problem::NotATable { looks_like } => {
            let looks = say!(texts, &format!("looks-{}", looks_like.id()));
            say!(texts, "problem-not-a-table", looks = looks)
        }
        Problem::BrokenWorkbook { .. } => say!(texts, "problem-broken-workbook"),
        Problem::LockedWorkbook => say!(texts, "problem-locked-workbook"),
        Problem::UnknownKind { headers, nearest } => unknown_kind(headers, nearest, texts),
        Problem::AmbiguousKind { kinds } => {
            let kinds: Vec<_> = kinds.iter().map(|kind| file_kind(*kind, texts)).collect();
            say!(texts, "problem-ambiguous-kind", kinds = texts.or(&kinds))
        }
        Problem::MissingColumns { kind, missing, headers } => {
            let (kind, missing) = (file_kind(*kind, texts), fields(missing, texts));
            let headers = quoted(headers, texts);
            say!(
                texts,
                "problem-missing-columns",
                kind = kind,
                missing = missing,
                headers = headers
            )
        }
        Problem::NoDateColumn { kind, headers } => {
            let (kind, headers) = (file_kind(*kind, texts), quoted(headers, texts));
            say!(texts, "problem-no-date-column", kind = kind, headers = headers)
        }
        Problem::TwoColumnsForOneField { field: of, headers } => {
            let (of, headers) = (field(of, texts), quoted(headers, texts));
            say!(texts, "problem-two-columns", field = of, headers = headers)
        }
        Problem::UnknownColumn { header, headers } => {
            let (header, headers) = (shown(header, texts), quoted(headers, texts));
            say!(texts, "problem-unknown-column", header = header, headers = headers)
        }
        Problem::AmbiguousDecimals { examples } => {
            say!(texts, "problem-ambiguous-decimals", examples = quoted(examples, texts))
        }
        Problem::AmbiguousDates { day_first, month_first } => {
            let (day, month) = (quoted(day_first, texts), quoted(month_first, texts));
            say!(texts, "problem-ambiguous-dates", day = day, month = month)
        }
        Problem::CreditOrInvoice { examples } => {
            say!(texts, "problem-credit-or-invoice", examples = quoted(examples, texts))
        }
        Problem::CostKindUnknown { .. } => say!(texts, "problem-cost-kind-unknown"),
    }
}

fn unknown_kind(headers: &[String], nearest: &[NearestKind], texts: &Texts) -> String {
    let headers = quoted(headers, texts);
    let Some(near) = nearest.first() else {
        return say!(texts, "problem-unknown-kind", headers = headers);
    };
    let (kind, missing) = (file_kind(near.kind, texts), fields(&near.missing, texts));
    say!(texts, "problem-unknown-kind-near", headers = headers, kind = kind, missing = missing)
}

/// What to do about it.
fn help(problem: &Problem, texts: &Texts) -> String {
    match problem {
        Problem::Empty => say!(texts, "problem-empty.help"),
        Problem::TooLarge { .. } => say!(texts, "problem-too-large.help"),
        Problem::NotATable { .. } => say!(texts, "problem-not-a-table.help"),
        Problem::BrokenWorkbook { .. } => say!(texts, "problem-broken-workbook.help"),
        Problem::LockedWorkbook => say!(texts, "problem-locked-workbook.help"),
        Problem::UnknownKind { .. } => {
            let kinds: Vec<_> = FileKind::ALL.iter().map(|kind| kind_word(*kind, texts)).collect();
            say!(texts, "problem-unknown-kind.help", kinds = texts.commas(&kinds))
        }
        Problem::AmbiguousKind { kinds } => {
            let word = |kind| format!("--kind {}", kind_word(kind, texts));
            let kinds: Vec<_> = kinds.iter().map(|kind| word(*kind)).collect();
            say!(texts, "problem-ambiguous-kind.help", kinds = texts.or(&kinds))
        }
        Problem::MissingColumns { missing, .. } => {
            let field = missing.first().map_or("field", Field::id);
            say!(texts, "problem-missing-columns.help", field = field.to_owned())
        }
        Problem::NoDateColumn { .. } => say!(texts, "problem-no-date-column.help"),
        Problem::TwoColumnsForOneField { field, headers } => {
            let header = shown(headers.first().map_or("HEADER", String::as_str), texts);
            say!(texts, "problem-two-columns.help", header = header, field = field.id().to_owned())
        }
        Problem::UnknownColumn { .. } => say!(texts, "problem-unknown-column.help"),
        Problem::AmbiguousDecimals { .. } => say!(texts, "problem-ambiguous-decimals.help"),
        Problem::AmbiguousDates { .. } => say!(texts, "problem-ambiguous-dates.help"),
        Problem::CreditOrInvoice { .. } => say!(texts, "problem-credit-or-invoice.help"),
        Problem::CostKindUnknown { header } => {
            say!(texts, "problem-cost-kind-unknown.help", header = shown(header, texts))
        }
    }
}

/// Something a person should know of how a file was understood.
pub fn intake_note(note: &Note, texts: &Texts) -> String {
    match note {
        Note::KindFromName => say!(texts, "intake-kind-from-name"),
        Note::AssumedInvoices => say!(texts, "intake-assumed-invoices"),
        Note::ColumnChosen { field: of, chosen, ignored } => {
            let (of, chosen) = (field(of, texts), shown(chosen, texts));
            let ignored = quoted(ignored, texts);
            say!(texts, "intake-column-chosen", field = of, chosen = chosen, ignored = ignored)
        }
        Note::NameIsId { header } => {
            say!(texts, "intake-name-is-id", header = shown(header, texts))
        }
        Note::GrossAmountTaken { header } => {
            say!(texts, "intake-gross-taken", header = shown(header, texts))
        }
        Note::GrossLessVat => say!(texts, "intake-gross-less-vat"),
        Note::VatUnclear { header } => {
            say!(texts, "intake-vat-unclear", header = shown(header, texts))
        }
        Note::VatNotAdded { header } => {
            say!(texts, "intake-vat-not-added", header = shown(header, texts))
        }
        Note::AmountComputed => say!(texts, "intake-amount-computed"),
        Note::CostIsTotal { header } => {
            say!(texts, "intake-cost-is-total", header = shown(header, texts))
        }
        Note::DateGiven => say!(texts, "intake-date-given"),
        Note::LinesWithoutNumber => say!(texts, "intake-lines-without-number"),
        Note::KindColumnIgnored { header } => {
            say!(texts, "intake-kind-column-ignored", header = shown(header, texts))
        }
        Note::DecimalsMixed => say!(texts, "intake-decimals-mixed"),
        Note::DatesMixed { examples } => {
            say!(texts, "intake-dates-mixed", examples = quoted(examples, texts))
        }
        Note::FactNotDeclared { id } => {
            let fact = FactName { id: id.as_str().into(), label: None };
            say!(texts, "intake-fact-not-declared", fact = shown(&texts.fact(&fact), texts))
        }
        Note::SharesArePercentages { header } => {
            say!(texts, "intake-shares-are-percentages", header = shown(header, texts))
        }
        Note::RowsAlike { rows, lines } => {
            let first: Vec<_> = lines.iter().map(ToString::to_string).collect();
            let more = rows.saturating_sub(lines.len() as u64);
            let lines = texts.commas(&first);
            say!(texts, "intake-rows-alike", n = *rows, lines = lines, more = more)
        }
        Note::NoRows => say!(texts, "intake-no-rows"),
        Note::SheetSkipped { sheet } => {
            say!(texts, "intake-sheet-skipped", sheet = shown(sheet, texts))
        }
    }
}

/// What a file holds.
pub fn file_kind(kind: FileKind, texts: &Texts) -> String {
    say!(texts, &format!("file-kind-{}", kind.id()))
}

/// The word after `--kind`, with what it says where that is not the same.
fn kind_word(kind: FileKind, texts: &Texts) -> String {
    let (word, name) = (kind.id(), file_kind(kind, texts));
    if word == name { name } else { format!("{word} ({name})") }
}

/// What a column means.
pub fn field(field: &Field, texts: &Texts) -> String {
    match field {
        Field::Fact(id) => texts.fact(&FactName { id: id.clone(), label: None }),
        plain => say!(texts, &format!("field-{}", plain.id())),
    }
}

fn fields(of: &[Field], texts: &Texts) -> String {
    let fields: Vec<_> = of.iter().map(|one| field(one, texts)).collect();
    texts.and(&fields)
}

/// The first of these words from a file, each in quotes.
pub fn quoted(words: &[String], texts: &Texts) -> String {
    let mut quoted: Vec<_> = words
        .iter()
        .take(MOST_SHOWN)
        .map(|word| say!(texts, "quoted", text = shown(word, texts)))
        .collect();
    if words.len() > MOST_SHOWN {
        quoted.push(say!(texts, "intake-others", n = words.len() - MOST_SHOWN));
    }
    texts.and(&quoted)
}
