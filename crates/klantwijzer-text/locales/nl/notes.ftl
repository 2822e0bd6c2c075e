# Wat de lezer naast een antwoord moet weten.

note-provisional = Een voorlopig type wordt vanzelf zeker, met de tijd en met meer aankopen.
note-provisional-fill = { $n ->
    [one] Vul dit in om het type zeker te weten: { $facts }.
   *[other] Vul dit in om van de meesten het type zeker te weten: { $facts }.
}
note-too-early = Bij { COUNT($n) } { $who } is er wel een signaal, maar is het type nog voorlopig. Daar is het nog te vroeg voor een NEE.
note-not-looked-for = Naar { $signs } kon ik niet kijken: daarover staat niets in jullie gegevens. Importeer die gegevens voor een vollediger advies.
payments = betalingen
note-pending = { $n ->
    [one] { COUNT($n) } gaat misschien van type veranderen; de volgende beoordeling beslist.
   *[other] { COUNT($n) } gaan misschien van type veranderen; de volgende beoordeling beslist.
}
note-overridden = Bij { COUNT($n) } van hen is het type met de hand gezet.
note-kept = { COUNT($n) } { $who } { $n ->
    [one] houdt
   *[other] houden
} het type en de waarde van { $day }: { $why }
note-unscored = { COUNT($n) } { $who } { $n ->
    [one] heeft
   *[other] hebben
} nog geen type: { $why }
note-no-plugin = voor hun branche is nog niets ingesteld. Vul een branche in of kies een standaard.
note-plugin-missing = de plugin ‘{ $plugin }’ ontbreekt. Zet hem terug en beoordeel opnieuw.
note-plugin-failed = de plugin ‘{ $plugin }’ liep vast. Start hem opnieuw of vraag het aan de maker, en beoordeel daarna opnieuw.
note-plugin-failed-so = de plugin ‘{ $plugin }’ liep vast (‘{ $words }’). Start hem opnieuw of vraag het aan de maker, en beoordeel daarna opnieuw.
note-fact-unknown = { $fact } ontbreekt. Vul dat in en beoordeel opnieuw.
note-fact-unknown-some = er ontbreekt iets wat nodig is. Vraag ‘Wat weten we nog niet?’ om te zien wat.
note-not-finite = de plugin ‘{ $plugin }’ gaf een waarde die geen getal is. Vraag de maker om ernaar te kijken.
note-value-unknown = het is nog niet bekend wat ze opleveren. Lees hun facturen, bestellingen of giften in.
note-too-many-strategic = { COUNT($n) } strategische klanten is meer dan het team goed kan bedienen: met { $managers ->
    [one] { COUNT($managers) } accountmanager
   *[other] { COUNT($managers) } accountmanagers
} lukt dat voor ongeveer { COUNT($limit) }. Overweeg de lat hoger te leggen of mensen toe te voegen.
note-dependence = Let op de afhankelijkheid: { $name } is in zijn eentje goed voor { $share } van alle waarde.
note-counted-otherwise = Dit is iedereen met { $types ->
    [0] een type
    [one] dit type
   *[other] een van deze typen
}. Daarvan { $n ->
    [one] telt er { COUNT($n) }
   *[other] tellen er { COUNT($n) }
} als klant: { $who }.
note-counted-otherwise-own = Dit is iedereen met { $types ->
    [0] een type
    [one] dit type
   *[other] een van deze typen
}. Volgens de definitie ‘{ $name }’ { $n ->
    [one] is het er { COUNT($n) }
   *[other] zijn het er { COUNT($n) }
}.
note-shown = Je ziet de eerste { COUNT($shown) } van { COUNT($total) }.
note-stale = De laatste beoordeling is { $days } oud; beoordeel opnieuw voor actuele cijfers.
note-worked-out = Van die dag is geen beoordeling bewaard; dit is achteraf berekend en wordt ook niet bewaard.
note-period-left-out = Dit is de stand van nu, over de laatste 12 maanden; voor een andere periode kan ik het niet berekenen.
note-period = Alle bedragen gaan over wat er { $period } gebeurde.
note-nobody-fits = Niemand past in die omschrijving. Controleer de spelling of laat een deel weg.
note-only-about = Dit gaat alleen over { $who }.

missing-acquisition-cost = Er zijn geen kosten voor verkoop of marketing bekend. Importeer ze om te zien wat het kost om klanten te werven.
missing-support-cost = Er zijn geen servicekosten bekend. Importeer servicevragen om te zien wat er na service overblijft.
missing-payments = Over betalingen is niets bekend. Importeer facturen met een vervaldatum of een betaaldatum.
missing-margin = De kostprijs is onbekend; dit gaat dus over omzet en niet over marge.
missing-size = Over de omvang is niets bekend. Vul van de bedrijven de medewerkers of de omzet in.
missing-sectors = Er zijn geen branches bekend. Vul ze in om gelijken met elkaar te vergelijken.
missing-gifts = Er zijn geen giften bekend. Importeer ze om dit te beantwoorden.
missing-leads = Er zijn geen aangedragen leads bekend. Importeer ze om dit te beantwoorden.
note-old-ledger = De nieuwste inkomsten zijn { $days } oud, dus heeft nu niemand waarde. Wil je vanaf een eerdere dag kijken, gebruik dan --as-of, bijvoorbeeld --as-of 2025-12-31.
note-old-ledger-discord = De nieuwste inkomsten zijn { $days } oud, dus heeft nu niemand waarde. Lees nieuwere facturen in met /importeren bestand.
