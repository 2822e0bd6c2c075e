//! Who is in the sample.

use fastrand::Rng;

use super::words::{ADVERTISERS, CITIES, FACTORIES, FAMILIES, FIRST_NAMES, OWNERS, WHOLESALERS};

/// What a party does for a living, or for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Factory,
    Wholesaler,
    Donor,
    Recipient,
    Advertiser,
    User,
}

/// Somebody in the sample.
pub(super) struct Party {
    pub(super) line: Line,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) sector: &'static str,
    pub(super) owner: &'static str,
    pub(super) parent: Option<String>,
    pub(super) city: &'static str,
    pub(super) role: &'static str,
    pub(super) employees: Option<f64>,
    pub(super) company_revenue: Option<f64>,
    pub(super) pain_fit: Option<f64>,
    pub(super) regulation: Option<f64>,
    pub(super) share_of_wallet: Option<f64>,
    pub(super) contact: String,
    pub(super) email: String,
    /// How much it buys or gives, 1 for an ordinary one.
    pub(super) appetite: f64,
}

/// How many of each line there are: 300 in all.
const LINES: [(Line, usize); 6] = [
    (Line::Factory, 110),
    (Line::Wholesaler, 80),
    (Line::Donor, 60),
    (Line::Recipient, 12),
    (Line::Advertiser, 30),
    (Line::User, 8),
];

/// Everybody, in order of number.
pub(super) fn parties(chance: &mut Rng) -> Vec<Party> {
    let lines = LINES.iter().flat_map(|(line, count)| std::iter::repeat_n(*line, *count));
    let mut parties: Vec<Party> = Vec::new();
    for (place, line) in lines.enumerate() {
        let mut party = party(line, place, chance);
        let earlier = parties.iter().rev().take(9).find(|other| other.line == line);
        if matches!(line, Line::Factory | Line::Wholesaler) && chance.u8(..10) == 0 {
            party.parent = earlier.map(|other| other.id.clone());
        }
        parties.push(party);
    }
    parties
}

fn party(line: Line, place: usize, chance: &mut Rng) -> Party {
    let family = pick(&FAMILIES, chance);
    let first = pick(&FIRST_NAMES, chance);
    let company = matches!(line, Line::Factory | Line::Wholesaler | Line::Advertiser);
    // A few large ones and many small ones, as in any real book.
    let size = (chance.f64() * 5.2).exp();
    let employees = (company && chance.u8(..10) > 0).then(|| (4.0 * size).round().max(2.0));
    let fit = |chance: &mut Rng, from: f64| {
        (line == Line::Factory && chance.u8(..10) > 1).then(|| from + chance.f64() * 6.0)
    };
    Party {
        line,
        id: (10_001 + place).to_string(),
        name: name(line, family, first, chance),
        sector: sector(line),
        owner: owner(line, chance),
        parent: None,
        city: pick(&CITIES, chance),
        role: role(line),
        company_revenue: employees.map(|fte| fte * (150_000.0 + chance.f64() * 120_000.0)),
        employees,
        pain_fit: fit(chance, 3.5),
        regulation: fit(chance, 3.0),
        share_of_wallet: (company && chance.u8(..10) > 2).then(|| 0.05 + chance.f64() * 0.8),
        contact: format!("{first} {family}"),
        email: format!("{}@{}.example", first.to_lowercase(), family.to_lowercase()),
        appetite: size / 25.0 * (0.3 + chance.f64() * 1.4),
    }
}

fn name(line: Line, family: &str, first: &str, chance: &mut Rng) -> String {
    let legal = if chance.bool() { " B.V." } else { "" };
    match line {
        Line::Factory => format!("{family} {}{legal}", pick(&FACTORIES, chance)),
        Line::Wholesaler => format!("{} {family}{legal}", pick(&WHOLESALERS, chance)),
        Line::Advertiser => format!("{family} {}", pick(&ADVERTISERS, chance)),
        Line::Donor if chance.u8(..10) == 0 => format!("{family} Fonds"),
        Line::Donor | Line::Recipient | Line::User => format!("{first} {family}"),
    }
}

const fn sector(line: Line) -> &'static str {
    match line {
        Line::Factory => "maakindustrie",
        Line::Wholesaler => "groothandel",
        Line::Donor | Line::Recipient => "goede doelen",
        Line::Advertiser | Line::User => "social media",
    }
}

const fn role(line: Line) -> &'static str {
    match line {
        Line::Factory | Line::Wholesaler => "klant",
        Line::Donor => "donateur",
        Line::Recipient => "ontvanger",
        Line::Advertiser => "adverteerder",
        Line::User => "gebruiker",
    }
}

fn owner(line: Line, chance: &mut Rng) -> &'static str {
    match line {
        Line::Recipient | Line::User => "",
        _ => pick(&OWNERS, chance),
    }
}

pub(super) fn pick(words: &[&'static str], chance: &mut Rng) -> &'static str {
    words.get(chance.usize(..words.len())).copied().unwrap_or_default()
}
