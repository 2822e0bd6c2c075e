//! Everything about one customer at once.

use std::sync::Arc;

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::answer::Answer;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::query::Query;
use klantwijzer_core::workspace::WorkspaceId;

use crate::{Desk, DeskError, Snapshot, Who};

/// Everything about one customer.
pub struct Card {
    /// Why the customer has its type.
    pub why: Answer,
    /// What the reviews so far made of the customer.
    pub history: Answer,
    /// The snapshot that both are from.
    pub snapshot: Arc<Snapshot>,
}

impl Desk {
    /// The card of a customer. That it was looked at goes on record.
    pub async fn card(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        customer: CustomerNo,
        as_of: Option<Date>,
    ) -> Result<Card, DeskError> {
        who.may(Action::LookAtCard)?;
        let snapshot = self.current(workspace).await?;
        let row = snapshot.portfolio.row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let audit = [who.did(Action::LookAtCard, &[row.id().into()], "")];
        self.store.note(workspace, &audit).await?;
        let why =
            self.answer(workspace, who, &Query::WhyType { customer, claimed: None }, as_of).await?;
        let history = self.answer(workspace, who, &Query::ScoreHistory { customer }, as_of).await?;
        Ok(Card { why, history, snapshot })
    }

    /// The portfolio, to be taken elsewhere. That it was goes on record.
    pub async fn export(
        &self,
        workspace: WorkspaceId,
        who: &Who,
    ) -> Result<Arc<Snapshot>, DeskError> {
        who.may(Action::Export)?;
        let snapshot = self.current(workspace).await?;
        self.store.note(workspace, &[who.did(Action::Export, &[], "portfolio")]).await?;
        Ok(snapshot)
    }
}
