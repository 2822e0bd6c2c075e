//! The ideal customer and its mirror [ideale en minst ideale klant].

use crate::answer::body::{Criterion, CriterionLine, Fit};
use crate::query::Bounds;
use crate::settings::IdealProfile;
use crate::text::fold;
use smol_str::SmolStr;

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

/// Holds a party against every criterion that the profile sets.
pub fn criteria(party: &Traits<'_>, ideal: &IdealProfile) -> Vec<CriterionLine> {
    let mut lines = Vec::new();
    let mut number = |criterion, found: f64, fit: f64| {
        lines.push(CriterionLine {
            criterion,
            fit: Fit::of(fit),
            found: (!found.is_nan()).then_some(found),
            found_text: None,
        });
    };
    if is_set(ideal.employees) {
        let fit = bounds_fit(party.employees, ideal.employees);
        number(Criterion::Employees, party.employees, fit);
    }
    if is_set(ideal.company_revenue) {
        let fit = bounds_fit(party.company_revenue, ideal.company_revenue);
        number(Criterion::CompanyRevenue, party.company_revenue, fit);
    }
    number(Criterion::PainFit, party.pain_fit, grade_fit(party.pain_fit, ideal.pain_fit));
    if let Some(from) = ideal.regulatory_pressure {
        let fit = grade_fit(party.regulatory_pressure, from);
        number(Criterion::RegulatoryPressure, party.regulatory_pressure, fit);
    }
    if !ideal.sectors.is_empty() {
        lines.push(CriterionLine {
            criterion: Criterion::Sector,
            fit: Fit::of(sector_fit(party.sector, ideal)),
            found: None,
            found_text: party.sector.map(SmolStr::new),
        });
    }
    lines
}

/// Whether a party matches the ideal profile: something is known, and all that
/// is known fits.
pub fn is_ideal(lines: &[CriterionLine]) -> bool {
    all_known_are(lines, Fit::Ideal)
}

/// Whether a party matches the least ideal profile: something is known, and all
/// that is known is the mirror of the ideal.
pub fn is_least_ideal(lines: &[CriterionLine]) -> bool {
    all_known_are(lines, Fit::Least)
}

fn all_known_are(lines: &[CriterionLine], fit: Fit) -> bool {
    let mut known = lines.iter().filter(|line| line.fit != Fit::Unknown).peekable();
    known.peek().is_some() && known.all(|line| line.fit == fit)
}

impl Fit {
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
pub fn size_fit(employees: f64, company_revenue: f64, ideal: &IdealProfile) -> f64 {
    let fits = [
        bounds_fit(employees, ideal.employees),
        bounds_fit(company_revenue, ideal.company_revenue),
    ];
    let known: Vec<f64> = fits.into_iter().filter(|fit| !fit.is_nan()).collect();
    known.iter().sum::<f64>() / known.len() as f64
}

/// Fit of sector: 1 when among the ideal ones, else 0; NaN when the sector is
/// unknown or any sector will do.
pub fn sector_fit(sector: Option<&str>, ideal: &IdealProfile) -> f64 {
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
