# Vragen zoals iemand ze zou kunnen typen.

question-list = Welke { $who } zijn { $types }?
question-list-all = Toon alle { $who }
question-why = Waarom heeft { $name } dit type?
question-why-claimed = Waarom is { $name } { $type }?
question-why-not = Waarom is { $name } { $not }?
question-what-if = Wanneer wordt { $name } { $type }?
question-what-if-up = Hoe krijgen we { $name } een type hoger?
question-count = Hoeveel { $who } hebben we?
question-count-by = Hoeveel { $who } hebben we volgens { $name }?
question-in-period = { $question } { $period }?
question-since = { $question } sinds { $day }?
question-definitions = Welke klantdefinities zijn er?
question-definitions-of = Wat is het verschil tussen { $names }?
question-customer = Wat is een klant?
question-definition = Wat betekent { $name }?

question-model-types = Hoe werken de vier klanttypen?
question-model-strategic = Wat is een strategische klant?
question-model-large = Wat is een grote klant?
question-model-development = Wat is een ontwikkelingsklant?
question-model-transactional = Wat is een transactionele klant?
question-model-value = Hoe wordt de klantwaarde berekend?
question-model-potential = Hoe wordt de potentie berekend?
question-model-provisional = Wanneer is een type voorlopig?
question-model-say-no = Hoe werkt NEE zeggen?
question-model-acquisition-cost = Hoe worden de acquisitiekosten berekend?
question-model-ideal-profile = Hoe werkt het ideale profiel?

question-say-no = Tegen welke { $who } moeten we NEE zeggen?
question-lower-cost = Bij welke { $who } moeten de kosten omlaag?
question-say-no-to = Moeten we NEE zeggen tegen { $name }?
question-prospect = Moeten we NEE zeggen tegen { $who }?
question-prospect-called = Moeten we NEE zeggen tegen de prospect { $name }?
a-prospect = een prospect

question-top = Wat is de top { COUNT($n) } van { $who } op { $measure }?
question-lowest = Wat zijn de laagste { COUNT($n) } { $who } op { $measure }?
question-share = Hoeveel { $who } zijn goed voor { $share } van de waarde?
question-top-share = Hoeveel van de waarde komt van onze top { COUNT($n) } { $who }?
question-concentration = Hoeveel hangt er aan een paar { $who }?
question-compare = Vergelijk { $subjects }

question-cost-of = Wat kost het om { $name } te werven en te behouden?
question-cost = Wat zijn de acquisitiekosten { $by } van onze { $who }?
question-cost-list = Welke { $who } hebben meer acquisitiekosten dan { $share } van de omzet?
question-service-of = Wat kost de service voor { $name }?
question-service = Welke { $who } kosten het meest aan service?
question-open = Welke { $who } hebben facturen die langer dan { $days } openstaan?
question-overdue = Welke { $who } hebben facturen over de vervaldatum?
question-overdue-of = Heeft { $name } facturen over de vervaldatum?
question-lapsed = Welke { $who } kochten of gaven { $gave } wel, maar { $not } niet?
question-ideal = Hoe ziet onze ideale klant eruit?
question-least-ideal = Hoe ziet onze minst ideale klant eruit?
question-ideal-learned = Hoe ziet onze ideale klant eruit volgens onze cijfers?
question-least-ideal-learned = Hoe ziet onze minst ideale klant eruit volgens onze cijfers?
question-gaps = Wat weten we nog niet van onze { $who }?
question-gaps-in = Bij welke { $who } ontbreekt dit: { $fact }?
question-moved = Welke { $who } zijn van type veranderd?
question-moved-from = Welke { $who } zijn niet meer { $from }?
question-moved-to = Welke { $who } werden { $to }?
question-moved-both = Welke { $who } gingen van { $from } naar { $to }?
question-history = Hoe ontwikkelde de score van { $name } zich?
question-programme = Hoe houden we contact met { $who }?
question-programmes = Hoe houden we contact met elk type?
question-due = Met welke { $who } moeten we de komende week contact hebben?
question-due-until = Met welke { $who } moeten we tot en met { $day } contact hebben?
question-late = Welke { $who } wachten te lang op ons?
question-due-of = Wanneer is { $name } aan de beurt?
question-help = Wat kan ik vragen?

# Een naam in een vraag, tussen tekens die ook gelden als de naam niet op een letter eindigt.
question-quoted = “{ $text }”
