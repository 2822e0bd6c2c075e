//! Facts that compare a customer with its sector peers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use smol_str::SmolStr;

use crate::facts::{Fact, FactColumns};

/// Fewer peers than this in a sector say little: then all customers of the same
/// sector plugin are the peers.
const FEWEST_PEERS: usize = 5;

/// A category counts as bought by the sector when at least this share of the
/// peers bought it ...
const BOUGHT_BY_SHARE: f64 = 0.05;

/// ... and at least this many of them.
const BOUGHT_BY_PEERS: usize = 2;

/// A customer among its peers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Peer {
    /// The chunk that it lies in.
    pub(crate) chunk: usize,
    /// Its row there.
    pub(crate) row: usize,
    /// The sector plugin that scores it.
    pub(crate) plugin: u8,
    /// Its sector, folded; empty when unknown.
    pub(crate) sector: SmolStr,
    /// The categories bought in twelve months.
    pub(crate) categories: Vec<SmolStr>,
}

/// Fills in [`Fact::RelativeSize`] and [`Fact::CategoryHeadroom`] for every
/// peer. The order of the peers does not matter.
pub(crate) fn fill_peer_facts(chunks: &mut [&mut FactColumns], peers: &[Peer]) {
    let mut by_plugin: BTreeMap<u8, Vec<&Peer>> = BTreeMap::new();
    let mut by_sector: BTreeMap<(u8, &str), Vec<&Peer>> = BTreeMap::new();
    for peer in peers {
        by_plugin.entry(peer.plugin).or_default().push(peer);
        if !peer.sector.is_empty() {
            by_sector.entry((peer.plugin, &peer.sector)).or_default().push(peer);
        }
    }
    for group in by_plugin.values() {
        fill_group(chunks, group);
    }
    for group in by_sector.values().filter(|group| group.len() >= FEWEST_PEERS) {
        fill_group(chunks, group);
    }
}

fn fill_group(chunks: &mut [&mut FactColumns], group: &[&Peer]) {
    let sizes = Sizes::of(chunks, group);
    let sold = categories_sold(group);
    for peer in group {
        let Some(facts) = chunks.get_mut(peer.chunk) else {
            continue;
        };
        let size = sizes.percentile(facts.fact(Fact::Income12m, peer.row));
        facts.set(Fact::RelativeSize.column(), peer.row, size);
        let known = !facts.fact(Fact::Categories12m, peer.row).is_nan();
        if known && !sold.is_empty() {
            let bought = peer.categories.iter().filter(|category| sold.contains(*category));
            let headroom = 1.0 - bought.count() as f64 / sold.len() as f64;
            facts.set(Fact::CategoryHeadroom.column(), peer.row, headroom);
        }
    }
}

/// The known incomes of a group, in order.
struct Sizes(Vec<f64>);

impl Sizes {
    fn of(chunks: &[&mut FactColumns], group: &[&Peer]) -> Self {
        let income = |peer: &&Peer| {
            chunks.get(peer.chunk).map_or(f64::NAN, |facts| facts.fact(Fact::Income12m, peer.row))
        };
        let mut sizes: Vec<f64> = group.iter().map(income).filter(|size| !size.is_nan()).collect();
        sizes.sort_by(f64::total_cmp);
        Self(sizes)
    }

    /// Share of the others that are smaller, equals counting half; NaN when the
    /// size is unknown or there are no others.
    fn percentile(&self, size: f64) -> f64 {
        if size.is_nan() || self.0.len() < 2 {
            return f64::NAN;
        }
        let smaller = self.0.partition_point(|other| *other < size);
        let not_larger = self.0.partition_point(|other| *other <= size);
        let equal_others = (not_larger - smaller).saturating_sub(1);
        (smaller as f64 + equal_others as f64 / 2.0) / (self.0.len() - 1) as f64
    }
}

/// The categories that the group as a whole buys.
fn categories_sold<'a>(group: &[&'a Peer]) -> BTreeSet<&'a SmolStr> {
    let buyers = group.iter().filter(|peer| !peer.categories.is_empty()).count();
    let share = (BOUGHT_BY_SHARE * buyers as f64).ceil();
    let bought = |peers: usize| peers >= BOUGHT_BY_PEERS && peers as f64 >= share;
    let mut bought_by: HashMap<&SmolStr, usize> = HashMap::new();
    for category in group.iter().flat_map(|peer| &peer.categories) {
        *bought_by.entry(category).or_default() += 1;
    }
    bought_by
        .into_iter()
        .filter(|(_, peers)| bought(*peers))
        .map(|(category, _)| category)
        .collect()
}
