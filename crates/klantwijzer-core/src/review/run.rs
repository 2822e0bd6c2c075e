//! A review from drafted facts to recorded types.

use std::sync::Arc;

use crate::customer::CustomerNo;
use crate::facts::{Fact, FactCatalog, FactColumns};
use crate::manifest::Manifest;
use crate::review::classify::{Footing, ValueCut, classify};
use crate::review::draft::{ChunkDraft, Ground, complete};
use crate::review::record::{
    CHUNK, NO_SECTOR, ReviewChunk, ReviewHeader, SectorRecord, Standing, TypeRecord, Unscored,
};
use crate::scorer::{Scores, Sector};

/// The most customers that a plugin is given at once.
const BATCH: usize = 1 << 16;

/// A review that is worked out and not recorded yet.
#[derive(Debug, Clone)]
pub struct Review {
    /// What holds for it as a whole; its id is 0.
    pub header: ReviewHeader,
    /// Its chunks, from 0 on.
    pub chunks: Vec<ReviewChunk>,
}

/// Scores and classifies every customer. `sectors` are the plugins in the order
/// of the ground's assignment; `earlier` gives a customer's type at the last
/// review of an earlier day.
pub fn review(
    ground: &Ground<'_>,
    sectors: &[Arc<dyn Sector>],
    mut drafts: Vec<ChunkDraft>,
    earlier: &dyn Fn(CustomerNo) -> Option<TypeRecord>,
) -> Review {
    complete(&mut drafts);
    let width = sectors.iter().map(|s| s.manifest().factors.len()).max().unwrap_or(0);
    let mut chunks: Vec<ReviewChunk> =
        drafts.into_iter().map(|draft| unscored(draft, width)).collect();
    let mut records = Vec::new();
    for (index, sector) in (0..NO_SECTOR).zip(sectors) {
        let failure = score(sector.as_ref(), index, ground.catalog, &mut chunks);
        records.push(record(sector.manifest(), failure));
    }
    let mut header = ReviewHeader {
        id: 0,
        as_of: ground.as_of,
        currency: ground.settings.currency.clone(),
        catalog: ground.catalog.clone(),
        sectors: records,
        thresholds: ground.settings.thresholds.clone(),
        counts: [0; 4],
        positive_value: 0.0,
        changes: 0,
        basis: 0,
    };
    give_types(&mut header, &mut chunks, earlier);
    Review { header, chunks }
}

fn unscored(draft: ChunkDraft, width: usize) -> ReviewChunk {
    let standing = |row: usize| match (draft.present[row], draft.roles[row].can_bring_money()) {
        (false, _) => Standing::Absent,
        (true, false) => Standing::NoMoney,
        (true, true) => Standing::Unscored(Unscored::NoPlugin),
    };
    ReviewChunk {
        standing: (0..CHUNK).map(standing).collect(),
        roles: draft.roles,
        facts: draft.facts,
        sector: draft.sector,
        value: vec![f64::NAN; CHUNK],
        potential: vec![f64::NAN; CHUNK],
        confidence: vec![0.0; CHUNK],
        factors: FactColumns::unknown(CHUNK, width),
    }
}

fn record(manifest: &Manifest, failure: Option<String>) -> SectorRecord {
    SectorRecord {
        id: manifest.id.clone(),
        version: manifest.version.clone(),
        customer: manifest.customer.clone(),
        never_say_no: manifest.never_say_no,
        facts: manifest.facts.clone(),
        factors: manifest.factors.clone(),
        programme: manifest.programme.clone(),
        customers: 0,
        high_value_from: f64::INFINITY,
        keep_value_from: f64::INFINITY,
        failure,
    }
}

/// Has a plugin score its customers; returns why it could not.
fn score(
    sector: &dyn Sector,
    index: u8,
    catalog: &FactCatalog,
    chunks: &mut [ReviewChunk],
) -> Option<String> {
    let manifest = sector.manifest();
    let columns: Vec<Option<usize>> =
        manifest.facts.iter().map(|fact| catalog.column(&fact.id)).collect();
    let mut failure = None;
    let places: Vec<(usize, usize)> = chunks
        .iter()
        .enumerate()
        .flat_map(|(at, chunk)| {
            let mine = move |row: &usize| {
                chunk.sector[*row] == index && matches!(chunk.standing[*row], Standing::Unscored(_))
            };
            (0..CHUNK).filter(mine).map(move |row| (at, row))
        })
        .collect();
    for batch in places.chunks(BATCH) {
        let scored = sector.score(batch.len(), &mut |facts| {
            fill(facts, &columns, batch, chunks);
        });
        match scored {
            Ok(given) => keep(&given, manifest, &columns, batch, chunks),
            Err(problem) => {
                for (at, row) in batch {
                    chunks[*at].standing[*row] = Standing::Unscored(Unscored::PluginFailed);
                }
                failure = Some(problem.to_string());
            }
        }
    }
    failure
}

fn fill(
    facts: &mut [&mut [f64]],
    columns: &[Option<usize>],
    batch: &[(usize, usize)],
    chunks: &[ReviewChunk],
) {
    for (target, column) in facts.iter_mut().zip(columns) {
        let Some(column) = *column else {
            target.fill(f64::NAN);
            continue;
        };
        for (cell, (at, row)) in target.iter_mut().zip(batch) {
            *cell = chunks[*at].facts.get(column, *row);
        }
    }
}

