# Wat commando’s zeggen.

chat-welcome = Vraag me van alles over jullie klanten, in het Nederlands of Engels. ‘help’ laat zien wat je kunt vragen, met ‘stop’ hou je op.
chat-bye = Tot de volgende keer!

import-reading = Inlezen
import-done = Klaar, je bestanden zijn ingelezen.
import-would = Er is nog niets opgeslagen. Dit zou er gebeuren:
import-nothing-good = Er is niets overgenomen: geen enkele regel van deze bestanden is goed.
import-nothing-new = Niets nieuws in deze bestanden: alles stond er al in.
import-added = nieuw
import-changed = gewijzigd
import-unchanged = hetzelfde
import-customers = klanten
import-entries = boekingen
import-file = { $name } bevat { $kind }: { $good } van de { $rows } regels zijn goed.
import-column = kolom
import-meaning = gelezen als
import-example = bijvoorbeeld
import-not-read = (niet gelezen)
import-columns-not-read = { $n ->
    [one] Niet gelezen uit { $name }: de kolom { $columns }. Doet die ertoe? Zeg wat hij betekent met --map "KOLOM=betekenis".
   *[other] Niet gelezen uit { $name }: de kolommen { $columns }. Doet er een toe? Zeg wat die betekent met --map "KOLOM=betekenis".
}
import-columns-not-read-discord = { $n ->
    [one] Niet gelezen uit { $name }: de kolom { $columns }. Doet die ertoe? Zeg bij kolommen, in /importeren bestand, wat hij betekent: KOLOM=betekenis.
   *[other] Niet gelezen uit { $name }: de kolommen { $columns }. Doet er een toe? Zeg bij kolommen, in /importeren bestand, wat die betekent: KOLOM=betekenis.
}
import-rejected = { $n ->
    [one] Eén regel is overgeslagen:
   *[other] { COUNT($n) } regels zijn overgeslagen:
}
import-more-rejected = { $n ->
    [one] En nog één; met --json zie je ze allemaal.
   *[other] En nog { COUNT($n) }; met --json zie je ze allemaal.
}
import-undo-hint = Verkeerd bestand? Met ‘klantwijzer imports --undo { $number }’ haal je alles er weer uit.
import-undo-asks = Import { $number } ({ $sources }, { $day }) weer uit het boek halen?
import-undone = Import { $number } ({ $sources }) is er weer uit.
import-ahead = { $n ->
    [one] Eén regel heeft een datum die nog moet komen; die telt pas vanaf dan mee. Klopt het jaar?
   *[other] { COUNT($n) } regels hebben een datum die nog moet komen; die tellen pas vanaf dan mee. Klopt het jaar?
}
import-grown = { $n ->
    [one] Eén document dat al bekend was, krijgt er regels bij: { $number }. Zijn dat verbeteringen, haal dan de eerdere import eruit.
   *[other] { COUNT($n) } documenten die al bekend waren, krijgen er regels bij, zoals { $number }. Zijn dat verbeteringen, haal dan de eerdere import eruit.
}
import-undone-later = Wat daarvan ook in latere bestanden stond, is nu ook weg. Mis je iets, lees die dan opnieuw in: { $sources }.
imports-none = Er is nog niets ingelezen. Begin met ‘klantwijzer import klanten.csv facturen.csv’.
imports-none-discord = Er is nog niets ingelezen. Begin met /importeren bestand.
imports-lead = { $n ->
    [one] Tot nu toe één import.
   *[other] Tot nu toe { COUNT($n) } imports, de laatste bovenaan.
}
imports-number = nummer
imports-when = dag
imports-what = wat
imports-state = stand
imports-live = telt mee
imports-undone = ongedaan gemaakt
imports-hint = Met ‘klantwijzer imports --undo NUMMER’ haal je er een weer uit.
imports-hint-discord = Met /importeren ongedaan haal je er een weer uit.

review-lead = Alle klanten zijn beoordeeld, stand { $date }.
review-past = Deze beoordeling wordt bewaard voor { $date }. Vanaf een latere dag antwoord ik uit de laatste beoordeling tot en met die dag.
review-type = type
review-customers = klanten
outage-missing = De plugin ‘{ $plugin }’ ontbreekt.
    .help = Zet hem terug en beoordeel opnieuw. Is hij voorgoed weg, zeg dat dan met ‘klantwijzer plugin remove { $plugin }’.
    .help-discord = Vraag wie mij beheert om hem terug te zetten, en beoordeel daarna opnieuw.
