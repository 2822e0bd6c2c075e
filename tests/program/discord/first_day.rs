//! A team's first day with the real bot: from its files to its answers, in both languages.

use std::time::Duration;

use klantwijzer_fake_discord::{Channel, Discord, Exchange, Guild, Member, Upload};

use super::harness::{Home, Service};
use crate::harness::{CUSTOMERS, INVOICES};

/// A guild whose bot has read the small book.
struct Team {
    discord: Discord,
    guild: Guild,
    marieke: Member,
    sales: Channel,
    _bot: Service,
    _home: Home,
}

fn team() -> Team {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let marieke = guild.member("Marieke de Wit").admin().in_language("nl");
    let sales = guild.channel("verkoop");
    let home = Home::new();
    let bot = home.open(&discord);
    import(&marieke, &sales, CUSTOMERS);
    import(&marieke, &sales, INVOICES);
    Team { discord, guild, marieke, sales, _bot: bot, _home: home }
}

/// The preview comes first, and nothing is kept until the person says yes.
/// Returns what is told of it.
pub(super) fn import(person: &Member, channel: &Channel, text: &str) -> String {
    let file = Upload::new("boek.csv", text.to_owned()).of_type("text/csv");
    let preview = person.slash_with(channel, "/import file file:boek.csv", &[file]);
    assert!(preview.acknowledged_after() < Duration::from_secs(1));
    let read = preview.message();
    let done = preview.press(&read.buttons()[0].label);
    done.wait_for("it is brought in", |message| message.text() != read.text()).text()
}

#[test]
fn a_team_imports_its_book_and_asks() {
    let team = team();
    let Team { discord, guild, marieke, sales, .. } = &team;
    let asked = marieke.slash(sales, "/vraag vraag:hoeveel klanten hebben we?");
    assert!(asked.text().contains('5'), "{}", asked.text());
    assert!(asked.message().is_ephemeral(), "outside the team's channels only who asks sees it");

    let names = marieke.types(sales, "/klant naam:jans");
    assert_eq!(names.names().first(), Some(&"Jansen Metaal B.V."), "{:?}", names.names());
    let card = marieke.slash(sales, "/klant naam:Jansen Metaal B.V.").text();
    assert!(card.contains("Jansen Metaal B.V."), "{card}");
    let tom = guild.member("Tom").admin().in_language("en-GB");
    let listed = tom.slash(sales, "/customers").text();
    assert!(listed.contains("Jansen Metaal"), "{listed}");
    let told = marieke.direct("hoeveel klanten hebben we?").text();
    assert!(!told.is_empty());
    discord.assert_no_refusals();
}

#[test]
fn people_are_understood_by_their_names_and_language() {
    let team = team();
    let Team { discord, guild, marieke, sales, .. } = &team;
    for typed in ["Va", "van", "Van Dijk"] {
        let offered = marieke.types(sales, &format!("/klant naam:{typed}"));
        assert_eq!(offered.names(), ["Van Dijk Machinebouw"], "{typed}");
    }
    let own = marieke.slash(sales, "/vraag vraag:mijn klanten").text();
    assert!(own.contains("Jansen Metaal") && own.contains("Van Dijk"), "{own}");
    assert!(!own.contains("Bakkerij"), "those of others are left out: {own}");
    let tom = guild.member("Tom").admin().in_language("nl");
    let nobody = tom.slash(sales, "/vraag vraag:mijn klanten").text();
    assert!(nobody.contains("heet precies ‘Tom’"), "{nobody}");
    assert!(nobody.contains("Tom Hermans"), "who it may be is offered: {nobody}");
    let assumed = tom.slash(sales, "/vraag vraag:waarom is Janssn Metaal strategisch?").text();
    assert!(assumed.starts_with("Ik neem aan dat je Jansen Metaal B.V. bedoelt."), "{assumed}");
    let nonsense = tom.slash(sales, "/vraag vraag:blablabla foo").text();
    assert!(nonsense.contains("Dat begreep ik niet"), "{nonsense}");
    discord.assert_no_refusals();
}

#[test]
fn an_import_that_waits_survives_a_restart() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let bot = home.open(&discord);
    let file = Upload::new("book.csv", CUSTOMERS).of_type("text/csv");
    let preview = anna.slash_with(&sales, "/import file file:book.csv", &[file]);
    let read = preview.message();
    bot.kill();
    discord.wait_until_gone();
    let _bot = home.open(&discord);
    discord.wait_until_connected(1);
    let done = preview.press(&read.buttons()[0].label);
    done.wait_for("it is brought in", |message| message.text() != read.text());
    let listed = anna.slash(&sales, "/customer name:Jansen Metaal B.V.").text();
    assert!(listed.contains("Jansen Metaal B.V."), "{listed}");
    discord.assert_no_refusals();
}

