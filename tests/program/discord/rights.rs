//! Who may do what, and where everybody may see it.

use klantwijzer_fake_discord::{Channel, Discord, Guild, Member, Message, Upload};

use super::first_day::import;
use super::harness::{Home, Service};
use crate::harness::{CUSTOMERS, INVOICES};

pub(super) struct Team {
    pub(super) discord: Discord,
    pub(super) guild: Guild,
    pub(super) admin: Member,
    pub(super) sales: Channel,
    bot: Service,
    _home: Home,
}

/// A team whose role Sales may ask, and whose role Account may look after customers.
pub(super) fn team() -> Team {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (admin, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let (viewers, managers) = (guild.role("Sales"), guild.role("Account"));
    let home = Home::new();
    let bot = home.open(&discord);
    import(&admin, &sales, CUSTOMERS);
    import(&admin, &sales, INVOICES);
    let setup = admin.slash(&sales, "/setup");
    let roles = setup.press("Next").wait_for("the roles", |m| m.text().contains("Who may do what"));
    admin.choose(&roles, "Viewers: may ask questions", &[&viewers.to_string()]).message();
    admin
        .choose(&roles, "Managers: may also assign and judge customers", &[&managers.to_string()])
        .message();
    Team { discord, guild, admin, sales, bot, _home: home }
}

impl Team {
    /// Everybody in this channel may see answers.
    pub(super) fn allow(&self, channel: &Channel) {
        let part = self.admin.slash(&self.sales, "/setup").press("Next");
        let part = part.wait_for("the roles", |m| m.text().contains("Who may do what"));
        let channels = self.admin.press(&part, "Next");
        let part = channels.wait_for("the channels", |m| m.text().contains("In which channels"));
        let menu = "Channels where everybody may see answers";
        self.admin.choose(&part, menu, &[&channel.id().to_string()]).message();
    }
}

#[test]
fn a_name_that_only_resembles_is_asked_back_or_told() {
    let team = team();
    for line in [
        "/owner customer:Jansen Banderas owner:Tom Hermans",
        "/judge customer:jansen grade:7",
        "/override customer:jansen type:large reason:a test",
        "/privacy export customer:jansen",
        "/privacy erase customer:jansen sure:jansen",
    ] {
        let told = team.admin.slash(&team.sales, line).text();
        assert!(told.contains("called exactly") && told.contains("(1001)"), "{line}: {told}");
    }
    let lines = ["/customer name:jansen", "/why customer:jansen", "/say-no customer:jansen"];
    for line in lines {
        let told = team.admin.slash(&team.sales, line).text();
        assert!(told.contains("I take it you mean Jansen Metaal"), "{line}: {told}");
        let whole = line.replace("jansen", "jansen metaal");
        let told = team.admin.slash(&team.sales, &whole).text();
        assert!(!told.contains("I take it"), "{whole}: {told}");
    }
    team.discord.assert_no_refusals();
}

#[test]
fn each_level_may_do_its_own_things_and_no_more() {
    let team = team();
    let sales = &team.sales;
    let stranger = team.guild.member("Sam");
    let viewer = team.guild.member("Vera").with_role("Sales");
    let manager = team.guild.member("Mo").with_role("Account");
    let ask = "/customers type:transactional";
    let judge = "/judge customer:Bakkerij de Vries grade:7";
    let export = "/export";
    let refused = |person: &Member, line: &str| {
        let told = person.slash_regardless(sales, line);
        assert!(told.message().is_ephemeral());
        told.text().contains("that takes the level")
    };
    for (person, expected) in [
        (&stranger, [true, true, true]),
        (&viewer, [false, true, true]),
        (&manager, [false, false, true]),
        (&team.admin, [false, false, false]),
    ] {
        let found = [ask, judge, export].map(|line| refused(person, line));
        assert_eq!(found, expected, "{}", person.id());
    }
    let told = stranger.slash_regardless(sales, judge).text();
    assert!(told.contains("judge") && told.contains("/setup"), "what they wanted to do: {told}");
    let form = stranger.slash_regardless(sales, "/prospect").text();
    assert!(form.contains("that takes the level"), "no form for nothing: {form}");
    let mention = stranger.says(sales, "@bot which customers are large?");
    let told = mention.text();
    assert!(told.contains("that takes the level"), "no button for nothing: {told}");
    assert!(stranger.types(sales, "/customer name:jans").names().is_empty());
    assert!(!viewer.types(sales, "/customer name:jans").names().is_empty());
    team.discord.assert_no_refusals();
}

#[test]
fn customers_are_shown_to_everybody_only_where_the_team_allows_it() {
    let team = team();
    let (admin, sales) = (&team.admin, &team.sales);
    let open = team.guild.channel("open");
    team.allow(&open);

    assert!(admin.slash(sales, "/customers").message().is_ephemeral());
    assert!(!admin.slash(&open, "/customers").message().is_ephemeral());
    let thread = open.thread("a talk");
    assert!(!admin.slash(&thread, "/customers").message().is_ephemeral());
    let settings = admin.slash(&open, "/settings show");
    assert!(settings.message().is_ephemeral());
    let mentioned = format!("<#{}>", open.id());
    settings.press("Next").wait_for("its name", move |m| m.text().contains(&mentioned));

    // A mention cannot be answered for one person only; a button can.
    let mention = admin.says(sales, "@bot which customers do we have?");
    assert!(!mention.text().contains("Jansen"), "{}", mention.text());
    let shown = mention.press("Show me");
    assert!(shown.message().is_ephemeral() && shown.text().contains("Jansen"), "{}", shown.text());
    let mention = admin.says(&open, "@bot which customers do we have?");
    assert!(mention.text().contains("Jansen"), "{}", mention.text());
    let log = team.bot.log();
    assert!(!log.contains("which customers do we have"), "what people ask is not logged: {log}");

    // What only an admin may take along is not for the channel.
    let listed = admin.slash(&open, "/customers type:transactional");
    let file = listed.press("All customers as Excel file");
    assert!(file.message().is_ephemeral(), "{}", file.text());
    team.discord.assert_no_refusals();
}

#[test]
fn whoever_may_not_import_costs_no_download() {
    let team = team();
    let vera = team.guild.member("Vera").with_role("Sales");
    let stalled = Upload::new("customers.csv", CUSTOMERS).gone();
    let told = vera.slash_with(&team.sales, "/import file file:customers.csv", &[stalled]);
    assert!(told.text().contains("that takes the level"), "{}", told.text());
    team.discord.assert_no_refusals();
}

#[test]
fn a_level_can_be_given_to_everybody_and_taken_back() {
    let team = team();
    let (admin, sales) = (&team.admin, &team.sales);
    let sam = team.guild.member("Sam");
    let everyone = team.guild.id().to_string();
    let part = admin.slash(sales, "/setup").press("Next");
    let roles = part.wait_for("the roles", |m| m.text().contains("Who may do what"));
    assert!(!sam.slash(sales, "/customers").text().contains("Jansen"));
    admin.choose(&roles, "Viewers: may ask questions", &[&everyone]);
    part.wait_for("it is shown", |m| m.text().contains("Viewers: may ask questions**: @everyone"));
    assert!(sam.slash(sales, "/customers").text().contains("Jansen"));
    admin.choose(&roles, "Viewers: may ask questions", &[]);
    part.wait_for("it is taken back", |m| !m.text().contains("@everyone"));
    assert!(!sam.slash(sales, "/customers").text().contains("Jansen"));
    team.discord.assert_no_refusals();
}

/// A client offers what is chosen now and sends all of it again with what is chosen more.
#[test]
fn a_second_role_or_channel_does_not_take_the_first_away() {
    let team = team();
    let (admin, sales) = (&team.admin, &team.sales);
    let part = admin.slash(sales, "/setup").press("Next");
    let mut now = part.wait_for("the roles", |m| m.text().contains("Who may do what"));
    let ids = ["Support", "Board"].map(|role| team.guild.role(role).to_string());
    for id in &ids {
        let menu = |m: &Message| {
            let menus = m.selects();
            menus
                .into_iter()
                .find(|menu| menu.placeholder == "Viewers: may ask questions")
                .expect("a menu")
        };
        let mut all = menu(&now).now;
        all.push(id.clone());
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        admin.choose(&now, "Viewers: may ask questions", &all);
        now = part.wait_for("it is kept", |m| menu(m).now.contains(id));
        assert!(ids.iter().take_while(|other| *other != id).all(|o| menu(&now).now.contains(o)));
    }
    for name in ["Support", "Board"] {
        let person = team.guild.member(&format!("Of {name}")).with_role(name);
        assert!(person.slash(sales, "/customers").text().contains("Jansen"), "{name}");
    }
    let named = ids.clone().map(|id| format!("<@&{id}>"));
    let settings = admin.slash(sales, "/settings show").press("Next");
    settings.wait_for("their names", move |m| named.iter().all(|name| m.text().contains(name)));
    let board = format!("/settings change name:team.levels.<@&{}> value:none", ids[1]);
    let told = admin.slash(sales, &board).text();
    let person = team.guild.member("Late").with_role("Board");
    assert!(!person.slash(sales, "/customers").text().contains("Jansen"), "{told}");
    team.discord.assert_no_refusals();
}

#[test]
fn a_team_begins_in_the_language_of_its_server() {
    let discord = Discord::start();
    let guild = discord.guild("Acme").in_language("nl");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("verkoop"));
    let home = Home::new();
    let _bot = home.open(&discord);
    for _ in 0..2 {
        let setup = anna.slash(&sales, "/setup").message();
        let language = setup.selects().into_iter().find(|menu| menu.placeholder == "Language");
        assert_eq!(language.expect("a menu").now, ["nl"]);
    }
    discord.assert_no_refusals();
}

#[test]
fn what_was_done_is_on_record() {
    let team = team();
    team.admin.slash(&team.sales, "/customer name:Jansen Metaal B.V.").message();
    team.admin.slash(&team.sales, "/export").message();
    let record = team.admin.slash(&team.sales, "/audit").text();
    for deed in ["Jansen Metaal B.V.", "Anna", "<@&"] {
        assert!(record.contains(deed), "{deed}: {record}");
    }
}
