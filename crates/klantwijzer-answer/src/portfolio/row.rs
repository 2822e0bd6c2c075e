//! One customer in a portfolio.

use jiff::civil::Date;
use klantwijzer_core::customer::{CustomerNo, Roles};
use klantwijzer_core::facts::{CustomerFacts, Fact, known};
use klantwijzer_core::profile::Traits;
use klantwijzer_core::programme::{ContactMoment, standard_programme};
use klantwijzer_core::review::{
    CHUNK, Override, Provisional, ReviewChunk, SectorRecord, Standing, TypeRecord,
};
use klantwijzer_core::settings::Settings;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use crate::body::{Card, KeptScore};
use crate::portfolio::identity::IdentityChunk;
use crate::portfolio::{Portfolio, Term};

/// A customer as the portfolio knows it.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub(super) portfolio: &'a Portfolio,
    pub(super) identity: &'a IdentityChunk,
    pub(super) scores: Option<&'a ReviewChunk>,
    pub(super) no: CustomerNo,
}

impl<'a> Row<'a> {
    pub(super) fn new(portfolio: &'a Portfolio, no: CustomerNo) -> Option<Self> {
        let chunk = no as usize / CHUNK;
        let identity = portfolio.identities.get(chunk)?.as_ref();
        let present = *identity.present.get(no as usize % CHUNK)?;
        let scores = portfolio.scores.get(chunk).map(AsRef::as_ref);
        present.then_some(Self { portfolio, identity, scores, no })
    }

    const fn row(&self) -> usize {
        self.no as usize % CHUNK
    }

    /// The customer's number.
    pub const fn no(&self) -> CustomerNo {
        self.no
    }

