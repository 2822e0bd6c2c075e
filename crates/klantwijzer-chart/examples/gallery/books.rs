//! Books of customers as they are: a few large, many small, some odd names.

use fastrand::Rng;
use klantwijzer_chart::{Bubble, CustomerType};

const FAMILIES: [&str; 24] = [
    "De Vries",
    "Van den Berg",
    "Bakker",
    "Janssen",
    "Visser",
    "Smit",
    "Meijer",
    "De Boer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Van Leeuwen",
    "Dekker",
    "Brouwer",
    "De Wit",
    "Dijkstra",
    "Van der Heijden",
    "Kuipers",
    "Veenstra",
    "Hoekstra",
    "Schouten",
    "Willems",
];
const TRADES: [&str; 14] = [
    "Bakkerij",
    "Bouwbedrijf",
    "Installatietechniek",
    "Transport",
    "Slagerij",
    "Kwekerij",
    "Horeca",
    "Schilderwerken",
    "Groothandel",
    "Zorggroep",
    "Metaalbewerking",
    "Drukkerij",
    "Makelaardij",
    "Autobedrijf",
];
/// Names that a book really has, or that somebody put there on purpose.
const ODD: [&str; 8] = [
    "Internationale Coöperatieve Groothandel in Tuinbouwzaden en Bloembollen U.A.",
    "Zonnestroom 🌞 Twente",
    "株式会社 東京貿易",
    "شركة النور",
    "Café ’t Hoekje",
    "\u{202E}etuor eslaV",
    "Łódź Świeże Owoce Sp. z o.o.",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

pub(crate) fn names(count: usize) -> Vec<String> {
    let mut rng = Rng::with_seed(7);
    (0..count)
        .map(|at| {
            if let Some(odd) = ODD.get(at / 4).filter(|_| at % 4 == 3) {
                return (*odd).to_owned();
            }
            let family = FAMILIES[rng.usize(..FAMILIES.len())];
            let trade = TRADES[rng.usize(..TRADES.len())];
            match rng.u8(..4) {
                0 => format!("{family} BV"),
                1 => format!("{family} & Zonen"),
                _ => format!("{trade} {family}"),
            }
        })
        .collect()
}

/// Customers with those names and the value from which the best fifth begins.
pub(crate) fn customers(names: &[String]) -> (Vec<Bubble<'_>>, f64) {
    let mut rng = Rng::with_seed(42);
    let mut normal = move || (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0;
    let mut customers: Vec<_> = names
        .iter()
        .map(|name| {
            let value = (normal() * 1.25 + 8.3).exp() - 700.0;
            let potential = (normal() * 21.0 + 46.0).clamp(0.0, 100.0);
            let potential = (normal() > -1.2).then_some(potential);
            Bubble { name, value, potential, kind: CustomerType::Transactional }
        })
        .collect();
    let mut values: Vec<_> = customers.iter().map(|customer| customer.value).collect();
    values.sort_by(f64::total_cmp);
    let border = values[values.len() * 4 / 5];
    for (at, customer) in customers.iter_mut().enumerate() {
        let high = customer.potential.is_some_and(|potential| potential >= 60.0);
        // Some wait for a second review in the quarter of another type.
        let waits = at % 13 == 4;
        customer.kind = CustomerType::of(customer.value >= border, high != waits);
    }
    (customers, border)
}

pub(crate) fn definition_counts() -> Vec<u32> {
    vec![1_204, 866, 831, 604, 512, 377, 190, 164, 121, 97, 61, 22, 3, 0]
}

pub(crate) type Flows = [[f64; 4]; 4];

/// Reviews of a book that grows, with who moved in between.
pub(crate) fn reviews(count: usize) -> (Vec<[f64; 4]>, Vec<Flows>) {
    let mut rng = Rng::with_seed(5);
    let mut amounts = vec![[14.0, 31.0, 38.0, 162.0]];
    let mut flows = Vec::new();
    for _ in 1..count {
        let from = amounts[amounts.len() - 1];
        let mut flow = [[0.0; 4]; 4];
        for (source, all) in from.into_iter().enumerate() {
            let mut left = all;
            for (target, part) in flow[source].iter_mut().enumerate() {
                if target != source {
                    *part = (all * rng.f64() * 0.09).round().min(left);
                    left -= *part;
                }
            }
            let lost = (left * rng.f64() * 0.05).round();
            flow[source][source] = left - lost;
        }
        let mut to = [0.0; 4];
        for (target, total) in to.iter_mut().enumerate() {
            *total = flow.iter().map(|row| row[target]).sum();
        }
        to[3] += f64::from(rng.u8(4..16));
        amounts.push(to);
        flows.push(flow);
    }
    (amounts, flows)
}

pub(crate) fn history(count: usize) -> Vec<(i32, Option<f64>, Option<CustomerType>)> {
    let mut rng = Rng::with_seed(11);
    let mut value = 9_000.0;
    (0..count)
        .map(|at| {
            value += (rng.f64() - 0.42) * 9_000.0;
            let kind = CustomerType::of(value > 15_000.0, at > count / 3 && at < count * 5 / 6);
            let known = at != 3 || count < 10;
            let day = i32::try_from(at * 31).unwrap_or(i32::MAX);
            (day, known.then_some(value), known.then_some(kind))
        })
        .collect()
}
