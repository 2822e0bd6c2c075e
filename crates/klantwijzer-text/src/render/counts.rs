//! How many customers there are, and by which definition.

use klantwijzer_answer::body::{
    Count, DefinitionComparison, DefinitionCount, DefinitionExplanation, Difference,
};
use klantwijzer_core::definition::Definition;

use super::noun::Noun;
use super::page::{Align, Page, Table, capital};
use super::pen::Pen;
use crate::say;
use crate::texts::terms::definition_id;

/// How many customers there are.
pub(super) fn count(pen: &Pen<'_>, count: &Count) -> Page {
    let texts = pen.texts;
    let first = &count.first;
    let noun = noun_under(pen, &first.definition, count.filter.plugin.as_deref());
    let Some(n) = first.count else {
        let mut page = Page::new(say!(texts, "count-impossible", name = pen.definition(first)));
        page.titled_table(say!(texts, "count-funnel-title"), funnel(pen, &count.funnel));
        return page;
    };
    let counted = pen.narrowed(&noun, n, &[], &count.filter);
    let mut page = Page::new(if let Some(who) = who(pen, first) {
        say!(texts, "count-lead", who = who, n = n, counted = counted)
    } else {
        let name = pen.definition(first);
        say!(texts, "count-lead-own", name = name, n = n, counted = counted)
    });
    if let (Some(period), None) = (count.period, first.period) {
        page.paragraph(say!(texts, "count-no-days", period = texts.period(period)));
    }
    if let Some([recipients, donors, both]) = count.sides {
        let sides = [
            say!(texts, "count-recipients", n = recipients),
            say!(texts, "count-donors", n = donors),
        ];
        page.paragraph(say!(texts, "count-sides", sides = texts.and(&sides), n = both));
    }
    if count.groups != n {
        page.paragraph(say!(texts, "count-groups", n = count.groups));
    }
    if n == 0 {
        page.paragraph(say!(texts, "count-none-hint"));
    }
    page.titled_table(funnel_title(pen, count), funnel(pen, &count.funnel));
    page
}

fn funnel_title(pen: &Pen<'_>, count: &Count) -> String {
    let texts = pen.texts;
    match count.period {
        Some(period) => say!(texts, "count-period-title", period = texts.period(period)),
        None if count.named => say!(texts, "count-others-title"),
        None => say!(texts, "count-funnel-title"),
    }
}

/// The word for those who count under a definition.
fn noun_under(pen: &Pen<'_>, definition: &Definition, plugin: Option<&str>) -> Noun {
    let id = match definition {
        Definition::Recipient => "noun-recipient",
        Definition::Donor => "noun-donor",
        Definition::RecipientsAndDonors => "noun-party",
        Definition::User => "noun-user",
        Definition::Advertiser => "noun-advertiser",
        Definition::Member => "noun-member",
        _ => return pen.noun(plugin),
    };
    Noun { one: say!(pen.texts, id), many: say!(pen.texts, &format!("{id}.many")) }
}

/// Who counts: "everyone you ever sent an invoice", "everyone you sent an invoice
/// in 1997"; `None` for an own definition.
pub(super) fn who(pen: &Pen<'_>, count: &DefinitionCount) -> Option<String> {
    let id = definition_id(&count.definition)?;
    let id = match count.period {
        Some(_) => format!("{id}.who-then"),
        None => format!("{id}.who"),
    };
    Some(pen.definition_text(&id, &count.definition, count.period))
}

fn funnel(pen: &Pen<'_>, counts: &[DefinitionCount]) -> Table {
    let texts = pen.texts;
    let mut table = Table::new([
        (say!(texts, "col-definition"), Align::Left),
        (say!(texts, "col-number"), Align::Right),
    ]);
    for count in counts.iter().filter(|count| matters(count)) {
        let number = count.count.map_or_else(|| texts.unknown(), |n| texts.count(n));
        table.row([capital(&pen.definition(count)), number]);
    }
    table
}

/// Whether a definition says something about this book: nobody in a role means
/// that the book has no such role.
fn matters(count: &DefinitionCount) -> bool {
    let is_role = matches!(
        count.definition,
        Definition::Recipient
            | Definition::Donor
            | Definition::RecipientsAndDonors
            | Definition::User
            | Definition::Advertiser
            | Definition::Member
    );
    !is_role || count.count != Some(0)
}

