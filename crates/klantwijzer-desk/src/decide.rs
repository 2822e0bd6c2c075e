//! What people decide: settings, definitions and overrides.

use jiff::tz::TimeZone;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::{AuditLine, StoreError, Version};
use smol_str::SmolStr;

use crate::basis::changed;
use crate::workspace::Workspace;
use crate::{Desk, DeskError, Snapshot, Who, definitions};

/// Settings that are to be kept.
struct NewSettings<'a> {
    /// The workspace's name.
    name: &'a str,
    settings: &'a Settings,
    /// What they are checked against.
    known: &'a Snapshot,
    /// The version that they were worked out from.
    based_on: Version,
    /// Who changed what.
    audit: AuditLine,
}

impl Desk {
    /// The settings of a workspace.
    pub async fn settings(&self, workspace: WorkspaceId, who: &Who) -> Result<Settings, DeskError> {
        who.may(Action::SeeSettings)?;
        self.reader(workspace).settings().await
    }

    /// Checks and keeps the settings of a workspace, then reviews by them. Its
    /// `name` stays the one that it was first given. `before` are the settings that
    /// the change was made in: where they changed meanwhile it is a
    /// [`StoreError::Conflict`].
    pub async fn save_settings(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        name: &str,
        before: &Settings,
        settings: &Settings,
    ) -> Result<(), DeskError> {
        who.may(Action::ChangeSettings)?;
        let used = self.workspace(workspace).await;
        let known = self.current(workspace, who).await?;
        let _writing = used.writing.lock().await;
        let based_on = self.store.version(workspace).await?;
        if self.reader(workspace).settings().await? != *before {
            return Err(StoreError::Conflict.into());
        }
        if settings.currency != before.currency && self.has_amounts(workspace).await? {
            return Err(DeskError::CurrencyInUse);
        }
        let audit = who.did(Action::ChangeSettings, &[], &changed(before, settings));
        let new = NewSettings { name, settings, known: &known, based_on, audit };
        self.keep_settings(workspace, &used, who, new).await
    }

    /// Whether amounts are kept, all in the currency of the settings.
    async fn has_amounts(&self, workspace: WorkspaceId) -> Result<bool, DeskError> {
        let imports = self.store.imports(workspace).await?;
        let live = imports.iter().filter(|import| import.undone_at.is_none());
        Ok(live
            .map(|import| import.counts)
            .any(|counts| counts.entries_added + counts.entries_changed > 0))
    }

    /// Whom a definition would count now, without keeping it.
    pub async fn try_definition(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        expression: &str,
    ) -> Result<Vec<CustomerNo>, DeskError> {
        who.may(Action::Ask)?;
        let snapshot = self.current(workspace, who).await?;
        definitions::check(expression, &snapshot.portfolio)?;
        Ok(definitions::counted(expression, &snapshot.portfolio))
    }

    /// Adds a definition of the team's own, or replaces it; without an
    /// expression takes it away.
    pub async fn change_definition(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        workspace_name: &str,
        name: &str,
        expression: Option<&str>,
    ) -> Result<(), DeskError> {
        who.may(Action::ChangeDefinitions)?;
        let used = self.workspace(workspace).await;
        let known = self.current(workspace, who).await?;
        let _writing = used.writing.lock().await;
        let based_on = self.store.version(workspace).await?;
        let mut settings = self.reader(workspace).settings().await?;
        match expression {
            Some(expression) => {
                settings.definitions.insert(SmolStr::new(name), expression.to_owned());
            }
            None if settings.definitions.remove(name).is_none() => {
                return Err(DeskError::NoSuchDefinition { name: name.to_owned() });
            }
            None => {}
        }
        let detail = match expression {
            Some(expression) => format!("{name}: {expression}"),
            None => name.to_owned(),
        };
        let audit = who.did(Action::ChangeDefinitions, &[], &detail);
        let (name, settings, known) = (workspace_name, &settings, &*known);
        let new = NewSettings { name, settings, known, based_on, audit };
        self.keep_settings(workspace, &used, who, new).await
    }

    /// Checks and keeps settings; the caller holds the workspace's lock.
    async fn keep_settings(
        &self,
        workspace: WorkspaceId,
        used: &Workspace,
        who: &Who,
        new: NewSettings<'_>,
    ) -> Result<(), DeskError> {
        let NewSettings { name, settings, known, based_on, audit } = new;
        check_numbers(settings)?;
        check_team(&settings.team)?;
        let kept = &known.portfolio.settings().definitions;
        for (name, expression) in &settings.definitions {
            if kept.get(name) != Some(expression) {
                definitions::check(expression, &known.portfolio)?;
            }
        }
        self.store.save_settings(workspace, name, settings, Some(based_on), &[audit]).await?;
        if known.portfolio.customers() == 0 {
            used.forget();
            return Ok(());
        }
        self.review_change(workspace, used, who.today).await?;
        Ok(())
    }

