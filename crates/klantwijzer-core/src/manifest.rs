//! What a sector plugin says of itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use thiserror::Error;

use crate::bilingual::Bilingual;
use crate::customer::Role;
use crate::facts::{Fact, Unit};
use crate::programme::ContactMoment;
use crate::types::CustomerType;

/// A plugin's description of itself, written as JSON beside its code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Short name: lower-case letters, digits and hyphens, at most 32.
    pub id: SmolStr,
    /// The plugin's own version, `major.minor.patch`.
    pub version: SmolStr,
    /// What the sector is called.
    pub name: Bilingual,
    /// Sector names, in either language, that this plugin scores; compared
    /// without regard to case and accents.
    pub sectors: Vec<String>,
    /// The roles whose parties this plugin scores where no sector says so.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// The word for a customer, one and many.
    pub customer: Words,
    /// Whether advice to say NO is never given in this sector.
    #[serde(default)]
    pub never_say_no: bool,
    /// The facts that it reads, in the order of its columns.
    pub facts: Vec<FactSpec>,
    /// The factors that it explains its scores with, in the order of its columns.
    pub factors: Vec<FactorSpec>,
    /// Customer definitions that it adds: CEL expressions over facts.
    #[serde(default)]
    pub definitions: Vec<DefinitionSpec>,
    /// Contact programme per type where it differs from the standard one.
    #[serde(default)]
    pub programme: BTreeMap<CustomerType, Vec<ContactMoment>>,
    /// Worked examples that `plugin check` and the tests run.
    pub examples: Examples,
}

/// The word for a customer in each language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// One: "donor", "donateur".
    pub one: Bilingual,
    /// Many: "donors", "donateurs".
    pub many: Bilingual,
}

/// A fact that a plugin reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactSpec {
    /// One of [`Fact`]'s ids, or a new profile fact as `fact:name`.
    pub id: SmolStr,
    /// What it is measured in; must agree with [`Fact::unit`].
    pub unit: Unit,
    /// What people call it.
    pub label: Bilingual,
    /// A customer for whom it is unknown cannot be scored.
    #[serde(default)]
    pub required: bool,
}

/// On which axis a factor counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Money per year; value factors add up to value.
    Value,
    /// Points; potential factors add up to potential.
    Potential,
}

/// One of the parts that a score is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorSpec {
    /// Name within the plugin.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// On which axis it counts.
    pub axis: Axis,
    /// Weight of a potential factor, above 0; 0 for a value factor.
    #[serde(default)]
    pub weight: f64,
    /// The facts that it is made from, so that an answer can say what to fill in.
    #[serde(default)]
    pub facts: Vec<SmolStr>,
}

/// A customer definition that a plugin adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefinitionSpec {
    /// Name within the plugin.
    pub id: SmolStr,
    /// What people call it.
    pub label: Bilingual,
    /// CEL expression over fact ids that is true for who counts.
    pub expression: String,
}

/// Worked examples: facts and the type that must come out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// The value from which value counts as high in the examples.
    pub high_value_from: f64,
    /// The examples, at least one.
    pub cases: Vec<Example>,
}

/// One worked example.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Who it is about.
    pub name: String,
    /// Known facts by id; the others are unknown.
    pub facts: BTreeMap<SmolStr, f64>,
    /// The type that must come out.
    #[serde(rename = "type")]
    pub customer_type: CustomerType,
}

/// What is wrong with a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ManifestError {
    /// The id has other characters than allowed, or is too long.
    #[error("the plugin id {0:?} must be 1 to 32 lower-case letters, digits or hyphens")]
    Id(SmolStr),
    /// A fact id is neither the host's nor of the form `fact:name`.
    #[error("the fact {0:?} is not known; a fact of your own is written \"fact:name\"")]
    UnknownFact(SmolStr),
    /// The unit differs from the host's.
    #[error("the fact {0:?} is measured otherwise by the host")]
    Unit(SmolStr),
    /// An id stands twice in one list.
    #[error("{0:?} is declared twice")]
    Twice(SmolStr),
    /// A factor refers to a fact that the manifest does not declare.
    #[error("the factor {0:?} is made from {1:?}, which is not among the facts")]
    UndeclaredFact(SmolStr, SmolStr),
    /// A weight is missing, negative, not finite, or stands at a value factor.
    #[error("the factor {0:?} has a wrong weight: above 0 for potential and none for value")]
    Weight(SmolStr),
    /// There is no factor on this axis.
    #[error("there is no {0} factor")]
    NoFactor(&'static str),
    /// There are no worked examples.
    #[error("there are no worked examples")]
    NoExamples,
    /// A worked example has a fact that is not declared or not finite.
    #[error("the example {0:?} has an undeclared or unusable fact {1:?}")]
    ExampleFact(String, SmolStr),
    /// The version is not three numbers.
    #[error("the version {0:?} must be three numbers, such as 1.0.0")]
    Version(SmolStr),
    /// A contact moment without a name, that nobody does, that is late before it
    /// is due, or that stands twice in a programme.
    #[error(
        "the contact moment {1:?} for {customer_type} customers is not complete: it needs an id of its \
         own, a label, somebody who acts, and a latest interval no shorter than the ideal one",
        customer_type = .0.id()
    )]
    Programme(CustomerType, SmolStr),
    /// More facts or factors than a plugin may have.
    #[error(
        "a plugin has at most {} facts and {} factors",
        Manifest::MAX_FACTS,
        Manifest::MAX_FACTORS
    )]
    TooMany,
}

