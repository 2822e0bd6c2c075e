//! How a score developed, and how contact is kept.

use klantwijzer_answer::body::{History, HistoryPoint, Programme, TypeProgramme};
use klantwijzer_core::programme::ContactMoment;

use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;
use crate::texts::terms::{actor_id, channel_id};

/// How a score developed.
pub(super) fn history(pen: &Pen<'_>, history: &History) -> Page {
    let texts = pen.texts;
    let name = pen.name(&history.card.name);
    let noun = pen.noun(history.card.plugin.as_deref());
    let is_type = |point: &HistoryPoint| {
        if let Some(customer_type) = point.customer_type {
            pen.is_type(customer_type, &noun)
        } else {
            say!(texts, "without-type")
        }
    };
    let type_name = |point: &HistoryPoint| pen.type_name(point.customer_type);
    let mut page = match history.points.as_slice() {
        [] => return Page::new(say!(texts, "history-none", name = name)),
        [only] => {
            let day = pen.date(only.as_of);
            Page::new(say!(texts, "history-one", name = name, type = type_name(only), day = day))
        }
        [first, .., last] => {
            let since = pen.date(first.as_of);
            let value = if let (Some(before), Some(now)) = (first.value, last.value) {
                let (before, now) = (pen.money(before), pen.money(now));
                say!(texts, "history-value", before = before, now = now)
            } else {
                say!(texts, "history-value-unknown")
            };
            if first.customer_type == last.customer_type {
                let id = if history.points.iter().all(|p| p.customer_type == last.customer_type) {
                    "history-same"
                } else {
                    "history-back"
                };
                Page::new(
                    say!(texts, id, name = name, type = is_type(last), since = since, value = value),
                )
            } else {
                let (from, to) = (type_name(first), type_name(last));
                Page::new(say!(
                    texts,
                    "history-moved",
                    name = name,
                    from = from,
                    to = to,
                    since = since,
                    value = value
                ))
            }
        }
    };
    page.table(points(pen, &history.points));
    page
}

fn points(pen: &Pen<'_>, points: &[HistoryPoint]) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-day"), Align::Left),
        (say!(texts, "col-type"), Align::Left),
        (say!(texts, "col-value"), Align::Right),
        (say!(texts, "col-potential"), Align::Right),
        (say!(texts, "col-rules"), Align::Left),
    ]);
    for point in points {
        let rules = point.plugin.as_ref().map_or_else(String::new, |(plugin, version)| {
            let sector = pen.names.sector(plugin).map_or(plugin.as_str(), |name| texts.words(name));
            say!(texts, "history-rules", sector = pen.name(sector), version = version.as_str())
        });
        table.row([
            pen.date(point.as_of),
            pen.type_name(point.customer_type),
            pen.amount(point.value),
            pen.potential(point.potential),
            rules,
        ]);
    }
    table.without_empty_columns(texts)
}

/// How contact is kept with customers of a type.
pub(super) fn programme(pen: &Pen<'_>, programme: &Programme) -> Page {
    let texts = pen.texts;
    let lead = match programme.programmes.as_slice() {
        [] => say!(texts, "programme-none"),
        [only] => programme_title(pen, only),
        [first, rest @ ..] if rest.iter().all(|one| one.customer_type == first.customer_type) => {
            let who = pen.of_type(first.customer_type, &pen.noun(None), 0);
            say!(texts, "programme-lead-type", who = who)
        }
        _ => say!(texts, "programme-lead"),
    };
    let mut page = Page::new(lead);
    let several = programme.programmes.len() > 1;
    for one in &programme.programmes {
        if several {
            page.paragraph(programme_title(pen, one));
        }
        if one.edited {
            page.paragraph(say!(texts, "programme-edited"));
        }
        page.table(moments(pen, one));
    }
    if programme.programmes.iter().any(|one| !one.moments.is_empty()) {
        page.note(say!(texts, "programme-lights"));
    }
    page
}

fn programme_title(pen: &Pen<'_>, programme: &TypeProgramme) -> String {
    let texts = pen.texts;
    let noun = pen.noun(programme.plugin.as_deref());
    let who = pen.of_type(programme.customer_type, &noun, 0);
    let minutes: f64 = programme.moments.iter().map(minutes_a_year).sum();
    let hours = texts.number((minutes / 60.0 * 2.0).ceil() / 2.0);
    if programme.moments.is_empty() {
        say!(texts, "programme-empty", who = who)
    } else if minutes > 0.0 {
        say!(
            texts,
            "programme-title",
            who = who,
            n = programme.customers,
            hours = hours,
            one = noun.one
        )
    } else {
        say!(texts, "programme-title-free", who = who, n = programme.customers)
    }
}

/// What a moment takes of the team's time in a year, per customer.
fn minutes_a_year(moment: &ContactMoment) -> f64 {
    let times = moment.ideal_days.map_or(0.0, |days| 365.0 / f64::from(days.max(1)));
    times * f64::from(moment.minutes)
}

fn moments(pen: &Pen<'_>, programme: &TypeProgramme) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-moment"), Align::Left),
        (say!(texts, "col-channel"), Align::Left),
        (say!(texts, "col-every"), Align::Left),
        (say!(texts, "col-latest"), Align::Left),
        (say!(texts, "col-who"), Align::Left),
        (say!(texts, "col-prepare"), Align::Right),
        (say!(texts, "col-minutes"), Align::Right),
    ]);
    let days = |days: u16| texts.days(f64::from(days));
    for moment in &programme.moments {
        let who: Vec<_> = moment.who.iter().map(|actor| say!(texts, actor_id(*actor))).collect();
        table.row([
            capital(&pen.free(&texts.moment(moment, programme.customer_type))),
            say!(texts, channel_id(moment.channel)),
            moment.ideal_days.map_or_else(|| say!(texts, "programme-once"), days),
            moment.latest_days.map_or_else(|| texts.unknown(), days),
            texts.and(&who),
            if moment.lead_days == 0 { texts.unknown() } else { days(moment.lead_days) },
            if moment.minutes == 0 { texts.unknown() } else { texts.count(moment.minutes.into()) },
        ]);
    }
    table.without_empty_columns(texts)
}
