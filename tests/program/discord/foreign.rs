//! What Discord may send that the client library cannot read, and the bot does not need.

use klantwijzer_fake_discord::Discord;

use super::harness::Home;

/// A decoration of somebody's picture, named in a way that came later than the library.
const DECORATION: &str = "v2_a_00112233445566778899aabbccddeeff";

#[test]
fn whoever_has_what_the_library_cannot_read_is_answered_all_the_same() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let sales = guild.channel("sales");
    let anna = guild.member("Anna").admin().decorated(DECORATION);
    let _seen_at_once = guild.member("Bram").decorated(DECORATION).in_voice();
    let home = Home::new();
    let bot = home.open(&discord);

    let line = "/ask question:how many customers do we have?";
    let answer = anna.slash(&sales, line);
    assert!(!answer.text().is_empty());
    assert!(!anna.slash(&sales, "/setup").press("Next").text().is_empty());
    assert!(!anna.says(&sales, "@bot how many customers do we have?").text().is_empty());
    assert!(!anna.direct("how many customers do we have?").text().is_empty());
    let other = guild.member("Cas").admin();
    assert!(!other.replies(&answer.message(), "@bot and in healthcare?").text().is_empty());

    let metrics = bot.get("/metrics").1;
    for kind in ["MESSAGE_CREATE", "INTERACTION_CREATE", "GUILD_CREATE"] {
        let counted =
            format!("klantwijzer_events_unreadable_total{{kind=\"{kind}\",rescued=\"yes\"}}");
        assert!(metrics.contains(&counted), "{kind}: {metrics}");
        let told = bot.log().matches(&format!("\"kind\":\"{kind}\"")).count();
        assert_eq!(told, 1, "{kind}: {}", bot.log());
    }
    discord.assert_no_refusals();
}
