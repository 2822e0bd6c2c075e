use std::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};

use klantwijzer_core::scorer::{Customer, Plan, PluginError, Score, Scorer};

use crate::abi::{Batch, ERROR, Err, OK, PANIC, Str, Table};

struct Moody;

impl Scorer for Moody {
    const MANIFEST: &'static str = include_str!("../../tests/studio.json");

    fn new(_plan: &Plan<'_>, config: &str) -> Result<Self, PluginError> {
        assert_ne!(config, "\"panic\"", "no such mood");
        let _: String = crate::config(config)?;
        Ok(Self)
    }

    fn score(&self, _customer: &Customer<'_>, score: &mut Score) {
        // A text that is put together while it panics, as most are.
        panic!("out of words for {}", std::mem::size_of_val(score) > 0);
    }
}

const TABLE: Table = Table::of::<Moody>();

fn create(config: &str, text: &mut [u8]) -> (i32, *mut c_void, usize) {
    let mut scorer = null_mut();
    let mut err = room(text);
    // SAFETY: every pointer is valid for the time of the call.
    let code = unsafe { TABLE.create.unwrap()(Str::new(config), &raw mut scorer, &raw mut err) };
    (code, scorer, err.len)
}

fn room(text: &mut [u8]) -> Err {
    Err { ptr: text.as_mut_ptr().cast(), cap: text.len(), len: 0 }
}

#[test]
fn a_configuration_is_refused_with_words_that_fit_the_room() {
    let mut text = [0; 30];
    let (code, scorer, len) = create("[1]", &mut text);
    assert_eq!((code, scorer), (ERROR, null_mut()));
    assert_eq!(&text[..len], b"the configuration cannot be us");
}

#[test]
fn a_panic_is_caught_and_its_text_given() {
    let mut text = [0; 200];
    let (code, _, len) = create("\"panic\"", &mut text);
    assert_eq!(code, PANIC);
    assert!(String::from_utf8_lossy(&text[..len]).contains("no such mood"));

    let (code, scorer, _) = create("", &mut text);
    assert_eq!(code, OK);
    let facts = [[1.0_f64], [1.0], [1.0], [1.0]];
    let facts = facts.each_ref().map(|column| column.as_ptr());
    let mut outputs = [[0.0_f64]; 7];
    let outputs = outputs.each_mut().map(|column| column.as_mut_ptr());
    let batch = Batch {
        struct_size: size_of::<Batch>() as u32,
        flags: 0,
        rows: 1,
        n_facts: 4,
        facts: facts.as_ptr(),
        value: outputs[0],
        potential: outputs[1],
        confidence: outputs[2],
        n_factors: 4,
        factors: outputs[3..].as_ptr(),
    };
    let mut err = room(&mut text);
    // SAFETY: the batch is as it says; the scorer is destroyed after its use.
    let code = unsafe {
        let code = TABLE.score.unwrap()(scorer, &raw const batch, &raw mut err);
        TABLE.destroy.unwrap()(scorer);
        code
    };
    assert_eq!(code, PANIC);
    let len = err.len;
    assert_eq!(&text[..len], b"out of words for true");
}

#[test]
fn an_empty_batch_may_come_with_null_pointers() {
    let (_, scorer, _) = create("", &mut [0; 9]);
    let columns = [null::<f64>(); 4];
    let outputs = [null_mut::<f64>(); 4];
    let batch = Batch {
        struct_size: size_of::<Batch>() as u32,
        flags: 0,
        rows: 0,
        n_facts: 4,
        facts: columns.as_ptr(),
        value: null_mut(),
        potential: null_mut(),
        confidence: null_mut(),
        n_factors: 4,
        factors: outputs.as_ptr(),
    };
    // SAFETY: there are no rows, so that no column is read or written.
    let code = unsafe {
        let code = TABLE.score.unwrap()(scorer, &raw const batch, null_mut());
        TABLE.destroy.unwrap()(scorer);
        code
    };
    assert_eq!(code, OK);
}

#[test]
fn contacts_follow_the_manifest_and_know_four_types() {
    unsafe extern "C" fn count(ctx: *mut c_void, _: *const c_char, _: usize) {
        // SAFETY: the context is the counter below.
        unsafe { *ctx.cast::<u32>() += 1 };
    }
    let (_, scorer, _) = create("", &mut [0; 9]);
    let mut calls = 0_u32;
    let mut ask = |word: &str| {
        let ctx = (&raw mut calls).cast();
        // SAFETY: every pointer is valid for the time of the call.
        unsafe { TABLE.contacts.unwrap()(scorer, Str::new(word), count, ctx, null_mut()) }
    };
    assert_eq!(ask("strategic"), OK);
    assert_eq!(ask("nonsense"), ERROR);
    assert_eq!(calls, 0);
    // SAFETY: the scorer is not used any more.
    unsafe { TABLE.destroy.unwrap()(scorer) };
}
