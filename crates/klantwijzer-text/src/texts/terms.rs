//! What people call the things of the domain.

use klantwijzer_answer::body::FactName;
use klantwijzer_answer::query::{Entity, Measure, Topic};
use klantwijzer_core::access::{Action, Level};
use klantwijzer_core::acquisition::Light;
use klantwijzer_core::bilingual::Bilingual;
use klantwijzer_core::definition::Definition;
use klantwijzer_core::language::Language;
use klantwijzer_core::profile::Criterion;
use klantwijzer_core::programme::{Actor, Channel, ContactMoment};
use klantwijzer_core::review::Doubt;
use klantwijzer_core::types::CustomerType;

use super::load::Texts;
use crate::say;

impl Texts {
    /// A plugin's or team's own words in this language.
    pub fn words<'a>(&self, words: &'a Bilingual) -> &'a str {
        match self.language() {
            Language::En => &words.en,
            Language::Nl => &words.nl,
        }
    }

    /// The name of a type: "strategic".
    pub fn customer_type(&self, customer_type: CustomerType) -> String {
        say!(self, &format!("type-{}", customer_type.id()))
    }

    /// The name of a level: "manager".
    pub fn level(&self, level: Level) -> String {
        say!(self, &format!("level-{}", level.id()))
    }

    /// What somebody does, to follow "can't": "import files".
    pub fn action(&self, action: Action) -> String {
        say!(self, &format!("action-{}", action.id()))
    }

    /// What people call a fact, to follow a verb or stand in a list.
    pub fn fact(&self, fact: &FactName) -> String {
        if let Some(label) = &fact.label {
            return self.words(label).to_owned();
        }
        let id = format!("fact-{}", fact.id);
        if self.has(&id) {
            return say!(self, &id);
        }
        fact.id.strip_prefix("fact:").unwrap_or(&fact.id).replace('_', " ")
    }

    /// What people call a contact moment of a type of customer.
    pub fn moment(&self, moment: &ContactMoment, customer_type: CustomerType) -> String {
        if let Some(label) = &moment.label {
            return self.words(label).to_owned();
        }
        let id = format!("moment-{}", moment.id);
        if self.has(&id) {
            return say!(self, &id, type = customer_type.id());
        }
        moment.id.replace('-', " ")
    }

    /// What people call a channel.
    pub fn channel(&self, channel: Channel) -> String {
        say!(self, channel_id(channel))
    }

    /// The names in a row: "a, b and c".
    pub fn and(&self, names: &[String]) -> String {
        self.row(names, |before, last| say!(self, "list-and", before, last))
    }

    /// The names as a choice: "a, b or c".
    pub fn or(&self, names: &[String]) -> String {
        self.row(names, |before, last| say!(self, "list-or", before, last))
    }

    /// The parts with commas between them.
    pub fn commas(&self, parts: &[String]) -> String {
        let join =
            |before: String, next: &String| say!(self, "list-comma", before, next = next.as_str());
        let mut parts = parts.iter();
        let first = parts.next().cloned().unwrap_or_default();
        parts.fold(first, join)
    }

    fn row(&self, names: &[String], join: impl Fn(String, &str) -> String) -> String {
        match names {
            [] => self.unknown(),
            [only] => only.clone(),
            [before @ .., last] => join(self.commas(before), last),
        }
    }
}

/// The message with the name of a measure.
pub const fn measure_id(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "measure-value",
        Measure::Potential => "measure-potential",
        Measure::Revenue => "measure-revenue",
        Measure::Margin => "measure-margin",
        Measure::Invoices => "measure-invoices",
        Measure::Gifts => "measure-gifts",
        Measure::AdSpend => "measure-ad-spend",
        Measure::Leads => "measure-leads",
        Measure::SupportCost => "measure-support-cost",
        Measure::AcquisitionCost => "measure-acquisition-cost",
        Measure::Growth => "measure-growth",
        Measure::Employees => "measure-employees",
        Measure::Customers => "measure-customers",
        Measure::Name => "measure-name",
    }
}

