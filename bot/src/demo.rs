//! A sample workspace to look around in.

use std::io::{self, IsTerminal, Write};

use klantwijzer_answer::query::{Filter, Measure, Query};
use klantwijzer_desk::{ImportOptions, SourceFile};
use klantwijzer_frontend::import;
use klantwijzer_frontend::{Output, Place, Program, ask};
use klantwijzer_terminal::Cli;
use klantwijzer_text::render::{self, Page};
use klantwijzer_text::{Failure, Texts, errors, fail, say};
use serde_json::{Value, json};

use crate::{sample, wiring};

/// The questions that the demo answers, in each language.
const QUESTIONS: [&str; 3] = ["demo-question-1", "demo-question-2", "demo-question-3"];

/// Makes a sample workspace, shows its portfolio, answers three questions and
/// leaves the person in the chat; it ends where nobody is at the keyboard.
pub(crate) fn demo(cli: &Cli, texts: &'static Texts) -> Result<Output, Failure> {
    let temporary =
        tempfile::tempdir().map_err(|error| errors::file(&std::env::temp_dir(), &error, texts))?;
    let data = cli.data.clone().unwrap_or_else(|| temporary.path().join("data"));
    let place = Place { data: Some(data), ..cli.place() };
    let program = wiring::at_terminal(&place, texts)?;
    if program.book()?.portfolio().customers() > 0 {
        return Err(fail!(texts, "demo-not-empty", folder = program.data.display().to_string()));
    }
    fill(&program)?;
    let book = program.book()?;
    let names = program.names(&book);
    let everybody =
        Query::ListByType { types: Vec::new(), filter: Filter::default(), sort: Measure::Value };
    let asked = book.answer(&everybody);
    let portfolio = render::answer(&program.wait(asked)?, texts, &names).shortened(12, texts);
    show(cli, &say!(texts, "demo-made", n = book.portfolio().customers()));
    show(cli, &klantwijzer_terminal::shown(&portfolio));
    let mut replies: Vec<Value> = Vec::new();
    for question in QUESTIONS {
        let question = say!(texts, question);
        let output = ask::ask(&program, &question)?;
        show(cli, &format!("> {question}\n{}", klantwijzer_terminal::shown(&output.page)));
        replies.push(output.json);
    }
    if !cli.json && io::stdin().is_terminal() && io::stdout().is_terminal() {
        return klantwijzer_terminal::chat(&program, false);
    }
    let page = Page::new(say!(texts, "demo-done"));
    Ok(Output::new(page, json!({ "customers": book.portfolio().customers(), "replies": replies })))
}

fn show(cli: &Cli, text: &str) {
    if !cli.json {
        let _ = writeln!(io::stdout(), "{text}\n");
    }
}

/// Imports the sample's files, as a person would theirs.
fn fill(program: &Program) -> Result<(), Failure> {
    let files: Vec<SourceFile> = sample::files(program.today())
        .into_iter()
        .map(|file| SourceFile { name: file.name.to_owned(), bytes: file.text.into_bytes() })
        .collect();
    import::bring_in(program, &ImportOptions::default(), &files, false, &mut |_, _| {})?;
    Ok(())
}
