//! From a [`Scorer`] to the functions of the C interface. No panic crosses it.

use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::slice;

use klantwijzer_core::scorer::{
    ContactStrategy, PluginError, ScoreColumns, Scorer, Scoring, Sector,
};
use klantwijzer_core::types::CustomerType;

use crate::abi::{
    Batch, ERROR, Err, Header, MAGIC, MAJOR, MINOR, OK, PANIC, Sink, Str, Table, elements,
};
use crate::scoring;

impl Table {
    /// The table of a scorer.
    pub const fn of<S: Scorer>() -> Self {
        Self {
            header: Header {
                magic: MAGIC,
                abi_major: MAJOR,
                abi_minor: MINOR,
                struct_size: size_of::<Self>() as u32,
                reserved: 0,
            },
            manifest: Str::new(S::MANIFEST),
            create: Some(create::<S>),
            score: Some(score::<S>),
            contacts: Some(contacts::<S>),
            destroy: Some(destroy::<S>),
        }
    }
}

unsafe extern "C" fn create<S: Scorer>(
    config: Str,
    scorer: *mut *mut c_void,
    err: *mut Err,
) -> i32 {
    guarded(err, || {
        // SAFETY: the host lends a text for the time of the call.
        let config = unsafe { config.bytes() };
        let config = str::from_utf8(config).map_err(|e| PluginError::Config(e.to_string()))?;
        let made: *mut Scoring<S> = Box::into_raw(Box::new(scoring::<S>(config)?));
        // SAFETY: the host gives a place to write one pointer to.
        unsafe { scorer.write(made.cast()) };
        Ok(())
    })
}

unsafe extern "C" fn score<S: Scorer>(
    scorer: *const c_void,
    batch: *const Batch,
    err: *mut Err,
) -> i32 {
    guarded(err, || {
        // SAFETY: the host gives what `create` made and nobody destroyed yet;
        // it is only read, and `Scorer` is `Sync`.
        let scoring = unsafe { &*scorer.cast::<Scoring<S>>() };
        // SAFETY: the host lends the batch for the time of the call.
        let batch = unsafe { &*batch };
        // SAFETY: the host's columns hold `rows` numbers each, and the columns
        // that are written overlap with no other.
        unsafe { score_batch(scoring, batch) }
    })
}

/// # Safety
/// Every pointer in `batch` must be valid for as many elements as the batch
/// says, and no column that is written may overlap with another.
unsafe fn score_batch<S: Scorer>(scoring: &Scoring<S>, batch: &Batch) -> Result<(), PluginError> {
    let rows = batch.rows;
    // SAFETY: as the caller vouches.
    let facts = unsafe { elements(batch.facts, batch.n_facts) };
    // SAFETY: as the caller vouches.
    let read = |column: &*const f64| unsafe { elements(*column, rows) };
    let facts: Vec<&[f64]> = facts.iter().map(read).collect();
    // SAFETY: as the caller vouches.
    let factors = unsafe { elements(batch.factors, batch.n_factors) };
    // SAFETY: as the caller vouches; each column is taken once below.
    let write = |column: *mut f64| unsafe { elements_mut(column, rows) };
    let mut factors: Vec<&mut [f64]> = factors.iter().map(|column| write(*column)).collect();
    let mut scores = ScoreColumns {
        value: write(batch.value),
        potential: write(batch.potential),
        confidence: write(batch.confidence),
        factors: &mut factors,
    };
    scoring.run(&facts, &mut scores)
}

unsafe extern "C" fn contacts<S: Scorer>(
    scorer: *const c_void,
    customer_type: Str,
    sink: Sink,
    ctx: *mut c_void,
    err: *mut Err,
) -> i32 {
    guarded(err, || {
        // SAFETY: as in `score`.
        let scoring = unsafe { &*scorer.cast::<Scoring<S>>() };
        // SAFETY: the host lends a text for the time of the call.
        let word = unsafe { customer_type.bytes() };
        let customer_type = str::from_utf8(word)
            .ok()
            .and_then(CustomerType::from_id)
            .ok_or_else(|| PluginError::Config("there is no such customer type".to_owned()))?;
        if let Some(moments) = scoring.manifest().programme(customer_type) {
            let json = serde_json::to_string(moments)
                .map_err(|problem| PluginError::Manifest(problem.to_string()))?;
            // SAFETY: the sink takes any text with the context that came with it.
            unsafe { sink(ctx, json.as_ptr().cast(), json.len()) };
        }
        Ok(())
    })
}

unsafe extern "C" fn destroy<S: Scorer>(scorer: *mut c_void) {
    let ended = catch_unwind(|| {
        // SAFETY: the host gives what `create` made, once, after its last use.
        drop(unsafe { Box::from_raw(scorer.cast::<Scoring<S>>()) });
    });
    // A panic while dropping has nobody left to tell.
    drop(ended);
}

fn guarded(err: *mut Err, work: impl FnOnce() -> Result<(), PluginError>) -> i32 {
    let (code, text) = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => return OK,
        Ok(Err(problem)) => (ERROR, problem.to_string()),
        Err(panic) => (PANIC, panic_text(panic.as_ref()).to_owned()),
    };
    // SAFETY: the host lends room for an error text, or gives null.
    if let Some(err) = unsafe { err.as_mut() } {
        let len = text.floor_char_boundary(err.cap);
        // SAFETY: `ptr` has room for `cap` bytes, and `len` is no more.
        unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), err.ptr.cast(), len) };
        err.len = len;
    }
    code
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    let owned = || panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(owned).unwrap_or("a panic without a text")
}

/// # Safety
/// `first` must be valid for writing `len` elements during `'a`, and nothing
/// else may use them, unless `len` is 0.
unsafe fn elements_mut<'a, T>(first: *mut T, len: usize) -> &'a mut [T] {
    if len == 0 {
        return &mut [];
    }
    // SAFETY: as the caller vouches.
    unsafe { slice::from_raw_parts_mut(first, len) }
}

#[cfg(test)]
mod tests;
