//! A made-up Dutch company's book, as large as asked, the same for the same size: files as its
//! bookkeeping would export them.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::calendar::Day;

/// The day on which people look at a book.
pub(crate) const TODAY: Day = Day::of(2026, 11, 30);

/// One in so many customers has costs: what of them is known is seldom more than that.
const COSTS_EVERY: u32 = 3;

/// How far back a book goes, in days: two whole years to compare, and half of one before.
const DAYS: u32 = 900;

const STARTS: [&str; 32] = [
    "Achter", "Brink", "Dek", "Eikel", "Feen", "Geer", "Haver", "IJssel", "Kerk", "Lamme", "Moer",
    "Nieuw", "Ooster", "Pen", "Roelof", "Schuur", "Ter", "Uiter", "Veld", "Wolt", "Zand", "Bon",
    "Hoek", "Kuip", "Land", "Meer", "Nij", "Otten", "Plant", "Rein", "Stolk", "Tim",
];
const MIDDLES: [&str; 24] = [
    "ber", "den", "el", "ge", "har", "ie", "ker", "len", "mer", "ning", "ra", "sen", "ter", "ven",
    "wen", "za", "bo", "de", "fe", "ho", "ko", "la", "ma", "",
];
const ENDS: [&str; 24] = [
    "berg", "dam", "dijk", "donk", "gaard", "ga", "heim", "horst", "huis", "kamp", "laar", "loo",
    "man", "meer", "mans", "rode", "stra", "sum", "veen", "veld", "voort", "waard", "wijk", "zijl",
];
const TRADES: [&str; 16] = [
    "Metaal", "Machines", "Vervoer", "Techniek", "Handel", "Bouw", "Zorg", "Advies", "Groen",
    "Klimaat", "Opslag", "Drukwerk", "Voeding", "Textiel", "Optiek", "Verf",
];
const FORMS: [&str; 4] = ["B.V.", "BV", "N.V.", "V.O.F."];
const SECTORS: [&str; 6] =
    ["maakindustrie", "groothandel", "bouw", "transport", "zorg", "onderwijs"];
const PLACES: [&str; 12] = [
    "Utrecht", "Zwolle", "Breda", "Almelo", "Assen", "Delft", "Ede", "Gouda", "Leiden", "Venlo",
    "Weert", "Zeist",
];
const OWNERS: [&str; 6] =
    ["Marieke de Wit", "Jeroen Bakker", "Sanne Visser", "Tom Hermans", "Anna Smit", "Pieter Bos"];
const CATEGORIES: [&str; 6] = ["advies", "hardware", "licenties", "onderhoud", "scholing", "huur"];

/// Chances that come out the same each time (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let high = (mixed ^ (mixed >> 31)) >> 32;
        ((high * u64::from(end)) >> 32) as u32
    }

    pub(crate) fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u32) as usize]
    }
}

/// A book of so many customers.
#[derive(Clone, Copy)]
pub(crate) struct Book {
    pub(crate) customers: u32,
    /// Its last day.
    pub(crate) last: Day,
}

impl Book {
    /// The number that a customer goes by.
    pub(crate) fn id(customer: u32) -> String {
        format!("K{customer:07}")
    }

    pub(crate) fn name(customer: u32) -> String {
        let chance = &mut Chance::new(u64::from(customer));
        let family = [chance.of(&STARTS), chance.of(&MIDDLES), chance.of(&ENDS)].concat();
        let (trade, place, form) = (chance.of(&TRADES), chance.of(&PLACES), chance.of(&FORMS));
        format!("{family} {trade} {place} {form}")
    }

    /// Writes the book's files into a folder.
    pub(crate) fn write(self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::create_dir_all(folder)?;
        let files =
            [("klanten", self.parties()), ("facturen", self.invoices()), ("kosten", self.costs())];
        let write = |(name, text): (&str, String)| {
            let path = folder.join(name).with_extension("csv");
            fs::write(&path, text).map(|()| path)
        };
        files.into_iter().map(write).collect()
    }

    fn parties(self) -> String {
        let mut chance = Chance::new(1);
        let mut text = String::from(
            "Klantnummer;Bedrijfsnaam;Branche;Accountmanager;Plaats;Medewerkers;\
             Aandeel in de bestedingen\n",
        );
        for customer in 0..self.customers {
            let (sector, owner) = (chance.of(&SECTORS), chance.of(&OWNERS));
            let (place, employees) = (chance.of(&PLACES), 1 + chance.below(500));
            // Half of a book like this does not know its share of wallet.
            let share = chance.below(200);
            let share = if share < 100 { format!("{}%", share + 1) } else { String::new() };
            let (id, name) = (Self::id(customer), Self::name(customer));
            let _ = writeln!(text, "{id};{name};{sector};{owner};{place};{employees};{share}");
        }
        text
    }

    /// Six invoices a customer on average, some with many and some long gone.
    fn invoices(self) -> String {
        let mut chance = Chance::new(2);
        let mut text = header();
        let mut number = 0;
        for customer in 0..self.customers {
            let gone = if chance.below(5) == 0 { chance.below(DAYS - 100) } else { 0 };
            let size = 1 + chance.below(40) * chance.below(40);
            for _ in 0..=chance.below(11) {
                number += 1;
                let day = self.last.before(gone + chance.below(DAYS - gone));
                invoice(&mut text, number, customer, day, size, &mut chance);
            }
        }
        text
    }

    /// Invoices that came later, on one day; each part has numbers of its own.
    pub(crate) fn more(self, part: u32, invoices: u32, day: Day) -> String {
        let mut chance = Chance::new(u64::from(part) << 32);
        let mut text = header();
        for invoice_of_part in 0..invoices {
            let number = 1_000_000_000 + part * 10_000 + invoice_of_part;
            let customer = chance.below(self.customers);
            let size = 1 + chance.below(400);
            invoice(&mut text, number, customer, day, size, &mut chance);
        }
        text
    }

    fn costs(self) -> String {
        let mut chance = Chance::new(3);
        let mut text = String::from("Klantnummer;Datum;Kostensoort;Bedrag\n");
        for customer in (0..self.customers).step_by(COSTS_EVERY as usize) {
            let (support, sales) = (chance.below(3_000), chance.below(2_000));
            let (id, day) = (Self::id(customer), self.last.before(chance.below(360)));
            let _ = writeln!(text, "{id};{day};support;{support},00");
            let _ = writeln!(text, "{id};{day};verkoop;{sales},00");
        }
        text
    }
}

fn header() -> String {
    "Factuurnummer;Debiteur;Factuurdatum;Categorie;Bedrag excl. btw\n".into()
}

fn invoice(
    text: &mut String,
    number: u32,
    customer: u32,
    day: Day,
    size: u32,
    chance: &mut Chance,
) {
    let category = chance.of(&CATEGORIES);
    let (euros, cents) = (size * (10 + chance.below(20)), chance.below(100));
    let id = Book::id(customer);
    let _ = writeln!(text, "F{number};{id};{day};{category};{euros},{cents:02}");
}
