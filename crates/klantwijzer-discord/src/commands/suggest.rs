//! What is offered while somebody types: names of the book, for who may see them.

use klantwijzer_answer::query::{Entity, Filter, Measure, Query};
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::text::fold;
use klantwijzer_desk::Book;
use klantwijzer_frontend::Program;
use klantwijzer_text::render::{self, Names};
use klantwijzer_text::{Failure, clean};
use serenity::all::{AutocompleteChoice, CreateAutocompleteResponse};
use smol_str::SmolStr;

use super::Context;
use crate::caller::{Caller, Place};
use crate::reply::cut;

/// The most that Discord shows.
const MOST: usize = 25;

/// The longest name and value of what is offered.
const LONGEST: usize = 100;

/// Customers whose name begins as typed; the most valuable ones where nothing is
/// typed yet.
pub(super) async fn customers(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    offered(ctx, move |program| {
        let book = program.book()?;
        let found = if typed.trim().is_empty() {
            first_by_value(program, &book)?
        } else {
            let found = book.snapshot().vocabulary.complete(&typed, MOST);
            found.iter().map(|found| found.customer).collect()
        };
        let names = program.names(&book);
        let rows = found.into_iter().filter_map(|no| book.portfolio().row(no));
        Ok(labelled(rows.map(|row| {
            let name = told_apart(row.name(), names.tells_apart(row.no()));
            let id = row.id();
            (if id.chars().count() > LONGEST { &name } else { id }.to_owned(), name)
        })))
    })
    .await
}

/// A name, with the id beside it that tells it from others of the same name.
fn told_apart(name: &str, id: Option<&str>) -> String {
    let Some(id) = id else { return name.to_owned() };
    let room = LONGEST.saturating_sub(id.chars().count() + 3);
    format!("{} ({id})", cut(name, room))
}

fn first_by_value(program: &Program, book: &Book<'_>) -> Result<Vec<CustomerNo>, Failure> {
    let query = Query::TopN {
        n: MOST as u32,
        measure: Measure::Value,
        lowest: false,
        entity: Entity::Customer,
        filter: Filter::default(),
        period: None,
    };
    let answer = program.wait(book.answer(&query))?;
    Ok(answer.body.customers().shown.iter().map(|card| card.no).collect())
}

/// Sectors of the book.
pub(super) async fn sectors(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    words(ctx, typed, |book| book.portfolio().dictionaries().sectors.words().to_vec()).await
}

/// Account managers of the book.
pub(super) async fn owners(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    words(ctx, typed, |book| book.portfolio().dictionaries().owners.words().to_vec()).await
}

/// The team's own definitions.
pub(super) async fn own_definitions(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let own = |book: &Book<'_>| book.portfolio().settings().definitions.keys().cloned().collect();
    words(ctx, typed, own).await
}

/// Definitions of a customer: the standard ones, those of plugins and the team's.
pub(super) async fn definitions(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = fold(typed);
    offered(ctx, move |program| {
        let known = known_definitions(program, &program.book()?).into_iter();
        let known = known.map(|(definition, label)| (definition.id().to_owned(), label));
        Ok(labelled(known.filter(|(_, label)| fold(label).contains(&typed))))
    })
    .await
}

/// Sector plugins.
pub(super) async fn plugins(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = fold(typed);
    offered(ctx, move |program| {
        let known = program.desk.manifests().map(|manifest| {
            (manifest.id.to_string(), program.texts.words(&manifest.name).to_owned())
        });
        Ok(labelled(known.filter(|(_, label)| fold(label).contains(&typed))))
    })
    .await
}

/// Settings.
pub(super) async fn setting_names(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = fold(typed);
    offered(ctx, move |program| {
        let known = klantwijzer_frontend::settings::names(program)?.into_iter();
        let fits = |(name, label): &(String, String)| {
            fold(label).contains(&typed) || name.contains(&typed)
        };
        Ok(labelled(known.filter(fits)))
    })
    .await
}

