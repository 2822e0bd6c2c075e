//! Each command of the real bot, in both languages.

use klantwijzer_fake_discord::{Channel, Discord, Member, Upload};
use serde_json::{Value, json};

use super::first_day::import;
use super::harness::Home;
use crate::harness::{CUSTOMERS, INVOICES};

/// A line for each command and subcommand. Those that change something come before those that
/// show it, and the erasure comes last.
pub(super) const LINES: [&str; 32] = [
    "/help",
    "/setup",
    "/settings show",
    "/settings change name:timezone value:Europe/Amsterdam",
    "/ask question:which customers are large?",
    "/customers type:transactional",
    "/customer name:Jansen Metaal B.V.",
    "/why customer:Jansen Metaal B.V.",
    "/count",
    "/say-no",
    "/say-no customer:Bakkerij de Vries",
    "/owner customer:Bakkerij de Vries owner:Tom Hermans",
    "/judge customer:Bakkerij de Vries grade:7",
    "/override customer:Bakkerij de Vries type:large reason:a test",
    "/review",
    "/moved since:2026-01-01",
    "/agenda",
    "/log customer:Bakkerij de Vries channel:phone",
    "/chart kind:value and potential",
    "/chart kind:how many by each definition",
    "/definition add name:many rule:invoices_total > 2",
    "/definition list",
    "/definition test rule:invoices_total > 1",
    "/definition remove name:many",
    "/export form:Excel",
    "/import file file:book.csv",
    "/import list",
    "/import undo",
    "/audit",
    "/privacy export customer:Jansen Metaal B.V.",
    "/privacy erase customer:Jansen Metaal B.V. sure:Jansen Metaal B.V.",
    "/privacy lift customer:Jansen Metaal B.V.",
];

/// The one that opens a form.
const FORM: &str = "/prospect";

#[test]
fn each_command_answers_in_both_languages() {
    let discord = Discord::start();
    let home = Home::new();
    let _bot = home.open(&discord);
    let told = ["en-GB", "nl", "de"].map(|language| {
        let guild = discord.guild(&format!("Acme {language}"));
        let anna = guild.member("Anna").admin().in_language(language);
        let sales = guild.channel("sales");
        import(&anna, &sales, CUSTOMERS);
        import(&anna, &sales, INVOICES);
        let form = anna.slash(&sales, FORM).modal();
        let first = form.labels()[0].to_string();
        let advice = anna.fills(&form, &[(&first, "Nieuw B.V.")]).text();
        assert!(advice.contains("Nieuw"), "{advice}");
        LINES.map(|line| answer(&anna, &sales, line))
    });
    let [english, dutch, german] = &told;
    let pairs = LINES.iter().zip(english.iter().zip(dutch));
    // A question is answered in its own language.
    for (line, (english, dutch)) in pairs.filter(|(line, _)| !line.starts_with("/ask")) {
        assert_ne!(english, dutch, "{line} speaks Dutch to the Dutch");
    }
    assert_eq!(english[0], german[0], "who reads another language gets English");
    every_command_has_a_line(&discord.commands());
    discord.assert_no_refusals();
}

#[test]
fn a_command_that_is_not_known_is_answered() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    let data = json!({ "id": "1", "name": "of_long_ago", "type": 1, "options": [] });
    let told = discord.forge(&anna, &sales, &json!({ "type": 2, "data": data })).message();
    assert!(told.text().contains("This command has changed"), "{}", told.text());
    assert!(told.is_ephemeral());
    discord.assert_no_refusals();
}

#[test]
fn only_help_is_offered_in_a_direct_message() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let anna = guild.member("Anna").admin();
    let home = Home::new();
    let _bot = home.open(&discord);
    let (sales, direct) = (guild.channel("sales"), anna.direct_channel());
    let shown = |channel: &Channel, line: &str| anna.is_shown(channel, line);
    for line in LINES.iter().chain([&FORM]) {
        assert!(shown(&sales, line), "{line}");
        assert_eq!(shown(&direct, line), *line == "/help", "{line}");
    }
    assert!(anna.slash(&direct, "/help").text().contains("Ask me anything"));
    let forged = anna.slash_regardless(&direct, "/customers").text();
    assert!(forged.contains("in a server, not in a direct message"), "{forged}");
}

fn answer(person: &Member, channel: &Channel, line: &str) -> String {
    let file = Upload::new("book.csv", CUSTOMERS).of_type("text/csv");
    let answer = person.slash_with(channel, line, &[file]).message();
    assert!(answer.is_ephemeral(), "{line}: no channel is allowed yet");
    assert!(!answer.pings(), "{line}: nobody is pinged");
    let shown = answer.text();
    assert!(!shown.is_empty() || !answer.files.is_empty(), "{line}: something is shown");
    shown
}

/// A command that nobody tries here would go untested.
fn every_command_has_a_line(commands: &[Value]) {
    let lines: Vec<&str> = LINES.iter().copied().chain([FORM]).collect();
    for command in commands.iter().filter(|command| command["type"] == 1) {
        let name = command["name"].as_str().expect("a name");
        assert!(command["name_localizations"]["nl"].is_string(), "{name} has a Dutch name");
        let options = command["options"].as_array().map_or(&[][..], Vec::as_slice);
        let branches = options.iter().filter(|option| option["type"] == 1);
        let mut whole: Vec<String> = branches
            .map(|branch| format!("/{name} {}", branch["name"].as_str().expect("a name")))
            .collect();
        if whole.is_empty() {
            whole.push(format!("/{name}"));
        }
        for whole in whole {
            let tried = lines.iter().any(|line| {
                line.strip_prefix(&whole)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            assert!(tried, "{whole} is tried");
        }
    }
}
