//! A portfolio: one workspace at one moment, to answer from.

mod dictionary;
mod groups;
mod identity;
mod namesakes;
mod row;

pub use dictionary::{Dictionaries, Dictionary, Term};
pub use identity::IdentityChunk;
pub use row::Row;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::review::{CHUNK, Override, ReviewChunk, ReviewHeader, Standing};
use klantwijzer_core::settings::Settings;
use smol_str::SmolStr;

use self::namesakes::Namesakes;

/// A definition of the team's own or of a plugin's, worked out for everybody.
#[derive(Debug, Clone)]
pub struct OwnDefinition {
    /// Its name.
    pub name: SmolStr,
    /// What people call it, where a plugin says so.
    pub label: Option<Bilingual>,
    /// The CEL expression.
    pub expression: String,
    /// Who counts, by customer number; `None` when the expression cannot be
    /// worked out.
    pub members: Option<Arc<Vec<bool>>>,
}

/// An immutable snapshot of a workspace. Its columns lie in chunks that are
/// shared by reference, so that a changed snapshot copies what changed and no
/// more, and readers never wait.
#[derive(Debug, Clone, Default)]
pub struct Portfolio {
    identities: Vec<Arc<IdentityChunk>>,
    namesakes: Arc<Namesakes>,
    scores: Vec<Arc<ReviewChunk>>,
    review: Option<Arc<ReviewHeader>>,
    dictionaries: Arc<Dictionaries>,
    /// The head of the group of each customer that has a parent.
    heads: Arc<HashMap<CustomerNo, CustomerNo>>,
    overrides: Arc<BTreeMap<CustomerNo, Override>>,
    settings: Arc<Settings>,
    definitions: Arc<Vec<OwnDefinition>>,
    customers: u32,
    most_valuable: Option<CustomerNo>,
    youngest_income: Option<f64>,
}

impl Portfolio {
    /// A portfolio of the customers in `identities`, before any review.
    pub fn new(
        mut identities: Vec<IdentityChunk>,
        dictionaries: Dictionaries,
        settings: Arc<Settings>,
    ) -> Self {
        groups::link_parents(&mut identities);
        let heads = Arc::new(groups::heads(&identities));
        let customers = identities.iter().map(|chunk| chunk.rows().count() as u32).sum();
        Self {
            identities: identities.into_iter().map(Arc::new).collect(),
            dictionaries: Arc::new(dictionaries),
            heads,
            settings,
            customers,
            ..Self::default()
        }
    }

    /// The same customers with the scores of a review.
    #[must_use]
    pub fn with_review(&self, header: Arc<ReviewHeader>, scores: Vec<Arc<ReviewChunk>>) -> Self {
        let mut reviewed = Self { review: Some(header), scores, ..self.clone() };
        let valued = reviewed.rows().filter(|row| !row.value().is_nan());
        let largest =
            valued.max_by(|a, b| a.value().total_cmp(&b.value()).then(b.no().cmp(&a.no())));
        reviewed.most_valuable = largest.map(|row| row.no());
        let ages = reviewed.rows().map(|row| row.fact(Fact::DaysSinceLastIncome));
        reviewed.youngest_income = ages.filter(|age| !age.is_nan()).min_by(f64::total_cmp);
        reviewed
    }

    /// The same with these overrides.
    #[must_use]
    pub fn with_overrides(&self, overrides: impl IntoIterator<Item = Override>) -> Self {
        let by_customer = overrides.into_iter().map(|decision| (decision.customer, decision));
        Self { overrides: Arc::new(by_customer.collect()), ..self.clone() }
    }

    /// The same with these definitions of the team's own and of plugins.
    #[must_use]
    pub fn with_definitions(&self, definitions: Vec<OwnDefinition>) -> Self {
        Self { definitions: Arc::new(definitions), ..self.clone() }
    }

    /// How many customers are in the book.
    pub const fn customers(&self) -> u32 {
        self.customers
    }

    /// The workspace's settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The review that the scores are from.
    pub fn review(&self) -> Option<&ReviewHeader> {
        self.review.as_deref()
    }

