//! Imports: what they would change, doing it, and undoing it.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::records::{Records, Rejected, Rejection};
use klantwijzer_core::review::ReviewHeader;
use klantwijzer_core::text::fold;
use klantwijzer_store::{AuditLine, Batch, ImportId, ImportInfo, StoreError};
use smol_str::SmolStr;

use crate::called::{Called, Ids};
use crate::difference::{Difference, ImportReport, Known};
use crate::reader::Reader;
use crate::{Desk, DeskError, Result, Who};

impl Desk {
    /// Imports records whole, then reviews. Nothing is stored when nothing is
    /// new.
    pub async fn import(
        &self,
        who: &Who,
        records: Records,
        sources: Vec<String>,
    ) -> Result<ImportReport> {
        who.may(Action::Import)?;
        let audit = vec![who.did(Action::Import, &[], &sources.join(", "))];
        self.take_in(who, records, sources, false, audit).await
    }

    /// Imports for whoever may: what people change by hand is an import too. It
    /// keeps a customer in the book no longer than the imports that brought it in.
    pub(crate) async fn take_in(
        &self,
        who: &Who,
        records: Records,
        sources: Vec<String>,
        by_hand: bool,
        audit: Vec<AuditLine>,
    ) -> Result<ImportReport> {
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        let based_on = Some(self.store.version(who.workspace).await?);
        let difference = self.reader(who.workspace).difference(records, who.today, by_hand).await?;
        let Difference { mut report, book, entries } = difference;
        if book.is_empty() && entries.is_empty() {
            report.review = self.catch_up(&used, who).await?;
            return Ok(report);
        }
        let info = ImportInfo {
            id: 0,
            at: who.at,
            by: who.name.clone(),
            sources,
            counts: report.counts,
            undone_at: None,
            by_hand,
        };
        let batch = Batch { info, book, entries, based_on, audit };
        report.import = Some(self.store.import(who.workspace, batch).await?);
        report.review = Some(self.review_change(&used, who).await?);
        Ok(report)
    }

    /// Every import, undone ones included, in order of number.
    pub async fn imports(&self, who: &Who) -> Result<Vec<ImportInfo>> {
        who.may(Action::SeeImports)?;
        Ok(self.store.imports(who.workspace).await?)
    }

    /// The import that undoing takes out: the one with this number, else the last one, where what
    /// came in files goes before what was changed by hand.
    pub async fn import_to_undo(&self, who: &Who, import: Option<ImportId>) -> Result<ImportInfo> {
        who.may(Action::UndoImport)?;
        let imports = self.store.imports(who.workspace).await?;
        let live = || imports.iter().rev().filter(|import| import.undone_at.is_none());
        let found = match import {
            Some(number) => live().find(|import| import.id == number),
            None => live().find(|import| !import.by_hand).or_else(|| live().next()),
        };
        match import {
            Some(number) if !imports.iter().any(|import| import.id == number) => {
                Err(StoreError::NoSuchImport(number).into())
            }
            _ => found.cloned().ok_or(DeskError::NothingToUndo),
        }
    }

    /// Undoes an import whole, then reviews. Unless one is named it is the last file
    /// that is not undone, and without those the last change by hand.
    pub async fn undo(
        &self,
        who: &Who,
        import: Option<ImportId>,
    ) -> Result<(ImportInfo, ReviewHeader)> {
        who.may(Action::UndoImport)?;
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        let import = match import {
            Some(import) => import,
            None => self.import_to_undo(who, None).await?.id,
        };
        let audit = [who.did(Action::UndoImport, &[], "")];
        let info = self.store.undo(who.workspace, import, who.at, &audit).await?;
        let review = self.review_change(&used, who).await?;
        Ok((info, review))
    }
}

