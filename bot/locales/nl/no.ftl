# Het advies om NEE te zeggen: signalen, en wat het zou veranderen. Een mens beslist.

no-count = { COUNT($n) } { $who }
lower-count = { COUNT($n) } { $who }
lower-count-others = { $n ->
    [one] { COUNT($n) } andere
   *[other] { COUNT($n) } andere
}
no-list-none = Onder jullie { $who } is er nu niemand om NEE tegen te zeggen.
no-list-none-lower = Onder jullie { $who } is er nu niemand bij wie de kosten omlaag moeten.
no-list-none-hint = Daarvoor moet een klant transactioneel zijn en minstens één duidelijk signaal geven: meer kosten dan omzet, niets over na service, een slechte aansluiting, of een factuur die te lang openstaat.
no-list-no = Overweeg NEE te zeggen tegen { $no }.
no-list-lower = NEE zeggen hoeft nog tegen niemand, maar verlaag eerst de kosten van { $lower }.
no-list-both = Overweeg NEE te zeggen tegen { $no }, en verlaag eerst de kosten van { $lower }.
no-case-no = { $name } – zeg NEE.
no-case-lower = { $name } – verlaag eerst de kosten, bijvoorbeeld door te automatiseren.
no-advice = Dit is een advies met de redenen erbij; een mens beslist.
no-this-prospect = deze prospect

verdict-no = Het advies voor { $name } is NEE, en dit is waarom:
verdict-lower-cost = Verlaag eerst de kosten van { $name }, bijvoorbeeld door te automatiseren. Pas daarna komt NEE in beeld.
verdict-keep = Houd { $name }: er is geen reden om NEE te zeggen.
verdict-welcome = Welkom, { $name }: dit past bij jullie ideale klant.
verdict-look-closer = Bekijk { $name } eerst beter: sommige dingen passen en andere niet.
verdict-too-little-known = Over { $name } is te weinig bekend voor een advies. Zoek eerst uit wat hieronder ontbreekt.
exempt-no-money = Tegen { $name } zeggen jullie nooit NEE: wie ontvangt, hoeft geen geld op te brengen.
exempt-sector = Tegen { $name } zeggen jullie nooit NEE: dat doe je in deze branche niet.
exempt-provisional = Het is te vroeg om NEE te zeggen tegen { $name }: het type is nog voorlopig. Vul eerst aan wat ontbreekt.
exempt-overridden = Voor { $name } is er geen advies om NEE te zeggen: iemand heeft het type met de hand gezet.
exempt-strategic-group = Zeg geen NEE tegen { $name }: die hoort bij een strategisch concern.

sign-acquisition = Verkoop en marketing kosten { $cost } per jaar, tegenover { $revenue } omzet ({ $share }).
sign-acquisition-no-revenue = Verkoop en marketing kosten { $cost } per jaar en er is geen omzet.
sign-margin = Service kostte { $cost }, en er blijft { $left } marge over.
    .nothing = Service kostte { $cost }, en er blijft niets van de marge over.
    .short = Service kostte { $cost }, en daarvoor komt de marge { $short } tekort.
sign-revenue = Service kostte { $cost }, en er blijft { $left } omzet over.
    .nothing = Service kostte { $cost }, en er blijft niets van de omzet over.
    .short = Service kostte { $cost }, en daarvoor komt de omzet { $short } tekort.
sign-requests = { $cost } ({ $n ->
    [one] { COUNT($n) } vraag
   *[other] { COUNT($n) } vragen
})
sign-least-ideal = Dit is het tegenbeeld van jullie ideale klant.
sign-least-ideal-on = Dit is het tegenbeeld van jullie ideale klant op { $criteria }.
sign-open = De oudste factuur staat al { $days } open.
sign-open-amount = De oudste factuur staat al { $days } open, en { $amount } is over de vervaldatum.

no-changes = Wat dit zou veranderen: { $changes }.
no-change-cost = minder dan { $amount } per jaar aan verkoop en marketing
no-change-revenue = meer dan { $amount } omzet per jaar
no-change-support = minder dan { $amount } servicekosten per jaar
no-change-paid = betaling van de open factuur
no-change-fit = een betere aansluiting bij jullie ideale klant

no-alike = { $n ->
    [one] { COUNT($n) } klant van jullie lijkt hierop: { $types }.
   *[other] { COUNT($n) } klanten van jullie lijken hierop: { $types }.
}
no-alike-value = { $n ->
    [one] { COUNT($n) } klant van jullie lijkt hierop: { $types }. Die brengt { $value } per jaar op.
   *[other] { COUNT($n) } klanten van jullie lijken hierop: { $types }. De middelste brengt { $value } per jaar op.
}
no-criteria-title = Vergeleken met jullie ideale klant:
col-criterion = criterium
col-found = gevonden
col-fit = aansluiting
fit-ideal = ideaal
fit-neutral = ertussenin
fit-least = minst ideaal
fit-unknown = niet bekend
