//! One question after another at the terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

use klantwijzer_ask::vocabulary::Vocabulary;
use klantwijzer_frontend::ask::Conversation;
use klantwijzer_frontend::{Output, Program};
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, clean, say};
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::Validator;
use rustyline::{Config, Context, Editor, Helper};
use serde_json::Value;

use crate::print::{print_failure, shown};

/// The longest question that is read, in bytes; the rest of the line is left.
const LONGEST: u64 = 10_000;

/// How many names are offered to complete what was typed.
const OFFERED: usize = 20;

/// Words that end the chat, in both languages.
const GOODBYES: [&str; 8] = ["quit", "exit", "bye", "q", "stop", "doei", "dag", "klaar"];

/// Chats until the person says goodbye or there is no more input.
pub fn chat(program: &Program, json: bool) -> Result<Output, Failure> {
    if !json && io::stdin().is_terminal() && io::stdout().is_terminal() {
        with_editor(program)?;
        return Ok(Output::page(Page::new(say!(program.texts, "chat-bye"))));
    }
    let mut failed = false;
    let mut input = io::stdin().lock();
    let mut conversation = Conversation::new(program);
    loop {
        let mut line = Vec::new();
        let read = io::Read::take(&mut input, LONGEST).read_until(b'\n', &mut line);
        if !matches!(read, Ok(bytes) if bytes > 0) {
            break;
        }
        let question = String::from_utf8_lossy(&line).trim().to_owned();
        if question.is_empty() {
            continue;
        }
        if says_goodbye(&question) {
            break;
        }
        // What reads the answers may wait for each before it asks on, and goes away when it likes.
        let told = match conversation.ask(&question) {
            Ok(output) if json => tell(&output.json.to_string()),
            Ok(output) => tell(&format!("> {}\n{}\n", clean(&question), shown(&output.page))),
            Err(failure) => {
                failed = true;
                print_failure(&failure, json);
                Ok(())
            }
        };
        if told.is_err() {
            break;
        }
    }
    let bye = Page::new(say!(program.texts, "chat-bye"));
    // Each answer was an object of its own.
    Ok(Output { failed, ..Output::new(bye, Value::Null) })
}

/// Writes a line, or several, at once.
fn tell(lines: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{lines}")?;
    out.flush()
}

fn says_goodbye(question: &str) -> bool {
    let word = question.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    GOODBYES.contains(&word.as_str())
}

/// With history, and customer names completed by Tab.
fn with_editor(program: &Program) -> Result<(), Failure> {
    let vocabulary = Arc::clone(&program.book()?.snapshot().vocabulary);
    let Ok(mut editor) = Editor::<CustomerNames, FileHistory>::with_config(Config::default())
    else {
        return Ok(());
    };
    editor.set_helper(Some(CustomerNames(vocabulary)));
    let history = program.history();
    let _ = editor.load_history(&history);
    let _ = writeln!(io::stdout(), "{}\n", say!(program.texts, "chat-welcome"));
    let mut conversation = Conversation::new(program);
    loop {
        match editor.readline("? ") {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) if says_goodbye(&line) => break,
            Ok(line) => {
                let _ = editor.add_history_entry(line.trim());
                match conversation.ask(line.trim()) {
                    Ok(output) => {
                        let _ = tell(&format!("\n{}\n", shown(&output.page)));
                    }
                    Err(failure) => {
                        print_failure(&failure, false);
                    }
                }
            }
            Err(ReadlineError::Interrupted) => {}
            Err(_) => break,
        }
    }
    // Without its history the chat works as well.
    let _ = editor.save_history(&history);
    Ok(())
}

/// Completes the names of customers.
struct CustomerNames(Arc<Vocabulary>);

impl Completer for CustomerNames {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let typed = line.get(..position).unwrap_or_default();
        // The longest tail of the line that begins a name is completed.
        let starts = typed.char_indices().filter(|(at, _)| {
            *at == 0 || typed.get(..*at).is_some_and(|before| before.ends_with(' '))
        });
        for (start, _) in starts {
            let tail = typed.get(start..).unwrap_or_default();
            if tail.chars().count() < 2 {
                continue;
            }
            let names: Vec<Pair> = self
                .0
                .complete(tail, OFFERED)
                .into_iter()
                .filter(|found| begins_with(&found.name, tail))
                .map(|found| {
                    let name = clean(&found.name).into_owned();
                    Pair { display: name.clone(), replacement: name }
                })
                .collect();
            if !names.is_empty() {
                return Ok((start, names));
            }
        }
        Ok((position, Vec::new()))
    }
}

/// Whether some word of the name, and what follows it, begins as typed.
fn begins_with(name: &str, typed: &str) -> bool {
    use klantwijzer_core::text::fold;
    let (name, typed) = (fold(name), fold(typed));
    name.starts_with(&typed) || name.contains(&format!(" {typed}"))
}

impl Hinter for CustomerNames {
    type Hint = String;
}

impl Highlighter for CustomerNames {}

impl Validator for CustomerNames {}

impl Helper for CustomerNames {}
