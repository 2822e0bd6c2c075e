# Hoeveel klanten er zijn, en volgens welke definitie.

# Een definitie: de naam; wie er meetelt, na "geteld is"; beide nog eens binnen een periode; en wat ze betekent.
definition-any-business = ooit zaken mee gedaan
    .who = iedereen met wie jullie ooit zaken deden
    .then = zaken mee gedaan
    .who-then = iedereen met wie jullie { $period } zaken deden
    .means = Iedereen met wie jullie ooit zaken deden, telt mee: wie geld opbracht of een dienst kreeg.
definition-profile-match = past in het ideale profiel
    .who = iedereen die in jullie ideale klantprofiel past
    .means = Iedereen die in jullie ideale klantprofiel past, telt mee, of er nu iets gekocht is of niet.
definition-invoiced = ooit gefactureerd
    .who = iedereen die ooit een factuur kreeg
    .then = gefactureerd
    .who-then = iedereen die { $period } een factuur kreeg
    .means = Iedereen die ooit een factuur kreeg, telt mee. Dat is de meest concrete definitie; daarom staat ze meestal voorop.
definition-paid = ooit betaald
    .who = iedereen die jullie ooit betaalde
    .then = betaald
    .who-then = iedereen die jullie { $period } betaalde
    .means = Iedereen die jullie ooit betaalde, telt mee. Een factuur die nooit betaald is, maakt nog geen klant.
definition-interested = geïnteresseerd
    .who = iedereen die interesse toonde of al verder is
    .means = Iedereen die interesse toonde, telt mee, en iedereen die al verder is.
definition-earned-over = meer dan { $amount } opgebracht
    .who = iedereen die meer dan { $amount } opbracht
    .then = meer dan { $amount } opgebracht
    .who-then = iedereen die { $period } meer dan { $amount } opbracht
    .means = Iedereen die meer dan { $amount } opbracht, telt mee, na aftrek van creditnota’s.
definition-earned-over-margin = meer dan { $amount } marge
    .who = iedereen met meer dan { $amount } marge
    .then = meer dan { $amount } marge
    .who-then = iedereen met { $period } meer dan { $amount } marge
    .means = Iedereen aan wie jullie meer dan { $amount } marge verdienden, telt mee.
definition-potential-within = zaken mogelijk binnen { $months }
    .who = iedereen met wie jullie binnen { $months } zaken kunnen doen
    .means = Iedereen met wie jullie binnen { $months } zaken kunnen doen, telt mee.
definition-user = gebruikers
    .who = iedereen die het platform gebruikt
    .means = Een gebruiker geeft persoonlijke gegevens in ruil voor toegang. Er is geen factuur; daarom tellen gebruikers apart en krijgen ze geen waarde in geld.
definition-advertiser = adverteerders en datakopers
    .who = iedereen die adverteert of gegevens koopt
    .then = geadverteerd
    .who-then = iedereen die { $period } adverteerde
    .means = De adverteerder of datakoper betaalt voor het platform. De gebruikers erachter tellen apart.
definition-member = leden
    .who = iedereen die lid of cliënt is
    .means = Elk lid en elke cliënt van de vereniging of stichting telt mee.
definition-recipient = ontvangers
    .who = iedereen die een gratis dienst ontvangt
    .means = Een ontvanger krijgt een dienst zonder ervoor te betalen, zoals bij een voedselbank. Die telt mee, maar heeft geen waarde in geld en krijgt nooit een NEE.
definition-donor = donateurs en sponsors
    .who = iedereen die geeft
    .then = gegeven
    .who-then = iedereen die { $period } gaf
    .means = Een donateur of sponsor geeft geld: een particulier, een bedrijf of een overheid. Giften komen in de plaats van facturen.
definition-recipients-and-donors = ontvangers en donateurs
    .who = iedereen die ontvangt en iedereen die geeft
    .means = Een goed doel heeft twee soorten klanten: wie ontvangt en wie geeft. Allebei tellen ze mee.
definition-any-document = ooit een document uitgewisseld
    .who = iedereen met wie jullie ooit een document uitwisselden
    .means = Iedereen met wie jullie ooit een document uitwisselden, telt mee, ook als dat een offerte was.