    /// The settings of the workspace.
    pub fn settings(&self) -> &'a Settings {
        self.portfolio.settings()
    }

    /// The outside id.
    pub fn id(&self) -> &'a str {
        self.identity.ids.get(self.row())
    }

    /// The name; the outside id where there is none.
    pub fn name(&self) -> &'a str {
        let name = self.identity.names.get(self.row());
        if name.is_empty() { self.id() } else { name }
    }

    /// Whether another customer has the same name.
    pub fn has_namesake(&self) -> bool {
        let all = self.portfolio.rows().map(|row| row.name());
        self.portfolio.namesakes.has(self.name(), all)
    }

    /// Sector, as the book writes it.
    pub fn sector(&self) -> Option<&'a SmolStr> {
        self.portfolio.dictionaries.sectors.word(self.terms()[0])
    }

    /// Owner.
    pub fn owner(&self) -> Option<&'a SmolStr> {
        self.portfolio.dictionaries.owners.word(self.terms()[1])
    }

    /// Country.
    pub fn country(&self) -> Option<&'a SmolStr> {
        self.portfolio.dictionaries.countries.word(self.terms()[2])
    }

    /// Sector, owner and country as terms of the portfolio's dictionaries.
    pub(crate) fn terms(&self) -> [Term; 3] {
        self.identity.terms.get(self.row()).copied().unwrap_or([Term::UNKNOWN; 3])
    }

    /// In what capacities it is in the book.
    pub fn roles(&self) -> Roles {
        self.scores.and_then(|s| s.roles.get(self.row())).copied().unwrap_or_default()
    }

    /// A fact at the last review; NaN when unknown.
    pub fn fact(&self, fact: Fact) -> f64 {
        self.scores.map_or(f64::NAN, |scores| scores.facts.fact(fact, self.row()))
    }

    /// What was known of it at the last review, as the rules look at it.
    pub fn facts(&self) -> CustomerFacts<'a> {
        CustomerFacts {
            columns: self.scores.map(|scores| &scores.facts),
            row: self.row(),
            roles: self.roles(),
            sector: self.sector().map(SmolStr::as_str),
        }
    }

    /// A fact by its id at the last review; NaN when unknown.
    pub fn fact_by_id(&self, id: &str) -> f64 {
        self.catalog_column(id).map_or(f64::NAN, |column| self.fact_in(column))
    }

    /// The column of a fact in the catalog of the last review.
    pub(crate) fn catalog_column(&self, id: &str) -> Option<usize> {
        self.portfolio.review.as_ref()?.catalog.column(id)
    }

    /// A fact by its column in the catalog; NaN when unknown.
    pub(crate) fn fact_in(&self, column: usize) -> f64 {
        self.scores.map_or(f64::NAN, |scores| scores.facts.get(column, self.row()))
    }

    /// What the last review made of it.
    pub fn standing(&self) -> Standing {
        self.scores.and_then(|s| s.standing.get(self.row())).copied().unwrap_or_default()
    }

    /// The type that the last review gave.
    pub fn record(&self) -> Option<TypeRecord> {
        self.standing().record()
    }

    /// The score of before that it keeps because its plugin is out.
    pub fn kept(&self) -> Option<KeptScore> {
        let Standing::Kept(kept) = self.standing() else { return None };
        let sector = self.sector_record()?;
        let (plugin, outage) = (sector.id.clone(), sector.outage.clone()?);
        Some(KeptScore { scored_on: kept.scored_on, plugin, outage })
    }

    /// The override that is in force on a day. A party that cannot bring money
    /// has no type, by a person neither.
    pub fn decision(&self, day: Date) -> Option<&'a Override> {
        if self.portfolio.overrides.is_empty() || matches!(self.standing(), Standing::NoMoney) {
            return None;
        }
        self.portfolio
            .overrides
            .get(&self.no)
            .filter(|decision| decision.given_on <= day && day <= decision.until)
    }

    /// The type that holds on a day: a person's, or else the model's.
    pub fn customer_type(&self, day: Date) -> Option<CustomerType> {
        match self.decision(day) {
            Some(decision) => Some(decision.customer_type),
            None => self.standing().customer_type(),
        }
    }

    /// The contact moments that its type gets: as the team edited them, else those
    /// of its sector, else the standard ones. None without a type.
    pub fn programme(&self, day: Date) -> Vec<ContactMoment> {
        let Some(customer_type) = self.customer_type(day) else { return Vec::new() };
        let edited = self.settings().programme.get(&customer_type);
        let of_sector = || self.sector_record()?.programme.get(&customer_type);
        let own = edited.or_else(of_sector);
        own.map_or_else(|| standard_programme(customer_type), Clone::clone)
    }

    /// The plugin that scored it, as it was.
    pub fn sector_record(&self) -> Option<&'a SectorRecord> {
        let index = *self.scores?.sector.get(self.row())?;
        self.portfolio.review.as_ref()?.sectors.get(usize::from(index))
    }

    /// Money per year; NaN when unscored.
    pub fn value(&self) -> f64 {
        self.number(|scores| &scores.value)
    }

    /// Potential, 0 to 100; NaN when unknown.
    pub fn potential(&self) -> f64 {
        self.number(|scores| &scores.potential)
    }

    /// Share of the potential's weight that is known, 0 to 1.
    pub fn confidence(&self) -> f64 {
        self.scores
            .and_then(|scores| scores.confidence.get(self.row()))
            .map_or(f64::NAN, |confidence| f64::from(*confidence))
    }

    /// A factor by its column in the sector's list; NaN when unknown.
    pub fn factor(&self, column: usize) -> f64 {
        self.scores.map_or(f64::NAN, |scores| scores.factors.get(column, self.row()))
    }

    fn number(&self, column: fn(&ReviewChunk) -> &Vec<f64>) -> f64 {
        self.scores.and_then(|scores| column(scores).get(self.row())).copied().unwrap_or(f64::NAN)
    }

    /// What the ideal profile is held against.
    pub fn traits(&self) -> Traits<'a> {
        Traits::of(&self.facts())
    }

    /// The customer as a line in a list, with the type that holds on a day.
    pub fn card(&self, day: Date) -> Card {
        let record = self.record();
        let customer_type = self.customer_type(day);
        let decided = self.decision(day).is_some();
        Card {
            no: self.no,
            id: SmolStr::new(self.id()),
            name: self.name().to_owned(),
            sector: self.sector().cloned(),
            owner: self.owner().cloned(),
            country: self.country().cloned(),
            plugin: self.sector_record().map(|sector| sector.id.clone()),
            customer_type,
            model_type: record.filter(|_| decided).map(|record| record.customer_type),
            provisional: record
                .filter(|_| !decided)
                .map_or(Provisional::NO, |record| record.provisional),
            pending: record.filter(|_| !decided).and_then(|record| record.pending),
            value: known(self.value()),
            potential: known(self.potential()),
            confidence: record.and_then(|_| known(self.confidence())),
            kept: self.kept(),
        }
    }
}