    /// Gives a customer a type by hand, with a reason and a last day.
    pub async fn set_override(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        decision: Override,
    ) -> Result<(), DeskError> {
        who.may(Action::Override)?;
        if decision.reason.trim().is_empty() || decision.until < decision.given_on {
            return Err(DeskError::BadOverride);
        }
        let snapshot = self.current(workspace, who).await?;
        let row = snapshot.portfolio.row(decision.customer).ok_or(DeskError::NoSuchCustomer)?;
        let detail = format!("{}: {}", decision.customer_type.id(), decision.reason);
        let audit = [who.did(Action::Override, &[row.id().into()], &detail)];
        let used = self.workspace(workspace).await;
        let _writing = used.writing.lock().await;
        self.store.set_override(workspace, &decision, &audit).await?;
        used.change(|portfolio| {
            let others = portfolio.overrides().values().cloned();
            portfolio.with_overrides(others.chain([decision]))
        });
        Ok(())
    }

    /// Takes an override away.
    pub async fn clear_override(
        &self,
        workspace: WorkspaceId,
        who: &Who,
        customer: CustomerNo,
    ) -> Result<(), DeskError> {
        who.may(Action::Override)?;
        let snapshot = self.current(workspace, who).await?;
        let row = snapshot.portfolio.row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let audit = [who.did(Action::Override, &[row.id().into()], "none")];
        let used = self.workspace(workspace).await;
        let _writing = used.writing.lock().await;
        self.store.clear_override(workspace, customer, &audit).await?;
        used.change(|portfolio| {
            let overrides = portfolio.overrides().values();
            portfolio.with_overrides(overrides.filter(|it| it.customer != customer).cloned())
        });
        Ok(())
    }
}

/// Checks that every number of the model lies where the rules make sense.
fn check_numbers(settings: &Settings) -> Result<(), DeskError> {
    let share = |number: f64| number > 0.0 && number <= 1.0;
    let points = |number: f64| (0.0..=100.0).contains(&number);
    let t = &settings.thresholds;
    keep_to([
        ("thresholds.high_value_share", share(t.high_value_share), "above 0 and at most 1"),
        (
            "thresholds.leave_value_share",
            share(t.leave_value_share) && t.leave_value_share >= t.high_value_share,
            "at least high_value_share and at most 1",
        ),
        ("thresholds.small_book_share", share(t.small_book_share), "above 0 and at most 1"),
        (
            "thresholds.leave_small_book_share",
            share(t.leave_small_book_share) && t.leave_small_book_share >= t.small_book_share,
            "at least small_book_share and at most 1",
        ),
        ("thresholds.high_potential", points(t.high_potential), "from 0 to 100"),
        (
            "thresholds.leave_potential",
            points(t.leave_potential) && t.leave_potential <= t.high_potential,
            "from 0 to high_potential",
        ),
        ("thresholds.confidence", (0.0..=1.0).contains(&t.confidence), "from 0 to 1"),
        ("thresholds.dependence", share(t.dependence), "above 0 and at most 1"),
        (
            "rates",
            settings.rates.iter().all(|rate| rate.rate.is_finite() && rate.rate > 0.0),
            "numbers above 0",
        ),
    ])
}

/// Checks that a team's settings can be worked with.
fn check_team(team: &Team) -> Result<(), DeskError> {
    TimeZone::get(&team.time_zone)
        .map_err(|_| DeskError::TimeZone { name: team.time_zone.to_string() })?;
    keep_to([
        ("team.allowed_channels", team.allowed_channels.len() <= 1000, "at most 1000 channels"),
        ("team.levels", team.levels.len() <= 1000, "at most 1000 roles"),
        ("team.allowed_channels", !team.allowed_channels.contains(&0), "channels that exist"),
        ("team.levels", !team.levels.contains_key(&0), "roles that exist"),
        ("team.audit_days", (30..=3660).contains(&team.audit_days), "from 30 to 3660"),
    ])
}

/// Fails by the first setting that is not in its range.
fn keep_to<const N: usize>(
    rules: [(&'static str, bool, &'static str); N],
) -> Result<(), DeskError> {
    match rules.into_iter().find(|(_, holds, _)| !holds) {
        Some((name, _, range)) => Err(DeskError::Setting { name, range }),
        None => Ok(()),
    }
}