    /// The sectors, owners and countries in the book.
    pub fn dictionaries(&self) -> &Dictionaries {
        &self.dictionaries
    }

    /// The team's own definitions and those of plugins.
    pub fn definitions(&self) -> &[OwnDefinition] {
        &self.definitions
    }

    /// The one of them that a definition names.
    pub(crate) fn definition(&self, named: &Definition) -> Option<&OwnDefinition> {
        let Definition::Own { name } = named else { return None };
        self.definitions.iter().find(|own| own.name == *name)
    }

    /// The overrides, expired ones included.
    pub fn overrides(&self) -> &BTreeMap<CustomerNo, Override> {
        &self.overrides
    }

    /// A customer by number.
    pub fn row(&self, no: CustomerNo) -> Option<Row<'_>> {
        Row::new(self, no)
    }

    /// Every customer, in order of number.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.identities.iter().enumerate().flat_map(move |(chunk, identity)| {
            let scores = self.scores.get(chunk).map(AsRef::as_ref);
            let first = (chunk * CHUNK) as CustomerNo;
            let numbers = identity.rows().map(move |row| first + row as CustomerNo);
            numbers.map(move |no| Row { portfolio: self, identity, scores, no })
        })
    }

    /// The customer with the highest value; of equals the one with the lowest
    /// number.
    pub(crate) fn most_valuable(&self) -> Option<Row<'_>> {
        self.most_valuable.and_then(|no| self.row(no))
    }

    /// Days between the latest income of anybody and the review; `None` without
    /// any income.
    pub(crate) const fn youngest_income(&self) -> Option<f64> {
        self.youngest_income
    }

    /// What the last review made of every customer in it, in order of number.
    pub(crate) fn standings(&self) -> impl Iterator<Item = (Standing, Row<'_>)> {
        self.column(|scores| &scores.standing)
    }

    /// The known numbers of one column, with the customers that they are of, in
    /// order of number.
    pub(crate) fn known_numbers<'a>(
        &'a self,
        column: impl Fn(&'a ReviewChunk) -> Option<&'a [f64]>,
    ) -> impl Iterator<Item = (f64, Row<'a>)> {
        let numbers = self.column(move |scores| column(scores).unwrap_or_default());
        numbers.filter(|(number, _)| !number.is_nan())
    }

    /// A column of the last review, with the customers that its cells are of.
    fn column<'a, T: Copy + 'a>(
        &'a self,
        column: impl Fn(&'a ReviewChunk) -> &'a [T],
    ) -> impl Iterator<Item = (T, Row<'a>)> {
        self.identities.iter().zip(&self.scores).enumerate().flat_map(
            move |(chunk, (identity, scores))| {
                let first = (chunk * CHUNK) as CustomerNo;
                let present = column(scores).iter().zip(&identity.present).zip(first..);
                let row = move |no| Row { portfolio: self, identity, scores: Some(scores), no };
                let present = present.filter(|((_, present), _)| **present);
                present.map(move |((cell, _), no)| (*cell, row(no)))
            },
        )
    }

    /// The customer with this outside id.
    pub fn find_id(&self, id: &str) -> Option<CustomerNo> {
        self.rows().find(|row| row.id() == id).map(|row| row.no())
    }

    /// Whether any customer has a parent in the book.
    pub(crate) fn has_parents(&self) -> bool {
        self.identities.iter().any(|chunk| chunk.has_parents())
    }

    /// The head of the customer's group: its highest parent, itself when it has
    /// none. A circle of parents has its lowest number as its head.
    pub(crate) fn group_head(&self, no: CustomerNo) -> CustomerNo {
        self.heads.get(&no).copied().unwrap_or(no)
    }

    /// Bytes on the heap for customers and scores.
    pub fn heap_bytes(&self) -> usize {
        let identities: usize = self.identities.iter().map(|chunk| chunk.heap_bytes()).sum();
        let scores: usize = self.scores.iter().map(|chunk| chunk.heap_bytes()).sum();
        identities + scores
    }
}
