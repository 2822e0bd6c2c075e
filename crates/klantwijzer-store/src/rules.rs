//! The rules that hold for whatever is stored, in whichever store.

use klantwijzer_core::customer::{CustomerNo, Profile};
use klantwijzer_core::review::Override;

use crate::{AuditLine, Batch, BookRow, Result, StoreError, Version};

/// The most bytes of one text.
const MOST_TEXT: usize = 64 << 10;

/// The most tags, contact persons or facts in one profile.
const MOST_LISTED: usize = 4096;

/// The most names of files in one import.
const MOST_SOURCES: usize = 10_000;

/// Checks what can be checked of an import without knowing the store.
pub fn check_batch(batch: &Batch) -> Result<()> {
    check_audit(&batch.audit)?;
    text(&batch.info.by)?;
    within(batch.info.sources.len(), MOST_SOURCES, "files")?;
    batch.info.sources.iter().try_for_each(|source| text(source))?;
    if !batch.book.is_sorted_by(|a, b| a.no < b.no) {
        return refused("the customers are not in order of number");
    }
    if !batch.entries.is_sorted_by(|a, b| (a.0, a.1.key) < (b.0, b.1.key)) {
        return refused("the entries are not in order of customer and key");
    }
    for row in &batch.book {
        text(&row.id)?;
        profile(&row.stated)?;
        profile(&row.mentioned)?;
    }
    let mut book = batch.book.iter().map(|row| row.no).peekable();
    for (customer, keyed) in &batch.entries {
        while book.next_if(|no| no < customer).is_some() {}
        if book.peek() != Some(customer) {
            return refused("an entry belongs to a customer who is not in the import's book");
        }
        let entry = &keyed.entry;
        [&entry.number, &entry.line, &entry.category].into_iter().try_for_each(|it| text(it))?;
    }
    Ok(())
}

/// Checks that new customers are numbered from `next` on without a gap, and that
/// none are made by hand; returns the lowest number that is free after them.
pub fn number_after(book: &[BookRow], by_hand: bool, next: CustomerNo) -> Result<CustomerNo> {
    let first_new = book.partition_point(|row| row.no < next);
    if by_hand && first_new < book.len() {
        return refused("a change by hand brings in nobody new");
    }
    let mut free = next;
    for row in &book[first_new..] {
        if row.no != free {
            return Err(StoreError::Conflict);
        }
        free = free
            .checked_add(1)
            .ok_or_else(|| StoreError::Refused("no more customer numbers are left".to_owned()))?;
    }
    Ok(free)
}

/// Checks that the workspace is in the version that something was worked out from.
pub fn check_version(now: Version, based_on: Option<Version>) -> Result<()> {
    if based_on.is_some_and(|version| version != now) {
        return Err(StoreError::Conflict);
    }
    Ok(())
}

/// Checks an override.
pub fn check_override(decision: &Override) -> Result<()> {
    let most = MOST_TEXT / 16;
    within(decision.reason.len(), most, "bytes in the reason")?;
    within(decision.by.len(), most / 4, "bytes in the name of who decided")
}

/// Checks lines of the record of who did what.
pub fn check_audit(lines: &[AuditLine]) -> Result<()> {
    for line in lines {
        [line.person.as_str(), &line.name, &line.detail].into_iter().try_for_each(text)?;
        within(line.customers.len(), MOST_LISTED, "customers in one line")?;
        line.customers.iter().try_for_each(|id| text(id))?;
    }
    Ok(())
}

/// There is no such customer to erase.
pub fn never_given() -> StoreError {
    StoreError::Refused("there is no customer with this number".to_owned())
}

/// Checks a workspace's name.
pub fn check_name(name: &str) -> Result<()> {
    within(name.len(), 1024, "bytes in the workspace's name")
}

fn profile(profile: &Profile) -> Result<()> {
    profile.words().into_iter().flatten().try_for_each(|word| text(word))?;
    [&profile.name, &profile.given_value].into_iter().flatten().try_for_each(|it| text(it))?;
    within(profile.tags.len(), MOST_LISTED, "tags")?;
    profile.tags.iter().try_for_each(|tag| text(tag))?;
    within(profile.people.len(), MOST_LISTED, "contact persons")?;
    for person in &profile.people {
        text(&person.name)?;
        let others = [&person.role, &person.email, &person.phone];
        others.into_iter().flatten().try_for_each(|it| text(it))?;
    }
    within(profile.facts.len(), MOST_LISTED, "facts")?;
    for (id, value) in &profile.facts {
        text(id)?;
        if !value.is_finite() {
            return refused("a fact in a profile is no finite number");
        }
    }
    Ok(())
}

fn text(text: &str) -> Result<()> {
    within(text.len(), MOST_TEXT, "bytes in one text")
}

fn within(number: usize, most: usize, what: &str) -> Result<()> {
    if number <= most {
        return Ok(());
    }
    Err(StoreError::Refused(format!("{number} {what} is more than the {most} that are kept")))
}

fn refused<T>(why: &str) -> Result<T> {
    Err(StoreError::Refused(why.to_owned()))
}
