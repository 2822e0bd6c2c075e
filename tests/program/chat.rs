//! A chat that another program holds: through a pipe, one question after the other.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

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
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
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
    fn end(self) -> Vec<String> {
        let (status, said, _) = self.status();
        assert_eq!(status, Some(0));
        said
    }

    /// The same with its status, and with what it said on standard error.
    fn status(self) -> (Option<i32>, Vec<String>, String) {
        drop(self.input);
        let output = self.process.wait_with_output().expect("it ends");
        let errors = String::from_utf8(output.stderr).expect("text");
        (output.status.code(), self.lines.iter().collect(), errors)
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

/// A chat whose data is cut off on the disk once it is open.
fn damaged(words: &[&str]) -> (Desk, Chat) {
    let desk = book();
    // What is written last when the data is opened.
    let reserve = desk.path("data/reserve");
    std::fs::remove_file(&reserve).expect("the data was opened before");
    let chat = Chat::start(&desk, words);
    let started = Instant::now();
    while !reserve.exists() {
        assert!(started.elapsed() < PATIENCE, "the data is opened");
        std::thread::sleep(Duration::from_millis(10));
    }
    let log = std::fs::File::options().write(true).open(desk.path("data/sled/db"));
    log.and_then(|log| log.set_len(100)).expect("the data can be damaged");
    (desk, chat)
}

const QUESTIONS: [&str; 2] = ["which customers are strategic?", "hoeveel klanten hebben we?"];

#[test]
fn a_question_that_fails_has_its_error_on_a_line() {
    let (_desk, mut chat) = damaged(&["chat", "--json"]);
    for question in QUESTIONS {
        chat.ask(question);
        let reply: Value = serde_json::from_str(&chat.line()).expect("one object a line");
        assert_eq!(reply["error"]["code"], "damaged", "{reply}");
    }
    let (status, said, errors) = chat.status();
    assert_eq!((status, said), (Some(1), Vec::new()), "{errors}");
}

#[test]
fn a_question_that_fails_is_told_to_a_person_and_the_next_one_is_asked() {
    let (_desk, mut chat) = damaged(&["chat"]);
    for question in QUESTIONS {
        chat.ask(question);
    }
    let (status, said, errors) = chat.status();
    assert_eq!(status, Some(1));
    assert!(said.iter().all(|line| !line.starts_with('>')), "nothing is answered: {said:?}");
    assert!(!said.is_empty(), "it says goodbye");
    let told = errors.lines().filter(|line| line.starts_with("The data is damaged")).count();
    assert_eq!(told, QUESTIONS.len(), "{errors}");
}

#[test]
fn how_many_after_a_list_counts_that_list() {
    let desk = book();
    let mut chat = Chat::start(&desk, &["chat", "--json"]);
    for question in ["which customers are strategic?", "how many is that?", "hoeveel zijn dat er?"]
    {
        chat.ask(question);
    }
    let told: Vec<Value> =
        (0..3).map(|_| serde_json::from_str(&chat.line()).expect("an answer")).collect();
    for answer in &told[1..] {
        assert_eq!(answer["answer"]["total"], told[0]["answer"]["total"], "{answer}");
        assert_eq!(answer["intent"], "list_by_type", "{answer}");
    }
    chat.end();
}
