use std::time::{Duration, Instant};

use klantwijzer_tests::discord::{Discord, Upload, permission};
use serde_json::json;

use super::client::Bot;

#[test]
fn a_command_is_acknowledged_answered_and_followed_up() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let _bot = Bot::start(&discord);

    let asked = anna.slash(&sales, "/ask question:which customers are strategic?");
    assert!(asked.acknowledged_after() < Duration::from_secs(1));
    let answer = asked.message();
    assert_eq!(answer.text(), "which customers are strategic?\nSeven\nof them");
    assert!(!answer.is_ephemeral() && !answer.is_loading());
    let labels: Vec<String> = answer.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Why?", "Chart"]);

    let because = asked.press("Why?");
    assert_eq!(because.wait_for("the message changes", |m| m.content == "Because.").id, answer.id);
    assert!(because.message().buttons().is_empty());
    let private = &asked.follow_ups()[0];
    assert!(private.is_ephemeral());
    assert!(anna.slash(&sales, "/vraag question:ja?").text().starts_with("ja?"));
    discord.assert_no_refusals();
}
