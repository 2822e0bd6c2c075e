//! The definitions of a customer.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::money::Money;

/// Who counts as a customer [klantdefinitie]. The codes are those of the
/// project's list of definitions, D1 to D18.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "definition", rename_all = "snake_case")]
pub enum Definition {
    /// D1: anyone we ever did business with: any entry of income, or a service.
    AnyBusiness,
    /// D2: anyone who matches the ideal customer profile.
    ProfileMatch,
    /// D3: anyone we ever sent an invoice; the default.
    Invoiced,
    /// D4: anyone who ever paid.
    Paid,
    /// D5: anyone interested: a prospect, or anybody further in the funnel.
    Interested,
    /// D6: anyone we earned more than an amount from.
    EarnedOver {
        /// The amount; `None` for the workspace's setting.
        amount: Option<Money>,
        /// Margin in place of net revenue.
        margin: bool,
    },
    /// D7: anyone with whom we may do business within a set time.
    PotentialWithin {
        /// The time in months; `None` for the workspace's setting.
        months: Option<u32>,
    },
    /// D8: the team's own, or a plugin's, by name.
    Own {
        /// The name.
        name: SmolStr,
    },
    /// D9: a user who gives personal data for access.
    User,
    /// D10: the advertiser or data buyer behind those users.
    Advertiser,
    /// D11: a member or client of an association or foundation.
    Member,
    /// D12: a recipient of a free service.
    Recipient,
    /// D13: a sponsor or donor.
    Donor,
    /// D14: recipients and donors, each counted.
    RecipientsAndDonors,
    /// Anyone with any document at all.
    AnyDocument,
    /// Anyone in the book.
    Registered,
    /// Anyone who bought or gave in the last twelve months.
    Active,
}

impl Definition {
    /// The word for the definition in commands and JSON.
    pub fn id(&self) -> &str {
        match self {
            Self::AnyBusiness => "any_business",
            Self::ProfileMatch => "profile_match",
            Self::Invoiced => "invoiced",
            Self::Paid => "paid",
            Self::Interested => "interested",
            Self::EarnedOver { .. } => "earned_over",
            Self::PotentialWithin { .. } => "potential_within",
            Self::Own { name } => name,
            Self::User => "user",
            Self::Advertiser => "advertiser",
            Self::Member => "member",
            Self::Recipient => "recipient",
            Self::Donor => "donor",
            Self::RecipientsAndDonors => "recipients_and_donors",
            Self::AnyDocument => "any_document",
            Self::Registered => "registered",
            Self::Active => "active",
        }
    }

    /// Whether what makes somebody count has a day, so that it can be counted
    /// within a period. Being in the book, or in a role, has none.
    pub const fn has_days(&self) -> bool {
        matches!(
            self,
            Self::AnyBusiness
                | Self::Invoiced
                | Self::Paid
                | Self::Active
                | Self::EarnedOver { .. }
                | Self::Donor
                | Self::Advertiser
        )
    }

    /// Every definition that needs no name, in the order of the funnel.
    pub fn all() -> Vec<Self> {
        vec![
            Self::Registered,
            Self::Interested,
            Self::AnyDocument,
            Self::AnyBusiness,
            Self::Invoiced,
            Self::Paid,
            Self::Active,
            Self::EarnedOver { amount: None, margin: false },
            Self::ProfileMatch,
            Self::PotentialWithin { months: None },
            Self::Member,
            Self::Recipient,
            Self::Donor,
            Self::RecipientsAndDonors,
            Self::User,
            Self::Advertiser,
        ]
    }
}
