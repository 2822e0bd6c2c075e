//! Two servers with the same customer names: neither sees anything of the other, whatever is
//! sent.

use klantwijzer_fake_discord::{Channel, Discord, Member, Upload};
use serde_json::json;

use super::commands::LINES;
use super::first_day::import;
use super::harness::{Home, Service};

/// The same names with other secrets: the owner, the sector and the amounts tell whose they are.
const OURS: &str = "\
Klantnummer;Bedrijfsnaam;Branche;Accountmanager
1;Jansen Metaal B.V.;geheimbouw;Olivia Geheim
2;Bakkerij de Vries;geheimbouw;Olivia Geheim
";
const THEIRS: &str = "\
Klantnummer;Bedrijfsnaam;Branche;Accountmanager
1;Jansen Metaal B.V.;handel;Tom Hermans
2;Bakkerij de Vries;handel;Tom Hermans
3;Alleen van hen;handel;Tom Hermans
";
const OUR_INVOICES: &str = "\
Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw
1;1;15-01-2026;77.777,00
2;2;15-02-2026;66.666,00
";

/// What only our server knows.
const SECRETS: [&str; 6] =
    ["geheimbouw", "Geheimbouw", "Olivia Geheim", "77,777", "77.777", "66.666"];

struct Two {
    discord: Discord,
    owner: Member,
    sales: Channel,
    eve: Member,
    hall: Channel,
    _bot: Service,
    _home: Home,
}

fn two() -> Two {
    let discord = Discord::start();
    let (ours, theirs) = (discord.guild("Ours"), discord.guild("Theirs"));
    let (owner, sales) = (ours.member("Olivia").admin(), ours.channel("sales"));
    let (eve, hall) = (theirs.member("Eve").admin(), theirs.channel("hall"));
    let home = Home::new();
    let bot = home.open(&discord);
    import(&owner, &sales, OURS);
    import(&owner, &sales, OUR_INVOICES);
    import(&eve, &hall, THEIRS);
    Two { discord, owner, sales, eve, hall, _bot: bot, _home: home }
}

#[track_caller]
fn keeps_secrets(what: &str, shown: &str) {
    for secret in SECRETS {
        assert!(!shown.contains(secret), "{what} tells {secret}: {shown}");
    }
}

#[test]
fn no_command_of_one_server_shows_anything_of_the_other() {
    let two = two();
    let told = two.owner.slash(&two.sales, "/customer name:Jansen Metaal B.V.").text();
    assert!(SECRETS.iter().any(|secret| told.contains(secret)), "our own server knows: {told}");
    for line in LINES {
        let line = line.replace("name:many", "name:our_own");
        let file = Upload::new("book.csv", THEIRS).of_type("text/csv");
        let answer = two.eve.slash_with(&two.hall, &line, &[file]).message();
        keeps_secrets(&line, &answer.text());
        for file in &answer.files {
            keeps_secrets(&line, &String::from_utf8_lossy(&file.bytes));
        }
    }
    for line in ["/customers sector:geh", "/customers owner:Oli", "/owner customer:Jansen owner:O"]
    {
        for name in two.eve.types(&two.hall, line).names() {
            keeps_secrets(line, name);
        }
    }
    two.discord.assert_no_refusals();
}

#[test]
fn no_button_of_one_server_works_on_the_other() {
    let two = two();
    let mut ids = Vec::new();
    // What takes our customers away by itself is no button's doing.
    let takes_away = |line: &str| line.starts_with("/privacy erase") || line == "/import undo";
    for line in LINES.iter().filter(|line| !takes_away(line)) {
        let file = Upload::new("book.csv", OURS).of_type("text/csv");
        let answer = two.owner.slash_with(&two.sales, line, &[file]).message();
        let buttons = answer.buttons().into_iter().filter_map(|button| button.custom_id);
        ids.extend(buttons.map(|id| (2, id)));
        ids.extend(answer.selects().into_iter().map(|select| (select.kind, select.custom_id)));
    }
    assert!(ids.len() > 20, "there is something to forge: {}", ids.len());
    ids.sort();
    ids.dedup();
    for (component, id) in &ids {
        // Values as they would be chosen: the number of a customer, and that of our server.
        for value in ["0", "1", "2", &two.sales.id().to_string()] {
            let data = json!({ "component_type": component, "custom_id": id, "values": [value] });
            let forged =
                two.discord.forge(&two.eve, &two.hall, &json!({ "type": 3, "data": data }));
            keeps_secrets(id, &forged.text());
            if *component == 2 {
                break;
            }
        }
    }
    let ours = two.owner.slash(&two.sales, "/customers").text();
    assert!(ours.contains("Jansen Metaal") && ours.contains("Bakkerij"), "nothing is lost: {ours}");
}

#[test]
fn in_a_direct_message_an_id_of_a_server_gives_no_rights_there() {
    let two = two();
    // Olivia asks in her own direct messages, so her buttons carry her server's number.
    let direct = two.owner.direct("welke klanten zijn transactioneel, groot of strategisch?");
    assert!(direct.text().contains("Jansen"), "{}", direct.text());
    let ids: Vec<String> =
        direct.message().buttons().into_iter().filter_map(|button| button.custom_id).collect();
    assert!(!ids.is_empty());
    let channel = two.eve.direct_channel();
    for id in ids {
        let data = json!({ "component_type": 2, "custom_id": id });
        let forged = two.discord.forge(&two.eve, &channel, &json!({ "type": 3, "data": data }));
        keeps_secrets(&id, &forged.text());
    }
}
