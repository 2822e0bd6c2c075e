//! Customers with names that mean to harm, and answers longer than any limit.

use std::fmt::Write as _;

use klantwijzer_fake_discord::{Discord, Upload};

use super::first_day::import;
use super::harness::Home;

fn hostile() -> Vec<String> {
    vec![
        "**Vet** _schuin_ ~~weg~~ `code`".to_owned(),
        "@everyone & <@123456789012345678>".to_owned(),
        "[klik](https://example.org) https://example.org".to_owned(),
        "# Kop".to_owned(),
        "\u{202e}gnidrawkcab".to_owned(),
        "x".repeat(1_000),
        "||stil|| > citaat".to_owned(),
        "=cmd()|calc".to_owned(),
        "مرحبا بالعالم".to_owned(),
        "🦊🦊🦊".to_owned(),
    ]
}

#[test]
fn no_name_breaks_a_message_or_pings_anybody() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    let mut book = "Klantnummer;Bedrijfsnaam;Branche;Accountmanager\n".to_owned();
    let mut invoices = "Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n".to_owned();
    for (number, name) in hostile().iter().enumerate() {
        let _ = writeln!(book, "{number};{name};**branche**;@here");
        let _ = writeln!(invoices, "{number};{number};15-01-2026;{}00,00", number + 1);
    }
    import(&anna, &sales, &book);
    import(&anna, &sales, &invoices);
    for line in [
        "/customers",
        "/customers sector:**branche**",
        "/customer name:5",
        "/why customer:1",
        "/chart kind:value and potential",
        "/chart kind:one customer over time customer:5",
        "/ask question:top 10 customers by revenue",
        "/privacy export customer:4",
        "/audit",
    ] {
        let shown = anna.slash(&sales, line).message();
        assert!(!shown.pings(), "{line}");
        let text = shown.text();
        for live in ["@everyone", "@here", "<@123", "\u{202e}", "](https://"] {
            assert!(!text.contains(live), "{line} keeps {live:?}: {text}");
        }
    }
    for typed in ["/customer name:x", "/customer name:", "/why customer:klik"] {
        assert!(!anna.types(&sales, typed).names().is_empty(), "{typed}");
    }
    discord.assert_no_refusals();
}

#[test]
fn an_answer_longer_than_any_limit_comes_in_pages_that_outlive_a_restart() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let bot = home.open(&discord);
    let mut book = "Klantnummer;Bedrijfsnaam;Branche\n".to_owned();
    for number in 0..400 {
        let _ = writeln!(book, "{number};Klant {number:03} {};branche", "lang ".repeat(30));
    }
    let mut invoices = "Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n".to_owned();
    for number in 0..400 {
        let _ = writeln!(invoices, "{number};{number};15-01-2026;100,00");
    }
    import(&anna, &sales, &book);
    import(&anna, &sales, &invoices);
    let listed = anna.slash(&sales, "/customers sort:name");
    let first = listed.message();
    assert!(first.text().contains("Klant 000"), "{}", first.text());
    bot.stop();
    discord.wait_until_gone();
    let _bot = home.open(&discord);
    discord.wait_until_connected(1);
    let second =
        listed.press("Next").wait_for("the next page", |m| !m.text().contains("Klant 000"));
    assert!(second.text().contains("Klant 0"), "{}", second.text());
    let back = listed.press("Back").wait_for("back", |m| m.text().contains("Klant 000"));
    assert_eq!(back.id, first.id, "pages turn in the same message");
    discord.assert_no_refusals();
}

#[test]
fn a_file_of_25_mb_is_read_and_a_larger_one_refused() {
    let discord = Discord::start();
    let guild = discord.guild("Acme");
    let (anna, sales) = (guild.member("Anna").admin(), guild.channel("sales"));
    let home = Home::new();
    let _bot = home.open(&discord);
    let mut book = "Klantnummer;Bedrijfsnaam\n1;Jansen\n".to_owned();
    book.push_str(&" \n".repeat((24 << 20) / 2));
    let large = Upload::new("groot.csv", book.clone()).of_type("text/csv");
    let read = anna.slash_with(&sales, "/import file file:groot.csv", &[large]);
    assert!(!read.message().buttons().is_empty(), "{}", read.text());
    book.push_str(&" \n".repeat(1 << 20));
    let larger = Upload::new("groter.csv", book).of_type("text/csv");
    let refused = anna.slash_with(&sales, "/import file file:groter.csv", &[larger]);
    assert!(refused.text().contains("too large"), "{}", refused.text());
    let picture = Upload::new("foto.png", vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3]);
    let wrong =
        anna.slash_with(&sales, "/import file file:foto.png", &[picture.of_type("image/png")]);
    assert!(wrong.message().buttons().is_empty(), "{}", wrong.text());
    discord.assert_no_refusals();
}
