//! A running chat, asked through its input as a person would at the keyboard.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Instant;

use super::contest::{Contestant, said};

/// A chat of a program. It ends when this is dropped, and leaves its data to the next.
pub(crate) struct Chat {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Chat {
    pub(crate) fn start(contestant: &Contestant) -> Result<Self, String> {
        let mut command = contestant.does(&["chat"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().map_err(said)?;
        let (Some(questions), Some(answers)) = (process.stdin.take(), process.stdout.take()) else {
            return Err("a chat without input and output".into());
        };
        Ok(Self { process, questions: Some(questions), answers: BufReader::new(answers) })
    }

    /// Asks, and returns after how many milliseconds the answer began. The chat repeats the
    /// question above its answer, once that is there.
    pub(crate) fn ask(&mut self, question: &str) -> Result<f64, String> {
        let start = Instant::now();
        let mut questions = self.questions.as_ref().ok_or("the chat has ended")?;
        writeln!(questions, "{question}").map_err(said)?;
        let head = format!("> {question}");
        let mut line = String::new();
        while line.trim_end() != head {
            line.clear();
            if self.answers.read_line(&mut line).map_err(said)? == 0 {
                return Err(format!("the chat ended at \"{question}\""));
            }
        }
        Ok(start.elapsed().as_secs_f64() * 1e3)
    }

    /// The memory that is really in use now, and the most that ever was, in MB.
    pub(crate) fn memory(&self) -> Result<[f64; 2], String> {
        let status = format!("/proc/{}/status", self.process.id());
        let status = fs::read_to_string(status).map_err(said)?;
        Ok(["VmRSS:", "VmHWM:"].map(|name| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
            kib.unwrap_or_default() * 1024.0 / 1e6
        }))
    }
}

impl Drop for Chat {
    fn drop(&mut self) {
        self.questions = None;
        let _ = self.process.wait();
    }
}
