//! Direct messages: which server they are about, and what somebody may ask there now.

use std::time::{Duration, Instant};

use klantwijzer_fake_discord::{Discord, Guild, Seen};

use super::first_day::import;
use super::harness::{Home, Service};
use crate::harness::{CUSTOMERS, INVOICES};

const QUESTION: &str = "how many customers do we have?";

/// The small book, and one with another customer.
const BOOK: [&str; 2] = [CUSTOMERS, INVOICES];
const OTHER: [&str; 2] = [
    "Klantnummer;Bedrijfsnaam;Accountmanager\n1;Only One;Olivia\n",
    "Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n1;1;15-01-2026;900,00\n",
];

struct Stage {
    discord: Discord,
    home: Home,
    bot: Service,
}

impl Stage {
    fn begin(prepare: impl FnOnce(&Discord)) -> Self {
        let discord = Discord::start();
        prepare(&discord);
        let home = Home::new();
        Self { bot: home.open(&discord), discord, home }
    }

    /// A server with this book, in which the role Sales may ask.
    fn team(&self, name: &str, book: [&str; 2]) -> Guild {
        let guild = self.discord.guild(name);
        let (admin, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
        for file in book {
            import(&admin, &sales, file);
        }
        let next = admin.slash(&sales, "/setup").press("Next");
        let roles = next.wait_for("the roles", |m| m.text().contains("Who may do what"));
        admin
            .choose(&roles, "Viewers: may ask questions", &[&guild.role("Sales").to_string()])
            .message();
        guild
    }

    /// How often Discord was asked what somebody is in a server.
    fn lookups(&self) -> usize {
        let lookup = |seen: &&Seen| seen.method == "GET" && seen.path.contains("/members/");
        self.discord.requests().iter().filter(lookup).count()
    }
}

/// Discord tells a bot that connects who is in a voice channel, and never again what becomes of
/// their roles.
#[test]
fn a_role_that_was_taken_away_counts_for_who_was_in_voice_too() {
    let stage = Stage::begin(|_| {});
    let guild = stage.team("Acme", BOOK);
    let vera = guild.member("Vera").with_role("Sales").in_voice();
    assert!(stage.bot.stop().success());
    stage.discord.wait_until_gone();
    let _bot = stage.home.open(&stage.discord);
    assert!(vera.direct(QUESTION).text().contains('5'));
    let vera = vera.without_role("Sales");
    let told = vera.direct(QUESTION).text();
    assert!(told.contains("can’t find a server"), "{told}");
}

#[test]
fn nobody_hears_of_another_server_while_discord_does_not_tell_who_they_are() {
    let stage = Stage::begin(|_| {});
    let (ours, theirs) = (stage.team("Ours", BOOK), stage.team("Theirs", OTHER));
    let vera = ours.member("Vera").with_role("Sales");
    let _ = theirs.invite(&vera).with_role("Sales");
    let of_ours = format!("GET /guilds/{}/members/*", ours.id());
    stage.discord.faults().on(&of_ours).fails(503);
    assert!(vera.direct(QUESTION).text().contains("several servers"), "Discord is asked again");
    stage.discord.faults().on(&of_ours).always().fails(500);
    let told = vera.direct(QUESTION).text();
    assert!(told.contains("doesn’t tell me right now who you are"), "{told}");
    stage.discord.faults().clear();
    assert!(vera.direct(QUESTION).text().contains("several servers"));
}

#[test]
fn only_servers_with_data_are_looked_at_and_not_each_time() {
    let stage = Stage::begin(|discord| {
        for number in 0..150 {
            discord.guild(&format!("Empty {number}"));
        }
    });
    let (ours, theirs) = (stage.team("Ours", BOOK), stage.team("Theirs", OTHER));
    let vera = ours.member("Vera").with_role("Sales");
    assert!(vera.direct(QUESTION).text().contains('5'));
    assert_eq!(stage.lookups(), 2, "each server with data");
    assert!(vera.direct(QUESTION).text().contains('5'));
    assert_eq!(stage.lookups(), 3, "the one that is known");
    let sam = theirs.member("Sam");
    for _ in 0..3 {
        assert!(sam.direct(QUESTION).text().contains("can’t find a server"));
    }
    assert_eq!(stage.lookups(), 5, "that there is none is kept for a moment");
    stage.discord.assert_no_refusals();
}

#[test]
fn who_shares_several_servers_can_go_to_another_one() {
    let stage = Stage::begin(|_| {});
    let (ours, theirs) = (stage.team("Ours", BOOK), stage.team("Theirs", OTHER));
    let vera = ours.member("Vera").with_role("Sales");
    let there = theirs.invite(&vera).with_role("Sales");
    let mo = ours.member("Mo").with_role("Sales");
    let _ = theirs.invite(&mo).with_role("Sales");
    let dutch = mo.direct("welke klanten hebben we?").text();
    assert!(dutch.contains("Over welke server gaat je vraag?"), "{dutch}");
    let asked = vera.direct("which customers do we have?");
    let waits_for = |customer: &'static str| {
        asked.wait_for(customer, move |message| message.text().contains(customer))
    };
    asked.choose("Choose a server", &["Ours"]);
    vera.press(&waits_for("Jansen Metaal"), "Other server");
    let menu = waits_for("Which one is this about?");
    vera.choose(&menu, "Choose a server", &["Theirs"]);
    let shown = waits_for("Only One");
    assert!(!shown.text().contains("Jansen"), "{}", shown.text());
    let next = vera.direct("which customers do we have?").text();
    assert!(next.contains("Only One"), "the choice holds from now on: {next}");

