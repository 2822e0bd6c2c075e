//! Contact programmes: which contact moments a customer type gets.

mod standard;

pub use standard::standard_programme;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::bilingual::Bilingual;

/// How a contact takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// One goes to the other.
    Visit,
    /// Around a table or a screen.
    Meeting,
    /// A working session together.
    Workshop,
    /// An event with more guests.
    Event,
    /// A written proposal.
    Proposal,
    /// A personal request or message.
    Personal,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// Within the team, without the customer.
    Internal,
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
