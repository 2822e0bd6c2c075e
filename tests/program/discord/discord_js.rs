//! An independent client library reads what the bot registers and says: discord.js, where node
//! and the registry of its packages are at hand.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use klantwijzer_fake_discord::{Discord, Message};
use serde_json::{Value, json};

use super::first_day::import;
use super::harness::Home;
use crate::harness::{CUSTOMERS, INVOICES};

const SKIPPED: &str =
    "SKIPPED: the check by discord.js, because node, npm or its packages cannot be had here";

/// What is asked and drawn in a channel where everybody sees it.
const OPEN: [&str; 9] = [
    "/ask question:which customers are large?",
    "/customers type:transactional",
    "/customer name:Jansen Metaal B.V.",
    "/why customer:Jansen Metaal B.V.",
    "/count",
    "/say-no",
    "/chart kind:value and potential",
    "/chart kind:how many by each definition",
    "/ask question:blablabla foo",
];

/// What only who asks sees: menus, files, refusals and screens with buttons.
const PRIVATE: [&str; 10] = [
    "/setup",
    "/settings show",
    "/import list",
    "/import undo",
    "/audit",
    "/export form:CSV",
    "/privacy export customer:Jansen Metaal B.V.",
    "/judge customer:jansen grade:7",
    "/customer name:Nobody At All",
    "/definition test rule:invoices_total > 1",
];

/// The library, ready to be used; `None` where it cannot be had.
fn library() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("discord-js");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("discord-js");
    std::fs::create_dir_all(&folder).expect("a folder");
    for name in ["package.json", "package-lock.json", "read.mjs"] {
        std::fs::copy(own.join(name), folder.join(name)).expect("a file of the check");
    }
    if !folder.join("node_modules/discord.js").exists() {
        let mut install = Command::new("npm");
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        let done = install.stdout(Stdio::null()).stderr(Stdio::null()).status();
        done.ok().filter(std::process::ExitStatus::success)?;
    }
    Some(folder)
}

struct Reader {
    child: Child,
    forms: ChildStdin,
    lines: std::io::Lines<BufReader<ChildStdout>>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Reader {
    fn start(folder: &Path, discord: &Discord, certificate: &Path) -> Self {
        let mut node = Command::new("node");
        node.arg("read.mjs").arg(discord.address()).current_dir(folder);
        node.env("TOKEN", discord.token()).env("NODE_EXTRA_CA_CERTS", certificate);
        node.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().expect("node runs");
        let lines = BufReader::new(child.stdout.take().expect("its lines")).lines();
        let forms = child.stdin.take().expect("its input");
        Self { child, forms, lines }
    }

    /// The form as the library writes it out again.
    fn form(&mut self, form: &Value) -> Value {
        writeln!(self.forms, "{form}").expect("it reads");
        loop {
            let mut read = self.next();
            if let Some(form) = read.get_mut("form") {
                return form.take();
            }
        }
    }

    fn next(&mut self) -> Value {
        let line = self.lines.next().expect("it goes on").expect("a line");
        let read: Value = serde_json::from_str(&line).expect("JSON");
        assert!(read.get("error").is_none(), "discord.js: {read}");
        read
    }
}

/// The same of a message as the fake has it.
fn shown(message: &Message) -> Value {
    let menus = message.selects();
    let buttons = message.buttons().into_iter().map(|_| 2);
    let mut parts: Vec<u64> = buttons.chain(menus.iter().map(|menu| menu.kind)).collect();
    parts.sort_unstable();
    let files: Vec<&str> = message.files.iter().map(|file| file.name.as_str()).collect();
    json!({ "message": message.id.to_string(), "parts": parts, "files": files })
}

#[test]
fn discord_js_reads_what_the_bot_registers_and_says() {
    let Some(folder) = library() else {
        eprintln!("{SKIPPED}");
        return;
    };
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    import(&anna, &sales, CUSTOMERS);
    import(&anna, &sales, INVOICES);
    let allowed = format!("/settings change name:team.allowed_channels value:{}", sales.id());
    anna.slash(&sales, &allowed).message();

    let certificate = folder.join("fake.pem");
    std::fs::write(&certificate, discord.root_certificate()).expect("a certificate");
    let mut reader = Reader::start(&folder, &discord, &certificate);
    let commands = reader.next();
    let registered: Vec<Value> = discord
        .commands()
        .iter()
        .map(|command| {
            let options = command["options"].as_array().map_or(0, Vec::len);
            json!([command["name"], options])
        })
        .collect();
    assert_eq!(commands["commands"], json!(registered));

    let form = anna.slash(&sales, "/prospect").modal().json();
    let read = reader.form(&form);
    assert_eq!(read["title"], form["title"]);
    assert_eq!(read["components"].as_array().map(Vec::len), Some(5), "{read}");

    discord.faults().tells_of_private_messages();
    let office = guild.channel("office");
    let private = PRIVATE.map(|line| anna.slash(&office, line).message());
    assert!(private.iter().all(Message::is_ephemeral), "for who asks alone");
    for line in OPEN {
        assert!(!anna.slash(&sales, line).message().is_ephemeral(), "{line}");
    }
    let asked = anna.says(&sales, "@bot which customers do we have?").message();
    let mut said: BTreeMap<String, Value> = BTreeMap::new();
    while !said.contains_key(&asked.id.to_string()) {
        let read = reader.next();
        said.insert(read["message"].as_str().unwrap_or_default().to_owned(), read);
    }
    let open = sales.messages().into_iter().filter(|message| message.author == discord.bot());
    let open: Vec<Message> = open.collect();
    assert!(open.len() > OPEN.len(), "{} messages", open.len());
    for message in private.iter().chain(&open) {
        let mut read = said[&message.id.to_string()].clone();
        let texts = read.as_object_mut().and_then(|read| read.remove("texts")).expect("texts");
        if let Some(parts) = read["parts"].as_array_mut() {
            parts.sort_by_key(Value::as_u64);
        }
        assert_eq!(read, shown(message), "{}", message.text());
        let text = texts[0].as_str().unwrap_or_default();
        assert!(!text.is_empty() && message.text().contains(text), "{text}");
    }
    discord.assert_no_refusals();
}
