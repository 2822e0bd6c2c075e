# Hoe een bestand is begrepen, of waarom het niet te lezen was.

file-kind-customers = klanten
file-kind-people = contactpersonen
file-kind-leads = leads
file-kind-invoices = facturen
file-kind-invoice_lines = factuurregels
file-kind-payments = betalingen
file-kind-gifts = giften
file-kind-membership_fees = contributies
file-kind-ad_spend = advertentiebestedingen
file-kind-data_sales = verkochte gegevens
file-kind-services = geleverde diensten
file-kind-support = servicevragen
file-kind-costs = kosten
file-kind-contacts = contactmomenten
file-kind-documents = documenten
file-kind-word = { $word } ({ $name })
file-kind-word-discord = { $name }

field-customer = klantnummer
field-name = klantnaam
field-sector = branche
field-owner = accountmanager
field-parent = moederbedrijf
field-country = land
field-city = plaats
field-role = rol
field-plugin = brancheplugin
field-given_value = waarde die jullie zelf geven
field-tags = labels
field-judged_on = dag van het oordeel
field-person = contactpersoon
field-first_name = voornaam
field-infix = tussenvoegsel
field-last_name = achternaam
field-person_role = functie
field-email = e-mail
field-phone = telefoon
field-opt_out = wil niet benaderd worden
field-number = documentnummer
field-line = regelnummer
field-product = product
field-category = categorie
field-kind = soort boeking
field-date = datum
field-due_date = vervaldatum
field-paid_date = betaaldatum
field-amount = bedrag
field-net_amount = bedrag excl. btw
field-gross_amount = bedrag incl. btw
field-vat = btw
field-open_amount = openstaand bedrag
field-cost = kosten van de regel
field-unit_cost = kostprijs per stuk
field-margin = marge
field-quantity = aantal
field-unit_price = prijs per stuk
field-discount = korting
field-discount_percent = korting in procenten
field-currency = valuta
field-channel = contactkanaal
field-support_cost = servicekosten
field-sales_cost = verkoopkosten
field-marketing_cost = marketingkosten
field-referred_by = aangedragen door
field-lead_margin = marge op de lead
field-ignore = niet gelezen

intake-failure = { $file } is niet te lezen: { $problem }.
intake-sheet = { $file } (tabblad { $sheet })
intake-others = nog { COUNT($n) }

size-mib = MB
size-mib-unpacked = MB uitgepakt
size-rows = regels
size-columns = kolommen
looks-old-excel = een oud Excel-bestand (.xls) of een werkmap met een wachtwoord
looks-pdf = een pdf
looks-picture = een afbeelding
looks-packed = een ingepakt bestand, zoals een zip
looks-web-page = een webpagina
looks-json = JSON
looks-no-text = iets anders dan tekst

problem-empty = er staat niets in
    .help = Exporteer het bestand opnieuw en kijk of er een kop en regels in staan.
problem-too-large = er staat meer in dan { $limit } { $unit }
    .help = Splits het, bijvoorbeeld per jaar, en importeer de delen.
problem-not-a-table = het is geen CSV of Excel; het lijkt op { $looks }
    .help = Sla het op als CSV of als Excel-werkmap (.xlsx).
problem-broken-workbook = de werkmap is beschadigd
    .help = Open de werkmap in Excel en sla hem opnieuw op, of exporteer hem als CSV.
problem-locked-workbook = de werkmap heeft een wachtwoord
    .help = Sla de werkmap op zonder wachtwoord.
problem-unknown-kind = uit de koppen blijkt niet wat erin staat: { $headers }
    .help = Zeg wat erin staat met --kind en een van deze woorden: { $kinds }. Zeg wat een kolom betekent met --map "KOP=betekenis".
    .help-discord = Kies met de optie inhoud van /importeren bestand wat erin staat: { $kinds }. Zeg met de optie kolommen wat een kolom betekent, als KOP=betekenis.
