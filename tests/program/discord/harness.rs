//! The real program as a bot on the fake Discord: its folder, its life and what it logs.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use klantwijzer_fake_discord::Discord;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::harness::Desk;

/// How long the bot may take to do what it is told.
const PATIENCE: Duration = Duration::from_secs(30);

/// What serenity says of an event that it cannot read, and would pass over in silence.
const UNREADABLE: [&str; 2] = ["An unknown event was received", "Err deserializing"];

/// A folder with the data and the configuration of a bot. It outlives the runs of the bot.
pub(super) struct Home {
    pub(super) desk: Desk,
    limits: String,
    token: Option<String>,
}

/// A bot that runs. It is killed when it is dropped.
pub(super) struct Service {
    child: Child,
    log: Arc<Log>,
}

#[derive(Default)]
struct Log {
    lines: Mutex<Vec<String>>,
    more: Condvar,
}

impl Home {
    pub(super) fn new() -> Self {
        Self { desk: Desk::new(), limits: String::new(), token: None }
    }

    /// The bot looks from this day.
    pub(super) fn on_day(self, day: &str) -> Self {
        Self { desk: self.desk.with(&["--as-of", day]), ..self }
    }

    /// Lines for the part `[limits]` of the configuration.
    pub(super) fn with_limits(self, limits: &str) -> Self {
        Self { limits: limits.into(), ..self }
    }

    /// The bot gets this token instead of the right one.
    pub(super) fn with_token(self, token: &str) -> Self {
        Self { token: Some(token.into()), ..self }
    }

    /// Starts the bot and waits until it is connected and its data is open.
    #[track_caller]
    pub(super) fn open(&self, discord: &Discord) -> Service {
        let service = self.start(discord);
        service.wait_until_fit();
        service
    }

    /// Starts the bot, whatever becomes of it.
    #[track_caller]
    pub(super) fn start(&self, discord: &Discord) -> Service {
        let mut command = self.command("run", discord);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let log = Arc::<Log>::default();
        let errors = child.stderr.take().expect("its log");
        std::thread::spawn({
            let log = Arc::clone(&log);
            move || log.follow(errors)
        });
        Service { child, log }
    }

    /// The status of `klantwijzer doctor`, and what it finds.
    #[track_caller]
    pub(super) fn doctor(&self, discord: &Discord) -> (Option<i32>, Value) {
        let output = self.command("doctor", discord).arg("--json").output().expect("it starts");
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        (output.status.code(), serde_json::from_slice(&output.stdout).expect("one JSON object"))
    }

    fn command(&self, name: &str, discord: &Discord) -> Command {
        let certificate = self.desk.file("discord.pem", discord.root_certificate());
        let config = self.desk.file("klantwijzer.toml", self.config(discord, &certificate));
        let mut command = self.desk.command(&[name, "--config"]);
        let token = self.token.clone().unwrap_or_else(|| discord.token());
        command.arg(config).env("KLANTWIJZER_DISCORD_TOKEN", token);
        command
    }

    fn config(&self, discord: &Discord, certificate: &std::path::Path) -> String {
        // The addresses are loopback, so that no test can reach the real Discord.
        assert!(discord.address().starts_with("127.0.0.1:"));
        assert!(discord.gateway_address().starts_with("127.0.0.1:"));
        let mut text = String::from("[discord]\n");
        let _ = writeln!(text, "connect_to = {:?}", discord.address());
        let _ = writeln!(text, "root_certificate = {:?}", certificate.display().to_string());
        let _ = writeln!(text, "[service]\nlisten = \"127.0.0.1:0\"\nlog_format = \"json\"");
        let _ = writeln!(text, "log = \"info,serenity::client::dispatch=debug\"");
        let _ = writeln!(text, "[limits]\n{}", self.limits);
        text
    }
}

impl Service {
    /// Everything it logged, one line of JSON after the other.
    pub(super) fn log(&self) -> String {
        self.log.lock().join("\n")
    }

    /// Waits for a line of the log in which this stands.
    #[track_caller]
    pub(super) fn wait_for_log(&self, part: &str) -> String {
        let found = self.log.wait_for(part);
        found.unwrap_or_else(|| panic!("it logs {part:?}:\n{}", self.log()))
    }

    /// The status and the text of `GET /health` or `GET /metrics`.
    #[track_caller]
    pub(super) fn get(&self, path: &str) -> (u16, String) {
        let line = self.wait_for_log("health and metrics are served");
        let line: Value = serde_json::from_str(&line).expect("a line of JSON");
        let address = line["fields"]["address"].as_str().expect("where it listens");
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let request = format!("GET {path} HTTP/1.1\r\nhost: bot\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), body.into())
    }

    /// Waits until its health is fine: connected, and with the data open.
    #[track_caller]
    pub(super) fn wait_until_fit(&self) {
        let started = Instant::now();
        while self.get("/health").0 != 200 {
            assert!(started.elapsed() < PATIENCE, "it becomes fit to run:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Its memory that is really in use, in KiB.
    pub(super) fn memory_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        number.expect("a number of KiB")
    }

    /// Tells it to stop (SIGTERM), and waits until it has.
    #[track_caller]
    pub(super) fn stop(mut self) -> ExitStatus {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        kill_process(id.expect("a process"), Signal::TERM).expect("it runs");
        self.wait()
    }

    /// Ends it without a word, as a loss of power does (SIGKILL).
    pub(super) fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    /// Waits until it ends by itself, and returns its status and its log.
    #[track_caller]
    pub(super) fn end(mut self) -> (ExitStatus, String) {
        let status = self.wait();
        (status, self.log())
    }

    #[track_caller]
    fn wait(&mut self) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a process") {
                self.log.wait_for_end();
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "it ends in time:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("the bot logged:\n{}", self.log());
            return;
        }
        let log = self.log();
        let unread = log.lines().find(|line| UNREADABLE.iter().any(|part| line.contains(part)));
        assert!(unread.is_none(), "the client library reads every event: {unread:?}");
    }
}

impl Log {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn follow(&self, errors: ChildStderr) {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            self.lock().push(line);
            self.more.notify_all();
        }
        self.lock().push("(the log ends here)".into());
        self.more.notify_all();
    }

    fn wait_for(&self, part: &str) -> Option<String> {
        let found = |lines: &Vec<String>| lines.iter().find(|line| line.contains(part)).cloned();
        let waits = |lines: &mut Vec<String>| found(lines).is_none();
        let lines = self.more.wait_timeout_while(self.lock(), PATIENCE, waits);
        found(&lines.unwrap_or_else(PoisonError::into_inner).0)
    }

    fn wait_for_end(&self) {
        let _ = self.wait_for("(the log ends here)");
    }
}
