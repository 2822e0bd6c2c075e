//! Which kind of file it is, by its headers.

mod missing;

use std::collections::BTreeSet;

use klantwijzer_core::ledger::EntryKind;

use crate::error::Problem;
use crate::field::Field;
use crate::headers::{Headers, Match};
use crate::kind::FileKind;
use crate::report::Note;

pub(crate) use missing::missing;
use missing::{unknown, without_amount};

/// What is known of a file when its kind is decided.
pub(crate) struct Clues<'a> {
    pub(crate) headers: &'a Headers,
    /// The name of the file and, in a workbook, of the sheet.
    pub(crate) name: &'a str,
    /// The entry kinds that the words in its column of kinds stand for.
    pub(crate) words: &'a BTreeSet<EntryKind>,
    /// Whether document numbers come back on more rows.
    pub(crate) numbers_repeat: &'a dyn Fn() -> bool,
}

/// What a matched header means in a file of this kind; `None` where it is not
/// read there. A weaker meaning has a number added to its rank.
pub(crate) fn meaning(kind: FileKind, headers: &Headers, found: &Match) -> Option<(Field, u32)> {
    const WEAKER: u32 = 10_000;
    use Field as F;
    use FileKind as K;
    let own_hint = found.hint.is_none_or(|hint| {
        hint == kind || hint.of_invoices() && kind.of_invoices() || found.stated
    });
    let (field, rank) = match (&found.field, found.hint) {
        (F::Ignore, _) => return None,
        (F::Number, None) if kind.of_customers() && !found.stated => {
            (F::Customer, found.rank + WEAKER)
        }
        (F::Date, Some(K::Payments)) if kind.of_invoices() => (F::PaidOn, found.rank),
        (F::Number, Some(K::Invoices)) if kind == K::Payments => (F::Number, found.rank),
        (F::Number, Some(K::Invoices)) if matches!(kind, K::Costs | K::Support) => return None,
        (F::Cost, hint) if matches!(kind, K::Costs | K::Support) => {
            (F::Amount, found.rank + if hint.is_some() { 0 } else { WEAKER })
        }
        (F::SupportCost, _) if kind == K::Support => (F::Amount, found.rank),
        (F::Open | F::Due | F::Cost, _) if kind.of_invoices() => (found.field.clone(), found.rank),
        (F::Kind, _) if kind == K::Contacts => (F::Channel, found.rank + WEAKER),
        (F::Kind, _) if !kind.of_customers() && !kind.of_invoices() && kind != K::Costs => {
            (F::Category, found.rank + WEAKER)
        }
        (F::Name, Some(K::People)) if kind == K::People && !Seen::new(headers).person() => {
            (F::Person, found.rank + WEAKER)
        }
        (F::Customer | F::Name, _) => (found.field.clone(), found.rank),
        (F::Date, _) if kind.of_customers() && found.hint.is_some() => return None,
        _ if own_hint => (found.field.clone(), found.rank),
        _ => return None,
    };
    kind.reads(&field).then_some((field, rank))
}

/// Decides the kind, with what a person should know about it.
pub(crate) fn decide(clues: &Clues<'_>) -> Result<(FileKind, Option<Note>), Problem> {
    let seen = Seen::new(clues.headers);
    let numbered_profile = seen.has(&Field::Number) && seen.profile_columns() > 0;
    if !(seen.has(&Field::Customer) || seen.has(&Field::Name) || seen.person() || numbered_profile)
    {
        return Err(unknown(clues.headers));
    }
    if let Some(kind) = seen.of_customers_only() {
        seen.refuse_ignored_money(kind, clues.headers)?;
        return Ok((kind, None));
    }
    let marked = seen.marked();
    match marked.as_slice() {
        [kind] => return Ok((*kind, None)),
        [] => {}
        kinds => {
            return Err(Problem::AmbiguousKind { kinds: kinds.to_vec() });
        }
    }
    if let Some(kind) = by_words(clues.words) {
        return Ok((lines_or_whole(kind, &seen, clues), None));
    }
    let has_amount = seen.has_amount();
    if let Some(kind) = by_name(clues.name, has_amount, &seen) {
        return Ok((kind, Some(Note::KindFromName)));
    }
    if has_amount && (seen.has_date() || seen.profile_columns() == 0) {
        let kind = lines_or_whole(FileKind::Invoices, &seen, clues);
        let bare = !seen.hinted(FileKind::Invoices)
            && !seen.hinted(FileKind::InvoiceLines)
            && !seen.has(&Field::Number);
        return Ok((kind, bare.then_some(Note::AssumedInvoices)));
    }
    let kind = seen.customers_or_people().ok_or_else(|| unknown(clues.headers))?;
    seen.refuse_ignored_money(kind, clues.headers)?;
    Ok((kind, None))
}

/// What the headers hold, looked at without regard to order.
struct Seen<'a> {
    matches: Vec<&'a Match>,
}

