//! What is held about a customer, and erasing it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use klantwijzer_answer::body::HistoryPoint;
use klantwijzer_core::access::Action;
use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::known;
use klantwijzer_core::ledger::Entry;
use klantwijzer_core::records::{Origin, Records, Rejected, Rejection};
use klantwijzer_core::review::Override;
use klantwijzer_core::settings::Settings;
use klantwijzer_core::text::fold;
use klantwijzer_store::mentions::{Mentions, TextKind};
use klantwijzer_store::{AuditFilter, AuditLine, CustomerRecords, Erased, Erasure, ImportInfo};
use serde::Serialize;
use smol_str::{SmolStr, format_smolstr};

use crate::mentions::Naming;
use crate::reader::Reader;
use crate::{Desk, DeskError, Result, Who};

/// All that is held about a customer.
#[derive(Debug, Clone, Serialize)]
pub struct Held {
    /// The outside id.
    pub id: SmolStr,
    /// The name.
    pub name: String,
    /// What all imports together say.
    pub profile: Profile,
    /// What each import says, with the files that it came from.
    pub records: Vec<HeldRecords>,
    /// What the last review knows of it, by fact.
    pub facts: BTreeMap<SmolStr, f64>,
    /// What every review made of it, the oldest first.
    pub scores: Vec<HistoryPoint>,
    /// The type that somebody gave it by hand.
    pub given_type: Option<Override>,
    /// Who did what to it or looked at it, the last first.
    pub audit: Vec<AuditLine>,
}

/// What one import says of a customer.
#[derive(Debug, Clone, Serialize)]
pub struct HeldRecords {
    /// The import, with its files.
    pub import: ImportInfo,
    /// What a customer row stated.
    pub stated: Profile,
    /// What other rows mentioned in passing.
    pub mentioned: Profile,
    /// The entries, in order of date.
    pub entries: Vec<Entry>,
}

impl Desk {
    /// All that is held about a customer, to hand over to it. That it was goes on
    /// record.
    pub async fn held(&self, who: &Who, customer: CustomerNo) -> Result<Held> {
        who.may(Action::Export)?;
        let snapshot = self.current(who).await?;
        let portfolio = &snapshot.portfolio;
        let row = portfolio.row(customer).ok_or(DeskError::NoSuchCustomer)?;
        let id = SmolStr::new(row.id());
        let audit = [who.did(Action::Export, std::slice::from_ref(&id), "all that is held")];
        self.store.note(who.workspace, &audit).await?;
        let reader = self.reader(who.workspace);
        let mut profile = self.store.customers(who.workspace, customer..customer + 1).await?;
        let imports = self.store.imports(who.workspace).await?;
        let records = self.store.records_of(who.workspace, customer).await?;
        let with_import = |records: CustomerRecords| {
            let import = imports.iter().find(|info| info.id == records.import)?.clone();
            let CustomerRecords { stated, mentioned, entries, .. } = records;
            let entries = entries.into_iter().map(|keyed| keyed.entry).collect();
            Some(HeldRecords { import, stated, mentioned, entries })
        };
        let filter = AuditFilter { customer: Some(id.clone()), ..AuditFilter::default() };
        let catalog = portfolio.review().map(|review| review.catalog.clone()).unwrap_or_default();
        let fact = |id: &SmolStr| Some((id.clone(), known(row.fact_by_id(id))?));
        let overrides = self.store.overrides(who.workspace).await?;
        Ok(Held {
            name: row.name().to_owned(),
            profile: profile.pop().map(|known| known.profile).unwrap_or_default(),
            records: records.into_iter().filter_map(with_import).collect(),
            facts: catalog.ids().iter().filter_map(fact).collect(),
            scores: reader.history(customer, Date::MAX).await?,
            given_type: overrides.into_iter().find(|given| given.customer == customer),
            audit: self.store.audit(who.workspace, &filter, usize::MAX).await?,
            id,
        })
    }

