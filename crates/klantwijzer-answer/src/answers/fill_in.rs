//! What a person can fill in so that more is known of a customer.

use std::collections::{BTreeMap, HashMap};

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::facts::{Fact, Source};
use klantwijzer_core::manifest::Axis;
use klantwijzer_core::profile::{Criterion, criteria_behind, without_wish};
use klantwijzer_core::review::SectorRecord;
use klantwijzer_core::settings::IdealProfile;

use crate::body::FactName;
use crate::portfolio::Row;

/// How many missing facts an answer names.
const FILL_IN: usize = 4;

/// The profile facts that are unknown of a customer and would raise the
/// confidence in its potential, in the order of their weight.
pub(super) fn fill_in(row: &Row<'_>) -> Vec<FactName> {
    let Some(sector) = row.sector_record() else {
        return Vec::new();
    };
    let askable = Askable::new(row, sector);
    askable.gaps(row).into_iter().filter_map(|column| askable.name(column)).collect()
}

/// The facts of a sector that people can fill in, looked up once for all of its
/// customers.
struct Askable<'a> {
    sector: &'a SectorRecord,
    ideal: &'a IdealProfile,
    facts: Vec<AskableFact>,
}

/// A fact by its column with the sector and in the catalog, and the factors on
/// potential that it counts for, with their weights.
struct AskableFact {
    column: usize,
    known: Option<Fact>,
    in_catalog: Option<usize>,
    factors: Vec<(usize, f64)>,
}

impl<'a> Askable<'a> {
    fn new(row: &Row<'a>, sector: &'a SectorRecord) -> Self {
        let ideal = &row.settings().ideal;
        let by_hand = |id: &str| match Fact::from_id(id) {
            Some(fact) => fact.source() != Source::Ledger && without_wish(fact, ideal).is_none(),
            None => true,
        };
        let asked = sector.facts.iter().enumerate().filter(|(_, spec)| by_hand(&spec.id));
        let facts = asked
            .map(|(column, spec)| AskableFact {
                column,
                known: Fact::from_id(&spec.id),
                in_catalog: row.catalog_column(&spec.id),
                factors: sector
                    .factors_on(Axis::Potential)
                    .filter(|(_, factor)| factor.facts.contains(&spec.id))
                    .map(|(at, factor)| (at, factor.weight))
                    .collect(),
            })
            .collect();
        Self { sector, ideal, facts }
    }

    /// The columns of the facts that a customer lacks, the weightiest first.
    fn gaps(&self, row: &Row<'_>) -> Vec<usize> {
        let mut gaps: Vec<(f64, usize)> = Vec::new();
        for fact in &self.facts {
            if fact.in_catalog.is_some_and(|column| !row.fact_in(column).is_nan()) {
                continue;
            }
            if fact.known.is_some_and(|fact| waits_for_review(row, fact)) {
                continue;
            }
            let unknown = fact.factors.iter().filter(|(factor, _)| row.factor(*factor).is_nan());
            let weight: f64 = unknown.map(|(_, weight)| weight).sum();
            if weight > 0.0 {
                gaps.push((weight, fact.column));
            }
        }
        gaps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        gaps.into_iter().map(|(_, column)| column).collect()
    }

    fn name(&self, column: usize) -> Option<FactName> {
        let spec = self.sector.facts.get(column)?;
        Some(fact_to_fill_in(&spec.id, Some(spec.label.clone()), self.ideal))
    }
}

/// What a person fills in to make this fact known: the size for the fit of
/// size, the sector for the fit of sector.
pub(super) fn fact_to_fill_in(
    id: &str,
    label: Option<Bilingual>,
    ideal: &IdealProfile,
) -> FactName {
    let plain = |id: &str| FactName { id: id.into(), label: None };
    match Fact::from_id(id) {
        Some(Fact::SizeFit) if ideal.wishes(Criterion::Employees) => plain(Fact::Employees.id()),
        Some(Fact::SizeFit) => plain(Fact::CompanyRevenue.id()),
        Some(Fact::SectorFit) => plain("sector"),
        _ => FactName { id: id.into(), label },
    }
}

/// Whether an unknown fit is known as soon as there is a next review: the team
/// has come to wish something since the last one, and the customer has it.
pub(super) fn waits_for_review(row: &Row<'_>, fit: Fact) -> bool {
    let (traits, ideal) = (row.traits(), &row.settings().ideal);
    criteria_behind(fit).iter().any(|each| ideal.wishes(*each) && traits.know(*each))
}

/// How many customers lack a fact, and the sum of its places with them, by the
/// fact's column.
type Lacking = BTreeMap<usize, (usize, usize)>;

/// The facts that most of the customers lack; equals in order of their weight.
pub(super) fn missing_most<'r>(rows: impl IntoIterator<Item = &'r Row<'r>>) -> Vec<FactName> {
    let mut sectors: Vec<(Askable<'_>, Lacking)> = Vec::new();
    for row in rows {
        let Some(sector) = row.sector_record() else { continue };
        let found = sectors.iter().position(|(known, _)| std::ptr::eq(known.sector, sector));
        let at = found.unwrap_or_else(|| {
            sectors.push((Askable::new(row, sector), Lacking::new()));
            sectors.len() - 1
        });
        let Some((askable, lacking)) = sectors.get_mut(at) else { continue };
        for (place, column) in askable.gaps(row).into_iter().enumerate() {
            let (count, places) = lacking.entry(column).or_default();
            *count += 1;
            *places += place;
        }
    }
    let mut seen: HashMap<FactName, (usize, usize)> = HashMap::new();
    for (askable, lacking) in &sectors {
        for (column, (more, later)) in lacking {
            let Some(name) = askable.name(*column) else { continue };
            let (count, places) = seen.entry(name).or_default();
            *count += more;
            *places += later;
        }
    }
    let mut names: Vec<(FactName, (usize, usize))> = seen.into_iter().collect();
    names.sort_by(|(a, (many, early)), (b, (more, earlier))| {
        more.cmp(many).then((early * more).cmp(&(earlier * many))).then_with(|| a.id.cmp(&b.id))
    });
    names.into_iter().take(FILL_IN).map(|(name, _)| name).collect()
}
