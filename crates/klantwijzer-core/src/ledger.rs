//! What happened with a customer: dated entries.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use xxhash_rust::xxh3::xxh3_128;

use crate::money::Money;
use crate::named;

named! {
    /// The kinds of ledger entry [boeking].
    enum EntryKind {
        /// An invoice sent; a whole one, or one line of it (see [`Entry::line`]).
        Invoice "invoice";
        /// A credit note: its amount is negative.
        CreditNote "credit_note";
        /// Money received; `number` is the invoice that it pays.
        Payment "payment";
        /// A gift to a charity.
        Gift "gift";
        /// A membership fee.
        MembershipFee "membership_fee";
        /// What an advertiser spent on a platform.
        AdSpend "ad_spend";
        /// Data sold to a data buyer.
        DataSale "data_sale";
        /// A free service delivered to a recipient.
        Service "service";
        /// A request to the service desk, with what it cost.
        Support "support";
        /// What selling to the customer cost.
        SalesCost "sales_cost";
        /// What marketing to the customer cost.
        MarketingCost "marketing_cost";
        /// A lead that this customer referred [aangedragen lead]; the amount is the
        /// margin it brought, or zero while unknown.
        ReferredLead "referred_lead";
        /// A contact with the customer that took place.
        Contact "contact";
        /// Any other document, such as a quotation or a contract.
        Document "document";
    }
}

/// One dated fact about a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What happened.
    pub kind: EntryKind,
    /// When: for an invoice its date.
    pub date: Date,
    /// The amount in the workspace's currency, net of VAT. Positive for money
    /// that comes in *and* for costs; negative for a credit note.
    pub amount: Money,
    /// The amount with VAT, where the source tells it apart: what the customer has
    /// to pay. It has the sign of `amount`.
    pub gross: Option<Money>,
    /// What the goods or services cost the seller, where known: revenue less
    /// this is the margin.
    pub cost: Option<Money>,
    /// The outside number of the document; empty when it has none.
    pub number: SmolStr,
    /// Which line of the document; empty for a whole document. Unique within
    /// the document.
    pub line: SmolStr,
    /// Product category, contact channel or kind of request; empty if unknown.
    pub category: SmolStr,
    /// When payment is due.
    pub due: Option<Date>,
    /// When it was paid in full.
    pub paid_on: Option<Date>,
    /// What is still open of it, where the source says so.
    pub open: Option<Money>,
}

impl Entry {
    /// A whole document of `kind` with no more than a date and an amount.
    pub fn new(kind: EntryKind, date: Date, amount: Money) -> Self {
        Self {
            kind,
            date,
            amount,
            gross: None,
            cost: None,
            number: SmolStr::default(),
            line: SmolStr::default(),
            category: SmolStr::default(),
            due: None,
            paid_on: None,
            open: None,
        }
    }

    /// What the customer has to pay: the amount with VAT, or the amount where no
    /// other is known.
    pub fn owed(&self) -> Money {
        self.gross.unwrap_or(self.amount)
    }

    /// Whether this is one line of a document and not the whole of it.
    pub fn is_line(&self) -> bool {
        !self.line.is_empty()
    }

    /// Whether kind, number and line tell the entry from the others of its
    /// customer; see [`Entry::key`].
    pub fn is_known_by_number(&self) -> bool {
        !self.number.is_empty() && self.kind != EntryKind::Payment
    }

    /// What makes two rows the same entry of one customer: a corrected row
    /// with the same key replaces its earlier self.
    ///
    /// With a document number the key is kind, number and line. Without one it
    /// is the whole content and `occurrence`, the how-manieth equal row of that
    /// customer this is within its file, so that two equal purchases on one day
    /// stay two. A payment's number names the invoice, which may be paid in
    /// parts, so its key is the whole content too.
    pub fn key(&self, occurrence: u32) -> EntryKey {
        let mut content = Vec::with_capacity(96);
        let mut text = |part: &str| {
            content.extend_from_slice(&(part.len() as u64).to_le_bytes());
            content.extend_from_slice(part.as_bytes());
        };
        text(&self.number);
        text(&self.line);
        if !self.is_known_by_number() {
            text(&self.category);
            content.extend_from_slice(&self.date.year().to_le_bytes());
            content.extend([self.date.month(), self.date.day()].map(i8::cast_unsigned));
            content.extend_from_slice(&self.amount.ten_thousandths().to_le_bytes());
            content.extend_from_slice(&occurrence.to_le_bytes());
        }
        content.push(self.kind as u8);
        EntryKey(xxh3_128(&content))
    }
}

/// The identity of an entry among those of its customer: see [`Entry::key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryKey(pub u128);

/// An entry with the key that tells it from the others of its customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyedEntry {
    /// What tells the entry from the others of its customer.
    pub key: EntryKey,
    /// The entry itself.
    pub entry: Entry,
}
