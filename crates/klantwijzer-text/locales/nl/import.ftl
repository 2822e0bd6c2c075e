# Waarom regels en bestanden niet zijn overgenomen, en wat eraan te doen is.

rejected = { $place }: { $why }
rejected-row = { $file }, regel { $line }
rejected-cell = { $file }, regel { $line }, kolom ‘{ $column }’

rejection-no-customer = deze regel noemt geen klant. Vul het klantnummer of de klantnaam in.
rejection-missing = deze cel mag niet leeg zijn. Vul hem in.
rejection-too-many-columns = deze regel heeft { COUNT($found) } cellen, de kop maar { COUNT($expected) }. Zet tekst waar een scheidingsteken in staat tussen aanhalingstekens.
rejection-too-few-columns = deze regel heeft { $found ->
    [one] { COUNT($found) } cel
   *[other] { COUNT($found) } cellen
}, de kop { COUNT($expected) }. Kijk of de regel is afgebroken.
rejection-not-a-number = ‘{ $value }’ is geen getal. Gebruik alleen cijfers, met zo nodig een decimaalteken.
rejection-ambiguous-number = ‘{ $value }’ is op twee manieren te lezen. Zeg met --decimal comma of --decimal point welke de goede is.
rejection-ambiguous-number-discord = ‘{ $value }’ is op twee manieren te lezen. Kies de goede met de optie decimalen van /importeren bestand.
rejection-number-out-of-range = ‘{ $value }’ is te groot. Controleer de cel en het decimaalteken.
rejection-not-a-date = ‘{ $value }’ is geen datum. Schrijf de datum als 31-12-2026.
rejection-date-out-of-range = ‘{ $value }’ ligt vóór 1900 of ver in de toekomst. Controleer het jaar. Zijn dag en maand verwisseld? Geef dan --dates dmy of --dates mdy op.
rejection-date-out-of-range-discord = ‘{ $value }’ ligt vóór 1900 of ver in de toekomst. Controleer het jaar. Zijn dag en maand verwisseld? Kies dan de volgorde met de optie datums van /importeren bestand.
rejection-no-rate = er is geen wisselkoers voor { $currency }. Stel er een in bij de instellingen, of reken de bedragen eerst om.
rejection-bad-text = ‘{ $value }’ is te lang of bevat vreemde tekens. Maak de tekst korter of typ hem opnieuw.
rejection-unknown-word = ‘{ $value }’ ken ik niet in deze kolom. Controleer de spelling.
rejection-number-of-another = document { $number } staat bij meerdere klanten: { $customers }. Zet elk document bij één klant.
rejection-name-of-several = meerdere klanten heten ‘{ $name }’: { $customers }. Zet het klantnummer in de regel.
rejection-contradicts-row = deze regel gaat over hetzelfde document of dezelfde klant als regel { $line }, maar er staat iets anders in. Laat alleen de goede staan.
rejection-bad-encoding = de tekens zijn niet te lezen. Sla het bestand op als UTF-8 en importeer het opnieuw.
rejection-erased = deze klant is op verzoek gewist. Mag de klant terugkomen, dan kan een beheerder dat toestaan met ‘klantwijzer privacy lift KLANT’.
rejection-erased-discord = deze klant is op verzoek gewist. Mag de klant terugkomen, dan kan een beheerder dat toestaan met /privacy terug.
