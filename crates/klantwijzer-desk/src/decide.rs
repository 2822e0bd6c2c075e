//! What people decide: settings, definitions and overrides.

use jiff::tz::TimeZone;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::team::Team;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::StoreError;
use smol_str::SmolStr;

use crate::basis::changed;
use crate::{Desk, DeskError, Result, Who, definitions};

impl Desk {
    /// The settings of a workspace.
    pub async fn settings(&self, who: &Who) -> Result<Settings> {
        who.may(Action::SeeSettings)?;
        self.reader(who.workspace).settings().await
    }

    /// Checks and keeps the settings of a workspace, then reviews by them. Its
    /// `name` stays the one that it was first given. `before` are the settings that
    /// the change was made in: where they changed meanwhile it is a
    /// [`StoreError::Conflict`].
    pub async fn save_settings(
        &self,
        who: &Who,
        name: &str,
        before: &Settings,
        settings: &Settings,
    ) -> Result<()> {
        who.may(Action::ChangeSettings)?;
        let change = |now: Settings| {
            if now != *before {
                return Err(StoreError::Conflict.into());
            }
            Ok((settings.clone(), changed(before, settings)))
        };
        self.change_settings(who, name, Action::ChangeSettings, change).await
    }

    /// Whether amounts are kept, all in the currency of the settings.
    async fn has_amounts(&self, workspace: WorkspaceId) -> Result<bool> {
        let imports = self.store.imports(workspace).await?;
        let live = imports.iter().filter(|import| import.undone_at.is_none());
        Ok(live
            .map(|import| import.counts)
            .any(|counts| counts.entries_added + counts.entries_changed > 0))
    }

    /// Whom a definition would count now, without keeping it.
    pub async fn try_definition(&self, who: &Who, expression: &str) -> Result<Vec<CustomerNo>> {
        who.may(Action::Ask)?;
        let snapshot = self.current(who).await?;
        definitions::check(expression, &snapshot.portfolio)?;
        Ok(definitions::counted(expression, &snapshot.portfolio))
    }

    /// Adds a definition of the team's own, or replaces it; without an
    /// expression takes it away.
    pub async fn change_definition(
        &self,
        who: &Who,
        workspace_name: &str,
        name: &str,
        expression: Option<&str>,
    ) -> Result<()> {
        who.may(Action::ChangeDefinitions)?;
        let change = |mut settings: Settings| {
            let detail = match expression {
                Some(expression) => {
                    settings.definitions.insert(SmolStr::new(name), expression.to_owned());
                    format!("{name}: {expression}")
                }
                None if settings.definitions.remove(name).is_none() => {
                    return Err(DeskError::NoSuchDefinition(name.to_owned()));
                }
                None => name.to_owned(),
            };
            Ok((settings, detail))
        };
        self.change_settings(who, workspace_name, Action::ChangeDefinitions, change).await
    }

    /// Checks and keeps what a change makes of the settings, with what the audit is to
    /// say of it, then reviews by them.
    async fn change_settings(
        &self,
        who: &Who,
        name: &str,
        action: Action,
        change: impl FnOnce(Settings) -> Result<(Settings, String)>,
    ) -> Result<()> {
        let used = self.workspace(who.workspace).await;
        let known = self.current(who).await?;
        let _writing = used.writing.lock().await;
        let based_on = Some(self.store.version(who.workspace).await?);
        let before = self.reader(who.workspace).settings().await?;
        let currency = before.currency.clone();
        let (settings, detail) = change(before)?;
        if settings.currency != currency && self.has_amounts(who.workspace).await? {
            return Err(DeskError::CurrencyInUse);
        }
        check_numbers(&settings)?;
        check_team(&settings.team)?;
        let kept = &known.portfolio.settings().definitions;
        for (name, expression) in &settings.definitions {
            if kept.get(name) != Some(expression) {
                definitions::check(expression, &known.portfolio)?;
            }
        }
        let audit = [who.did(action, &[], &detail)];
        self.store.save_settings(who.workspace, name, &settings, based_on, &audit).await?;
        if known.portfolio.customers() == 0 {
            used.forget();
            return Ok(());
        }
        self.review_change(&used, who).await?;
        Ok(())
    }

    /// Gives a customer a type by hand, with a reason and a last day.
    pub async fn set_override(&self, who: &Who, decision: Override) -> Result<()> {
        who.may(Action::Override)?;
        if decision.reason.trim().is_empty() {
            return Err(DeskError::BadOverride);
        }
        if decision.until < decision.given_on {
            return Err(DeskError::DayPassed);
        }
        self.change_override(who, decision.customer, Some(decision)).await
    }

    /// Takes an override away.
    pub async fn clear_override(&self, who: &Who, customer: CustomerNo) -> Result<()> {
        who.may(Action::Override)?;
        self.change_override(who, customer, None).await
    }

    async fn change_override(
        &self,
        who: &Who,
        customer: CustomerNo,
        decision: Option<Override>,
    ) -> Result<()> {
        let snapshot = self.current(who).await?;
        let row = snapshot.portfolio.row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let detail = match &decision {
            Some(decision) => format!("{}: {}", decision.customer_type.id(), decision.reason),
            None => "none".to_owned(),
        };
        let audit = [who.did(Action::Override, &[row.id().into()], &detail)];
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        match &decision {
            Some(decision) => self.store.set_override(who.workspace, decision, &audit).await?,
            None => self.store.clear_override(who.workspace, customer, &audit).await?,
        }
        used.change(|portfolio| {
            let overrides = portfolio.overrides().values();
            let others = overrides.filter(|given| given.customer != customer).cloned();
            portfolio.with_overrides(others.chain(decision))
        });
        Ok(())
    }
}

/// Checks that every number of the model lies where the rules make sense.
fn check_numbers(settings: &Settings) -> Result<()> {
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
fn check_team(team: &Team) -> Result<()> {
    TimeZone::get(&team.time_zone).map_err(|_| DeskError::TimeZone(team.time_zone.to_string()))?;
    keep_to([
        ("team.allowed_channels", team.allowed_channels.len() <= 1000, "at most 1000 channels"),
        ("team.levels", team.levels.len() <= 1000, "at most 1000 roles"),
        ("team.allowed_channels", !team.allowed_channels.contains(&0), "channels that exist"),
        ("team.levels", !team.levels.contains_key(&0), "roles that exist"),
        ("team.audit_days", (30..=3660).contains(&team.audit_days), "from 30 to 3660"),
    ])
}

/// Fails by the first setting that is not in its range.
fn keep_to<const N: usize>(rules: [(&'static str, bool, &'static str); N]) -> Result<()> {
    match rules.into_iter().find(|(_, holds, _)| !holds) {
        Some((name, _, range)) => Err(DeskError::Setting { name, range }),
        None => Ok(()),
    }
}
