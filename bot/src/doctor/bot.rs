//! What the Discord bot needs: its configuration, its token, and what it may do in
//! the servers that let it in.

use std::collections::BTreeMap;
use std::path::Path;

use klantwijzer_discord::{Config, Received, Token, visit};
use klantwijzer_frontend::{Place, plugins};
use klantwijzer_text::{Failure, Texts, say};

use super::{Finding, book, loaded, time_zones};
use crate::wiring;

/// The most servers that are told by name.
const NAMED: usize = 20;

/// What is wrong with one part keeps no other from being looked at, but for the
/// configuration: without it, nobody knows where to look.
pub(super) fn findings(
    place: &Place,
    file: &Path,
    texts: &'static Texts,
) -> Result<Vec<Finding>, Failure> {
    let mut findings = vec![time_zones(texts)];
    let config = match Config::load(Some(file), texts) {
        Ok(config) => config,
        Err(failure) => {
            findings.insert(0, Finding::failure(&failure));
            return Ok(findings);
        }
    };
    let file = file.display().to_string();
    findings.insert(0, Finding::fine(say!(texts, "doctor-config", file = file)));
    findings.extend(config.log_filter(texts).err().as_ref().map(Finding::failure));
    findings.extend(config.listen(texts).err().as_ref().map(Finding::failure));
    findings.extend(data_and_plugins(place, &config, texts)?);
    let received = Token::find(&config, texts).and_then(|token| {
        findings.push(Finding::fine(say!(texts, "doctor-token")));
        visit(&config, &token, texts)
    });
    match received {
        Ok(received) => findings.extend(in_discord(&received, texts)),
        Err(failure) => findings.push(Finding::failure(&failure)),
    }
    Ok(findings)
}

/// The data and the plugins. A bot that runs has its data to itself.
fn data_and_plugins(
    place: &Place,
    config: &Config,
    texts: &'static Texts,
) -> Result<Vec<Finding>, Failure> {
    let place = config.place(place);
    match wiring::at_terminal(&place, texts) {
        Ok(program) => {
            let stored = book::stored_for_servers(&program);
            let mut findings = vec![stored.unwrap_or_else(|failure| Finding::failure(&failure))];
            findings.extend(loaded(program.desk.manifests(), &program.problems, texts));
            Ok(findings)
        }
        Err(failure) => {
            let read = plugins::load(&place.plugins_folder(), &BTreeMap::new(), texts)?;
            let mut findings = vec![not_opened(&place.data_folder(texts)?, &failure, texts)];
            let manifests = read.sectors.iter().map(|sector| sector.manifest());
            findings.extend(loaded(manifests, &read.problems, texts));
            Ok(findings)
        }
    }
}

fn not_opened(data: &Path, failure: &Failure, texts: &Texts) -> Finding {
    if failure.code == "in-use" {
        let folder = data.display().to_string();
        return Finding::fine(say!(texts, "doctor-in-use", folder = folder));
    }
    Finding::failure(failure)
}

fn in_discord(received: &Received, texts: &Texts) -> Vec<Finding> {
    let name = received.name.clone();
    let mut findings = vec![Finding::fine(say!(texts, "doctor-accepted", name = name))];
    findings.push(Finding::fine(if received.hears_too_much {
        say!(texts, "doctor-hears-too-much")
    } else {
        say!(texts, "doctor-intents")
    }));
    let link = received.invitation.clone();
    if received.servers.is_empty() {
        findings.push(Finding::wrong(say!(texts, "doctor-no-servers", link = link)));
        return findings;
    }
    let (fine, lacking): (Vec<_>, Vec<_>) =
        received.servers.iter().partition(|server| server.missing.is_empty());
    if !fine.is_empty() {
        let names: Vec<String> =
            fine.iter().take(NAMED).map(|server| server.name.clone()).collect();
        let text = say!(texts, "doctor-servers", n = fine.len(), servers = texts.and(&names));
        findings.push(Finding::fine(text));
    }
    for server in lacking.iter().take(NAMED) {
        let missing: Vec<String> = server.missing.iter().map(|name| say!(texts, name)).collect();
        findings.push(Finding::wrong(say!(
            texts,
            "doctor-server-lacks",
            server = server.name.clone(),
            permissions = texts.and(&missing),
            link = link.clone()
        )));
    }
    let more = lacking.len().saturating_sub(NAMED);
    if more > 0 {
        findings.push(Finding::wrong(say!(texts, "doctor-more-servers-lack", n = more)));
    }
    findings
}
