//! How a score developed, and how contact is kept.

use klantwijzer_answer::body::{History, HistoryPoint, Programme, TypeProgramme};
use klantwijzer_core::programme::ContactMoment;

use super::format::Formatter;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::{actor_id, channel_id};

/// How a score developed.
pub(super) fn history(fmt: &Formatter<'_>, history: &History) -> Page {
    let name = fmt.customer(history.card.no);
    let noun = fmt.noun(history.card.plugin.as_deref());
    let is_type = |point: &HistoryPoint| {
        if let Some(customer_type) = point.customer_type {
            fmt.is_type(customer_type, &noun)
        } else {
            say!(fmt, "without-type")
        }
    };
    let type_name = |point: &HistoryPoint| fmt.type_name(point.customer_type);
    let mut page = match history.points.as_slice() {
        [] => return Page::new(say!(fmt, "history-none", name)),
        [only] => {
            let day = fmt.texts.date(only.as_of);
            Page::new(say!(fmt, "history-one", name, type = type_name(only), day))
        }
        [first, .., last] => {
            let since = fmt.texts.date(first.as_of);
            let value = if let (Some(before), Some(now)) = (first.value, last.value) {
                let (before, now) = (fmt.money(before), fmt.money(now));
                say!(fmt, "history-value", before, now)
            } else {
                say!(fmt, "history-value-unknown")
            };
            if first.customer_type == last.customer_type {
                let id = if history.points.iter().all(|p| p.customer_type == last.customer_type) {
                    "history-same"
                } else {
                    "history-back"
                };
                Page::new(say!(fmt, id, name, type = is_type(last), since, value))
            } else {
                let (from, to) = (type_name(first), type_name(last));
                Page::new(say!(fmt, "history-moved", name, from, to, since, value))
            }
        }
    };
    page.table(points(fmt, &history.points));
    page
}

fn points(fmt: &Formatter<'_>, points: &[HistoryPoint]) -> Table {
    let texts = fmt.texts;
    let table = Table::of(points)
        .left(say!(fmt, "col-day"), |point| fmt.texts.date(point.as_of))
        .left(say!(fmt, "col-type"), |point| fmt.type_name(point.customer_type))
        .right(say!(fmt, "col-value"), |point| fmt.amount(point.value))
        .right(say!(fmt, "col-potential"), |point| fmt.potential(point.potential))
        .left(say!(fmt, "col-rules"), |point| {
            point.plugin.as_ref().map_or_else(String::new, |(plugin, version)| {
                let sector =
                    fmt.names.sector(plugin).map_or(plugin.as_str(), |name| texts.words(name));
                say!(fmt, "history-rules", sector = fmt.name(sector), version = version.as_str())
            })
        })
        .table();
    table.without_empty_columns(texts)
}

/// How contact is kept with customers of a type.
pub(super) fn programme(fmt: &Formatter<'_>, programme: &Programme) -> Page {
    let lead = match programme.programmes.as_slice() {
        [] => say!(fmt, "programme-none"),
        [only] => programme_title(fmt, only),
        [first, rest @ ..] if rest.iter().all(|one| one.customer_type == first.customer_type) => {
            let who = fmt.of_type(first.customer_type, &fmt.noun(None), 0);
            say!(fmt, "programme-lead-type", who)
        }
        _ => say!(fmt, "programme-lead"),
    };
    let mut page = Page::new(lead);
    let several = programme.programmes.len() > 1;
    for one in &programme.programmes {
        if several {
            page.paragraph(programme_title(fmt, one));
        }
        if one.edited {
            page.paragraph(say!(fmt, "programme-edited"));
        }
        page.table(moments(fmt, one));
    }
    if programme.programmes.iter().any(|one| !one.moments.is_empty()) {
        page.note(say!(fmt, "programme-lights"));
    }
    page
}

fn programme_title(fmt: &Formatter<'_>, programme: &TypeProgramme) -> String {
    let noun = fmt.noun(programme.plugin.as_deref());
    let who = fmt.of_type(programme.customer_type, &noun, 0);
    let minutes: f64 = programme.moments.iter().map(minutes_a_year).sum();
    let hours = fmt.texts.number((minutes / 60.0 * 2.0).ceil() / 2.0);
    if programme.moments.is_empty() {
        say!(fmt, "programme-empty", who)
    } else if minutes > 0.0 {
        say!(fmt, "programme-title", who, n = programme.customers, hours, one = noun.one)
    } else {
        say!(fmt, "programme-title-free", who, n = programme.customers)
    }
}

/// What a moment takes of the team's time in a year, per customer.
fn minutes_a_year(moment: &ContactMoment) -> f64 {
    let times = moment.ideal_days.map_or(0.0, |days| 365.0 / f64::from(days.max(1)));
    times * f64::from(moment.minutes)
}

fn moments(fmt: &Formatter<'_>, programme: &TypeProgramme) -> Table {
    let texts = fmt.texts;
    let days = |days: u16| texts.days(f64::from(days));
    let who = |moment: &ContactMoment| {
        let who: Vec<_> = moment.who.iter().map(|actor| say!(fmt, actor_id(*actor))).collect();
        texts.and(&who)
    };
    // No time at all is time that nobody said.
    let said = |number: u16, text: String| if number == 0 { texts.unknown() } else { text };
    Table::of(&programme.moments)
        .left(say!(fmt, "col-moment"), |moment| {
            capital(&fmt.free(&texts.moment(moment, programme.customer_type)))
        })
        .left(say!(fmt, "col-channel"), |moment| say!(fmt, channel_id(moment.channel)))
        .left(say!(fmt, "col-every"), |moment| {
            moment.ideal_days.map_or_else(|| say!(fmt, "programme-once"), days)
        })
        .left(say!(fmt, "col-latest"), |moment| {
            moment.latest_days.map_or_else(|| texts.unknown(), days)
        })
        .left(say!(fmt, "col-who"), |moment| who(moment))
        .right(say!(fmt, "col-prepare"), |moment| said(moment.lead_days, days(moment.lead_days)))
        .right(say!(fmt, "col-minutes"), |moment| {
            said(moment.minutes, texts.count(moment.minutes.into()))
        })
        .without_empty_columns(texts)
}