outage-failed = De plugin ‘{ $plugin }’ werkt niet (‘{ $words }’).
    .help = ‘klantwijzer doctor’ zegt wat je kunt doen; beoordeel daarna opnieuw.
    .help-discord = Vraag wie mij beheert ernaar te kijken, en beoordeel daarna opnieuw.
outage-kept = { $n ->
    [one] { COUNT($n) } klant houdt het type en de waarde van daarvoor.
   *[other] { COUNT($n) } klanten houden het type en de waarde van daarvoor.
}
outage-unscored = { $n ->
    [one] { COUNT($n) } nieuwe klant heeft daardoor nog geen type.
   *[other] { COUNT($n) } nieuwe klanten hebben daardoor nog geen type.
}

backup-done = Alles staat in { $file }. Bewaar het goed.
restore-done = Alles uit { $file } is terug.
restore-put-back = De gegevens die er stonden, staan weer op hun plek.
restore-not-put-back = De gegevens die er stonden, staan nu in { $folder }; zet wat daarin staat met de hand terug.
restore-set-aside = De gegevens die er stonden, staan nu in { $folder }. Gooi ze weg zodra je zeker weet dat je ze niet meer nodig hebt.
export-done = { $n ->
    [one] Eén klant staat in { $file }.
   *[other] { COUNT($n) } klanten staan in { $file }.
}
export-id = nummer
export-name = naam
export-type = type
export-certain = zeker
export-provisional = voorlopig
export-sure = ja
export-value = waarde per jaar
export-potential = potentie
export-confidence = bekend deel van de potentie
export-sector = branche
export-owner = accountmanager
export-country = land
export-revenue = omzet 12 maanden
export-support = servicekosten 12 maanden
export-acquisition = sales- en marketingkosten 12 maanden
export-plugin = brancheplugin

override-done = { $name } is { $type } tot en met { $until }, omdat jij dat zegt. Wat het model zelf vindt, blijft ernaast staan.
override-cleared = { $name } volgt weer het model.
judge-done = Jouw { $grade } van de 10 voor { $name } telt vanaf vandaag mee, een jaar lang.
judge-source = Oordeel over { $name }

settings-lead = Dit zijn de instellingen.
settings-saved = Opgeslagen. Zo staat het nu.
settings-what = instelling
settings-name = om te veranderen, typ
settings-value = waarde
settings-hint = Verander er een met ‘klantwijzer settings currency=USD’.
settings-hint-discord = Verander er een met /instellingen wijzigen.

definition-added = ‘{ $name }’ is nu een klantdefinitie. ‘klantwijzer definition list’ laat zien hoeveel eraan voldoen.
definition-added-discord = ‘{ $name }’ is nu een klantdefinitie. /klantdefinitie lijst laat zien hoeveel eraan voldoen.
definition-removed = ‘{ $name }’ is weg.

plugin-lead = { $n ->
    [0] Geen brancheplugins in { $folder }.
    [one] Eén brancheplugin in { $folder }.
   *[other] { COUNT($n) } brancheplugins in { $folder }.
}
plugin-id = id
plugin-name = branche
plugin-version = versie
plugin-customers = klanten heten
plugin-check-passed = { $file } houdt zich aan alle regels.
plugin-check-failed = { $file } houdt zich nog niet aan de regels.
plugin-new = In de map { $folder } staat een plugin om mee te beginnen.
plugin-new-edit = Zeg in { $folder }/manifest.json voor welke branches hij is en wat er meetelt, en in { $folder }/src/lib.rs hoe.
plugin-new-build = Draai ‘cargo test’ en ‘cargo build --release’ in { $folder }.
plugin-new-add = Neem hem in gebruik met ‘klantwijzer plugin add { $folder }/target/release/{ $file }’.
plugin-added = De plugin { $name } { $version } staat nu in { $folder }.
plugin-replaced = De plugin { $name } { $version } staat nu in { $folder }, in plaats van de vorige.
plugin-not-added = Er is niets toegevoegd.
plugin-review-hint = Met ‘klantwijzer review’ beoordeel je ermee.
plugin-removed = De plugin { $name } is uit { $folder } gehaald.
plugin-removed-hint = Vanaf de volgende beoordeling krijgen de klanten een score van een andere plugin, of geen score.
plugin-unusable = { $file } is niet te gebruiken: { $what }.
plugin-problem = { $file }: { $what }. { $help }

