//! Questions about all customers, or those of some kind.

use klantwijzer_answer::query::Intent;

use super::Grammar;

pub(super) const GRAMMAR: Grammar<Intent> = &[
    (
        Intent::CountByDefinition,
        "lead help serve @definition @party invoice earn bring_in make_up margin revenue within count_as definition
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
        "type @filter sort name per model over under how_many count_as @type become why concentrated",
        "0.97 which|list customer @type why !customer_name|not|if|become
         1.0 concentrated customer per type !percent_value|share|revenue|value
         0.97 which @type count_as|model !customer_name|not|why|compare|if|how
         1.0 which|list|how_many|what @type !become|not|customer_name|compare|why
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
         0.86 mine customer !should|say_no|not|stop|want|why|how|when|compare|become|leave|lapsed|customer_name
         0.84 which customer !should|say_no|not|stop|want|why|how|when|compare|become|leave|lapsed|mean|explain
         0.8 which plugin_value|donor|member|advertiser",
    ),
    (
        Intent::SayNoList,
        "count_as instead should say_no serve keep worth accept @filter still leave not stop lower_cost cost @type support over ",
        "1.0 which|list|should|customer|every say_no !customer_name|unknown|prospect|when
         0.9 say_no from|which|should !customer_name|unknown|prospect|bound_value|when|how|explain|mean
         0.9 say_no !customer_name|unknown|prospect|bound_value|when|how|explain|mean|person
         1.0 lower_cost which|customer|should|what !customer_name
         0.95 lower_cost say_no !customer_name
         0.97 stop should !customer_name|buy|give|pay|unknown
         0.95 stop serve|support !customer_name|buy
         0.95 which|customer not|leave worth|serve|keep !customer_name|how_many|buy|give
         0.9 which|customer should|not stop serve|keep|support !customer_name
         0.9 which should not|leave serve|keep|accept !customer_name",
    ),
    (
        Intent::TopN,
        "@measure @entity @filter @type every top most lowest number_value period_value per give spend buy earn
         bring_in ever money value pay cost sort duration_value score make_up own invoiced how_much how_many what",
        "0.97 how_much|how_many|what revenue|margin period_value|ever !customer_name|share|percent_value|depend|cost|over|amount_value|model|mean|explain|definition|support|lapsed|not|concentrated|how|top|few
         0.97 how_much|how_many revenue|margin @narrow !customer_name|share|percent_value|depend|cost|over|amount_value|bound_value|model|mean|explain|definition|support|lapsed|not|top|few
         0.86 revenue|margin period_value !customer_name|share|percent_value|depend|cost|over|amount_value|bound_value|model|mean|explain|definition|support|lapsed|not|which|customer|why|if|compare|become
         0.97 how_many customer|donor|member|advertiser per|every sector|owner|country|group !not|share|percent_value|lapsed|leave
         0.97 how_many @type per|every sector|owner|country|group !not|share|percent_value|lapsed|leave
         1.0 top number_value support|acquisition
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
         1.0 how_much|how_many revenue|value|margin top|few !customer_name|cost|per
         0.9 share top customer
         0.95 share top|number_value customer|revenue
         0.86 percent_value !cost|acquisition|over|customer_name",
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
         0.95 serve|support spend|money customer_name
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
        "customer_name open invoice late pay not still should duration_value number_value @filter @type money over
         how_much how_many what nothing document",
        "1.0 open invoice !contact
         0.97 open customer|which|list|money|every|pay|how_much|how_many !contact|customer_name
         0.95 open customer_name pay|money|how_much|how_many|still !contact
         1.0 late pay|invoice
         0.98 not|still|should pay !customer_name|period_value|ever|how_often
         0.95 invoice not pay
         0.92 late customer|which !contact|visit
         0.9 open !contact|visit|event|call
         0.9 over duration_value invoice
         0.86 invoice duration_value !customer_name|not|nothing|how_many|buy|give",
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
        Intent::DataGaps,
        "@type model missing know not nothing fill_in data field_value sector owner country employee revenue potential value margin
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
        "what move type up down leave become period_value duration_value @type @filter from to not stop still instead model score lapsed",
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
];
