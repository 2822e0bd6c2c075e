//! What the real bot makes of a Discord that has a bad day.

use std::time::{Duration, Instant};

use klantwijzer_fake_discord::{Channel, Discord, Exchange, Member, Seen, Upload};

use super::harness::{Home, Service};
use crate::harness::CUSTOMERS;

struct Day {
    discord: Discord,
    anna: Member,
    sales: Channel,
    bot: Service,
    _home: Home,
}

impl Day {
    fn begin(prepare: impl FnOnce(&Discord)) -> Self {
        let discord = Discord::start();
        prepare(&discord);
        let guild = discord.guild("Acme");
        let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
        let home = Home::new().with_limits("attachment_mib = 1");
        Self { bot: home.open(&discord), discord, anna, sales, _home: home }
    }

    fn ask(&self) -> Exchange {
        self.anna.slash(&self.sales, "/ask question:how many customers do we have?")
    }

    fn statuses(&self, wanted: impl Fn(&Seen) -> bool) -> Vec<u16> {
        let seen = self.discord.requests();
        seen.iter().filter(|seen| wanted(seen)).map(|seen| seen.status).collect()
    }

    fn answers(&self) {
        assert!(!self.ask().text().is_empty());
        self.discord.assert_no_refusals();
    }
}

#[test]
fn commands_are_registered_when_discord_can_take_them() {
    let day = Day::begin(|discord| {
        discord.faults().on("PUT /applications/*/commands").fails(503);
        discord.faults().on("GET /gateway/bot").fails(500);
    });
    day.answers();
    let registered = |seen: &Seen| seen.path.ends_with("/commands");
    assert_eq!(day.statuses(registered), [503, 200]);
}

#[test]
fn limits_and_failures_do_not_lose_an_answer() {
    let day = Day::begin(|_| {});
    let wait = Duration::from_millis(300);
    for pattern in ["POST /webhooks/*/*", "PATCH /webhooks/*/*/messages/*"] {
        day.discord.faults().on(pattern).times(2).limited(wait);
        day.discord.faults().on(pattern).limited_globally(wait);
    }
    for _ in 0..3 {
        day.answers();
    }
    let limited = day.statuses(|seen| seen.status == 429);
    assert!(limited.len() >= 3, "the limits were met: {limited:?}");
    day.discord.faults().clear();
    day.discord.faults().on("POST /interactions/*/*/callback").slow(Duration::from_millis(500));
    day.answers();
}

#[test]
fn a_failure_of_discord_itself_loses_no_answer() {
    let day = Day::begin(|_| {});
    let faults = day.discord.faults();
    for status in [500, 502, 503] {
        faults.on("POST /interactions/*/*/callback").fails(status);
        faults.on("PATCH /webhooks/*/*/messages/*").times(2).fails(status);
        day.answers();
        faults.on("POST /channels/*/messages").times(2).fails(status);
        assert!(!day.anna.direct("how many customers do we have?").text().is_empty());
        let shown = day.anna.slash(&day.sales, "/setup");
        let first = shown.text();
        faults.on("POST /interactions/*/*/callback").fails(status);
        faults.on("PATCH /webhooks/*/*/messages/*").fails(status);
        shown.press("Next");
        shown.wait_for("the next part", |message| message.text() != first);
    }
    faults.on("POST /interactions/*/*/callback").cut();
    faults.on("PATCH /webhooks/*/*/messages/*").cut_after();
    day.answers();
}

#[test]
fn a_message_whose_fate_is_not_known_stands_there_once() {
    let day = Day::begin(|_| {});
    day.discord.faults().on("POST /channels/*/messages").cut_after();
    let asked = day.anna.says(&day.sales, "@bot how many customers do we have?");
    assert!(!asked.text().is_empty());
    let tried = |seen: &Seen| seen.method == "POST" && seen.path.ends_with("/messages");
    day.discord.wait_for_requests("it is said again", |seen| {
        seen.iter().filter(|seen| tried(seen)).count() == 2
    });
    day.answers();
    let own = day.sales.messages().into_iter().filter(|m| m.author == day.discord.bot()).count();
    assert_eq!(own, 1, "and stands there once");
}

#[test]
fn many_who_ask_at_once_in_one_channel_wait_no_longer_than_discord_asks() {
    let day = Day::begin(|discord| {
        let window = Duration::from_secs(5);
        discord.faults().limit("POST /channels/*/messages", 5, window);
    });
    let begun = Instant::now();
    let line = "@bot how many customers do we have?";
    let asked: Vec<Exchange> = (0..12).map(|_| day.anna.says(&day.sales, line)).collect();
    for one in &asked {
        assert!(!one.text().is_empty());
    }
    assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
    day.discord.assert_no_refusals();
}

