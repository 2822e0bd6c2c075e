//! From value and potential to a type, with hysteresis.

use jiff::civil::Date;

use crate::period::MONTH_DAYS;
use crate::review::record::{Doubt, Pending, Provisional, TypeRecord};
use crate::settings::Thresholds;
use crate::types::CustomerType;

/// Sums of shares are compared with this tolerance, so that scaling all money
/// by a constant changes no type.
const ROUNDING: f64 = 1e-9;

/// From where on value is high among the customers of one sector plugin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueCut {
    /// High from here on; infinite when nobody's value is high.
    pub high_from: f64,
    /// Once high, it stays high from here on; at most `high_from`.
    pub keep_from: f64,
}

impl ValueCut {
    /// The cut for the values of all customers of a plugin, in any order.
    ///
    /// High is the top 20 %, and never more than that: customers with equal
    /// values are all in or all out. In a small book it is the smallest set
    /// that makes 80 % of the positive value. Zero or less is never high.
    pub fn of(mut values: Vec<f64>, thresholds: &Thresholds) -> Self {
        values.sort_by(|a, b| b.total_cmp(a));
        let (high_from, keep_from) = if values.len() < thresholds.small_book as usize {
            (
                largest_set(&values, thresholds.small_book_share),
                largest_set(&values, thresholds.leave_small_book_share),
            )
        } else {
            (
                top_share(&values, thresholds.high_value_share),
                top_share(&values, thresholds.leave_value_share),
            )
        };
        Self { high_from, keep_from: keep_from.min(high_from) }
    }
}

/// The lowest positive value that at most this share of the (falling) values
/// reaches.
fn top_share(falling: &[f64], share: f64) -> f64 {
    let limit = falling.len() as f64 * share + ROUNDING;
    let most = (1..=falling.len()).take_while(|count| *count as f64 <= limit).count();
    let next = falling.get(most).copied().unwrap_or(0.0).max(0.0);
    falling.iter().take(most).rev().copied().find(|value| *value > next).unwrap_or(f64::INFINITY)
}

/// The lowest value in the smallest set that makes this share of all positive
/// value.
fn largest_set(falling: &[f64], share: f64) -> f64 {
    let positive = || falling.iter().copied().filter(|value| *value > 0.0);
    let needed = positive().sum::<f64>() * (share - ROUNDING);
    let mut sum = 0.0;
    positive()
        .find(|value| {
            sum += value;
            sum >= needed
        })
        .unwrap_or(f64::INFINITY)
}

/// The type of a customer, given its record at the last review of an earlier
/// day. A high axis is given up only when two reviews running say so; until
/// then the type stays and the change is pending. A rise holds at once.
pub fn classify(
    value: f64,
    potential: f64,
    cut: ValueCut,
    thresholds: &Thresholds,
    earlier: Option<&TypeRecord>,
    as_of: Date,
) -> (CustomerType, Option<Pending>) {
    let was = |axis: fn(CustomerType) -> bool| earlier.is_some_and(|e| axis(e.customer_type));
    let value_from = if was(CustomerType::high_value) { cut.keep_from } else { cut.high_from };
    let potential_from = if was(CustomerType::high_potential) {
        thresholds.leave_potential
    } else {
        thresholds.high_potential
    };
    let now_value = value > 0.0 && value >= value_from;
    let now_potential = potential >= potential_from;
    let waited = earlier.and_then(|e| e.pending);
    let given_up = |axis: fn(CustomerType) -> bool| waited.is_some_and(|p| !axis(p.to));
    let holds = |now: bool, axis: fn(CustomerType) -> bool| now || (was(axis) && !given_up(axis));
    let customer_type = CustomerType::of(
        holds(now_value, CustomerType::high_value),
        holds(now_potential, CustomerType::high_potential),
    );
    let to = CustomerType::of(now_value, now_potential);
    let pending = (to != customer_type).then_some(Pending { to, since: as_of });
    (customer_type, pending)
}

/// What is known about how firm a type is; NaN where unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footing {
    /// Potential, 0 to 100.
    pub potential: f64,
    /// Share of the potential's weight that is known, 0 to 1.
    pub confidence: f64,
    /// Age of the first invoice, gift or spend.
    pub days_since_first: f64,
    /// Number of invoices, gifts or spends.
    pub incomes: f64,
}

impl Footing {
    /// Why the type is provisional.
    pub fn doubts(self, thresholds: &Thresholds) -> Provisional {
        let young = self.days_since_first / MONTH_DAYS < f64::from(thresholds.young_months);
        let few = self.incomes < f64::from(thresholds.few_invoices);
        let doubts = [
            (self.potential.is_nan(), Doubt::PotentialUnknown),
            (
                !self.potential.is_nan() && self.confidence < thresholds.confidence - ROUNDING,
                Doubt::LowConfidence,
            ),
            (young || self.days_since_first.is_nan(), Doubt::Young),
            (few || self.incomes.is_nan(), Doubt::FewInvoices),
        ];
        doubts
            .into_iter()
            .filter(|(doubtful, _)| *doubtful)
            .fold(Provisional::NO, |all, (_, doubt)| all.with(doubt))
    }
}
