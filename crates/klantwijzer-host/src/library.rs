//! A loaded plugin: only ever in a worker process.

use std::ffi::{c_char, c_void};
use std::mem::ManuallyDrop;
use std::path::Path;
use std::ptr::null_mut;

use klantwijzer_core::manifest::Manifest;
use klantwijzer_core::scorer::Scores;
use klantwijzer_core::types::CustomerType;
use klantwijzer_plugin::abi;
use libloading::os::unix;
use serde::{Deserialize, Serialize};

use crate::load_error::{LoadError, Result};

/// The longest error text that is taken from a plugin.
const MAX_TEXT: usize = 500;
/// The longest manifest, and the longest contact programme, that is accepted.
const MAX_JSON: usize = 256 << 10;

/// The functions of a plugin's table.
#[derive(Debug, Clone, Copy)]
struct Functions {
    create: abi::Create,
    score: abi::Score,
    contacts: abi::Contacts,
    destroy: abi::Destroy,
}

/// A library whose table is sound.
#[derive(Debug)]
pub(crate) struct Library {
    functions: Functions,
    pub(crate) manifest_json: String,
}

/// What a plugin answered in place of doing its work.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Fault {
    /// It returned an error.
    Error(String),
    /// It panicked and caught it.
    Panic(String),
}

impl Library {
    /// Loads a library and checks its table, header first. It is never
    /// unloaded: what it left behind in this process may still be called.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        // Everything that the library needs is looked up now: what is missing
        // should not show at the first batch.
        // SAFETY: loading runs the library's constructors, which can do
        // anything; that is why it happens in a process of its own.
        let library = unsafe { unix::Library::open(Some(path), unix::RTLD_NOW | unix::RTLD_LOCAL) }
            .map_err(|problem| LoadError::NotLoadable(with_cause(&problem)))?;
        let library = ManuallyDrop::new(library);
        // SAFETY: the symbol is only taken for an address here.
        let table: *const abi::Header =
            *unsafe { library.get(abi::SYMBOL) }.map_err(|_| LoadError::NotAPlugin)?;
        // SAFETY: every table begins with a header, whatever its version; what
        // is no table at all is at worst a crash of this process.
        let header = unsafe { table.read_unaligned() };
        check_header(header)?;
        // SAFETY: magic, version and size say that a whole table stands here,
        // and the library stays loaded.
        let table: &'static abi::Table = unsafe { &*table.cast() };
        let functions = functions(table)
            .ok_or_else(|| LoadError::Incomplete("a function is missing".to_owned()))?;
        if table.manifest.len > MAX_JSON {
            return Err(LoadError::Manifest(format!("it is over {MAX_JSON} bytes")));
        }
        // SAFETY: a sound table's manifest lasts as long as its library.
        let json = unsafe { table.manifest.bytes() }.to_vec();
        let manifest_json =
            String::from_utf8(json).map_err(|problem| LoadError::Manifest(problem.to_string()))?;
        Ok(Self { functions, manifest_json })
    }

    /// Makes a scorer.
    pub(crate) fn create(&self, config: &str) -> Result<Instance, Fault> {
        let mut scorer = null_mut();
        with_error(|err| {
            let config = abi::Str::new(config);
            // SAFETY: the text and the places outlive the call.
            unsafe { (self.functions.create)(config, &raw mut scorer, err) }
        })?;
        Ok(Instance { functions: self.functions, scorer })
    }
}

/// Reads a manifest and checks it.
pub(crate) fn read_manifest(json: &str) -> Result<Manifest> {
    let manifest: Manifest =
        serde_json::from_str(json).map_err(|problem| LoadError::Manifest(problem.to_string()))?;
    manifest.check().map_err(|problem| LoadError::Manifest(problem.to_string()))?;
    Ok(manifest)
}

/// An error of the loader with what the system says of it.
fn with_cause(problem: &libloading::Error) -> String {
    match std::error::Error::source(problem) {
        Some(cause) => format!("{problem}: {cause}"),
        None => problem.to_string(),
    }
}

