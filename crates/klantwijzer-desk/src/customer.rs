//! What people change about customers by hand, as an import of its own.

use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::facts::Fact;
use klantwijzer_core::records::{CustomerRow, Origin, Records};
use smol_str::SmolStr;

use crate::{Desk, DeskError, ImportReport, Result, Who};

/// The most customers in one line of the audit.
const LINE: usize = 1000;

/// The highest grade of a judgement.
const BEST_GRADE: u8 = 10;

impl Desk {
    /// Records the account manager's judgement of a customer's potential, 0 to
    /// 10, as of today. `what` is what the list of imports calls it.
    pub async fn judge(
        &self,
        who: &Who,
        customer: CustomerNo,
        grade: u8,
        what: &str,
    ) -> Result<ImportReport> {
        who.may(Action::Judge)?;
        if grade > BEST_GRADE {
            return Err(DeskError::BadJudgement);
        }
        let profile = Profile {
            facts: vec![(SmolStr::new_static(Fact::ManagerJudgement.id()), f64::from(grade))],
            judged_on: Some(who.today),
            ..Profile::default()
        };
        self.state(who, Action::Judge, &[customer], &profile, what).await
    }

    /// Says who looks after these customers. `what` is what the list of imports
    /// calls it.
    pub async fn assign_owner(
        &self,
        who: &Who,
        customers: &[CustomerNo],
        owner: &str,
        what: &str,
    ) -> Result<ImportReport> {
        who.may(Action::AssignOwner)?;
        let owner = owner.trim();
        if owner.is_empty() {
            return Err(DeskError::NoOwner);
        }
        let profile = Profile { owner: Some(SmolStr::new(owner)), ..Profile::default() };
        self.state(who, Action::AssignOwner, customers, &profile, what).await
    }

    /// States the same of several customers.
    async fn state(
        &self,
        who: &Who,
        action: Action,
        customers: &[CustomerNo],
        profile: &Profile,
        what: &str,
    ) -> Result<ImportReport> {
        let snapshot = self.current(who).await?;
        let stated = |customer: &CustomerNo| {
            let row = snapshot.portfolio.row(*customer).ok_or(DeskError::NoSuchCustomer)?;
            let id = SmolStr::new(row.id());
            Ok(CustomerRow { id, profile: profile.clone(), origin: Origin::default() })
        };
        let customers = customers.iter().map(stated).collect::<Result<Vec<_>>>()?;
        let ids: Vec<SmolStr> = customers.iter().map(|row| row.id.clone()).collect();
        let detail = profile.owner.as_deref().unwrap_or_default();
        let audit = ids.chunks(LINE).map(|ids| who.did(action, ids, detail)).collect();
        let records = Records { customers, ..Records::default() };
        self.take_in(who, records, vec![what.to_owned()], true, audit).await
    }
}
