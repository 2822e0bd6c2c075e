//! What is stored, and how old the last review is.

use klantwijzer_answer::STALE_DAYS;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_desk::Who;
use klantwijzer_frontend::Program;
use klantwijzer_text::{Failure, render, say};

use super::Finding;

/// Reads everything of the workspace once, which finds what is damaged.
pub(super) fn stored(program: &Program) -> Result<Finding, Failure> {
    let texts = &program.texts;
    let (customers, imports) = read(program, program.workspace)?;
    Ok(Finding::fine(say!(
        texts,
        "doctor-store",
        folder = program.data.display().to_string(),
        customers = customers,
        imports = imports
    )))
}

/// Reads everything of every server once.
#[cfg(feature = "discord")]
pub(super) fn stored_for_servers(program: &Program) -> Result<Finding, Failure> {
    let texts = &program.texts;
    let known = program.wait(async { Ok(program.desk.store().workspaces().await?) })?;
    let (mut servers, mut customers) = (0_u32, 0_u64);
    for (workspace, _) in known.iter().filter(|(workspace, _)| workspace.is_guild()) {
        servers += 1;
        customers += u64::from(read(program, *workspace)?.0);
    }
    Ok(Finding::fine(say!(
        texts,
        "doctor-store-servers",
        folder = program.data.display().to_string(),
        servers = texts.count(servers),
        customers = texts.number(customers as f64)
    )))
}

/// The numbers of customers and of imports.
fn read(program: &Program, workspace: WorkspaceId) -> Result<(u32, usize), Failure> {
    let who = Who { workspace, ..program.who() };
    let portfolio = program.wait(program.desk.portfolio(&who))?;
    let imports = program.wait(program.desk.imports(&who))?;
    Ok((portfolio.customers(), imports.len()))
}

/// The last review of the workspace, and what a plugin did not score in it.
pub(super) fn reviewed(program: &Program) -> Result<Vec<Finding>, Failure> {
    let texts = &program.texts;
    let book = program.book()?;
    let Some(review) = book.portfolio().review() else {
        let empty = book.portfolio().customers() == 0;
        return Ok(vec![if empty {
            Finding::fine(say!(texts, "doctor-empty"))
        } else {
            Finding::wrong(say!(texts, "doctor-no-review"))
        }]);
    };
    let date = texts.date(review.as_of);
    let age = klantwijzer_core::period::days_between(review.as_of, program.today());
    let mut findings = vec![if age > STALE_DAYS {
        Finding::wrong(say!(texts, "doctor-old-review", date = date))
    } else {
        Finding::fine(say!(texts, "doctor-review", date = date))
    }];
    findings.extend(render::outages(review, texts).into_iter().map(Finding::wrong));
    Ok(findings)
}
