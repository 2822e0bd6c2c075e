# Wat klanten kosten: verkoop, service, en facturen die openstaan.

cost-all = Verkoop en marketing kostten de laatste 12 maanden { $cost }: { $share } van de { $revenue } die binnenkwam.
cost-all-no-revenue = Verkoop en marketing kostten de laatste 12 maanden { $cost }, en er kwam niets binnen.
cost-unknown = Het is nog niet te zeggen wat het kost om klanten te werven en te behouden.
cost-worst = { $name } is naar verhouding het duurst: { $share } van de omzet.
cost-worst-open = { $name } kost geld en bracht niets op.
cost-one = { $name } werven en behouden kostte de laatste 12 maanden { $cost }: { $share } van de { $revenue } omzet.
cost-one-no-revenue = { $name } werven en behouden kostte de laatste 12 maanden { $cost }, en er was geen omzet.
cost-average = Gemiddeld over alle klanten is het { $share }.
cost-list-none = Niemand kost { $share } of meer van de omzet. Goed bezig.
cost-list = Bij { COUNT($n) } { $who } kosten verkoop en marketing { $share } of meer van de omzet:

step-fine = Dat is gezond; er hoeft niets te veranderen.
    .short = gezond
step-watch = Dat is iets om in de gaten te houden.
    .short = in de gaten houden
step-lower-cost = Dat is te veel voor wat het opbrengt. Verlaag eerst de kosten, bijvoorbeeld door te automatiseren: e-mail in plaats van bezoek, online bestellen.
    .short = kosten verlagen
step-then-no = De kosten zijn zo ver verlaagd als het kan; nu komt NEE in beeld. Een mens beslist.
    .short = daarna NEE

col-cost = verkoop en marketing
col-revenue = omzet
col-cost-share = deel van de omzet
col-light = oordeel
col-step = advies

service-none = Over de laatste 12 maanden is geen service vastgelegd. Importeer servicevragen met hun kosten om te zien welke klanten de meeste service vragen.
service-all = Service voor { COUNT($n) } { $who } kostte de laatste 12 maanden { $total }.
service-lost = Bij { COUNT($n) } van hen blijft er na service niets over.
service-one-none = { $name } had de laatste 12 maanden geen service nodig.
service-requests = { $cost } ({ $n ->
    [one] { COUNT($n) } vraag
   *[other] { COUNT($n) } vragen
})
service-one = Service voor { $name } kostte de laatste 12 maanden { $cost }.
service-one-left = Service voor { $name } kostte de laatste 12 maanden { $cost }, tegenover { $revenue } omzet. Er blijft { $left } over.
    .short = Service voor { $name } kostte de laatste 12 maanden { $cost }, tegenover { $revenue } omzet. Er komt { $short } tekort.
col-support = servicekosten
col-requests = vragen
col-left = blijft over

overdue-none = Geen enkele factuur is over de vervaldatum. Dat zit goed.
overdue-none-days = Geen enkele factuur staat langer dan { $days } open. Dat zit goed.
overdue-due = { COUNT($n) } { $who } { $n ->
    [one] heeft
   *[other] hebben
} een factuur over de vervaldatum.
overdue-days = { COUNT($n) } { $who } { $n ->
    [one] heeft
   *[other] hebben
} een factuur die langer dan { $days } openstaat.
overdue-amount = Samen is { $amount } over de vervaldatum.
overdue-open = Inclusief wat nog niet is vervallen, staat { $amount } open, bij { COUNT($n) } { $who }.
overdue-of-all = In totaal staat { $amount } open, vervallen of niet.
overdue-of = Bij { $name } is { $amount } over de vervaldatum. De oudste openstaande factuur is { $oldest } oud.
overdue-of-open = De oudste openstaande factuur van { $name } is { $oldest } oud.
overdue-of-none = Bij { $name } is geen factuur over de vervaldatum. Dat zit goed.
overdue-of-none-days = Bij { $name } staat geen factuur langer dan { $days } open. Dat zit goed.
col-past-due = over de vervaldatum
col-oldest = oudste open
overdue-unknown = Uit de gegevens blijkt niet welke facturen betaald zijn.
