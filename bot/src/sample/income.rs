//! What happened with everybody in the sample over two years.

use std::fmt::Write as _;

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use super::people::{Line, Party};
use super::words::PRODUCTS;
use super::{SampleFile, before, euros};

/// How far the sample looks back, in days.
const DAYS: i64 = 760;

/// The files of what happened, while they are written.
pub(super) struct Trade {
    today: Date,
    next_invoice: u32,
    invoices: String,
    lines: String,
    costs: String,
    tickets: String,
    gifts: String,
    spend: String,
}

impl Trade {
    pub(super) fn new(today: Date) -> Self {
        Self {
            today,
            next_invoice: 24_001,
            invoices: "Factuurnummer;Klantnummer;Factuurdatum;Vervaldatum;Betaald op;Bedrag\n"
                .into(),
            lines: "Factuurnummer;Klantnummer;Factuurdatum;Product;Productgroep;Bedrag;Kostprijs\n"
                .into(),
            costs: "Klantnummer;Datum;Kostensoort;Bedrag\n".into(),
            tickets: "Ticketnummer;Klantnummer;Datum;Onderwerp;Kosten\n".into(),
            gifts: "Donateur;Datum gift;Bedrag gift\n".into(),
            spend: "Adverteerder;Datum;Advertentie-uitgaven\n".into(),
        }
    }

    pub(super) fn add(&mut self, party: &Party, chance: &mut Rng) {
        match party.line {
            Line::Factory | Line::Wholesaler => {
                self.orders(party, chance);
                self.selling(party, chance);
                self.service(party, chance);
            }
            Line::Donor => self.giving(party, chance),
            Line::Advertiser => self.advertising(party, chance),
            Line::Recipient | Line::User => {}
        }
    }

    pub(super) fn files(self) -> Vec<SampleFile> {
        [
            ("facturen.csv", self.invoices),
            ("factuurregels.csv", self.lines),
            ("kosten.csv", self.costs),
            ("servicedesk.csv", self.tickets),
            ("giften.csv", self.gifts),
            ("advertenties.csv", self.spend),
        ]
        .into_iter()
        .map(|(name, text)| SampleFile { name, text })
        .collect()
    }

    fn orders(&mut self, party: &Party, chance: &mut Rng) {
        // Some never bought, and a few stopped.
        if chance.u8(..16) == 0 {
            return;
        }
        let stopped = if chance.u8(..12) == 0 { 380 } else { 0 };
        let gap = (120.0 / (0.4 + party.appetite)).clamp(12.0, 240.0);
        let mut age = DAYS - chance.i64(0..(gap as i64 + 60));
        while age > stopped + 3 {
            self.order(party, age, chance);
            age -= (gap * (0.4 + chance.f64() * 1.2)) as i64 + 1;
        }
    }

    fn order(&mut self, party: &Party, age: i64, chance: &mut Rng) {
        let date = before(self.today, age);
        let number = self.next_invoice;
        self.next_invoice += 1;
        let mut total = 0.0;
        let taste = chance.usize(..PRODUCTS.len());
        let width = if party.appetite > 2.0 { 6 } else { 3 };
        for step in 0..chance.usize(1..=width) {
            let (product, group, cost_share) = PRODUCTS[(taste + step * 3) % PRODUCTS.len()];
            let amount = (120.0 + chance.f64() * 900.0) * (0.5 + party.appetite);
            let amount = (amount * 100.0).round() / 100.0;
            total += amount;
            let (id, amount, cost) = (&party.id, euros(amount), euros(amount * cost_share));
            let _ = writeln!(self.lines, "{number};{id};{date};{product};{group};{amount};{cost}");
        }
        let due = date.saturating_add(30.days());
        let wait = 12 + chance.i64(0..50);
        let never = chance.u8(..40) == 0;
        let paid = if never || wait >= age {
            String::new()
        } else {
            before(self.today, age - wait).to_string()
        };
        let (id, total) = (&party.id, euros(total));
        let _ = writeln!(self.invoices, "{number};{id};{date};{due};{paid};{total}");
    }

    /// Attention is spread evenly, which is what the model questions: small
    /// customers get nearly as much of it as large ones.
    fn selling(&mut self, party: &Party, chance: &mut Rng) {
        for quarter in 0..4 {
            let date = before(self.today, 20 + quarter * 90);
            let visits = 90.0 + chance.f64() * 420.0 + party.appetite * 60.0;
            let id = &party.id;
            let _ = writeln!(self.costs, "{id};{date};verkoop;{}", euros(visits));
            if quarter % 2 == 0 {
                let mailing = 25.0 + chance.f64() * 60.0;
                let _ = writeln!(self.costs, "{id};{date};marketing;{}", euros(mailing));
            }
        }
    }

    fn service(&mut self, party: &Party, chance: &mut Rng) {
        let troubled = chance.u8(..9) == 0;
        let most = if troubled { 26 } else { 4 };
        for _ in 0..chance.usize(..most) {
            let date = before(self.today, chance.i64(2..360));
            let subject = ["Vraag over factuur", "Storing", "Hoe werkt dit?", "Spoedlevering"]
                [chance.usize(..4)];
            let number = self.tickets.lines().count();
            let cost = euros(35.0 + chance.f64() * 110.0);
            let id = &party.id;
            let _ = writeln!(self.tickets, "T{number};{id};{date};{subject};{cost}");
        }
    }

    fn giving(&mut self, party: &Party, chance: &mut Rng) {
        let usual = [10.0, 15.0, 25.0, 50.0, 100.0, 250.0][chance.usize(..6)];
        let usual = usual * if party.name.ends_with("Fonds") { 30.0 } else { 1.0 };
        let gap = [30, 90, 180, 365][chance.usize(..4)];
        let mut age = DAYS - chance.i64(0..gap);
        let lapsed = if chance.u8(..5) == 0 { 370 } else { 4 };
        while age > lapsed {
            let date = before(self.today, age);
            let amount = euros(usual * if chance.u8(..6) == 0 { 2.0 } else { 1.0 });
            let _ = writeln!(self.gifts, "{};{date};{amount}", party.id);
            age -= gap + chance.i64(0..20);
        }
    }

    fn advertising(&mut self, party: &Party, chance: &mut Rng) {
        for month in 0..24 {
            if chance.u8(..4) == 0 {
                continue;
            }
            let date = before(self.today, 10 + month * 30);
            let amount = 80.0 * (0.2 + party.appetite) * (0.5 + chance.f64());
            let _ = writeln!(self.spend, "{};{date};{}", party.id, euros(amount));
        }
    }
}