fn check_header(header: abi::Header) -> Result<()> {
    if header.magic != abi::MAGIC {
        return Err(LoadError::NoTable);
    }
    if header.abi_major != abi::MAJOR {
        return Err(LoadError::OtherAbi { major: header.abi_major, minor: header.abi_minor });
    }
    let (found, needed) = (header.struct_size as usize, size_of::<abi::Table>());
    if found < needed {
        let sizes = format!("{found} bytes where {needed} are needed");
        return Err(LoadError::Incomplete(sizes));
    }
    Ok(())
}

fn functions(table: &abi::Table) -> Option<Functions> {
    Some(Functions {
        create: table.create?,
        score: table.score?,
        contacts: table.contacts?,
        destroy: table.destroy?,
    })
}

/// A scorer that a library made.
#[derive(Debug)]
pub(crate) struct Instance {
    functions: Functions,
    scorer: *mut c_void,
}

/// A plugin that is ready to score.
pub(crate) struct Plugin {
    pub(crate) instance: Instance,
    pub(crate) manifest: Manifest,
}

// SAFETY: the interface demands that a scorer can be used on several threads.
unsafe impl Send for Instance {}
// SAFETY: as above.
unsafe impl Sync for Instance {}

impl Instance {
    /// Has the plugin score a batch: from columns of facts to columns of value,
    /// potential, confidence and factors.
    ///
    /// # Safety
    /// Every pointer must be valid for `rows` elements, and no column that is
    /// written may overlap with another.
    pub(crate) unsafe fn score(
        &self,
        rows: usize,
        facts: &[*const f64],
        outputs: &[*mut f64],
    ) -> Result<(), Fault> {
        let own = |column: usize| outputs.get(column).copied().unwrap_or(null_mut());
        let factors = outputs.get(Scores::OWN_COLUMNS..).unwrap_or_default();
        let batch = abi::Batch {
            struct_size: size_of::<abi::Batch>() as u32,
            flags: 0,
            rows,
            n_facts: facts.len(),
            facts: facts.as_ptr(),
            value: own(0),
            potential: own(1),
            confidence: own(2),
            n_factors: factors.len(),
            factors: factors.as_ptr(),
        };
        with_error(|err| {
            // SAFETY: as the caller vouches; the scorer lives as long as `self`.
            unsafe { (self.functions.score)(self.scorer, &raw const batch, err) }
        })
    }

    /// The contact programme that the plugin makes for a type, as JSON; `None`
    /// where the manifest's holds.
    pub(crate) fn contacts(&self, customer_type: CustomerType) -> Result<Option<String>, Fault> {
        let mut answer: Option<Vec<u8>> = None;
        with_error(|err| {
            let word = abi::Str::new(customer_type.id());
            let ctx = (&raw mut answer).cast();
            // SAFETY: the text, the sink's context and the error text's room
            // outlive the call.
            unsafe { (self.functions.contacts)(self.scorer, word, take, ctx, err) }
        })?;
        let text = answer.map(String::from_utf8).transpose();
        text.map_err(|problem| Fault::Error(format!("contacts: {problem}")))
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // SAFETY: `create` made the scorer, and this is its last use.
        unsafe { (self.functions.destroy)(self.scorer) };
    }
}

/// Keeps what a plugin gives to the sink, as far as it is accepted.
unsafe extern "C" fn take(ctx: *mut c_void, ptr: *const c_char, len: usize) {
    // SAFETY: the context is the answer of `Instance::contacts`.
    let answer = unsafe { &mut *ctx.cast::<Option<Vec<u8>>>() };
    let text = abi::Str { ptr, len: len.min(MAX_JSON) };
    // SAFETY: the plugin lends the text for the time of the call.
    *answer = Some(unsafe { text.bytes() }.to_vec());
}

fn with_error(call: impl FnOnce(*mut abi::Err) -> i32) -> Result<(), Fault> {
    let mut text = [0_u8; MAX_TEXT];
    let mut err = abi::Err { ptr: text.as_mut_ptr().cast(), cap: text.len(), len: 0 };
    let code = call(&raw mut err);
    let told = text.get(..err.len).unwrap_or(&text);
    let told = String::from_utf8_lossy(told).into_owned();
    match code {
        abi::OK => Ok(()),
        abi::PANIC => Err(Fault::Panic(told)),
        abi::ERROR => Err(Fault::Error(told)),
        other => Err(Fault::Error(format!("code {other}: {told}"))),
    }
}