/// Keeps a plugin's scores. They are hostile: what is not finite or out of
/// range is not believed.
fn keep(
    given: &Scores,
    manifest: &Manifest,
    columns: &[Option<usize>],
    batch: &[(usize, usize)],
    chunks: &mut [ReviewChunk],
) {
    let cell = |column: &[f64], at: usize| column.get(at).copied().unwrap_or(f64::NAN);
    let (values, potentials) = (given.value(), given.potential());
    let confidences = given.confidence();
    for (place, (at, row)) in batch.iter().enumerate() {
        let chunk = &mut chunks[*at];
        let value = cell(values, place);
        if !value.is_finite() {
            chunk.standing[*row] =
                Standing::Unscored(why_unscored(manifest, columns, chunk, *row, value));
            continue;
        }
        let confidence = cell(confidences, place);
        chunk.value[*row] = value;
        let potential = cell(potentials, place);
        // What is no number is not known; NaN is what stands for that.
        let potential = if potential.is_finite() { potential } else { f64::NAN };
        chunk.potential[*row] = potential.clamp(0.0, 100.0);
        chunk.confidence[*row] =
            if confidence.is_finite() { confidence.clamp(0.0, 1.0) as f32 } else { 0.0 };
        chunk.standing[*row] = Standing::Typed(TypeRecord::UNDECIDED);
    }
    for (factor, column) in given.factors().enumerate() {
        for (number, (at, row)) in column.iter().zip(batch) {
            chunks[*at].factors.set(factor, *row, *number);
        }
    }
}

/// A required fact that is unknown explains a missing value; else the plugin
/// gave something that is no number.
fn why_unscored(
    manifest: &Manifest,
    columns: &[Option<usize>],
    chunk: &ReviewChunk,
    row: usize,
    value: f64,
) -> Unscored {
    let unknown =
        |column: &Option<usize>| column.is_none_or(|column| chunk.facts.get(column, row).is_nan());
    let facts = manifest.facts.iter().zip(columns);
    let missing = facts.map(|(fact, column)| fact.required && unknown(column)).position(|is| is);
    match missing {
        Some(column) if value.is_nan() => Unscored::FactUnknown(column as u8),
        _ => Unscored::NotFinite,
    }
}

fn give_types(
    header: &mut ReviewHeader,
    chunks: &mut [ReviewChunk],
    earlier: &dyn Fn(CustomerNo) -> Option<TypeRecord>,
) {
    let mut cuts = Vec::new();
    for (index, sector) in (0..NO_SECTOR).zip(header.sectors.iter_mut()) {
        let values = values_of(chunks, index);
        sector.customers = values.len() as u32;
        let cut = ValueCut::of(values, &header.thresholds);
        sector.high_value_from = cut.high_from;
        sector.keep_value_from = cut.keep_from;
        cuts.push(cut);
    }
    for (at, chunk) in chunks.iter_mut().enumerate() {
        for row in 0..CHUNK {
            if !matches!(chunk.standing[row], Standing::Typed(_)) {
                continue;
            }
            let Some(cut) = cuts.get(usize::from(chunk.sector[row])) else {
                continue;
            };
            let (value, potential) = (chunk.value[row], chunk.potential[row]);
            let before = earlier((at * CHUNK + row) as CustomerNo);
            let (customer_type, pending) =
                classify(value, potential, *cut, &header.thresholds, before.as_ref(), header.as_of);
            let provisional = footing(chunk, row).doubts(&header.thresholds);
            chunk.standing[row] =
                Standing::Typed(TypeRecord { customer_type, pending, provisional });
            header.counts[customer_type as usize] += 1;
            header.positive_value += value.max(0.0);
        }
    }
}

fn values_of(chunks: &[ReviewChunk], sector: u8) -> Vec<f64> {
    let typed = |chunk: &ReviewChunk, row: usize| {
        chunk.sector[row] == sector && matches!(chunk.standing[row], Standing::Typed(_))
    };
    chunks
        .iter()
        .flat_map(|chunk| (0..CHUNK).filter(|row| typed(chunk, *row)).map(|row| chunk.value[row]))
        .collect()
}

/// How firm a type is. A customer whose ledger is not in the book can still
/// have its age and number of gifts stated in its profile.
fn footing(chunk: &ReviewChunk, row: usize) -> Footing {
    let first_known = |facts: &[Fact]| {
        let mut numbers = facts.iter().map(|fact| chunk.facts.fact(*fact, row));
        numbers.find(|number| !number.is_nan()).unwrap_or(f64::NAN)
    };
    let stated = [Fact::GiftCountTotal, Fact::GiftCount24m];
    let counted = chunk.facts.fact(Fact::IncomesTotal, row);
    let incomes = first_known(&stated).max(counted);
    Footing {
        potential: chunk.potential[row],
        confidence: f64::from(chunk.confidence[row]),
        days_since_first: first_known(&[
            Fact::DaysSinceFirstIncome,
            Fact::DaysSinceFirstInvoice,
            Fact::DaysSinceFirstGift,
        ]),
        incomes,
    }
}
