//! Questions about one customer, or a few by name.

use klantwijzer_answer::query::Intent;

use super::Grammar;

pub(super) const GRAMMAR: Grammar<Intent> = &[
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
        "unknown if explain type model score count_as calculate value potential how become make data history @type",
        "1.0 why customer_name @type !not
         0.95 why @type !not
         0.92 why customer_name type|score|model|value|potential !not
         0.92 explain customer_name @type|type|score|model !not
         0.85 explain customer_name !not|cost|support
         0.82 why customer_name !not|cost|support|open
         0.92 which|what type customer_name
         0.9 type customer_name !set|move|up|how|need|compare|history|score|why
         0.85 customer_name @type !not|set|make|how|need|if|compare|history|why|leave|move
         0.82 customer_name !unknown|other|person|not|say_no
         0.9 what|how score|value|potential customer_name !history|move|not|growth",
    ),
    (
        Intent::WhatIf,
        "missing unknown move customer should amount_value period_value type make become up need if growth how what when keep work @type potential value",
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
        Intent::SayNoCheck,
        "lead document buy contact unknown other should say_no serve keep worth accept fit still leave not stop prospect bound_value sector_value
         employee revenue sector amount_value customer number_value field_value pay support what business ideal",
        "1.0 customer_name fit ideal !other|which|why|compare|how
         1.0 customer_name say_no !other
         1.0 customer_name worth !other
         0.97 customer_name should keep|serve|accept|fit|stop !cost|contact|call|other
         0.95 customer_name still|want keep|serve|accept|customer|fit !cost|other
         0.9 customer_name keep|accept|fit|serve !other|cost|what|how|acquisition
         0.97 customer_name stop serve|support|keep !other
         0.95 customer_name leave serve|keep|worth|want !other
         1.0 bound_value should worth|fit|accept|say_no|want|keep !which|how_many|list|customer_name|every
         1.0 bound_value should|worth|fit|accept|say_no|want|keep !which|how_many|list|customer_name|every
         0.97 prospect should|worth|fit|accept|say_no|keep|want sector_value|bound_value|unknown
         0.95 sector_value fit|accept|worth|should one|prospect !which|how_many|every
         0.9 bound_value sector_value !which|how_many|list|customer_name|every|top|most|@type|customer
         0.9 bound_value sector_value one !which|how_many|list|customer_name|every|top|most|@type
         0.9 bound_value bound_value !which|how_many|list|customer_name|every|customer|top|most|@type
         0.85 bound_value prospect !which|how_many|list|every
         0.95 unknown should|still|worth keep|serve|accept|worth|say_no|fit !which|customer_name|other
         0.9 unknown say_no|worth !which|customer_name|other",
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
];
