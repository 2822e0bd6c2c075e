# Hoe scores, typen, programma's en geschiedenis werken.

high = hoog
low = laag
col-now = waarde nu
col-later = potentie
col-attention = wat ze van jullie vragen

model-types = Elke klant die geld kan opbrengen, krijgt een van vier typen, op grond van wat die nu opbrengt (waarde) en hoe ver die nog kan groeien (potentie).
model-source = De vier typen komen van Derrick Philippe Gosselin. Ze helpen jullie je schaarse tijd te besteden waar die het meest telt.
model-bars = De waarde is hoog voor de bovenste { $share } binnen een branche, en in een groep van minder dan { $small } voor de weinigen die samen { $small_share } van alle waarde opbrengen. De potentie is hoog vanaf { $points } van de 100.
model-count = Op dit moment hebben jullie { COUNT($n) } { $who }.

model-strategic = Een strategische klant brengt nu veel op en kan verder groeien. Vaak is het ook een referentie of ambassadeur. Werk als partners en koester hem: de accountmanager én de directeur maken tijd.
    .short = partnerschap: koesteren
model-large = Een grote klant brengt nu veel op en heeft weinig ruimte om te groeien. Zorg dat het zo blijft: regelmatige onderhoudsgesprekken, zodat alles gewoon doorloopt.
    .short = onderhoud: behouden
model-development = Een ontwikkelingsklant brengt nu weinig op en kan flink groeien, door meer of dieper af te nemen. Dat is jullie tijd waard.
    .short = groei: jullie tijd waard
model-transactional = Een transactionele klant brengt nu weinig op en heeft weinig ruimte om te groeien. Houd de kosten laag: goede e-mails, grote evenementen, en soms NEE.
    .short = kosten laag houden

model-value = De klantwaarde is wat een klant nu per jaar opbrengt, in geld: wat er binnenkwam, min wat de klant kost. Dat kan ook negatief zijn.
model-value-sector = Voor { $sector } bestaat die uit { $parts }. De waarde is hoog vanaf { $from } per jaar.
model-value-sector-open = Voor { $sector } bestaat die uit { $parts }. Geen enkele klant heeft daar nu een hoge waarde.

model-potential = De potentie zegt van 0 tot 100 hoe ver een klant nog kan groeien. Ze is hoog vanaf { $points }.
model-potential-unknown = Wat niet bekend is, werkt niet in het nadeel van een klant: de onderdelen die wel bekend zijn, wegen dan zwaarder. Hoe minder er bekend is, hoe onzekerder de uitkomst.
model-potential-sector = Voor { $sector } tellen deze onderdelen mee:
col-weight = gewicht

model-provisional = Een type is voorlopig zolang er te weinig cijfers zijn om op te vertrouwen. Dat is zo als:
model-provisional-confidence = minder dan { $share } bekend is van wat de potentie bepaalt;
model-provisional-young = de eerste aankoop minder dan { $n ->
    [one] { COUNT($n) } maand
   *[other] { COUNT($n) } maanden
} geleden is;
model-provisional-few = { $n ->
    [one] er minder dan { COUNT($n) } aankoop is.
   *[other] er minder dan { COUNT($n) } aankopen zijn.
}
model-pending = Niemand raakt zijn type per ongeluk kwijt: de waarde moet twee beoordelingen achter elkaar buiten de bovenste { $share } vallen, of de potentie onder de { $points }. Tot die tijd zie je dat de verandering eraan komt. Omhoog gaat meteen.

model-no = NEE zeggen gaat alleen over transactionele klanten, en alleen bij duidelijke signalen:
model-no-ratio = verkoop en marketing kosten { $share } of meer van de omzet;
model-no-margin = na service blijft er niets van de marge over;
model-no-margin-at = na service blijft er { $left } of minder van de marge over;
model-no-profile = de klant is het tegenbeeld van jullie ideale klant;
model-no-open = een factuur staat langer dan { $days } open.
model-no-ladder = Bij één signaal: verlaag eerst de kosten, bijvoorbeeld door te automatiseren. Bij twee of meer is het advies NEE.
model-no-never = Het advies geldt nooit voor wie een gratis dienst ontvangt, voor een voorlopig type, voor een type dat met de hand is gezet, of binnen een strategisch concern. En het blijft een advies: een mens beslist.

model-cost = Wat kost het om een klant te werven en te behouden? Deel de kosten voor verkoop en marketing van een jaar door de omzet van dat jaar.
model-cost-lights = Onder { $amber } is gezond. Vanaf { $amber } is het iets om in de gaten te houden. Vanaf { $red } is het te hoog: de klant kost dan wat hij opbrengt.
model-cost-ladder = Hoge kosten en weinig omzet? Verlaag eerst de kosten, bijvoorbeeld door te automatiseren. Pas daarna NEE.

model-ideal = De ideale klant wordt beschreven met omvang, branche en hoe goed die past bij wat jullie oplossen. Dat geeft het team focus.
model-ideal-least = De minst ideale klant is het spiegelbeeld: bijvangst die vaak meer kost dan ze opbrengt.

history-none = { $name } is nog niet beoordeeld, dus er is geen geschiedenis.
history-one = { $name } is één keer beoordeeld, op { $day }: { $type }.
history-same = { $name } is sinds { $since } { $type }; { $value }.
history-back = { $name } is weer { $type }, net als op { $since }; { $value }.
history-moved = { $name } is sinds { $since } van { $from } naar { $to } gegaan; { $value }.
history-value = de waarde ging van { $before } naar { $now } per jaar
history-value-unknown = de waarde aan het begin of aan het eind is niet bekend
history-rules = { $sector } { $version }
col-day = beoordeling
col-rules = regels

programme-none = Voor dat type is er nog geen contactprogramma.
programme-lead = Zo houden jullie contact met elk type:
programme-lead-type = Zo houden jullie contact met { $who }:
programme-title = Zo houden jullie contact met { $who } (nu { COUNT($n) }); dat kost ongeveer { $hours } uur per jaar per { $one }.
programme-title-free = Zo houden jullie contact met { $who } (nu { COUNT($n) }); dat kost het team geen tijd.
programme-empty = Voor { $who } zijn geen contactmomenten gepland.
programme-edited = Jullie team heeft dit programma aangepast.
programme-once = eenmalig
programme-lights = Na het ideale moment wordt een contactmoment geel, na het uiterste moment rood. De klok begint opnieuw bij het laatste echte contact.
col-moment = contactmoment
col-channel = hoe
col-every = elke
col-latest = uiterlijk na
col-who = wie
col-prepare = voorbereiding
col-minutes = minuten
