# Hoeveel klanten er zijn, en volgens welke definitie.

# Een definitie: de naam; wie er meetelt, na "tel je"; beide nog eens binnen een periode; en wat ze betekent.
definition-any-business = ooit zaken mee gedaan
    .who = iedereen met wie jullie ooit zaken deden
    .then = zaken mee gedaan
    .who-then = iedereen met wie jullie { $period } zaken deden
    .means = Iedereen met wie jullie ooit zaken deden telt mee: wie geld opbracht, of een dienst kreeg.
definition-profile-match = past in het ideale profiel
    .who = iedereen die in jullie ideale klantprofiel past
    .means = Iedereen die in jullie ideale klantprofiel past telt mee, of er nu iets gekocht is of niet.
definition-invoiced = ooit gefactureerd
    .who = iedereen aan wie jullie ooit een factuur stuurden
    .then = gefactureerd
    .who-then = iedereen aan wie jullie { $period } een factuur stuurden
    .means = Iedereen aan wie jullie ooit een factuur stuurden telt mee. Dat is de meest concrete definitie; daarom staat ze meestal voorop.
definition-paid = ooit betaald
    .who = iedereen die jullie ooit betaalde
    .then = betaald
    .who-then = iedereen die jullie { $period } betaalde
    .means = Iedereen die jullie ooit betaalde telt mee. Een factuur die nooit betaald is, maakt nog geen klant.
definition-interested = geïnteresseerd
    .who = iedereen die interesse toonde of al verder is
    .means = Iedereen die interesse toonde telt mee, en iedereen die al verder is.
definition-earned-over = meer dan { $amount } opgebracht
    .who = iedereen die meer dan { $amount } opbracht
    .then = meer dan { $amount } opgebracht
    .who-then = iedereen die { $period } meer dan { $amount } opbracht
    .means = Iedereen die meer dan { $amount } opbracht telt mee, na aftrek van creditnota’s.
definition-earned-over-margin = meer dan { $amount } marge
    .who = iedereen met meer dan { $amount } marge
    .then = meer dan { $amount } marge
    .who-then = iedereen met { $period } meer dan { $amount } marge
    .means = Iedereen op wie jullie meer dan { $amount } marge verdienden telt mee.
definition-potential-within = zaken mogelijk binnen { $months }
    .who = iedereen met wie jullie binnen { $months } zaken kunnen doen
    .means = Iedereen met wie jullie binnen { $months } zaken kunnen doen telt mee.
definition-user = gebruikers
    .who = iedereen die het platform gebruikt
    .means = Een gebruiker geeft persoonlijke gegevens in ruil voor toegang. Er is geen factuur; daarom tellen gebruikers apart en krijgen ze geen waarde in geld.
definition-advertiser = adverteerders en datakopers
    .who = iedereen die adverteert of gegevens koopt
    .then = geadverteerd
    .who-then = iedereen die { $period } adverteerde
    .means = De adverteerder of datakoper is degene die voor het platform betaalt. De gebruikers erachter tellen apart.
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
    .means = Iedereen met wie jullie ooit een document uitwisselden telt mee, ook als dat een offerte was.
definition-registered = in het klantenbestand
    .who = iedereen in het klantenbestand
    .means = Iedereen in het klantenbestand telt mee, of er nu iets gebeurd is of niet.
definition-active = actief in de laatste 12 maanden
    .who = iedereen die in de laatste 12 maanden kocht of gaf
    .then = actief
    .who-then = iedereen die { $period } kocht of gaf
    .means = Iedereen die in de laatste 12 maanden kocht of gaf telt mee.
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

count-lead = Tel je { $who }, dan hebben jullie { $n ->
    [0] geen
   *[other] { COUNT($n) }
} { $counted }.
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
count-groups = Tel je dochters bij hun moederbedrijf, dan zijn het er { COUNT($n) }.
count-none-hint = In die groep zit nog niemand. Probeer een andere definitie of laat een beperking weg.
count-funnel-title = Met een andere definitie is het aantal anders:
count-others-title = Ter vergelijking, met andere definities:
count-unknown = een onbekend aantal
col-definition = definitie
col-number = aantal

definitions-two = Met ‘{ $one }’ zijn het er { $first }, met ‘{ $other }’ { $second }.
definitions-range = Het hangt ervan af wat je telt: van { COUNT($least) } tot { COUNT($most) } klanten.
definitions-same = Met elke definitie die te tellen is, zijn het er { COUNT($n) }.
definitions-none = Met wat er in het klantenbestand staat, is geen van deze definities te tellen.
definitions-both = { $n ->
    [one] { COUNT($n) } telt bij allebei mee.
   *[other] { COUNT($n) } tellen bij allebei mee.
}
definitions-only = Alleen bij ‘{ $name }’: { COUNT($n) }.
definitions-only-such = Alleen bij ‘{ $name }’: { COUNT($n) }, zoals { $examples }.
definitions-means = { $name } – { $means }
definitions-choose = Geen enkele definitie is fout, zolang je maar zegt welke je gebruikt. En geen ervan zegt wat een klant jullie waard is.

definition-own = ‘{ $name }’ is een definitie die jullie team of branche zelf toevoegde.
definition-rule = De regel: { $rule }
definition-count = { $n ->
    [0] Daar past nu niemand in.
    [one] Daar past er { COUNT($n) } in.
   *[other] Daar passen er { COUNT($n) } in.
}
definition-no-count = Er staat te weinig in het klantenbestand om ze te tellen.
definition-default = Noem je geen definitie, dan geldt ‘{ $name }’; dat zijn er { $n }.
definition-customer = Klant is hier { $who }. Dat zijn er { $n }.
definition-customer-own = Klant is hier wie past in de definitie ‘{ $name }’. Dat zijn er { $n }.
definition-customer-hint = Vraag ‘Hoeveel klanten hebben we?’ voor de aantallen met elke definitie.
