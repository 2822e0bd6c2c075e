//! What the reader must know beside an answer.

use klantwijzer_answer::body::{FactName, KeptScore, LedgerSign, MissingData, Note};
use klantwijzer_core::review::{Outage, Unscored};

use super::counts::who;
use super::pen::Pen;
use crate::say;

/// A note as a sentence or two, with what to do where something can be done.
pub(super) fn note(pen: &Pen<'_>, note: &Note) -> String {
    let texts = pen.texts;
    match note {
        Note::Provisional { customers, fill_in } => settle(pen, *customers, fill_in),
        Note::TooEarlyForNo { customers, fill_in } => {
            let who = pen.noun(None).of(*customers).to_owned();
            let early = say!(texts, "note-too-early", n = *customers, who = who);
            format!("{early} {}", settle(pen, *customers, fill_in))
        }
        Note::NotLookedFor { signs } => {
            let signs: Vec<_> = signs.iter().map(|sign| say!(texts, sign_id(*sign))).collect();
            say!(texts, "note-not-looked-for", signs = texts.and(&signs))
        }
        Note::Pending { customers } => say!(texts, "note-pending", n = *customers),
        Note::Overridden { customers } => say!(texts, "note-overridden", n = *customers),
        Note::Kept { customers, kept } => {
            let who = pen.noun(Some(&kept.plugin)).of(*customers).to_owned();
            let (day, why) = (pen.date(kept.scored_on), out(pen, kept));
            say!(texts, "note-kept", n = *customers, who = who, day = day, why = why)
        }
        Note::Unscored { customers, plugin, why, failure, fact } => {
            let who = pen.noun(Some(plugin)).of(*customers).to_owned();
            let why = unscored(pen, plugin, *why, failure.as_deref(), fact.as_ref());
            say!(texts, "note-unscored", n = *customers, who = who, why = why)
        }
        Note::TooManyStrategic { customers, limit, managers } => {
            say!(
                texts,
                "note-too-many-strategic",
                n = *customers,
                limit = *limit,
                managers = *managers
            )
        }
        Note::Dependence { name, share } => {
            say!(texts, "note-dependence", name = pen.name(name), share = texts.percent(*share))
        }
        Note::CountedOtherwise { count } => {
            let n = count.count.unwrap_or_default();
            if let Some(who) = who(pen, count) {
                say!(texts, "note-counted-otherwise", who = who, n = n)
            } else {
                let name = pen.definition(count);
                say!(texts, "note-counted-otherwise-own", name = name, n = n)
            }
        }
        Note::Shown { shown, total } => say!(texts, "note-shown", shown = *shown, total = *total),
        Note::StaleReview { days } => {
            say!(texts, "note-stale", days = texts.days(f64::from(*days)))
        }
        Note::OldLedger { days } => {
            say!(texts, "note-old-ledger", days = texts.days(*days))
        }
        Note::WorkedOut => say!(texts, "note-worked-out"),
        Note::PeriodLeftOut => say!(texts, "note-period-left-out"),
        Note::InPeriod { period } => say!(texts, "note-period", period = texts.period(*period)),
        Note::NoData { missing } => say!(texts, missing_id(*missing)),
        Note::OnlyAbout { filter } => {
            let noun = pen.noun_of(Some(filter), []);
            say!(texts, "note-only-about", who = pen.narrowed(&noun, 0, &[], filter))
        }
        Note::NobodyFits => say!(texts, "note-nobody-fits"),
    }
}

/// Why a plugin scores nobody now, after a colon.
pub(super) fn out(pen: &Pen<'_>, kept: &KeptScore) -> String {
    let plugin = &kept.plugin;
    match &kept.outage {
        Outage::Missing => unscored(pen, plugin, Unscored::NoPlugin, None, None),
        Outage::Failed(words) => {
            unscored(pen, plugin, Unscored::PluginFailed, Some(words.as_str()), None)
        }
    }
}

fn unscored(
    pen: &Pen<'_>,
    plugin: &str,
    why: Unscored,
    failure: Option<&str>,
    fact: Option<&FactName>,
) -> String {
    let texts = pen.texts;
    match (why, failure, fact) {
        (Unscored::NoPlugin, ..) if plugin.is_empty() => say!(texts, "note-no-plugin"),
        (Unscored::NoPlugin, ..) => {
            say!(texts, "note-plugin-missing", plugin = pen.name(plugin))
        }
        (Unscored::PluginFailed, Some(words), _) => {
            say!(texts, "note-plugin-failed-so", plugin = pen.name(plugin), words = pen.free(words))
        }
        (Unscored::PluginFailed, None, _) => {
            say!(texts, "note-plugin-failed", plugin = pen.name(plugin))
        }
        (Unscored::FactUnknown(_), _, Some(fact)) => {
            say!(texts, "note-fact-unknown", fact = pen.fact(fact))
        }
        (Unscored::FactUnknown(_), _, None) => say!(texts, "note-fact-unknown-some"),
        (Unscored::NotFinite, ..) => {
            say!(texts, "note-not-finite", plugin = pen.name(plugin))
        }
    }
}

/// What settles the provisional types of so many customers.
fn settle(pen: &Pen<'_>, customers: u32, fill_in: &[FactName]) -> String {
    if fill_in.is_empty() {
        return say!(pen.texts, "note-provisional");
    }
    say!(pen.texts, "note-provisional-fill", n = customers, facts = pen.facts(fill_in))
}

/// The message with what shows a sign.
const fn sign_id(sign: LedgerSign) -> &'static str {
    match sign {
        LedgerSign::AcquisitionCost => "measure-acquisition-cost",
        LedgerSign::SupportCost => "measure-support-cost",
        LedgerSign::Payments => "payments",
    }
}

const fn missing_id(missing: MissingData) -> &'static str {
    match missing {
        MissingData::AcquisitionCost => "missing-acquisition-cost",
        MissingData::SupportCost => "missing-support-cost",
        MissingData::Payments => "missing-payments",
        MissingData::Margin => "missing-margin",
        MissingData::Size => "missing-size",
        MissingData::Sectors => "missing-sectors",
        MissingData::EarlierReview => "missing-earlier-review",
        MissingData::Gifts => "missing-gifts",
        MissingData::Leads => "missing-leads",
    }
}
