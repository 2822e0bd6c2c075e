//! A made-up Dutch company book for the demo, the same for the same day: files
//! as a team would export them.

mod income;
mod people;
mod words;

use income::Trade;
use jiff::ToSpan;
use jiff::civil::Date;
use people::Party;

/// The seed of everything made up.
const SEED: u64 = 20_261_123;

/// A file of the sample.
pub(crate) struct SampleFile {
    /// Its name.
    pub(crate) name: &'static str,
    /// What stands in it.
    pub(crate) text: String,
}

/// The files of a book that ends on this day.
pub(crate) fn files(today: Date) -> Vec<SampleFile> {
    let mut chance = fastrand::Rng::with_seed(SEED);
    let parties = people::parties(&mut chance);
    let mut trade = Trade::new(today);
    for party in &parties {
        trade.add(party, &mut chance);
    }
    let mut files = vec![SampleFile { name: "klanten.csv", text: customers(&parties) }];
    files.extend(trade.files());
    files
}

fn customers(parties: &[Party]) -> String {
    let mut text = String::from(
        "Klantnummer;Bedrijfsnaam;Branche;Accountmanager;Moederbedrijf;Plaats;Rol;Medewerkers;\
         Jaaromzet;Aansluiting bij de pijn;Regeldruk;Aandeel in de bestedingen;Contactpersoon;E-mail\n",
    );
    for party in parties {
        let number =
            |number: Option<f64>| number.map(|n| n.round().to_string()).unwrap_or_default();
        let share = party.share_of_wallet.map(|share| format!("{:.0}%", share * 100.0));
        let cells = [
            party.id.clone(),
            party.name.clone(),
            party.sector.to_owned(),
            party.owner.to_owned(),
            party.parent.clone().unwrap_or_default(),
            party.city.to_owned(),
            party.role.to_owned(),
            number(party.employees),
            number(party.company_revenue),
            number(party.pain_fit),
            number(party.regulation),
            share.unwrap_or_default(),
            party.contact.clone(),
            party.email.clone(),
        ];
        text.push_str(&cells.join(";"));
        text.push('\n');
    }
    text
}

/// The day so many days before.
fn before(today: Date, days: i64) -> Date {
    today.saturating_sub(days.days())
}

/// An amount as a Dutch export writes it: `1234,50`.
fn euros(amount: f64) -> String {
    format!("{amount:.2}").replace('.', ",")
}
