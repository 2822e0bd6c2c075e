//! What goes wrong on Discord's side, and what a client library makes of it.

use std::time::{Duration, Instant};

use klantwijzer_fake_discord::{Channel, Discord, Exchange, Member, Seen};

use super::client::Bot;

struct Stage {
    discord: Discord,
    bot: Bot,
    anna: Member,
    sales: Channel,
}

impl Stage {
    fn ask(&self) -> Exchange {
        self.anna.slash(&self.sales, "/ask question:who?")
    }
}

fn stage(prepare: impl FnOnce(&Discord)) -> Stage {
    let discord = Discord::start();
    prepare(&discord);
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna"), guild.channel("sales"));
    let bot = Bot::start(&discord);
    Stage { discord, bot, anna, sales }
}

fn statuses(discord: &Discord, end: &str) -> Vec<u16> {
    let own = |seen: &Seen| seen.path.ends_with(end).then_some(seen.status);
    discord.requests().iter().filter_map(own).collect()
}

#[test]
fn a_limit_of_a_route_is_waited_for() {
    let stage = stage(|_| {});
    let discord = &stage.discord;
    let wait = Duration::from_millis(400);
    discord.faults().on("PATCH /webhooks/*/*/messages/@original").times(2).limited(wait);
    assert!(stage.ask().answered_after() > wait * 2);
    assert_eq!(statuses(discord, "@original"), [429, 429, 200]);
    discord.faults().on("PATCH /webhooks/*/*/messages/@original").limited_globally(wait);
    assert!(stage.ask().answered_after() > wait);
    discord.assert_no_refusals();
}

#[test]
fn a_limit_that_is_announced_is_kept_by_the_client() {
    let stage = stage(|_| {});
    let discord = &stage.discord;
    discord.faults().limit("POST /webhooks/*/*", 1, Duration::from_secs(1));
    discord.faults().limit_globally(2);
    for _ in 0..2 {
        stage.ask().message();
    }
    let seen = discord.requests();
    let limited = seen.iter().filter(|seen| seen.status == 429).count();
    assert_eq!(limited, 0, "the answers to interactions do not count: {seen:?}");
}

#[test]
fn failures_and_delays_happen_where_they_are_planned() {
    let stage = stage(|_| {});
    let discord = &stage.discord;
    discord.faults().on("PATCH /webhooks/*/*/messages/*").fails(502);
    let failed = stage.ask();
    failed.acknowledged_after();
    assert!(failed.find_within(Duration::from_millis(300), |_| true).is_none());
    discord.faults().on("POST /interactions/*/*/callback").slow(Duration::from_millis(500));
    let slow = stage.ask();
    assert!(slow.acknowledged_after() > Duration::from_millis(450));
    slow.message();
    discord.faults().on("PATCH /webhooks/*/*/messages/*").cut();
    assert!(stage.ask().find_within(Duration::from_millis(300), |_| true).is_none());
    discord.faults().on("POST /webhooks/*/*").cut_after();
    let cut = stage.ask();
    cut.wait_for_follow_up("it takes effect", |_| true);
    discord.faults().on("POST /channels/*/messages").always().fails(500);
    discord.faults().clear();
    stage.ask().message();
}

#[test]
fn a_lost_connection_is_resumed_and_nothing_is_missed() {
    let stage = stage(|_| {});
    let discord = &stage.discord;
    stage.ask().message();
    discord.faults().drop_gateway();
    // What is said while nobody listens is told after RESUME.
    let missed = stage.anna.direct("are you there?");
    assert_eq!(missed.text(), "You said: are you there?");
    discord.wait_for_arrivals(2);
    discord.faults().ask_to_reconnect();
    discord.wait_for_arrivals(3);
    stage.ask().message();
    assert_eq!((discord.sessions_begun(), discord.resumes()), (1, 2));
    discord.assert_no_refusals();
}

#[test]
fn a_session_that_is_over_begins_anew() {
    let stage = stage(|_| {});
    let discord = &stage.discord;
    stage.ask().message();
    discord.faults().invalidate_session(false);
    discord.wait_for_arrivals(2);
    stage.ask().message();
    assert_eq!((discord.sessions_begun(), discord.resumes()), (2, 0));
}

#[test]
fn a_gateway_without_signs_of_life_is_left() {
    let stage = stage(|discord| discord.faults().heartbeat_every(Duration::from_millis(300)));
    let discord = &stage.discord;
    stage.ask().message();
    discord.faults().withhold_heartbeat_acks(true);
    discord.wait_for_arrivals(2);
    assert!(discord.heartbeats() > 0);
    discord.faults().withhold_heartbeat_acks(false);
    stage.ask().message();
}

#[test]
fn a_gateway_that_is_away_is_tried_again() {
    let stage = stage(|discord| discord.faults().refuse_gateway(1));
    let started = Instant::now();
    stage.ask().message();
    assert!(started.elapsed() > Duration::from_secs(1), "the first try is refused");
}

#[test]
fn a_wrong_token_ends_the_bot() {
    let discord = Discord::start();
    let wrong = discord.token().replace("fake0", "wrong");
    let mut bot = Bot::start_with(&discord, &wrong);
    let ended = bot.ended.take().expect("it runs").join().expect("no panic");
    let error = ended.expect_err("the token is wrong");
    assert!(error.contains("InvalidAuthentication") || error.contains("Unauthorized"), "{error}");
    assert_eq!(discord.sessions_begun(), 0);
}

#[test]
fn the_intents_are_those_that_were_asked_for() {
    let Stage { discord, bot, anna: _, sales: _ } = stage(|_| {});
    discord.wait_until_connected(1);
    assert_eq!(discord.intents(), [1 | 1 << 9 | 1 << 12]);
    drop(bot);
    discord.wait_until_gone();
}