#[test]
fn the_gateway_may_come_and_go() {
    let day = Day::begin(|_| {});
    day.discord.faults().drop_gateway();
    let missed = day.anna.direct("how many customers do we have?");
    assert!(!missed.text().is_empty());
    day.discord.faults().ask_to_reconnect();
    day.discord.wait_for_arrivals(3);
    day.answers();
    day.discord.faults().invalidate_session(false);
    day.discord.wait_for_arrivals(4);
    day.answers();
}

#[test]
fn a_gateway_that_is_lost_is_told_by_health_and_metrics() {
    let day = Day::begin(|_| {});
    assert!(day.bot.get("/metrics").1.contains("klantwijzer_shards_connected 1\n"));
    day.discord.faults().refuse_gateway(3);
    day.discord.faults().drop_gateway();
    let lost = Instant::now();
    while day.bot.get("/health").0 != 503 {
        assert!(lost.elapsed() < Duration::from_secs(10), "{}", day.bot.log());
        std::thread::sleep(Duration::from_millis(20));
    }
    let metrics = day.bot.get("/metrics").1;
    assert!(metrics.contains("klantwijzer_shards_connected 0\n"), "{metrics}");
    day.bot.wait_until_fit();
    day.answers();
}

#[test]
fn a_gateway_that_turns_the_bot_away_is_told_by_health() {
    let day = Day::begin(|_| {});
    for code in [4003, 4011] {
        day.discord.faults().refuse_gateway(1_000);
        day.discord.faults().close_gateway(code);
        let lost = Instant::now();
        while day.bot.get("/health").0 != 503 {
            assert!(lost.elapsed() < Duration::from_secs(10), "{code}: {}", day.bot.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        day.discord.faults().refuse_gateway(0);
        day.bot.wait_until_fit();
    }
    day.answers();
}

#[test]
fn the_configured_address_and_certificate_hold_for_the_gateway_too() {
    let discord = Discord::start().with_safe_gateway();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    let answer = anna.slash(&sales, "/ask question:how many customers do we have?");
    assert!(!answer.text().is_empty());
    discord.assert_no_refusals();
}

#[test]
fn each_shard_that_is_connected_is_counted() {
    let day = Day::begin(|discord| discord.recommend_shards(2));
    day.discord.wait_until_connected(2);
    let begun = Instant::now();
    while !day.bot.get("/metrics").1.contains("klantwijzer_shards_connected 2\n") {
        assert!(begun.elapsed() < Duration::from_secs(10), "{}", day.bot.get("/metrics").1);
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_answer_does_not_wait_until_typing_is_shown() {
    let day = Day::begin(|_| {});
    day.discord.faults().on("POST /channels/*/typing").always().slow(Duration::from_secs(10));
    let answered = day.anna.direct("how many customers do we have?").answered_after();
    assert!(answered < Duration::from_secs(5), "{answered:?}");
}

#[test]
fn a_file_that_cannot_be_had_is_told_and_harms_nothing() {
    let day = Day::begin(|_| {});
    let file = |name: &str| Upload::new(name, CUSTOMERS).of_type("text/csv");
    let import = |upload: Upload, name: &str| {
        let line = format!("/import file file:{name}");
        day.anna.slash_with(&day.sales, &line, &[upload])
    };
    let large = Upload::new("large.csv", vec![b'x'; 2 << 20]);
    let lying = Upload::new("lying.csv", vec![b'x'; 2 << 20]).telling_size(10);
    let picture = Upload::new("cat.png", [137, 80, 78, 71, 13, 10, 26, 10, 0, 255].to_vec());
    let table = [
        (file("gone.csv").gone(), "gone.csv"),
        (file("half.csv").breaking_off(), "half.csv"),
        (large, "large.csv"),
        (lying, "lying.csv"),
        (picture, "cat.png"),
    ];
    for (upload, name) in table {
        let told = import(upload, name).message();
        assert!(told.text().contains(name), "{name}: {}", told.text());
        let begins = told.buttons().iter().any(|button| button.label == "Yes, bring it in");
        assert!(!begins, "{name}: {}", told.text());
    }
    // While one file stalls, others are served.
    let stalled = import(file("slow.csv").stalling(Duration::from_mins(1)), "slow.csv");
    assert!(stalled.acknowledged_after() < Duration::from_secs(1));
    day.answers();
}

#[test]
fn two_hundred_questions_at_once_are_acknowledged_within_a_second() {
    let day = Day::begin(|_| {});
    day.answers();
    let started = Instant::now();
    let asked: Vec<Exchange> = (0..200).map(|_| day.ask()).collect();
    let slowest = asked.iter().map(Exchange::acknowledged_after).max();
    assert!(slowest < Some(Duration::from_secs(1)), "{slowest:?}");
    assert!(asked.iter().all(|asked| !asked.text().is_empty()));
    eprintln!("200 at once: acknowledged in {slowest:?}, answered in {:?}", started.elapsed());
    day.discord.assert_no_refusals();
}
