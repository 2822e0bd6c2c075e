//! What a question needs beside the portfolio.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::{PeriodFigures, known};
use klantwijzer_core::period::Period;
use klantwijzer_core::programme::Contact;
use klantwijzer_core::review::{CHUNK, ReviewChunk, ReviewHeader, Standing};

use crate::body::HistoryPoint;
use crate::query::Query;

/// What customers brought in a period, by number; those with nothing left out.
pub type Figures = HashMap<CustomerNo, PeriodFigures>;

/// The contacts that the book knows of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Those with each customer, in any order.
    pub by_customer: HashMap<CustomerNo, Vec<Contact>>,
    /// How many more there are of which the book says in a word that is not known how
    /// they took place.
    pub unclear: u32,
    /// The day of the first review: what happened before, the book may not know.
    pub first_review: Option<Date>,
}

/// What must be fetched to answer a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Needs {
    /// The figures of these periods.
    pub periods: Vec<Period>,
    /// The review that was in force on this day, to compare with.
    pub earlier: Option<Date>,
    /// What every review made of this customer.
    pub history: Option<CustomerNo>,
    /// The contacts with this customer, or with everybody.
    pub contacts: Option<Wanted>,
}

/// Of whom something is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One customer.
    One(CustomerNo),
    /// Everybody.
    All,
}

impl Needs {
    /// What a question needs, for a portfolio as of a day. Without a day to
    /// compare with, the last review of an earlier day is wanted.
    pub fn of(query: &Query, as_of: Date) -> Self {
        let mut needs = Self::default();
        match query {
            Query::TopN { period, .. } => needs.periods.extend(*period),
            Query::CountByDefinition { definition, period, .. } => {
                needs.periods.extend(*period);
                needs.of_all_time(definition, as_of);
            }
            Query::CompareDefinitions { definitions } => needs.of_all_time(definitions, as_of),
            Query::ExplainDefinition { definition } => needs.of_all_time(definition, as_of),
            Query::LapsedList { gave, not, .. } => needs.periods.extend([*gave, *not]),
            Query::MovedType { since, .. } => {
                needs.earlier = Some(since.unwrap_or_else(|| as_of.saturating_sub(1.day())));
            }
            Query::ScoreHistory { customer } => needs.history = Some(*customer),
            Query::ContactDue { customer, .. } => {
                needs.contacts = Some(customer.map_or(Wanted::All, Wanted::One));
            }
            // The last review says it all.
            Query::ListByType { .. }
            | Query::WhyType { .. }
            | Query::WhyNotType { .. }
            | Query::WhatIf { .. }
            | Query::ExplainModel { .. }
            | Query::SayNoList { .. }
            | Query::SayNoCheck { .. }
            | Query::Concentration { .. }
            | Query::Compare { .. }
            | Query::AcquisitionCost { .. }
            | Query::AcquisitionCostList { .. }
            | Query::CostToServe { .. }
            | Query::OverdueInvoices { .. }
            | Query::IdealProfile { .. }
            | Query::DataGaps { .. }
            | Query::ContactProgramme { .. }
            | Query::Help => {}
        }
        needs
    }

    /// What definitions need that look at all there is up to a day.
    fn of_all_time<'a>(
        &mut self,
        definitions: impl IntoIterator<Item = &'a Definition>,
        as_of: Date,
    ) {
        let of_margin =
            |it: &&Definition| matches!(it, Definition::EarnedOver { margin: true, .. });
        let looking = definitions.into_iter().filter(of_margin);
        self.periods.extend(looking.map(|_| Period::ever_until(as_of)));
    }
}

/// What was fetched.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Figures by period.
    pub figures: Vec<(Period, Figures)>,
    /// The earlier review, where there was one.
    pub earlier: Option<EarlierReview>,
    /// What every review made of the customer, the oldest first.
    pub history: Vec<HistoryPoint>,
    /// The contacts, where they were fetched.
    pub contacts: Option<Contacts>,
}

impl Evidence {
    /// The figures of a period, where they were fetched.
    pub fn figures(&self, period: Period) -> Option<&Figures> {
        self.figures.iter().find(|(known, _)| *known == period).map(|(_, figures)| figures)
    }
}

impl HistoryPoint {
    /// What a review made of a customer; `None` where it was not in the book.
    /// `chunk` is the one of the review that holds the customer.
    pub fn of(header: &ReviewHeader, chunk: &ReviewChunk, customer: CustomerNo) -> Option<Self> {
        let row = customer as usize % CHUNK;
        let standing = *chunk.standing.get(row)?;
        // A score that was kept is that of an earlier point.
        if matches!(standing, Standing::Absent | Standing::Kept(_)) {
            return None;
        }
        let sector = chunk.sector.get(row).and_then(|at| header.sectors.get(usize::from(*at)));
        Some(Self {
            as_of: header.as_of,
            customer_type: standing.customer_type(),
            value: chunk.value.get(row).copied().and_then(known),
            potential: chunk.potential.get(row).copied().and_then(known),
            plugin: sector.map(|sector| (sector.id.clone(), sector.version.clone())),
        })
    }
}

/// A review to compare with.
#[derive(Debug, Clone)]
pub struct EarlierReview {
    /// What holds for it as a whole.
    pub header: ReviewHeader,
    /// Its chunks.
    pub chunks: Vec<Arc<ReviewChunk>>,
}
