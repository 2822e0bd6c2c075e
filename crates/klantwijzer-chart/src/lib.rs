//! The pictures of Klantwijzer, as PNG bytes.
//!
//! | picture | the question it answers |
//! |---|---|
//! | [`PortfolioMatrix`] | who is where: value across, potential up, four quarters |
//! | [`DefinitionsFunnel`] | how many customers we have, by each definition |
//! | [`TypeMovement`] | how the types grow and shrink, and from which type to which |
//! | [`ValueHistory`] | how the value of one customer went, and when its type changed |
//!
//! Fill in the struct, call `png()`, send the bytes:
//!
//! ```
//! use klantwijzer_chart::{Caption, DefinitionsFunnel, FunnelStep};
//!
//! let steps = [
//!     FunnelStep { name: "ooit zaken mee gedaan", count: 1204, figure: "1.204", chosen: false },
//!     FunnelStep { name: "ooit gefactureerd", count: 866, figure: "866", chosen: true },
//! ];
//! let caption = Caption { title: "Hoeveel klanten hebben we?", ..Caption::default() };
//! let png = DefinitionsFunnel { caption, steps: &steps }.png()?;
//! assert!(png.starts_with(b"\x89PNG"));
//! # Ok::<(), klantwijzer_chart::ChartError>(())
//! ```
//!
//! # What holds for every picture
//!
//! - Every word and figure comes from the caller, so every language works. Names may be anything:
//!   they are put on one line, cut with an ellipsis where they do not fit, and a run of characters
//!   that the font lacks becomes one empty box.
//! - The same input gives the same bytes, and the order of customers or definitions never matters.
//!   The fonts are in the program; nothing is read from the machine.
//! - Numbers are checked: see [`ChartError`]. Nothing to draw is an error, never an empty picture.
//! - Pictures are 1200 pixels wide and made to be read at a third of that, as a phone shows them.
//!   They lie on an opaque card, so Discord's dark and light themes show the same.
//! - A customer type has the same colour everywhere. The four are told apart by people who are
//!   colour-blind, and no type is told by its colour alone.
//!
//! # Fonts
//!
//! Inter Regular and SemiBold 4, unchanged, under the SIL Open Font License 1.1, which goes with every
//! copy: `fonts/OFL.txt`. They have Latin, Greek and Cyrillic letters; others become boxes.
//!
//! # How it is made
//!
//! A picture is first a scene, marks with their places, and then pixels. Tests look at the scene:
//! that no words touch or leave the card.

mod card;
mod dates;
mod error;
mod font;
mod funnel;
mod geometry;
mod history;
mod labels;
mod matrix;
mod movement;
mod paint;
mod palette;
mod scale;
mod scene;

#[cfg(test)]
mod trial;

pub use card::Caption;
pub use error::ChartError;
pub use funnel::{DefinitionsFunnel, FunnelStep};
pub use history::{Moment, ValueHistory};
pub use klantwijzer_core::types::CustomerType;
pub use matrix::{Bubble, PortfolioMatrix, Quarter};
pub use movement::{ReviewColumn, TypeMovement};
