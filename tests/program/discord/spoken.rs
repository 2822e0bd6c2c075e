//! Plain messages that are more than a question: files to bring in, the book as a file, a call
//! to the role of the bot.

use klantwijzer_fake_discord::{Channel, Discord, Guild, Member, Upload};

use super::first_day::import;
use super::harness::{Home, Service};
use crate::harness::{CUSTOMERS, INVOICES};

struct Team {
    discord: Discord,
    guild: Guild,
    anna: Member,
    sales: Channel,
    _bot: Service,
    _home: Home,
}

fn team() -> Team {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let bot = home.open(&discord);
    import(&anna, &sales, CUSTOMERS);
    Team { discord, guild, anna, sales, _bot: bot, _home: home }
}

fn invoices() -> [Upload; 1] {
    [Upload::new("facturen.csv", INVOICES).of_type("text/csv")]
}

impl Team {
    fn shows_answers_to_everybody(&self) {
        let channel =
            format!("/settings change name:team.allowed_channels value:{}", self.sales.id());
        self.anna.slash(&self.sales, &channel).message();
    }
}

#[test]
fn a_file_in_a_direct_message_is_offered_for_import() {
    let team = team();
    let preview = team.anna.direct_with("", &invoices());
    let shown = preview.text();
    assert!(shown.contains("facturen.csv"), "{shown}");
    assert!(!shown.contains("--"), "{shown}");
    preview.press("Yes, bring it in");
    preview.wait_for("it is brought in", |message| message.text().contains("your files are in"));
    let asked = team.anna.direct("who are our top 3 customers by revenue?").text();
    assert!(asked.contains("Jansen Metaal"), "{asked}");
    team.discord.assert_no_refusals();
}

#[test]
fn a_file_with_a_mention_is_shown_to_who_sent_it_alone() {
    let team = team();
    team.shows_answers_to_everybody();
    let mention = team.anna.says_with(&team.sales, "@bot kun je dit inlezen?", &invoices());
    assert!(mention.text().contains("Druk op de knop"), "{}", mention.text());
    assert!(!mention.text().contains("facturen"), "{}", mention.text());
    let label = mention.message().buttons()[0].label.clone();
    let preview = mention.press(&label);
    assert!(preview.message().is_ephemeral());
    assert!(preview.text().contains("facturen.csv"), "{}", preview.text());
    let viewer = team.guild.member("Vera").with_role("Sales");
    let refused = viewer.press(&mention.message(), &label).text();
    assert!(!refused.contains("facturen.csv"), "{refused}");
    team.discord.assert_no_refusals();
}

#[test]
fn a_picture_beside_a_question_is_no_file_to_bring_in() {
    let team = team();
    let picture = [Upload::new("screen.PNG", vec![1, 2, 3]).of_type("image/png")];
    let told = team.anna.direct_with("how many customers do we have?", &picture).text();
    assert!(told.contains('5'), "{told}");
    team.discord.assert_no_refusals();
}

#[test]
fn the_book_is_given_as_a_file_where_somebody_asks_for_that() {
    let team = team();
    team.shows_answers_to_everybody();
    let given = team.anna.direct("export naar excel").message();
    assert_eq!(given.files[0].name, "klanten.xlsx");
    assert!(given.text().contains("klanten"), "in the language of the question: {}", given.text());
    let mention = team.anna.says(&team.sales, "@bot export all customers to csv");
    assert!(mention.message().files.is_empty());
    let given = mention.press("Show me").message();
    assert!(given.is_ephemeral());
    assert_eq!(given.files[0].name, "customers.csv");
    team.discord.assert_no_refusals();
}

#[test]
fn who_calls_the_role_of_the_bot_hears_how_to_call_the_bot() {
    let team = team();
    let told = team.anna.says(&team.sales, "@role of bot how many customers do we have?").text();
    assert!(told.contains(&format!("<@{}>", team.discord.bot())), "{told}");
    let both = team.anna.says(&team.sales, "@role of bot @bot how many customers do we have?");
    assert!(!both.text().contains("my role"), "{}", both.text());
    team.discord.assert_no_refusals();
}

/// The cure is an option of the command, and not one of the command line.
#[test]
fn a_doubt_about_a_file_is_settled_with_the_command() {
    let team = team();
    let doubtful = "Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n\
                    1;1001;15-01-2026;1.234\n2;1002;16-01-2026;2.345\n";
    let upload = || [Upload::new("facturen.csv", doubtful).of_type("text/csv")];
    let refused = team.anna.slash_with(&team.sales, "/import file file:facturen.csv", &upload());
    let told = refused.text();
    assert!(told.contains("decimals") && !told.contains("--"), "{told}");
    let line = "/import file file:facturen.csv decimals:comma, as in 1.234,56";
    let preview = team.anna.slash_with(&team.sales, line, &upload());
    assert!(preview.text().contains("2 of 2 rows"), "{}", preview.text());
    team.discord.assert_no_refusals();
}

