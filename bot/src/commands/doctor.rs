//! Whether everything is in order, and what to do where it is not.

use serde_json::json;

use crate::commands::{Output, plugin};
use crate::failure::Failure;
use crate::office::Office;
use crate::render::Page;
use crate::text::say;

/// Days after which a review is called old.
const STALE_DAYS: i64 = 31;

/// One thing that was looked at.
struct Finding {
    fine: bool,
    text: String,
}

/// Looks at the store, the plugins and the book.
pub(crate) fn doctor(office: &Office) -> Result<Output, Failure> {
    let mut findings = store(office)?;
    findings.extend(plugins(office));
    findings.extend(book(office)?);
    let texts = &office.texts;
    let wrong = findings.iter().filter(|finding| !finding.fine).count();
    let lead = if wrong == 0 {
        say!(texts, "doctor-fine")
    } else {
        say!(texts, "doctor-wrong", n = wrong)
    };
    let mut page = Page::new(lead);
    let marked = |finding: &Finding| {
        let mark = if finding.fine { "✓" } else { "✗" };
        format!("{mark} {}", finding.text)
    };
    page.bullets(findings.iter().map(marked));
    let json = json!({
        "healthy": wrong == 0,
        "findings": findings
            .iter()
            .map(|finding| json!({ "fine": finding.fine, "text": finding.text }))
            .collect::<Vec<_>>(),
    });
    Ok(Output { failed: wrong > 0, ..Output::new(page, json) })
}

/// Reads everything that is stored once, which finds what is damaged.
fn store(office: &Office) -> Result<Vec<Finding>, Failure> {
    let texts = &office.texts;
    let snapshot = office.snapshot()?;
    let imports = office.wait(office.desk.imports(office.workspace, &office.who()))?;
    let folder = office.data.display().to_string();
    let customers = texts.count(snapshot.portfolio.customers());
    let text = say!(
        texts,
        "doctor-store",
        folder = folder,
        customers = customers,
        imports = texts.number(imports.len() as f64)
    );
    Ok(vec![Finding { fine: true, text }])
}

fn plugins(office: &Office) -> Vec<Finding> {
    let texts = &office.texts;
    let ids: Vec<String> = office
        .desk
        .manifests()
        .map(|manifest| format!("{} {}", manifest.id, manifest.version))
        .collect();
    let mut findings = Vec::new();
    if !ids.is_empty() {
        let text = say!(texts, "doctor-plugins", plugins = texts.and(&ids));
        findings.push(Finding { fine: true, text });
    }
    for problem in office.problems.iter() {
        findings.push(Finding { fine: false, text: plugin::worded(problem, texts) });
    }
    findings
}

fn book(office: &Office) -> Result<Vec<Finding>, Failure> {
    let texts = &office.texts;
    let snapshot = office.snapshot()?;
    let Some(review) = snapshot.portfolio.review() else {
        let fine = snapshot.portfolio.customers() == 0;
        let id = if fine { "doctor-empty" } else { "doctor-no-review" };
        return Ok(vec![Finding { fine, text: say!(texts, id) }]);
    };
    let age = klantwijzer_core::period::days_between(review.as_of, office.today());
    let date = texts.date(review.as_of);
    let id = if age > STALE_DAYS { "doctor-old-review" } else { "doctor-review" };
    let mut findings =
        vec![Finding { fine: age <= STALE_DAYS, text: say!(texts, id, date = date) }];
    for sector in &review.sectors {
        if let Some(why) = &sector.failure {
            let plugin = sector.id.to_string();
            let text = say!(texts, "review-failure", plugin = plugin, why = why.clone());
            findings.push(Finding { fine: false, text });
        }
    }
    Ok(findings)
}
