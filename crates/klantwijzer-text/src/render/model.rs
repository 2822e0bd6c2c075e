//! How the model works, with the thresholds that are in force.

use klantwijzer_answer::body::{ModelExplanation, SectorFactors};
use klantwijzer_answer::query::Topic;
use klantwijzer_core::types::CustomerType;

use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use super::profile::traits;
use crate::say;

/// The explanation of a part of the model.
pub(super) fn explanation(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    match model.topic {
        Topic::Types => types(pen, model),
        Topic::Strategic => one_type(pen, model, CustomerType::Strategic),
        Topic::Large => one_type(pen, model, CustomerType::Large),
        Topic::Development => one_type(pen, model, CustomerType::Development),
        Topic::Transactional => one_type(pen, model, CustomerType::Transactional),
        Topic::Value => value(pen, model),
        Topic::Potential => potential(pen, model),
        Topic::Provisional => provisional(pen, model),
        Topic::SayNo => say_no(pen, model),
        Topic::AcquisitionCost => acquisition_cost(pen, model),
        Topic::IdealProfile => ideal_profile(pen, model),
    }
}

fn types(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let texts = pen.texts;
    let mut page = Page::new(say!(texts, "model-types"));
    let mut table = Table::new([
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-now"), Align::Left),
        (say!(texts, "col-later"), Align::Left),
        (say!(texts, "col-attention"), Align::Left),
        (say!(texts, "col-customers"), Align::Right),
    ]);
    let high = |high: bool| say!(texts, if high { "high" } else { "low" });
    for (customer_type, count) in CustomerType::ALL.into_iter().zip(model.counts) {
        table.row([
            capital(&texts.customer_type(customer_type)),
            high(customer_type.high_value()),
            high(customer_type.high_potential()),
            say!(texts, &format!("{}.short", type_id(customer_type))),
            texts.count(count),
        ]);
    }
    page.table(table);
    page.paragraph(bars(pen, model));
    page.paragraph(say!(texts, "model-source"));
    page
}

const fn type_id(customer_type: CustomerType) -> &'static str {
    match customer_type {
        CustomerType::Strategic => "model-strategic",
        CustomerType::Large => "model-large",
        CustomerType::Development => "model-development",
        CustomerType::Transactional => "model-transactional",
    }
}

/// From where on value and potential are high.
fn bars(pen: &Pen<'_>, model: &ModelExplanation) -> String {
    let (texts, thresholds) = (pen.texts, &model.thresholds);
    say!(
        texts,
        "model-bars",
        share = texts.percent(thresholds.high_value_share),
        small = texts.count(thresholds.small_book),
        small_share = texts.percent(thresholds.small_book_share),
        points = texts.number(thresholds.high_potential)
    )
}

fn one_type(pen: &Pen<'_>, model: &ModelExplanation, customer_type: CustomerType) -> Page {
    let texts = pen.texts;
    let mut page = Page::new(say!(texts, type_id(customer_type)));
    let noun = pen.noun(None);
    let (_, count) = CustomerType::ALL
        .into_iter()
        .zip(model.counts)
        .find(|(known, _)| *known == customer_type)
        .unwrap_or((customer_type, 0));
    let who = pen.of_type(customer_type, &noun, count);
    page.paragraph(say!(texts, "model-count", n = count, who = who));
    page.paragraph(bars(pen, model));
    page
}

fn value(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let texts = pen.texts;
    let mut page = Page::new(say!(texts, "model-value"));
    page.paragraph(bars(pen, model));
    for sector in &model.sectors {
        let parts: Vec<_> = sector.value.iter().map(|label| pen.label(label)).collect();
        let (name, parts) = (sector_name(pen, sector), texts.and(&parts));
        page.paragraph(if let Some(from) = sector.high_value_from {
            let from = pen.money(from);
            say!(texts, "model-value-sector", sector = name, parts = parts, from = from)
        } else {
            say!(texts, "model-value-sector-open", sector = name, parts = parts)
        });
    }
    page
}

fn potential(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let texts = pen.texts;
    let points = texts.number(model.thresholds.high_potential);
    let mut page = Page::new(say!(texts, "model-potential", points = points));
    page.paragraph(say!(texts, "model-potential-unknown"));
    for sector in &model.sectors {
        let mut table = Table::new([
            (say!(texts, "col-potential-part"), Align::Left),
            (say!(texts, "col-weight"), Align::Right),
        ]);
        for (label, weight) in &sector.potential {
            table.row([capital(&pen.label(label)), texts.percent(*weight)]);
        }
        let title = say!(texts, "model-potential-sector", sector = sector_name(pen, sector));
        page.titled_table(title, table);
    }
    page
}

fn sector_name(pen: &Pen<'_>, sector: &SectorFactors) -> String {
    let name = pen.names.sector(&sector.plugin);
    name.map_or_else(|| pen.name(&sector.plugin), |name| pen.label(name))
}

fn provisional(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let (texts, thresholds) = (pen.texts, &model.thresholds);
    let mut page = Page::new(say!(texts, "model-provisional"));
    page.bullets([
        say!(texts, "model-provisional-confidence", share = texts.percent(thresholds.confidence)),
        say!(texts, "model-provisional-young", n = thresholds.young_months),
        say!(texts, "model-provisional-few", n = thresholds.few_invoices),
    ]);
    page.paragraph(say!(
        texts,
        "model-pending",
        share = texts.percent(thresholds.leave_value_share),
        points = texts.number(thresholds.leave_potential)
    ));
    page
}

fn say_no(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let (texts, signs) = (pen.texts, &model.signs);
    let mut page = Page::new(say!(texts, "model-no"));
    let left = pen.money(signs.margin_after_service);
    page.bullets([
        say!(texts, "model-no-ratio", share = texts.percent(signs.acquisition_ratio)),
        if signs.margin_after_service == 0.0 {
            say!(texts, "model-no-margin")
        } else {
            say!(texts, "model-no-margin-at", left = left)
        },
        say!(texts, "model-no-profile"),
        say!(texts, "model-no-open", days = texts.days(f64::from(signs.open_invoice_days))),
    ]);
    page.paragraph(say!(texts, "model-no-ladder"));
    page.paragraph(say!(texts, "model-no-never"));
    page
}

fn acquisition_cost(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let texts = pen.texts;
    let mut page = Page::new(say!(texts, "model-cost"));
    let red = texts.percent(model.signs.acquisition_ratio);
    page.paragraph(say!(texts, "model-cost-lights", amber = texts.percent(AMBER_FROM), red = red));
    page.paragraph(say!(texts, "model-cost-ladder"));
    page
}

/// The ratio from which cost is worth watching; see
/// [`Light`](klantwijzer_core::acquisition::Light).
const AMBER_FROM: f64 = 0.25;

fn ideal_profile(pen: &Pen<'_>, model: &ModelExplanation) -> Page {
    let texts = pen.texts;
    let mut page = Page::new(say!(texts, "model-ideal"));
    page.paragraph(say!(texts, "ideal-lead"));
    page.bullets(traits(pen, &model.ideal));
    page.paragraph(say!(texts, "model-ideal-least"));
    page
}
