//! What a file only says again, while people have said something else since.

use std::collections::{HashMap, HashSet};

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::facts::Fact;
use klantwijzer_core::records::CustomerRow;
use klantwijzer_store::ImportId;

use crate::Result;
use crate::called::Ids;
use crate::difference::Known;
use crate::reader::Reader;

impl Reader<'_> {
    /// Sees to it that an owner and a judgement that files stated before are no news
    /// when a file states them again: they do not undo what somebody said by hand
    /// since, nor begin the year of a judgement anew.
    pub(crate) async fn leave_out_repeated(
        &self,
        rows: &mut [CustomerRow],
        ids: &Ids,
        known: &Known,
    ) -> Result<()> {
        let imports = self.store.imports(self.workspace).await?;
        let by_hand: HashSet<ImportId> =
            imports.iter().filter(|import| import.by_hand).map(|import| import.id).collect();
        let mut in_files: HashMap<CustomerNo, Said> = HashMap::new();
        for row in rows {
            let Some(no) = ids.number(&row.id) else { continue };
            let Some(now) = known.profiles.get(&no) else { continue };
            let told = Said::of(&row.profile);
            let before = if by_hand.is_empty() || told == Said::of(now) {
                Said::of(now)
            } else if let Some(said) = in_files.get(&no) {
                said.clone()
            } else {
                let said = self.said_in_files(no, &by_hand).await?;
                in_files.entry(no).or_insert(said).clone()
            };
            told.leave_out(&before, now, &mut row.profile);
        }
        Ok(())
    }

    async fn said_in_files(
        &self,
        customer: CustomerNo,
        by_hand: &HashSet<ImportId>,
    ) -> Result<Said> {
        let records = self.store.records_of(self.workspace, customer).await?;
        let files = || records.iter().filter(|records| !by_hand.contains(&records.import));
        let mut profile = Profile::default();
        files().for_each(|records| profile.update(&records.mentioned));
        files().for_each(|records| profile.update(&records.stated));
        Ok(Said::of(&profile))
    }
}

/// What both files and people say of a customer.
#[derive(Clone, PartialEq)]
struct Said {
    owner: Option<smol_str::SmolStr>,
    judgement: Option<f64>,
}

impl Said {
    fn of(profile: &Profile) -> Self {
        Self { owner: profile.owner.clone(), judgement: profile.fact(Fact::ManagerJudgement.id()) }
    }

    /// Takes out of a row that says this what was said before and is no longer so. A
    /// judgement with a day of its own is another one.
    fn leave_out(&self, before: &Self, now: &Profile, row: &mut Profile) {
        let since = Self::of(now);
        if self.owner == before.owner && self.owner != since.owner {
            row.owner = None;
        }
        if self.judgement != before.judgement || row.judged_on.is_some() {
            return;
        }
        if self.judgement == since.judgement {
            row.judged_on = now.judged_on;
        } else {
            row.facts.retain(|(id, _)| id != Fact::ManagerJudgement.id());
        }
    }
}
