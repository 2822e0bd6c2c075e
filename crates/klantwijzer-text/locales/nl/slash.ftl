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
    .what = Waarop de lijst is gesorteerd

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
    .what = Alleen klanten die dit type hadden
slash-moved-to = naar
    .what = Alleen klanten die dit type kregen

slash-chart = grafiek
    .what = Jullie klanten in beeld
slash-chart-kind = soort
    .what = Welke grafiek
slash-chart-customer = klant
    .what = De klant van wie je het verloop wilt zien

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
    .what = Welk teken er voor de decimalen staat: komma of punt
slash-import-file-dates = datums
    .what = Wat in een datum vooropstaat: de dag of de maand
slash-import-file-day = dag
    .what = De datum van alle regels, als het bestand er geen heeft
slash-import-file-role = rol
    .what = De rol van alle klanten in deze bestanden
slash-import-file-columns = kolommen
    .what = Wat kolommen betekenen, zoals Relatie=klantnummer
slash-import-list = lijst
    .what = Welke bestanden zijn ingelezen
slash-import-undo = ongedaan
    .what = Een import ongedaan maken
slash-import-undo-number = nummer
    .what = Het nummer van de import; laat leeg voor de laatste

slash-agenda = agenda
    .what = Met wie je wanneer contact moet hebben
slash-agenda-owner = accountmanager
    .what = Alleen klanten van deze accountmanager
slash-agenda-customer = klant
    .what = Alleen deze klant, met het hele programma
slash-agenda-until = tot
    .what = De laatste dag, bijvoorbeeld vrijdag of 31-12-2026; laat leeg voor een week
slash-agenda-late = te-laat
    .what = Alleen wat al te laat is

slash-log = contact
    .what = Een contact vastleggen dat er geweest is
slash-log-customer = klant
    .what = De naam of het klantnummer
slash-log-channel = hoe
    .what = Hoe het ging
slash-log-day = dag
    .what = Wanneer, bijvoorbeeld gisteren; laat leeg voor vandaag

slash-review = beoordelen
    .what = Alle klanten opnieuw beoordelen

slash-export = exporteren
    .what = Alle klanten met hun type in een bestand
slash-export-form = vorm
    .what = Excel of CSV

slash-owner = accountmanager
    .what = Leg vast wie voor een klant zorgt
slash-owner-customer = klant
    .what = De naam of het klantnummer
slash-owner-owner = accountmanager
    .what = De naam van de accountmanager

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
    .what = Waarom je dit type geeft; je team ziet dit ook
slash-override-until = tot
    .what = De laatste dag, bijvoorbeeld 31-12-2026; laat leeg voor een jaar

slash-definition = klantdefinitie
    .what = Wie als klant telt
slash-definition-list = lijst
    .what = Alle definities, met hoeveel klanten er meetellen
slash-definition-test = proberen
    .what = Kijk wie er volgens een regel zou meetellen
slash-definition-test-rule = regel
    .what = Bijvoorbeeld: net_revenue_12m > 1000.0
slash-definition-add = toevoegen
    .what = Een eigen definitie toevoegen
slash-definition-add-name = naam
    .what = De naam van de definitie
slash-definition-add-rule = regel
    .what = Bijvoorbeeld: net_revenue_12m > 1000.0
slash-definition-remove = weghalen
    .what = Een definitie verwijderen
slash-definition-remove-name = naam
    .what = Welke definitie

slash-settings = instellingen
    .what = Hoe Klantwijzer voor jullie werkt
slash-settings-show = tonen
    .what = De instellingen bekijken
slash-settings-change = wijzigen
    .what = Een instelling wijzigen
slash-settings-change-name = naam
    .what = Welke instelling
slash-settings-change-value = waarde
    .what = De nieuwe waarde

slash-setup = start
    .what = Aan de slag: taal, rollen, kanalen, eerste import

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
choice-visit = bezoek
choice-meeting = gesprek of videogesprek
choice-workshop = workshop
choice-event = evenement
choice-proposal = voorstel
choice-personal = persoonlijk verzoek
choice-phone = telefoon
choice-email = e-mail
choice-internal = binnen het team
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
choice-data_buyer = datakoper
choice-xlsx = Excel
choice-csv = CSV
slash-privacy = privacy
    .what = Opvragen of wissen wat er over een klant wordt bewaard
slash-privacy-export = opvragen
    .what = Alles opvragen wat er over een klant wordt bewaard
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
    .what = Het klantnummer of de naam van voor het wissen
slash-audit = logboek
    .what = Wie wat deed
slash-audit-customer = klant
    .what = Alleen wat er met deze klant gebeurde
