//! Contact programmes: which contact moments a customer type gets.

mod due;
mod standard;

pub use due::{Contact, Due, Urgency};
pub use standard::standard_programme;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::bilingual::Bilingual;
use crate::named;

named! {
    /// How a contact takes place.
    enum Channel {
        /// One goes to the other.
        Visit "visit";
        /// Around a table or a screen.
        Meeting "meeting";
        /// A working session together.
        Workshop "workshop";
        /// An event with more guests.
        Event "event";
        /// A written proposal.
        Proposal "proposal";
        /// A personal request or message.
        Personal "personal";
        /// By telephone.
        Phone "phone";
        /// By e-mail.
        Email "email";
        /// Within the team, without the customer.
        Internal "internal";
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The owner of the customer.
    AccountManager,
    /// The head of sales.
    SalesManager,
    /// The sales director.
    SalesDirector,
    /// The chief executive or the director of a charity.
    Ceo,
    /// Marketing or communication.
    Marketing,
    /// Product management.
    Product,
    /// The service desk.
    Service,
    /// Sales, before there is an owner.
    Sales,
    /// Fundraising.
    Fundraising,
}

/// One thing to do with or for a customer, again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactMoment {
    /// Name within the programme.
    pub id: SmolStr,
    /// What people call it, where a plugin or the team says so; `None` for a moment
    /// of the standard programme, for which the frontends have words.
    #[serde(default)]
    pub label: Option<Bilingual>,
    /// How it takes place.
    pub channel: Channel,
    /// Days between two of them, ideally; `None` for once only.
    pub ideal_days: Option<u16>,
    /// Days after which it is late; `None` where it is never late.
    pub latest_days: Option<u16>,
    /// Who acts; never empty.
    pub who: Vec<Actor>,
    /// Days of preparation.
    pub lead_days: u16,
    /// Minutes of the team's time that it takes.
    pub minutes: u16,
}
