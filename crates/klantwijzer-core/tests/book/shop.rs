//! A small sector that scores in process, and a book reviewed with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use klantwijzer_core::customer::Profile;
use klantwijzer_core::facts::FactCatalog;
use klantwijzer_core::ledger::{Entry, EntryKind};
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::money::Money;
use klantwijzer_core::portfolio::{Dictionaries, IdentityChunk, Portfolio};
use klantwijzer_core::review::{Assignment, ChunkDraft, Ground, Plugins, Review, Subject, score};
use klantwijzer_core::scorer::{
    Customer, FactHandle, Plan, PluginError, PotentialFactor, Score, Scorer, Scoring, Sector,
    ValueFactor,
};
use klantwijzer_core::settings::Settings;
use smol_str::SmolStr;

pub(crate) const TODAY: Date = date(2026, 11, 23);

pub(crate) struct Shop {
    revenue: FactHandle,
    wallet: FactHandle,
    judgement: FactHandle,
    before: FactHandle,
    margin: FactHandle,
    sector_fit: FactHandle,
    income: ValueFactor,
    earned: ValueFactor,
    room: PotentialFactor,
    view: PotentialFactor,
    growth: PotentialFactor,
    sector: PotentialFactor,
}

impl Scorer for Shop {
    const MANIFEST: &'static str = r#"{
      "id": "general", "version": "1.0.0", "name": { "en": "Shop", "nl": "Winkel" }, "sectors": [],
      "customer": { "one": { "en": "customer", "nl": "klant" },
                    "many": { "en": "customers", "nl": "klanten" } },
      "facts": [
        { "id": "net_revenue_12m", "unit": "money", "label": { "en": "r", "nl": "o" }, "required": true },
        { "id": "share_of_wallet", "unit": "share", "label": { "en": "w", "nl": "a" } },
        { "id": "manager_judgement", "unit": "grade", "label": { "en": "j", "nl": "o" } },
        { "id": "net_revenue_prev_12m", "unit": "money", "label": { "en": "b", "nl": "v" } },
        { "id": "margin_12m", "unit": "money", "label": { "en": "m", "nl": "m" } },
        { "id": "sector_fit", "unit": "share", "label": { "en": "s", "nl": "b" } } ],
      "factors": [
        { "id": "income", "axis": "value", "label": { "en": "income", "nl": "omzet" },
          "facts": ["net_revenue_12m"] },
        { "id": "earned", "axis": "value", "label": { "en": "earned", "nl": "verdiend" },
          "facts": ["margin_12m"] },
        { "id": "room", "axis": "potential", "weight": 30, "label": { "en": "room", "nl": "ruimte" },
          "facts": ["share_of_wallet"] },
        { "id": "view", "axis": "potential", "weight": 10, "label": { "en": "view", "nl": "oordeel" },
          "facts": ["manager_judgement"] },
        { "id": "growth", "axis": "potential", "weight": 5, "label": { "en": "growth", "nl": "groei" },
          "facts": ["net_revenue_12m", "net_revenue_prev_12m"] },
        { "id": "sector", "axis": "potential", "weight": 5, "label": { "en": "sector", "nl": "branche" },
          "facts": ["sector_fit"] } ],
      "examples": { "high_value_from": 100, "cases": [
        { "name": "one", "facts": { "net_revenue_12m": 500 }, "type": "large" } ] }
    }"#;

    fn new(plan: &Plan<'_>, _config: &str) -> Result<Self, PluginError> {
        Ok(Self {
            revenue: plan.fact("net_revenue_12m")?,
            wallet: plan.fact("share_of_wallet")?,
            judgement: plan.fact("manager_judgement")?,
            before: plan.fact("net_revenue_prev_12m")?,
            margin: plan.fact("margin_12m")?,
            sector_fit: plan.fact("sector_fit")?,
            income: plan.value("income")?,
            earned: plan.value("earned")?,
            room: plan.potential("room")?,
            view: plan.potential("view")?,
            growth: plan.potential("growth")?,
            sector: plan.potential("sector")?,
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        let (revenue, margin) = (customer.get(self.revenue), customer.get(self.margin));
        if margin.is_nan() {
            score.add(self.income, revenue);
        } else {
            score.add(self.earned, margin);
        }
        score.rate(self.room, 1.0 - customer.get(self.wallet));
        score.rate(self.view, customer.get(self.judgement) / 10.0);
        let before = customer.get(self.before);
        let growth = if before > 0.0 { revenue / before / 2.0 } else { f64::NAN };
        score.rate(self.growth, growth);
        score.rate(self.sector, customer.get(self.sector_fit));
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Somebody {
    pub(crate) profile: Profile,
    pub(crate) entries: Vec<Entry>,
}

/// A party with invoices of these amounts, a month apart and the last a month
/// ago, that has been a customer for long.
pub(crate) fn buyer(name: &str, wallet: Option<f64>, amounts: &[i64]) -> Somebody {
    let invoice = |(back, amount): (usize, &i64)| Entry {
        number: SmolStr::new(format!("{name}-{back}")),
        ..Entry::new(
            EntryKind::Invoice,
            TODAY.saturating_sub((i64::try_from(back).unwrap_or_default() + 1).months()),
            Money::from_whole(*amount),
        )
    };
    let old = Entry {
        number: SmolStr::new(format!("{name}-old")),
        ..Entry::new(EntryKind::Invoice, date(2024, 1, 15), Money::from_whole(1))
    };
    let facts = wallet.map(|share| (SmolStr::new_static("share_of_wallet"), share));
    Somebody {
        profile: Profile {
            name: Some(name.to_owned()),
            facts: facts.into_iter().collect(),
            ..Profile::default()
        },
        entries: amounts.iter().enumerate().map(invoice).chain([old]).collect(),
    }
}

pub(crate) fn cost(kind: EntryKind, amount: i64) -> Entry {
    Entry::new(kind, date(2026, 6, 1), Money::from_whole(amount))
}

pub(crate) fn reviewed(parties: &[Somebody], settings: &Settings) -> (Portfolio, Review) {
    let manifest: Manifest = serde_json::from_str(Shop::MANIFEST).expect("a manifest");
    let shop = Scoring::<Shop>::new(manifest, "").expect("a scorer");
    let sectors: Vec<Arc<dyn Sector>> = vec![Arc::new(shop)];
    let catalog = FactCatalog::default();
    let plugins = Plugins::new(&sectors, &[], &BTreeSet::new(), &[]);
    let assignment = Assignment::new(&plugins, "general");
    let ground = Ground { as_of: TODAY, settings, catalog: &catalog, assignment: &assignment };
    let subjects: Vec<Subject<'_>> = parties
        .iter()
        .enumerate()
        .map(|(row, party)| Subject {
            row,
            profile: &party.profile,
            entries: &party.entries,
            held: None,
        })
        .collect();
    let draft = ChunkDraft::derive(&ground, &subjects);
    let done = score(&ground, &plugins, vec![draft]).classified(&|_| None);
    let mut dictionaries = Dictionaries::default();
    let ids: Vec<String> = parties
        .iter()
        .enumerate()
        .map(|(row, party)| party.profile.name.clone().unwrap_or(format!("{row}")))
        .collect();
    let rows = parties.iter().enumerate().map(|(row, p)| (row, ids[row].as_str(), &p.profile));
    let identities = IdentityChunk::build(rows, &mut dictionaries);
    let portfolio = Portfolio::new(vec![identities], dictionaries, Arc::new(settings.clone()));
    let chunks = done.chunks.iter().cloned().map(Arc::new).collect();
    (portfolio.with_review(Arc::new(done.header.clone()), chunks), done)
}
