//! The rules that every store passes.
//!
//! [`check`] runs them against a store; [`check_lasting`] those about what
//! outlives the process. Both panic at the first rule that is broken and name
//! it. [`sample`] makes data for them, and for tests elsewhere.

mod audit;
mod backups;
mod concurrency;
mod deletion;
pub mod erasure;
mod imports;
mod lasting;
pub(crate) mod memory;
mod reviews;
pub mod sample;
mod versions;
mod workspaces;

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::{ReviewHeader, ReviewSummary};
use klantwijzer_core::workspace::WorkspaceId;

use crate::encoding::encode_chunk;
use crate::{AuditFilter, Store, StoreError};

/// Makes or opens a store.
pub type Make<'a> = &'a dyn Fn() -> Result<Box<dyn Store>, StoreError>;

type Rule = fn(Make<'_>) -> Result<(), StoreError>;

/// Checks a store. `make` gives a new and empty one at every call.
///
/// # Panics
///
/// When a rule is broken.
pub fn check(make: Make<'_>) {
    let groups = [
        audit::RULES,
        deletion::RULES,
        erasure::RULES,
        workspaces::RULES,
        imports::RULES,
        reviews::RULES,
        backups::RULES,
        concurrency::RULES,
        versions::RULES,
    ];
    for (name, rule) in groups.into_iter().flatten() {
        run(name, *rule, make);
    }
}

/// Checks that what was written is there after closing and opening. `open`
/// gives the same store at every call, empty at the first; it is never open
/// twice.
///
/// # Panics
///
/// When a rule is broken.
pub fn check_lasting(open: Make<'_>) {
    for (name, rule) in lasting::RULES {
        run(name, *rule, open);
    }
}

fn run(name: &str, rule: Rule, make: Make<'_>) {
    if let Err(error) = rule(make) {
        panic!("{name}: {error}");
    }
}

/// Compares everything that two stores say of a workspace.
///
/// # Panics
///
/// When they differ.
pub fn check_same(
    one: &dyn Store,
    other: &dyn Store,
    workspace: WorkspaceId,
) -> Result<(), StoreError> {
    macro_rules! same {
        ($method:ident $(, $argument:expr)*) => {{
            let expected = wait(other.$method(workspace $(, $argument)*))?;
            let found = wait(one.$method(workspace $(, $argument)*))?;
            assert!(found == expected, "{}", differ(stringify!($method), &found, &expected));
            expected
        }};
    }
    same!(settings);
    same!(next_customer);
    same!(customer_ids);
    same!(imports);
    same!(overrides);
    same!(erased);
    same!(audit, &AuditFilter::default(), usize::MAX);
    same!(customers, 0..CustomerNo::MAX);
    same!(ledger, 0..CustomerNo::MAX);
    let next = same!(next_customer);
    for customer in [0, 3, next / 2, next.saturating_sub(1)] {
        same!(records_of, customer);
    }
    for review in same!(reviews) {
        let header = same!(review, review.id).map(|header| ReviewSummary::from(&header));
        assert_eq!(header, Some(review));
        for chunk in 0.. {
            let expected = wait(other.review_chunk(workspace, review.id, chunk))?;
            let found = wait(one.review_chunk(workspace, review.id, chunk))?;
            // By their bytes, in which one unknown number equals another.
            let bytes = |chunk| Option::as_ref(chunk).map(encode_chunk).transpose();
            assert_eq!(bytes(&found)?, bytes(&expected)?, "chunk {chunk} of {}", review.id);
            if expected.is_none() {
                break;
            }
        }
    }
    Ok(())
}

/// The headers of every review, in order of number.
pub fn headers(store: &dyn Store, workspace: WorkspaceId) -> Result<Vec<ReviewHeader>, StoreError> {
    let reviews = wait(store.reviews(workspace))?;
    let header = |review: ReviewSummary| wait(store.review(workspace, review.id)).transpose();
    reviews.into_iter().filter_map(header).collect()
}

/// Everything that a store says of a workspace, as text in small letters, to look
/// in for what must not be there.
pub fn told(store: &dyn Store, workspace: WorkspaceId) -> Result<String, StoreError> {
    let mut told = format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        wait(store.settings(workspace))?,
        wait(store.customer_ids(workspace))?,
        wait(store.imports(workspace))?,
        wait(store.overrides(workspace))?,
        wait(store.erased(workspace))?,
        wait(store.audit(workspace, &AuditFilter::default(), usize::MAX))?,
        wait(store.customers(workspace, 0..CustomerNo::MAX))?,
        wait(store.ledger(workspace, 0..CustomerNo::MAX))?,
        headers(store, workspace)?,
    );
    for customer in 0..wait(store.next_customer(workspace))? {
        let records = wait(store.records_of(workspace, customer))?;
        told.extend([format!("{records:?}")]);
    }
    told.make_ascii_lowercase();
    Ok(told)
}

fn differ<T: std::fmt::Debug>(method: &str, found: &T, expected: &T) -> String {
    let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
    let at = found.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.chars().skip(at.saturating_sub(80)).take(400).collect::<String>();
    format!("{method}: found …{}…, expected …{}…", from(&found), from(&expected))
}

/// Waits for a future on this thread.
pub fn wait<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