definition-registered = in het klantenbestand
    .who = iedereen in het klantenbestand
    .means = Iedereen in het klantenbestand telt mee, of er nu iets gebeurd is of niet.
definition-active = actief in de laatste 12 maanden
    .who = iedereen die in de laatste 12 maanden kocht of gaf
    .then = actief
    .who-then = iedereen die { $period } kocht of gaf
    .means = Iedereen die in de laatste 12 maanden kocht of gaf, telt mee.
definition-set-amount = het ingestelde bedrag
definition-set-time = de ingestelde tijd

noun-recipient = ontvanger
    .many = ontvangers
noun-donor = donateur
    .many = donateurs
noun-party = ontvanger of donateur
    .many = ontvangers en donateurs
noun-user = gebruiker
    .many = gebruikers
noun-advertiser = adverteerder
    .many = adverteerders
noun-member = lid
    .many = leden

count-lead = Jullie hebben { $n ->
    [0] geen
   *[other] { COUNT($n) }
} { $counted }. Geteld is { $who }.
count-lead-own = Volgens de definitie ‘{ $name }’ hebben jullie { COUNT($n) } { $counted }.
count-impossible = Er staat te weinig in het klantenbestand om te tellen volgens de definitie ‘{ $name }’.
count-no-days = Datums spelen daarbij geen rol; wat er { $period } gebeurde, maakt dus niet uit.
count-period-title = Volgens andere definities, { $period }:
count-recipients = { $n ->
    [one] { COUNT($n) } ontvanger
   *[other] { COUNT($n) } ontvangers
}
count-donors = { $n ->
    [one] { COUNT($n) } donateur
   *[other] { COUNT($n) } donateurs
}
count-sides = Het zijn { $sides }; { $n ->
    [0] niemand is allebei.
    [one] { COUNT($n) } is allebei.
   *[other] { COUNT($n) } zijn allebei.
}
count-groups = { $n ->
    [one] Tel je dochters bij hun moederbedrijf, dan is het er { COUNT($n) }.
   *[other] Tel je dochters bij hun moederbedrijf, dan zijn het er { COUNT($n) }.
}
count-none-hint = In die groep zit nog niemand. Probeer een andere definitie of laat een beperking weg.
count-funnel-title = Volgens andere definities:
count-others-title = Ter vergelijking, volgens andere definities:
count-unknown = een onbekend aantal
col-definition = definitie
col-number = aantal

definitions-two = Volgens ‘{ $one }’: { $first }. Volgens ‘{ $other }’: { $second }.
definitions-range = Jullie hebben { COUNT($least) } tot { COUNT($most) } klanten, afhankelijk van wie je als klant telt.
definitions-same = { $n ->
    [one] Wie je ook als klant telt: het is er { COUNT($n) }.
   *[other] Wie je ook als klant telt: het zijn er { COUNT($n) }.
}
definitions-none = Met wat er in het klantenbestand staat, is geen van deze definities te tellen.
definitions-both = { $n ->
    [one] { COUNT($n) } telt bij allebei mee.
   *[other] { COUNT($n) } tellen bij allebei mee.
}
definitions-only = Alleen bij ‘{ $name }’: { COUNT($n) }.
definitions-only-such = Alleen bij ‘{ $name }’: { COUNT($n) }, zoals { $examples }.
definitions-means = { $name } – { $means }
definitions-choose = Geen enkele definitie is fout, zolang je maar zegt welke je gebruikt. En geen ervan zegt wat een klant jullie waard is.

definition-own = ‘{ $name }’ is een definitie die jullie team of branche zelf heeft toegevoegd.
definition-rule = De regel: { $rule }
definition-count = { $n ->
    [0] Daar voldoet nu niemand aan.
    [one] Daar voldoet er { COUNT($n) } aan.
   *[other] Daar voldoen er { COUNT($n) } aan.
}
definition-no-count = Er staat te weinig in het klantenbestand om ze te tellen.
definition-default = Noem je geen definitie, dan geldt ‘{ $name }’ (aantal: { $n }).
definition-customer = Als klant telt hier { $who }. Aantal: { $n }.
definition-customer-own = Als klant telt hier wie voldoet aan de definitie ‘{ $name }’. Aantal: { $n }.
definition-customer-hint = Vraag ‘Hoeveel klanten hebben we?’ voor de aantallen volgens elke definitie.
