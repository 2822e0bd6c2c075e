//! Reading everything once, to see that it can be read.

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::ReviewHeader;
use klantwijzer_store::encoding::Record as _;
use klantwijzer_store::{AuditFilter, Result};

use super::engine::Engine;

/// How many customers are read at once.
const STEP: CustomerNo = 65_536;

impl Engine {
    /// Reads everything; an error says what is damaged.
    pub(super) fn read_all(&self) -> Result<()> {
        for workspace in self.workspace_ids()? {
            let head = self.head(workspace)?;
            self.check_erased(workspace)?;
            head.settings.as_ref().map(|kept| kept.settings()).transpose()?;
            self.overrides(workspace)?;
            self.audit(workspace, &AuditFilter::default(), usize::MAX)?;
            self.customer_ids(workspace)?;
            let mut from = 0;
            while from < head.next_customer {
                let range = from..from.saturating_add(STEP);
                self.customers(workspace, &range)?;
                self.ledger(workspace, &range)?;
                from = range.end;
            }
            for header in self.reviews(workspace, ReviewHeader::decode)? {
                let mut chunks = 0..;
                while let Some(chunk) = chunks.next()
                    && self.review_chunk(workspace, header.id, chunk)?.is_some()
                {}
            }
        }
        Ok(())
    }
}
