//! The concepts that words stand for, and sets of them.

macro_rules! concepts {
    ($($name:ident $id:literal)*) => {
        /// What a word or a value in a sentence stands for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Concept { $($name),* }

        impl Concept {
            pub(crate) const ALL: &[Concept] = &[$(Concept::$name),*];

            /// The word for the concept in the lexicon and in rules.
            pub(crate) const fn id(self) -> &'static str {
                match self { $(Concept::$name => $id),* }
            }
        }
    };
}

concepts! {
    // How a question is put.
    Why "why" How "how" HowMany "how_many" HowMuch "how_much" HowOften "how_often"
    Which "which" What "what" When "when" List "list" If "if" Should "should" Want "want"
    Not "not" Instead "instead" Still "still" Ever "ever" Every "every" Mine "mine"
    // Parties and types.
    Customer "customer" One "one" Prospect "prospect"
    Strategic "strategic" Large "large" Development "development"
    Transactional "transactional" Type "type"
    // Change.
    Become "become" Make "make" Move "move" Up "up" Down "down" Leave "leave" Need "need"
    // The model and its definitions.
    Explain "explain" Mean "mean" Work "work" Calculate "calculate" Definition "definition"
    CountAs "count_as" Difference "difference" Compare "compare" Model "model"
    Provisional "provisional"
    Registered "registered" Interested "interested" Invoiced "invoiced"
    Active "active" Business "business" Document "document" Member "member"
    Recipient "recipient" Donor "donor" User "user" Advertiser "advertiser" Within "within"
    // Saying NO.
    SayNo "say_no" Serve "serve" Keep "keep" Worth "worth" Accept "accept" Fit "fit"
    LowerCost "lower_cost"
    // Measures and money.
    Top "top" Lowest "lowest" Most "most" Value "value" Potential "potential"
    Revenue "revenue" Margin "margin" Invoice "invoice" Gift "gift" Spend "spend" AdSpend "ad_spend"
    Lead "lead" Support "support" Acquisition "acquisition" Growth "growth"
    Employee "employee" Name "name" Sort "sort" Earn "earn" BringIn "bring_in" Cost "cost"
    Pay "pay" Share "share" Concentrated "concentrated" Depend "depend" MakeUp "make_up"
    Few "few" Ratio "ratio" Loss "loss" Money "money" Own "own"
    // Groups.
    Sector "sector" Owner "owner" Country "country" Group "group" Per "per"
    // Lists with a meaning of their own.
    Open "open" Late "late" Buy "buy" Give "give" Lapsed "lapsed" Nothing "nothing"
    Stop "stop" Ideal "ideal" Avoid "avoid" Learned "learned" Missing "missing" Know "know"
    Data "data" FillIn "fill_in" Field "field" History "history" Score "score"
    Programme "programme" Contact "contact" Visit "visit" InTouch "in_touch" Help "help"
    // What another part of the program does.
    Call "call" Invite "invite" Event "event" Schedule "schedule" Remind "remind"
    Log "log" Snooze "snooze" Set "set" Import "import" LastTime "last_time" TooLong "too_long"
    // Joints.
    And "and" From "from" To "to" Over "over" Under "under" Thanks "thanks" Except "except" Person "person" Filler "filler" Other "other"
    // Values found in the sentence.
    CustomerName "customer_name" Unknown "unknown" SectorValue "sector_value"
    OwnerValue "owner_value" CountryValue "country_value" PluginValue "plugin_value"
    OwnDefinition "own_definition" FieldValue "field_value" NumberValue "number_value"
    AmountValue "amount_value" PercentValue "percent_value" PeriodValue "period_value"
    DurationValue "duration_value" BoundValue "bound_value" GradeValue "grade_value"
}

impl Concept {
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|concept| concept.id() == id)
    }

    /// How much it says about what is asked, in words that tell something: 0 for a
    /// word that can be left out, three tenths for one that most questions have. An odd
    /// word weighs more than one that is understood, so that one of them beside
    /// two others leaves a reading uncertain.
    pub(crate) const fn weight(self) -> f64 {
        match self {
            Self::Filler
            | Self::Thanks
            | Self::Person
            | Self::And
            | Self::From
            | Self::To
            | Self::Mine
            | Self::Own
            | Self::One
            | Self::Want
            | Self::List => 0.0,
            Self::How
            | Self::Which
            | Self::What
            | Self::Should
            | Self::Ever
            | Self::Still
            | Self::Every
            | Self::Work
            | Self::Per
            | Self::Customer
            | Self::Type
            | Self::Need
            | Self::Make
            | Self::If
            | Self::Nothing
            | Self::Money
            | Self::Data => 0.3,
            Self::Unknown | Self::Other => 1.6,
            _ => 1.0,
        }
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

    /// The most telling weight of its concepts.
    pub(crate) fn weight(self) -> f64 {
        Concept::ALL
            .iter()
            .filter(|concept| self.has(**concept))
            .map(|concept| concept.weight())
            .fold(0.0, f64::max)
    }
}

impl From<Concept> for ConceptSet {
    fn from(concept: Concept) -> Self {
        Self::of(&[concept])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_has_its_own_bit_and_id() {
        assert!(Concept::ALL.len() <= 192);
        for concept in Concept::ALL {
            assert_eq!(Concept::from_id(concept.id()), Some(*concept));
            let set = ConceptSet::from(*concept);
            assert_eq!(Concept::ALL.iter().filter(|other| set.has(**other)).count(), 1);
        }
    }
}
