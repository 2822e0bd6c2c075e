//! The portfolio matrix: value across, potential up, every customer a bubble.

mod crowd;
mod field;
mod names;

use klantwijzer_core::types::CustomerType;

use crate::card::{Caption, STRONG, frame};
use crate::error::{ChartError, finite};
use crate::geometry::{Point, Rect};
use crate::labels::{Surroundings, place};
use crate::paint;
use crate::palette::{CARD, MUTED};
use crate::scene::{HEIGHT, Scene};
use field::Field;

/// Every customer by value and potential. Up to some hundreds are bubbles; more become cells whose
/// depth shows how many there are, with the most valuable as bubbles over them.
#[derive(Clone, Copy)]
pub struct PortfolioMatrix<'a> {
    /// The words around the picture.
    pub caption: Caption<'a>,
    /// The name of the horizontal axis, with its unit: "Klantwaarde per jaar".
    pub value_axis: &'a str,
    /// The name of the vertical axis: "Potentie".
    pub potential_axis: &'a str,
    /// What customers without a potential are called: "potentie onbekend".
    pub unknown_potential: &'a str,
    /// The quarters, in the order of [`CustomerType::ALL`].
    pub quarters: [Quarter<'a>; 4],
    /// From which value on a customer is of high value, in money per year. A book with several
    /// sectors has several borders: draw a sector at a time.
    pub value_border: f64,
    /// From which potential on it is high, 0 to 100.
    pub potential_border: f64,
    /// A round value in few characters: "€ 20.000", "€ 5 mln".
    pub money: &'a dyn Fn(f64) -> String,
    /// A potential in few characters: "60".
    pub points: &'a dyn Fn(f64) -> String,
    /// The customers, in any order.
    pub customers: &'a [Bubble<'a>],
}

/// A quarter of the matrix.
#[derive(Debug, Clone, Copy)]
pub struct Quarter<'a> {
    /// The type: "Strategisch".
    pub name: &'a str,
    /// How much is in it, in two or three words: "12 klanten". May be empty.
    pub note: &'a str,
}

/// A customer in the matrix.
#[derive(Debug, Clone, Copy)]
pub struct Bubble<'a> {
    /// Its name, which may be anything.
    pub name: &'a str,
    /// Money per year; may be negative. The bubble's area is its share of all positive value.
    pub value: f64,
    /// 0 to 100, or `None` while it is unknown.
    pub potential: Option<f64>,
    /// Its type as recorded. A pending or overridden type may differ from the quarter it lies in;
    /// the colour is that of the type, and the bubble has a dark ring then.
    pub kind: CustomerType,
}

/// The quiet around the name of a quarter, so that no customer's seems to go on from it.
const QUIET: f32 = 14.0;

impl PortfolioMatrix<'_> {
    /// Up to so many customers each have a bubble of their own.
    pub const MOST_BUBBLES: usize = 500;
    /// So many, the most valuable, have one when there are more and the others are counted in
    /// cells; the note should say so then.
    pub const BUBBLES_OVER_CELLS: usize = 60;

    /// Whether a customer lies in the quarter of another type than its own, and has a ring.
    pub fn is_astray(&self, customer: &Bubble<'_>) -> bool {
        let high_value = customer.value >= self.value_border;
        let high_potential = customer.potential.map(|points| points >= self.potential_border);
        customer.kind.high_value() != high_value
            || high_potential.is_some_and(|high| high != customer.kind.high_potential())
    }

    /// The picture.
    pub fn png(&self) -> Result<Vec<u8>, ChartError> {
        paint::png(&self.scene()?)
    }

    pub(crate) fn scene(&self) -> Result<Scene, ChartError> {
        let customers = self.checked()?;
        let unknown = customers.iter().any(|customer| customer.potential.is_none());
        let mut scene = Scene::new(if unknown { HEIGHT + field::STRIP } else { HEIGHT });
        let body = frame(&mut scene, self.caption);
        let field = Field::lay(self, body, &customers);
        let quarters = field.ground(self, &mut scene);
        let spots = crowd::spots(&field, self, &customers);
        let marks = crowd::draw(&mut scene, &field, &spots);
        let matter = names::that_matter(&field, &customers, &spots);
        let mut taken: Vec<_> = quarters.iter().map(|words| words.bounds.grown(QUIET)).collect();
        // A name over the heart of another named bubble would seem to be that one's.
        taken.extend(matter.iter().map(|anchor| {
            let Point { x, y } = anchor.centre;
            Rect::new(x, y, x, y).grown(anchor.radius * 0.55)
        }));
        let around =
            Surroundings { field: field.whole(), taken, quarters: field.borders, marks: &marks };
        let labels = place(&matter, STRONG, &around);
        for (from, to) in labels.iter().filter_map(|label| label.leader) {
            scene.line(from, to, 7.0, CARD);
            scene.line(from, to, 2.5, MUTED);
        }
        for words in quarters.into_iter().chain(labels.into_iter().map(|label| label.words)) {
            scene.words(words);
        }
        Ok(scene)
    }

    /// The customers with finite numbers, most valuable first; ties break by name and potential.
    fn checked(&self) -> Result<Vec<Bubble<'_>>, ChartError> {
        if self.customers.is_empty() {
            return Err(ChartError::Empty);
        }
        finite(self.value_border, "the border", self.value_axis)?;
        finite(self.potential_border, "the border", self.potential_axis)?;
        for customer in self.customers {
            finite(customer.value, "the value", customer.name)?;
            finite(customer.potential.unwrap_or_default(), "the potential", customer.name)?;
        }
        let mut customers = self.customers.to_vec();
        customers.sort_unstable_by(|one, other| {
            let potential = |bubble: &Bubble<'_>| bubble.potential.unwrap_or(-1.0);
            other
                .value
                .total_cmp(&one.value)
                .then_with(|| one.name.cmp(other.name))
                .then_with(|| potential(one).total_cmp(&potential(other)))
                .then_with(|| one.kind.cmp(&other.kind))
        });
        Ok(customers)
    }
}
