//! Everything that a store says, in words that do not depend on how it is kept.

use klantwijzer_core::customer::{CustomerNo, Profile, Roles};
use klantwijzer_core::facts::Fact;
use klantwijzer_core::money::Money;
use klantwijzer_core::review::{Outage, ReviewChunk, ReviewHeader, Standing, TypeRecord, Unscored};
use klantwijzer_core::types::CustomerType;
use klantwijzer_core::workspace::WorkspaceId;
use klantwijzer_store::conformance::{headers, wait};
use klantwijzer_store::{AuditFilter, AuditLine, ImportInfo, Store, StoreError};
use serde_json::{Map, Value, json};

/// All workspaces with all that is known of them.
pub(crate) fn told(store: &dyn Store) -> Result<Value, StoreError> {
    let mut workspaces = Map::new();
    for (workspace, name) in wait(store.workspaces())? {
        let mut told = of_workspace(store, workspace)?;
        told["number"] = json!(workspace.get().to_string());
        workspaces.insert(name, told);
    }
    let deletions = wait(store.deletions())?;
    let deletions = deletions.iter().map(|(id, day)| json!([id.get().to_string(), day]));
    Ok(json!({ "workspaces": workspaces, "deletions": deletions.collect::<Vec<_>>() }))
}

fn of_workspace(store: &dyn Store, workspace: WorkspaceId) -> Result<Value, StoreError> {
    let everybody = 0..CustomerNo::MAX;
    let customers = wait(store.customers(workspace, everybody.clone()))?;
    let customers =
        customers.iter().map(|known| json!([known.no, known.id, of_profile(&known.profile)]));
    let ledger = wait(store.ledger(workspace, everybody))?;
    let ledger = ledger.iter().map(|(no, keyed)| {
        let entry = &keyed.entry;
        let money = |amount: Option<Money>| amount.map(Money::ten_thousandths);
        json!([
            no,
            keyed.key.0.to_string(),
            entry.kind,
            entry.date,
            entry.amount.ten_thousandths(),
            [money(entry.gross), money(entry.cost), money(entry.open)],
            [&entry.number, &entry.line, &entry.category],
            [entry.due, entry.paid_on],
        ])
    });
    let overrides = wait(store.overrides(workspace))?;
    let overrides = overrides.iter().map(|it| {
        json!([it.customer, it.customer_type.id(), it.reason, it.by, it.given_on, it.until])
    });
    let erased = wait(store.erased(workspace))?;
    let erased =
        erased.iter().map(|(no, it)| json!([no, it.pseudonym, it.at, it.salt, it.digests]));
    let mut reviews = Vec::new();
    for header in headers(store, workspace)? {
        let mut chunks = Vec::new();
        while let Some(chunk) = wait(store.review_chunk(workspace, header.id, chunks.len() as u32))?
        {
            chunks.push(of_chunk(&header, &chunk));
        }
        reviews.push(json!([of_header(&header), chunks]));
    }
    Ok(json!({
        "ids": wait(store.customer_ids(workspace))?,
        "next": wait(store.next_customer(workspace))?,
        "settings": wait(store.settings(workspace))?,
        "customers": customers.collect::<Vec<_>>(),
        "ledger": ledger.collect::<Vec<_>>(),
        "imports": wait(store.imports(workspace))?.iter().map(of_import).collect::<Vec<_>>(),
        "overrides": overrides.collect::<Vec<_>>(),
        "erased": erased.collect::<Vec<_>>(),
        "audit": wait(store.audit(workspace, &AuditFilter::default(), usize::MAX))?
            .iter().map(of_line).collect::<Vec<_>>(),
        "reviews": reviews,
    }))
}

fn of_profile(profile: &Profile) -> Value {
    let people = profile.people.iter().map(|person| {
        json!([person.name, person.role, person.email, person.phone, person.opted_out])
    });
    json!({
        "name": profile.name,
        "words": [&profile.sector, &profile.owner, &profile.parent, &profile.country, &profile.city, &profile.plugin],
        "roles": of_roles(profile.roles),
        "given_value": profile.given_value,
        "tags": profile.tags,
        "people": people.collect::<Vec<_>>(),
        "facts": profile.facts,
        "judged_on": profile.judged_on,
    })
}

fn of_roles(roles: Roles) -> Value {
    roles.iter().map(|role| json!(role)).collect()
}

fn of_import(info: &ImportInfo) -> Value {
    let counts = info.counts;
    json!({
        "id": info.id, "at": info.at, "by": info.by, "sources": info.sources,
        "counts": [counts.customers_added, counts.customers_changed, counts.entries_added, counts.entries_changed],
        "undone_at": info.undone_at, "by_hand": info.by_hand,
    })
}

