//! Questions about the model, its definitions and what can be asked.

use klantwijzer_answer::query::Intent;

use super::Grammar;

pub(super) const GRAMMAR: Grammar<Intent> = &[
    (
        Intent::ExplainModel,
        "if number_value how what work calculate mean explain model type value potential provisional score when
         become count_as customer say_no ratio acquisition cost ideal difference should definition
         why @type make need growth donor member advertiser plugin_value",
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
         0.98 make @type one !customer_name|unknown|if|which|ideal
         0.97 why model @type !customer_name|unknown
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
        Intent::IdealProfile,
        "ideal customer lowest avoid learned data own fit top how what not should accept explain make type most which sector need model prospect list",
        "1.0 ideal !how_many|customer_name|bound_value
         0.97 how lowest customer !customer_name|@measure|number_value|@narrow|depend
         1.0 avoid customer|which|prospect|type !customer_name
         0.88 fit customer|which|prospect|type|what !how_many|customer_name|bound_value|sector_value|unknown
         0.86 what|which|type customer not accept|want|serve !customer_name|how_many|nothing
         0.85 learned customer data",
    ),
    (
        Intent::ContactProgramme,
        "except programme how_often how_many visit call contact in_touch how should type @type keep schedule what event need which invite customer donor member plugin_value",
        "1.0 programme !customer_name|remind|log
         1.0 how_often visit|call|contact|in_touch|schedule !customer_name
         0.95 how_many contact|visit !customer_name|period_value|log|last_time|@definition
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
        "1.0 help !remind|customer_name|thanks",
    ),
];
