//! The project's own tasks: `cargo xtask demo`, `test`, `lines`, `teach`, `bench` and `soak`.

mod bench;
mod cargo;
mod lines;
mod soak;
mod source;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask demo [ARGS]    build everything, make a sample workspace and look around
cargo xtask test           what a change must pass: format, clippy, tests
cargo xtask lines [DIR]    count the lines of code of each package, here or in another checkout
cargo xtask teach          work the weights of the language model out anew from its sentences
cargo xtask bench [NAME]   measure: ask, scoring, portfolio, intake, store, import, person (what
                           one waits for), year (the disk after one); all by default
    --against PROGRAM      person and year: another build, run by turns, with the ratios
    --customers N,N        person and year: the sizes of the books, such as 1000000
cargo xtask soak [MINUTES]  the bot under load on a large book: 200 at once, then for 10 minutes";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let task = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let done = match task.as_str() {
        "demo" => demo(&rest),
        "test" => test(),
        "teach" => teach(),
        "lines" => lines::lines(rest.first().map(String::as_str)),
        "bench" => bench::bench(&rest),
        "soak" => soak::soak(rest.first().map(String::as_str)),
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the program and its plugins, and shows them at work.
fn demo(arguments: &[String]) -> Result<(), String> {
    // Discord is half of what there is to compile, and the demo shows nothing of it.
    cargo::cargo(&["build", "--no-default-features"])?;
    let mut words = vec!["demo".to_owned()];
    words.extend_from_slice(arguments);
    cargo::run(&cargo::program("debug"), &words)
}

/// What a change in the sentences or the words of klantwijzer-ask asks for.
fn teach() -> Result<(), String> {
    cargo::cargo(&["run", "--release", "--package", "klantwijzer-ask", "--example", "teach"])
}

fn test() -> Result<(), String> {
    cargo::cargo(&["fmt", "--all", "--check"])?;
    cargo::cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    cargo::cargo(&["test", "--workspace"])
}
