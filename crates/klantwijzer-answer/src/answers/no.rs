//! To whom to say NO, with reasons.

use klantwijzer_core::facts::{Fact, median};
use klantwijzer_core::profile::{Traits, all_known, criteria};
use klantwijzer_core::review::Standing;
use klantwijzer_core::say_no::{Advice, Exemption, NoAction, Verdict, changes, of_prospect, signs};
use klantwijzer_core::text::fold;
use klantwijzer_core::types::CustomerType;

use super::fill_in::{fill_in, missing_most};
use super::no_rules::NoRules;
use super::scope::{Scope, UnscoredCounts, shown_of};
use crate::body::{
    Answer, Body, Card, Expected, LedgerSign, MOST_LISTED, NoCase, Note, SayNoCheck, SayNoList,
};
use crate::portfolio::Row;
use crate::query::{Filter, Party, Prospect};

/// Customers resemble a prospect in size from half to twice as many employees.
const ALIKE_SIZE: f64 = 2.0;

impl<'a> Scope<'a> {
    pub(super) fn say_no_list(self, action: Option<NoAction>, filter: &'a Filter) -> Answer {
        let rules = NoRules::new(self.portfolio, self.today);
        let limits = &self.portfolio.settings().no_signs;
        let mut cases = Vec::new();
        let mut doubtful = Vec::new();
        let mut unscored = UnscoredCounts::default();
        for row in self.rows(filter) {
            if let Standing::Unscored(why) = row.standing() {
                unscored.note(&row, why);
            }
            match rules.advise(&row) {
                Advice::Against(action, signs) => {
                    let changes = changes(&signs, limits);
                    cases.push(NoCase { card: row.card(self.today), signs, action, changes });
                }
                Advice::Exempt(Exemption::Provisional, signs) if !signs.is_empty() => {
                    doubtful.push(row);
                }
                _ => {}
            }
        }
        let count = |wanted: NoAction| cases.iter().filter(|c| c.action == wanted).count() as u32;
        let (lower_cost, say_no) = (count(NoAction::LowerCost), count(NoAction::SayNo));
        cases.retain(|case| action.is_none_or(|wanted| case.action == wanted));
        cases.sort_by(|a, b| {
            let value = |card: &Card| card.value.unwrap_or(0.0);
            b.action
                .cmp(&a.action)
                .then(b.signs.len().cmp(&a.signs.len()))
                .then(value(&a.card).total_cmp(&value(&b.card)))
                .then_with(|| a.card.id.cmp(&b.card.id))
        });
        let mut notes = Vec::new();
        if !doubtful.is_empty() {
            let fill_in = missing_most(doubtful.iter().take(MOST_LISTED));
            notes.push(Note::TooEarlyForNo { customers: doubtful.len() as u32, fill_in });
        }
        notes.extend(self.not_looked_for());
        notes.extend(unscored.notes());
        let total = cases.len() as u32;
        cases.truncate(MOST_LISTED);
        notes.extend(shown_of(cases.len(), total));
        let list = SayNoList { action, filter: filter.clone(), lower_cost, say_no, cases };
        self.answer(Body::SayNo(list), notes)
    }

    pub(super) fn say_no_check(self, party: &Party) -> Answer {
        let customer = match party {
            Party::Customer(customer) => *customer,
            Party::Prospect(prospect) => {
                return self.answer(Body::SayNoCheck(self.check_prospect(prospect)), Vec::new());
            }
        };
        let Some(row) = self.portfolio.row(customer) else {
            return self.nobody();
        };
        let check = self.check_customer(&row);
        let note = match check.verdict {
            Verdict::Exempt { because: Exemption::Provisional } => {
                Some(Note::Provisional { customers: 1, fill_in: fill_in(&row) })
            }
            Verdict::SayNo | Verdict::Exempt { .. } => None,
            _ => self.not_looked_for(),
        };
        self.answer(Body::SayNoCheck(check), note.into_iter().collect())
    }

