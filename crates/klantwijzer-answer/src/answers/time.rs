//! Who lapsed, who moved, and how a score developed.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::{PeriodFigures, known};
use klantwijzer_core::money::Money;
use klantwijzer_core::period::Period;
use klantwijzer_core::review::CHUNK;
use klantwijzer_core::types::CustomerType;

use super::scope::{Scope, shown_of};
use crate::body::{Answer, Body, History, Lapsed, MOST_LISTED, Move, Moved};
use crate::portfolio::Row;
use crate::query::Filter;

impl<'a> Scope<'a> {
    pub(super) fn lapsed_list(self, gave: Period, not: Period, filter: &'a Filter) -> Answer {
        let in_period = |row: &Row<'_>, period: Period| -> PeriodFigures {
            let figures = self.evidence.figures(period);
            figures.and_then(|figures| figures.get(&row.no())).copied().unwrap_or_default()
        };
        let mut rows: Vec<(Row<'a>, Money)> = Vec::new();
        let mut then = 0;
        for row in self.rows(filter) {
            let first = in_period(&row, gave);
            then += u32::from(first.incomes > 0);
            if first.incomes > 0 && in_period(&row, not).incomes == 0 {
                rows.push((row, first.income));
            }
        }
        rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.id().cmp(b.0.id())));
        let lapsed = Lapsed {
            gave,
            not,
            then,
            total: rows.len() as u32,
            amount: rows.iter().map(|(_, amount)| *amount).sum(),
            rows: rows
                .iter()
                .take(MOST_LISTED)
                .map(|(row, amount)| (row.card(self.today), *amount))
                .collect(),
        };
        let mut notes = self.narrowed_to(filter);
        notes.extend(shown_of(lapsed.rows.len(), lapsed.total));
        self.answer(Body::Lapsed(lapsed), notes)
    }

    pub(super) fn moved_type(
        self,
        from: Option<CustomerType>,
        to: Option<CustomerType>,
        filter: &'a Filter,
    ) -> Answer {
        let earlier = self.evidence.earlier.as_ref();
        let chunks = earlier.map_or(&[][..], |earlier| &earlier.chunks);
        let before = |row: &Row<'_>| -> (Option<CustomerType>, Option<f64>) {
            let chunk = chunks.get(row.no() as usize / CHUNK);
            let at = row.no() as usize % CHUNK;
            let standing = chunk.and_then(|chunk| chunk.standing.get(at)).copied();
            let value = chunk.and_then(|chunk| chunk.value.get(at)).copied();
            (standing.unwrap_or_default().customer_type(), value.and_then(known))
        };
        let mut moves: Vec<Move> = Vec::new();
        if earlier.is_some() {
            for row in self.rows(filter) {
                let (then, value_before) = before(&row);
                let now = row.standing().customer_type();
                let wanted = from.is_none_or(|from| then == Some(from))
                    && to.is_none_or(|to| now == Some(to));
                if then != now && wanted {
                    let card = row.card(self.today);
                    moves.push(Move { card, from: then, to: now, value_before });
                }
            }
        }
        moves.sort_by(|a, b| {
            let value = |line: &Move| line.card.value.unwrap_or(f64::NEG_INFINITY);
            value(b).total_cmp(&value(a)).then_with(|| a.card.id.cmp(&b.card.id))
        });
        let total = moves.len() as u32;
        moves.truncate(MOST_LISTED);
        let from_review = earlier.map(|earlier| earlier.header.as_of);
        let mut notes = self.narrowed_to(filter);
        notes.extend(shown_of(moves.len(), total));
        let outcome = Moved { from_review, to_review: self.as_of(), from, to, total, rows: moves };
        self.answer(Body::Moved(outcome), notes)
    }

    pub(super) fn score_history(self, customer: CustomerNo) -> Answer {
        self.about(customer, |row| {
            let points = self.evidence.history.clone();
            Body::History(History { card: row.card(self.today), points })
        })
    }
}
