//! The C interface between the host and a plugin: `include/klantwijzer_plugin.h`
//! in Rust. Both sides use these types; no Rust type crosses the boundary.
//!
//! The table only ever grows at its end, told by `struct_size` and `abi_minor`.
//! What stands in it now never changes within one major version.

use std::ffi::{c_char, c_void};
use std::slice;

/// The first field of every table: `kwplugin`, low byte first.
pub const MAGIC: u64 = u64::from_le_bytes(*b"kwplugin");
/// A plugin of another major version cannot be loaded.
pub const MAJOR: u32 = 1;
/// The minor version that this crate makes.
pub const MINOR: u32 = 0;
/// The name of the one exported symbol, ended by a zero.
pub const SYMBOL: &[u8] = b"KW_PLUGIN_V1\0";

/// The call did what it should.
pub const OK: i32 = 0;
/// The call failed; the error text says why.
pub const ERROR: i32 = 1;
/// The plugin panicked, and caught it; the error text has the panic's.
pub const PANIC: i32 = 2;

/// Text in UTF-8.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Str {
    /// Its first byte; may be null when `len` is 0.
    pub ptr: *const c_char,
    /// Its length in bytes.
    pub len: usize,
}

impl Str {
    /// Points at a text, which must outlive the use of this.
    pub const fn new(text: &str) -> Self {
        Self { ptr: text.as_ptr().cast(), len: text.len() }
    }

    /// The bytes pointed at.
    ///
    /// # Safety
    /// `ptr` must point at `len` readable bytes that do not change during `'a`,
    /// unless `len` is 0.
    pub unsafe fn bytes<'a>(self) -> &'a [u8] {
        // SAFETY: the caller vouches for the pointer and the length.
        unsafe { elements(self.ptr.cast(), self.len) }
    }
}

/// Room of the host's for an error text.
#[repr(C)]
#[derive(Debug)]
pub struct Err {
    /// Where the text goes.
    pub ptr: *mut c_char,
    /// The most bytes that it can have.
    pub cap: usize,
    /// The bytes that it has.
    pub len: usize,
}

/// One batch of customers. Every buffer is the host's; NaN means unknown.
#[repr(C)]
#[derive(Debug)]
pub struct Batch {
    /// The size of this struct.
    pub struct_size: u32,
    /// 0.
    pub flags: u32,
    /// Customers.
    pub rows: usize,
    /// Fact columns.
    pub n_facts: usize,
    /// The fact columns, in the order of the manifest.
    pub facts: *const *const f64,
    /// Money per year.
    pub value: *mut f64,
    /// 0 to 100.
    pub potential: *mut f64,
    /// 0 to 1.
    pub confidence: *mut f64,
    /// Factor columns.
    pub n_factors: usize,
    /// The factor columns, in the order of the manifest.
    pub factors: *const *mut f64,
}

/// Takes the answer of [`Table::contacts`].
pub type Sink = unsafe extern "C" fn(ctx: *mut c_void, ptr: *const c_char, len: usize);

/// Makes a scorer from its configuration.
pub type Create = unsafe extern "C" fn(config: Str, scorer: *mut *mut c_void, err: *mut Err) -> i32;
/// Scores a batch.
pub type Score =
    unsafe extern "C" fn(scorer: *const c_void, batch: *const Batch, err: *mut Err) -> i32;
/// Gives the contact moments of a customer type.
pub type Contacts = unsafe extern "C" fn(
    scorer: *const c_void,
    customer_type: Str,
    sink: Sink,
    ctx: *mut c_void,
    err: *mut Err,
) -> i32;
/// Ends a scorer.
pub type Destroy = unsafe extern "C" fn(scorer: *mut c_void);

/// What every table begins with, whatever its version: to be checked before
/// anything else is read.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// [`MAGIC`].
    pub magic: u64,
    /// [`MAJOR`].
    pub abi_major: u32,
    /// [`MINOR`].
    pub abi_minor: u32,
    /// The size of the table in bytes.
    pub struct_size: u32,
    /// 0.
    pub reserved: u32,
}

/// The table that a plugin exports: `kw_plugin_v1`. The functions are optional
/// here because a table from outside may hold null.
#[repr(C)]
#[derive(Debug)]
pub struct Table {
    /// What it is.
    pub header: Header,
    /// The manifest as JSON; lasts as long as the library is loaded.
    pub manifest: Str,
    /// Makes a scorer.
    pub create: Option<Create>,
    /// Scores a batch; can be called on several threads at once.
    pub score: Option<Score>,
    /// Gives the contact moments of a customer type.
    pub contacts: Option<Contacts>,
    /// Ends a scorer.
    pub destroy: Option<Destroy>,
}

// SAFETY: a table is never written, and what it points at lasts and does not
// change either.
unsafe impl Sync for Table {}

/// # Safety
/// `first` must be valid for reading `len` elements during `'a`, unless `len`
/// is 0.
pub(crate) unsafe fn elements<'a, T>(first: *const T, len: usize) -> &'a [T] {
    if len == 0 {
        return &[];
    }
    // SAFETY: as the caller vouches.
    unsafe { slice::from_raw_parts(first, len) }
}
