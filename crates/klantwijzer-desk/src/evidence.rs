//! What answers need beside the snapshot: other days, other periods.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_answer::body::HistoryPoint;
use klantwijzer_answer::evidence::{Contacts, EarlierReview, Evidence, Figures, Needs, Wanted};
use klantwijzer_answer::portfolio::Portfolio;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::PeriodFigures;
use klantwijzer_core::ledger::{Entry, EntryKind, KeyedEntry};
use klantwijzer_core::period::Period;
use klantwijzer_core::programme::Contact;
use klantwijzer_core::review::CHUNK;

use crate::Result;
use crate::reader::{Reader, in_force};

impl Reader<'_> {
    /// The portfolio as of a day: by the review that was recorded for it, or else
    /// worked out.
    pub(crate) async fn as_of(&self, latest: &Arc<Portfolio>, day: Date) -> Result<Arc<Portfolio>> {
        if latest.customers() == 0 || latest.review().is_some_and(|now| now.as_of == day) {
            return Ok(Arc::clone(latest));
        }
        let reviews = self.store.reviews(self.workspace).await?;
        let Some(review) = in_force(&reviews, day).filter(|review| review.as_of == day) else {
            return Ok(Arc::new(self.worked_out(day).await?));
        };
        let (header, chunks) = (self.header(review).await?, self.review_chunks(review.id).await?);
        let portfolio = latest.with_review(Arc::new(header), chunks);
        let overrides = self.store.overrides(self.workspace).await?;
        Ok(Arc::new(self.finish(&portfolio, overrides)))
    }

    pub(crate) async fn evidence(&self, needs: &Needs, portfolio: &Portfolio) -> Result<Evidence> {
        let mut evidence = Evidence::default();
        if !needs.periods.is_empty() {
            let until = portfolio.review().map(|review| review.as_of);
            evidence.figures = self.figures(&needs.periods, until).await?;
        }
        let Some(current) = portfolio.review().map(|review| review.as_of) else {
            return Ok(evidence);
        };
        if let Some(day) = needs.earlier {
            evidence.earlier = self.earlier_review(day, current).await?;
        }
        if let Some(customer) = needs.history {
            evidence.history = self.history(customer, current).await?;
        }
        if let Some(wanted) = needs.contacts {
            evidence.contacts = Some(self.contacts(wanted).await?);
        }
        Ok(evidence)
    }

    /// The contacts that the book knows of.
    async fn contacts(&self, wanted: Wanted) -> Result<Contacts> {
        let reviews = self.store.reviews(self.workspace).await?;
        let first_review = reviews.iter().map(|review| review.as_of).min();
        let ranges = match wanted {
            Wanted::One(customer) => {
                std::iter::once(customer..customer.saturating_add(1)).collect()
            }
            Wanted::All => self.ranges().await?,
        };
        let mut by_customer: HashMap<CustomerNo, Vec<Contact>> = HashMap::new();
        let mut unclear = 0;
        for range in ranges {
            for (no, KeyedEntry { entry, .. }) in self.store.ledger(self.workspace, range).await? {
                if entry.kind == EntryKind::Contact {
                    match Contact::of(&entry) {
                        Some(contact) => by_customer.entry(no).or_default().push(contact),
                        None => unclear += 1,
                    }
                }
            }
        }
        Ok(Contacts { by_customer, first_review, unclear })
    }

    /// The figures of periods, of what is in the book up to a day.
    async fn figures(
        &self,
        periods: &[Period],
        until: Option<Date>,
    ) -> Result<Vec<(Period, Figures)>> {
        let mut figures: Vec<(Period, Figures)> =
            periods.iter().map(|period| (*period, Figures::new())).collect();
        for range in self.ranges().await? {
            let mut ledgers: HashMap<CustomerNo, Vec<Entry>> = HashMap::new();
            let ledger = self.store.ledger(self.workspace, range).await?;
            let known = |keyed: &KeyedEntry| until.is_none_or(|until| keyed.entry.date <= until);
            for (no, keyed) in ledger.into_iter().filter(|(_, keyed)| known(keyed)) {
                ledgers.entry(no).or_default().push(keyed.entry);
            }
            for (no, entries) in ledgers {
                for (period, by_customer) in &mut figures {
                    let figure = PeriodFigures::of(&entries, *period);
                    if figure != PeriodFigures::default() {
                        by_customer.insert(no, figure);
                    }
                }
            }
        }
        Ok(figures)
    }

    /// The review that was in force on a day, or the first one after it; always of
    /// a day before the current one's.
    async fn earlier_review(&self, day: Date, current: Date) -> Result<Option<EarlierReview>> {
        let mut reviews = self.store.reviews(self.workspace).await?;
        reviews.retain(|review| review.as_of < current);
        let first_day = reviews.iter().map(|review| review.as_of).min();
        let day = first_day.map_or(day, |first| day.max(first));
        let Some(review) = in_force(&reviews, day) else {
            return Ok(None);
        };
        let (header, chunks) = (self.header(review).await?, self.review_chunks(review.id).await?);
        Ok(Some(EarlierReview { header, chunks }))
    }

    /// What every review up to a day made of a customer: the last one of each
    /// day, the oldest first.
    pub(crate) async fn history(
        &self,
        customer: CustomerNo,
        until: Date,
    ) -> Result<Vec<HistoryPoint>> {
        let mut points = Vec::new();
        for review in self.last_of_each_day(until).await? {
            let number = customer / CHUNK as CustomerNo;
            let header = self.header(&review).await?;
            let chunk = self.store.review_chunk(self.workspace, review.id, number).await?;
            points.extend(chunk.and_then(|chunk| HistoryPoint::of(&header, &chunk, customer)));
        }
        Ok(points)
    }
}
