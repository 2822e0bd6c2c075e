//! Customer definitions of the team's own and of plugins, as CEL expressions.

use std::sync::Arc;

use cel::common::ast::{EntryExpr, Expr};
use cel::{Context, ParseErrors, Program, Value};
use klantwijzer_answer::portfolio::{OwnDefinition, Portfolio, Row};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::facts::Fact;
use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::settings::Settings;
use smol_str::SmolStr;

use crate::{DeskError, ExpressionFlaw, Result};

/// The longest expression that is accepted, in bytes.
const LONGEST: usize = 2000;

/// Checks an expression before it is kept: it must be CEL, use known names
/// only, and come out true or false.
pub(crate) fn check(expression: &str, portfolio: &Portfolio) -> Result<()> {
    let program = compile(expression)?;
    let facts = fact_names(portfolio);
    if let Some(name) = unknown_name(&program, &facts) {
        return Err(DeskError::UnknownName(name));
    }
    match program.execute(&blank(&facts)) {
        Ok(Value::Bool(_)) => Ok(()),
        Ok(_) => Err(DeskError::NotYesOrNo),
        Err(_) => Err(DeskError::Expression(ExpressionFlaw::Mismatch)),
    }
}

/// A name in the expression that stands for nothing.
fn unknown_name(program: &Program, facts: &[(SmolStr, SmolStr)]) -> Option<String> {
    let is_known =
        |name: &str| TEXTS.contains(&name) || facts.iter().any(|(known, _)| known == name);
    let references = program.references();
    references.variables().into_iter().find(|name| !is_known(name)).map(ToOwned::to_owned)
}

/// The definitions of the team and of the plugins, worked out for everybody.
pub(crate) fn work_out<'a>(
    portfolio: &Portfolio,
    settings: &Settings,
    manifests: impl Iterator<Item = &'a Manifest>,
) -> Vec<OwnDefinition> {
    let own = settings.definitions.iter().map(|(name, expression)| (name, None, expression));
    let of_plugins = manifests
        .flat_map(|manifest| &manifest.definitions)
        .map(|definition| (&definition.id, Some(&definition.label), &definition.expression));
    let mut all: Vec<OwnDefinition> = Vec::new();
    for (name, label, expression) in own.chain(of_plugins) {
        if all.iter().any(|known| known.name == *name) {
            continue;
        }
        // What nobody can be told of by a plugin says nothing about this book.
        let members =
            members(expression, portfolio).filter(|members| members.known || label.is_none());
        all.push(OwnDefinition {
            name: name.clone(),
            label: label.cloned(),
            expression: expression.clone(),
            members: members.map(|members| members.counted),
        });
    }
    all
}

/// Whom an expression counts: nobody, where it cannot be worked out.
pub(crate) fn counted(expression: &str, portfolio: &Portfolio) -> Vec<CustomerNo> {
    let members = members(expression, portfolio).map(|members| members.counted);
    let members = members.unwrap_or_default();
    (0..).zip(members.iter()).filter(|(_, counts)| **counts).map(|(no, _)| no).collect()
}

/// Texts of a customer that an expression can use beside its facts.
const TEXTS: [&str; 3] = ["sector", "owner", "country"];

fn compile(expression: &str) -> Result<Program> {
    if expression.len() > LONGEST {
        return Err(DeskError::Expression(ExpressionFlaw::TooLong { most: LONGEST }));
    }
    let program =
        Program::compile(expression).map_err(|problem| unreadable(expression, &problem))?;
    if has_loop(&program.expression().expr) {
        return Err(DeskError::Expression(ExpressionFlaw::Loop));
    }
    Ok(program)
}

/// That an expression is no CEL, with what stands where that shows first.
fn unreadable(expression: &str, problem: &ParseErrors) -> DeskError {
    // The parser counts lines and columns from one.
    let (line, column) = problem.errors.first().map_or((1, 1), |error| error.pos);
    let before = |number: isize| usize::try_from(number - 1).unwrap_or_default();
    let line = expression.lines().nth(before(line)).unwrap_or_default();
    let from = line.chars().skip(before(column)).collect();
    DeskError::Expression(ExpressionFlaw::Unreadable { from })
}

/// Whether an expression goes through a list. Facts are no lists, and loops
/// within loops would take longer than anybody lives.
fn has_loop(expression: &Expr) -> bool {
    let in_entry = |entry: &EntryExpr| match entry {
        EntryExpr::StructField(field) => has_loop(&field.value.expr),
        EntryExpr::MapEntry(entry) => has_loop(&entry.key.expr) || has_loop(&entry.value.expr),
    };
    match expression {
        Expr::Comprehension(_) => true,
        Expr::Call(call) => {
            let target = call.target.iter().map(|target| &target.expr);
            target.chain(call.args.iter().map(|argument| &argument.expr)).any(has_loop)
        }
        Expr::List(list) => list.elements.iter().any(|element| has_loop(&element.expr)),
        Expr::Map(map) => map.entries.iter().any(|entry| in_entry(&entry.expr)),
        Expr::Struct(made) => made.entries.iter().any(|entry| in_entry(&entry.expr)),
        Expr::Select(select) => has_loop(&select.operand.expr),
        Expr::Unspecified | Expr::Ident(_) | Expr::Literal(_) => false,
    }
}