problem-unknown-kind-near = uit de koppen blijkt niet wat erin staat: { $headers }. Het lijkt het meest op { $kind }; daarvoor is nog nodig: { $missing }
problem-ambiguous-kind = de koppen passen bij meerdere soorten bestanden: { $kinds }
    .help = Zeg welke het is met --kind en een van deze woorden: { $kinds }.
    .help-discord = Kies met de optie inhoud van /importeren bestand welke het is: { $kinds }.
problem-missing-columns = voor { $kind } is een kolom nodig met { $missing }; de koppen zijn { $headers }
    .help = Wijs de kolom aan met --map "KOP={ $field }".
    .help-discord = Wijs de kolom aan met de optie kolommen van /importeren bestand: KOP={ $field }.
problem-no-date-column = voor { $kind } zijn datums nodig, maar in geen enkele kolom staan datums; de koppen zijn { $headers }
    .help = Wijs de kolom aan met --map "KOP=date", of geef één datum voor alle regels met --date JJJJ-MM-DD.
    .help-discord = Wijs de kolom aan met de optie kolommen van /importeren bestand: KOP=date. Of geef met de optie dag één datum voor alle regels.
problem-two-columns = meerdere kolommen kunnen dit zijn: { $field }. Het gaat om { $headers }
    .help = Zeg welke het is met --map "{ $header }={ $field }".
    .help-discord = Zeg welke het is met de optie kolommen van /importeren bestand: { $header }={ $field }.
problem-unknown-column = er is geen kolom ‘{ $header }’; de koppen zijn { $headers }
    .help = Schrijf de kop na --map precies zoals hij in het bestand staat.
    .help-discord = Schrijf de kop bij de optie kolommen precies zoals hij in het bestand staat.
problem-ambiguous-decimals = getallen zoals { $examples } zijn op twee manieren te lezen
    .help = Zeg met --decimal comma of --decimal point welk teken er voor de decimalen staat.
    .help-discord = Kies met de optie decimalen van /importeren bestand welk teken er voor de decimalen staat.
problem-ambiguous-dates = bij sommige datums staat de dag voorop ({ $day }) en bij andere de maand ({ $month })
    .help = Zeg wat klopt met --dates dmy of --dates mdy; regels die niet passen, vallen dan af.
    .help-discord = Kies met de optie datums van /importeren bestand wat klopt; regels die niet passen, vallen dan af.
problem-credit-or-invoice = elk nummer lijkt op dat van een creditnota ({ $examples }), maar de bedragen zijn positief
    .help = Voeg een kolom ‘soort’ toe met het woord factuur of creditnota, of zet ‘credit’ in de bestandsnaam als het allemaal creditnota’s zijn.
problem-cost-kind-unknown = er staat niet bij of dit kosten van service, verkoop of marketing zijn
    .help = Voeg een kolom toe met het woord service, verkoop of marketing, of gebruik --map "{ $header }=support_cost" (of sales_cost, marketing_cost).
    .help-discord = Voeg een kolom toe met het woord service, verkoop of marketing. Of zeg het met de optie kolommen van /importeren bestand: { $header }=support_cost (of sales_cost, marketing_cost).