load-no-folder = de map met plugins is niet te lezen ({ $why })
    .help = Maak de map en zet er plugins in, of noem een andere met --plugins.
load-empty-folder = er staan geen plugins in de map
    .help = Zet er plugins in ({ $files }), of noem een andere map met --plugins.
load-unreadable = het bestand is niet te lezen ({ $why })
    .help = Kijk of het bestand gelezen mag worden.
load-too-large = het bestand is groter dan { $most } MB
    .help = Bouw het met --release, of haal het uit de map.
load-not-a-plugin = het bestand is geen brancheplugin
    .help = Haal het uit de map, of eindig de code met export_plugin!(JouwScorer).
load-not-loadable = deze machine kan het niet laden ({ $why })
    .help = Bouw het voor deze machine, met de bibliotheken die het nodig heeft.
load-no-table = het bestand zegt dat het een plugin is, maar dat is het niet
    .help = Bouw de plugin opnieuw met klantwijzer-plugin { $major }.x.
load-incomplete = er ontbreekt iets aan de plugin ({ $why })
load-other-version = de plugin is gebouwd voor versie { $theirs } van de plugins van Klantwijzer, en dit is { $ours }
    .help = Bouw de plugin opnieuw met klantwijzer-plugin { $major }.x.
load-manifest = het manifest klopt niet ({ $why })
    .help = Verbeter manifest.json en bouw de plugin opnieuw.
load-refused = de plugin wil niet starten ({ $why })
    .help = Verbeter de configuratie van de plugin.
load-panicked = de plugin liep vast bij het starten ({ $why })
load-crashed = de plugin stortte in bij het starten
    .help = Haal hem uit de map en vertel het wie hem maakte.
load-timed-out = de plugin was niet binnen { $seconds } seconden gestart
load-no-worker = er was geen ruimte om hem te starten ({ $why })
    .help = Kijk hoeveel processen en hoeveel geheugen er vrij zijn.
load-same-id = { $other } zegt ook de plugin ‘{ $id }’ te zijn, dus geen van beide wordt gebruikt
    .help = Houd er één van in de map.

doctor-fine = Alles in orde.
doctor-wrong = { $n ->
    [one] Eén punt vraagt aandacht.
   *[other] { COUNT($n) } punten vragen aandacht.
}
doctor-store = De gegevens in { $folder } zijn goed leesbaar: { $customers ->
    [one] { COUNT($customers) } klant
   *[other] { COUNT($customers) } klanten
}, { $imports ->
    [one] { COUNT($imports) } import
   *[other] { COUNT($imports) } imports
}.
doctor-plugins = Plugins: { $plugins }.
doctor-empty = Er staat nog niemand in. Begin met ‘klantwijzer import klanten.csv facturen.csv’.
doctor-no-review = Er is nog niemand beoordeeld. Doe ‘klantwijzer review’.
doctor-review = De laatste beoordeling is van { $date }.
doctor-old-review = De laatste beoordeling is van { $date }, meer dan een maand geleden. Doe ‘klantwijzer review’.
doctor-time-zones = De tijdzones van de wereld zijn hier bekend.
doctor-no-time-zones = Deze machine kent geen tijdzones. Installeer het pakket tzdata.
doctor-no-plugins = Er is geen brancheplugin, dus niemand krijgt een type. Noem de map met plugins met --plugins, of bij plugins in de configuratie.
doctor-config = De configuratie { $file } is goed leesbaar.
doctor-token = Er is een token, en het heeft de juiste vorm.
doctor-store-servers = De gegevens in { $folder } zijn goed leesbaar: servers { $servers }, klanten { $customers }.
doctor-in-use = De gegevens in { $folder } zijn in gebruik en dus niet bekeken. Zo hoort het zolang de bot draait; stop hem als je ze wilt laten bekijken.
doctor-accepted = Discord kent het token: de bot heet { $name }.
doctor-intents = De bot heeft geen bijzondere rechten (privileged intents) nodig, en heeft ze ook niet.
doctor-hears-too-much = De bot heeft geen bijzondere rechten (privileged intents) nodig, maar er staan er aan. Je kunt ze uitzetten op de pagina Bot van je applicatie.
doctor-no-servers = De bot zit nog in geen enkele server. Laat hem binnen met { $link }
doctor-servers = { $n ->
    [one] In één server mag de bot alles wat hij nodig heeft: { $servers }.
   *[other] In { COUNT($n) } servers mag de bot alles wat hij nodig heeft, zoals { $servers }.
}
doctor-server-lacks = In { $server } mist de bot { $permissions }. Geef dat aan zijn rol in de serverinstellingen, of laat de bot nog eens binnen met { $link }
doctor-more-servers-lack = { $n ->
    [one] In nog één server ontbreekt iets.
   *[other] In nog { COUNT($n) } servers ontbreekt iets.
}
permission-view-channel = Kanalen bekijken (View Channels)
permission-send-messages = Berichten verzenden (Send Messages)
permission-send-messages-in-threads = Berichten verzenden in threads (Send Messages in Threads)
permission-embed-links = Links insluiten (Embed Links)
permission-attach-files = Bestanden bijvoegen (Attach Files)
permission-read-message-history = Berichtgeschiedenis lezen (Read Message History)

