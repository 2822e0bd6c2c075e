//! A chat that another program holds: through a pipe, one question after the other.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;

use crate::first_day::book;
use crate::harness::Desk;

/// How long an answer may take before it counts as withheld.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running chat, with the lines that it has said.
struct Chat {
    process: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Chat {
    fn start(desk: &Desk, words: &[&str]) -> Self {
        let mut command = desk.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("the program can be started");
        let input = process.stdin.take().expect("an input");
        let output = BufReader::new(process.stdout.take().expect("an output"));
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        Self { process, input, lines }
    }

    fn ask(&mut self, question: &str) {
        writeln!(self.input, "{question}").expect("it reads");
    }

    fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("it answers before it is asked on")
    }

    /// Says that there are no more questions, and returns what is said after that.
    fn end(mut self) -> Vec<String> {
        drop(self.input);
        assert!(self.process.wait().expect("it ends").success());
        self.lines.iter().collect()
    }
}

#[test]
fn each_answer_is_an_object_on_a_line_before_the_next_question() {
    let desk = book();
    let mut chat = Chat::start(&desk, &["chat", "--json"]);
    for (question, intent) in [
        ("which customers are strategic?", "list_by_type"),
        ("and the transactional ones?", "list_by_type"),
        ("hoeveel klanten hebben we?", "count_by_definition"),
    ] {
        chat.ask(question);
        let reply: Value = serde_json::from_str(&chat.line()).expect("one object a line");
        assert_eq!(reply["question"], question);
        assert_eq!(reply["intent"], intent, "{reply}");
    }
    chat.ask("what is the weather like tomorrow");
    let reply: Value = serde_json::from_str(&chat.line()).expect("one object a line");
    assert_eq!(reply["understood"], false);
    assert_eq!(chat.end(), Vec::<String>::new(), "every answer was told");
}

#[test]
fn each_answer_is_read_before_the_next_question() {
    let desk = book();
    let mut chat = Chat::start(&desk, &["chat"]);
    for question in ["which customers are strategic?", "hoeveel klanten?"] {
        chat.ask(question);
        let head = format!("> {question}");
        while chat.line() != head {}
        assert!(!chat.line().is_empty(), "the answer follows its question");
    }
    chat.ask("quit");
    assert!(!chat.end().is_empty(), "it says goodbye");
}
