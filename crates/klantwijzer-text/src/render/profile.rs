//! The ideal customer, and what is not known yet.

use klantwijzer_answer::body::{Gap, Gaps, Ideal, LearnedBand};
use klantwijzer_core::settings::IdealProfile;

use super::format::Formatter;
use super::lists::cards;
use super::page::{Page, Table, capital};
use crate::say;

/// The ideal or least ideal customer.
pub(super) fn ideal(fmt: &Formatter<'_>, ideal: &Ideal) -> Page {
    let lead = if ideal.least { "ideal-least-lead" } else { "ideal-lead" };
    let mut page = Page::new(say!(fmt, lead));
    page.bullets(traits(fmt, &ideal.profile));
    let matches = if ideal.least { "ideal-least-matches" } else { "ideal-matches" };
    page.paragraph(say!(fmt, matches, n = ideal.matches));
    cards(fmt, &mut page, &ideal.examples, true);
    if let [best, _, ..] = ideal.learned.as_slice() {
        let id = if ideal.least { "learned-worst" } else { "learned-best" };
        let band = band(fmt, best);
        page.paragraph(say!(fmt, id, band, left = fmt.money(best.left_each)));
    }
    page.table(learned(fmt, &ideal.learned));
    page
}

/// The criteria of the profile as traits: "at least 100 employees".
pub(super) fn traits(fmt: &Formatter<'_>, profile: &IdealProfile) -> Vec<String> {
    let mut traits = Vec::new();
    if let Some(range) = fmt.range(profile.employees, |n| fmt.texts.number(n)) {
        traits.push(say!(fmt, "trait-employees", range));
    }
    if let Some(range) = fmt.range(profile.company_revenue, |amount| fmt.money(amount)) {
        traits.push(say!(fmt, "trait-company-revenue", range));
    }
    if !profile.sectors.is_empty() {
        let sectors: Vec<_> = profile.sectors.iter().map(|sector| fmt.name(sector)).collect();
        traits.push(say!(fmt, "trait-sectors", sectors = fmt.texts.or(&sectors)));
    }
    traits.push(say!(fmt, "trait-pain-fit", grade = fmt.texts.number(profile.pain_fit)));
    if let Some(grade) = profile.regulatory_pressure {
        traits.push(say!(fmt, "trait-regulation", grade = fmt.texts.number(grade)));
    }
    traits
}

fn learned(fmt: &Formatter<'_>, bands: &[LearnedBand]) -> Table {
    Table::of(bands)
        .left(say!(fmt, "col-band"), |band_line| capital(&band(fmt, band_line)))
        .right(say!(fmt, "col-customers"), |band_line| fmt.texts.count(band_line.customers))
        .right(say!(fmt, "col-revenue"), |band_line| fmt.money(band_line.revenue))
        .right(say!(fmt, "col-left-each"), |band_line| fmt.money(band_line.left_each))
        .right(say!(fmt, "col-high-value"), |band_line| fmt.texts.percent(band_line.high_value))
        .table()
}

/// A band of sector and size: "Wholesale, 100 to 250 employees".
fn band(fmt: &Formatter<'_>, band: &LearnedBand) -> String {
    let sector =
        if band.sector.is_empty() { say!(fmt, "without-sector") } else { fmt.name(&band.sector) };
    match fmt.range(band.employees, |n| fmt.texts.number(n)) {
        Some(range) => {
            let size = say!(fmt, "trait-employees", range);
            fmt.texts.commas(&[sector, size])
        }
        None => sector,
    }
}

/// What is not known.
pub(super) fn gaps(fmt: &Formatter<'_>, gaps: &Gaps) -> Page {
    let texts = fmt.texts;
    let all = gaps.customers;
    let noun = fmt.noun_of(None, gaps.rows.iter().map(|row| &row.card));
    let who = noun.of(all);
    let asked = |gap: &&Gap| gaps.field.as_ref().is_none_or(|field| field.id == gap.field.id);
    let first = gaps.fields.iter().filter(asked).find(|gap| gap.unknown > 0);
    let lead = match (&gaps.field, first) {
        (Some(field), None) => {
            say!(fmt, "gaps-field-none", fact = capital(&fmt.fact(field)), n = all, who)
        }
        (Some(field), Some(gap)) => {
            say!(fmt, "gaps-field", fact = capital(&fmt.fact(field)), n = gap.unknown, all, who)
        }
        (None, None) => say!(fmt, "gaps-none", n = all, who),
        (None, Some(gap)) => {
            let fact = fmt.fact(&gap.field);
            say!(fmt, "gaps-lead", fact, n = gap.unknown, all, who)
        }
    };
    let mut page = Page::new(lead);
    if gaps.field.is_none() {
        page.table(
            Table::of(gaps.fields.iter().filter(|gap| gap.unknown > 0))
                .left(say!(fmt, "col-fact"), |gap| capital(&fmt.fact(&gap.field)))
                .right(say!(fmt, "col-missing"), |gap| texts.count(gap.unknown))
                .right(say!(fmt, "col-weighs"), |gap| texts.percent(gap.weight))
                .table(),
        );
    }
    let rows = Table::of(&gaps.rows)
        .left(noun.head(), |row| fmt.customer(row.card.no))
        .right(say!(fmt, "col-value"), |row| fmt.amount(row.card.value))
        .left(say!(fmt, "col-not-known"), |row| {
            if gaps.field.is_some() { String::new() } else { fmt.facts(&row.unknown) }
        })
        .left(say!(fmt, "col-owner"), |row| fmt.word(row.card.owner.as_deref()))
        .table();
    page.titled_table(say!(fmt, "gaps-rows-title"), rows.without_empty_columns(texts));
    page
}
