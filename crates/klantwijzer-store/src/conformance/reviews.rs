//! Reviews and overrides.

use std::sync::Arc;

use jiff::civil::{Date, date};
use klantwijzer_core::review::{CHUNK, ReviewChunk};
use klantwijzer_core::workspace::WorkspaceId;

use super::sample::{self, Chance};
use super::{Make, Rule, check_same, headers, wait};
use crate::{MemoryStore, Store, StoreError};

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a review comes back as it was", round_trip),
    ("reviews are numbered from 1 on", numbering),
    ("there is no chunk past the last one", past_the_last),
    ("an override replaces the one before", overrides),
    ("an override that cannot be kept is refused", refused_override),
];

const WORKSPACE: WorkspaceId = WorkspaceId::guild(78 << 22);
const DAY: Date = date(2026, 3, 4);

fn round_trip(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let reference = MemoryStore::default();
    let mut chance = Chance::new(8);
    let chunks: Vec<Arc<ReviewChunk>> = [CHUNK, CHUNK, 17, 0]
        .map(|rows| Arc::new(sample::any_chunk(&mut chance, rows, 9, 4)))
        .into();
    for store in [&*store, &reference as &dyn Store] {
        let review =
            wait(store.record_review(WORKSPACE, sample::header(DAY), chunks.clone(), None))?;
        assert_eq!(review, 1);
        wait(store.record_review(WORKSPACE, sample::header(DAY), Vec::new(), None))?;
    }
    check_same(&*store, &reference, WORKSPACE)
}

fn numbering(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    for number in 1..=3 {
        let mut header = sample::header(DAY);
        header.positive_value = f64::from(number);
        header.id = 99;
        assert_eq!(wait(store.record_review(WORKSPACE, header, Vec::new(), None))?, number);
    }
    let found = headers(&*store, WORKSPACE)?;
    let found = found.iter().map(|header| (header.id, header.positive_value));
    assert_eq!(found.collect::<Vec<_>>(), [(1, 1.0), (2, 2.0), (3, 3.0)]);
    Ok(())
}

fn past_the_last(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let chunk = Arc::new(sample::any_chunk(&mut Chance::new(1), 3, 2, 1));
    wait(store.record_review(WORKSPACE, sample::header(DAY), vec![chunk], None))?;
    let none = |review, chunk| wait(store.review_chunk(WORKSPACE, review, chunk));
    assert!(none(1, 0)?.is_some());
    for (review, chunk) in [(1, 1), (1, u32::MAX), (0, 0), (2, 0), (u32::MAX, 0)] {
        assert_eq!(none(review, chunk)?, None, "review {review}, chunk {chunk}");
    }
    for review in [0, 2, u32::MAX] {
        assert_eq!(wait(store.review(WORKSPACE, review))?, None, "review {review}");
    }
    Ok(())
}

fn overrides(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let set =
        |customer, why| wait(store.set_override(WORKSPACE, &sample::decision(customer, why), &[]));
    for (customer, why) in [(300, "first"), (2, "second"), (300, "third"), (1, "fourth")] {
        set(customer, why)?;
    }
    let expected = [(1, "fourth"), (2, "second"), (300, "third")];
    let expected = expected.map(|(customer, why)| sample::decision(customer, why));
    assert_eq!(wait(store.overrides(WORKSPACE))?, expected);
    for _ in 0..2 {
        wait(store.clear_override(WORKSPACE, 2, &[]))?;
        assert_eq!(wait(store.overrides(WORKSPACE))?, [expected[0].clone(), expected[2].clone()]);
    }
    wait(store.clear_override(WorkspaceId::guild(9), 2, &[]))?;
    assert_eq!(wait(store.workspaces())?.len(), 1, "taking nothing away makes no workspace");
    Ok(())
}

fn refused_override(make: Make<'_>) -> Result<(), StoreError> {
    let store = make()?;
    let endless = sample::decision(1, &"because ".repeat(100_000));
    let outcome = wait(store.set_override(WORKSPACE, &endless, &[]));
    assert!(matches!(outcome, Err(StoreError::Refused(_))), "{outcome:?}");
    assert_eq!(wait(store.overrides(WORKSPACE))?, []);
    Ok(())
}
