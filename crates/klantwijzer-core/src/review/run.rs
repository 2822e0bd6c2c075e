//! A review from drafted facts to recorded types.

use std::sync::Arc;

use crate::customer::CustomerNo;
use crate::facts::{Fact, FactCatalog, FactColumns};
use crate::manifest::FactorSpec;
use crate::review::classify::{Footing, ValueCut, classify};
use crate::review::draft::{ChunkDraft, Ground, complete};
use crate::review::plugins::{Plugin, Plugins};
use crate::review::record::{
    CHUNK, KeptType, NO_SECTOR, Outage, ReviewChunk, ReviewHeader, SectorRecord, Standing,
    TypeRecord, Unscored,
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

/// Chunk and row of a customer.
type Place = (usize, usize);

/// Everybody scored whose plugin could, before the types are given.
#[derive(Debug)]
pub struct Scored {
    header: ReviewHeader,
    chunks: Vec<ReviewChunk>,
    /// Those whose plugin is out and who have no score yet.
    lost: Vec<Place>,
}

/// Scores every customer. `plugins` are those of the ground's assignment.
pub fn score(ground: &Ground<'_>, plugins: &Plugins, mut drafts: Vec<ChunkDraft>) -> Scored {
    complete(&mut drafts);
    let recorded = |plugin: &Plugin| {
        let last = plugin.last.as_ref().map_or(0, |last| last.factors.len());
        plugin.record.factors.len().max(last)
    };
    let width = plugins.iter().map(recorded).max().unwrap_or(0);
    let mut chunks: Vec<ReviewChunk> =
        drafts.into_iter().map(|draft| unscored(draft, width)).collect();
    let mut records = Vec::new();
    let mut lost = Vec::new();
    for (index, plugin) in (0..NO_SECTOR).zip(plugins.iter()) {
        let places = places_of(index, &chunks);
        let mut record = plugin.record.clone();
        if let Some(sector) = &plugin.sector
            && let Err(failure) =
                Asked::new(sector.as_ref(), ground.catalog).score_all(&places, &mut chunks)
        {
            // The scores that its customers keep are by the factors of then.
            record = plugin.last.clone().unwrap_or(record);
            record.claims.clone_from(&plugin.record.claims);
            record.outage = Some(Outage::Failed(failure));
        }
        if let Some(outage) = &record.outage {
            let why = match outage {
                Outage::Missing => Unscored::NoPlugin,
                Outage::Failed(_) => Unscored::PluginFailed,
            };
            for (at, row) in &places {
                chunks[*at].forget_score(*row);
                chunks[*at].standing[*row] = Standing::Unscored(why);
            }
            lost.extend(places);
        }
        records.push(record);
    }
    let header = ReviewHeader {
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
    Scored { header, chunks, lost }
}

impl Scored {
    /// Whether the plugin of somebody is out, and no score of before was found.
    pub fn looks_for_scores(&self) -> bool {
        !self.lost.is_empty()
    }

    /// Gives those whose plugin is out the scores that an earlier review has of
    /// them by the same plugin. The reviews come from the newest back.
    pub fn keep_scores_of(&mut self, review: &ReviewHeader, chunks: &[Arc<ReviewChunk>]) {
        let Self { header, chunks: own, lost } = self;
        let columns: Vec<Option<Vec<Option<usize>>>> =
            review.sectors.iter().map(|theirs| columns_in(theirs, &header.sectors)).collect();
        lost.retain(|(at, row)| {
            let (at, row) = (*at, *row);
            let found = || {
                let theirs = chunks.get(at)?;
                let sector = usize::from(*theirs.sector.get(row)?);
                let mine = header.sectors.get(usize::from(own[at].sector[row]))?;
                let same = review.sectors.get(sector)?.id == mine.id;
                let kept = match *theirs.standing.get(row)? {
                    Standing::Typed(record) => KeptType { record, scored_on: review.as_of },
                    Standing::Kept(kept) => kept,
                    Standing::Absent | Standing::NoMoney | Standing::Unscored(_) => return None,
                };
                same.then_some((theirs, columns.get(sector)?.as_ref()?, kept))
            };
            let Some((theirs, columns, kept)) = found() else { return true };
            let mine = &mut own[at];
            mine.standing[row] = Standing::Kept(kept);
            mine.value[row] = theirs.value.get(row).copied().unwrap_or(f64::NAN);
            mine.potential[row] = theirs.potential.get(row).copied().unwrap_or(f64::NAN);
            mine.confidence[row] = theirs.confidence.get(row).copied().unwrap_or(0.0);
            for (column, before) in columns.iter().enumerate() {
                let points = before.map_or(f64::NAN, |before| theirs.factors.get(before, row));
                mine.factors.set(column, row, points);
            }
            false
        });
    }

    /// Gives the types. `earlier` gives a customer's type at the last review of an
    /// earlier day.
    pub fn classified(self, earlier: &dyn Fn(CustomerNo) -> Option<TypeRecord>) -> Review {
        let Self { mut header, mut chunks, .. } = self;
        give_types(&mut header, &mut chunks, earlier);
        Review { header, chunks }
    }
}

/// For each factor of the plugin as it is recorded now, its column at another
/// review; `None` where it has no place among those of now.
fn columns_in(theirs: &SectorRecord, now: &[SectorRecord]) -> Option<Vec<Option<usize>>> {
    let mine = now.iter().find(|record| record.id == theirs.id)?;
    let column = |factor: &FactorSpec| theirs.factors.iter().position(|it| it.id == factor.id);
    Some(mine.factors.iter().map(column).collect())
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

/// The customers that a plugin is to score.
fn places_of(index: u8, chunks: &[ReviewChunk]) -> Vec<Place> {
    let all = chunks.iter().enumerate().flat_map(|(at, chunk)| {
        let mine = move |row: &usize| {
            chunk.sector[*row] == index && matches!(chunk.standing[*row], Standing::Unscored(_))
        };
        (0..CHUNK).filter(mine).map(move |row| (at, row))
    });
    all.collect()
}

/// A plugin that is asked for scores, and where the facts that it reads stand.
struct Asked<'a> {
    sector: &'a dyn Sector,
    columns: Vec<Option<usize>>,
}

impl<'a> Asked<'a> {
    fn new(sector: &'a dyn Sector, catalog: &FactCatalog) -> Self {
        let facts = sector.manifest().facts.iter();
        Self { sector, columns: facts.map(|fact| catalog.column(&fact.id)).collect() }
    }

    /// Has it score its customers, or says why it could not. Where it fails for some
    /// the others would be held against a bar that is made without those, so then it
    /// is out for all.
    fn score_all(&self, places: &[Place], chunks: &mut [ReviewChunk]) -> Result<(), String> {
        for batch in places.chunks(BATCH) {
            let scored =
                self.sector.score(batch.len(), &mut |facts| self.fill(facts, batch, chunks));
            let given = scored.map_err(|problem| problem.to_string())?;
            self.keep(&given, batch, chunks);
        }
        Ok(())
    }

    fn fill(&self, facts: &mut [&mut [f64]], batch: &[Place], chunks: &[ReviewChunk]) {
        for (target, column) in facts.iter_mut().zip(&self.columns) {
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
    fn keep(&self, given: &Scores, batch: &[Place], chunks: &mut [ReviewChunk]) {
        let cell = |column: &[f64], at: usize| column.get(at).copied().unwrap_or(f64::NAN);
        let (values, potentials) = (given.value(), given.potential());
        let confidences = given.confidence();
        for (place, (at, row)) in batch.iter().enumerate() {
            let chunk = &mut chunks[*at];
            let value = cell(values, place);
            if !value.is_finite() {
                chunk.standing[*row] = Standing::Unscored(self.why_unscored(chunk, *row, value));
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

    /// A required fact that is unknown explains a missing value; NaN without that is
    /// how a plugin says that it has nothing to go by.
    fn why_unscored(&self, chunk: &ReviewChunk, row: usize, value: f64) -> Unscored {
        let unknown = |column: &Option<usize>| {
            column.is_none_or(|column| chunk.facts.get(column, row).is_nan())
        };
        let mut facts = self.sector.manifest().facts.iter().zip(&self.columns);
        match facts.position(|(fact, column)| fact.required && unknown(column)) {
            Some(column) if value.is_nan() => Unscored::FactUnknown(column as u8),
            None if value.is_nan() => Unscored::ValueUnknown,
            _ => Unscored::NotFinite,
        }
    }
}

fn give_types(
    header: &mut ReviewHeader,
    chunks: &mut [ReviewChunk],
    earlier: &dyn Fn(CustomerNo) -> Option<TypeRecord>,
) {
    for (index, sector) in (0..NO_SECTOR).zip(header.sectors.iter_mut()) {
        // The bar of a plugin that is out stays that of the scores that are kept.
        if sector.outage.is_none() {
            let cut = ValueCut::of(values_of(chunks, index), &header.thresholds);
            (sector.high_value_from, sector.keep_value_from) = (cut.high_from, cut.keep_from);
        }
        (sector.customers, sector.unscored) = (0, 0);
    }
    for (at, chunk) in chunks.iter_mut().enumerate() {
        for row in 0..CHUNK {
            let index = usize::from(chunk.sector[row]);
            let Some(sector) = header.sectors.get_mut(index) else { continue };
            let value = chunk.value[row];
            let customer_type = match chunk.standing[row] {
                Standing::Absent | Standing::NoMoney => continue,
                Standing::Unscored(_) => {
                    sector.unscored += 1;
                    continue;
                }
                Standing::Kept(kept) => kept.record.customer_type,
                Standing::Typed(_) => {
                    let potential = chunk.potential[row];
                    let before = earlier((at * CHUNK + row) as CustomerNo);
                    let before = before.as_ref();
                    let (thresholds, as_of) = (&header.thresholds, header.as_of);
                    let (high_from, keep_from) = (sector.high_value_from, sector.keep_value_from);
                    let cut = ValueCut { high_from, keep_from };
                    let (customer_type, pending) =
                        classify(value, potential, cut, thresholds, before, as_of);
                    let provisional = footing(chunk, row).doubts(thresholds);
                    let record = TypeRecord { customer_type, pending, provisional };
                    chunk.standing[row] = Standing::Typed(record);
                    customer_type
                }
            };
            sector.customers += 1;
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