    /// Erases a customer from everything, and keeps its rows from coming back
    /// with the next file. Returns the pseudonym that stands in its place.
    pub async fn erase(&self, who: &Who, customer: CustomerNo) -> Result<SmolStr> {
        who.may(Action::Erase)?;
        let snapshot = self.current(who).await?;
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        let based_on = Some(self.store.version(who.workspace).await?);
        // Whoever is in undone imports alone is in no book, and kept all the same.
        let id = if let Some(row) = snapshot.portfolio.row(customer) {
            SmolStr::new(row.id())
        } else {
            let ids = self.store.customer_ids(who.workspace).await?;
            ids.into_iter().nth(customer as usize).ok_or(DeskError::NoSuchCustomer)?
        };
        let kept = self.store.erased(who.workspace).await?;
        let salt = kept.first().map_or_else(new_salt, |(_, before)| Ok(before.salt))?;
        let pseudonym = pseudonym(&salt, &id);
        let reader = self.reader(who.workspace);
        let Naming { names, mentions } = reader.naming(customer, &id, pseudonym.clone()).await?;
        let calls = names.iter().map(String::as_str).chain([id.as_str()]);
        let digests: BTreeSet<[u8; 32]> = calls.map(|call| digest(&salt, call)).collect();
        let settings = without_mentions(&mentions, &reader.settings().await?);
        let audit = [who.did(Action::Erase, std::slice::from_ref(&pseudonym), "")];
        let digests = digests.into_iter().collect();
        let erased = Erased { pseudonym: pseudonym.clone(), at: who.at, salt, digests };
        let erasure = Erasure { customer, mentions, erased, based_on };
        self.store.erase(who.workspace, &erasure, settings.as_ref(), &audit).await?;
        // What was in memory holds the customer still.
        used.forget();
        self.review_change(&used, who).await?;
        Ok(pseudonym)
    }

    /// The number of whoever ever had an outside id, also in undone imports alone.
    pub async fn number_of(&self, who: &Who, id: &str) -> Result<Option<CustomerNo>> {
        who.may(Action::Erase)?;
        let ids = self.store.customer_ids(who.workspace).await?;
        Ok((0..).zip(&ids).find(|(_, known)| *known == id).map(|(no, _)| no))
    }

    /// Lets an erased customer come back with the next file, by the id or a name
    /// that it had. Returns the pseudonym that stood in its place.
    pub async fn lift_erasure(&self, who: &Who, called: &str) -> Result<SmolStr> {
        who.may(Action::Erase)?;
        let used = self.workspace(who.workspace).await;
        let _writing = used.writing.lock().await;
        let kept = self.store.erased(who.workspace).await?;
        let calls = |erased: &Erased| erased.digests.contains(&digest(&erased.salt, called));
        let mut found = None;
        for (customer, erased) in kept.into_iter().filter(|(_, erased)| calls(erased)) {
            let pseudonym = erased.pseudonym.clone();
            let audit = [who.did(Action::Erase, std::slice::from_ref(&pseudonym), "lifted")];
            let erased = Erased { digests: Vec::new(), ..erased };
            let mentions = Mentions::default();
            let erasure = Erasure { customer, mentions, erased, based_on: None };
            self.store.erase(who.workspace, &erasure, None, &audit).await?;
            found = Some(pseudonym);
        }
        found.ok_or(DeskError::NotErased)
    }
}

impl Reader<'_> {
    /// Takes the rows of erased customers out of what is to be imported, and
    /// themselves out of what is said of others, as parent or contact person.
    pub(crate) async fn reject_erased(&self, records: &mut Records) -> Result<Vec<Rejected>> {
        let Some(known) = Calls::of(self.store.erased(self.workspace).await?) else {
            return Ok(Vec::new());
        };
        let ids = records.customers.iter().chain(&records.mentioned).map(|row| &row.id);
        let ids: BTreeSet<&SmolStr> =
            ids.chain(records.entries.iter().map(|row| &row.customer)).collect();
        let by_id = ids.into_iter().filter(|id| known.pseudonym(id).is_some());
        // Under another id it is still the same one, as far as anybody can tell.
        let by_name = records.customers.iter().chain(&records.mentioned).filter(|row| {
            let name = row.profile.name.as_deref();
            name.is_some_and(|name| known.pseudonym(name).is_some())
        });
        let gone: BTreeSet<SmolStr> = by_id.chain(by_name.map(|row| &row.id)).cloned().collect();
        let mut rejected = Vec::new();
        let mut reject = |origin: Origin| rejected.push(Rejected::row(origin, Rejection::Erased));
        for row in records.customers.extract_if(.., |row| gone.contains(&row.id)) {
            reject(row.origin);
        }
        for row in records.entries.extract_if(.., |row| gone.contains(&row.customer)) {
            reject(row.origin);
        }
        // What is mentioned belongs to a row of entries, which is counted there.
        records.mentioned.retain(|row| !gone.contains(&row.id));
        for row in records.customers.iter_mut().chain(&mut records.mentioned) {
            if let Some(parent) = &mut row.profile.parent
                && let Some(pseudonym) = known.pseudonym(parent)
            {
                parent.clone_from(pseudonym);
            }
            row.profile.people.retain(|person| known.pseudonym(&person.name).is_none());
        }
        Ok(rejected)
    }
}

