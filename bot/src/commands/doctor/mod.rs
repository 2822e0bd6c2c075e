//! Whether everything is in order, and what to do where it is not.

mod book;
mod bot;

use klantwijzer_core::manifest::Manifest;
use klantwijzer_host::LoadProblem;
use serde_json::json;

use crate::cli::{Cli, RunArgs};
use crate::commands::{Output, plugin};
use crate::discord::config::Config;
use crate::failure::Failure;
use crate::office::{Office, data_folder};
use crate::render::Page;
use crate::text::{Texts, say};

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

    fn failure(failure: &Failure) -> Self {
        Self::wrong(failure.to_string())
    }
}

/// Looks at the store, the plugins and the book. Where a bot is set up it looks at
/// the configuration and at Discord too.
pub(crate) fn doctor(cli: &Cli, args: &RunArgs, texts: &'static Texts) -> Result<Output, Failure> {
    let findings = match Config::file(args.config.as_deref()) {
        Some(file) => bot::findings(cli, file, texts)?,
        None => without_bot(cli, texts)?,
    };
    Ok(told(&findings, texts))
}

fn without_bot(cli: &Cli, texts: &'static Texts) -> Result<Vec<Finding>, Failure> {
    let office = Office::open(cli, data_folder(cli, texts)?, texts)?;
    let mut findings = vec![book::stored(&office)?, time_zones(texts)];
    findings.extend(plugins(office.desk.manifests(), &office.problems, texts));
    findings.extend(book::reviewed(&office)?);
    Ok(findings)
}

fn time_zones(texts: &Texts) -> Finding {
    match jiff::tz::TimeZone::get(A_TIME_ZONE) {
        Ok(_) => Finding::fine(say!(texts, "doctor-time-zones")),
        Err(_) => Finding::wrong(say!(texts, "doctor-no-time-zones")),
    }
}

fn plugins<'a>(
    loaded: impl Iterator<Item = &'a Manifest>,
    problems: &[LoadProblem],
    texts: &Texts,
) -> Vec<Finding> {
    let ids: Vec<String> =
        loaded.map(|manifest| format!("{} {}", manifest.id, manifest.version)).collect();
    let mut findings = Vec::new();
    if !ids.is_empty() {
        findings.push(Finding::fine(say!(texts, "doctor-plugins", plugins = texts.and(&ids))));
    } else if problems.is_empty() {
        findings.push(Finding::wrong(say!(texts, "doctor-no-plugins")));
    }
    findings.extend(problems.iter().map(|one| Finding::wrong(plugin::worded(one, texts))));
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