impl<'a> Seen<'a> {
    fn new(headers: &'a Headers) -> Self {
        Self { matches: headers.matches.iter().flatten().collect() }
    }

    fn has(&self, field: &Field) -> bool {
        self.matches.iter().any(|found| found.field == *field)
    }

    fn hinted(&self, kind: FileKind) -> bool {
        self.matches.iter().any(|found| found.hint == Some(kind))
    }

    fn has_hinted(&self, kind: FileKind, field: &Field) -> bool {
        self.matches.iter().any(|found| found.hint == Some(kind) && found.field == *field)
    }

    fn has_date(&self) -> bool {
        self.has(&Field::Date)
    }

    fn has_amount(&self) -> bool {
        let plain = [Field::Amount, Field::NetAmount, Field::GrossAmount];
        plain.iter().any(|field| self.has(field))
            || self.has(&Field::Quantity) && self.has(&Field::UnitPrice)
    }

    fn person(&self) -> bool {
        self.has(&Field::Person) || self.has(&Field::LastName)
    }

    /// Dated invoices whose amounts nobody recognised are not taken for customers:
    /// their money would be left out without a word.
    fn refuse_ignored_money(&self, kind: FileKind, headers: &Headers) -> Result<(), Problem> {
        use FileKind as K;
        let dated = self.has_date() || self.has(&Field::Due);
        let of_invoices = self.has_hinted(K::Invoices, &Field::Number)
            || self.has(&Field::Number) && self.has(&Field::Customer) && self.has(&Field::Due);
        if kind == K::Leads || self.has_amount() || !(dated && of_invoices) {
            return Ok(());
        }
        Err(without_amount(headers))
    }

    /// Columns that only a customer has.
    fn profile_columns(&self) -> usize {
        let profile = |found: &&&Match| {
            use Field as F;
            matches!(
                found.field,
                F::Sector
                    | F::Owner
                    | F::Parent
                    | F::Country
                    | F::City
                    | F::Role
                    | F::GivenValue
                    | F::Tags
                    | F::JudgedOn
                    | F::Fact(_)
            )
        };
        self.matches.iter().filter(profile).count()
    }

    fn reachable(&self) -> bool {
        self.has(&Field::Email) || self.has(&Field::Phone)
    }

    fn fact_columns(&self) -> usize {
        self.matches.iter().filter(|found| matches!(found.field, Field::Fact(_))).count()
    }

    /// Kinds of customers that are plain before anything else: leads, and
    /// customers whose dated facts stand beside amounts of one mailing.
    fn of_customers_only(&self) -> Option<FileKind> {
        let lead = self.hinted(FileKind::Leads);
        let referred = self.has(&Field::ReferredBy);
        let has_id = self
            .matches
            .iter()
            .any(|found| found.field == Field::Customer && found.hint != Some(FileKind::Leads));
        let dated_money = self.has_date() && self.has_amount();
        if lead || referred && !has_id {
            return Some(FileKind::Leads);
        }
        (referred && !dated_money || self.fact_columns() >= 2 && !self.has_date())
            .then_some(FileKind::Customers)
    }

    /// Kinds that a header names, other than invoices.
    fn marked(&self) -> Vec<FileKind> {
        use FileKind as K;
        let plain_invoice = self.hinted(K::Invoices) || self.has_date() && self.has_amount();
        let invoice_date = self.has_hinted(K::Invoices, &Field::Date)
            || self.has_hinted(K::Invoices, &Field::Due)
            || self.matches.iter().any(|found| found.field == Field::Date && found.hint.is_none());
        let no_amount = !self.has_amount();
        let mut kinds: Vec<K> = [K::Gifts, K::MembershipFees, K::AdSpend, K::DataSales]
            .into_iter()
            .filter(|kind| {
                self.has_hinted(*kind, &Field::Amount)
                    || self.has_hinted(*kind, &Field::Date)
                    || self.has_hinted(*kind, &Field::Number)
                    || self.hinted(*kind) && self.has_date() && self.has_amount()
            })
            .collect();
        let paid = self.has_hinted(K::Payments, &Field::Amount) && self.only_paid_amounts();
        let paid_date = self.has_hinted(K::Payments, &Field::Date) && !invoice_date;
        if paid || paid_date || self.has_hinted(K::Payments, &Field::Ignore) && !self.due() {
            kinds.push(K::Payments);
        }
        let split_costs = [Field::SupportCost, Field::SalesCost, Field::MarketingCost]
            .iter()
            .any(|f| self.has(f));
        let cost_alone = self.has_hinted(K::Costs, &Field::Cost) && no_amount;
        let ticket = self.hinted(K::Support);
        let cost_marks = split_costs && no_amount
            || cost_alone
            || self.has_hinted(K::Costs, &Field::Kind)
            || self.has_hinted(K::Costs, &Field::Date);
        if ticket {
            kinds.push(K::Support);
        } else if cost_marks {
            kinds.push(K::Costs);
        }
        if self.hinted(K::Contacts) && no_amount {
            kinds.push(K::Contacts);
        }
        if self.hinted(K::Services) && self.has_date() && !plain_invoice {
            kinds.push(K::Services);
        }
        if self.hinted(K::Documents) && !self.hinted(K::Invoices) {
            kinds.push(K::Documents);
        }
        let of_invoices = self.has_hinted(K::Invoices, &Field::Date)
            || self.has_hinted(K::Invoices, &Field::Amount);
        let income = [K::Gifts, K::MembershipFees, K::AdSpend, K::DataSales];
        if of_invoices && kinds.iter().any(|kind| income.contains(kind)) {
            kinds.push(K::Invoices);
        }
        kinds
    }

