//! What is stored, and how old the last review is.

use klantwijzer_core::workspace::WorkspaceId;

use super::Finding;
use crate::failure::Failure;
use crate::office::Office;
use crate::render;
use crate::text::say;

/// Days after which a review is called old.
const STALE_DAYS: i64 = 31;

/// Reads everything of the workspace once, which finds what is damaged.
pub(super) fn stored(office: &Office) -> Result<Finding, Failure> {
    let texts = &office.texts;
    let (customers, imports) = read(office, office.workspace)?;
    Ok(Finding::fine(say!(
        texts,
        "doctor-store",
        folder = office.data.display().to_string(),
        customers = customers,
        imports = imports
    )))
}

/// Reads everything of every server once.
pub(super) fn stored_for_servers(office: &Office) -> Result<Finding, Failure> {
    let texts = &office.texts;
    let known = office.wait(async { Ok(office.desk.store().workspaces().await?) })?;
    let (mut servers, mut customers) = (0_u32, 0_u64);
    for (workspace, _) in known.iter().filter(|(workspace, _)| workspace.is_guild()) {
        servers += 1;
        customers += u64::from(read(office, *workspace)?.0);
    }
    Ok(Finding::fine(say!(
        texts,
        "doctor-store-servers",
        folder = office.data.display().to_string(),
        servers = texts.count(servers),
        customers = texts.number(customers as f64)
    )))
}

/// The numbers of customers and of imports.
fn read(office: &Office, workspace: WorkspaceId) -> Result<(u32, usize), Failure> {
    let who = office.who();
    let portfolio = office.wait(office.desk.portfolio(workspace, &who))?;
    let imports = office.wait(office.desk.imports(workspace, &who))?;
    Ok((portfolio.customers(), imports.len()))
}

/// The last review of the workspace, and what a plugin did not score in it.
pub(super) fn reviewed(office: &Office) -> Result<Vec<Finding>, Failure> {
    let texts = &office.texts;
    let snapshot = office.snapshot()?;
    let Some(review) = snapshot.portfolio.review() else {
        let empty = snapshot.portfolio.customers() == 0;
        return Ok(vec![if empty {
            Finding::fine(say!(texts, "doctor-empty"))
        } else {
            Finding::wrong(say!(texts, "doctor-no-review"))
        }]);
    };
    let date = texts.date(review.as_of);
    let age = klantwijzer_core::period::days_between(review.as_of, office.today());
    let mut findings = vec![if age > STALE_DAYS {
        Finding::wrong(say!(texts, "doctor-old-review", date = date))
    } else {
        Finding::fine(say!(texts, "doctor-review", date = date))
    }];
    findings.extend(render::outages(review, texts).into_iter().map(Finding::wrong));
    Ok(findings)
}
