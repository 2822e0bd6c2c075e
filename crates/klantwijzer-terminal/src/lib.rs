//! The terminal: the words on the command line, what is printed, and the chat.

mod chat;
mod cli;
mod language;
mod plugin;
mod print;
mod progress;
mod serve;

pub use chat::chat;
pub use cli::{
    Cli, Command, PluginCommand, PrivacyCommand, RunArgs, command, help_last, wrong_usage,
};
pub use language::language;
pub use plugin::without_data;
pub use print::{print, print_failure, shown};
pub use serve::serve;