/// What erased customers can be called, as far as it can still be told.
struct Calls {
    salt: [u8; 32],
    pseudonyms: BTreeMap<[u8; 32], SmolStr>,
}

impl Calls {
    /// `None` where nobody was erased.
    fn of(erased: Vec<(CustomerNo, Erased)>) -> Option<Self> {
        let salt = erased.first()?.1.salt;
        let mut pseudonyms = BTreeMap::new();
        for (_, Erased { pseudonym, digests, .. }) in erased {
            pseudonyms.extend(digests.into_iter().map(|digest| (digest, pseudonym.clone())));
        }
        Some(Self { salt, pseudonyms })
    }

    /// What stands in the place of an erased customer that is called so.
    fn pseudonym(&self, called: &str) -> Option<&SmolStr> {
        self.pseudonyms.get(&digest(&self.salt, called))
    }
}

fn new_salt() -> Result<[u8; 32]> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|error| DeskError::NoRandomness(error.to_string()))?;
    Ok(salt)
}

/// What is kept of an id or a name: it tells whether another one is the same.
fn digest(salt: &[u8; 32], called: &str) -> [u8; 32] {
    *blake3::keyed_hash(salt, fold(called.trim()).as_bytes()).as_bytes()
}

fn pseudonym(salt: &[u8; 32], id: &str) -> SmolStr {
    let hash = blake3::keyed_hash(salt, format!("pseudonym of {id}").as_bytes());
    let hex = hash.to_hex();
    format_smolstr!("erased-{}", hex.get(..12).unwrap_or_default())
}

/// The settings without mentions of somebody; `None` where there are none. A
/// definition that compares with a mention goes whole: it is about that customer.
fn without_mentions(mentions: &Mentions, settings: &Settings) -> Option<Settings> {
    let mut clean = settings.clone();
    let is_named = |text: &str| mentions.without(text, TextKind::Free).is_some();
    clean.definitions.clear();
    for (name, expression) in settings.definitions.clone() {
        let mut kept = name.clone();
        mentions.blot(&mut kept, TextKind::Free);
        let is_default =
            matches!(&clean.default_definition, Definition::Own { name: own } if *own == name);
        if literals(&expression).any(is_named) {
            if is_default {
                clean.default_definition = Settings::default().default_definition;
            }
            continue;
        }
        if is_default {
            clean.default_definition = Definition::Own { name: kept.clone() };
        }
        clean.definitions.insert(kept, expression);
    }
    for sector in &mut clean.ideal.sectors {
        mentions.blot(sector, TextKind::Value);
    }
    for config in clean.plugin_config.values_mut() {
        mentions.blot(config, TextKind::Value);
    }
    for moment in clean.programme.values_mut().flatten() {
        if let Some(label) = &mut moment.label {
            mentions.blot(&mut label.en, TextKind::Free);
            mentions.blot(&mut label.nl, TextKind::Free);
        }
    }
    (clean != *settings).then_some(clean)
}

/// The texts in quotes of an expression. Its names are those of facts.
fn literals(expression: &str) -> impl Iterator<Item = &str> {
    let mut rest = expression;
    std::iter::from_fn(move || {
        let start = rest.find(['"', '\''])?;
        let quote = rest[start..].chars().next()?;
        let inside = &rest[start + 1..];
        let end = inside.find(quote).unwrap_or(inside.len());
        rest = inside.get(end + 1..).unwrap_or_default();
        Some(&inside[..end])
    })
}