#[test]
fn an_import_on_a_day_that_has_passed_says_what_its_review_is_good_for() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new().on_day("2026-03-01");
    let _bot = home.open(&discord);
    let told = import(&anna, &sales, CUSTOMERS);
    assert!(told.contains("This review is kept for 1 March 2026"), "{told}");
    discord.assert_no_refusals();
}

#[test]
fn undoing_names_what_it_takes_out_and_asks() {
    let team = team();
    let Team { discord, marieke, sales, .. } = &team;
    marieke.slash(sales, "/oordeel klant:Jansen Metaal B.V. cijfer:7").message();
    let asked = marieke.slash(sales, "/importeren ongedaan");
    let text = asked.text();
    assert!(
        text.contains("Import 2") && text.contains("boek.csv") && text.contains("met de hand"),
        "{text}"
    );
    assert_eq!(asked.message().buttons().len(), 1);
    let label = asked.message().buttons()[0].label.clone();
    let undone = asked.press(&label);
    assert!(undone.text().contains("Import 2"), "{}", undone.text());
    discord.assert_no_refusals();
}

#[test]
fn a_yes_that_is_pressed_twice_is_done_once() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    let file = Upload::new("book.csv", CUSTOMERS).of_type("text/csv");
    let preview = anna.slash_with(&sales, "/import file file:book.csv", &[file]);
    let read = preview.message();
    let yes = read.buttons()[0].label.clone();
    let presses = [anna.press(&read, &yes), anna.press(&read, &yes)];
    let done = preview.wait_for("it is brought in", |message| message.text() != read.text());
    assert_eq!(done.buttons().len(), 1, "it can be undone: {:?}", done.buttons());
    let refused = |press: &Exchange| !press.follow_ups().is_empty();
    let told = std::time::Instant::now();
    while presses.iter().filter(|press| refused(press)).count() != 1 {
        assert!(told.elapsed() < Duration::from_secs(10), "one of them is told");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(preview.message().buttons().len(), 1, "and the button stays");
    let imports = anna.slash(&sales, "/import list").text();
    assert!(imports.contains("One import"), "{imports}");
    discord.assert_no_refusals();
}

/// Files that wait for a yes can name whoever is erased meanwhile.
#[test]
fn erasing_forgets_the_imports_of_the_team_that_wait() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    import(&anna, &sales, CUSTOMERS);
    let file = Upload::new("book.csv", INVOICES).of_type("text/csv");
    let preview = anna.slash_with(&sales, "/import file file:book.csv", &[file]);
    let waiting = preview.message();
    let pending = home.desk.path("data/pending");
    assert_eq!(std::fs::read_dir(&pending).expect("files wait").count(), 1);
    let name = "Bakkerij de Vries";
    let erased = anna.slash(&sales, &format!("/privacy erase customer:{name} sure:{name}"));
    assert!(erased.text().contains("erased-"), "{}", erased.text());
    assert_eq!(std::fs::read_dir(&pending).expect("its folder").count(), 0);
    let pressed = preview.press(&waiting.buttons()[0].label);
    assert!(pressed.text().contains("no longer waiting"), "{}", pressed.text());
    discord.assert_no_refusals();
}

#[test]
fn another_guild_sees_nothing_of_it() {
    let team = team();
    let Team { discord, marieke, sales, .. } = &team;
    let other = discord.guild("Other");
    let (eve, hall) = (other.member("Eve").admin(), other.channel("hall"));
    let own = marieke.slash(sales, "/customers");
    let buttons = own.message().buttons();
    let custom_ids: Vec<String> =
        buttons.into_iter().filter_map(|button| button.custom_id).collect();
    assert!(!custom_ids.is_empty(), "there is something to forge");
    for custom_id in custom_ids {
        let data = serde_json::json!({"component_type": 2, "custom_id": custom_id});
        let forged = discord.forge(&eve, &hall, &serde_json::json!({"type": 3, "data": data}));
        assert!(!forged.text().contains("Jansen"), "{}", forged.text());
    }
    let asked = eve.slash(&hall, "/ask question:which customers do we have?").text();
    assert!(!asked.contains("Jansen"), "{asked}");
    discord.assert_no_refusals();
}
