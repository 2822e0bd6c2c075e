# De commando’s. Een commando is "slash-" en zijn pad; ".what" beschrijft het, in
# hoogstens 100 tekens.

slash-ask = vraag
    .what = Vraag wat je wilt over jullie klanten
slash-ask-question = vraag
    .what = In je eigen woorden: welke klanten zijn strategisch?

slash-customers = klanten
    .what = Klanten per type, branche of accountmanager
slash-customers-type = type
    .what = Alleen dit type
slash-customers-sector = branche
    .what = Alleen deze branche
slash-customers-owner = accountmanager
    .what = Alleen klanten van deze accountmanager
slash-customers-sort = volgorde
    .what = Wat vooraan staat

slash-customer = klant
    .what = Alles over één klant
slash-customer-name = naam
    .what = De naam of het klantnummer

slash-count = aantal
    .what = Hoeveel klanten hebben we?
slash-count-definition = definitie
    .what = Wie als klant telt

slash-why = waarom
    .what = Waarom is een klant van dit type?
slash-why-customer = klant
    .what = De naam of het klantnummer

slash-say-no = nee-zeggen
    .what = Tegen wie moeten we nee zeggen?
slash-say-no-customer = klant
    .what = Alleen over deze klant
slash-say-no-advice = advies
    .what = Alleen klanten met dit advies

slash-prospect = prospect
    .what = Is deze prospect iets voor ons? Vul in wat je weet

slash-moved = verschoven
    .what = Welke klanten kregen een ander type?
slash-moved-since = sinds
    .what = Sinds deze dag, bijvoorbeeld 1-3-2026
slash-moved-from = van
    .what = Alleen wie dit type had
slash-moved-to = naar
    .what = Alleen wie dit type kreeg

slash-chart = grafiek
    .what = Jullie klanten in beeld
slash-chart-kind = soort
    .what = Welk beeld
slash-chart-customer = klant
    .what = Wiens verloop

slash-import = importeren
    .what = Klanten, facturen en kosten inlezen
slash-import-file = bestand
    .what = Bekijk wat een bestand zou veranderen en zeg dan ja of nee
slash-import-file-file = bestand
    .what = Een CSV- of Excel-bestand
slash-import-file-second = tweede
    .what = Nog een bestand
slash-import-file-third = derde
    .what = Nog een bestand
slash-import-file-fourth = vierde
    .what = Nog een bestand
slash-import-file-fifth = vijfde
    .what = Nog een bestand
slash-import-file-currency = valuta
    .what = De valuta van de bedragen, bijvoorbeeld EUR
slash-import-file-sector = soort
    .what = Wat voor klanten er in deze bestanden staan
slash-import-file-kind = inhoud
    .what = Wat er in het bestand staat
slash-import-file-decimals = decimalen
    .what = Welk teken er voor de decimalen staat
slash-import-file-dates = datums
    .what = Of de dag of de maand voorop staat
slash-import-file-day = dag
    .what = De datum van alle rijen, als het bestand er geen heeft
slash-import-file-role = rol
    .what = Wat alle klanten in deze bestanden zijn
slash-import-file-columns = kolommen
    .what = Wat kolommen betekenen, zoals Relatie=klantnummer
slash-import-list = lijst
    .what = Welke bestanden zijn ingelezen
slash-import-undo = ongedaan
    .what = Een import er weer uit halen
slash-import-undo-number = nummer
    .what = Welke import; leeg is de laatste

slash-review = beoordelen
    .what = Alle klanten opnieuw beoordelen

slash-export = exporteren
    .what = Alle klanten met hun type in een bestand
slash-export-form = vorm
    .what = Excel of CSV

slash-owner = accountmanager
    .what = Zeg wie er voor een klant zorgt
slash-owner-customer = klant
    .what = De naam of het klantnummer
slash-owner-owner = accountmanager
    .what = Wie ervoor zorgt

slash-judge = oordeel
    .what = Geef de potentie van een klant een cijfer
slash-judge-customer = klant
    .what = De naam of het klantnummer
