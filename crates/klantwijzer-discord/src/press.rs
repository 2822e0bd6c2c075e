//! What a button, a menu or a form does. All of it is in the `custom_id`, so
//! that it still works after a restart.
//!
//! Who presses is told by Discord, not by the id, and so is the server in which
//! it is pressed: a forged id can only ask what its sender may ask anyway.

use klantwijzer_answer::query::Query;
use klantwijzer_core::customer::CustomerNo;
use klantwijzer_frontend::export::Form;
use serde::{Deserialize, Serialize};

/// What is done when somebody presses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Press {
    /// Shows something in a new message.
    Show(View),
    /// Shows a screen of something in the same message; the first is 0.
    Turn(View, u16),
    /// Says why the customer that was chosen from the menu has its type.
    Why,
    /// Answers the message that this one replies to, for who presses only.
    JustForMe,
    /// Draws a picture.
    Picture(Picture),
    /// Sends the portfolio as a file.
    Export(Form),
    /// Does the import that was shown.
    Import(u64),
    /// Forgets the import that was shown.
    ForgetImport(u64),
    /// Undoes an import.
    UndoImport(u32),
    /// Takes the server that was chosen for direct messages.
    ChooseServer,
    /// A choice in the guided first run.
    Setup(SetupStep),
    /// Shows a part of the guided first run.
    SetupPart(u8),
    /// The form about a prospect was filled in.
    Prospect,
    /// Opens the form about a prospect with what was filled in before.
    ProspectAgain,
    /// Asks which other server a direct message is about.
    OtherServer,
}

/// What can be shown, screen by screen.
#[allow(clippy::large_enum_variant, reason = "nearly all of them are answers")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum View {
    /// The answer to a question.
    Answer(Query),
    /// A customer's card.
    Card(CustomerNo),
    /// The settings.
    Settings,
    /// The imports so far.
    Imports,
    /// Who did what.
    Audit,
}

/// A picture that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Picture {
    /// Value across, potential up, of the sector with most customers.
    Matrix,
    /// The same of the sector plugin with this place in the last review.
    MatrixOf(u8),
    /// How many count by each definition.
    Funnel,
    /// How many had each type at each review.
    Movement,
    /// How the value of a customer developed.
    History(CustomerNo),
}

/// A choice in the guided first run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SetupStep {
    /// The language.
    Language,
    /// The time zone.
    Zone,
    /// The currency.
    Currency,
    /// The roles that may ask.
    Viewers,
    /// The roles that may also assign and judge.
    Managers,
    /// The roles that may do everything.
    Admins,
    /// The channels where everybody may see answers.
    Channels,
}
