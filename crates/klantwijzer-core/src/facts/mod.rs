//! Facts: one number about a customer at a date; NaN means unknown.

mod columns;
mod coverage;
mod customer;
mod documents;
mod ledger;
mod peers;
mod period;

pub use columns::FactColumns;
pub(crate) use coverage::Coverage;
pub use customer::{CustomerFacts, known};
pub use ledger::{FactRow, LedgerFacts, median};
pub(crate) use peers::{Peer, fill_peer_facts};
pub use period::PeriodFigures;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::named;

/// What a fact is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Units of the workspace's currency.
    Money,
    /// Whole days.
    Days,
    /// A number of things.
    Count,
    /// A share from 0 to 1.
    Share,
    /// A grade from 0 to 10.
    Grade,
    /// 0 for no, 1 for yes.
    YesNo,
}

/// Where a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Derived by the host from the ledger.
    Ledger,
    /// Stated in the profile or judged by the account manager.
    Profile,
    /// Derived by the host from the profile and the workspace's settings.
    Settings,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident $id:literal $unit:ident $source:ident;)*) => {
        named! {
            /// The facts that the host knows, each with the id by which manifests, files and
            /// definitions name it, in the order of their columns. Plugins may declare more
            /// of the profile kind in their manifests.
            enum Fact { $($(#[$doc])* $name $id;)* }
        }

        impl Fact {
            /// What it is measured in.
            pub const fn unit(self) -> Unit {
                match self { $(Fact::$name => Unit::$unit),* }
            }

            /// Where it comes from.
            pub const fn source(self) -> Source {
                match self { $(Fact::$name => Source::$source),* }
            }
        }
    };
}

// "12m" is the twelve months that end on the review's day, that day included;
// "prev_12m" the twelve months before those; "24m" likewise twenty-four.
facts! {
    /// Invoices less credit notes.
    NetRevenue12m "net_revenue_12m" Money Ledger;
    /// The same over the twelve months before.
    NetRevenuePrev12m "net_revenue_prev_12m" Money Ledger;
    /// Invoices less credit notes over two years, for slow buyers.
    NetRevenue24m "net_revenue_24m" Money Ledger;
    /// Invoices less credit notes since the first one.
    NetRevenueTotal "net_revenue_total" Money Ledger;
    /// Net revenue less cost of goods, over the entries whose cost is known;
    /// unknown unless every invoice in the period has a cost.
    Margin12m "margin_12m" Money Ledger;
    /// Invoices sent.
    Invoices12m "invoices_12m" Count Ledger;
    /// Invoices ever sent.
    InvoicesTotal "invoices_total" Count Ledger;
    /// Age of the first invoice.
    DaysSinceFirstInvoice "days_since_first_invoice" Days Ledger;
    /// Age of the last invoice.
    DaysSinceLastInvoice "days_since_last_invoice" Days Ledger;
    /// Median gap between the days with an invoice; unknown with fewer than
    /// two such days.
    MedianDaysBetweenInvoices "median_days_between_invoices" Days Ledger;
    /// Different product categories bought.
    Categories12m "categories_12m" Count Ledger;
    /// Share of the categories that sector peers buy and this customer does not.
    CategoryHeadroom "category_headroom" Share Ledger;
    /// Mean days from invoice to full payment.
    AverageDaysToPay "average_days_to_pay" Days Ledger;
    /// What is open past its due day, less open credit notes.
    OverdueAmount "overdue_amount" Money Ledger;
    /// What is open, due or not, less open credit notes.
    OpenTotal "open_total" Money Ledger;
    /// Age of the oldest invoice with something open after open credit notes,
    /// from its date; 0 if none.
    OldestOpenInvoiceDays "oldest_open_invoice_days" Days Ledger;
    /// What the service desk spent.
    SupportCost12m "support_cost_12m" Money Ledger;
    /// Requests to the service desk.
    SupportRequests12m "support_requests_12m" Count Ledger;
    /// Sales and marketing cost.
    AcquisitionCost12m "acquisition_cost_12m" Money Ledger;
    /// Leads that the customer referred.
    LeadsReferred12m "leads_referred_12m" Count Ledger;
    /// What those leads brought.
    LeadMargin12m "lead_margin_12m" Money Ledger;
    /// Percentile of the value base among sector peers.
    RelativeSize "relative_size" Share Ledger;
    /// Gifts over two years.
    Gifts24m "gifts_24m" Money Ledger;
    /// Number of gifts over two years.
    GiftCount24m "gift_count_24m" Count Ledger;
    /// The last gift.
    LastGift "last_gift" Money Ledger;
    /// Age of the last gift.
    DaysSinceLastGift "days_since_last_gift" Days Ledger;
    /// Age of the first gift.
    DaysSinceFirstGift "days_since_first_gift" Days Ledger;
    /// Gifts since the first one.
    GiftsTotal "gifts_total" Money Ledger;
    /// Number of gifts ever.
    GiftCountTotal "gift_count_total" Count Ledger;
    /// Spent on the platform.
    AdSpend12m "ad_spend_12m" Money Ledger;
    /// Spent on the platform in the twelve months before.
    AdSpendPrev12m "ad_spend_prev_12m" Money Ledger;
    /// Data bought.
    DataSales12m "data_sales_12m" Money Ledger;
    /// Membership fees.
    MembershipFees12m "membership_fees_12m" Money Ledger;
    /// Free services received.
    Services12m "services_12m" Count Ledger;
    /// Payments ever received, gifts included.
    PaidTotal "paid_total" Money Ledger;
    /// Income of every kind: net revenue, gifts, fees, ad spend, data sales.
    Income12m "income_12m" Money Ledger;
    /// The same over the twelve months before.
    IncomePrev12m "income_prev_12m" Money Ledger;
    /// How often income came in since the first time; credit notes do not count.
    IncomesTotal "incomes_total" Count Ledger;
    /// Age of the first income.
    DaysSinceFirstIncome "days_since_first_income" Days Ledger;
    /// Age of the last income.
    DaysSinceLastIncome "days_since_last_income" Days Ledger;
    /// Documents of any kind ever exchanged.
    DocumentsTotal "documents_total" Count Ledger;
    /// Age of the last contact that took place.
    DaysSinceLastContact "days_since_last_contact" Days Ledger;
    /// Employees in full-time equivalents.
    Employees "employees" Count Profile;
    /// The customer's own yearly revenue.
    CompanyRevenue "company_revenue" Money Profile;
    /// Fit with the pain that we solve, 0 to 10.
    PainFit "pain_fit" Grade Profile;
    /// Outside regulation on safety and quality, 0 to 10.
    RegulatoryPressure "regulatory_pressure" Grade Profile;
    /// Our share of what the customer spends on what we sell.
    ShareOfWallet "share_of_wallet" Share Profile;
    /// The account manager's judgement of the potential; expires after 12 months.
    ManagerJudgement "manager_judgement" Grade Profile;
    /// Whether the customer acts as a reference or ambassador.
    IsReference "is_reference" YesNo Profile;
    /// Fit of size with the ideal profile: 1 ideal, 0 least ideal.
    SizeFit "size_fit" Share Settings;
    /// Fit of sector with the ideal profile: 1 ideal, 0 least ideal.
    SectorFit "sector_fit" Share Settings;
}

impl Fact {
    /// The number of facts that the host knows.
    pub const COUNT: usize = Self::ALL.len();

    /// The fact's column, in this program: another version has other columns, so
    /// what is stored names its facts by their ids.
    pub const fn column(self) -> usize {
        self as usize
    }
}

/// Which fact stands in which column: the host's own, then those that the
/// loaded plugins declare, in order of id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactCatalog {
    ids: Vec<SmolStr>,
}

impl FactCatalog {
    /// The host's facts and `declared` ones, in any order and with repeats.
    pub fn new<'a>(declared: impl IntoIterator<Item = &'a str>) -> Self {
        let mut extra: Vec<SmolStr> = declared
            .into_iter()
            .filter(|id| Fact::from_id(id).is_none())
            .map(SmolStr::new)
            .collect();
        extra.sort_unstable();
        extra.dedup();
        let own = Fact::ALL.iter().map(|fact| SmolStr::new_static(fact.id()));
        Self { ids: own.chain(extra).collect() }
    }

    /// The column of the fact with this id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|known| known == id)
    }

    /// The ids by column.
    pub fn ids(&self) -> &[SmolStr] {
        &self.ids
    }
}

impl Default for FactCatalog {
    fn default() -> Self {
        Self::new([])
    }
}