    /// The kinds of signs that the book has nothing of, so that nobody shows them.
    fn not_looked_for(self) -> Option<Note> {
        let signs: Vec<LedgerSign> = [
            (Fact::AcquisitionCost12m, LedgerSign::AcquisitionCost),
            (Fact::SupportCost12m, LedgerSign::SupportCost),
            (Fact::OldestOpenInvoiceDays, LedgerSign::Payments),
        ]
        .into_iter()
        .filter(|(fact, _)| self.nobody_has(*fact))
        .map(|(_, sign)| sign)
        .collect();
        (!signs.is_empty()).then_some(Note::NotLookedFor { signs })
    }

    fn check_customer(self, row: &Row<'_>) -> SayNoCheck {
        let settings = self.portfolio.settings();
        let signs = || signs(&row.facts(), settings);
        let (verdict, signs) = match NoRules::new(self.portfolio, self.today).advise(row) {
            Advice::Keep => (Verdict::Keep, signs()),
            Advice::TooLittleKnown => (Verdict::TooLittleKnown, signs()),
            Advice::Exempt(because, signs) => (Verdict::Exempt { because }, signs),
            Advice::Against(NoAction::SayNo, signs) => (Verdict::SayNo, signs),
            Advice::Against(NoAction::LowerCost, signs) => (Verdict::LowerCost, signs),
        };
        SayNoCheck {
            card: Some(row.card(self.today)),
            prospect: None,
            verdict,
            changes: changes(&signs, &settings.no_signs),
            signs,
            criteria: criteria(&row.traits(), &settings.ideal),
            expected: None,
        }
    }

    fn check_prospect(self, prospect: &Prospect) -> SayNoCheck {
        let traits = Traits {
            employees: prospect.employees.unwrap_or(f64::NAN),
            company_revenue: prospect.company_revenue.unwrap_or(f64::NAN),
            sector: prospect.sector.as_deref(),
            pain_fit: prospect.pain_fit.unwrap_or(f64::NAN),
            regulatory_pressure: prospect.regulatory_pressure.unwrap_or(f64::NAN),
        };
        let lines = all_known(&traits, &self.portfolio.settings().ideal);
        SayNoCheck {
            card: None,
            prospect: Some(prospect.clone()),
            verdict: of_prospect(&lines),
            signs: Vec::new(),
            changes: Vec::new(),
            criteria: lines,
            expected: self.expected(prospect),
        }
    }

    /// The types of the customers that resemble a prospect in sector and size,
    /// as far as both are described; `None` where neither is.
    fn expected(self, prospect: &Prospect) -> Option<Expected> {
        if prospect.sector.is_none() && prospect.employees.is_none() {
            return None;
        }
        let sector = prospect.sector.as_deref().map(fold);
        let same_sector = |row: &Row<'_>| {
            sector.as_ref().is_none_or(|wanted| row.sector().is_some_and(|s| fold(s) == *wanted))
        };
        let same_size = |row: &Row<'_>| {
            let found = row.traits().employees;
            prospect
                .employees
                .is_none_or(|wanted| found >= wanted / ALIKE_SIZE && found <= wanted * ALIKE_SIZE)
        };
        let alike: Vec<Row<'_>> = self
            .portfolio
            .rows()
            .filter(|row| self.type_of(row).is_some() && same_sector(row) && same_size(row))
            .collect();
        let values = alike.iter().map(Row::value).filter(|value| !value.is_nan()).collect();
        let counts = self.counts(alike.iter());
        Some(Expected {
            alike: alike.len() as u32,
            counts,
            customer_type: most_of(counts),
            median_value: median(values),
        })
    }
}

/// The one type that more customers have than any other.
fn most_of(counts: [u32; 4]) -> Option<CustomerType> {
    let most = counts.into_iter().max().filter(|most| *most > 0)?;
    let mut with_most = CustomerType::ALL.into_iter().zip(counts).filter(|(_, n)| *n == most);
    let (customer_type, _) = with_most.next()?;
    with_most.next().is_none().then_some(customer_type)
}
