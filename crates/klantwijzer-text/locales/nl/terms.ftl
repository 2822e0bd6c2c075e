# Hoe de dingen heten.

# Het woord voor een klant als een branche geen eigen woord heeft.
customer = klant
    .many = klanten

# Een klanttype: de naam; dan na "is"; dan met een zelfstandig naamwoord erbij.
type-strategic = strategisch
    .is = strategisch
    .not = niet strategisch
    .one = strategische { $one }
    .many = strategische { $many }
type-large = groot
    .is = groot
    .not = niet groot
    .one = grote { $one }
    .many = grote { $many }
type-development = ontwikkeling
    .is = een ontwikkelings{ $one }
    .not = geen ontwikkelings{ $one }
    .one = ontwikkelings{ $one }
    .many = ontwikkelings{ $many }
type-transactional = transactioneel
    .is = transactioneel
    .not = niet transactioneel
    .one = transactionele { $one }
    .many = transactionele { $many }
no-type = geen type
without-type = zonder type

measure-value = waarde per jaar
measure-potential = potentie
measure-revenue = netto-omzet
measure-margin = marge
measure-invoices = facturen
measure-gifts = giften
measure-ad-spend = advertentiebestedingen
measure-leads = aangedragen leads
measure-support-cost = servicekosten
measure-acquisition-cost = kosten voor verkoop en marketing
measure-growth = omzetgroei
measure-employees = medewerkers
measure-customers = aantal klanten
measure-name = naam

entity-customer = klant
    .by = per klant
    .many = klanten
entity-sector = branche
    .by = per branche
    .many = branches
entity-owner = accountmanager
    .by = per accountmanager
    .many = accountmanagers
entity-country = land
    .by = per land
    .many = landen
entity-type = type
    .by = per type
    .many = typen
entity-group = concern
    .by = per concern
    .many = concerns

# Waarom een type voorlopig is: kort voor een tabel, dan als zin over één klant en over allemaal.
doubt-potential-unknown = potentie onbekend
    .because = Over de potentie is nog niets bekend.
    .all = Over hun potentie is nog niets bekend.
doubt-low-confidence = potentie grotendeels onbekend
    .because = Over de potentie is nog te weinig bekend.
    .all = Over hun potentie is nog te weinig bekend.
doubt-young = nieuw
    .because = De relatie is nog jong.
    .all = Hun relatie met jullie is nog jong.
doubt-few-invoices = weinig aankopen
    .because = Er zijn nog te weinig aankopen om op af te gaan.
    .all = Ze kochten nog te weinig keer om op af te gaan.

channel-visit = bezoek
channel-meeting = gesprek
channel-workshop = workshop
channel-event = evenement
channel-proposal = voorstel
channel-personal = persoonlijk verzoek
channel-phone = telefoon
channel-email = e-mail
channel-internal = binnen het team

actor-account-manager = accountmanager
actor-sales-manager = salesmanager
actor-sales-director = commercieel directeur
actor-ceo = directeur
actor-marketing = marketing
actor-product = productmanager
actor-service = service
actor-sales = verkoop
actor-fundraising = fondsenwerving

moment-ceo-visit = directiebezoek
moment-account-plan = samen een accountplan maken
moment-round-table = { $type ->
    [large] plek aan de round table
   *[other] exclusieve round table
}
moment-quarterly-review = kwartaalgesprek
moment-account-meeting = accountgesprek
moment-reference-request = referentieverzoek
moment-continuity-review = continuïteitsgesprek
moment-maintenance-talk = onderhoudsgesprek
moment-growth-proposal = groeivoorstel
moment-demo = demo of workshop
moment-growth-talk = groeigesprek
moment-relevant-email = e-mail waar ze iets aan hebben
moment-large-event = uitnodiging voor een groot evenement
moment-newsletter = nieuwsbrief
moment-yearly-check = jaarcheck: kosten en nee zeggen

criterion-employees = medewerkers
criterion-company-revenue = eigen omzet
criterion-sector = branche
criterion-pain-fit = aansluiting bij wat wij oplossen
criterion-regulatory-pressure = externe regeldruk

light-green = gezond
light-amber = in de gaten houden
light-red = te hoog