demo-made = Er staat een verzonnen klantenbestand klaar met { COUNT($n) } klanten, donateurs en adverteerders.
demo-question-1 = Welke klanten zijn strategisch?
demo-question-2 = Hoeveel klanten hebben we?
demo-question-3 = Tegen wie moeten we nee zeggen?
demo-done = Dat was de demo. Met ‘klantwijzer import klanten.csv facturen.csv’ lees je je eigen bestanden in, met ‘klantwijzer chat’ stel je je vragen.

error-in-use = De gegevens in { $folder } zijn in gebruik bij een andere Klantwijzer.
    .help = Stop die eerst, of kies een andere map met --data.
    .help-discord = Vertel het wie mij beheert; er draaien er twee op dezelfde gegevens.
error-in-use-discord = Ik kan niet bij de gegevens, want een andere Klantwijzer gebruikt ze.
error-folder = De map { $folder } is niet te gebruiken: { $reason }.
    .help = Kijk of hij bestaat en of je er mag schrijven, of kies een andere met --data.
    .help-discord = Vertel het wie mij beheert; de map met gegevens moet er zijn en ik moet erin kunnen schrijven.
error-folder-discord = Ik kan niet bij de gegevens.
error-disk-full = De schijf is vol, dus er is niets opgeslagen.
    .help = Maak ruimte en probeer het opnieuw.
    .help-discord = Vraag wie mij beheert om ruimte te maken, en probeer het daarna opnieuw.
error-newer = Deze gegevens zijn van een nieuwere Klantwijzer.
    .help = Werk Klantwijzer bij.
    .help-discord = Vraag wie mij beheert om me bij te werken.
error-conflict = Iemand anders heeft intussen iets veranderd, dus er is niets opgeslagen.
    .help = Probeer het opnieuw.
error-no-such-import = Er is geen import { $number } die ongedaan kan worden gemaakt.
    .help = Met ‘klantwijzer imports’ zie je ze allemaal.
    .help-discord = Met /importeren lijst zie je ze allemaal.
error-damaged = De gegevens zijn beschadigd (technisch: { $detail }).
    .help = Zet je laatste back-up terug met ‘klantwijzer restore BESTAND --set-aside’; de beschadigde gegevens blijven bewaard in een eigen map binnen de datamap.
    .help-discord = Vertel het wie mij beheert; die zet de laatste back-up terug.
error-damaged-discord = De gegevens zijn beschadigd.
error-store = De gegevens zijn niet te bereiken (technisch: { $detail }).
    .help = Doe ‘klantwijzer doctor’.
    .help-discord = Vertel het wie mij beheert.
error-refused = Dat is niet op te slaan, dus er is niets veranderd (technisch: { $detail }).
    .help = Doe ‘klantwijzer doctor’.
    .help-discord = Vertel het wie mij beheert.
