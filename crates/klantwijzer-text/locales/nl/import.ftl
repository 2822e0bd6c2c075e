# Waarom rijen en bestanden niet zijn overgenomen, en wat eraan te doen is.

rejected = { $place }: { $why }
rejected-row = { $file }, regel { $line }
rejected-cell = { $file }, regel { $line }, kolom ‘{ $column }’

rejection-no-customer = er staat niet bij van wie deze rij is. Vul de code of de naam van de klant in.
rejection-missing = deze cel is leeg, maar wel nodig. Vul hem in.
rejection-too-many-columns = er staan { COUNT($found) } cellen en in de kop maar { COUNT($expected) }. Zet tekst waar een scheidingsteken in staat tussen aanhalingstekens.
rejection-too-few-columns = er staan { COUNT($found) } cellen en in de kop { COUNT($expected) }. Kijk of de rij is afgebroken.
rejection-not-a-number = ‘{ $value }’ is geen getal. Laat alleen cijfers staan, met zo nodig een decimaalteken.
rejection-ambiguous-number = ‘{ $value }’ is op twee manieren te lezen. Zeg hoe met --decimal comma of --decimal point.
rejection-ambiguous-number-discord = ‘{ $value }’ is op twee manieren te lezen. Kies hoe bij decimalen, in /importeren bestand.
rejection-number-out-of-range = ‘{ $value }’ is te groot om te kloppen. Controleer de cel en het decimaalteken.
rejection-not-a-date = ‘{ $value }’ is geen datum. Schrijf die als 1998-05-06.
rejection-date-out-of-range = ‘{ $value }’ ligt vóór 1900 of ver in de toekomst. Controleer het jaar; staan dag en maand verwisseld, geef dan --dates dmy of --dates mdy op.
rejection-date-out-of-range-discord = ‘{ $value }’ ligt vóór 1900 of ver in de toekomst. Controleer het jaar; staan dag en maand verwisseld, kies dan bij datums, in /importeren bestand.
rejection-no-rate = er is geen wisselkoers voor { $currency }. Voeg er een toe aan de instellingen, of reken de bedragen eerst om.
rejection-bad-text = ‘{ $value }’ is te lang of bevat vreemde tekens. Maak het korter of typ het opnieuw.
rejection-unknown-word = ‘{ $value }’ is geen woord dat deze kolom kent. Controleer de spelling.
rejection-number-of-another = document { $number } staat bij meer dan één klant: { $customers }. Geef elk document één klant.
rejection-name-of-several = meer dan één klant heet ‘{ $name }’: { $customers }. Zet het klantnummer in de rij.
rejection-contradicts-row = deze rij en regel { $line } zeggen verschillende dingen over hetzelfde. Houd de goede over.
rejection-bad-encoding = de tekens zijn niet te lezen. Sla het bestand op als UTF-8 en importeer het opnieuw.
rejection-erased = deze klant is op verzoek gewist. Mag de klant terugkomen? Een beheerder staat dat toe met ‘klantwijzer privacy lift KLANT’.
rejection-erased-discord = deze klant is op verzoek gewist. Mag de klant terugkomen? Een beheerder staat dat toe met /privacy terug.