/// Names of facts in expressions with their ids: a plugin's own fact
/// `fact:name` is called `name`.
fn fact_names(portfolio: &Portfolio) -> Vec<(SmolStr, SmolStr)> {
    let catalog = portfolio.review().map(|review| review.catalog.clone()).unwrap_or_default();
    let name = |id: &SmolStr| SmolStr::new(id.strip_prefix("fact:").unwrap_or(id));
    catalog.ids().iter().map(|id| (name(id), id.clone())).collect()
}

fn blank(facts: &[(SmolStr, SmolStr)]) -> Context<'static, 'static> {
    let mut context = Context::default();
    for (name, _) in facts {
        context.add_variable_from_value(name.as_str(), Value::Float(1.0));
    }
    for name in TEXTS {
        context.add_variable_from_value(name, Value::String(Arc::new(String::new())));
    }
    context
}

/// Whom an expression counts.
struct Members {
    /// By customer number.
    counted: Arc<Vec<bool>>,
    /// Whether it could be worked out for anybody.
    known: bool,
}

/// Who counts; `None` when the expression is none. It cannot be worked out for a
/// customer of whom something in it is unknown: that one does not count.
fn members(expression: &str, portfolio: &Portfolio) -> Option<Members> {
    let program = compile(expression).ok()?;
    let all = fact_names(portfolio);
    if unknown_name(&program, &all).is_some() {
        return None;
    }
    let references = program.references();
    let used = Used::of(&references.variables(), &all);
    // Making one from nothing takes far longer than working an expression out.
    let ground = Context::default();
    let (mut counted, mut known) = (Vec::new(), false);
    for row in portfolio.rows() {
        counted.resize(row.no() as usize, false);
        let outcome = used.of_row(&row, &ground).map(|context| program.execute(&context));
        known |= matches!(outcome, Some(Ok(_)));
        counted.push(matches!(outcome, Some(Ok(Value::Bool(true)))));
    }
    Some(Members { counted: Arc::new(counted), known })
}

/// The names that an expression uses.
struct Used<'a> {
    /// Facts by their names; those of plugins have no other handle than the id.
    facts: Vec<(&'a str, Option<Fact>, &'a str)>,
    texts: Vec<&'static str>,
}

impl<'a> Used<'a> {
    fn of(names: &[&str], facts: &'a [(SmolStr, SmolStr)]) -> Self {
        let facts = facts.iter().filter(|(name, _)| names.contains(&name.as_str()));
        Self {
            facts: facts
                .map(|(name, id)| (name.as_str(), Fact::from_id(id), id.as_str()))
                .collect(),
            texts: TEXTS.into_iter().filter(|name| names.contains(name)).collect(),
        }
    }

    /// What is known of a customer, laid over what every expression knows; `None`
    /// where it is nothing of what is used.
    fn of_row<'b>(
        &self,
        row: &Row<'_>,
        ground: &'b Context<'static, 'static>,
    ) -> Option<Context<'b, 'static>> {
        let number = |fact: Option<Fact>, id| match fact {
            Some(fact) => row.fact(fact),
            None => row.fact_by_id(id),
        };
        let numbers: Vec<f64> = self.facts.iter().map(|(_, fact, id)| number(*fact, id)).collect();
        if self.texts.is_empty() && !numbers.is_empty() && numbers.iter().all(|n| n.is_nan()) {
            return None;
        }
        let mut context = ground.new_inner_scope();
        for ((name, ..), number) in self.facts.iter().zip(numbers) {
            context.add_variable_from_value(*name, Value::Float(number));
        }
        for name in &self.texts {
            let text = match *name {
                "sector" => row.sector(),
                "owner" => row.owner(),
                _ => row.country(),
            };
            let text = text.map(ToString::to_string).unwrap_or_default();
            context.add_variable_from_value(*name, Value::String(Arc::new(text)));
        }
        Some(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_cannot_loop() {
        for expression in [
            "[1, 2].all(a, a > 0)",
            "invoices_total > 0.0 && [[1]].exists(a, a.size() > 0)",
            "size([1].map(a, [1].map(b, b))) > 0",
            "{'a': [1].filter(x, x > 0)}.size() > 0",
        ] {
            let refused = compile(expression).err();
            let is_loop = matches!(refused, Some(DeskError::Expression(ExpressionFlaw::Loop)));
            assert!(is_loop, "{expression}: {refused:?}");
        }
        for expression in ["invoices_total > 0.0", "sector in ['zorg', 'bouw']", "size(owner) > 2"]
        {
            assert!(compile(expression).is_ok(), "{expression}");
        }
    }
    #[test]
    fn what_cannot_be_read_is_shown_from_where_it_goes_wrong() {
        for (expression, wrong) in [
            ("invoices_total > ", ""),
            ("net_revenue_12m > 1.000,00", ",00"),
            ("invoices_total > 0 en sector == 'zorg'", "en sector == 'zorg'"),
            ("omzet meer dan 1000", "meer dan 1000"),
        ] {
            let refused = compile(expression).err();
            let Some(DeskError::Expression(ExpressionFlaw::Unreadable { from })) = refused else {
                panic!("{expression}: {refused:?}");
            };
            assert_eq!(from.trim(), wrong, "{expression}");
        }
    }
}