error-refused-discord = Ik kan dat niet opslaan, dus er is niets veranderd.
error-backup-failed = De back-up kon niet worden geschreven (technisch: { $detail }).
    .help = Bewaar dit bestand niet; maak ruimte en probeer het opnieuw.
error-store-discord = Ik kan nu niet bij de gegevens.
error-not-reviewed = Dat is opgeslagen, maar de klanten konden daarna niet worden beoordeeld: { $problem }
    .help = Verhelp dat eerst; bij je volgende vraag wordt de beoordeling ingehaald.
    .help-discord = Vertel het wie mij beheert; bij je volgende vraag wordt de beoordeling ingehaald.
cause-disk-full = de schijf is vol.
cause-conflict = iemand anders heeft intussen iets veranderd.
error-day-to-come = { $day } moet nog komen, dus daarvoor leg ik niets vast.
    .help = Laat --as-of weg om met vandaag te werken. Vooruitkijken mag: vraag iets met --as-of, en er wordt niets bewaard.
    .help-discord = Zeg het tegen wie mij beheert: ik ben gestart voor een andere dag dan vandaag.
error-no-such-customer = Die klant is er niet.
    .help = Kijk de naam of het nummer na.
error-unknown-customer = Er is geen klant die ‘{ $name }’ heet.
    .help = Kijk de spelling na, of gebruik het klantnummer.
error-resembling-customer = Er is geen klant die precies ‘{ $name }’ heet. Wat erop lijkt: { $names }.
    .help = Er is niets gedaan. Geef de hele naam, of het klantnummer.
error-several-customers = Er past meer dan één klant bij ‘{ $name }’: { $names }.
    .help = Geef meer van de naam, of het klantnummer.
error-nothing-to-undo = Er is geen import om ongedaan te maken.
    .help = Met ‘klantwijzer imports’ zie je wat er is ingelezen.
    .help-discord = Met /importeren lijst zie je wat er is ingelezen.
error-too-many-customers = In een werkruimte passen hoogstens { $most } klanten.
    .help = Verdeel ze over meer werkruimtes met --workspace.
    .help-discord = Verdeel ze over meer servers.
error-expression = Die definitie is niet te lezen: { $problem }.
    .help = Schrijf iets als ‘invoices_total > 0 && net_revenue_12m > 1000.0’.
error-unknown-name = In de definitie staat ‘{ $name }’, en dat kenmerk is er niet.
    .help = Gebruik kenmerken als invoices_total, net_revenue_12m, employees of sector.
error-not-yes-or-no = Uit een definitie moet ja of nee komen.
    .help = Schrijf iets als ‘invoices_total > 0’.
error-no-such-definition = Jullie hebben geen eigen definitie ‘{ $name }’.
    .help = Met ‘klantwijzer definition list’ zie je ze.
    .help-discord = Met /klantdefinitie lijst zie je ze.
error-setting = De instelling { $name } klopt niet: die moet { $range } zijn.
    .help = Er is niets veranderd.
error-export-by-command = Je klanten zet ik in een bestand, niet op het scherm.
    .help = Typ ‘klantwijzer export klanten.xlsx’.
error-not-printed = Ik kon het antwoord niet wegschrijven: { $problem }.
    .help = Het is niet compleet. Maak ruimte, of stuur het ergens anders heen, en vraag het opnieuw.
error-bad-override = Bij een type dat je zelf geeft hoort een reden, en een laatste dag die nog niet voorbij is.
    .help = Voeg --reason "waarom" toe en eventueel --until 2027-12-31.
    .help-discord = Vul reden in, en eventueel tot, bijvoorbeeld 31-12-2027.
error-no-such-file = Er is geen bestand { $file }.
    .help = Kijk de naam en de map na.
error-file = { $file } is niet te gebruiken: { $reason }.
    .help = Kijk of je daar mag lezen en schrijven.
error-is-folder = { $file } is een map.
    .help = Noem een bestand dat erin staat.
error-file-exists = { $file } bestaat al.
    .help = Kies een andere naam; er wordt niets overschreven.
error-export-ending = { $file } moet eindigen op .xlsx of .csv.
    .help = Geef het bestand een van die twee.
error-bad-currency = ‘{ $code }’ is geen munt.
    .help = Gebruik een code van drie letters, zoals EUR of USD.