    // What a menu shows answers no question that could be asked again.
    let why = vera.choose(&shown, &shown.selects()[0].custom_id, &["Only One"]);
    why.wait_for("the reasons", |m| !m.is_loading());
    why.press("Other server");
    why.wait_for("the menu", |m| m.text().contains("Which one is this about?"));
    why.choose("Choose a server", &["Ours"]);
    why.wait_for("it is told", |m| m.text().contains("what you ask here is about Ours"));
    let ours = vera.direct("which customers do we have?").text();
    assert!(ours.contains("Jansen Metaal"), "{ours}");

    let _ = there.without_role("Sales");
    let left = vera.direct("which customers do we have?").text();
    assert!(left.contains("Jansen Metaal"), "only one server is left: {left}");
    stage.discord.assert_no_refusals();
}

#[test]
fn what_was_spoken_of_about_one_server_is_nothing_for_another() {
    let stage = Stage::begin(|_| {});
    let (ours, theirs) = (stage.team("Ours", BOOK), stage.team("Theirs", OTHER));
    let vera = ours.member("Vera").with_role("Sales");
    let _ = theirs.invite(&vera).with_role("Sales");
    let first = vera.direct("which customers does Marieke de Wit have?");
    first.choose("Choose a server", &["Ours"]);
    first.wait_for("the answer", |message| message.text().contains("Jansen Metaal"));
    let next = vera.direct("and Tom Hermans?");
    assert!(next.text().contains("Bakkerij"), "{}", next.text());
    next.press("Other server").wait_for("the menu", |m| !m.selects().is_empty());
    next.choose("Choose a server", &["Theirs"]);
    let told = next.wait_for("the other answer", |m| !m.text().contains("Which one"));
    assert!(!told.text().contains("Marieke"), "{}", told.text());
}

#[test]
fn a_press_is_acknowledged_before_discord_is_asked_anything() {
    let stage = Stage::begin(|_| {});
    let guild = stage.team("Acme", BOOK);
    let vera = guild.member("Vera").with_role("Sales");
    let shown = vera.direct("which customers do we have?");
    let label = shown.message().buttons()[0].label.clone();
    let wait = Duration::from_secs(4);
    stage.discord.faults().on("GET /guilds/*/members/*").slow(wait);
    let begun = Instant::now();
    let pressed = shown.press(&label);
    assert!(pressed.acknowledged_after() < Duration::from_secs(1));
    pressed.wait_for("the answer", |message| !message.is_loading());
    assert!(begun.elapsed() >= wait, "the rights are asked for all the same");
    stage.discord.assert_no_refusals();
}
