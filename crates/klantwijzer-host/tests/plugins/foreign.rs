//! A plugin of another major version of the interface.

use klantwijzer_plugin::abi::{Header, MAGIC};

/// Only a header: nothing behind it may be read.
#[unsafe(no_mangle)]
pub static KW_PLUGIN_V1: Header = Header {
    magic: MAGIC,
    abi_major: 9,
    abi_minor: 4,
    struct_size: size_of::<Header>() as u32,
    reserved: 0,
};