fn of_line(line: &AuditLine) -> Value {
    json!([
        line.number,
        line.at,
        line.person,
        line.name,
        line.action.id(),
        line.customers,
        line.import,
        line.detail
    ])
}

fn of_header(header: &ReviewHeader) -> Value {
    let counts = CustomerType::ALL.iter().zip(header.counts);
    let sectors = header.sectors.iter().map(|sector| {
        let mut facts = Vec::new();
        for spec in &sector.facts {
            facts.push(json!([spec.id, spec.unit, spec.label, spec.required]));
        }
        let factors = sector.factors.iter().map(|factor| {
            json!([factor.id, factor.label, factor.axis, factor.weight, factor.facts])
        });
        let programme = sector.programme.iter().map(|(of, moments)| json!([of.id(), moments]));
        let mut told = json!({
            "id": sector.id, "version": sector.version, "customer": sector.customer,
            "never_say_no": sector.never_say_no, "customers": sector.customers,
            "facts": facts,
            "factors": factors.collect::<Vec<_>>(), "programme": programme.collect::<Vec<_>>(),
            "bars": [number(sector.high_value_from), number(sector.keep_value_from)],
            "failure": sector.outage.as_ref().map(of_outage),
        });
        // What earlier versions did not know, they do not tell.
        if let Some(claims) = &sector.claims {
            told["claims"] = json!([claims.sectors, claims.roles]);
            told["unscored"] = json!(sector.unscored);
        }
        told
    });
    let mut told = json!({
        "id": header.id, "as_of": header.as_of, "currency": header.currency,
        "sectors": sectors.collect::<Vec<_>>(), "thresholds": header.thresholds,
        "counts": counts.map(|(of, count)| json!([of.id(), count])).collect::<Vec<_>>(),
        "positive_value": number(header.positive_value), "changes": header.changes,
    });
    if header.basis != 0 {
        told["basis"] = json!(header.basis);
    }
    told
}

/// Every customer of a chunk. The host's own facts are read as the program reads
/// them, by [`Fact`], and the others by their ids.
fn of_chunk(header: &ReviewHeader, chunk: &ReviewChunk) -> Value {
    let rows = 0..chunk.standing.len();
    let row = |row: usize| {
        let fact = |id: &smol_str::SmolStr| {
            let value = match Fact::from_id(id) {
                Some(fact) => chunk.facts.fact(fact, row),
                None => chunk.facts.get(header.catalog.column(id)?, row),
            };
            (!value.is_nan()).then(|| (id.to_string(), json!(value)))
        };
        let facts: Map<String, Value> = header.catalog.ids().iter().filter_map(fact).collect();
        let sector = header.sectors.get(usize::from(chunk.sector[row]));
        let factors = (0..chunk.factors.width()).map(|at| number(chunk.factors.get(at, row)));
        json!({
            "facts": facts,
            "roles": of_roles(chunk.roles[row]),
            "sector": sector.map(|sector| &sector.id),
            "numbers": [number(chunk.value[row]), number(chunk.potential[row]), number(chunk.confidence[row].into())],
            "factors": factors.collect::<Vec<_>>(),
            "standing": of_standing(header, chunk.sector[row], chunk.standing[row]),
        })
    };
    rows.map(row).collect()
}

fn of_standing(header: &ReviewHeader, sector: u8, standing: Standing) -> Value {
    match standing {
        Standing::Absent => json!("absent"),
        Standing::NoMoney => json!("no money"),
        Standing::Unscored(Unscored::NoPlugin) => json!("no plugin"),
        Standing::Unscored(Unscored::PluginFailed) => json!("plugin failed"),
        Standing::Unscored(Unscored::NotFinite) => json!("not finite"),
        Standing::Unscored(Unscored::ValueUnknown) => json!("value unknown"),
        Standing::Unscored(Unscored::FactUnknown(at)) => {
            let facts = header.sectors.get(usize::from(sector)).map(|sector| &sector.facts);
            json!(["unknown", facts.and_then(|facts| facts.get(usize::from(at))).map(|it| &it.id)])
        }
        Standing::Typed(record) => of_type(record),
        Standing::Kept(kept) => json!(["kept", kept.scored_on, of_type(kept.record)]),
    }
}

fn of_type(record: TypeRecord) -> Value {
    json!([
        record.customer_type.id(),
        record.pending.map(|pending| json!([pending.to.id(), pending.since])),
        record.provisional.doubts().collect::<Vec<_>>(),
    ])
}

fn of_outage(outage: &Outage) -> Value {
    match outage {
        Outage::Missing => json!(["missing"]),
        Outage::Failed(words) => json!(words),
    }
}

fn number(number: f64) -> Value {
    if number.is_finite() { json!(number) } else { json!(number.to_string()) }
}
