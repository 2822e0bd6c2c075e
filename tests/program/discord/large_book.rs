//! A large company's book: as many customers as the bot must cope with, made up the same way
//! each time.

use std::fmt::Write as _;

use fastrand::Rng;

/// How many customers there are, each with two or three invoices.
pub(super) const CUSTOMERS: usize = 100_000;

const SEED: u64 = 17;

const FAMILIES: [&str; 12] = [
    "Jansen", "Bakker", "Kuiper", "Vos", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Hendriks",
    "Peters", "Dekker",
];
const TRADES: [&str; 8] =
    ["Metaal", "Machinebouw", "Transport", "Techniek", "Handel", "Bouw", "Zorg", "Advies"];
const SECTORS: [&str; 5] = ["maakindustrie", "groothandel", "bouw", "transport", "zorg"];
const OWNERS: [&str; 4] = ["Marieke de Wit", "Tom Hermans", "Anna Smit", "Piet Bos"];

/// The name of the customer with this number.
pub(super) fn name(number: usize) -> String {
    let family = FAMILIES[number % FAMILIES.len()];
    let trade = TRADES[number / FAMILIES.len() % TRADES.len()];
    format!("{family} {trade} {number}")
}

/// The customers, as CSV.
pub(super) fn customers() -> String {
    let mut chance = Rng::with_seed(SEED);
    let mut text = String::from(
        "Klantnummer;Bedrijfsnaam;Branche;Accountmanager;Medewerkers;Aandeel in de bestedingen\n",
    );
    for number in 0..CUSTOMERS {
        let sector = SECTORS[chance.usize(..SECTORS.len())];
        let owner = OWNERS[chance.usize(..OWNERS.len())];
        let (employees, share) = (chance.u32(1..500), chance.u32(1..=100));
        let name = name(number);
        let _ = writeln!(text, "K{number:06};{name};{sector};{owner};{employees};{share}%");
    }
    text
}

/// Their invoices, as CSV.
pub(super) fn invoices() -> String {
    let mut chance = Rng::with_seed(SEED);
    let mut text = String::from("Factuurnummer;Debiteur;Factuurdatum;Bedrag excl. btw\n");
    let mut invoice = 0;
    for number in 0..CUSTOMERS {
        for _ in 0..chance.u32(2..=3) {
            invoice += 1;
            let (day, month) = (chance.u8(1..=28), chance.u8(1..=10));
            let (euros, cents) = (chance.u32(10..20_000), chance.u8(0..100));
            let _ = writeln!(
                text,
                "F{invoice};K{number:06};{day:02}-{month:02}-2026;{euros},{cents:02}"
            );
        }
    }
    text
}
