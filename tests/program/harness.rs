use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// How the variables begin in which cargo tells what package it runs.
const OF_A_PACKAGE: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_CRATE_", "CARGO_PRIMARY_"];

/// Builds the program and its plugins once, and returns the program; or the one that
/// `KLANTWIJZER_PROGRAM` names, which has its plugins beside it.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(named) = std::env::var_os("KLANTWIJZER_PROGRAM") {
            let named = PathBuf::from(named);
            assert!(named.is_file(), "{} is there", named.display());
            return named;
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut cargo = Command::new(env!("CARGO"));
        // What cargo tells a test of its package would make some build scripts, and all that
        // stands on them, run anew: each time, and at the next call from outside once more.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if OF_A_PACKAGE.iter().any(|begins| name.starts_with(begins)) {
                cargo.env_remove(&*name);
            }
        }
        let built = cargo
            // With the tests, libraries have the features that `cargo test` gave them, and what
            // it built serves here too.
            .args(["build", "--workspace", "--bins", "--lib", "--tests", "--quiet", "--offline"])
            .current_dir(&root)
            .status()
            .expect("cargo can be started");
        assert!(built.success(), "the program and its plugins build");
        // This test lies in `<target>/debug/deps`.
        let own = std::env::current_exe().expect("this test has a path");
        let folder = own.parent().and_then(Path::parent).expect("a target folder");
        let program = folder.join("klantwijzer");
        assert!(program.is_file(), "{} was built", program.display());
        program
    })
}

/// A data folder of its own, and files beside it.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    arguments: Vec<String>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), arguments: Vec::new() }
    }

    /// Every command gets these words in front.
    pub(crate) fn with(mut self, words: &[&str]) -> Self {
        self.arguments = words.iter().map(ToString::to_string).collect();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file to import.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("the file can be written");
        path
    }

    pub(crate) fn command<W: AsRef<OsStr>>(&self, words: &[W]) -> Command {
        let mut command = Command::new(program());
        command.env_clear().env("HOME", self.folder.path()).env("USER", "tester");
        command.arg("--data").arg(self.path("data")).args(&self.arguments).args(words);
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn run<W: AsRef<OsStr>>(&self, words: &[W]) -> Output {
        self.command(words).output().expect("the program can be started")
    }

    /// What it prints to a person; it must succeed.
    pub(crate) fn says<W: AsRef<OsStr>>(&self, words: &[W]) -> String {
        let output = self.run(words);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "it succeeds: {errors}");
        String::from_utf8(output.stdout).expect("text")
    }

    /// The one JSON object that it prints; it must succeed.
    pub(crate) fn json<W: AsRef<OsStr>>(&self, words: &[W]) -> Value {
        let (status, value) = self.json_and_status(words);
        assert_eq!(status, Some(0), "{value}");
        value
    }

    /// The error object that it prints; it must fail.
    pub(crate) fn error<W: AsRef<OsStr>>(&self, words: &[W]) -> Value {
        let (status, value) = self.json_and_status(words);
        assert_eq!(status, Some(1), "{value}");
        let error = value["error"].clone();
        for key in ["code", "message", "help"] {
            assert!(error[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {value}");
        }
        error
    }

    pub(crate) fn json_and_status<W: AsRef<OsStr>>(&self, words: &[W]) -> (Option<i32>, Value) {
        let mut command = self.command(words);
        let output = command.arg("--json").output().expect("the program can be started");
        let text = String::from_utf8(output.stdout).expect("text");
        let value = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("one JSON object ({error}): {text}"));
        (output.status.code(), value)
    }

    pub(crate) fn ask(&self, question: &str) -> Value {
        self.json(&["ask", question])
    }

    /// Runs with these lines as input.
    pub(crate) fn says_to(&self, words: &[&str], input: &str) -> String {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let mut stdin = child.stdin.take().expect("an input");
        stdin.write_all(input.as_bytes()).expect("the program reads");
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("text")
    }
}

/// The names of the customers in an answer.
pub(crate) fn names(reply: &Value) -> Vec<&str> {
    let customers = reply["answer"]["customers"].as_array().expect("customers");
    customers.iter().filter_map(|customer| customer["name"].as_str()).collect()
}

/// A small book: five customers with invoices in both languages' habits.
pub(crate) const CUSTOMERS: &str = "\
Klantnummer;Bedrijfsnaam;Branche;Accountmanager;Medewerkers;Aandeel in de bestedingen
1001;Jansen Metaal B.V.;maakindustrie;Marieke de Wit;240;30%
1002;Bakkerij de Vries;groothandel;Tom Hermans;12;90%
1003;Van Dijk Machinebouw;maakindustrie;Marieke de Wit;150;10%
1004;=cmd()|calc;groothandel;Tom Hermans;3;
1005;@everyone Handel;groothandel;;5;
";

pub(crate) const INVOICES: &str = "\
Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw
1;1001;15-01-2026;12.500,00
2;1001;15-04-2026;9.800,50
3;1001;15-09-2026;14.000,00
4;1002;01-02-2026;400,00
5;1002;01-08-2026;450,25
6;1003;20-03-2026;2.000,00
7;1003;20-10-2026;2.500,00
8;1004;05-05-2026;75,00
9;1005;06-06-2026;80,00
10;1002;03-08-2026;-50,25
";