impl Reader<'_> {
    /// What importing these records would change.
    pub(crate) async fn difference(
        &self,
        mut records: Records,
        today: Date,
        by_hand: bool,
    ) -> Result<Difference> {
        let ids = Ids::new(self.store.customer_ids(self.workspace).await?);
        let mut rejected = self.reject_erased(&mut records).await?;
        let mut called = Called::by(&records);
        let strangers = called.strangers(&ids);
        if !strangers.is_empty() {
            let named = self.named(&strangers, &records).await?;
            let doubtful = reject_doubtful(&mut records, &named);
            if !doubtful.is_empty() {
                rejected.extend(doubtful);
                called = Called::by(&records);
            }
            called.rename(&named);
        }
        let known = self.known(&called.known_numbers(&ids), &records).await?;
        if !by_hand {
            self.leave_out_repeated(&mut records.customers, &ids, &known).await?;
        }
        date_judgements(&mut records, today);
        let mut difference = Difference::of(records, &called.numbered(ids)?, &known);
        difference.report.rejected.extend(rejected);
        difference.report.rejected.sort_by_key(|row| (row.origin.file, row.origin.line));
        Ok(difference)
    }

    /// The ids of the customers that have what the rows call them as a name, by
    /// what they are called.
    async fn named(
        &self,
        strangers: &HashSet<SmolStr>,
        records: &Records,
    ) -> Result<HashMap<SmolStr, BTreeSet<SmolStr>>> {
        let mut holders: HashMap<String, BTreeSet<SmolStr>> =
            strangers.iter().map(|stranger| (fold(stranger), BTreeSet::new())).collect();
        let mut note = |name: Option<&String>, id: &SmolStr| {
            if let Some(holders) = name.and_then(|name| holders.get_mut(&fold(name))) {
                holders.insert(id.clone());
            }
        };
        for row in &records.customers {
            note(row.profile.name.as_ref(), &row.id);
        }
        for range in self.ranges().await? {
            for customer in self.store.customers(self.workspace, range).await? {
                note(customer.profile.name.as_ref(), &customer.id);
            }
        }
        let holders = |stranger: &SmolStr| holders.get(&fold(stranger)).cloned();
        let named =
            strangers.iter().filter_map(|stranger| Some((stranger.clone(), holders(stranger)?)));
        Ok(named.filter(|(_, holders)| !holders.is_empty()).collect())
    }

    /// What is known about the customers that the records name, and about the
    /// documents of everybody: a number can be another customer's.
    async fn known(&self, named: &HashSet<CustomerNo>, records: &Records) -> Result<Known> {
        let mut known = Known::default();
        for range in self.ranges().await? {
            for customer in self.store.customers(self.workspace, range.clone()).await? {
                if named.contains(&customer.no) {
                    known.profiles.insert(customer.no, customer.profile);
                }
            }
            if !records.entries.is_empty() {
                let ledger = self.store.ledger(self.workspace, range).await?;
                known
                    .entries
                    .extend(ledger.into_iter().map(|(no, keyed)| ((no, keyed.key), keyed.entry)));
            }
        }
        Ok(known)
    }
}

/// Takes out the rows that call a customer by a name that several have.
fn reject_doubtful(
    records: &mut Records,
    named: &HashMap<SmolStr, BTreeSet<SmolStr>>,
) -> Vec<Rejected> {
    let several = |called: &SmolStr| named.get(called).filter(|holders| holders.len() > 1);
    records.mentioned.retain(|row| several(&row.id).is_none());
    let doubtful = records.entries.extract_if(.., |row| several(&row.customer).is_some());
    doubtful
        .map(|row| {
            let holders = several(&row.customer).into_iter().flatten();
            let customers = holders.map(SmolStr::to_string).collect();
            let name = row.customer.to_string();
            Rejected::row(row.origin, Rejection::NameOfSeveral { name, customers })
        })
        .collect()
}

/// A judgement without a date is of today, so that it can expire.
fn date_judgements(records: &mut Records, today: Date) {
    for row in &mut records.customers {
        let judged = row.profile.fact(Fact::ManagerJudgement.id()).is_some();
        if judged && row.profile.judged_on.is_none() {
            row.profile.judged_on = Some(today);
        }
    }
}