error-bad-map = Uit ‘{ $pair }’ blijkt niet welke kolom wat betekent.
    .help = Schrijf --map "KOLOM=betekenis", bijvoorbeeld --map "Relatie=klantnummer".
    .help-discord = Schrijf KOP=betekenis, bijvoorbeeld Relatie=klantnummer, met een puntkomma tussen twee ervan.
error-bad-field = ‘{ $field }’ kan een kolom niet betekenen.
    .help = Gebruik een kop die bekend is, zoals ‘factuurdatum’, of een van deze woorden: { $fields }.
error-bad-change = Uit ‘{ $change }’ blijkt niet wat er moet veranderen.
    .help = Schrijf NAAM=WAARDE, bijvoorbeeld currency=USD.
error-unknown-setting = Er is geen instelling ‘{ $name }’.
    .help = Met ‘klantwijzer settings’ zie je ze allemaal.
    .help-discord = Kies een van de namen die verschijnen terwijl je typt.
error-currency-in-use = Er staan al bedragen in een andere munt, dus de munt blijft wat hij is.
    .help = Haal de imports eruit met ‘klantwijzer imports --undo’, stel de munt in en importeer opnieuw.
    .help-discord = Haal de imports eruit met /importeren ongedaan, stel de munt in en importeer opnieuw.
error-bad-setting = ‘{ $value }’ past niet bij ‘{ $name }’. Daar hoort dit: { $needs }.
    .help = Er is niets veranderd; met ‘klantwijzer settings’ zie je hoe de waarden eruitzien.
    .help-discord = Er is niets veranderd; met /instellingen tonen zie je hoe de waarden eruitzien.
error-bad-setting-value = De instellingen kunnen niet ‘{ $changes }’ worden.
    .help = Er is niets veranderd; met ‘klantwijzer settings’ zie je hoe de waarden eruitzien.
    .help-discord = Er is niets veranderd; met /instellingen tonen zie je hoe de waarden eruitzien.
error-no-data-folder = Er is geen plek om de gegevens te bewaren.
    .help = Noem een map met --data.
error-demo-not-empty = In { $folder } staat al een echt klantenbestand, dus daar blijft de demo buiten.
    .help = Start hem zonder --data, of noem een lege map.
error-not-empty = Er staan al gegevens in { $folder }, dus er is niets teruggezet.
    .help = Noem met --data een lege map, of zet deze gegevens apart met --set-aside.
error-bad-backup = Deze back-up is niet te gebruiken: { $problem }.
    .help = Kies een andere back-up; er is niets teruggezet, en de gegevens hier zijn zoals ze waren.
backup-flaw-none = dit is geen back-up van Klantwijzer
backup-flaw-other = hij komt uit een ander soort opslag
backup-flaw-cut = het eind ontbreekt
backup-flaw-changed = hij is veranderd sinds hij werd gemaakt
backup-flaw-unreadable = hij is niet te lezen ({ $reason })
error-plugin-id = ‘{ $name }’ kan geen naam van een plugin zijn.
    .help = Gebruik hoogstens 32 kleine letters, cijfers en streepjes, met een letter vooraan, zoals facilitaire-diensten.
error-no-sdk = Het pakket klantwijzer-plugin, dat elke plugin nodig heeft, is niet gevonden.
    .help = Zeg met --sdk waar het staat, bijvoorbeeld --sdk klantwijzer/crates/klantwijzer-plugin.
error-plugin-is-folder = { $file } is een map en geen plugin.
    .help = Bouw de plugin en noem het bestand, zoals target/release/libklantwijzer_facilitair.so.
error-no-such-plugin = Er staat geen plugin { $name } in { $folder }.
    .help = ‘klantwijzer plugin list’ laat zien welke er zijn; een andere map geef je met --plugins.

