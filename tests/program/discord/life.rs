//! The life of the real bot on the fake Discord: it comes, answers, stops, and comes back.

use klantwijzer_fake_discord::{Discord, Guild};
use serde_json::Value;

use super::first_day::import;
use super::harness::Home;
use crate::harness::{CUSTOMERS, INVOICES};

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

/// Whoever throws the bot out and lets it in again within the days keeps everything, also when
/// the bot itself was away meanwhile.
#[test]
fn the_data_of_a_server_that_lets_the_bot_in_again_stays() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new().with_limits("days_until_deletion = 0");
    let bot = home.open(&discord);
    import(&anna, &sales, CUSTOMERS);
    guild.removes_bot();
    bot.wait_for_log("the bot left; the data will be deleted");
    assert!(bot.stop().success());
    discord.wait_until_gone();
    guild.invites_bot();
    // The data is open before anybody tells that the bot is in the server.
    discord.faults().refuse_gateway(1);
    let bot = home.open(&discord);
    bot.wait_for_log("the bot is back; the data stays");
    let card = anna.slash(&sales, "/customer name:Jansen Metaal B.V.").text();
    assert!(card.contains("Jansen Metaal"), "{card}");
}

#[test]
fn the_data_of_a_server_that_the_bot_left_goes_on_its_day() {
    let discord = Discord::start();
    let (left, other) = (discord.guild("Acme"), discord.guild("Other"));
    let home = Home::new().with_limits("days_until_deletion = 0");
    let bot = home.open(&discord);
    for guild in [&left, &other] {
        let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
        for file in [CUSTOMERS, INVOICES] {
            import(&anna, &sales, file);
        }
    }
    assert!(bot.stop().success());
    discord.wait_until_gone();
    left.removes_bot();
    // What was left while the bot was away is found, and is due the same day.
    let bot = home.open(&discord);
    bot.wait_for_log("the data of a server is deleted");
    left.invites_bot();
    let asks =
        |guild: &Guild| guild.member("Anna").slash(&guild.channel("sales"), "/customers").text();
    assert!(!asks(&left).contains("Jansen Metaal"), "{}", asks(&left));
    assert!(asks(&other).contains("Jansen Metaal"), "{}", asks(&other));
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
