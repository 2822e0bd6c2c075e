# Lijsten van klanten.

# "7 strategisch", "3 groot".
so-many = { COUNT($n) } { $what }
format-months = { $n ->
    [one] { COUNT($n) } maand
   *[other] { COUNT($n) } maanden
}
left-out = { $n ->
    [one] En nog { COUNT($n) }.
   *[other] En nog { COUNT($n) } andere.
}
nameless = klant { $number }

# "strategische klanten" + "in Duitsland".
narrowed = { $who } { $how }
filter-sector = in { $sector }
filter-plugin = in de branche { $sector }
filter-country = in { $country }
filter-owner = van { $owner }
filter-employees = met { $range } medewerkers
filter-company-revenue = met een eigen omzet van { $range }
filter-value = met een klantwaarde van { $range }
range-between = { $min } tot { $max }
range-from = minstens { $min }
range-to = hoogstens { $max }
range-above = meer dan { $min }
range-below = minder dan { $max }
range-both = { $from } en { $to }

list-none = Jullie hebben geen { $who }.
list-untyped = Nog niemand in jullie bestand heeft een type.
list-none-hint = Stel de vraag zonder de beperking, of begin met ‘Welke klanten hebben we?’
list-none-of-type = Vraag ‘Welke klanten hebben we?’ om te zien welke typen jullie klanten wel hebben, en ‘Hoe werken de typen?’ om te zien wat er voor elk type nodig is.
list-types = Jullie hebben { COUNT($n) } { $who }: { $types }.
list-one-type = Jullie hebben { COUNT($n) } { $who }{ $provisional ->
    [0] .
   *[other] { $n ->
        [one] , en dat is voorlopig.
       *[other] , waarvan { COUNT($provisional) } voorlopig.
    }
}
list-one-type-all = Jullie hebben { COUNT($n) } { $who }, allemaal voorlopig.
list-all-provisional = { $n ->
    [one] Dat type is nog voorlopig.
   *[other] Al die typen zijn nog voorlopig.
}
list-some-provisional = Bij { COUNT($n) } van hen is het type nog voorlopig.
list-sorted = Op volgorde van { $measure }:

col-type = type
col-value = waarde per jaar
col-potential = potentie
col-owner = accountmanager
col-remark = opmerking
col-from = was
col-to = is nu
col-value-before = waarde toen
col-brought = bracht op

remark-provisional = voorlopig: { $doubts }
remark-pending = op weg naar { $type }
remark-kept = stand { $day }
remark-override = met de hand gezet; het model zegt { $type }

moved-none = Tussen { $from } en { $to } is niemand van type veranderd.
    .such = Tussen { $from } en { $to } heeft niemand die stap gemaakt.
moved-none-first = Er valt nog niets te vergelijken: de beoordeling van { $to } was de eerste.
moved-lead = { $n ->
    [one] { COUNT($n) } { $one } is tussen { $from } en { $to } van type veranderd.
   *[other] { COUNT($n) } { $many } zijn tussen { $from } en { $to } van type veranderd.
}
moved-from = Je ziet alleen wie { $type } was.
moved-to = Je ziet alleen wie { $type } werd.
moved-up = { $n ->
    [one] ging er { COUNT($n) } omhoog
   *[other] gingen er { COUNT($n) } omhoog
}
moved-down = { $n ->
    [one] ging er { COUNT($n) } omlaag
   *[other] gingen er { COUNT($n) } omlaag
}
moved-new = { $n ->
    [one] kreeg er { COUNT($n) } voor het eerst een type
   *[other] kregen er { COUNT($n) } voor het eerst een type
}
moved-gone = { $n ->
    [one] heeft er { COUNT($n) } geen type meer
   *[other] hebben er { COUNT($n) } geen type meer
}
moved-summary = Daarvan { $parts }.

lapsed-none = Iedereen die { $gave } geld opbracht, deed dat { $not } weer.
lapsed-nobody = Voor zover bekend bracht { $gave } niemand geld op, dus kan ook niemand zijn afgehaakt.
lapsed-lead = { $n ->
    [one] { COUNT($n) } { $one } bracht { $gave } geld op en { $not } niets. Dat was toen { $amount }.
   *[other] { COUNT($n) } { $many } brachten { $gave } geld op en { $not } niets. Dat was toen samen { $amount }.
}
lapsed-advice = De grootste staan bovenaan; daar levert een persoonlijk telefoontje het meest op.
