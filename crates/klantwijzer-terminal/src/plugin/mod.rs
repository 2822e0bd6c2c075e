//! The sector plugins.

mod folder;
mod new;

use std::path::Path;

use klantwijzer_frontend::plugins::worker_program;
use klantwijzer_frontend::{Output, Place, Program};
use klantwijzer_host::{CheckReport, Limits, check_plugin};
use klantwijzer_text::render::{Align, Page, Table, load_problem};
use klantwijzer_text::{Failure, Texts, fail, say};
use serde_json::json;

use crate::cli::PluginFolderCommand;

/// Which plugins are loaded, and which could not be.
pub(crate) fn list(program: &Program) -> Output {
    let texts = &program.texts;
    let mut table = Table::new([
        (say!(texts, "plugin-id"), Align::Left),
        (say!(texts, "plugin-name"), Align::Left),
        (say!(texts, "plugin-version"), Align::Left),
        (say!(texts, "plugin-customers"), Align::Left),
    ]);
    let mut plugins = Vec::new();
    for manifest in program.desk.manifests() {
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
    let folder = program.plugins.display().to_string();
    let n = plugins.len();
    let mut page = Page::new(say!(texts, "plugin-lead", n = n, folder = folder.clone()));
    page.table(table);
    Output::new(page, json!({ "folder": folder, "plugins": plugins }))
}

/// What needs neither the data nor the plugins that are in use; `open` gives them
/// where a plugin that is gone is only known by them.
pub fn without_data(
    place: &Place,
    command: &PluginFolderCommand,
    open: &dyn Fn() -> Result<Program, Failure>,
    texts: &Texts,
) -> Result<Output, Failure> {
    match command {
        PluginFolderCommand::Check { file } => Ok(checked(file, &check(file, texts)?, texts)),
        PluginFolderCommand::New { name, sdk } => new::new(name, sdk.as_deref(), texts),
        PluginFolderCommand::Add { file } => folder::add(place, file, texts),
        PluginFolderCommand::Remove { id } => folder::remove(place, id, open, texts),
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
    page.bullets(report.steps.iter().map(|step| match &step.problem {
        None => format!("✓ {}", step.rule),
        Some(problem) => format!("✗ {}: {problem}", step.rule),
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
