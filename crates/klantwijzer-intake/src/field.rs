//! What a column can mean.

use std::fmt;
use std::str::FromStr;

use klantwijzer_core::facts::Fact;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $id:literal;)*) => {
        /// The meaning of a column.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub enum Field {
            $($(#[$doc])* $name,)*
            /// A fact stated in the profile, by its id.
            Fact(SmolStr),
        }

        impl Field {
            /// Every meaning but the facts.
            pub const PLAIN: &[Field] = &[$(Field::$name),*];

            /// The word for it in `--map "HEADER=field"`.
            pub fn id(&self) -> &str {
                match self {
                    $(Field::$name => $id,)*
                    Field::Fact(id) => id,
                }
            }
        }
    };
}

fields! {
    /// The customer's outside id.
    Customer "customer";
    /// The customer's name.
    Name "name";
    /// Sector.
    Sector "sector";
    /// Account manager.
    Owner "owner";
    /// Outside id of the parent company.
    Parent "parent";
    /// Country.
    Country "country";
    /// Town.
    City "city";
    /// In what capacity the party is in the book.
    Role "role";
    /// Id of the sector plugin.
    Plugin "plugin";
    /// The value that the team itself gives the customer.
    GivenValue "given_value";
    /// Labels, separated by commas, semicolons or bars.
    Tags "tags";
    /// When the account manager's judgement was given.
    JudgedOn "judged_on";
    /// Name of a contact person.
    Person "person";
    /// First name of a person.
    FirstName "first_name";
    /// What stands between a Dutch first and last name.
    Infix "infix";
    /// Last name of a person.
    LastName "last_name";
    /// What a contact person does.
    PersonRole "person_role";
    /// E-mail address.
    Email "email";
    /// Telephone number.
    Phone "phone";
    /// Whether the person asked not to be approached.
    OptOut "opt_out";
    /// Number of the document.
    Number "number";
    /// Number of the line within the document.
    Line "line";
    /// Product or description.
    Product "product";
    /// Category of product, or kind of request.
    Category "category";
    /// Kind of row: invoice, credit note, support cost and so on.
    Kind "kind";
    /// The date of the row.
    Date "date";
    /// When payment is due.
    Due "due_date";
    /// When it was paid in full.
    PaidOn "paid_date";
    /// The amount, where the header does not say whether VAT is in it.
    Amount "amount";
    /// The amount without VAT.
    NetAmount "net_amount";
    /// The amount with VAT.
    GrossAmount "gross_amount";
    /// VAT.
    Vat "vat";
    /// What is still open.
    Open "open_amount";
    /// What the goods or services of the row cost.
    Cost "cost";
    /// What one unit cost.
    UnitCost "unit_cost";
    /// Amount less cost.
    Margin "margin";
    /// How many units.
    Quantity "quantity";
    /// Price of one unit.
    UnitPrice "unit_price";
    /// Discount as a share of the price, or with a percent sign.
    Discount "discount";
    /// Discount as a percentage of the price.
    DiscountPercent "discount_percent";
    /// Currency of the row's amounts.
    Currency "currency";
    /// Through which channel the contact took place.
    Channel "channel";
    /// An amount of support cost.
    SupportCost "support_cost";
    /// An amount of sales cost.
    SalesCost "sales_cost";
    /// An amount of marketing cost.
    MarketingCost "marketing_cost";
    /// The customer who referred this one.
    ReferredBy "referred_by";
    /// The margin that a referred lead brought.
    LeadMargin "lead_margin";
    /// Nothing that is read.
    Ignore "ignore";
}

/// The meanings that a row of entries can state of its customer.
pub(crate) const MENTIONED: [Field; 7] = [
    Field::Name,
    Field::Sector,
    Field::Owner,
    Field::Parent,
    Field::Country,
    Field::City,
    Field::Plugin,
];

impl Field {
    /// Whether the column holds dates.
    pub(crate) fn is_date(&self) -> bool {
        matches!(self, Self::Date | Self::Due | Self::PaidOn | Self::JudgedOn)
    }

    /// Whether the column holds amounts of money.
    pub(crate) fn is_money(&self) -> bool {
        matches!(
            self,
            Self::Amount
                | Self::NetAmount
                | Self::GrossAmount
                | Self::Vat
                | Self::Open
                | Self::Cost
                | Self::UnitCost
                | Self::Margin
                | Self::UnitPrice
                | Self::SupportCost
                | Self::SalesCost
                | Self::MarketingCost
                | Self::LeadMargin
        )
    }

    /// Whether the column holds numbers.
    pub(crate) fn is_number(&self) -> bool {
        self.is_money()
            || matches!(
                self,
                Self::Quantity | Self::Discount | Self::DiscountPercent | Self::Fact(_)
            )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// No field has this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a field; use customer, name, date, amount, number, ignore or fact:NAME, for instance"
)]
pub struct UnknownField(pub String);

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(id: &str) -> Result<Self, UnknownField> {
        let plain = Self::PLAIN.iter().find(|field| field.id() == id).cloned();
        let own_fact = id.strip_prefix("fact:").is_some_and(|name| !name.is_empty());
        let fact =
            || (own_fact || Fact::from_id(id).is_some()).then(|| Self::Fact(SmolStr::new(id)));
        plain.or_else(fact).ok_or_else(|| UnknownField(id.to_owned()))
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.id().to_owned()
    }
}

impl TryFrom<String> for Field {
    type Error = UnknownField;

    fn try_from(id: String) -> Result<Self, UnknownField> {
        id.parse()
    }
}
