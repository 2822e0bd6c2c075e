# Het advies om NEE te zeggen: signalen, en wat het zou veranderen. Een mens beslist.

no-count = { COUNT($n) } { $who }
lower-count = { COUNT($n) } { $who }
lower-count-others = { $n ->
    [one] { COUNT($n) } andere
   *[other] { COUNT($n) } andere
}
no-list-none = Jullie hoeven nu tegen geen van jullie { $who } NEE te zeggen.
no-list-none-lower = Bij geen van jullie { $who } hoeven de kosten nu omlaag.
no-list-none-hint = Daarvoor moet een klant transactioneel zijn en minstens één duidelijk signaal geven: meer kosten dan omzet, niets over na service, een slechte aansluiting, of een factuur die te lang openstaat.
no-list-no = Overweeg NEE te zeggen tegen { $no }.
no-list-lower = Verlaag eerst de kosten van { $lower }; NEE zeggen hoeft nog tegen niemand.
no-list-both = Overweeg NEE te zeggen tegen { $no }, en verlaag eerst de kosten van { $lower }.
no-case-no = { $name } – zeg NEE.
no-case-lower = { $name } – verlaag eerst de kosten, bijvoorbeeld door te automatiseren.
no-advice = Dit is een advies met de redenen erbij; een mens beslist.
no-this-prospect = deze prospect

verdict-no = Het advies voor { $name } is NEE, en dit is waarom:
verdict-lower-cost = Verlaag eerst de kosten van { $name }, bijvoorbeeld door te automatiseren. Pas daarna komt NEE in beeld.
verdict-keep = Houd { $name } aan: er is geen reden om NEE te zeggen.
verdict-too-little-known = Over { $name } is te weinig bekend voor een advies. Zoek eerst uit wat hieronder ontbreekt.
exempt-no-money = Tegen { $name } zeggen jullie nooit NEE: wie ontvangt, hoeft geen geld op te brengen.
exempt-sector = Tegen { $name } zeggen jullie nooit NEE: in deze branche doe je dat niet.
exempt-provisional = Het is te vroeg om NEE te zeggen tegen { $name }: het type is nog voorlopig.
exempt-overridden = Voor { $name } is er geen advies om NEE te zeggen: iemand heeft het type met de hand gezet.
exempt-strategic-group = Zeg geen NEE tegen { $name }: die hoort bij een strategisch concern.

sign-acquisition = Verkoop en marketing kosten { $cost } per jaar, tegenover { $revenue } omzet ({ $share }).
sign-acquisition-no-revenue = Verkoop en marketing kosten { $cost } per jaar en er is geen omzet.
sign-margin = Service kostte { $cost }, en er blijft { $left } marge over.
    .nothing = Service kostte { $cost }, en er blijft niets van de marge over.
    .short = Service kostte { $cost }: { $short } meer dan de marge.
    .loss = Nog zonder service is er al { $short } verlies.
sign-revenue = Service kostte { $cost }, en er blijft { $left } omzet over.
    .nothing = Service kostte { $cost }, en er blijft niets van de omzet over.
    .short = Service kostte { $cost }: { $short } meer dan de omzet.
    .loss = De omzet is door creditnota’s { $short } onder nul, nog zonder service.
sign-requests = { $cost } ({ $n ->
    [one] { COUNT($n) } vraag
   *[other] { COUNT($n) } vragen
})
sign-least-ideal = Dit is het tegenbeeld van jullie ideale klant.
sign-least-ideal-on = Dit is het tegenbeeld van jullie ideale klant ({ $criteria }).
sign-open = De oudste factuur staat al { $days } open.
sign-open-amount = De oudste factuur staat al { $days } open, en { $amount } is over de vervaldatum.

no-changes = Wat dit zou veranderen: { $changes }.
no-change-cost = minder dan { $amount } per jaar aan verkoop en marketing
no-change-revenue = meer dan { $amount } omzet per jaar
no-change-support = minder dan { $amount } servicekosten per jaar
no-change-paid = betaling van de open factuur
no-change-fit = een betere aansluiting bij jullie ideale klant

no-criteria-title = Vergeleken met jullie ideale klant:
col-criterion = criterium
col-found = gevonden
col-fit = aansluiting
fit-ideal = ideaal
fit-neutral = ertussenin
fit-least = minst ideaal
fit-unknown = niet bekend
fit-no-wish = geen eis

# Een prospect: hoe die past, en wat ervan te verwachten is.
prospect-known = { $name } is al klant bij jullie. Dit is hoe ik een nieuwe met deze gegevens zou bekijken.
prospect-welcome = Welkom: wat van { $name } bekend is, past bij jullie ideale klant.
prospect-welcome-all = Welkom: { $name } past op alle punten bij jullie ideale klant.
prospect-no = Zeg NEE tegen { $name }: wat ervan bekend is, is het tegenbeeld van jullie ideale klant.
prospect-no-mostly = Zeg NEE tegen { $name }: op { COUNT($n) } van de { COUNT($all) } bekende punten is dit het tegenbeeld van jullie ideale klant.
prospect-closer = Bekijk { $name } eerst beter: van de { COUNT($all) } bekende punten { $parts }.
prospect-between = Bekijk { $name } eerst beter: wat ervan bekend is, zit tussen jullie ideale en jullie minst ideale klant in.
prospect-fits = { $n ->
    [one] past er { COUNT($n) }
   *[other] passen er { COUNT($n) }
}
prospect-misfits = { $n ->
    [one] is er { COUNT($n) } het tegenbeeld van jullie ideale klant
   *[other] zijn er { COUNT($n) } het tegenbeeld van jullie ideale klant
}
prospect-in-between = { $n ->
    [one] zit er { COUNT($n) } ertussenin
   *[other] zitten er { COUNT($n) } ertussenin
}
prospect-find-out = Nog uit te zoeken: { $criteria }.
prospect-no-wish = Niet meegeteld: { $criteria }. Wat daarin ideaal is, hebben jullie nog niet ingesteld.
prospect-expected = { $n ->
    [one] Waarschijnlijk wordt dit een { $who }, maar dat is voorlopig: er is nog niets gekocht, en ik ga af op de enige klant die erop lijkt.
   *[other] Waarschijnlijk wordt dit een { $who }, maar dat is voorlopig: er is nog niets gekocht, en ik ga af op de { COUNT($n) } klanten die erop lijken ({ $types }).
}
prospect-divided = Het is nog niet te zeggen welk type dit wordt: de { COUNT($n) } klanten die erop lijken, zijn verdeeld ({ $types }).
prospect-alike-value = { $n ->
    [one] Die brengt { $value } per jaar op.
   *[other] De middelste daarvan brengt { $value } per jaar op.
}
prospect-nobody-alike = Het is nog niet te zeggen welk type dit wordt: er is nog niets gekocht, en geen van jullie klanten lijkt erop in { $likeness }.
prospect-likeness-sector = branche
prospect-likeness-size = omvang
prospect-unlikened = Het is nog niet te zeggen welk type dit wordt. Noem ook de branche of het aantal medewerkers, dan vergelijk ik met klanten die erop lijken.
