//! How the model works, with the thresholds that are in force.

use klantwijzer_answer::body::{ModelExplanation, SectorFactors};
use klantwijzer_answer::query::Topic;
use klantwijzer_core::acquisition::GREEN_BELOW;
use klantwijzer_core::types::CustomerType;

use super::format::Formatter;
use super::page::{Page, Table, capital};
use super::profile::traits;
use crate::say;

/// The explanation of a part of the model.
pub(super) fn explanation(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    match model.topic {
        Topic::Types => types(fmt, model),
        Topic::Strategic => one_type(fmt, model, CustomerType::Strategic),
        Topic::Large => one_type(fmt, model, CustomerType::Large),
        Topic::Development => one_type(fmt, model, CustomerType::Development),
        Topic::Transactional => one_type(fmt, model, CustomerType::Transactional),
        Topic::Value => value(fmt, model),
        Topic::Potential => potential(fmt, model),
        Topic::Provisional => provisional(fmt, model),
        Topic::SayNo => say_no(fmt, model),
        Topic::AcquisitionCost => acquisition_cost(fmt, model),
        Topic::IdealProfile => ideal_profile(fmt, model),
    }
}

fn types(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let mut page = Page::new(say!(fmt, "model-types"));
    let high = |high: bool| say!(fmt, if high { "high" } else { "low" });
    page.table(
        Table::of(CustomerType::ALL.into_iter().zip(model.counts))
            .left(say!(fmt, "col-type"), |(one, _)| capital(&fmt.texts.customer_type(*one)))
            .left(say!(fmt, "col-now"), |(one, _)| high(one.high_value()))
            .left(say!(fmt, "col-later"), |(one, _)| high(one.high_potential()))
            .left(say!(fmt, "col-attention"), |(one, _)| {
                say!(fmt, &format!("model-{}.short", one.id()))
            })
            .right(say!(fmt, "col-customers"), |(_, count)| fmt.texts.count(*count))
            .table(),
    );
    page.paragraph(bars(fmt, model));
    page.paragraph(say!(fmt, "model-source"));
    page
}

/// From where on value and potential are high.
fn bars(fmt: &Formatter<'_>, model: &ModelExplanation) -> String {
    let (texts, thresholds) = (fmt.texts, &model.thresholds);
    say!(
        fmt,
        "model-bars",
        share = texts.percent(thresholds.high_value_share),
        small = texts.count(thresholds.small_book),
        small_share = texts.percent(thresholds.small_book_share),
        points = texts.number(thresholds.high_potential)
    )
}

fn one_type(fmt: &Formatter<'_>, model: &ModelExplanation, customer_type: CustomerType) -> Page {
    let mut page = Page::new(say!(fmt, &format!("model-{}", customer_type.id())));
    let noun = fmt.noun(None);
    let count = model.counts[customer_type as usize];
    let who = fmt.of_type(customer_type, &noun, count);
    page.paragraph(say!(fmt, "model-count", n = count, who));
    page.paragraph(bars(fmt, model));
    page
}

fn value(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let mut page = Page::new(say!(fmt, "model-value"));
    page.paragraph(bars(fmt, model));
    for sector in &model.sectors {
        let parts: Vec<_> = sector.value.iter().map(|label| fmt.label(label)).collect();
        let (name, parts) = (sector_name(fmt, sector), fmt.texts.and(&parts));
        page.paragraph(if let Some(from) = sector.high_value_from {
            let from = fmt.money(from);
            say!(fmt, "model-value-sector", sector = name, parts, from)
        } else {
            say!(fmt, "model-value-sector-open", sector = name, parts)
        });
    }
    page
}

fn potential(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let points = fmt.texts.number(model.thresholds.high_potential);
    let mut page = Page::new(say!(fmt, "model-potential", points));
    page.paragraph(say!(fmt, "model-potential-unknown"));
    for sector in &model.sectors {
        let table = Table::of(&sector.potential)
            .left(say!(fmt, "col-potential-part"), |(label, _)| capital(&fmt.label(label)))
            .right(say!(fmt, "col-weight"), |(_, weight)| fmt.texts.percent(*weight))
            .table();
        let title = say!(fmt, "model-potential-sector", sector = sector_name(fmt, sector));
        page.titled_table(title, table);
    }
    page
}

fn sector_name(fmt: &Formatter<'_>, sector: &SectorFactors) -> String {
    let name = fmt.names.sector(&sector.plugin);
    name.map_or_else(|| fmt.name(&sector.plugin), |name| fmt.label(name))
}

fn provisional(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let (texts, thresholds) = (fmt.texts, &model.thresholds);
    let mut page = Page::new(say!(fmt, "model-provisional"));
    page.bullets([
        say!(fmt, "model-provisional-confidence", share = texts.percent(thresholds.confidence)),
        say!(fmt, "model-provisional-young", n = thresholds.young_months),
        say!(fmt, "model-provisional-few", n = thresholds.few_invoices),
    ]);
    page.paragraph(say!(
        fmt,
        "model-pending",
        share = texts.percent(thresholds.leave_value_share),
        points = texts.number(thresholds.leave_potential)
    ));
    page
}

fn say_no(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let (texts, signs) = (fmt.texts, &model.signs);
    let mut page = Page::new(say!(fmt, "model-no"));
    let left = fmt.money(signs.margin_after_service);
    page.bullets([
        say!(fmt, "model-no-ratio", share = texts.percent(signs.acquisition_ratio)),
        if signs.margin_after_service == 0.0 {
            say!(fmt, "model-no-margin")
        } else {
            say!(fmt, "model-no-margin-at", left)
        },
        say!(fmt, "model-no-profile"),
        say!(fmt, "model-no-open", days = texts.days(f64::from(signs.open_invoice_days))),
    ]);
    page.paragraph(say!(fmt, "model-no-ladder"));
    page.paragraph(say!(fmt, "model-no-never"));
    page
}

fn acquisition_cost(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let mut page = Page::new(say!(fmt, "model-cost"));
    let red = fmt.texts.percent(model.signs.acquisition_ratio);
    page.paragraph(say!(fmt, "model-cost-lights", amber = fmt.texts.percent(GREEN_BELOW), red));
    page.paragraph(say!(fmt, "model-cost-ladder"));
    page
}

fn ideal_profile(fmt: &Formatter<'_>, model: &ModelExplanation) -> Page {
    let mut page = Page::new(say!(fmt, "model-ideal"));
    page.paragraph(say!(fmt, "ideal-lead"));
    page.bullets(traits(fmt, &model.ideal));
    page.paragraph(say!(fmt, "model-ideal-least"));
    page
}