    /// Whether every amount is one that was paid.
    fn only_paid_amounts(&self) -> bool {
        let mut amounts = self.matches.iter().filter(|found| {
            matches!(found.field, Field::Amount | Field::NetAmount | Field::GrossAmount)
        });
        amounts.all(|found| found.hint == Some(FileKind::Payments))
    }

    fn due(&self) -> bool {
        self.has(&Field::Due) || self.has(&Field::Open)
    }

    fn customers_or_people(&self) -> Option<FileKind> {
        let persons = self.person() || self.has(&Field::PersonRole);
        let profile = self.profile_columns() > 0;
        if persons && !profile {
            return (!self.has_date() || self.reachable()).then_some(FileKind::People);
        }
        let named = self.has(&Field::Name) || self.reachable();
        (profile || named || !self.has_date() && self.matches.len() > 1)
            .then_some(FileKind::Customers)
    }
}

/// Invoices by line where the columns are those of lines; where only a
/// category or a quantity is there, when document numbers come back.
fn lines_or_whole(kind: FileKind, seen: &Seen<'_>, clues: &Clues<'_>) -> FileKind {
    if kind != FileKind::Invoices || !seen.has(&Field::Number) {
        return kind;
    }
    let lines = [Field::Line, Field::Product, Field::UnitPrice];
    let maybe = [Field::Category, Field::Quantity];
    let by_column =
        seen.hinted(FileKind::InvoiceLines) || lines.iter().any(|field| seen.has(field));
    if by_column || maybe.iter().any(|field| seen.has(field)) && (clues.numbers_repeat)() {
        FileKind::InvoiceLines
    } else {
        kind
    }
}

/// The kind that a column of kinds speaks of.
fn by_words(words: &BTreeSet<EntryKind>) -> Option<FileKind> {
    use EntryKind as E;
    let all = |kinds: &[E]| !words.is_empty() && words.iter().all(|word| kinds.contains(word));
    if all(&[E::Support, E::SalesCost, E::MarketingCost]) {
        return Some(FileKind::Costs);
    }
    let single = [
        (E::Payment, FileKind::Payments),
        (E::Gift, FileKind::Gifts),
        (E::MembershipFee, FileKind::MembershipFees),
        (E::AdSpend, FileKind::AdSpend),
        (E::DataSale, FileKind::DataSales),
        (E::Service, FileKind::Services),
        (E::Document, FileKind::Documents),
    ];
    let found = single.into_iter().find(|(word, _)| all(&[*word])).map(|(_, kind)| kind);
    found.or((!words.is_empty()).then_some(FileKind::Invoices))
}

/// The kind that the file's name speaks of, where the headers are no more than
/// a customer and a date or an amount.
fn by_name(name: &str, has_amount: bool, seen: &Seen<'_>) -> Option<FileKind> {
    use FileKind as K;
    if seen.hinted(K::Invoices) || !seen.has_date() {
        return None;
    }
    let name = name.to_lowercase();
    let with_amount: &[(&str, FileKind)] = &[
        ("betaling", K::Payments),
        ("payment", K::Payments),
        ("ontvangst", K::Payments),
        ("gift", K::Gifts),
        ("donat", K::Gifts),
        ("contributie", K::MembershipFees),
        ("membership", K::MembershipFees),
        ("spend", K::AdSpend),
        ("advert", K::AdSpend),
        ("kosten", K::Costs),
        ("cost", K::Costs),
        ("datasale", K::DataSales),
        ("dataverkoop", K::DataSales),
    ];
    let without_amount: &[(&str, FileKind)] = &[
        ("contact", K::Contacts),
        ("gesprek", K::Contacts),
        ("bezoek", K::Contacts),
        ("ticket", K::Support),
        ("support", K::Support),
        ("melding", K::Support),
        ("offerte", K::Documents),
        ("quote", K::Documents),
        ("dienst", K::Services),
        ("service", K::Services),
        ("uitgifte", K::Services),
    ];
    let table = if has_amount { with_amount } else { without_amount };
    table.iter().find(|(word, _)| name.contains(word)).map(|(_, kind)| *kind)
}
