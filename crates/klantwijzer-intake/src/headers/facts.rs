//! What people and programs call facts about a customer.

use klantwijzer_core::facts::Fact;

/// How the number in a column becomes the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// It is the fact.
    Same,
    /// It is in months and the fact in days.
    MonthsToDays,
}

/// A fact and the headers that it goes by.
pub(crate) struct FactNames {
    pub(crate) id: &'static str,
    pub(crate) scale: Scale,
    /// Separated by commas.
    pub(crate) names: &'static str,
}

const fn fact(fact: Fact, names: &'static str) -> FactNames {
    FactNames { id: fact.id(), scale: Scale::Same, names }
}

const fn months(fact: Fact, names: &'static str) -> FactNames {
    FactNames { id: fact.id(), scale: Scale::MonthsToDays, names }
}

const fn own(id: &'static str, names: &'static str) -> FactNames {
    FactNames { id, scale: Scale::Same, names }
}

/// Synonyms of facts. Beside these, a fact's own id is always its header, with
/// or without `fact:` in front.
pub(crate) const FACT_NAMES: &[FactNames] = &[
    fact(
        Fact::Employees,
        "fte, aantal fte, medewerkers, aantal medewerkers, werknemers, aantal werknemers, \
         employee count, number of employees, headcount, no of employees, personeel, \
         personeelsaantal, ftes, employees fte",
    ),
    fact(
        Fact::CompanyRevenue,
        "jaaromzet, omzet klant, bedrijfsomzet, omzet bedrijf, annual revenue, yearly \
         revenue, customer revenue, company turnover, annual turnover, eigen omzet, jaaromzet \
         klant, omzet per jaar",
    ),
    fact(
        Fact::PainFit,
        "pijn, aansluiting bij de pijn, aansluiting pijn, fit pijn, pijnfit, fit with pain, \
         pain",
    ),
    fact(
        Fact::RegulatoryPressure,
        "regeldruk, regelgeving, regulation, regulatory, externe regelgeving, toezicht, \
         regulering, regulatory burden",
    ),
    fact(
        Fact::ShareOfWallet,
        "aandeel in bestedingen, aandeel portemonnee, klantaandeel, wallet share, sow, \
         aandeel, inkoopaandeel, ons aandeel, our share",
    ),
    fact(
        Fact::ManagerJudgement,
        "oordeel, oordeel accountmanager, beoordeling, judgement, judgment, manager judgment, \
         inschatting, potentie oordeel, oordeel potentie, inschatting potentie, potential \
         judgement",
    ),
    fact(
        Fact::IsReference,
        "referentieklant, is referentie, reference customer, ambassadeur, ambassador, \
         referenceable, is ambassadeur",
    ),
    fact(
        Fact::LastGift,
        "last gift amt, last gift amount, laatste gift, bedrag laatste gift, laatste \
         giftbedrag",
    ),
    fact(Fact::DaysSinceLastGift, "dagen sinds laatste gift"),
    months(Fact::DaysSinceLastGift, "months since last gift, maanden sinds laatste gift"),
    fact(Fact::DaysSinceFirstGift, "dagen sinds eerste gift"),
    months(Fact::DaysSinceFirstGift, "months since first gift, maanden sinds eerste gift"),
    fact(
        Fact::GiftsTotal,
        "lifetime gift amount, totaal giften, giften totaal, total gifts, lifetime giving",
    ),
    own("gift_count_total", "lifetime gift count, aantal giften, number of gifts, gift count"),
    own("fact:response_rate", "recent response prop, responspercentage"),
    own("fact:average_gift", "recent avg gift amt, gemiddelde gift, average gift amount"),
];
