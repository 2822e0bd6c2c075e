//! The ideal customer, and what is not known yet.

use klantwijzer_answer::body::{Gap, Gaps, Ideal, LearnedBand};
use klantwijzer_core::settings::IdealProfile;

use super::lists::cards;
use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;

/// The ideal or least ideal customer.
pub(super) fn ideal(pen: &Pen<'_>, ideal: &Ideal) -> Page {
    let texts = pen.texts;
    let lead = if ideal.least { "ideal-least-lead" } else { "ideal-lead" };
    let mut page = Page::new(say!(texts, lead));
    page.bullets(traits(pen, &ideal.profile));
    let matches = if ideal.least { "ideal-least-matches" } else { "ideal-matches" };
    page.paragraph(say!(texts, matches, n = ideal.matches));
    cards(pen, &mut page, &ideal.examples, true);
    if let [best, _, ..] = ideal.learned.as_slice() {
        let id = if ideal.least { "learned-worst" } else { "learned-best" };
        let band = band(pen, best);
        page.paragraph(say!(texts, id, band = band, left = pen.money(best.left_each)));
    }
    page.table(learned(pen, &ideal.learned));
    page
}

/// The criteria of the profile as traits: "at least 100 employees".
pub(super) fn traits(pen: &Pen<'_>, profile: &IdealProfile) -> Vec<String> {
    let texts = pen.texts;
    let mut traits = Vec::new();
    if let Some(range) = pen.range(profile.employees, |n| texts.number(n)) {
        traits.push(say!(texts, "trait-employees", range = range));
    }
    if let Some(range) = pen.range(profile.company_revenue, |amount| pen.money(amount)) {
        traits.push(say!(texts, "trait-company-revenue", range = range));
    }
    if !profile.sectors.is_empty() {
        let sectors: Vec<_> = profile.sectors.iter().map(|sector| pen.name(sector)).collect();
        traits.push(say!(texts, "trait-sectors", sectors = texts.or(&sectors)));
    }
    traits.push(say!(texts, "trait-pain-fit", grade = texts.number(profile.pain_fit)));
    if let Some(grade) = profile.regulatory_pressure {
        traits.push(say!(texts, "trait-regulation", grade = texts.number(grade)));
    }
    traits
}

fn learned(pen: &Pen<'_>, bands: &[LearnedBand]) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-band"), Align::Left),
        (say!(texts, "col-customers"), Align::Right),
        (say!(texts, "col-revenue"), Align::Right),
        (say!(texts, "col-left-each"), Align::Right),
        (say!(texts, "col-high-value"), Align::Right),
    ]);
    for band_line in bands {
        table.row([
            capital(&band(pen, band_line)),
            texts.count(band_line.customers),
            pen.money(band_line.revenue),
            pen.money(band_line.left_each),
            texts.percent(band_line.high_value),
        ]);
    }
    table
}

/// A band of sector and size: "Wholesale, 100 to 250 employees".
fn band(pen: &Pen<'_>, band: &LearnedBand) -> String {
    let texts = pen.texts;
    let sector =
        if band.sector.is_empty() { say!(texts, "without-sector") } else { pen.name(&band.sector) };
    match pen.range(band.employees, |n| texts.number(n)) {
        Some(range) => {
            let size = say!(texts, "trait-employees", range = range);
            texts.commas(&[sector, size])
        }
        None => sector,
    }
}

/// What is not known.
pub(super) fn gaps(pen: &Pen<'_>, gaps: &Gaps) -> Page {
    let texts = pen.texts;
    let all = gaps.customers;
    let noun = pen.noun_of(None, gaps.rows.iter().map(|row| &row.card));
    let who = noun.of(all);
    let asked = |gap: &&Gap| gaps.field.as_ref().is_none_or(|field| field.id == gap.field.id);
    let first = gaps.fields.iter().filter(asked).find(|gap| gap.unknown > 0);
    let lead = match (&gaps.field, first) {
        (Some(field), None) => {
            say!(texts, "gaps-field-none", fact = capital(&pen.fact(field)), n = all, who = who)
        }
        (Some(field), Some(gap)) => {
            say!(
                texts,
                "gaps-field",
                fact = capital(&pen.fact(field)),
                n = gap.unknown,
                all = all,
                who = who
            )
        }
        (None, None) => say!(texts, "gaps-none", n = all, who = who),
        (None, Some(gap)) => {
            let fact = pen.fact(&gap.field);
            say!(texts, "gaps-lead", fact = fact, n = gap.unknown, all = all, who = who)
        }
    };
    let mut page = Page::new(lead);
    if gaps.field.is_none() {
        let mut fields = Table::new([
            (say!(texts, "col-fact"), Align::Left),
            (say!(texts, "col-missing"), Align::Right),
            (say!(texts, "col-weighs"), Align::Right),
        ]);
        for gap in gaps.fields.iter().filter(|gap| gap.unknown > 0) {
            let weight = texts.percent(gap.weight);
            fields.row([capital(&pen.fact(&gap.field)), texts.count(gap.unknown), weight]);
        }
        page.table(fields);
    }
    let mut rows = Table::new([
        (noun.head(), Align::Left),
        (say!(texts, "col-value"), Align::Right),
        (say!(texts, "col-not-known"), Align::Left),
        (say!(texts, "col-owner"), Align::Left),
    ]);
    for row in &gaps.rows {
        let unknown = if gaps.field.is_some() { String::new() } else { pen.facts(&row.unknown) };
        let owner = pen.word(row.card.owner.as_deref());
        rows.row([pen.name(&row.card.name), pen.amount(row.card.value), unknown, owner]);
    }
    page.titled_table(say!(texts, "gaps-rows-title"), rows.without_empty_columns(texts));
    page
}
