//! What the caller tells a reading.

use jiff::civil::Date;
use klantwijzer_core::customer::Role;
use klantwijzer_core::money::Currency;
use klantwijzer_core::named;
use klantwijzer_core::settings::Rate;
use smol_str::SmolStr;

use crate::field::Field;
use crate::kind::FileKind;

/// One file: its name, for reports and as a hint, and all of its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name of the file, without its folder.
    pub name: &'a str,
    /// What stands in it.
    pub bytes: &'a [u8],
}

/// What the workspace and the person say beforehand. What is `None` is found
/// out from each file; what is stated holds for every file that is read.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// The day of the reading; dates up to ten years later are accepted.
    pub today: Date,
    /// The workspace's currency.
    pub currency: Currency,
    /// What other currencies are worth.
    pub rates: &'a [Rate],
    /// Ids of the facts that the loaded plugins read, such as `fact:capacity`.
    pub fact_ids: &'a [SmolStr],
    /// What people call the facts, each with the fact's id; headers may use
    /// these words too.
    pub fact_names: &'a [(String, SmolStr)],
    /// The sector plugin of every customer in the files.
    pub plugin: Option<SmolStr>,
    /// The role of every customer in the files.
    pub role: Option<Role>,
    /// What the files hold.
    pub kind: Option<FileKind>,
    /// What certain columns mean, by header.
    pub columns: &'a [(String, Field)],
    /// The date of every row of a file without a column of dates.
    pub date: Option<Date>,
    /// The order of day and month.
    pub date_order: Option<DateOrder>,
    /// The decimal sign.
    pub decimal: Option<DecimalSign>,
    /// The currency of amounts that do not say theirs.
    pub file_currency: Option<Currency>,
}

impl Options<'_> {
    /// Options in which everything is found out from the files.
    pub fn new(today: Date, currency: Currency) -> Self {
        Self {
            today,
            currency,
            rates: &[],
            fact_ids: &[],
            fact_names: &[],
            plugin: None,
            role: None,
            kind: None,
            columns: &[],
            date: None,
            date_order: None,
            decimal: None,
            file_currency: None,
        }
    }
}

named! {
    /// The sign between the whole and the decimals of a number.
    enum DecimalSign {
        /// `1,234.50`
        Point "point";
        /// `1.234,50`
        Comma "comma";
    }
}

impl DecimalSign {
    pub(crate) const fn of(mark: u8) -> Option<Self> {
        match mark {
            b'.' => Some(Self::Point),
            b',' => Some(Self::Comma),
            _ => None,
        }
    }

    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

named! {
    /// Which of two numbers in a date is the day.
    enum DateOrder {
        /// `31-12-2024`
        DayFirst "dmy";
        /// `12/31/2024`
        MonthFirst "mdy";
    }
}