/// The message with what a list is made up of; its attribute `by` says how
/// customers are grouped.
pub const fn entity_id(entity: Entity) -> &'static str {
    match entity {
        Entity::Customer => "entity-customer",
        Entity::Sector => "entity-sector",
        Entity::Owner => "entity-owner",
        Entity::Country => "entity-country",
        Entity::Type => "entity-type",
        Entity::Group => "entity-group",
    }
}

/// The message with a doubt; its attribute `because` explains it.
pub const fn doubt_id(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::PotentialUnknown => "doubt-potential-unknown",
        Doubt::LowConfidence => "doubt-low-confidence",
        Doubt::Young => "doubt-young",
        Doubt::FewInvoices => "doubt-few-invoices",
    }
}

/// The message with the name of a channel.
pub const fn channel_id(channel: Channel) -> &'static str {
    match channel {
        Channel::Visit => "channel-visit",
        Channel::Meeting => "channel-meeting",
        Channel::Workshop => "channel-workshop",
        Channel::Event => "channel-event",
        Channel::Proposal => "channel-proposal",
        Channel::Personal => "channel-personal",
        Channel::Phone => "channel-phone",
        Channel::Email => "channel-email",
        Channel::Internal => "channel-internal",
    }
}

/// The message with who acts.
pub const fn actor_id(actor: Actor) -> &'static str {
    match actor {
        Actor::AccountManager => "actor-account-manager",
        Actor::SalesManager => "actor-sales-manager",
        Actor::SalesDirector => "actor-sales-director",
        Actor::Ceo => "actor-ceo",
        Actor::Marketing => "actor-marketing",
        Actor::Product => "actor-product",
        Actor::Service => "actor-service",
        Actor::Sales => "actor-sales",
        Actor::Fundraising => "actor-fundraising",
    }
}

/// The message with the name of a criterion.
pub const fn criterion_id(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Employees => "criterion-employees",
        Criterion::CompanyRevenue => "criterion-company-revenue",
        Criterion::Sector => "criterion-sector",
        Criterion::PainFit => "criterion-pain-fit",
        Criterion::RegulatoryPressure => "criterion-regulatory-pressure",
    }
}

/// The message with the name of the setting by which the team wishes something of
/// its ideal customer on a criterion.
pub const fn wish_setting_id(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Employees => "setting-ideal-employees-min",
        Criterion::CompanyRevenue => "setting-ideal-company-revenue-min",
        Criterion::Sector => "setting-ideal-sectors",
        Criterion::PainFit => "setting-ideal-pain-fit",
        Criterion::RegulatoryPressure => "setting-ideal-regulatory-pressure",
    }
}

/// The message with what a light means.
pub const fn light_id(light: Light) -> &'static str {
    match light {
        Light::Green => "light-green",
        Light::Amber => "light-amber",
        Light::Red => "light-red",
    }
}

/// The message with a definition: its value is the name, `who` is who counts,
/// `means` explains it. `None` for a plugin's or team's own.
pub fn definition_id(definition: &Definition) -> Option<String> {
    match definition {
        Definition::Own { .. } => None,
        Definition::EarnedOver { margin: true, .. } => Some("definition-earned-over-margin".into()),
        known => Some(format!("definition-{}", known.id().replace('_', "-"))),
    }
}

/// The message with the question that asks for this topic.
pub const fn topic_question_id(topic: Topic) -> &'static str {
    match topic {
        Topic::Types => "question-model-types",
        Topic::Strategic => "question-model-strategic",
        Topic::Large => "question-model-large",
        Topic::Development => "question-model-development",
        Topic::Transactional => "question-model-transactional",
        Topic::Value => "question-model-value",
        Topic::Potential => "question-model-potential",
        Topic::Provisional => "question-model-provisional",
        Topic::SayNo => "question-model-say-no",
        Topic::AcquisitionCost => "question-model-acquisition-cost",
        Topic::IdealProfile => "question-model-ideal-profile",
    }
}