#[test]
fn a_form_with_a_mistake_keeps_what_was_filled_in() {
    let team = team();
    let form = team.anna.slash(&team.sales, "/prospect").modal();
    let wrong = [("What is it called?", "Nieuw B.V."), ("Employees (FTE)", "veel")];
    let told = team.anna.fills(&form, &wrong);
    assert!(told.text().contains("veel"), "{}", told.text());
    let again = told.press("Change it").modal();
    assert_eq!(again.input("What is it called?")["value"], "Nieuw B.V.");
    assert_eq!(again.input("Employees (FTE)")["value"], "veel");
    let advice = team.anna.fills(&again, &[("Employees (FTE)", "300")]).text();
    assert!(advice.contains("Nieuw B.V."), "what was left as it is holds: {advice}");
    let form = team.anna.slash(&team.sales, "/prospect").modal();
    let known = team.anna.fills(&form, &[("What is it called?", "jansen metaal bv")]);
    assert!(known.text().contains("is a customer of yours already"), "{}", known.text());
    assert!(known.press("Everything about this customer").text().contains("Jansen Metaal"));
    team.discord.assert_no_refusals();
}

#[test]
fn two_customers_of_one_name_are_told_apart_while_somebody_types() {
    let team = team();
    import(&team.anna, &team.sales, "Klantnummer;Bedrijfsnaam\n77;Jansen Metaal B.V.\n");
    let offered = team.anna.types(&team.sales, "/customer name:jansen");
    assert_eq!(offered.names(), ["Jansen Metaal B.V. (1001)", "Jansen Metaal B.V. (77)"]);
    team.discord.assert_no_refusals();
}

#[test]
fn days_are_said_in_words() {
    let team = team();
    for day in ["yesterday", "15 maart", "2026-03-01"] {
        let told = team.anna.slash(&team.sales, &format!("/moved since:{day}")).text();
        assert!(!told.contains("is not a day"), "{day}: {told}");
    }
    let line = "/override customer:Jansen Metaal B.V. type:strategic reason:we know until:tomorrow";
    let told = team.anna.slash(&team.sales, line).text();
    assert!(!told.contains("is not a day"), "{told}");
    team.discord.assert_no_refusals();
}

#[test]
fn an_account_manager_who_is_known_is_not_made_a_second_time() {
    let team = team();
    let line = "/owner customer:Bakkerij de Vries owner:marieke DE wit";
    let told = team.anna.slash(&team.sales, line).text();
    assert!(told.ends_with("by Marieke de Wit."), "{told}");
    team.discord.assert_no_refusals();
}

#[test]
fn an_import_is_named_and_asked_about_before_it_is_undone() {
    let team = team();
    let asked = team.anna.slash(&team.sales, "/import undo number:1");
    assert!(asked.text().ends_with('?') && asked.text().contains("boek.csv"), "{}", asked.text());
    assert!(team.anna.slash(&team.sales, "/count").text().contains('5'));
    let label = asked.message().buttons()[0].label.clone();
    assert!(asked.press(&label).text().contains("Import 1"));
    let gone = team.anna.slash(&team.sales, "/import undo number:1").text();
    assert!(!gone.ends_with('?'), "{gone}");
    team.discord.assert_no_refusals();
}

#[test]
fn a_file_is_offered_to_who_may_have_it() {
    let team = team();
    let listed = |person: &Member| {
        let answer = person.slash(&team.sales, "/customers").message();
        answer.buttons().iter().any(|button| button.label == "All customers as Excel file")
    };
    assert!(listed(&team.anna));
    let role = team.guild.role("Sales");
    let line = format!("/settings change name:team.levels.<@&{role}> value:viewer");
    team.anna.slash(&team.sales, &line).message();
    assert!(!listed(&team.guild.member("Vera").with_role("Sales")));
    team.discord.assert_no_refusals();
}

#[test]
fn an_english_sentence_is_answered_in_english_where_it_is_not_answered_at_all() {
    let team = team();
    team.anna.slash(&team.sales, "/settings change name:team.language value:nl").message();
    let closed = team.anna.says(&team.sales, "@bot how many customers do we have?").text();
    assert!(closed.contains("Press the button"), "{closed}");
    let closed = team.anna.says(&team.sales, "@bot hoeveel klanten hebben we?").text();
    assert!(closed.contains("Druk op de knop"), "{closed}");
    let nobody = team.guild.member("Bram").in_language("nl");
    let refused = nobody.slash(&team.sales, "/ask question:how many customers do we have?").text();
    assert!(refused.contains("You can’t ask"), "{refused}");
    team.discord.assert_no_refusals();
}
