//! The ideal customer and its mirror [ideale en minst ideale klant].

use serde::Serialize;
use smol_str::SmolStr;

use crate::bounds::Bounds;
use crate::facts::{CustomerFacts, Fact};
use crate::named;
use crate::settings::IdealProfile;
use crate::text::fold;

/// One criterion of the ideal profile held against a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CriterionLine {
    /// The criterion.
    pub criterion: Criterion,
    /// How it comes out.
    pub fit: Fit,
    /// What was found, where it is a number.
    pub found: Option<f64>,
    /// What was found, where it is a word.
    pub found_text: Option<SmolStr>,
}

named! {
    /// A criterion of the ideal profile, in the order in which they are told.
    enum Criterion {
        /// Employees.
        Employees "employees";
        /// Own revenue.
        CompanyRevenue "company_revenue";
        /// Fit with the pain.
        PainFit "pain_fit";
        /// Outside regulation.
        RegulatoryPressure "regulatory_pressure";
        /// Sector.
        Sector "sector";
    }
}

/// How a party does on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// As the ideal customer.
    Ideal,
    /// In between.
    Neutral,
    /// As the least ideal customer.
    Least,
    /// Not known.
    Unknown,
    /// The team wishes nothing on it.
    NoWish,
}

/// What is known of a party on the criteria of the profile; NaN and `None`
/// where unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traits<'a> {
    /// Employees in full-time equivalents.
    pub employees: f64,
    /// Own yearly revenue.
    pub company_revenue: f64,
    /// Sector.
    pub sector: Option<&'a str>,
    /// Fit with the pain, 0 to 10.
    pub pain_fit: f64,
    /// Outside regulation, 0 to 10.
    pub regulatory_pressure: f64,
}

impl<'a> Traits<'a> {
    /// What is known of a customer in the book.
    pub fn of(customer: &CustomerFacts<'a>) -> Self {
        Self {
            employees: customer.fact(Fact::Employees),
            company_revenue: customer.fact(Fact::CompanyRevenue),
            sector: customer.sector,
            pain_fit: customer.fact(Fact::PainFit),
            regulatory_pressure: customer.fact(Fact::RegulatoryPressure),
        }
    }

    /// Whether the party's own side of a criterion is known.
    pub fn know(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Sector => self.sector.is_some(),
            _ => !self.number(criterion).is_nan(),
        }
    }

    /// What is found on a criterion; NaN where unknown or a word.
    const fn number(&self, criterion: Criterion) -> f64 {
        match criterion {
            Criterion::Employees => self.employees,
            Criterion::CompanyRevenue => self.company_revenue,
            Criterion::PainFit => self.pain_fit,
            Criterion::RegulatoryPressure => self.regulatory_pressure,
            Criterion::Sector => f64::NAN,
        }
    }
}

impl IdealProfile {
    /// Whether the team wishes anything of its ideal customer on this criterion.
    pub fn wishes(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Employees => is_set(self.employees),
            Criterion::CompanyRevenue => is_set(self.company_revenue),
            Criterion::PainFit => true,
            Criterion::RegulatoryPressure => self.regulatory_pressure.is_some(),
            Criterion::Sector => !self.sectors.is_empty(),
        }
    }
}

/// The criteria that a fit is worked out from; none for a fact that is no fit.
pub const fn criteria_behind(fit: Fact) -> &'static [Criterion] {
    match fit {
        Fact::SizeFit => &[Criterion::Employees, Criterion::CompanyRevenue],
        Fact::SectorFit => &[Criterion::Sector],
        _ => &[],
    }
}

/// What the team would have to wish something on before this fit can be known
/// of anybody; `None` where it does, and for a fact that is no fit.
pub fn without_wish(fit: Fact, ideal: &IdealProfile) -> Option<Criterion> {
    let behind = criteria_behind(fit);
    if behind.iter().any(|each| ideal.wishes(*each)) { None } else { behind.first().copied() }
}

/// Holds a party against every criterion that the profile sets.
pub fn criteria(party: &Traits<'_>, ideal: &IdealProfile) -> Vec<CriterionLine> {
    let wished = Criterion::ALL.into_iter().filter(|each| ideal.wishes(*each));
    wished.map(|criterion| line(party, criterion, Fit::of(fit(party, criterion, ideal)))).collect()
}

