//! How a file was understood, or why it could not be read.

use fluent_bundle::FluentArgs;
use klantwijzer_answer::body::FactName;
use klantwijzer_intake::{Field, FileKind, IntakeError, NearestKind, Note, Problem};

use super::import::shown;
use crate::failure::Failure;
use crate::texts::Texts;
use crate::{say, variables};

/// The most headers or values that a text repeats.
const MOST_SHOWN: usize = 12;

/// Why a file cannot be read at all, and what to do about it.
pub fn intake_failure(error: &IntakeError, texts: &Texts) -> Failure {
    let file = shown(&error.file, texts);
    let file = match &error.sheet {
        Some(sheet) => say!(texts, "intake-sheet", file, sheet = shown(sheet, texts)),
        None => file,
    };
    let (problem, help) = problem(&error.problem, texts);
    let message = say!(texts, "intake-failure", file, problem);
    Failure::new(error.problem.code(), &message, &help)
}

/// What is wrong with a file, and what to do about it.
fn problem(problem: &Problem, texts: &Texts) -> (String, String) {
    let told = |id: &str, what: &FluentArgs<'_>, help: &FluentArgs<'_>| {
        (texts.message(id, what), texts.message(&format!("{id}.help"), help))
    };
    let simply = |id: &str| told(id, &variables!(), &variables!());
    let said = |id: &str, what: &FluentArgs<'_>| told(id, what, &variables!());
    let quoted = |words: &[String]| quoted(words, texts);
    match problem {
        Problem::Empty => simply("problem-empty"),
        Problem::TooLarge { limit, unit } => {
            let limit = texts.number(*limit as f64);
            let unit = say!(texts, &format!("size-{}", unit.id()));
            said("problem-too-large", &variables!(limit, unit))
        }
        Problem::NotATable { looks_like } => {
            let looks = say!(texts, &format!("looks-{}", looks_like.id()));
            said("problem-not-a-table", &variables!(looks))
        }
        Problem::BrokenWorkbook { .. } => simply("problem-broken-workbook"),
        Problem::LockedWorkbook => simply("problem-locked-workbook"),
        Problem::UnknownKind { headers, nearest } => {
            let kinds: Vec<_> = FileKind::ALL.iter().map(|kind| kind_word(*kind, texts)).collect();
            let help = say!(texts, "problem-unknown-kind.help", kinds = texts.commas(&kinds));
            (unknown_kind(headers, nearest, texts), help)
        }
        Problem::AmbiguousKind { kinds } => {
            let of_each = |word: &dyn Fn(FileKind) -> String| {
                texts.or(&kinds.iter().map(|kind| word(*kind)).collect::<Vec<_>>())
            };
            let names = of_each(&|kind| file_kind(kind, texts));
            let options = of_each(&|kind| kind_word(kind, texts));
            let (what, help) = (variables!(kinds = names), variables!(kinds = options));
            told("problem-ambiguous-kind", &what, &help)
        }
        Problem::MissingColumns { kind, missing, headers } => {
            let what = variables!(
                kind = file_kind(*kind, texts),
                missing = fields(missing, texts),
                headers = quoted(headers)
            );
            let field = missing.first().map_or("field", Field::id);
            told("problem-missing-columns", &what, &variables!(field))
        }
        Problem::NoDateColumn { kind, headers } => {
            let (kind, headers) = (file_kind(*kind, texts), quoted(headers));
            said("problem-no-date-column", &variables!(kind, headers))
        }
        Problem::TwoColumnsForOneField { field: of, headers } => {
            let what = variables!(field = field(of, texts), headers = quoted(headers));
            let header = shown(headers.first().map_or("HEADER", String::as_str), texts);
            told("problem-two-columns", &what, &variables!(header, field = of.id()))
        }
        Problem::UnknownColumn { header, headers } => {
            let (header, headers) = (shown(header, texts), quoted(headers));
            said("problem-unknown-column", &variables!(header, headers))
        }
        Problem::AmbiguousDecimals { examples } => {
            said("problem-ambiguous-decimals", &variables!(examples = quoted(examples)))
        }
        Problem::AmbiguousDates { day_first, month_first } => {
            let (day, month) = (quoted(day_first), quoted(month_first));
            said("problem-ambiguous-dates", &variables!(day, month))
        }
        Problem::CreditOrInvoice { examples } => {
            said("problem-credit-or-invoice", &variables!(examples = quoted(examples)))
        }
        Problem::CostKindUnknown { header } => {
            let help = variables!(header = shown(header, texts));
            told("problem-cost-kind-unknown", &variables!(), &help)
        }
    }
}

fn unknown_kind(headers: &[String], nearest: &[NearestKind], texts: &Texts) -> String {
    let headers = quoted(headers, texts);
    let Some(near) = nearest.first() else {
        return say!(texts, "problem-unknown-kind", headers);
    };
    let (kind, missing) = (file_kind(near.kind, texts), fields(&near.missing, texts));
    say!(texts, "problem-unknown-kind-near", headers, kind, missing)
}

/// Something a person should know of how a file was understood.
pub fn intake_note(note: &Note, texts: &Texts) -> String {
    let of_column = |id: &str, header: &str| say!(texts, id, header = shown(header, texts));
    match note {
        Note::KindFromName => say!(texts, "intake-kind-from-name"),
        Note::AssumedInvoices => say!(texts, "intake-assumed-invoices"),
        Note::ColumnChosen { field: of, chosen, ignored } => {
            let (of, chosen) = (field(of, texts), shown(chosen, texts));
            let ignored = quoted(ignored, texts);
            say!(texts, "intake-column-chosen", field = of, chosen, ignored)
        }
        Note::NameIsId { header } => of_column("intake-name-is-id", header),
        Note::GrossAmountTaken { header } => of_column("intake-gross-taken", header),
        Note::GrossLessVat => say!(texts, "intake-gross-less-vat"),
        Note::VatUnclear { header } => of_column("intake-vat-unclear", header),
        Note::VatNotAdded { header } => of_column("intake-vat-not-added", header),
        Note::AmountComputed => say!(texts, "intake-amount-computed"),
        Note::CostIsTotal { header } => of_column("intake-cost-is-total", header),
        Note::DateGiven => say!(texts, "intake-date-given"),
        Note::LinesWithoutNumber => say!(texts, "intake-lines-without-number"),
        Note::KindColumnIgnored { header } => of_column("intake-kind-column-ignored", header),
        Note::DecimalsMixed => say!(texts, "intake-decimals-mixed"),
        Note::DatesMixed { examples } => {
            say!(texts, "intake-dates-mixed", examples = quoted(examples, texts))
        }
        Note::FactNotDeclared { id } => {
            let fact = FactName { id: id.as_str().into(), label: None };
            say!(texts, "intake-fact-not-declared", fact = shown(&texts.fact(&fact), texts))
        }
        Note::SharesArePercentages { header } => of_column("intake-shares-are-percentages", header),
        Note::RowsAlike { rows, lines } => {
            let first: Vec<_> = lines.iter().map(ToString::to_string).collect();
            let more = rows.saturating_sub(lines.len() as u64);
            let lines = texts.commas(&first);
            say!(texts, "intake-rows-alike", n = *rows, lines, more)
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
    if word == name { name } else { say!(texts, "file-kind-word", word = word, name = name) }
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
