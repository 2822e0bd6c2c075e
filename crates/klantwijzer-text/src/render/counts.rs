//! How many customers there are, and by which definition.

use klantwijzer_answer::body::{
    Count, DefinitionComparison, DefinitionCount, DefinitionExplanation, Difference,
};
use klantwijzer_core::definition::Definition;

use super::format::Formatter;
use super::noun::Noun;
use super::page::{Page, Table, capital};
use crate::say;
use crate::texts::terms::definition_id;

/// How many customers there are.
pub(super) fn count(fmt: &Formatter<'_>, count: &Count) -> Page {
    let first = &count.first;
    let noun = noun_under(fmt, &first.definition, count.filter.plugin.as_deref());
    let Some(n) = first.count else {
        let mut page = Page::new(say!(fmt, "count-impossible", name = fmt.definition(first)));
        page.titled_table(say!(fmt, "count-funnel-title"), funnel(fmt, &count.funnel));
        return page;
    };
    let counted = fmt.narrowed(&noun, n, &[], &count.filter);
    let mut page = Page::new(if let Some(who) = who(fmt, first) {
        say!(fmt, "count-lead", who, n, counted)
    } else {
        let name = fmt.definition(first);
        say!(fmt, "count-lead-own", name, n, counted)
    });
    if let (Some(period), None) = (count.period, first.period) {
        page.paragraph(say!(fmt, "count-no-days", period = fmt.texts.period(period)));
    }
    if let Some([recipients, donors, both]) = count.sides {
        let sides =
            [say!(fmt, "count-recipients", n = recipients), say!(fmt, "count-donors", n = donors)];
        page.paragraph(say!(fmt, "count-sides", sides = fmt.texts.and(&sides), n = both));
    }
    if count.groups != n {
        page.paragraph(say!(fmt, "count-groups", n = count.groups));
    }
    if n == 0 {
        page.paragraph(say!(fmt, "count-none-hint"));
    }
    page.titled_table(funnel_title(fmt, count), funnel(fmt, &count.funnel));
    page
}

fn funnel_title(fmt: &Formatter<'_>, count: &Count) -> String {
    match count.period {
        Some(period) => say!(fmt, "count-period-title", period = fmt.texts.period(period)),
        None if count.named => say!(fmt, "count-others-title"),
        None => say!(fmt, "count-funnel-title"),
    }
}

/// The word for those who count under a definition.
fn noun_under(fmt: &Formatter<'_>, definition: &Definition, plugin: Option<&str>) -> Noun {
    match role_id(definition) {
        Some(id) => Noun { one: say!(fmt, id), many: say!(fmt, &format!("{id}.many")) },
        None => fmt.noun(plugin),
    }
}

/// The message with the word for those in the role that a definition is about.
const fn role_id(definition: &Definition) -> Option<&'static str> {
    match definition {
        Definition::Recipient => Some("noun-recipient"),
        Definition::Donor => Some("noun-donor"),
        Definition::RecipientsAndDonors => Some("noun-party"),
        Definition::User => Some("noun-user"),
        Definition::Advertiser => Some("noun-advertiser"),
        Definition::Member => Some("noun-member"),
        _ => None,
    }
}

/// Who counts: "everyone you ever sent an invoice", "everyone you sent an invoice
/// in 1997"; `None` for an own definition.
pub(super) fn who(fmt: &Formatter<'_>, count: &DefinitionCount) -> Option<String> {
    let id = definition_id(&count.definition)?;
    let id = match count.period {
        Some(_) => format!("{id}.who-then"),
        None => format!("{id}.who"),
    };
    Some(fmt.definition_text(&id, &count.definition, count.period))
}

fn funnel(fmt: &Formatter<'_>, counts: &[DefinitionCount]) -> Table {
    Table::of(counts.iter().filter(|count| matters(count)))
        .left(say!(fmt, "col-definition"), |count| capital(&fmt.definition(count)))
        .right(say!(fmt, "col-number"), |count| {
            count.count.map_or_else(|| fmt.texts.unknown(), |n| fmt.texts.count(n))
        })
        .table()
}

/// Whether a definition says something about this book: nobody in a role means
/// that the book has no such role.
fn matters(count: &DefinitionCount) -> bool {
    role_id(&count.definition).is_none() || count.count != Some(0)
}