/// The definition that was chosen or typed.
pub(super) fn definition(program: &Program, book: &Book<'_>, typed: &str) -> Option<Definition> {
    let folded = fold(typed);
    let known = known_definitions(program, book).into_iter();
    let mut found =
        known.filter(|(definition, label)| definition.id() == typed || fold(label) == folded);
    found.next().map(|(definition, _)| definition)
}

fn known_definitions(program: &Program, book: &Book<'_>) -> Vec<(Definition, String)> {
    let own = book.portfolio().definitions().iter();
    let own = own.map(|own| Definition::Own { name: own.name.clone() });
    let names = program.names(book);
    Definition::all()
        .into_iter()
        .chain(own)
        .map(|definition| {
            let label = render::definition_name(&definition, program.texts, &names);
            (definition, label)
        })
        .collect()
}

/// The word of the book that was typed, whatever its capitals.
pub(super) fn meant(typed: &str, words: &[SmolStr]) -> Option<SmolStr> {
    let folded = fold(typed);
    words
        .iter()
        .find(|word| *word == typed)
        .or_else(|| {
            let mut like = words.iter().filter(|word| fold(word) == folded);
            like.next().filter(|_| like.next().is_none())
        })
        .or_else(|| {
            // What is offered is cut where Discord takes no more.
            let begin = typed.strip_suffix('…')?;
            let mut like = words.iter().filter(|word| word.starts_with(begin));
            like.next().filter(|_| like.next().is_none())
        })
        .cloned()
}

/// Words of the book with what was typed in them, those that begin so first.
async fn words(
    ctx: Context<'_>,
    typed: &str,
    known: impl FnOnce(&Book<'_>) -> Vec<SmolStr> + Send + 'static,
) -> CreateAutocompleteResponse {
    let typed = fold(typed);
    offered(ctx, move |program| {
        let mut found: Vec<(bool, SmolStr)> = known(&program.book()?)
            .into_iter()
            .filter(|word| !word.trim().is_empty() && fold(word).contains(&typed))
            .map(|word| (!fold(&word).starts_with(&typed), word))
            .collect();
        found.sort();
        Ok(labelled(found.into_iter().map(|(_, word)| (word.to_string(), word.to_string()))))
    })
    .await
}

/// What is chosen by its label, each a value with that.
fn labelled(found: impl Iterator<Item = (String, String)>) -> Vec<AutocompleteChoice> {
    let choice = |(value, label): (String, String)| {
        AutocompleteChoice::new(shown(&label), cut(&value, LONGEST))
    };
    found.take(MOST).map(choice).collect()
}

/// Discord shows what is offered as it is, so only control characters go.
fn shown(name: &str) -> String {
    let name = clean(name);
    if name.trim().is_empty() { "…".to_owned() } else { cut(&name, LONGEST) }
}

/// What is offered to this person; nothing to who may not see it, and nothing
/// while the data is not there yet. It takes no turn: it is quick, and who types
/// does not wait for others' reviews.
async fn offered(
    ctx: Context<'_>,
    find: impl FnOnce(&Program) -> Result<Vec<AutocompleteChoice>, Failure> + Send + 'static,
) -> CreateAutocompleteResponse {
    let mut measured = ctx.data().metrics.begin("suggest");
    let found = found(ctx, find).await;
    measured.answered(found.is_some());
    CreateAutocompleteResponse::new().set_choices(found.unwrap_or_default())
}

async fn found(
    ctx: Context<'_>,
    find: impl FnOnce(&Program) -> Result<Vec<AutocompleteChoice>, Failure> + Send + 'static,
) -> Option<Vec<AutocompleteChoice>> {
    let place = Place::from(ctx.interaction);
    let server = place.server?;
    let caller = Caller::new(ctx.data(), place, server).await.ok()?;
    let program = caller.program;
    tokio::task::spawn_blocking(move || find(&program)).await.ok()?.ok()
}
