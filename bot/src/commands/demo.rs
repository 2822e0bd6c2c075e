//! A sample workspace to look around in.

use std::io::{self, IsTerminal, Write};

use klantwijzer_answer::query::{Filter, Measure, Query};
use klantwijzer_intake::{Options, Source, read};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::commands::{Output, ask};
use crate::failure::{self, Failure, fail};
use crate::office::Office;
use crate::render::{self, Page};
use crate::sample;
use crate::terminal;
use crate::text::{Texts, say};

/// The questions that the demo answers, in each language.
const QUESTIONS: [&str; 3] = ["demo-question-1", "demo-question-2", "demo-question-3"];

/// Makes a sample workspace, shows its portfolio, answers three questions and
/// leaves the person in the chat; it ends where nobody is at the keyboard.
pub(crate) fn demo(cli: &Cli, texts: &'static Texts) -> Result<Output, Failure> {
    let temporary =
        tempfile::tempdir().map_err(|error| failure::file(&std::env::temp_dir(), &error, texts))?;
    let data = cli.data.clone().unwrap_or_else(|| temporary.path().join("data"));
    let office = Office::open(cli, data, texts)?;
    let texts = &office.texts;
    if office.snapshot()?.portfolio.customers() > 0 {
        return Err(fail!(texts, "demo-not-empty", folder = office.data.display().to_string()));
    }
    fill(&office)?;
    let snapshot = office.snapshot()?;
    let names = office.names(&snapshot);
    let everybody =
        Query::ListByType { types: Vec::new(), filter: Filter::default(), sort: Measure::Value };
    let who = office.who();
    let asked = office.desk.answer(office.workspace, &who, &everybody, office.as_of);
    let portfolio = render::answer(&office.wait(asked)?, texts, &names).shortened(12, texts);
    show(cli, &say!(texts, "demo-made", n = snapshot.portfolio.customers()));
    show(cli, &terminal::shown(&portfolio));
    let mut replies: Vec<Value> = Vec::new();
    for question in QUESTIONS {
        let question = say!(texts, question);
        let output = ask::ask(&office, &question)?;
        show(cli, &format!("> {question}\n{}", terminal::shown(&output.page)));
        replies.push(output.json);
    }
    if !cli.json && io::stdin().is_terminal() && io::stdout().is_terminal() {
        return terminal::chat(&office, false);
    }
    let page = Page::new(say!(texts, "demo-done"));
    Ok(Output::new(
        page,
        json!({ "customers": snapshot.portfolio.customers(), "replies": replies }),
    ))
}

fn show(cli: &Cli, text: &str) {
    if !cli.json {
        let _ = writeln!(io::stdout(), "{text}\n");
    }
}

/// Imports the sample's files, as a person would theirs.
fn fill(office: &Office) -> Result<(), Failure> {
    let today = office.today();
    let files = sample::files(today);
    let sources: Vec<Source<'_>> =
        files.iter().map(|file| Source { name: file.name, bytes: file.text.as_bytes() }).collect();
    let who = office.who();
    let settings = office.wait(office.desk.settings(office.workspace, &who))?;
    let declared = office.desk.manifests().flat_map(|manifest| &manifest.facts);
    let catalog = klantwijzer_core::facts::FactCatalog::new(declared.map(|fact| fact.id.as_str()));
    let options = Options {
        rates: &settings.rates,
        fact_ids: catalog.ids(),
        ..Options::new(today, settings.currency.clone())
    };
    let intake = read(&sources, &options, &mut |_| {})
        .map_err(|error| render::intake_failure(&error, office.texts))?;
    let names = files.iter().map(|file| file.name.to_owned()).collect();
    office.wait(office.desk.import(office.workspace, &who, intake.records, names))?;
    Ok(())
}
