# Woorden in afbeeldingen, en wat een afbeelding zegt voor wie hem niet kan zien.

chart-matrix = Waar jullie klanten staan
chart-funnel = Hoeveel klanten zijn er?
chart-movement = Hoe klanten van type veranderden
chart-history = De waarde bij elke beoordeling
chart-value = Klantwaarde per jaar
chart-value-uneven = Klantwaarde per jaar (gelijke stappen zijn geen gelijke bedragen)
chart-astray = { $n ->
    [one] Eén bol heeft een donkere ring: die staat in het kwadrant van een ander type, omdat de klant op een tweede beoordeling wacht of omdat iemand het type met de hand heeft gezet.
   *[other] { COUNT($n) } bollen hebben een donkere ring: die staan in het kwadrant van een ander type, omdat de klant op een tweede beoordeling wacht of omdat iemand het type met de hand heeft gezet.
}
chart-left-out = { $n ->
    [one] Eén klant met een type staat niet in dit beeld: die hoort bij een andere branche, of heeft geen eigen waarde.
   *[other] { COUNT($n) } klanten met een type staan niet in dit beeld: ze horen bij een andere branche, of hebben geen eigen waarde.
}
chart-potential = Potentie
chart-unknown-potential = potentie niet bekend
chart-customers = { $n ->
    [one] één klant
   *[other] { COUNT($n) } klanten
}
chart-bubbles = Hoe groter de bol, hoe groter het aandeel in de waarde.
chart-crowded = Hoe dieper de kleur, hoe meer klanten. Als bol getekend: de { COUNT($n) } waardevolste.
chart-as-of = Stand { $day }
chart-sector-as-of = { $sector }, stand { $day }
chart-figure = { $n } ({ $share })
chart-chosen = De gekleurde balk is de definitie die jullie gebruiken.
chart-bands = Volle banden: klanten die van type veranderden.
chart-part = { $name }: { $figure }
chart-matrix-says = { $title }. { $parts }.
chart-movement-says = { $n ->
    [one] Eén beoordeling; aantal klanten dat van type veranderde: { $moved }.
   *[other] In { COUNT($n) } beoordelingen zijn klanten bij elkaar { $moved } keer van type veranderd.
}
chart-day = { $day } { $month } { $year }
chart-month-1 = jan
chart-month-2 = feb
chart-month-3 = mrt
chart-month-4 = apr
chart-month-5 = mei
chart-month-6 = jun
chart-month-7 = jul
chart-month-8 = aug
chart-month-9 = sep
chart-month-10 = okt
chart-month-11 = nov
chart-month-12 = dec

choice-matrix = waarde en potentie
choice-funnel = hoeveel per definitie
choice-movement = wisselingen van type
choice-history = verloop van één klant

error-nothing-to-draw = Er is nog niets te tekenen.
    .help = Lees jullie klanten en hun facturen in, met /importeren bestand; een plaatje komt er zodra er klanten met een type zijn.
error-one-review = Er is nog maar één beoordeling, dus niemand is van type veranderd.
    .help = Kijk nog eens na de volgende beoordeling.
error-not-drawn = De afbeelding is niet gelukt: { $problem }.
    .help = Vraag in plaats daarvan de lijst op, met /klanten.
error-history-of-whom = Van welke klant wil je het verloop zien?
    .help = Vul ook klant in.
