//! What was just spoken of, and how far it is known.

use klantwijzer_fake_discord::{Channel, Exchange, Member, Message};

use super::rights::{Team, team};

const FIRST: &str = "@bot which customers does Marieke de Wit have?";
const NEXT: &str = "@bot and Tom Hermans?";

/// The answer is about the customers of Tom, as those of Marieke were asked for before.
#[track_caller]
fn goes_on(next: &Exchange) {
    let text = next.text();
    assert!(text.contains("**Bakkerij") && !text.contains("**Jansen"), "{text}");
}

/// A team with a channel where everybody sees the answers, and two who may ask.
fn talk() -> (Team, Channel, Member, Member) {
    let team = team();
    let open = team.guild.channel("open");
    team.allow(&open);
    let [vera, mo] = ["Vera", "Mo"].map(|name| team.guild.member(name).with_role("Sales"));
    (team, open, vera, mo)
}

fn said_by(channel: &Channel, person: &Member) -> Message {
    let said = channel.messages().into_iter().rfind(|message| message.author == person.id());
    said.expect("they said something")
}

#[test]
fn the_subject_is_kept_for_the_next_question() {
    let team = team();
    let vera = team.guild.member("Vera").with_role("Sales").in_language("nl");
    let asked = vera.slash(&team.sales, "/vraag vraag:Welke klanten heeft Marieke de Wit?");
    assert!(asked.text().contains("Jansen"), "{}", asked.text());
    let next = vera.slash(&team.sales, "/vraag vraag:en Tom Hermans?");
    assert!(
        next.text().contains("**Bakkerij") && !next.text().contains("**Jansen"),
        "{}",
        next.text()
    );
    let unclear = vera.slash(&team.sales, "/vraag vraag:wat is het weer in klant");
    assert!(!unclear.text().is_empty());
    team.discord.assert_no_refusals();
}

#[test]
fn a_command_is_gone_on_from_too() {
    let team = team();
    let vera = team.guild.member("Vera").with_role("Sales");
    let listed = vera.slash(&team.sales, "/customers owner:Marieke de Wit");
    assert!(listed.text().contains("Jansen"), "{}", listed.text());
    goes_on(&vera.slash(&team.sales, "/ask question:and Tom Hermans?"));
    team.discord.assert_no_refusals();
}

#[test]
fn a_thread_goes_on_from_the_channel_it_began_in() {
    let (team, open, vera, _) = talk();
    assert!(vera.says(&open, FIRST).text().contains("Jansen"));
    goes_on(&vera.says(&open.thread("about Marieke"), NEXT));
    team.discord.assert_no_refusals();
}

#[test]
fn an_answer_to_a_colleague_goes_on_from_what_they_asked() {
    let (team, open, vera, mo) = talk();
    assert!(vera.says(&open, FIRST).text().contains("Jansen"));
    goes_on(&mo.replies(&said_by(&open, &vera), NEXT));

    // The same for an answer that the bot gave to a colleague's command.
    let listed = mo.slash(&open, "/customers owner:Marieke de Wit");
    assert!(listed.text().contains("Jansen"));
    let sam = team.guild.member("Sam").with_role("Sales");
    goes_on(&sam.replies(&listed.message(), NEXT));
    team.discord.assert_no_refusals();
}