/// Definitions side by side.
pub(super) fn definitions(pen: &Pen<'_>, comparison: &DefinitionComparison) -> Page {
    let texts = pen.texts;
    let counts = &comparison.counts;
    let known = || counts.iter().filter(|count| matters(count)).filter_map(|count| count.count);
    let lead = match (counts.as_slice(), known().min(), known().max()) {
        ([one, other], Some(_), Some(_)) => say!(
            texts,
            "definitions-two",
            one = pen.definition(one),
            first = so_many(pen, one),
            other = pen.definition(other),
            second = so_many(pen, other)
        ),
        (_, Some(least), Some(most)) if least < most => {
            say!(texts, "definitions-range", least = least, most = most)
        }
        (_, Some(least), _) => say!(texts, "definitions-same", n = least),
        (_, None, _) => say!(texts, "definitions-none"),
    };
    let mut page = Page::new(lead);
    if let (Some(difference), [one, other]) = (&comparison.difference, counts.as_slice()) {
        page.bullets(differences(pen, difference, one, other));
        page.bullets([one, other].into_iter().filter_map(|count| meaning(pen, count)));
    } else {
        page.table(funnel(pen, counts));
        page.paragraph(say!(texts, "definitions-choose"));
    }
    page
}

fn so_many(pen: &Pen<'_>, count: &DefinitionCount) -> String {
    count.count.map_or_else(|| say!(pen.texts, "count-unknown"), |n| pen.texts.count(n))
}

fn differences(
    pen: &Pen<'_>,
    difference: &Difference,
    one: &DefinitionCount,
    other: &DefinitionCount,
) -> Vec<String> {
    let texts = pen.texts;
    let only = |count: &DefinitionCount, n: u32, examples: &[String]| match examples {
        [] => say!(texts, "definitions-only", name = pen.definition(count), n = n),
        examples => {
            let examples = pen.names_in_row(examples);
            let name = pen.definition(count);
            say!(texts, "definitions-only-such", name = name, n = n, examples = examples)
        }
    };
    vec![
        say!(texts, "definitions-both", n = difference.both),
        only(one, difference.only_first, &difference.first_examples),
        only(other, difference.only_second, &difference.second_examples),
    ]
}

fn meaning(pen: &Pen<'_>, count: &DefinitionCount) -> Option<String> {
    let id = definition_id(&count.definition)?;
    let means = pen.definition_text(&format!("{id}.means"), &count.definition, None);
    Some(say!(
        pen.texts,
        "definitions-means",
        name = capital(&pen.definition(count)),
        means = means
    ))
}

/// What a definition means.
pub(super) fn definition(pen: &Pen<'_>, explanation: &DefinitionExplanation) -> Page {
    let texts = pen.texts;
    let default = &explanation.default;
    let Some(asked) = &explanation.asked else {
        return customer(pen, default);
    };
    let lead = if let Some(id) = definition_id(&asked.definition) {
        pen.definition_text(&format!("{id}.means"), &asked.definition, None)
    } else {
        say!(texts, "definition-own", name = pen.definition(asked))
    };
    let mut page = Page::new(lead);
    if let Some(expression) = &explanation.expression {
        page.paragraph(say!(texts, "definition-rule", rule = expression.as_str()));
    }
    page.paragraph(if let Some(n) = asked.count {
        say!(texts, "definition-count", n = n)
    } else {
        say!(texts, "definition-no-count")
    });
    if asked.definition != default.definition {
        let name = pen.definition(default);
        page.paragraph(say!(texts, "definition-default", name = name, n = so_many(pen, default)));
    }
    page
}

/// What a customer is, by the workspace's default.
fn customer(pen: &Pen<'_>, default: &DefinitionCount) -> Page {
    let texts = pen.texts;
    let n = so_many(pen, default);
    let mut page = Page::new(if let Some(who) = who(pen, default) {
        say!(texts, "definition-customer", who = who, n = n)
    } else {
        say!(texts, "definition-customer-own", name = pen.definition(default), n = n)
    });
    page.paragraph(say!(texts, "definitions-choose"));
    page.paragraph(say!(texts, "definition-customer-hint"));
    page
}
