//! What a file can hold.

use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;
use klantwijzer_core::named;

use crate::field::{Field, MENTIONED};

named! {
    /// What a file holds.
    enum FileKind {
        /// Customers: one row a customer.
        Customers "customers";
        /// Contact persons at customers.
        People "people";
        /// Leads: customers to be, and who referred them.
        Leads "leads";
        /// Whole invoices or orders.
        Invoices "invoices";
        /// Lines of invoices or orders.
        InvoiceLines "invoice_lines";
        /// Payments received.
        Payments "payments";
        /// Gifts to a charity.
        Gifts "gifts";
        /// Membership fees.
        MembershipFees "membership_fees";
        /// What advertisers spent.
        AdSpend "ad_spend";
        /// Data sold to data buyers.
        DataSales "data_sales";
        /// Free services delivered.
        Services "services";
        /// Requests to the service desk.
        Support "support";
        /// Support, sales and marketing cost.
        Costs "costs";
        /// Contacts that took place.
        Contacts "contacts";
        /// Other documents, such as quotations.
        Documents "documents";
    }
}

impl FileKind {
    /// Whether its rows are customers and not entries.
    pub const fn of_customers(self) -> bool {
        matches!(self, Self::Customers | Self::People | Self::Leads)
    }

    /// Whether it holds invoices, whole or by line.
    pub const fn of_invoices(self) -> bool {
        matches!(self, Self::Invoices | Self::InvoiceLines)
    }

    /// What a row of it is where the row does not say so itself; `None` for
    /// customers, and for costs, which differ by what they were made for.
    pub(crate) const fn entry_kind(self) -> Option<EntryKind> {
        match self {
            Self::Customers | Self::People | Self::Leads | Self::Costs => None,
            Self::Invoices | Self::InvoiceLines => Some(EntryKind::Invoice),
            Self::Payments => Some(EntryKind::Payment),
            Self::Gifts => Some(EntryKind::Gift),
            Self::MembershipFees => Some(EntryKind::MembershipFee),
            Self::AdSpend => Some(EntryKind::AdSpend),
            Self::DataSales => Some(EntryKind::DataSale),
            Self::Services => Some(EntryKind::Service),
            Self::Support => Some(EntryKind::Support),
            Self::Contacts => Some(EntryKind::Contact),
            Self::Documents => Some(EntryKind::Document),
        }
    }

    /// The role that a party has by standing in such a file.
    pub(crate) const fn role(self) -> Option<Role> {
        match self {
            Self::Leads => Some(Role::Prospect),
            Self::Gifts => Some(Role::Donor),
            Self::MembershipFees => Some(Role::Member),
            Self::AdSpend => Some(Role::Advertiser),
            Self::DataSales => Some(Role::DataBuyer),
            Self::Services => Some(Role::Recipient),
            _ => None,
        }
    }

    /// Whether every row needs an amount.
    pub(crate) const fn needs_amount(self) -> bool {
        matches!(
            self,
            Self::Invoices
                | Self::InvoiceLines
                | Self::Payments
                | Self::Gifts
                | Self::MembershipFees
                | Self::AdSpend
                | Self::DataSales
                | Self::Costs
        )
    }

    /// Whether a column of this meaning is read in such a file.
    pub(crate) fn reads(self, field: &Field) -> bool {
        use Field as F;
        let mentioned = *field == F::Customer || MENTIONED.contains(field);
        let person = matches!(
            field,
            F::Person
                | F::FirstName
                | F::Infix
                | F::LastName
                | F::PersonRole
                | F::Email
                | F::Phone
                | F::OptOut
        );
        let amount =
            matches!(field, F::Amount | F::NetAmount | F::GrossAmount | F::Vat | F::Currency);
        let entry = mentioned || matches!(field, F::Number | F::Date | F::Category);
        match self {
            Self::People => person || matches!(field, F::Customer | F::Name | F::Plugin),
            Self::Customers | Self::Leads => {
                mentioned
                    || person
                    || matches!(field, F::Role | F::GivenValue | F::Tags | F::JudgedOn | F::Fact(_))
                    || matches!(field, F::ReferredBy | F::LeadMargin | F::Date | F::Currency)
            }
            Self::Invoices | Self::InvoiceLines => {
                let line = matches!(field, F::Line | F::Product) && self == Self::InvoiceLines;
                let more = matches!(
                    field,
                    F::Kind
                        | F::Due
                        | F::PaidOn
                        | F::Open
                        | F::Cost
                        | F::UnitCost
                        | F::Margin
                        | F::Quantity
                        | F::UnitPrice
                        | F::Discount
                        | F::DiscountPercent
                );
                entry || amount || line || more
            }
            Self::Costs => {
                let split = matches!(field, F::SupportCost | F::SalesCost | F::MarketingCost);
                entry || amount || split || *field == F::Kind
            }
            Self::Contacts => entry || *field == F::Channel,
            Self::Support
            | Self::Services
            | Self::Documents
            | Self::Payments
            | Self::Gifts
            | Self::MembershipFees
            | Self::AdSpend
            | Self::DataSales => entry || amount,
        }
    }
}
