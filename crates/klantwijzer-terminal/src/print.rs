//! What is printed.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use comfy_table::Table;
use klantwijzer_frontend::Output;
use klantwijzer_text::render::Page;
use klantwijzer_text::{Failure, Texts, fail};

/// Columns where the width of the window is not known.
const USUAL_WIDTH: usize = 100;

/// Prints what a command has to say.
pub fn print(output: &Output, json: bool, texts: &Texts) -> ExitCode {
    match say_all(output, json) {
        // A reader that has seen enough, such as `head`, is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let problem = error.to_string();
            print_failure(&fail!(texts, "not-printed", problem = problem), false)
        }
        _ if output.failed => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

fn say_all(output: &Output, json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if json && !output.json.is_null() {
        writeln!(out, "{}", output.json)?;
    } else {
        for warning in &output.warnings {
            writeln!(io::stderr(), "! {warning}")?;
        }
        if !json {
            writeln!(out, "{}", shown(&output.page))?;
        }
    }
    out.flush()
}

/// Prints why a command could not be done: one line to a person.
pub fn print_failure(failure: &Failure, json: bool) -> ExitCode {
    let _ = if json {
        writeln!(io::stdout(), "{}", failure.json())
    } else {
        writeln!(io::stderr(), "{} {}", failure.message, failure.help)
    };
    ExitCode::FAILURE
}

/// A page as this terminal, or whatever reads our output, shows it.
pub fn shown(page: &Page) -> String {
    let terminal = io::stdout().is_terminal();
    if terminal { page.terminal(width(), colour()) } else { page.plain(width()) }
}

/// The width of the window.
fn width() -> usize {
    Table::new().width().map_or(USUAL_WIDTH, usize::from)
}

/// Colour only on a terminal, and not where the person asks for none.
fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
