//! How many customers there are, by definition.

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::period::Period;
use serde::Serialize;

use crate::query::Filter;

/// How many customers there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Count {
    /// The count under the definition asked for, or the default.
    pub first: DefinitionCount,
    /// Whether the person named the definition.
    pub named: bool,
    /// Who was considered.
    pub filter: Filter,
    /// The period asked about.
    pub period: Option<Period>,
    /// Every other definition that can be computed, as a funnel; within a period
    /// only those that have days.
    pub funnel: Vec<DefinitionCount>,
    /// For [`Definition::RecipientsAndDonors`]: recipients, donors, both.
    pub sides: Option<[u32; 3]>,
    /// The same count with subsidiaries under their parent.
    pub groups: u32,
}

/// How many count under a definition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionCount {
    /// The definition, its numbers filled in.
    pub definition: Definition,
    /// A label for a plugin's or team's own definition.
    pub label: Option<Bilingual>,
    /// How many; `None` when it cannot be computed.
    pub count: Option<u32>,
    /// The period that counts; `None` for all time, and for a definition
    /// without days whatever the question said.
    pub period: Option<Period>,
}

/// Definitions side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionComparison {
    /// The definitions with their counts.
    pub counts: Vec<DefinitionCount>,
    /// For two definitions: who counts under one and not under the other.
    pub difference: Option<Difference>,
}

/// Who counts under one definition and not under the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Under both.
    pub both: u32,
    /// Under the first alone.
    pub only_first: u32,
    /// Under the second alone.
    pub only_second: u32,
    /// Examples under the first alone, at most 5 names, the most valuable first.
    pub first_examples: Vec<String>,
    /// Examples under the second alone.
    pub second_examples: Vec<String>,
}

/// What a definition means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DefinitionExplanation {
    /// The definition asked about, with how many count; `None` for "what is a
    /// customer?".
    pub asked: Option<DefinitionCount>,
    /// For an own definition, its expression.
    pub expression: Option<String>,
    /// The workspace's default.
    pub default: DefinitionCount,
}