/// Definitions side by side.
pub(super) fn definitions(fmt: &Formatter<'_>, comparison: &DefinitionComparison) -> Page {
    let counts = &comparison.counts;
    let known = || counts.iter().filter(|count| matters(count)).filter_map(|count| count.count);
    let lead = match (counts.as_slice(), known().min(), known().max()) {
        ([one, other], Some(_), Some(_)) => say!(
            fmt,
            "definitions-two",
            one = fmt.definition(one),
            first = so_many(fmt, one),
            other = fmt.definition(other),
            second = so_many(fmt, other)
        ),
        (_, Some(least), Some(most)) if least < most => {
            say!(fmt, "definitions-range", least, most)
        }
        (_, Some(least), _) => say!(fmt, "definitions-same", n = least),
        (_, None, _) => say!(fmt, "definitions-none"),
    };
    let mut page = Page::new(lead);
    if let (Some(difference), [one, other]) = (&comparison.difference, counts.as_slice()) {
        page.bullets(differences(fmt, difference, one, other));
        page.bullets([one, other].into_iter().filter_map(|count| meaning(fmt, count)));
    } else {
        page.table(funnel(fmt, counts));
        page.paragraph(say!(fmt, "definitions-choose"));
    }
    page
}

fn so_many(fmt: &Formatter<'_>, count: &DefinitionCount) -> String {
    count.count.map_or_else(|| say!(fmt, "count-unknown"), |n| fmt.texts.count(n))
}

fn differences(
    fmt: &Formatter<'_>,
    difference: &Difference,
    one: &DefinitionCount,
    other: &DefinitionCount,
) -> Vec<String> {
    let only = |count: &DefinitionCount, n: u32, examples: &[String]| match examples {
        [] => say!(fmt, "definitions-only", name = fmt.definition(count), n),
        examples => {
            let examples: Vec<_> = examples.iter().map(|name| fmt.name(name)).collect();
            let examples = fmt.texts.and(&examples);
            let name = fmt.definition(count);
            say!(fmt, "definitions-only-such", name, n, examples)
        }
    };
    vec![
        say!(fmt, "definitions-both", n = difference.both),
        only(one, difference.only_first, &difference.first_examples),
        only(other, difference.only_second, &difference.second_examples),
    ]
}

fn meaning(fmt: &Formatter<'_>, count: &DefinitionCount) -> Option<String> {
    let id = definition_id(&count.definition)?;
    let means = fmt.definition_text(&format!("{id}.means"), &count.definition, None);
    Some(say!(fmt, "definitions-means", name = capital(&fmt.definition(count)), means))
}

/// What a definition means.
pub(super) fn definition(fmt: &Formatter<'_>, explanation: &DefinitionExplanation) -> Page {
    let default = &explanation.default;
    let Some(asked) = &explanation.asked else {
        return customer(fmt, default);
    };
    let lead = if let Some(id) = definition_id(&asked.definition) {
        fmt.definition_text(&format!("{id}.means"), &asked.definition, None)
    } else {
        say!(fmt, "definition-own", name = fmt.definition(asked))
    };
    let mut page = Page::new(lead);
    if let Some(expression) = &explanation.expression {
        page.paragraph(say!(fmt, "definition-rule", rule = expression.as_str()));
    }
    page.paragraph(if let Some(n) = asked.count {
        say!(fmt, "definition-count", n)
    } else {
        say!(fmt, "definition-no-count")
    });
    if asked.definition != default.definition {
        let name = fmt.definition(default);
        page.paragraph(say!(fmt, "definition-default", name, n = so_many(fmt, default)));
    }
    page
}

/// What a customer is, by the workspace's default.
fn customer(fmt: &Formatter<'_>, default: &DefinitionCount) -> Page {
    let n = so_many(fmt, default);
    let mut page = Page::new(if let Some(who) = who(fmt, default) {
        say!(fmt, "definition-customer", who, n)
    } else {
        say!(fmt, "definition-customer-own", name = fmt.definition(default), n)
    });
    page.paragraph(say!(fmt, "definitions-choose"));
    page.paragraph(say!(fmt, "definition-customer-hint"));
    page
}
