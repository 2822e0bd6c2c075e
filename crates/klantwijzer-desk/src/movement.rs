//! How many customers had each type at each review, and who went where.

use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::review::ReviewChunk;

use crate::{Desk, Result, Who};

/// How types moved over reviews, the oldest first; one review a day, the last of
/// that day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Movement {
    /// The day of each review, with how many customers had each type, in the
    /// order of [`klantwijzer_core::types::CustomerType::ALL`].
    pub reviews: Vec<(Date, [u32; 4])>,
    /// Between each review and the next: how many went from the type of the row
    /// to that of the column.
    pub flows: Vec<[[u32; 4]; 4]>,
}

impl Desk {
    /// How types moved over the last reviews up to the person's day, at most so
    /// many.
    pub async fn movement(&self, who: &Who, most: usize) -> Result<Movement> {
        who.may(Action::Ask)?;
        let reader = self.reader(who.workspace);
        let last_of_each_day = reader.last_of_each_day(who.today).await?;
        let skipped = last_of_each_day.len().saturating_sub(most);
        let mut movement = Movement::default();
        let mut before: Option<Vec<Arc<ReviewChunk>>> = None;
        for review in last_of_each_day.into_iter().skip(skipped) {
            let chunks = reader.review_chunks(review.id).await?;
            if let Some(before) = &before {
                movement.flows.push(flow(before, &chunks));
            }
            movement.reviews.push((review.as_of, reader.header(&review).await?.counts));
            before = Some(chunks);
        }
        Ok(movement)
    }
}

/// Who went from which type to which, among those who had one both times.
fn flow(before: &[Arc<ReviewChunk>], after: &[Arc<ReviewChunk>]) -> [[u32; 4]; 4] {
    let mut flow = [[0; 4]; 4];
    for (from, to) in before.iter().zip(after) {
        for (from, to) in from.standing.iter().zip(&to.standing) {
            if let (Some(from), Some(to)) = (from.customer_type(), to.customer_type()) {
                flow[from as usize][to as usize] += 1;
            }
        }
    }
    flow
}
