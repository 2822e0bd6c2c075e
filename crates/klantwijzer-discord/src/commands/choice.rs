//! Options with a few words to choose from, each a value that a use case takes.

use std::borrow::Cow;

use klantwijzer_answer::query::Measure;
use klantwijzer_core::customer::Role;
use klantwijzer_core::say_no::NoAction;
use klantwijzer_core::types::CustomerType;
use klantwijzer_desk::{DateOrder, DecimalSign, FileKind};
use klantwijzer_frontend::export::Form;
use poise::{ChoiceParameter, CommandParameterChoice};

/// A value that is chosen by a word.
pub(super) trait ByWord: Copy + PartialEq + 'static {
    /// The words with what each stands for, in the order in which Discord has them. It
    /// tells what was chosen by the place in this list.
    const ALL: &'static [(&'static str, Self)];
}

impl ByWord for CustomerType {
    const ALL: &'static [(&'static str, Self)] = &[
        ("strategic", Self::Strategic),
        ("large", Self::Large),
        ("development", Self::Development),
        ("transactional", Self::Transactional),
    ];
}

/// A type to give, or none to follow the model again.
impl ByWord for Option<CustomerType> {
    const ALL: &'static [(&'static str, Self)] = &[
        ("strategic", Some(CustomerType::Strategic)),
        ("large", Some(CustomerType::Large)),
        ("development", Some(CustomerType::Development)),
        ("transactional", Some(CustomerType::Transactional)),
        ("by-the-model", None),
    ];
}

impl ByWord for Measure {
    const ALL: &'static [(&'static str, Self)] =
        &[("value", Self::Value), ("potential", Self::Potential), ("name", Self::Name)];
}

impl ByWord for NoAction {
    const ALL: &'static [(&'static str, Self)] =
        &[("lower-cost", Self::LowerCost), ("say-no", Self::SayNo)];
}

impl ByWord for Form {
    const ALL: &'static [(&'static str, Self)] = &[("xlsx", Self::Xlsx), ("csv", Self::Csv)];
}

impl ByWord for FileKind {
    const ALL: &'static [(&'static str, Self)] = &[
        ("customers", Self::Customers),
        ("people", Self::People),
        ("leads", Self::Leads),
        ("invoices", Self::Invoices),
        ("invoice_lines", Self::InvoiceLines),
        ("payments", Self::Payments),
        ("gifts", Self::Gifts),
        ("membership_fees", Self::MembershipFees),
        ("ad_spend", Self::AdSpend),
        ("data_sales", Self::DataSales),
        ("services", Self::Services),
        ("support", Self::Support),
        ("costs", Self::Costs),
        ("contacts", Self::Contacts),
        ("documents", Self::Documents),
    ];
}

impl ByWord for DecimalSign {
    const ALL: &'static [(&'static str, Self)] = &[("comma", Self::Comma), ("point", Self::Point)];
}

impl ByWord for DateOrder {
    const ALL: &'static [(&'static str, Self)] =
        &[("dmy", Self::DayFirst), ("mdy", Self::MonthFirst)];
}

impl ByWord for Role {
    const ALL: &'static [(&'static str, Self)] = &[
        ("prospect", Self::Prospect),
        ("buyer", Self::Buyer),
        ("member", Self::Member),
        ("recipient", Self::Recipient),
        ("donor", Self::Donor),
        ("user", Self::User),
        ("advertiser", Self::Advertiser),
        ("data_buyer", Self::DataBuyer),
    ];
}

/// An option of a command with a value that is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<T>(pub(super) T);

impl<T: ByWord> ChoiceParameter for Choice<T> {
    fn list() -> Cow<'static, [CommandParameterChoice]> {
        let choice = |(word, _): &(&'static str, T)| CommandParameterChoice {
            name: (*word).into(),
            localizations: Cow::default(),
            __non_exhaustive: (),
        };
        T::ALL.iter().map(choice).collect()
    }

    fn from_index(index: usize) -> Option<Self> {
        T::ALL.get(index).map(|(_, value)| Self(*value))
    }

    fn from_name(name: &str) -> Option<Self> {
        T::ALL.iter().find(|(word, _)| *word == name).map(|(_, value)| Self(*value))
    }

    fn name(&self) -> &'static str {
        T::ALL.iter().find(|(_, value)| *value == self.0).map_or("", |(word, _)| word)
    }

    fn localized_name(&self, _: &str) -> Option<&'static str> {
        None
    }
}
