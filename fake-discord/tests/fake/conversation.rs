use std::time::Duration;

use klantwijzer_fake_discord::{Discord, Guild, Upload, permission};
use serde_json::json;

use super::client::Bot;

fn acme() -> (Discord, Guild, Bot) {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let bot = Bot::start(&discord);
    (discord, guild, bot)
}

#[test]
fn a_command_is_acknowledged_answered_and_followed_up() {
    let (discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));

    let asked = anna.slash(&sales, "/ask question:which customers are strategic?");
    assert!(asked.acknowledged_after() < Duration::from_secs(1));
    assert!(asked.answered_after() >= asked.acknowledged_after());
    let answer = asked.message();
    assert_eq!(answer.text(), "which customers are strategic?\nSeven\nof them");
    assert!(!answer.is_ephemeral() && !answer.is_loading() && answer.edits() == 1);
    let labels: Vec<String> = answer.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Why?", "Chart"]);

    let because = asked.press("Why?");
    assert_eq!(because.wait_for("the message changes", |m| m.content == "Because.").id, answer.id);
    assert!(because.message().buttons().is_empty());
    let more = asked.wait_for_follow_up("it is followed up", |m| m.content == "And this.");
    assert!(more.is_ephemeral());
    discord.assert_no_refusals();
}

#[test]
fn people_write_each_kind_of_option() {
    let (discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna").in_language("nl"), guild.channel("sales"));
    assert!(anna.slash(&sales, "/vraag question:ja: of nee?").text().starts_with("ja: of nee?"));
    let tom = guild.member("Tom Hermans").with_role("Sales");
    let line = "/owner assign who:@Tom Hermans role:@Sales where:#sales count:3 share:0.5 sure:ja \
                kind:groot";
    let given = anna.slash(&sales, line).text();
    let parts = [
        tom.id().to_string(),
        guild.role("Sales").to_string(),
        sales.id().to_string(),
        "Integer(3)".into(),
        "Number(0.5)".into(),
        "Boolean(true)".into(),
        "String(\"L\")".into(),
    ];
    for part in parts {
        assert!(given.contains(&part), "{part} in {given}");
    }

    let suggestions = anna.types(&sales, "/ask question:why name:jan");
    assert_eq!(suggestions.names(), ["jan B.V."]);
    assert_eq!(suggestions.value("jan B.V."), "customer-1");
    assert!(suggestions.after < Duration::from_secs(1));
    discord.assert_no_refusals();
}

#[test]
fn discord_shows_a_command_to_those_who_may() {
    let (_discord, guild, _bot) = acme();
    let sales = guild.channel("sales");
    let anna = guild.member("Anna").with_role("Managers");
    assert!(!anna.is_shown(&sales, "/secret"));
    guild.allow("Managers", permission::MANAGE_GUILD);
    assert!(anna.is_shown(&sales, "/secret") && guild.owner().is_shown(&sales, "/secret"));
    let bob = guild.member("Bob");
    assert!(bob.slash_regardless(&sales, "/secret").text().starts_with("secret"));
    assert!(bob.admin().is_shown(&sales, "/secret"));
}

#[test]
fn forms_lists_and_files_go_both_ways() {
    let (discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let form = anna.slash(&sales, "/form").modal();
    assert_eq!((form.title.as_str(), form.labels()), ("A form", vec!["Name"]));
    let welcome = anna.fills(&form, &[("Name", "Jansen")]).message();
    assert_eq!((welcome.content.as_str(), welcome.is_ephemeral()), ("Welcome, Jansen.", true));

    let asked = anna.slash(&sales, "/ask question:which?");
    assert!(asked.choose("Which?", &["Large"]).text().contains(r#""l""#));
    let chart = asked.press("Chart");
    assert_eq!(chart.message().file("chart.png").bytes.as_ref(), [1, 2, 3]);
    assert_eq!(chart.message().id, asked.message().id, "@original is the message with the button");
    discord.assert_no_refusals();
}

#[test]
fn a_download_can_go_wrong() {
    let (_discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let read = |upload: Upload| anna.slash_with(&sales, "/file file:a.csv", &[upload]).text();
    let file = |size: usize| Upload::new("a.csv", vec![7; size]).of_type("text/csv");
    assert_eq!(read(file(25 << 20)), format!("{} bytes", 25 << 20));
    assert!(read(file(10).gone()).starts_with("refused"));
    assert!(read(file(1_000).breaking_off()).starts_with("broken"));
    assert_eq!(read(file(10).telling_size(1 << 40 >> 10)), "10 bytes");
    let stalled = anna.slash_with(
        &sales,
        "/file file:a.csv",
        &[file(1_000).stalling(Duration::from_millis(700))],
    );
    assert!(stalled.acknowledged_privately());
    assert!(stalled.answered_after() > Duration::from_millis(600));
}

#[test]
fn words_reach_the_bot_when_they_are_for_it() {
    let (discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    discord.wait_until_connected(1);
    let answer = anna.says(&sales, "@bot which are large?").message();
    assert!(answer.content.contains("which are large?"));
    let thread = sales.thread("The large ones");
    let inside = anna.says(&thread, "@bot and these?").message();
    assert_eq!(inside.channel, thread.id());
    assert!(anna.replies(&inside, "@bot why?").text().contains("why?"));
    assert_eq!(anna.direct("hello").text(), "You said: hello");
    assert!(!anna.slash(&anna.direct_channel(), "/ask question:why?").text().is_empty());
    let unheard = anna.says(&sales, "nobody asked the bot");
    assert!(unheard.find_within(Duration::from_millis(300), |_| true).is_none());
    discord.assert_no_refusals();
}

#[test]
fn what_a_message_pings_is_what_its_mentions_allow() {
    let (_discord, guild, _bot) = acme();
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let answer = anna.slash(&sales, "/ask question:@everyone").message();
    assert!(!answer.pings(), "an embed pings nobody");
    let careless = anna.direct("@everyone look").message();
    assert!(careless.pings(), "without allowed_mentions the content pings");
}

#[test]
fn guilds_come_and_go() {
    let (discord, guild, _bot) = acme();
    discord.wait_until_connected(1);
    guild.channel("welcome");
    guild.removes_bot();
    let path = format!("/guilds/{}", guild.id());
    let asked = |times: usize| {
        let path = path.clone();
        move |seen: &[klantwijzer_fake_discord::Seen]| {
            seen.iter().filter(|seen| seen.path == path).count() == times
        }
    };
    discord.wait_for_requests("the bot hears that it left", asked(1));
    guild.invites_bot();
    let hello = guild.channel("welcome").wait_for("a welcome", |_| true);
    assert_eq!(hello.content, "Hello, Acme!");
    guild.becomes_unavailable();
    discord.wait_for_requests("the bot hears that the guild is away", asked(2));
    discord.assert_no_refusals();
}

#[test]
fn an_interaction_can_be_forged() {
    let (discord, guild, _bot) = acme();
    let other = discord.guild("Other");
    let (eve, hall) = (other.member("Eve"), other.channel("hall"));
    discord.wait_until_connected(1);
    let data = json!({"component_type": 2, "custom_id": format!("page:{}", guild.id())});
    let forged = discord.forge(&eve, &hall, &json!({"type": 3, "data": data}));
    assert!(forged.text().contains(&format!("page:{}", guild.id())));
}