intake-kind-from-name = De koppen passen bij meerdere soorten bestanden; de naam van het bestand gaf de doorslag. Klopt dat niet, gebruik dan --kind.
intake-kind-from-name-discord = De koppen passen bij meerdere soorten bestanden; de naam van het bestand gaf de doorslag. Klopt dat niet, kies dan een andere soort met de optie inhoud van /importeren bestand.
intake-assumed-invoices = Ik lees dit als facturen, want er staan alleen een klant, een datum en een bedrag in. Klopt dat niet, gebruik dan --kind.
intake-assumed-invoices-discord = Ik lees dit als facturen, want er staan alleen een klant, een datum en een bedrag in. Klopt dat niet, kies dan een andere soort met de optie inhoud van /importeren bestand.
intake-column-chosen = Voor { $field } is de kolom ‘{ $chosen }’ gelezen en niet { $ignored }. Kies een andere met --map.
intake-column-chosen-discord = Voor { $field } is de kolom ‘{ $chosen }’ gelezen en niet { $ignored }. Wijs een andere aan met de optie kolommen van /importeren bestand.
intake-name-is-id = Er is geen klantnummer, dus ik onderscheid de klanten aan de naam in ‘{ $header }’.
intake-gross-taken = Er zijn alleen bedragen incl. btw gevonden, in ‘{ $header }’; die zijn overgenomen.
intake-gross-less-vat = De btw is van de bedragen afgetrokken.
intake-vat-unclear = Het is niet duidelijk of ‘{ $header }’ incl. of excl. btw is; de bedragen zijn overgenomen zoals ze er staan. Zeg het met --map "KOP=net_amount" of "KOP=gross_amount".
intake-vat-unclear-discord = Het is niet duidelijk of ‘{ $header }’ incl. of excl. btw is; de bedragen zijn overgenomen zoals ze er staan. Zeg het met de optie kolommen van /importeren bestand: KOP=net_amount of KOP=gross_amount.
intake-vat-not-added = In ‘{ $header }’ lijken geen btw-bedragen te staan, dus wat openstaat, is excl. btw berekend. Zijn het wel btw-bedragen, zeg dat dan met --map "{ $header }=vat".
intake-vat-not-added-discord = In ‘{ $header }’ lijken geen btw-bedragen te staan, dus wat openstaat, is excl. btw berekend. Zijn het wel btw-bedragen, zeg dat dan met de optie kolommen van /importeren bestand: { $header }=vat.
intake-amount-computed = De bedragen zijn berekend uit aantal, prijs en korting.
intake-cost-is-total = ‘{ $header }’ is gelezen als de kosten van de hele regel, niet van één stuk.
intake-date-given = Elke regel heeft de datum die je opgaf.
intake-lines-without-number = Er zijn geen documentnummers, dus elke regel telt als een apart document.
intake-kind-column-ignored = ‘{ $header }’ is niet gelezen: ik ken geen van de woorden in deze kolom.
intake-decimals-mixed = Sommige getallen hebben een decimale punt en andere een decimale komma; getallen die op twee manieren te lezen zijn, zijn weggelaten. Leg het teken vast met --decimal.
intake-decimals-mixed-discord = Sommige getallen hebben een decimale punt en andere een decimale komma; getallen die op twee manieren te lezen zijn, zijn weggelaten. Leg het teken vast met de optie decimalen van /importeren bestand.
intake-dates-mixed = Sommige datums passen alleen bij de andere volgorde van dag en maand, zoals { $examples }; die zijn weggelaten. Leg de volgorde vast met --dates.
intake-dates-mixed-discord = Sommige datums passen alleen bij de andere volgorde van dag en maand, zoals { $examples }; die zijn weggelaten. Leg de volgorde vast met de optie datums van /importeren bestand.
intake-fact-not-declared = Geen enkele branche gebruikt ‘{ $fact }’ al; het wordt wel bewaard.
intake-shares-are-percentages = In ‘{ $header }’ staan getallen boven de 1; ze zijn als percentages gelezen.
intake-rows-alike = { $n ->
    [one] Eén regel is precies gelijk aan een andere in dit bestand (regel { $lines }) en telt ook mee. Klopt dat? Haal de dubbele er anders uit.
   *[other] { COUNT($n) } regels zijn precies gelijk aan een andere in dit bestand ({ $more ->
        [0] regels { $lines }
       *[other] regels { $lines } enzovoort
    }) en tellen ook mee. Klopt dat? Haal de dubbele er anders uit.
}
intake-no-rows = Onder de kop staan geen regels.
intake-sheet-skipped = Het tabblad ‘{ $sheet }’ is overgeslagen: de koppen zeggen niet wat erin staat.
