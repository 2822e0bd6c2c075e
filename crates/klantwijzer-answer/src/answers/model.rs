//! How the model works, and how contact is kept.

use jiff::civil::Date;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::manifest::Axis;
use klantwijzer_core::programme::{ContactMoment, standard_programme};
use klantwijzer_core::review::SectorRecord;
use klantwijzer_core::types::CustomerType;
use smol_str::SmolStr;

use super::scope::{Scope, first_by};
use crate::body::{Answer, Body, Help, ModelExplanation, Programme, SectorFactors, TypeProgramme};
use crate::portfolio::Row;
use crate::query::Topic;

impl Scope<'_> {
    pub(super) fn explain_model(self, topic: Topic) -> Answer {
        let settings = self.portfolio.settings();
        let explanation = ModelExplanation {
            topic,
            thresholds: settings.thresholds.clone(),
            signs: settings.no_signs.clone(),
            ideal: settings.ideal.clone(),
            counts: self.of_each_type(),
            sectors: self.sectors_in_use().map(sector_factors).collect(),
        };
        self.answer(Body::Model(explanation), Vec::new())
    }

    /// What a person can ask, with customers of the book to ask it about.
    pub(super) fn help(self) -> Answer {
        let best = |fits: &dyn Fn(&Row<'_>) -> bool| {
            let rows = self.portfolio.rows().filter(|row| fits(row)).collect();
            first_by(rows, 1, Row::value).into_iter().next()
        };
        let typed = |row: &Row<'_>| self.type_of(row);
        let not_strategic =
            |row: &Row<'_>| typed(row).is_some_and(|found| found != CustomerType::Strategic);
        let age = self.known(Fact::DaysSinceLastInvoice).map(|(age, _)| age);
        let newest = age.min_by(f64::total_cmp).and_then(|age| self.day_before(age));
        let help = Help {
            year: newest.map(Date::year),
            best: best(&|row| typed(row).is_some()).and_then(|row| Some((row.no(), typed(&row)?))),
            next: best(&not_strategic).map(|row| row.no()),
            sector: best(&|row| row.sector().is_some())
                .and_then(|row| row.sector().map(SmolStr::new)),
        };
        self.answer(Body::Help(help), Vec::new())
    }

    pub(super) fn contact_programme(self, wanted: Option<CustomerType>) -> Answer {
        let types = wanted.map_or_else(|| CustomerType::ALL.to_vec(), |one| vec![one]);
        let programmes = types.into_iter().flat_map(|one| self.programmes_of(one)).collect();
        self.answer(Body::Programme(Programme { programmes }), Vec::new())
    }

    /// The programmes of a type: the team's own where it edited it, else those
    /// of the sectors that have one, and the standard one for the others.
    fn programmes_of(self, customer_type: CustomerType) -> Vec<TypeProgramme> {
        let of_type: Vec<Row<'_>> = self.of_type(customer_type).collect();
        let programme = |plugin, edited, customers, moments| TypeProgramme {
            customer_type,
            plugin,
            edited,
            customers,
            moments,
        };
        if let Some(moments) = self.portfolio.settings().programme.get(&customer_type) {
            return vec![programme(None, true, of_type.len() as u32, moments.clone())];
        }
        let own = |sector: &SectorRecord| -> Option<Vec<ContactMoment>> {
            sector.programme.get(&customer_type).cloned()
        };
        let mut programmes = Vec::new();
        let mut left = of_type.len() as u32;
        for sector in self.sectors_in_use() {
            let Some(moments) = own(sector) else { continue };
            let mine = |row: &&Row<'_>| row.sector_record().is_some_and(|s| s.id == sector.id);
            let customers = of_type.iter().filter(mine).count() as u32;
            left -= customers;
            programmes.push(programme(Some(sector.id.clone()), false, customers, moments));
        }
        let all_own = self.sectors_in_use().all(|sector| own(sector).is_some());
        if left > 0 || !all_own || programmes.is_empty() {
            let standard = programme(None, false, left, standard_programme(customer_type));
            programmes.insert(0, standard);
        }
        programmes
    }
}

fn sector_factors(sector: &SectorRecord) -> SectorFactors {
    let all: f64 = sector.factors_on(Axis::Potential).map(|(_, spec)| spec.weight).sum();
    SectorFactors {
        plugin: sector.id.clone(),
        customers: sector.customers,
        high_value_from: Some(sector.high_value_from).filter(|from| from.is_finite()),
        value: sector.factors_on(Axis::Value).map(|(_, spec)| spec.label.clone()).collect(),
        potential: sector
            .factors_on(Axis::Potential)
            .map(|(_, spec)| (spec.label.clone(), spec.weight / all))
            .collect(),
    }
}