/// The same, and what is known of the party besides.
pub fn all_known(party: &Traits<'_>, ideal: &IdealProfile) -> Vec<CriterionLine> {
    let asked = |each: Criterion| {
        if ideal.wishes(each) {
            Some(Fit::of(fit(party, each, ideal)))
        } else {
            party.know(each).then_some(Fit::NoWish)
        }
    };
    let lines = Criterion::ALL.into_iter().filter_map(|each| Some((each, asked(each)?)));
    lines.map(|(criterion, fit)| line(party, criterion, fit)).collect()
}

fn line(party: &Traits<'_>, criterion: Criterion, fit: Fit) -> CriterionLine {
    let found = party.number(criterion);
    CriterionLine {
        criterion,
        fit,
        found: (!found.is_nan()).then_some(found),
        found_text: party.sector.filter(|_| criterion == Criterion::Sector).map(SmolStr::new),
    }
}

/// Fit on a criterion with a wish, 0 to 1; NaN where the party's side is unknown.
fn fit(party: &Traits<'_>, criterion: Criterion, ideal: &IdealProfile) -> f64 {
    let number = party.number(criterion);
    match criterion {
        Criterion::Employees => bounds_fit(number, ideal.employees),
        Criterion::CompanyRevenue => bounds_fit(number, ideal.company_revenue),
        Criterion::PainFit => grade_fit(number, ideal.pain_fit),
        Criterion::RegulatoryPressure => {
            ideal.regulatory_pressure.map_or(f64::NAN, |from| grade_fit(number, from))
        }
        Criterion::Sector => sector_fit(party.sector, ideal),
    }
}

impl Fit {
    /// Whether it says how a party does on a wish of the team.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Ideal | Self::Neutral | Self::Least)
    }

    /// Whether a party is like this on the whole: something is known, and all that is
    /// known comes out like this.
    pub fn is_of_all(self, lines: &[CriterionLine]) -> bool {
        let mut known = lines.iter().filter(|line| line.fit.is_known()).peekable();
        known.peek().is_some() && known.all(|line| line.fit == self)
    }

    /// How many of the lines come out like this.
    pub fn count(self, lines: &[CriterionLine]) -> usize {
        lines.iter().filter(|line| line.fit == self).count()
    }

    /// The verdict on a fit from 0 (least ideal) to 1 (ideal); NaN is unknown.
    fn of(fit: f64) -> Self {
        if fit.is_nan() {
            Self::Unknown
        } else if fit >= 1.0 {
            Self::Ideal
        } else if fit <= 0.0 {
            Self::Least
        } else {
            Self::Neutral
        }
    }
}

/// Fit of size, 0 to 1: the mean of the criteria on size that are set and known.
pub(crate) fn size_fit(employees: f64, company_revenue: f64, ideal: &IdealProfile) -> f64 {
    let fits = [
        bounds_fit(employees, ideal.employees),
        bounds_fit(company_revenue, ideal.company_revenue),
    ];
    let known: Vec<f64> = fits.into_iter().filter(|fit| !fit.is_nan()).collect();
    known.iter().sum::<f64>() / known.len() as f64
}

/// Fit of sector: 1 when among the ideal ones, else 0; NaN when the sector is
/// unknown or any sector will do.
pub(crate) fn sector_fit(sector: Option<&str>, ideal: &IdealProfile) -> f64 {
    match sector {
        Some(sector) if !ideal.sectors.is_empty() => {
            let sector = fold(sector);
            f64::from(u8::from(ideal.sectors.iter().any(|wanted| fold(wanted) == sector)))
        }
        _ => f64::NAN,
    }
}

const fn is_set(bounds: Bounds) -> bool {
    bounds.min.is_some() || bounds.max.is_some()
}

/// Fit of a number with bounds: 1 inside; 0 at half the lower bound or twice
/// the upper one, where the mirror begins; in proportion between those.
fn bounds_fit(number: f64, bounds: Bounds) -> f64 {
    if number.is_nan() || !is_set(bounds) {
        return f64::NAN;
    }
    let low = bounds.min.filter(|min| *min > 0.0);
    let high = bounds.max.filter(|max| *max > 0.0);
    let above = low.map_or(1.0, |min| (2.0 * number / min - 1.0).clamp(0.0, 1.0));
    let below = high.map_or(1.0, |max| (2.0 - number / max).clamp(0.0, 1.0));
    above.min(below)
}

/// Fit of a grade: 1 from the ideal on; 0 at half of it.
fn grade_fit(grade: f64, ideal_from: f64) -> f64 {
    bounds_fit(grade, Bounds::at_least(ideal_from))
}
