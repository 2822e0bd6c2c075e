//! What every frontend shares: the opened program, and what people do with it.
//!
//! A use case is a function over a [`Program`]: it asks the desk, and gives an
//! [`Output`] that a frontend shows. Nothing here knows how a person is reached.

pub mod ask;
pub mod audit;
pub mod book;
pub mod contact;
pub mod customer;
pub mod decide;
pub mod definition;
pub mod export;
mod fits;
pub mod import;
mod output;
mod place;
pub mod plugins;
pub mod privacy;
mod program;
pub mod settings;

pub use fits::{Fits, day};
pub use output::Output;
pub use place::Place;
pub use program::{
    BookNames, Clock, Person, Program, SetAside, WAITING, block_on, gone, waiting_files,
};
