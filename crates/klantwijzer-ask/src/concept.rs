//! The concepts that words stand for, and sets of them.

use std::sync::LazyLock;

use klantwijzer_core::named;

named! {
    /// What a word or a value in a sentence stands for.
    enum Concept {
        // How a question is put.
        Why "why"; How "how"; HowMany "how_many"; HowMuch "how_much"; HowOften "how_often";
        Which "which"; What "what"; When "when"; List "list"; If "if"; Should "should"; Want "want";
        Not "not"; Instead "instead"; Still "still"; Ever "ever"; Every "every"; Mine "mine";
        // Parties and types.
        Customer "customer"; One "one"; Prospect "prospect";
        Strategic "strategic"; Large "large"; Development "development";
        Transactional "transactional"; Type "type";
        // Change.
        Become "become"; Make "make"; Move "move"; Up "up"; Down "down"; Leave "leave"; Need "need";
        // The model and its definitions.
        Explain "explain"; Mean "mean"; Work "work"; Calculate "calculate"; Definition "definition";
        CountAs "count_as"; Difference "difference"; Compare "compare"; Model "model";
        Provisional "provisional";
        Registered "registered"; Interested "interested"; Invoiced "invoiced";
        Active "active"; Business "business"; Document "document"; Member "member";
        Recipient "recipient"; Donor "donor"; User "user"; Advertiser "advertiser"; Within "within";
        // Saying NO.
        SayNo "say_no"; Serve "serve"; Keep "keep"; Worth "worth"; Accept "accept"; Fit "fit";
        LowerCost "lower_cost";
        // Measures and money.
        Top "top"; Lowest "lowest"; Most "most"; Value "value"; Potential "potential";
        Revenue "revenue"; Margin "margin"; Invoice "invoice"; Gift "gift"; Spend "spend";
        AdSpend "ad_spend";
        Lead "lead"; Support "support"; Acquisition "acquisition"; Growth "growth";
        Employee "employee"; Name "name"; Sort "sort"; Earn "earn"; BringIn "bring_in"; Cost "cost";
        Pay "pay"; Share "share"; Concentrated "concentrated"; Depend "depend"; MakeUp "make_up";
        Few "few"; Ratio "ratio"; Loss "loss"; Money "money"; Own "own";
        // Groups.
        Sector "sector"; Owner "owner"; Country "country"; Group "group"; Per "per";
        // Lists with a meaning of their own.
        Open "open"; Late "late"; Buy "buy"; Give "give"; Lapsed "lapsed"; Nothing "nothing";
        Stop "stop"; Ideal "ideal"; Avoid "avoid"; Learned "learned"; Missing "missing";
        Know "know";
        Data "data"; FillIn "fill_in"; Field "field"; History "history"; Score "score";
        Programme "programme"; Contact "contact"; Visit "visit"; InTouch "in_touch"; Help "help";
        // What another part of the program does.
        Call "call"; Invite "invite"; Event "event"; Schedule "schedule"; Remind "remind";
        Log "log"; Snooze "snooze"; Set "set"; Import "import"; LastTime "last_time";
        TooLong "too_long";
        // Joints.
        And "and"; From "from"; To "to"; Over "over"; Under "under"; Thanks "thanks";
        Except "except"; Person "person"; Filler "filler"; Other "other";
        // Values found in the sentence.
        CustomerName "customer_name"; Unknown "unknown"; SectorValue "sector_value";
        OwnerValue "owner_value"; CountryValue "country_value"; PluginValue "plugin_value";
        OwnDefinition "own_definition"; FieldValue "field_value"; NumberValue "number_value";
        AmountValue "amount_value"; PercentValue "percent_value"; PeriodValue "period_value";
        DurationValue "duration_value"; BoundValue "bound_value"; GradeValue "grade_value";
    }
}

/// A set of concepts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ConceptSet([u64; 3]);

impl ConceptSet {
    pub(crate) const EMPTY: Self = Self([0; 3]);

