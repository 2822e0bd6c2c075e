//! A plugin in process: value is the revenue of a year, potential is known of nobody.
#![allow(clippy::expect_used, reason = "a test fails loudly")]

use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::scorer::{Failed, Fill, Scores, Sector, SectorFailure};

pub(crate) struct Plain {
    manifest: Manifest,
    /// Whether it fails whenever it is to score.
    fails: bool,
}

impl Plain {
    /// A plugin that claims these sectors.
    pub(crate) fn new(id: &str, sectors: &[&str]) -> Self {
        let mut manifest: Manifest = serde_json::from_str(MANIFEST).expect("a manifest");
        manifest.id = id.into();
        manifest.sectors = sectors.iter().map(|name| (*name).to_owned()).collect();
        Self { manifest, fails: false }
    }

    /// One that fails whenever it is to score.
    pub(crate) fn failing(id: &str, sectors: &[&str]) -> Self {
        Self { fails: true, ..Self::new(id, sectors) }
    }
}

impl Sector for Plain {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn score(&self, rows: usize, fill: Fill<'_>) -> Result<Scores, SectorFailure> {
        if self.fails {
            let plugin = self.manifest.id.to_string();
            return Err(SectorFailure { plugin, how: Failed::Crashed });
        }
        let mut revenue = vec![f64::NAN; rows];
        fill(&mut [revenue.as_mut_slice()]);
        let unknown = || vec![f64::NAN; rows];
        let columns = vec![revenue.clone(), unknown(), vec![0.0; rows], revenue, unknown()];
        Ok(Scores::new(columns, 2))
    }
}

const MANIFEST: &str = r#"{
  "id": "x", "version": "1.0.0", "name": { "en": "Plain", "nl": "Gewoon" }, "sectors": [],
  "customer": { "one": { "en": "customer", "nl": "klant" },
                "many": { "en": "customers", "nl": "klanten" } },
  "facts": [
    { "id": "net_revenue_12m", "unit": "money", "label": { "en": "revenue", "nl": "omzet" } } ],
  "factors": [
    { "id": "revenue", "axis": "value", "label": { "en": "revenue", "nl": "omzet" } },
    { "id": "room", "axis": "potential", "weight": 1, "label": { "en": "room", "nl": "ruimte" } } ],
  "examples": { "high_value_from": 1, "cases": [
    { "name": "one", "facts": { "net_revenue_12m": 5 }, "type": "large" } ] }
}"#;