slash-judge-grade = cijfer
    .what = Van 0 (geen) tot 10 (heel groot)

slash-override = klanttype
    .what = Geef een klant zelf een type
slash-override-customer = klant
    .what = De naam of het klantnummer
slash-override-type = type
    .what = Het type, of terug naar wat de cijfers zeggen
slash-override-reason = reden
    .what = Waarom; je team ziet dit ook
slash-override-until = tot
    .what = De laatste dag, bijvoorbeeld 31-12-2026; leeg is een jaar

slash-definition = klantdefinitie
    .what = Wie als klant telt
slash-definition-list = lijst
    .what = Alle definities en hoeveel ze er tellen
slash-definition-test = proberen
    .what = Kijk wie er volgens een regel zou tellen
slash-definition-test-rule = regel
    .what = Bijvoorbeeld: net_revenue_12m > 1000.0
slash-definition-add = toevoegen
    .what = Een eigen definitie toevoegen
slash-definition-add-name = naam
    .what = Hoe jullie hem noemen
slash-definition-add-rule = regel
    .what = Bijvoorbeeld: net_revenue_12m > 1000.0
slash-definition-remove = weghalen
    .what = Een definitie weghalen
slash-definition-remove-name = naam
    .what = Welke

slash-settings = instellingen
    .what = Hoe Klantwijzer voor jullie werkt
slash-settings-show = tonen
    .what = De instellingen bekijken
slash-settings-change = wijzigen
    .what = Er een veranderen
slash-settings-change-name = naam
    .what = Welke
slash-settings-change-value = waarde
    .what = Wat het wordt

slash-setup = start
    .what = Aan de slag: taal, rollen, kanaal, eerste import

slash-help = hulp
    .what = Wat kan ik hier?

choice-strategic = strategisch
choice-large = groot
choice-development = ontwikkeling
choice-transactional = transactioneel
choice-by-the-model = terug naar wat de cijfers zeggen
choice-value = waarde
choice-potential = potentie
choice-name = naam
choice-lower-cost = kosten verlagen
choice-say-no = nee zeggen
choice-customers = { file-kind-customers }
choice-people = { file-kind-people }
choice-leads = { file-kind-leads }
choice-invoices = { file-kind-invoices }
choice-invoice_lines = { file-kind-invoice_lines }
choice-payments = { file-kind-payments }
choice-gifts = { file-kind-gifts }
choice-membership_fees = { file-kind-membership_fees }
choice-ad_spend = { file-kind-ad_spend }
choice-data_sales = { file-kind-data_sales }
choice-services = { file-kind-services }
choice-support = { file-kind-support }
choice-costs = { file-kind-costs }
choice-contacts = { file-kind-contacts }
choice-documents = { file-kind-documents }
choice-comma = komma, zoals 1.234,56
choice-point = punt, zoals 1,234.56
choice-dmy = dag voorop, zoals 31-12-2026
choice-mdy = maand voorop, zoals 12-31-2026
choice-prospect = prospect
choice-buyer = koper
choice-member = lid
choice-recipient = ontvanger van een gratis dienst
choice-donor = donateur
choice-user = gebruiker
choice-advertiser = adverteerder
choice-data_buyer = koper van gegevens
choice-xlsx = Excel
choice-csv = CSV
slash-privacy = privacy
    .what = Wat er over een klant wordt bewaard, en het wissen ervan
slash-privacy-export = opvragen
    .what = Alles wat er over een klant wordt bewaard
slash-privacy-export-customer = klant
    .what = De naam of het klantnummer
slash-privacy-erase = wissen
    .what = Een klant voorgoed wissen
slash-privacy-erase-customer = klant
    .what = De naam of het klantnummer
slash-privacy-erase-sure = zeker
    .what = Typ voor de zekerheid de volledige naam nog eens
slash-privacy-lift = terug
    .what = Een gewiste klant weer toelaten
slash-privacy-lift-customer = klant
    .what = Het nummer of de naam van toen
slash-audit = logboek
    .what = Wie wat deed
slash-audit-customer = klant
    .what = Alleen wat er met deze klant gebeurde