setting-account-managers = accountmanagers; 0 telt wie er in het klantenbestand staan
setting-currency = munt van alle bedragen
setting-default-definition = wie als klant telt
setting-default-plugin = plugin voor klanten zonder eigen branche
setting-definitions = eigen definitie
setting-earned-over = bedrag achter ‘meer opgebracht dan’
setting-ideal-company-revenue-max = ideale klant: omzet hoogstens
setting-ideal-company-revenue-min = ideale klant: omzet minstens
setting-ideal-employees-max = ideale klant: medewerkers hoogstens
setting-ideal-employees-min = ideale klant: medewerkers minstens
setting-ideal-pain-fit = ideale klant: aansluiting bij de pijn, van 0 tot 10
setting-ideal-regulatory-pressure = ideale klant: regels van buiten, van 0 tot 10
setting-ideal-sectors = ideale klant: branches
setting-no-signs-acquisition-ratio = teken voor NEE: sales- en marketingkosten als deel van de omzet
setting-no-signs-margin-after-service = teken voor NEE: over na service hoogstens
setting-no-signs-open-invoice-days = teken voor NEE: dagen dat een factuur openstaat
setting-plugin-config = instelling van plugin
setting-potential-within-months = maanden achter ‘zaken mogelijk binnen’
setting-programme = eigen contactprogramma
setting-rates = koersen van andere munten
setting-thresholds-confidence = voorlopig zolang minder dan dit deel van de potentie bekend is
setting-thresholds-dependence = waarschuwen als één klant meer dan dit deel van alle waarde maakt
setting-thresholds-few-invoices = voorlopig met minder facturen dan
setting-thresholds-high-potential = potentie is hoog vanaf
setting-thresholds-high-value-share = waarde is hoog in het bovenste deel
setting-thresholds-leave-potential = potentie blijft hoog tot
setting-thresholds-leave-small-book-share = klein bestand: waarde blijft hoog tot dit deel van alle waarde
setting-thresholds-leave-value-share = waarde blijft hoog in het bovenste deel
setting-thresholds-small-book = een bestand is klein met minder klanten dan
setting-thresholds-small-book-share = klein bestand: waarde is hoog tot dit deel van alle waarde
setting-thresholds-strategic-most = waarschuwen bij meer strategische klanten dan
setting-thresholds-strategic-per-manager = waarschuwen bij meer strategische klanten per accountmanager dan
setting-thresholds-young-months = voorlopig zolang een klant jonger is, in maanden, dan

setting-nothing = geen
setting-needs-number = een getal, zonder punt of komma in duizendtallen
setting-needs-rates = munten en wat er één waard is, zoals ‘USD 0,92; GBP 1,17’
setting-needs-parts = delen met namen en waarden, geschreven als JSON

setting-range-high-value-share = boven 0 en hoogstens 1
setting-range-leave-value-share = minstens high_value_share en hoogstens 1
setting-range-small-book-share = boven 0 en hoogstens 1
setting-range-leave-small-book-share = minstens small_book_share en hoogstens 1
setting-range-high-potential = van 0 tot en met 100
setting-range-leave-potential = van 0 tot en met high_potential
setting-range-confidence = van 0 tot en met 1
setting-range-dependence = boven 0 en hoogstens 1
setting-range-rates = getallen boven 0
setting-range-team-audit-days = van 30 tot en met 3660
setting-team-language = de taal van het team
setting-team-time-zone = de tijdzone van het team
setting-team-allowed-channels = kanalen waar iedereen klanten mag zien
setting-team-levels = wat elke rol mag
setting-team-everyone = wat iemand zonder rol mag
setting-team-audit-days = dagen dat bewaard blijft wie wat deed

card-owner = { $owner } zorgt voor deze klant.
card-no-owner = Er zorgt nog niemand voor deze klant.
card-income = Inkomsten in de laatste 12 maanden: { $now }.
card-trend-up = Inkomsten in de laatste 12 maanden: { $now }, { $change } meer dan het jaar ervoor.
card-trend-down = Inkomsten in de laatste 12 maanden: { $now }, { $change } minder dan het jaar ervoor.
card-overdue = { $amount } is te laat; de oudste factuur staat { $days } open.
card-open = Niets is te laat; de oudste factuur staat { $days } open.
card-nothing-open = Er zijn geen facturen te laat.
card-contact = Laatste contact: { $last }. Het volgende is ideaal rond { $next }.
card-last-contact = Laatste contact: { $last }.
card-no-contact = Er is nog geen contact genoteerd.
error-discord-left-out = Deze Klantwijzer is zonder Discord gebouwd.
    .help = Installeer de gewone, of bouw hem zonder ‘--no-default-features’.
