//! The rules by which intents are recognised.
//!
//! One rule a line: its strength, then what it needs. `a|b` is met by either,
//! `!a` forbids, `^a` must come first, `@name` is a group of concepts.

use crate::intents::{Elsewhere, Intent};

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
];

/// Each intent with the concepts that it can make use of and its rules: see
/// [`crate::intents`].
pub(crate) const GRAMMAR: &[(Intent, &str, &str)] = &[
    (
        Intent::WhyNotType,
        "unknown if type model count_as make become instead calculate score @type explain value",
        "1.0 why customer_name @type not|instead
         0.95 why @type not|instead
         0.9 explain customer_name @type not|instead
         0.93 customer_name @type not !set|leave|move|up|down",
    ),
    (
        Intent::WhyType,
        "unknown if explain type model score count_as calculate value potential how become make @type",
        "1.0 why customer_name @type !not
         0.95 why @type !not
         0.92 why customer_name type|score|model|value|potential !not
         0.92 explain customer_name @type|type|score|model !not
         0.85 explain customer_name !not|cost|support
         0.82 why customer_name !not|cost|support|open
         0.92 which|what type customer_name
         0.9 type customer_name !set|move|up|how|need|compare|history|score|why
         0.85 customer_name @type !not|set|make|how|need|if|compare|history|why|leave|move
         0.9 what|how score|value|potential customer_name !history|move|not|growth",
    ),
    (
        Intent::WhatIf,
        "missing unknown move customer should type make become up need if growth how what when keep work @type potential value",
        "1.0 how|what|need|if|when @change customer_name @type|up !not
         0.97 need|missing customer_name @type|up|type
         0.97 if customer_name @type
         0.95 how @change customer_name @type|up
         0.96 become customer_name @type|up !not
         0.9 become customer_name type|should !not
         0.9 up customer_name how|what|should
         0.95 when become customer_name @type",
    ),
    (
        Intent::CountByDefinition,
        "lead @definition @party invoice earn bring_in make_up margin revenue within count_as definition
         amount_value bound_value period_value duration_value @filter buy give money over model ideal fit",
        "1.0 how_many @party !@type|not|few|share|customer_name|depend|leave|lapsed|nothing|how_often
         0.95 how_many @definition !@type|not|share|percent_value|customer_name|lapsed|nothing|leave
         0.95 how_many give|buy|invoice customer|donor !not|nothing|lapsed|stop|leave|open
         0.9 how_many give|buy !not|nothing|lapsed|stop|leave
         0.9 how_many earn|bring_in !not|@type|customer_name
         0.85 how_many @narrow !not|@type",
    ),
    (
        Intent::ListByType,
        "type @filter sort name per model over under how_many count_as @type ",
        "1.0 which|list|how_many|what @type !become|not|customer_name|compare|why
         0.97 @type customer|plugin_value !become|not|customer_name|compare|why|how
         0.9 @type !customer_name|not|compare|why|how|what|when|mean|explain
         0.92 customer sort value|potential|revenue|margin|growth|name
         0.87 which|every|list @narrow !should|say_no|stop|not|want|why|how|when|customer_name|customer
         0.92 which|list|every customer @narrow !should|say_no|stop|not|want
         0.86 customer @narrow !should|say_no|stop|not|want|why|how|when
         0.92 customer per type
         0.9 how_many customer per type
         0.86 customer type which|list|what|every
         0.86 list|every customer
         0.8 which plugin_value|donor|member|advertiser",
    ),
    (
        Intent::ExplainModel,
        "number_value how what work calculate mean explain model type value potential provisional score when
         become count_as customer say_no ratio acquisition cost ideal difference should definition
         why @type make need growth",
        "1.0 how|explain work model|score|type|value|potential
         1.0 explain model|type|value|potential|provisional|say_no|ratio|score !customer_name
         0.97 explain @type !customer_name
         0.97 explain acquisition !customer_name
         1.0 how calculate @type|value|potential|score|type|model|ratio|acquisition|customer !customer_name
         0.97 how model|score|value|potential calculate|work|model !customer_name
         1.0 mean @type|value|potential|provisional|type|ratio|score !customer_name
         1.0 what @type one !customer_name|top|most|every|which
         0.95 when @type customer|one !customer_name
         0.95 when become|count_as @type !customer_name
         0.92 how become @type !customer_name
         0.92 when provisional|say_no !customer_name|period_value
         0.9 how say_no calculate|work|model
         0.95 difference @type @type what !customer_name
         0.9 what value|potential|provisional|ratio !customer_name|every|top|most|customer|@narrow|period_value
         0.92 why provisional !customer_name
         0.88 why type|model !customer_name|@type|unknown
         0.9 how model !customer_name
         0.9 what type|model !customer_name|sector_value|owner_value|country_value|move|per
         0.92 what need @type !customer_name
         0.85 how score !customer_name",
    ),
    (
        Intent::CompareDefinitions,
        "become make definition difference compare @definition customer count_as mean how invoice earn ideal work",
        "1.0 compare|difference definition
         0.96 compare|difference @definition !customer_name
         0.97 which|list|what|every definition !@definition|mean
         0.9 how_many definition
         0.9 definition",
    ),
    (
        Intent::ExplainDefinition,
        "become definition mean count_as explain @definition how when what work invoice earn make calculate",
        "1.0 what|when|how mean|count_as|definition customer|@definition !@type|difference|compare|customer_name
         0.97 explain definition|@definition !difference
         0.85 explain customer !customer_name|@type|owner_value|sector_value|not|model
         0.97 mean @definition|customer !@type|customer_name|difference|value|potential
         0.92 count_as customer|@definition which|what|when|how !@type|how_many
         0.95 what @definition one !top|most|which|@type|how_many
         0.86 what member|donor|recipient|user|advertiser !@narrow|top|most|which|period_value|every|not|customer|cost|revenue|value
         0.9 when one !@type|customer_name|say_no
         0.84 what one !@type|top|most|which|ideal|every|value|potential|lowest|sector|owner|country",
    ),
    (
        Intent::SayNoList,
        "count_as instead should say_no serve keep worth accept @filter still leave not stop lower_cost cost @type support over ",
        "1.0 which|list|should|customer|every say_no !customer_name|unknown|prospect|when
         0.9 say_no from|which|should !customer_name|unknown|prospect|bound_value|when|how|explain|mean
         0.9 say_no !customer_name|unknown|prospect|bound_value|when|how|explain|mean
         1.0 lower_cost which|customer|should|what !customer_name
         0.95 lower_cost say_no !customer_name
         0.97 stop should !customer_name|buy|give|pay|unknown
         0.95 stop serve|support !customer_name|buy
         0.95 which|customer not|leave worth|serve|keep !customer_name|how_many|buy|give
         0.9 which|customer should|not stop serve|keep|support !customer_name
         0.9 which should not|leave serve|keep|accept !customer_name",
    ),
    (
        Intent::SayNoCheck,
        "lead unknown should say_no serve keep worth accept fit still leave not stop prospect bound_value sector_value
         employee revenue sector amount_value customer number_value field_value pay support what business",
        "1.0 customer_name say_no
         1.0 customer_name worth
         0.97 customer_name should keep|serve|accept|fit|stop !cost|contact|call
         0.95 customer_name still|want keep|serve|accept|customer|fit !cost
         0.9 customer_name keep|accept|fit|serve !cost|what|how|acquisition
         0.97 customer_name stop serve|support|keep
         0.95 customer_name leave serve|keep|worth|want
         1.0 bound_value should worth|fit|accept|say_no|want|keep !which|how_many|list|customer_name|every
         1.0 bound_value should|worth|fit|accept|say_no|want|keep !which|how_many|list|customer_name|every
         0.97 prospect should|worth|fit|accept|say_no|keep|want sector_value|bound_value|unknown
         0.95 sector_value fit|accept|worth|should one|prospect !which|how_many|every
         0.9 bound_value sector_value !which|how_many|list|customer_name|every|top|most|@type|customer
         0.9 bound_value sector_value one !which|how_many|list|customer_name|every|top|most|@type
         0.9 bound_value bound_value !which|how_many|list|customer_name|every|customer|top|most|@type
         0.85 bound_value prospect !which|how_many|list|every
         0.95 unknown should|still|worth keep|serve|accept|worth|say_no|fit !which|customer_name
         0.9 unknown say_no|worth !which|customer_name",
    ),
    (
        Intent::TopN,
        "@measure @entity @filter @type top most lowest number_value period_value per give spend buy earn
         bring_in ever money value pay cost sort duration_value score make_up own invoiced",
        "1.0 top number_value support|acquisition
         1.0 top|most|lowest customer|donor|plugin_value|advertiser|member !support|share|depend|customer_name|ideal|how_many|missing
         1.0 top|most|lowest @measure !share|depend|customer_name|ideal|serve|support|missing
         0.97 top|most|lowest @entity !share|depend|customer_name|missing
         0.97 sort number_value @measure|customer
         0.97 top number_value !share|depend|make_up|customer_name
         0.95 most earn|spend|buy|give|bring_in|pay !customer_name|support|not
         0.92 growth customer|which|@entity !customer_name|development
         0.92 @measure|bring_in|earn per sector|owner|country|type|group !acquisition|cost
         0.9 which top !customer_name|share
         0.86 top !customer_name|share|depend|ideal|event
         0.86 which|list @entity revenue|value|margin|potential !customer_name|missing|not",
    ),
    (
        Intent::Concentration,
        "@type over concentrated depend few top revenue value margin number_value percent_value share how_many how_much
         make_up bring_in customer how sector_value owner_value country_value plugin_value what most
         earn own",
        "1.0 concentrated !customer_name
         0.95 if depend|lapsed top !customer_name
         0.9 few revenue|value|margin customer !customer_name|cost|growth
         1.0 depend customer|few|top|one|revenue|number_value !customer_name
         0.9 depend !customer_name|contact
         1.0 how_many|which customer percent_value !customer_name|cost|acquisition
         0.97 how_many percent_value revenue|value|margin !cost|acquisition
         0.97 make_up|bring_in|earn percent_value !cost|acquisition
         1.0 share revenue|value|margin top|most|number_value|few !cost
         0.97 how_much revenue|value|margin top|few !customer_name|cost|per
         0.9 share top customer
         0.95 share top|number_value customer|revenue
         0.86 percent_value !cost|acquisition|over|customer_name",
    ),
    (
        Intent::Compare,
        "unknown compare difference @type sector_value owner_value country_value plugin_value customer_name how
         revenue value potential margin set make sector country owner type bound_value contact score should",
        "1.0 compare customer_name
         1.0 compare @type
         1.0 compare sector_value|owner_value|country_value|plugin_value
         0.85 customer_name customer_name !why|cost|open|log|schedule|call
         0.9 compare !definition|@definition
         0.95 difference customer_name
         0.9 difference @type !one
         0.9 difference sector_value|owner_value|country_value|plugin_value",
    ),
    (
        Intent::AcquisitionCost,
        "unknown acquisition cost keep accept customer_name per @entity type @filter @type how_much what how should ratio make top money revenue customer spend ",
        "1.0 acquisition cost !over|percent_value|explain|calculate|mean
         0.98 cost keep customer_name|customer
         0.97 cost accept customer_name|customer
         0.95 acquisition per @entity|type
         0.95 acquisition customer_name
         0.95 ratio customer_name
         0.92 how_much acquisition|spend customer_name
         0.9 ratio per @entity|type
         0.86 what|how_much cost one !which|support|customer_name|over|top|most|open
         0.9 acquisition !calculate|explain|mean
         0.66 cost customer_name !support|open",
    ),
    (
        Intent::AcquisitionCostList,
        "loss cost acquisition over bring_in value worth earn revenue percent_value ratio number_value @filter @type under give pay margin spend list",
        "0.9 loss customer|which !customer_name
         1.0 cost over bring_in|value|worth|earn|revenue|margin|give|pay !customer_name
         1.0 cost|acquisition percent_value !customer_name
         1.0 ratio number_value|percent_value|over !customer_name|explain
         0.95 acquisition over|top number_value|revenue|bring_in|percent_value !customer_name",
    ),
    (
        Intent::CostToServe,
        "unknown support cost serve customer_name how_much most top @filter @type what how spend money ",
        "1.0 support cost !lower_cost|acquisition|say_no
         0.98 serve cost !lower_cost
         0.9 cost support
         0.95 which|most call support !should|customer_name
         0.95 most|top support !acquisition|lower_cost
         0.9 how_much support
         0.86 support customer_name !say_no|stop|should|still|worth|keep|want
         0.84 which cost customer most|top|one|cost !acquisition|over|ratio|lower_cost|customer_name
         0.82 which|customer cost !acquisition|over|ratio|lower_cost|customer_name|percent_value|keep
         0.65 cost customer_name !acquisition|keep|over|ratio",
    ),
    (
        Intent::OverdueInvoices,
        "open invoice late pay not still should duration_value number_value @filter @type money over
         how_much how_many what nothing document",
        "1.0 open invoice !contact
         0.97 open customer|which|list|money|every|pay|how_much|how_many !contact|customer_name
         1.0 late pay|invoice
         0.98 not|still|should pay !customer_name|period_value|ever|how_often
         0.95 invoice not pay
         0.92 late customer|which !contact|visit
         0.9 open !contact|visit|event|call
         0.9 over duration_value invoice",
    ),
    (
        Intent::LapsedList,
        "lapsed buy give not stop nothing period_value duration_value @filter @type leave still ever over
         invoiced active money how_many pay invoice contact too_long donor gift last_time revenue spend",
        "1.0 lapsed customer|which|donor|list|plugin_value|every|how_many|member !customer_name
         0.9 lapsed !customer_name
         1.0 buy|give|invoiced|gift|spend not|nothing|leave period_value|duration_value !customer_name
         0.97 stop buy|give|customer|donor !customer_name|serve|say_no|should
         0.97 nothing|not|leave buy|give !customer_name|amount_value
         0.92 not|leave period_value period_value !customer_name|@type
         0.9 stop which !customer_name|serve|say_no|should
         0.86 not active which|customer
         0.9 pay not period_value period_value",
    ),
    (
        Intent::IdealProfile,
        "ideal customer lowest avoid learned data own fit top how what not should accept explain make type most which sector need model prospect list",
        "1.0 ideal !how_many|customer_name|bound_value
         1.0 avoid customer|which|prospect|type !customer_name
         0.88 fit customer|which|prospect|type|what !how_many|customer_name|bound_value|sector_value|unknown
         0.86 what|which|type customer not accept|want|serve !customer_name|how_many|nothing
         0.85 learned customer data",
    ),
    (
        Intent::DataGaps,
        "@type missing know not nothing fill_in data field_value sector owner country employee revenue potential value margin
         cost support acquisition name @filter still need should score contact invoice over how_many field type provisional plugin_value own @measure",
        "1.0 missing !customer_name
         0.97 not|nothing know customer|data|field_value|employee|sector|owner|country|which|@measure !customer_name
         1.0 not|still|need|should fill_in !customer_name
         0.92 not owner|sector|country|employee|field_value which|customer !customer_name|@type|move
         0.9 fill_in which|what|data|customer
         0.9 what not know
         0.86 data fill_in",
    ),
    (
        Intent::MovedType,
        "what move type up down leave become period_value duration_value @type from to not stop still instead model score lapsed",
        "1.0 move type|up|down !customer_name|how|need
         1.0 move @type !customer_name|how|need|compare
         0.97 up|down @type !customer_name|how
         0.97 up|down which|customer|period_value !customer_name|how
         0.97 leave @type !customer_name|how|serve|keep|worth
         0.9 move customer|which period_value|duration_value !customer_name
         0.88 move customer|which !customer_name|how
         0.86 move period_value !customer_name|how|why
         0.9 lapsed|stop @type which !buy|give
         0.9 not still @type which !customer_name|buy|give
         0.9 become @type period_value !customer_name",
    ),
    (
        Intent::ScoreHistory,
        "why unknown history score value potential move growth type how what period_value duration_value development become when revenue up down list work still @type",
        "1.0 history customer_name
         0.95 up|down customer_name !need|make|become|how|should|@type
         0.93 move|growth|up|down customer_name !need|@type
         0.9 when|ever move|become customer_name
         0.86 score customer_name
         0.9 history score
         0.86 move customer_name @type !how|what|need|if
         0.86 score move",
    ),
    (
        Intent::ContactProgramme,
        "programme how_often visit call contact in_touch how should type @type keep schedule what event need which invite customer",
        "1.0 programme !customer_name|remind|log
         1.0 how_often visit|call|contact|in_touch|schedule !customer_name
         0.97 how contact|in_touch|visit|call|keep @type|type|customer !customer_name|period_value
         0.95 how in_touch !customer_name
         0.95 contact @type what|which|how !period_value|customer_name|call|last_time|too_long
         0.9 in_touch @type|type !customer_name
         0.9 how_often @type !customer_name
         0.85 contact|visit|programme type|@type !which|customer_name|period_value|last_time|too_long|not|log",
    ),
    (
        Intent::Help,
        "help how work what should explain",
        "1.0 help !remind|customer_name",
    ),
    (
        Intent::Elsewhere(Elsewhere::ContactDue),
        "call visit contact should schedule period_value which customer @filter @type in_touch when what remind still open event",
        "1.0 which|should|what|list call|visit !support|programme|how_often|how|too_long|last_time|not|log|customer_name|remind|open|late
         1.0 should contact|in_touch !how_often|how|too_long|last_time|not|log|programme|customer_name|remind|open|late
         0.8 which contact|in_touch !how_often|how|too_long|last_time|not|log|programme|customer_name|remind|open|late
         1.0 call period_value !how_often|how|last_time|too_long|log|remind|customer_name
         0.95 call !how_often|how|last_time|too_long|log|remind|customer_name|type|@type
         0.9 which schedule !customer_name
         0.9 schedule|visit|contact period_value which|what !how_often|last_time|too_long|log|not
         0.9 when should call|visit|contact
         0.9 when call|visit|contact customer_name should",
    ),
    (
        Intent::Elsewhere(Elsewhere::ContactOverdue),
        "too_long contact visit call open late not still period_value duration_value @filter @type in_touch which customer nothing leave",
        "1.0 too_long contact|visit|call|in_touch|customer|which|@type !buy|give
         1.0 open contact|visit|call
         0.97 not|nothing contact|visit|call|in_touch !buy|give|how_often|fill_in
         0.9 late contact|visit
         0.92 which too_long",
    ),
    (
        Intent::Elsewhere(Elsewhere::LastContact),
        "unknown last_time contact visit call customer_name when which how period_value log schedule",
        "1.0 last_time customer_name
         1.0 last_time contact|visit|call
         0.95 when contact|visit|call|log !should
         0.92 last_time when",
    ),
    (
        Intent::Elsewhere(Elsewhere::EventInvitees),
        "invite event which should customer @type @filter period_value number_value top how_many list",
        "1.0 invite !how
         0.95 which|should|list event !how_often|how",
    ),
    (
        Intent::Elsewhere(Elsewhere::ScheduleContact),
        "unknown schedule remind call visit contact customer_name period_value duration_value number_value set event @type not should help",
        "1.0 remind
         1.0 schedule customer_name|unknown !history|when
         0.95 schedule !which|how_often|how|programme|when
         0.97 call|visit|contact customer_name period_value !log|last_time|why
         0.9 call customer_name !how|why|how_often|log",
    ),
    (
        Intent::Elsewhere(Elsewhere::LogContact),
        "unknown log customer_name call visit contact period_value schedule event",
        "1.0 log !which|when|last_time|too_long
         1.0 log customer_name !when|last_time",
    ),
    (
        Intent::Elsewhere(Elsewhere::SnoozeReminder),
        "snooze remind period_value duration_value number_value customer_name call schedule contact",
        "1.0 snooze",
    ),
    (
        Intent::Elsewhere(Elsewhere::OverrideType),
        "set make become customer_name type to @type count_as move model should",
        "1.0 ^set customer_name @type !how|need|if|why|compare|what
         0.95 ^make|move|count_as customer_name @type !how|need|if|why|what|when|history|which|become
         0.9 set customer_name type !compare",
    ),
    (
        Intent::Elsewhere(Elsewhere::ImportFile),
        "import invoice customer data document registered what how should gift pay",
        "1.0 import",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concept::Concept;

    /// Words in the grammar that are concepts or groups; others would be
    /// ignored in silence.
    #[test]
    fn every_word_of_the_grammar_is_known() {
        let known = |id: &str| match id.strip_prefix('@') {
            Some(group) => GROUPS.iter().any(|(name, _)| *name == group),
            None => Concept::from_id(id).is_some(),
        };
        for (_, ids) in GROUPS {
            assert!(ids.split_whitespace().all(known), "{ids}");
        }
        for (intent, uses, rules) in GRAMMAR {
            for id in uses.split_whitespace() {
                assert!(known(id), "{intent:?}: {id}");
            }
            for line in rules.lines() {
                let (strength, needs) = line.trim().split_once(' ').unwrap();
                assert!(strength.parse::<f64>().is_ok_and(|strength| strength <= 1.0), "{line}");
                let ids = needs.split([' ', '|']).map(|id| id.trim_start_matches(['!', '^']));
                for id in ids {
                    assert!(known(id), "{intent:?}: {id}");
                }
            }
        }
    }
}