    pub(crate) const fn of(concepts: &[Concept]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < concepts.len() {
            let bit = concepts[at] as usize;
            set.0[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        set
    }

    pub(crate) const fn has(self, concept: Concept) -> bool {
        self.0[concept as usize / 64] & (1 << (concept as usize % 64)) != 0
    }

    #[must_use]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1], self.0[2] | other.0[2]])
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        (self.0[0] & other.0[0]) | (self.0[1] & other.0[1]) | (self.0[2] & other.0[2]) != 0
    }

    const fn without(self, other: Self) -> Self {
        Self([self.0[0] & !other.0[0], self.0[1] & !other.0[1], self.0[2] & !other.0[2]])
    }

    /// How much the most telling of its concepts says about what is asked: 0 for a
    /// word that can be left out, three tenths for one that most questions have, 1 for
    /// other words that tell something. An odd word weighs more than one that is
    /// understood, so that one of them beside two others leaves a reading uncertain.
    pub(crate) fn weight(self) -> f64 {
        static ODD: LazyLock<ConceptSet> = LazyLock::new(|| set("unknown other"));
        static COMMON: LazyLock<ConceptSet> = LazyLock::new(|| set("@common"));
        static SILENT: LazyLock<ConceptSet> = LazyLock::new(|| set("@silent"));
        let telling = self.without(*SILENT);
        if telling.meets(*ODD) {
            1.6
        } else if telling.without(*COMMON) != Self::EMPTY {
            1.0
        } else if telling != Self::EMPTY {
            0.3
        } else {
            0.0
        }
    }
}

impl From<Concept> for ConceptSet {
    fn from(concept: Concept) -> Self {
        Self::of(&[concept])
    }
}

/// Concepts that rules name together.
pub(crate) const GROUPS: &[(&str, &str)] = &[
    ("glue", "which what list customer one every mine and from to filler own want know ever still"),
    ("type", "strategic large development transactional"),
    (
        "filter",
        "sector_value owner_value country_value plugin_value bound_value sector owner country employee donor member advertiser",
    ),
    ("narrow", "sector_value owner_value country_value plugin_value bound_value"),
    (
        "party",
        "customer donor member recipient user advertiser prospect interested plugin_value own_definition",
    ),
    (
        "definition",
        "registered interested invoiced pay active business document member recipient donor user advertiser prospect own_definition",
    ),
    (
        "measure",
        "value potential revenue margin invoice gift spend ad_spend lead support acquisition growth employee",
    ),
    ("entity", "sector owner country group"),
    ("change", "become make up need if"),
    // What can be left out, and what most questions have.
    ("silent", "filler thanks person and from to mine own one want list"),
    (
        "common",
        "how which what should ever still every work per customer type need make if nothing money data",
    ),
    // What narrows a question down or is what it is about.
    (
        "naming",
        "except customer_name sector_value owner_value country_value own_definition amount_value
         percent_value period_value bound_value",
    ),
    // What fills a slot, or ties words together.
    (
        "part",
        "@type type customer customer_name sector_value owner_value country_value plugin_value
         own_definition number_value amount_value percent_value period_value duration_value
         bound_value value potential revenue margin invoice gift ad_spend lead growth employee
         top lowest sort @entity per registered interested invoiced pay active member recipient
         donor user advertiser prospect every which what ever still instead over under",
    ),
];

/// The concepts with these ids, apart by blanks or bars; `@name` is a group.
pub(crate) fn set(ids: &str) -> ConceptSet {
    let ids = ids.split('|').flat_map(str::split_whitespace);
    ids.fold(ConceptSet::EMPTY, |known, id| {
        let group = id.strip_prefix('@');
        let group = group.and_then(|id| GROUPS.iter().find(|(name, _)| *name == id));
        let more = match group {
            Some((_, ids)) => Some(set(ids)),
            None => Concept::from_id(id).map(ConceptSet::from),
        };
        debug_assert!(more.is_some(), "{id} is neither a concept nor a group");
        known.union(more.unwrap_or(ConceptSet::EMPTY))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_has_its_own_bit_and_id() {
        assert!(Concept::ALL.len() <= 192);
        for concept in Concept::ALL {
            assert_eq!(Concept::from_id(concept.id()), Some(concept));
            let set = ConceptSet::from(concept);
            assert_eq!(Concept::ALL.iter().filter(|other| set.has(**other)).count(), 1);
        }
    }
}
