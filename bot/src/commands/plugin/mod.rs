//! The sector plugins.

mod folder;
mod new;

use std::path::Path;

use klantwijzer_host::{CheckReport, Limits, LoadProblem, check_plugin};
use serde_json::json;

use crate::cli::{Cli, PluginFolderCommand};
use crate::commands::Output;
use crate::failure::{Failure, fail};
use crate::office::{Office, worker_program};
use crate::render::{Align, Page, Table, load_problem};
use crate::text::{Texts, say};

/// Which plugins are loaded, and which could not be.
pub(crate) fn list(office: &Office) -> Output {
    let texts = &office.texts;
    let mut table = Table::new([
        (say!(texts, "plugin-id"), Align::Left),
        (say!(texts, "plugin-name"), Align::Left),
        (say!(texts, "plugin-version"), Align::Left),
        (say!(texts, "plugin-customers"), Align::Left),
    ]);
    let mut plugins = Vec::new();
    for manifest in office.desk.manifests() {
        table.row([
            manifest.id.to_string(),
            texts.words(&manifest.name).to_owned(),
            manifest.version.to_string(),
            texts.words(&manifest.customer.many).to_owned(),
        ]);
        plugins.push(json!({
            "id": manifest.id,
            "version": manifest.version,
            "name": manifest.name,
            "sectors": manifest.sectors,
        }));
    }
    let folder = office.plugins.display().to_string();
    let n = plugins.len();
    let mut page = Page::new(say!(texts, "plugin-lead", n = n, folder = folder.clone()));
    page.table(table);
    Output::new(page, json!({ "folder": folder, "plugins": plugins }))
}

/// What needs neither the data nor the plugins that are in use.
pub(crate) fn without_office(
    cli: &Cli,
    command: &PluginFolderCommand,
    texts: &'static Texts,
) -> Result<Output, Failure> {
    match command {
        PluginFolderCommand::Check { file } => Ok(checked(file, &check(file, texts)?, texts)),
        PluginFolderCommand::New { name, sdk } => new::new(name, sdk.as_deref(), texts),
        PluginFolderCommand::Add { file } => folder::add(cli, file, texts),
        PluginFolderCommand::Remove { id } => folder::remove(cli, id, texts),
    }
}

fn check(file: &Path, texts: &Texts) -> Result<CheckReport, Failure> {
    let shown = file.display().to_string();
    if file.is_dir() {
        return Err(fail!(texts, "plugin-is-folder", file = shown));
    }
    check_plugin(file, &worker_program(texts)?, Limits::default()).map_err(|error| {
        let (what, help) = load_problem(&error, texts);
        Failure::new("plugin", &say!(texts, "plugin-unusable", file = shown, what = what), &help)
    })
}

/// Whether a plugin keeps the rules, rule by rule.
fn checked(file: &Path, report: &CheckReport, texts: &Texts) -> Output {
    let failed = !report.passed();
    let name = file.display().to_string();
    let id = if failed { "plugin-check-failed" } else { "plugin-check-passed" };
    let mut page = Page::new(say!(texts, id, file = name.clone()));
    page.bullets(report.steps.iter().map(|step| {
        let mark = if step.problem.is_none() { "✓" } else { "✗" };
        match &step.problem {
            None => format!("{mark} {}", step.rule),
            Some(problem) => format!("{mark} {}: {problem}", step.rule),
        }
    }));
    let steps: Vec<_> = report
        .steps
        .iter()
        .map(|step| json!({ "name": step.rule, "problem": step.problem }))
        .collect();
    let json = json!({
        "file": name,
        "plugin": report.manifest.id,
        "version": report.manifest.version,
        "passed": !failed,
        "rows_per_second": report.rows_per_second,
        "steps": steps,
    });
    Output { failed, ..Output::new(page, json) }
}

/// What is wrong with a plugin, and what to do.
pub(crate) fn worded(problem: &LoadProblem, texts: &Texts) -> String {
    let file = problem.file.display().to_string();
    let (what, help) = load_problem(&problem.what, texts);
    say!(texts, "plugin-problem", file = file, what = what, help = help)
}
