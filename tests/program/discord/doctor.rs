//! What doctor finds out about a bot at Discord, and that it never tells the token.

use klantwijzer_fake_discord::{Discord, permission};
use serde_json::Value;

use super::harness::Home;

/// The findings that are fine, or those that are not, below each other.
fn told(value: &Value, fine: bool) -> String {
    let findings = value["findings"].as_array().expect("findings");
    let of_kind = findings.iter().filter(|finding| finding["fine"] == fine);
    of_kind.filter_map(|finding| finding["text"].as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn doctor_tells_what_the_bot_may_do_in_each_server() {
    let discord = Discord::start();
    let home = Home::new();
    let (status, alone) = home.doctor(&discord);
    let invitation = format!("client_id={}&permissions=274878024704", discord.bot());
    assert_eq!(status, Some(1));
    assert!(told(&alone, false).contains(&invitation), "{alone}");

    discord.guild("Acme");
    let (status, fine) = home.doctor(&discord);
    assert_eq!((status, &fine["healthy"]), (Some(0), &true.into()), "{fine}");
    assert!(told(&fine, true).contains("Acme"), "{fine}");

    let strict = discord.guild("Strict");
    strict.allow("@everyone", permission::EVERYONE & !permission::ATTACH_FILES);
    let (status, lacking) = home.doctor(&discord);
    let wrong = told(&lacking, false);
    assert_eq!(status, Some(1));
    assert!(wrong.contains("Strict") && wrong.contains("Attach Files"), "{wrong}");
    assert!(!wrong.contains("Acme") && !wrong.contains("Embed Links"), "{wrong}");
    discord.assert_no_refusals();
}

#[test]
fn doctor_tells_of_a_refused_token_and_of_a_discord_that_is_down() {
    let discord = Discord::start();
    discord.guild("Acme");
    let wrong = discord.token().replace("fake0", "wrong");
    let (status, refused) = Home::new().with_token(&wrong).doctor(&discord);
    assert_eq!(status, Some(1));
    assert!(told(&refused, false).contains("Reset Token"), "{refused}");
    assert!(!refused.to_string().contains(&wrong), "{refused}");

    discord.faults().on("GET /users/@me").always().cut();
    let (status, down) = Home::new().doctor(&discord);
    let wrong = told(&down, false);
    assert_eq!(status, Some(1));
    assert_eq!(wrong.lines().count(), 1, "the rest goes on: {down}");
    assert!(wrong.contains("Discord"), "{wrong}");
    assert!(!down.to_string().contains(&discord.token()), "{down}");
}

#[test]
fn doctor_looks_while_the_bot_runs() {
    let discord = Discord::start();
    discord.guild("Acme");
    let home = Home::new();
    let _bot = home.open(&discord);
    let (status, value) = home.doctor(&discord);
    assert_eq!(status, Some(0), "{value}");
    assert!(told(&value, true).contains("in use"), "{value}");
}
