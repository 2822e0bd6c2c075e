//! What a person waits for, on books of several sizes: whole processes with their plugins, and
//! questions in a running chat.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::book::{Book, TODAY};
use super::chat::Chat;
use super::contest::{Contest, Contestant, print, said};

/// Questions of each kind that takes time of its own, with a customer for `NAME`.
const QUESTIONS: [&str; 8] = [
    "how many customers do we have?",
    "which customers are strategic?",
    "who are our top 10 customers by revenue?",
    "to whom should we say no?",
    "how much revenue do we have per sector?",
    "which customers did we lose this year?",
    "what don't we know?",
    "why is NAME transactional?",
];

/// How often each is asked in a chat: 80 questions in all, as many as once filled the memory.
const ROUNDS_OF_CHAT: u32 = 10;

/// Invoices in the file that comes after the first.
const MORE: u32 = 100;

/// Measures on books of these sizes.
pub(crate) fn person(sizes: &[u32], against: Option<&str>) -> Result<(), String> {
    let contest = Contest::new("person", against)?;
    for &customers in sizes {
        let size = contest.inside(&customers.to_string())?;
        // What is short is measured more often.
        let rounds = if customers <= 10_000 { 15 } else { 5 };
        measure(&size, Book { customers, last: TODAY }, rounds)?;
        fs::remove_dir_all(&size.folder).map_err(said)?;
    }
    Ok(())
}

fn measure(contest: &Contest, book: Book, rounds: u32) -> Result<(), String> {
    contest.head(&format!("{} customers", book.customers));
    let files = book.write(&contest.folder).map_err(said)?;
    contest.time("import of the book", 1, |contestant, _| Ok(import(contestant, &files)))?;
    print("  on the disk", "MB", &contest.disk()?);
    for question in [QUESTIONS[0], QUESTIONS[1]] {
        let ask = |contestant: &Contestant, _| Ok(contestant.does(&["ask", question]));
        contest.time(&format!("ask \"{question}\""), rounds, ask)?;
    }
    change("judge", contest, rounds, |contestant, round| {
        let grade = (round % 10).to_string();
        Ok(contestant.does(&["judge", &Book::id(1 + round), &grade]))
    })?;
    change("override", contest, rounds, |contestant, round| {
        let customer = Book::id(101 + round);
        let words = ["override", &customer, "strategic", "--reason", "we know them well"];
        Ok(contestant.does(&words))
    })?;
    change("100 invoices into it", contest, rounds, |contestant, round| {
        let file = contest.folder.join(format!("more{round}.csv"));
        fs::write(&file, book.more(round, MORE, TODAY)).map_err(said)?;
        Ok(import(contestant, &[file]))
    })?;
    chat(contest, rounds)
}

/// Times something that changes the book, and tells what it adds to the disk.
fn change(
    what: &str,
    contest: &Contest,
    rounds: u32,
    command: impl FnMut(&Contestant, u32) -> Result<Command, String>,
) -> Result<(), String> {
    let before = contest.disk()?;
    contest.time(what, rounds, command)?;
    let grown = contest.disk()?.into_iter().zip(before);
    let each = grown.map(|(after, before)| vec![(after[0] - before[0]) / f64::from(rounds)]);
    print("  onto the disk", "MB", &each.collect::<Vec<_>>());
    Ok(())
}

fn chat(contest: &Contest, rounds: u32) -> Result<(), String> {
    let questions = QUESTIONS.map(|question| (question, question.replace("NAME", &Book::name(7))));
    for (_, question) in &questions {
        contest.contestants.iter().try_for_each(|contestant| understood(contestant, question))?;
    }
    let mut first = contest.none();
    contest.by_turns(rounds, |at, contestant, _| {
        first[at].push(Chat::start(contestant)?.ask(QUESTIONS[0])?);
        Ok(())
    })?;
    print("chat, from its start to the first answer", "ms", &first);
    let chats = contest.contestants.iter().map(Chat::start);
    let mut chats: Vec<Chat> = chats.collect::<Result<_, _>>()?;
    for (kind, question) in questions {
        let mut taken = contest.none();
        contest.by_turns(ROUNDS_OF_CHAT, |at, _, _| {
            taken[at].push(chats[at].ask(&question)?);
            Ok(())
        })?;
        print(&format!("chat \"{kind}\""), "ms", &taken);
    }
    let memory = chats.iter().map(Chat::memory).collect::<Result<Vec<_>, _>>()?;
    let of = |at: usize| memory.iter().map(|both| vec![both[at]]).collect::<Vec<_>>();
    print("chat, memory after 80 questions", "MB", &of(0));
    print("chat, most memory", "MB", &of(1));
    Ok(())
}

/// Fails where a program asks back: that takes another time than an answer.
fn understood(contestant: &Contestant, question: &str) -> Result<(), String> {
    let output = contestant.does(&["--json", "ask", question]).output().map_err(said)?;
    let reply = String::from_utf8_lossy(&output.stdout);
    let understood = reply.contains("\"understood\":true");
    if understood { Ok(()) } else { Err(format!("\"{question}\" is not understood: {reply}")) }
}

fn import(contestant: &Contestant, files: &[PathBuf]) -> Command {
    let mut command = contestant.does(&["import"]);
    command.args(files);
    command
}
