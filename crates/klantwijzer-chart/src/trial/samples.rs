//! A small book with everything in it: odd names, negative values, unknown potential, gaps.

use klantwijzer_core::types::CustomerType::{self, Development, Large, Strategic, Transactional};

use crate::{
    Bubble, Caption, DefinitionsFunnel, FunnelStep, Moment, PortfolioMatrix, Quarter, ReviewColumn,
    TypeMovement, ValueHistory,
};

pub(super) const CAPTION: Caption<'static> = Caption {
    title: "Jullie klanten op een rij",
    subtitle: "Groothandel Noord · 6 mei 2024",
    note: "Bijgewerkt na de beoordeling van april.",
};
pub(super) const TYPES: [&str; 4] = ["Strategisch", "Groot", "Ontwikkeling", "Transactioneel"];

const fn bubble(
    name: &'static str,
    value: f64,
    potential: Option<f64>,
    kind: CustomerType,
) -> Bubble<'static> {
    Bubble { name, value, potential, kind }
}

pub(super) const CUSTOMERS: [Bubble<'static>; 12] = [
    bubble("Kwekerij Veenstra", 61_000.0, Some(48.0), Large),
    bubble("Zorggroep Van den Berg", 58_500.0, Some(67.0), Strategic),
    bubble("Schouten BV", 40_200.0, Some(97.0), Strategic),
    bubble("Zonnestroom 🌞 Twente", 21_000.0, None, Large),
    bubble("株式会社 東京貿易", 18_000.0, Some(35.0), Large),
    bubble("Bakkerij de Wit", 9_800.0, Some(61.0), Development),
    bubble("Bakkerij de Wit", 9_700.0, Some(58.0), Transactional),
    bubble("Café ’t Hoekje", 2_400.0, Some(100.0), Development),
    bubble("شركة النور", 900.0, None, Transactional),
    bubble("Drukkerij Smit", 0.0, Some(0.0), Transactional),
    bubble("Internationale Coöperatieve Groothandel in Zaden", -300.0, Some(44.0), Transactional),
    bubble("Transport Kuipers", -2_150.0, Some(12.0), Transactional),
];

pub(super) fn money(amount: f64) -> String {
    format!("€ {amount:.0}")
}

pub(super) fn matrix<'a>(customers: &'a [Bubble<'a>]) -> PortfolioMatrix<'a> {
    PortfolioMatrix {
        caption: CAPTION,
        value_axis: "Klantwaarde per jaar",
        potential_axis: "Potentie",
        unknown_potential: "potentie onbekend",
        quarters: TYPES.map(|name| Quarter { name, note: "12 klanten" }),
        value_border: 12_000.0,
        potential_border: 60.0,
        money: &money,
        points: &|points| format!("{points:.0}"),
        customers,
    }
}

pub(super) const STEPS: [FunnelStep<'static>; 5] = [
    FunnelStep { name: "ooit gefactureerd", count: 866, figure: "866", chosen: true },
    FunnelStep { name: "ooit zaken mee gedaan", count: 1_204, figure: "1.204", chosen: false },
    FunnelStep { name: "donateurs en sponsors", count: 0, figure: "0", chosen: false },
    FunnelStep { name: "ooit betaald", count: 831, figure: "831", chosen: false },
    FunnelStep { name: "leden", count: 12, figure: "12", chosen: false },
];

pub(super) const fn funnel<'a>(steps: &'a [FunnelStep<'a>]) -> DefinitionsFunnel<'a> {
    DefinitionsFunnel { caption: CAPTION, steps }
}

pub(super) const REVIEWS: [ReviewColumn<'static>; 3] = [
    ReviewColumn {
        date: "1 jan 2024",
        amounts: [14.0, 31.0, 38.0, 162.0],
        figures: ["14", "31", "38", "162"],
    },
    ReviewColumn {
        date: "1 feb 2024",
        amounts: [17.0, 29.0, 40.0, 159.0],
        figures: ["17", "29", "40", "159"],
    },
    ReviewColumn {
        date: "1 mrt 2024",
        amounts: [2.0, 0.0, 44.0, 170.0],
        figures: ["2", "0", "44", "170"],
    },
];

pub(super) const FLOWS: [[[f64; 4]; 4]; 2] = [
    [[13.0, 1.0, 0.0, 0.0], [2.0, 27.0, 0.0, 2.0], [2.0, 0.0, 35.0, 1.0], [0.0, 1.0, 5.0, 150.0]],
    [[2.0, 0.0, 9.0, 6.0], [0.0, 0.0, 0.0, 29.0], [0.0, 0.0, 35.0, 5.0], [0.0, 0.0, 0.0, 130.0]],
];

pub(super) const fn movement<'a>(
    reviews: &'a [ReviewColumn<'a>],
    flows: &'a [[[f64; 4]; 4]],
) -> TypeMovement<'a> {
    TypeMovement { caption: CAPTION, types: TYPES, reviews, flows }
}

const fn moment(
    day: i32,
    date: &'static str,
    value: Option<f64>,
    kind: Option<CustomerType>,
) -> Moment<'static> {
    Moment { day, date, value, kind }
}

pub(super) const MOMENTS: [Moment<'static>; 6] = [
    moment(0, "1 jan 2024", Some(-900.0), Some(Transactional)),
    moment(31, "1 feb 2024", Some(4_000.0), Some(Transactional)),
    moment(60, "1 mrt 2024", None, None),
    moment(91, "1 apr 2024", Some(8_000.0), Some(Development)),
    moment(121, "1 mei 2024", Some(15_500.0), Some(Strategic)),
    moment(152, "1 jun 2024", Some(14_200.0), Some(Strategic)),
];

pub(super) fn history<'a>(moments: &'a [Moment<'a>]) -> ValueHistory<'a> {
    ValueHistory {
        caption: CAPTION,
        value_axis: "Klantwaarde per jaar",
        types: TYPES,
        money: &money,
        moments,
    }
}
