//! The C header says the same as the Rust types.

use std::process::Command;

use klantwijzer_plugin::abi::{Batch, Err, Header, MAGIC, MAJOR, MINOR, Str, Table};

#[test]
fn c_and_rust_agree_on_every_size() {
    let program = format!(
        "#include \"klantwijzer_plugin.h\"\n\
         _Static_assert(KW_MAGIC == UINT64_C({MAGIC}), \"magic\");\n\
         _Static_assert(KW_ABI_MAJOR == {MAJOR} && KW_ABI_MINOR == {MINOR}, \"version\");\n\
         _Static_assert(sizeof(kw_str) == {}, \"kw_str\");\n\
         _Static_assert(sizeof(kw_err) == {}, \"kw_err\");\n\
         _Static_assert(sizeof(kw_batch) == {}, \"kw_batch\");\n\
         _Static_assert(sizeof(kw_plugin_v1) == {}, \"kw_plugin_v1\");\n\
         _Static_assert(offsetof(kw_plugin_v1, manifest_json) == {}, \"header\");\n",
        size_of::<Str>(),
        size_of::<Err>(),
        size_of::<Batch>(),
        size_of::<Table>(),
        size_of::<Header>(),
    );
    let source = format!("{}/header.c", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&source, program).unwrap();
    let include = concat!(env!("CARGO_MANIFEST_DIR"), "/include");
    let compiled = Command::new("cc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"])
        .args(["-I", include, &source])
        .output();
    let Ok(output) = compiled else {
        println!("skipped: there is no C compiler named cc");
        return;
    };
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