impl Manifest {
    /// The most facts that a plugin may read.
    pub const MAX_FACTS: usize = 64;
    /// The most factors that a plugin may explain its scores with.
    pub const MAX_FACTORS: usize = 24;

    /// Checks what the JSON form alone cannot.
    pub fn check(&self) -> Result<(), ManifestError> {
        let id_chars = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if self.id.is_empty() || self.id.len() > 32 || !self.id.bytes().all(id_chars) {
            return Err(ManifestError::Id(self.id.clone()));
        }
        if self.facts.len() > Self::MAX_FACTS || self.factors.len() > Self::MAX_FACTORS {
            return Err(ManifestError::TooMany);
        }
        let number = |part: &str| part.parse::<u32>().is_ok();
        if self.version.split('.').count() != 3 || !self.version.split('.').all(number) {
            return Err(ManifestError::Version(self.version.clone()));
        }
        self.check_facts()?;
        self.check_factors()?;
        self.check_programme()?;
        self.check_examples()
    }

    fn check_programme(&self) -> Result<(), ManifestError> {
        for (customer_type, moments) in &self.programme {
            for (at, moment) in moments.iter().enumerate() {
                let twice = moments[..at].iter().any(|other| other.id == moment.id);
                let days = moment.ideal_days.zip(moment.latest_days);
                let late_early = days.is_some_and(|(ideal, latest)| latest < ideal);
                let nameless = moment.id.is_empty() || moment.label.is_none();
                if nameless || twice || moment.who.is_empty() || late_early {
                    return Err(ManifestError::Programme(*customer_type, moment.id.clone()));
                }
            }
        }
        Ok(())
    }

    fn check_facts(&self) -> Result<(), ManifestError> {
        first_twice(self.facts.iter().map(|fact| &fact.id))?;
        for spec in &self.facts {
            match Fact::from_id(&spec.id) {
                Some(fact) if fact.unit() != spec.unit => {
                    return Err(ManifestError::Unit(spec.id.clone()));
                }
                None if spec.id.strip_prefix("fact:").is_none_or(str::is_empty) => {
                    return Err(ManifestError::UnknownFact(spec.id.clone()));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn check_factors(&self) -> Result<(), ManifestError> {
        first_twice(self.factors.iter().map(|factor| &factor.id))?;
        for factor in &self.factors {
            let weight_fits = match factor.axis {
                Axis::Value => factor.weight == 0.0,
                Axis::Potential => factor.weight.is_finite() && factor.weight > 0.0,
            };
            if !weight_fits {
                return Err(ManifestError::Weight(factor.id.clone()));
            }
            for fact in &factor.facts {
                if self.fact(fact).is_none() {
                    return Err(ManifestError::UndeclaredFact(factor.id.clone(), fact.clone()));
                }
            }
        }
        for (axis, name) in [(Axis::Value, "value"), (Axis::Potential, "potential")] {
            if !self.factors.iter().any(|factor| factor.axis == axis) {
                return Err(ManifestError::NoFactor(name));
            }
        }
        Ok(())
    }

    fn check_examples(&self) -> Result<(), ManifestError> {
        if self.examples.cases.is_empty() {
            return Err(ManifestError::NoExamples);
        }
        for example in &self.examples.cases {
            for (fact, value) in &example.facts {
                if self.fact(fact).is_none() || !value.is_finite() {
                    return Err(ManifestError::ExampleFact(example.name.clone(), fact.clone()));
                }
            }
        }
        Ok(())
    }

    /// The column of the fact with this id.
    pub fn fact(&self, id: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    /// The column of the factor with this id.
    pub fn factor(&self, id: &str) -> Option<usize> {
        self.factors.iter().position(|factor| factor.id == id)
    }
}

fn first_twice<'a>(ids: impl Iterator<Item = &'a SmolStr>) -> Result<(), ManifestError> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(ManifestError::Twice(id.clone()));
        }
    }
    Ok(())
}
