# Ranglijsten, hoeveel er aan weinig klanten hangt, en vergelijkingen.

ranking-none = Jullie { $who } zijn nog niet te rangschikken op { $measure }.
ranking-none-hint = Daarover is nog niets bekend. Importeer die gegevens, of kies iets anders om op te rangschikken.
last-twelve-months = in de laatste 12 maanden
nothing-invoices = Er zijn { $period } geen facturen voor jullie { $who }.
    .newest = De nieuwste factuur is van { $day }.
nothing-gifts = Er zijn { $period } geen giften van jullie { $who }.
    .newest = De nieuwste gift is van { $day }.
nothing-ad-spend = Er zijn { $period } geen advertentiebestedingen van jullie { $who }.
    .newest = De nieuwste inkomsten zijn van { $day }.
nothing-costs = Er zijn { $period } geen kosten voor jullie { $who }.
nothing-leads = Er zijn { $period } geen leads van jullie { $who }.
nothing-income = Er zijn { $period } geen inkomsten van jullie { $who }.
    .newest = De nieuwste inkomsten zijn van { $day }.
ranking-highest = { $name } staat bovenaan: { $amount } ({ $measure }).
ranking-lowest = { $name } staat onderaan: { $amount } ({ $measure }).
ranking-total = Samen is dat { $total }.
ranking-together = De eerste { COUNT($n) } van de { COUNT($all) } { $who } zijn goed voor { $share } van het totaal van { $total }.
col-place = #
col-share = aandeel
col-customers = klanten
without-sector = zonder branche
without-owner = zonder accountmanager
without-country = zonder land
without-name = zonder naam

concentration-none = Geen van jullie { $who } brengt al iets op, dus is nog niet te zeggen hoe afhankelijk jullie van een paar zijn.
concentration-lead = { COUNT($n) } van jullie { COUNT($all) } { $who } ({ $part }) { $n ->
    [one] is
   *[other] zijn
} goed voor { $share } van alle waarde.
    .part = { COUNT($n) } van jullie { COUNT($all) } { $who } ({ $part }) { $n ->
    [one] is
   *[other] zijn
} goed voor { $share } van wat zij samen opbrengen.
concentration-top = { $n ->
    [one] De grootste van jullie { $who } is goed voor { $share } van alle waarde.
   *[other] De { COUNT($n) } grootste { $who } zijn samen goed voor { $share } van alle waarde.
}
    .part = { $n ->
    [one] De grootste van jullie { $who } is goed voor { $share } van wat zij samen opbrengen.
   *[other] De { COUNT($n) } grootste { $who } zijn goed voor { $share } van wat zij samen opbrengen.
}
concentration-total = De totale waarde is { $total } per jaar.
concentration-part = Samen zijn jullie { $who } goed voor { $total } per jaar: { $share } van de waarde van alle klanten.
concentration-largest = De grootste:
col-largest = de grootste
col-makes = samen goed voor

comparison-lead = { $names } naast elkaar:
comparison-both = { $n ->
    [one] { $name } brengt het meeste op ({ $value } per jaar) en heeft ook de meeste potentie ({ $points } van de 100).
   *[other] { $name } brengen samen het meeste op ({ $value } per jaar) en hebben ook de meeste potentie (gemiddeld { $points } van de 100).
}
comparison-split = { $n ->
    [one] { $name } brengt het meeste op ({ $value } per jaar), maar { $other } heeft meer potentie ({ $points } van de 100).
   *[other] { $name } brengen samen het meeste op ({ $value } per jaar), maar { $other } hebben meer potentie (gemiddeld { $points } van de 100).
}
comparison-means = Bij een groep zijn de bedragen opgeteld. Potentie en betaaltermijn zijn gemiddelden van degenen bij wie ze bekend zijn.
row-revenue = netto-omzet, 12 maanden
row-revenue-before = de 12 maanden daarvoor
row-acquisition = kosten voor verkoop en marketing
row-support = servicekosten
row-invoices = facturen
row-days-to-pay = betaaltermijn
