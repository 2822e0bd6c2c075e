//! The life of the real bot on the fake Discord: it comes, answers, stops, and comes back.

use klantwijzer_tests::discord::Discord;
use serde_json::Value;

use super::harness::Home;

#[test]
fn the_bot_connects_registers_its_commands_and_stops() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let bot = home.open(&discord);
    discord.wait_until_connected(1);
    assert_eq!(discord.intents(), [1 | 1 << 9 | 1 << 12], "no privileged intent is asked for");

    let help = anna.slash(&sales, "/help");
    assert!(help.acknowledged_after().as_secs() < 1);
    assert!(!help.text().is_empty());
    let (status, health) = bot.get("/health");
    let health: Value = serde_json::from_str(&health).expect("JSON");
    assert_eq!((status, &health["status"]), (200, &"fine".into()));
    assert!(bot.get("/metrics").1.contains("# EOF"));
    assert!(!bot.log().contains(&discord.token()), "the token is never logged");

    assert!(bot.stop().success());
    discord.wait_until_gone();
    discord.assert_no_refusals();
}

#[test]
fn a_bot_that_was_killed_comes_back() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    home.open(&discord).kill();
    discord.wait_until_gone();
    let bot = home.open(&discord);
    assert!(!anna.slash(&sales, "/help").text().is_empty());
    assert!(bot.memory_kib() > 1_000);
    discord.assert_no_refusals();
}

#[test]
fn a_wrong_token_is_told_and_ends_the_bot() {
    let discord = Discord::start();
    let wrong = discord.token().replace("fake0", "wrong");
    let home = Home::new().with_token(&wrong).with_limits("at_once = 2");
    let (status, log) = home.start(&discord).end();
    assert_eq!(status.code(), Some(1), "{log}");
    assert!(log.to_lowercase().contains("token") && !log.contains(&wrong), "{log}");
}
