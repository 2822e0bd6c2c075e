//! Who did what.

use std::collections::{HashMap, HashSet};

use jiff::tz::TimeZone;
use klantwijzer_core::access::Action;
use klantwijzer_core::types::CustomerType;
use klantwijzer_store::{AuditFilter, AuditLine};
use klantwijzer_text::render::{self, Align, Page, Table};
use klantwijzer_text::{Failure, Texts, say};
use serde_json::json;
use smol_str::SmolStr;

use crate::customer::{self, Meant};
use crate::output::Output;
use crate::program::Program;
use crate::settings::label;

/// How many customers of one line a person sees; scripts get all of them.
const SHOWN: usize = 3;

/// Lists who did what, the last first.
pub fn audit(
    program: &Program,
    customer: Option<&str>,
    before: Option<u32>,
    most: usize,
) -> Result<Output, Failure> {
    let texts = program.texts;
    let (customer, assumed) =
        customer.map(|name| outside_id(program, name)).transpose()?.unwrap_or_default();
    let filter = AuditFilter { customer, before, ..AuditFilter::default() };
    let asked = program.who();
    let lines = program.wait(program.desk.audit(&asked, &filter, most))?;
    let mut json = json!({ "lines": lines });
    if let Some(assumed) = &assumed {
        json["assumed"] = json!(assumed);
    }
    if lines.is_empty() {
        let mut page = Page::new(say!(texts, "audit-none"));
        if let Some(assumed) = &assumed {
            page.note_first(assumed);
        }
        return Ok(Output::new(page, json));
    }
    let mut page = Page::new(say!(texts, "audit-lead"));
    let mut table = Table::new([
        (say!(texts, "imports-number"), Align::Right),
        (say!(texts, "audit-when"), Align::Left),
        (say!(texts, "audit-who"), Align::Left),
        (say!(texts, "audit-action"), Align::Left),
        (say!(texts, "audit-subject"), Align::Left),
    ]);
    let names = names(program, &lines)?;
    for line in &lines {
        table.row(row(line, &names, &program.zone, texts));
    }
    page.table(table);
    if let Some(last) = lines.last().filter(|_| lines.len() == most) {
        page.note(say!(texts, "audit-more", number = last.number.to_string()));
    }
    if let Some(assumed) = &assumed {
        page.note_first(assumed);
    }
    Ok(Output::new(page, json))
}

/// The outside id of a customer, and who a loose name was taken for; one that is no
/// longer there is asked for by its id.
fn outside_id(program: &Program, name: &str) -> Result<(Option<SmolStr>, Option<String>), Failure> {
    let book = program.book()?;
    let typed = || SmolStr::new(name.trim());
    match customer::find_alike(program, &book, name) {
        Ok(Meant { customer, assumed }) => {
            let row = book.portfolio().row(customer);
            Ok((Some(row.map_or_else(typed, |row| SmolStr::new(row.id()))), assumed))
        }
        Err(failure) if failure.code == "unknown-customer" => Ok((Some(typed()), None)),
        Err(failure) => Err(failure),
    }
}

/// The names of the customers that the lines show, by outside id.
fn names(program: &Program, lines: &[AuditLine]) -> Result<HashMap<SmolStr, String>, Failure> {
    let shown = lines.iter().flat_map(|line| line.customers.iter().take(SHOWN));
    let shown: HashSet<&str> = shown.map(SmolStr::as_str).collect();
    if shown.is_empty() {
        return Ok(HashMap::new());
    }
    let book = program.book()?;
    let called = program.names(&book);
    let rows = book.portfolio().rows().filter(|row| shown.contains(row.id()));
    let name = |no| render::customer_name(no, program.texts, &called);
    Ok(rows.map(|row| (row.id().into(), name(row.no()))).collect())
}

fn row(
    line: &AuditLine,
    names: &HashMap<SmolStr, String>,
    zone: &TimeZone,
    texts: &Texts,
) -> [String; 5] {
    let when = line.at.to_zoned_datetime(zone.clone());
    let name = |id: &SmolStr| names.get(id).cloned().unwrap_or_else(|| id.to_string());
    let mut subject: Vec<String> = line.customers.iter().take(SHOWN).map(name).collect();
    if line.customers.len() > SHOWN {
        let n = line.customers.len() - SHOWN;
        subject.push(say!(texts, "audit-others", n = n));
    }
    subject
        .extend(line.import.map(|import| say!(texts, "audit-import", number = import.to_string())));
    subject.extend(Some(detail(line, texts)).filter(|detail| !detail.is_empty()));
    [
        line.number.to_string(),
        format!("{} {}", texts.date(when.date()), when.strftime("%H:%M")),
        line.name.clone(),
        texts.action(line.action),
        subject.join(" · "),
    ]
}

/// What the desk itself notes in words; the rest is names and numbers.
fn detail(line: &AuditLine, texts: &Texts) -> String {
    match line.detail.as_str() {
        paths if line.action == Action::ChangeSettings => {
            let labels: Vec<String> = paths.split(", ").map(|path| label(path, texts)).collect();
            texts.commas(&labels)
        }
        given if line.action == Action::Override && given.contains(": ") => {
            let (id, reason) = given.split_once(": ").unwrap_or((given, ""));
            match CustomerType::from_id(id) {
                Some(given) => format!("{}: {reason}", texts.customer_type(given)),
                None => given.to_owned(),
            }
        }
        "none" => say!(texts, "audit-detail-none"),
        "portfolio" => say!(texts, "audit-detail-portfolio"),
        "stopped" => say!(texts, "audit-detail-stopped"),
        "lifted" => say!(texts, "audit-detail-lifted"),
        "all that is held" => say!(texts, "audit-detail-held"),
        other => other.to_owned(),
    }
}
