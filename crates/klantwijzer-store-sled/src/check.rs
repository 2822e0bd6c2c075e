//! Reading everything once, to see that it can be read.

use klantwijzer_core::customer::CustomerNo;

use super::engine::Engine;
use klantwijzer_store::{AuditFilter, StoreError};

/// How many customers are read at once.
const STEP: CustomerNo = 65_536;

/// What a store holds, as a whole check counted it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents {
    /// Workspaces.
    pub workspaces: u64,
    /// Imports that were not undone.
    pub imports: u64,
    /// Customers that a live import knows.
    pub customers: u64,
    /// Live ledger entries.
    pub entries: u64,
    /// Reviews.
    pub reviews: u64,
}

impl Engine {
    /// Reads everything; an error says what is damaged.
    pub(super) fn read_all(&self) -> Result<Contents, StoreError> {
        let mut contents = Contents::default();
        for (workspace, _) in self.workspaces()? {
            contents.workspaces += 1;
            let head = self.head(workspace)?;
            self.check_erased(workspace)?;
            head.settings.as_ref().map(|kept| kept.settings()).transpose()?;
            self.overrides(workspace)?;
            self.audit(workspace, &AuditFilter::default(), usize::MAX)?;
            self.customer_ids(workspace)?;
            contents.imports +=
                head.imports.iter().filter(|layer| head.is_live(layer.info.id)).count() as u64;
            let mut from = 0;
            while from < head.next_customer {
                let range = from..from.saturating_add(STEP);
                contents.customers += self.customers(workspace, &range)?.len() as u64;
                contents.entries += self.ledger(workspace, &range)?.len() as u64;
                from = range.end;
            }
            for header in self.reviews(workspace)? {
                contents.reviews += 1;
                let mut chunks = 0..;
                while let Some(chunk) = chunks.next()
                    && self.review_chunk(workspace, header.id, chunk)?.is_some()
                {}
            }
        }
        Ok(contents)
    }
}
