//! Whether everything is in order, and what to do where it is not.

mod book;
#[cfg(feature = "discord")]
mod bot;

use klantwijzer_core::manifest::Manifest;
use klantwijzer_frontend::{Output, Place, plugins};
use klantwijzer_host::LoadProblem;
use klantwijzer_terminal::RunArgs;
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, say};
use serde_json::json;

use crate::wiring;

/// A time zone that every machine knows that knows any.
const A_TIME_ZONE: &str = "Europe/Amsterdam";

/// One thing that was looked at.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    fine: bool,
    text: String,
}

impl Finding {
    fn fine(text: String) -> Self {
        Self { fine: true, text }
    }

    fn wrong(text: String) -> Self {
        Self { fine: false, text }
    }

    #[cfg(feature = "discord")]
    fn failure(failure: &Failure) -> Self {
        Self::wrong(failure.to_string())
    }
}

/// Looks at the store, the plugins and the book. Where a bot is set up it looks at
/// the configuration and at Discord too.
pub(crate) fn doctor(
    place: &Place,
    args: &RunArgs,
    texts: &'static Texts,
) -> Result<Output, Failure> {
    let findings = match with_bot(place, args, texts)? {
        Some(findings) => findings,
        None => without_bot(place, texts)?,
    };
    Ok(told(&findings, texts))
}

/// What is found where a bot is set up.
#[cfg(feature = "discord")]
fn with_bot(
    place: &Place,
    args: &RunArgs,
    texts: &'static Texts,
) -> Result<Option<Vec<Finding>>, Failure> {
    let file = klantwijzer_discord::Config::file(args.config.as_deref());
    file.map(|file| bot::findings(place, file, texts)).transpose()
}

#[cfg(not(feature = "discord"))]
fn with_bot(_: &Place, _: &RunArgs, _: &Texts) -> Result<Option<Vec<Finding>>, Failure> {
    Ok(None)
}

fn without_bot(place: &Place, texts: &'static Texts) -> Result<Vec<Finding>, Failure> {
    let program = wiring::at_terminal(place, texts)?;
    let mut findings = vec![book::stored(&program)?, time_zones(texts)];
    findings.extend(loaded(program.desk.manifests(), &program.problems, texts));
    findings.extend(book::reviewed(&program)?);
    Ok(findings)
}

fn time_zones(texts: &Texts) -> Finding {
    match jiff::tz::TimeZone::get(A_TIME_ZONE) {
        Ok(_) => Finding::fine(say!(texts, "doctor-time-zones")),
        Err(_) => Finding::wrong(say!(texts, "doctor-no-time-zones")),
    }
}

fn loaded<'a>(
    manifests: impl Iterator<Item = &'a Manifest>,
    problems: &[LoadProblem],
    texts: &Texts,
) -> Vec<Finding> {
    let ids: Vec<String> =
        manifests.map(|manifest| format!("{} {}", manifest.id, manifest.version)).collect();
    let mut findings = Vec::new();
    if !ids.is_empty() {
        findings.push(Finding::fine(say!(texts, "doctor-plugins", plugins = texts.and(&ids))));
    } else if problems.is_empty() {
        findings.push(Finding::wrong(say!(texts, "doctor-no-plugins")));
    }
    findings.extend(problems.iter().map(|one| Finding::wrong(plugins::worded(one, texts))));
    findings
}

fn told(findings: &[Finding], texts: &Texts) -> Output {
    let wrong = findings.iter().filter(|finding| !finding.fine).count();
    let mut page = Page::new(if wrong == 0 {
        say!(texts, "doctor-fine")
    } else {
        say!(texts, "doctor-wrong", n = wrong)
    });
    page.bullets(findings.iter().map(|finding| {
        let mark = if finding.fine { "✓" } else { "✗" };
        format!("{mark} {}", finding.text)
    }));
    let each = |finding: &Finding| json!({ "fine": finding.fine, "text": finding.text });
    let json = json!({
        "healthy": wrong == 0,
        "findings": findings.iter().map(each).collect::<Vec<_>>(),
    });
    Output { failed: wrong > 0, ..Output::new(page, json) }
}
