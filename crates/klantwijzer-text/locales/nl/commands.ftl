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
import-file = { $name } bevat { $kind }: { COUNT($good) } van de { COUNT($rows) } regels { $good ->
    [one] is
   *[other] zijn
} goed.
import-column = kolom
import-meaning = gelezen als
import-example = bijvoorbeeld
import-not-read = (niet gelezen)
import-columns-not-read = { $n ->
    [one] Niet gelezen uit { $name }: de kolom { $columns }. Doet die ertoe? Zeg wat hij betekent met --map "KOP=betekenis".
   *[other] Niet gelezen uit { $name }: de kolommen { $columns }. Zit er een bij die ertoe doet? Zeg wat die betekent met --map "KOP=betekenis".
}
import-columns-not-read-discord = { $n ->
    [one] Niet gelezen uit { $name }: de kolom { $columns }. Doet die ertoe? Zeg met de optie kolommen van /importeren bestand wat hij betekent: KOP=betekenis.
   *[other] Niet gelezen uit { $name }: de kolommen { $columns }. Zit er een bij die ertoe doet? Zeg met de optie kolommen van /importeren bestand wat die betekent: KOP=betekenis.
}
import-rejected = { $n ->
    [one] Eén regel is overgeslagen:
   *[other] { COUNT($n) } regels zijn overgeslagen:
}
import-more-rejected = { $n ->
    [one] En nog één; met --json zie je ze allemaal.
   *[other] En nog { COUNT($n) }; met --json zie je ze allemaal.
}
import-undo-hint = Verkeerd bestand? Met ‘klantwijzer imports --undo { $number }’ maak je de import ongedaan.
import-undo-asks = Import { $number } ({ $sources }, { $day }) ongedaan maken?{ $n ->
    [0] { "" }
   *[other] { " " }Wat daarna met de hand is veranderd, blijft.
}
import-undone = Import { $number } ({ $sources }) is ongedaan gemaakt.
import-ahead = { $n ->
    [one] Eén regel heeft een datum in de toekomst; die telt pas vanaf die dag mee. Klopt het jaar?
   *[other] { COUNT($n) } regels hebben een datum in de toekomst; die tellen pas vanaf die dag mee. Klopt het jaar?
}
import-grown = { $n ->
    [one] Eén document was al bekend en krijgt er regels bij: { $number }. Zijn dat verbeteringen, maak dan de eerdere import ongedaan.
   *[other] { COUNT($n) } documenten waren al bekend en krijgen er regels bij, zoals { $number }. Zijn dat verbeteringen, maak dan de eerdere import ongedaan.
}
import-undone-later = Wat daarvan ook in latere bestanden stond, is nu ook weg. Mis je iets? Lees dan deze bestanden opnieuw in: { $sources }.
imports-none = Er is nog niets ingelezen. Begin met ‘klantwijzer import klanten.csv facturen.csv’.
imports-none-discord = Er is nog niets ingelezen. Begin met /importeren bestand.
imports-lead = { $n ->
    [one] Eén import tot nu toe.
   *[other] { COUNT($n) } imports tot nu toe, de laatste bovenaan.
}
imports-number = nummer
imports-when = dag
imports-what = wat
imports-state = status
imports-live = telt mee
imports-undone = ongedaan gemaakt
imports-hint = Met ‘klantwijzer imports --undo NUMMER’ maak je een import ongedaan.
imports-hint-discord = Met /importeren ongedaan draai je een import terug.

review-lead = Alle klanten zijn beoordeeld, stand { $date }.
review-past = Deze beoordeling wordt bewaard als die van { $date }. Over een latere dag antwoord ik uit de laatste beoordeling tot en met die dag.
review-type = type
review-customers = klanten
outage-missing = De plugin ‘{ $plugin }’ ontbreekt.
    .help = Zet hem terug en beoordeel opnieuw. Komt hij niet terug? Meld dat met ‘klantwijzer plugin remove { $plugin }’.
    .help-discord = Vraag de beheerder van deze bot om hem terug te zetten, en beoordeel daarna opnieuw.
outage-failed = De plugin ‘{ $plugin }’ werkt niet (‘{ $words }’).
    .help = ‘klantwijzer doctor’ zegt wat je kunt doen; beoordeel daarna opnieuw.
    .help-discord = Vraag de beheerder van deze bot om ernaar te kijken, en beoordeel daarna opnieuw.
outage-kept = { $n ->
    [one] { COUNT($n) } klant houdt het vorige type en de vorige waarde.
   *[other] { COUNT($n) } klanten houden het vorige type en de vorige waarde.
}
outage-unscored = { $n ->
    [one] { COUNT($n) } nieuwe klant heeft daardoor nog geen type.
   *[other] { COUNT($n) } nieuwe klanten hebben daardoor nog geen type.
}

backup-done = Alles staat in { $file }. Bewaar het goed.
restore-done = Alles uit { $file } is terug.
restore-put-back = De gegevens die er stonden, staan weer op hun plek.
restore-not-put-back = De gegevens die er stonden, staan nu in { $folder }; zet de inhoud daarvan met de hand terug.
restore-set-aside = De gegevens die er stonden, staan nu in { $folder }. Verwijder ze zodra je zeker weet dat je ze niet meer nodig hebt.
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
export-acquisition = kosten voor verkoop en marketing 12 maanden
export-plugin = brancheplugin
export-by-hand = type met de hand gezet tot en met

override-done = { $name } is { $type } tot en met { $until }, omdat jij dat zo besloot. Wat het model zelf vindt, blijft ernaast staan.
override-cleared = { $name } volgt weer het model.
judge-done = Je cijfer voor { $name }, { $grade } van de 10, telt vanaf vandaag een jaar lang mee.
judge-source = Oordeel over { $name }

settings-lead = Dit zijn de instellingen.
settings-saved = Opgeslagen. Zo staat het nu.
settings-what = instelling
settings-name = typ dit om te wijzigen
settings-value = waarde
settings-hint = Wijzig een instelling met ‘klantwijzer settings currency=USD’.
settings-hint-discord = Wijzig een instelling met /instellingen wijzigen.

definition-added = ‘{ $name }’ is nu een klantdefinitie. ‘klantwijzer definition list’ laat zien hoeveel klanten eraan voldoen.
definition-added-discord = ‘{ $name }’ is nu een klantdefinitie. /klantdefinitie lijst laat zien hoeveel klanten eraan voldoen.
definition-removed = De definitie ‘{ $name }’ is verwijderd.

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
plugin-new-edit = Zeg in { $folder }/manifest.json voor welke branches de plugin is en wat er meetelt, en in { $folder }/src/lib.rs hoe.
plugin-new-build = Voer ‘cargo test’ en ‘cargo build --release’ uit in { $folder }.
plugin-new-add = Neem de plugin in gebruik met ‘klantwijzer plugin add { $folder }/target/release/{ $file }’.
plugin-added = De plugin { $name } { $version } staat nu in { $folder }.
plugin-replaced = De plugin { $name } { $version } staat nu in { $folder }, in plaats van de vorige.
plugin-not-added = Er is niets toegevoegd.
plugin-review-hint = Beoordeel de klanten ermee met ‘klantwijzer review’.
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
load-no-table = het bestand noemt zich een plugin, maar is het niet
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
    .help = Haal hem uit de map en meld het bij de maker.
load-timed-out = { $seconds ->
    [one] de plugin was niet binnen één seconde gestart
   *[other] de plugin was niet binnen { COUNT($seconds) } seconden gestart
}
load-no-worker = er was geen ruimte om de plugin te starten ({ $why })
    .help = Kijk hoeveel processen en hoeveel geheugen er vrij zijn.
load-same-id = { $other } zegt ook de plugin ‘{ $id }’ te zijn, dus geen van beide wordt gebruikt
    .help = Laat er één in de map staan.

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
doctor-empty = Er staan nog geen klanten in. Begin met ‘klantwijzer import klanten.csv facturen.csv’.
doctor-no-review = Er is nog niemand beoordeeld. Voer ‘klantwijzer review’ uit.
doctor-review = De laatste beoordeling is van { $date }.
doctor-old-review = De laatste beoordeling is van { $date }, meer dan een maand geleden. Voer ‘klantwijzer review’ uit.
doctor-time-zones = Deze machine kent de tijdzones van de wereld.
doctor-no-time-zones = Deze machine kent geen tijdzones. Installeer het pakket tzdata.
doctor-no-plugins = Er is geen brancheplugin, dus niemand krijgt een type. Geef de map met plugins op met --plugins, of bij plugins in de configuratie.
doctor-config = De configuratie { $file } is goed leesbaar.
doctor-token = Er is een token, en het heeft de juiste vorm.
doctor-store-servers = De gegevens in { $folder } zijn goed leesbaar: servers { $servers }, klanten { $customers }.
doctor-in-use = De gegevens in { $folder } zijn in gebruik en dus niet bekeken. Zo hoort het zolang de bot draait; stop de bot als je ze wilt laten bekijken.
doctor-accepted = Discord kent het token: de bot heet { $name }.
doctor-intents = De bot heeft geen bijzondere rechten (privileged intents) nodig, en heeft ze ook niet.
doctor-hears-too-much = De bot heeft geen bijzondere rechten (privileged intents) nodig, maar er staan er aan. Je kunt ze uitzetten op de pagina Bot van je applicatie.
doctor-no-servers = De bot zit nog in geen enkele server. Laat hem binnen met { $link }
doctor-servers = { $n ->
    [one] In één server mag de bot alles wat hij nodig heeft: { $servers }.
   *[other] In { COUNT($n) } servers mag de bot alles wat hij nodig heeft, zoals { $servers }.
}
doctor-server-lacks = In { $server } mist de bot { $permissions }. Geef die rechten aan zijn rol in de serverinstellingen, of laat de bot nog eens binnen met { $link }
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
    .help-discord = Meld het bij de beheerder van deze bot; er draaien er twee op dezelfde gegevens.
error-in-use-discord = Ik kan niet bij de gegevens, want een andere Klantwijzer gebruikt ze.
error-folder = De map { $folder } is niet te gebruiken: { $reason }.
    .help = Kijk of de map bestaat en of je erin mag schrijven, of kies een andere met --data.
    .help-discord = Meld het bij de beheerder van deze bot; de map met gegevens moet er zijn en ik moet erin kunnen schrijven.
error-folder-discord = Ik kan niet bij de gegevens.
error-disk-full = De schijf is vol, dus er is niets opgeslagen.
    .help = Maak ruimte en probeer het opnieuw.
    .help-discord = Vraag de beheerder van deze bot om ruimte te maken, en probeer het daarna opnieuw.
error-newer = Deze gegevens zijn van een nieuwere versie van Klantwijzer.
    .help = Werk Klantwijzer bij.
    .help-discord = Vraag de beheerder van deze bot om me bij te werken.
error-conflict = Iemand anders heeft intussen iets veranderd, dus er is niets opgeslagen.
    .help = Probeer het opnieuw.
error-no-such-import = Er is geen import { $number } die ongedaan kan worden gemaakt.
    .help = Met ‘klantwijzer imports’ zie je ze allemaal.
    .help-discord = Met /importeren lijst zie je ze allemaal.
error-damaged = De gegevens zijn beschadigd (technisch: { $detail }).
    .help = Zet je laatste back-up terug met ‘klantwijzer restore BESTAND --set-aside’; de beschadigde gegevens blijven bewaard in een eigen map binnen de datamap.
    .help-discord = Meld het bij de beheerder van deze bot; die zet de laatste back-up terug.
error-damaged-discord = De gegevens zijn beschadigd.
error-store = De gegevens zijn niet te bereiken (technisch: { $detail }).
    .help = Voer ‘klantwijzer doctor’ uit.
    .help-discord = Meld het bij de beheerder van deze bot.
error-refused = Dat is niet op te slaan, dus er is niets veranderd (technisch: { $detail }).
    .help = Voer ‘klantwijzer doctor’ uit.
    .help-discord = Meld het bij de beheerder van deze bot.
error-refused-discord = Ik kan dat niet opslaan, dus er is niets veranderd.
error-backup-failed = De back-up kon niet worden geschreven (technisch: { $detail }).
    .help = Bewaar dit bestand niet; maak ruimte en probeer het opnieuw.
error-store-discord = Ik kan nu niet bij de gegevens.
error-not-reviewed = Dat is opgeslagen, maar de klanten konden daarna niet worden beoordeeld: { $problem }
    .help = Los dat eerst op; bij je volgende vraag wordt de beoordeling ingehaald.
    .help-discord = Meld het bij de beheerder van deze bot; bij je volgende vraag wordt de beoordeling ingehaald.
cause-disk-full = de schijf is vol.
cause-conflict = iemand anders heeft intussen iets veranderd.
error-day-to-come = { $day } moet nog komen, dus voor die dag leg ik niets vast.
    .help = Laat --as-of weg om met vandaag te werken. Vooruitkijken kan wel: stel een vraag met --as-of, dan wordt er niets bewaard.
    .help-discord = Meld het bij de beheerder van deze bot: ik ben gestart voor een andere dag dan vandaag.
error-no-such-customer = Die klant ken ik niet.
    .help = Controleer de naam of het nummer.
error-unknown-customer = Er is geen klant met de naam ‘{ $name }’.
    .help = Controleer de spelling, of gebruik het klantnummer.
error-resembling-customer = Er is geen klant met precies de naam ‘{ $name }’. Dit lijkt erop: { $names }.
    .help = Er is niets gedaan. Geef de volledige naam, of het klantnummer.
error-several-customers = Er passen meerdere klanten bij ‘{ $name }’: { $names }.
    .help = Geef een groter deel van de naam, of het klantnummer.
error-nothing-to-undo = Er is geen import om ongedaan te maken.
    .help = Met ‘klantwijzer imports’ zie je wat er is ingelezen.
    .help-discord = Met /importeren lijst zie je wat er is ingelezen.
error-too-many-customers = In een werkruimte passen hoogstens { $most } klanten.
    .help = Verdeel ze over meerdere werkruimtes met --workspace.
    .help-discord = Verdeel ze over meerdere servers.
error-expression = Deze definitie is zo niet te gebruiken: { $problem }.
    .help = Schrijf iets als ‘invoices_total > 0 && net_revenue_12m > 1000.0’.
expression-flaw-end = aan het eind ontbreekt iets
expression-flaw-from = bij ‘{ $from }’ klopt er iets niet
expression-flaw-long = ze mag hoogstens { COUNT($most) } tekens lang zijn
expression-flaw-loop = all, exists, map en filter werken hier niet
expression-flaw-mismatch = ze vergelijkt dingen die niet bij elkaar horen, zoals een woord met een getal
error-unknown-name = In de definitie staat ‘{ $name }’, maar dat kenmerk bestaat niet.
    .help = Gebruik kenmerken als invoices_total, net_revenue_12m, employees of sector.
error-not-yes-or-no = De uitkomst van een definitie moet ja of nee zijn.
    .help = Schrijf iets als ‘invoices_total > 0’.
error-no-such-definition = Jullie hebben geen eigen definitie ‘{ $name }’.
    .help = Met ‘klantwijzer definition list’ zie je welke er zijn.
    .help-discord = Met /klantdefinitie lijst zie je welke er zijn.
error-setting = De waarde van ‘{ $name }’ klopt niet. Toegestaan: { $range }.
    .help = Er is niets veranderd.
error-empty-book = Er staan hier nog geen klanten.
    .help = Importeer eerst een bestand met klanten.
    .help-discord = Stuur eerst een bestand met klanten mee met /importeren bestand.
error-export-by-command = Ik exporteer je klanten naar een bestand, niet naar het scherm.
    .help = Typ ‘klantwijzer export klanten.xlsx’.
error-not-printed = Ik kon het antwoord niet wegschrijven: { $problem }.
    .help = Het antwoord is niet compleet. Maak ruimte, of stuur het ergens anders heen, en stel je vraag opnieuw.
error-bad-override = Bij een type dat je zelf geeft, hoort een reden.
    .help = Voeg --reason "waarom" toe.
    .help-discord = Vul ook reden in; dan weet iedereen later waarom.
error-no-such-file = Het bestand { $file } bestaat niet.
    .help = Controleer de naam en de map.
error-file = { $file } is niet te gebruiken: { $reason }.
    .help = Kijk of je daar mag lezen en schrijven.
error-is-folder = { $file } is een map.
    .help = Noem een bestand dat erin staat.
error-file-exists = { $file } bestaat al.
    .help = Kies een andere naam; er wordt niets overschreven.
error-export-ending = { $file } moet eindigen op .xlsx of .csv.
    .help = Geef het bestand een van die twee uitgangen.
error-bad-currency = ‘{ $code }’ is geen valuta.
    .help = Gebruik een code van drie letters, zoals EUR of USD.
error-bad-map = Uit ‘{ $pair }’ blijkt niet welke kolom wat betekent.
    .help = Schrijf --map "KOP=betekenis", bijvoorbeeld --map "Relatie=klantnummer".
    .help-discord = Schrijf KOP=betekenis, bijvoorbeeld Relatie=klantnummer. Zet een puntkomma tussen twee kolommen.
error-bad-field = Een kolom kan niet ‘{ $field }’ betekenen.
    .help = Gebruik een bekende kop, zoals ‘factuurdatum’, of een van deze woorden: { $fields }.
error-bad-change = Uit ‘{ $change }’ blijkt niet wat er moet veranderen.
    .help = Schrijf NAAM=WAARDE, bijvoorbeeld currency=USD.
error-unknown-setting = De instelling ‘{ $name }’ bestaat niet.
    .help = Met ‘klantwijzer settings’ zie je ze allemaal.
    .help-discord = Kies een van de namen die verschijnen terwijl je typt.
error-currency-in-use = Er staan al bedragen in een andere valuta, dus de valuta blijft zoals die is.
    .help = Maak de imports ongedaan met ‘klantwijzer imports --undo’, stel de valuta in en importeer opnieuw.
    .help-discord = Maak de imports ongedaan met /importeren ongedaan, stel de valuta in en importeer opnieuw.
error-bad-setting = ‘{ $value }’ past niet bij ‘{ $name }’. Toegestaan: { $needs }.
    .help = Er is niets veranderd; met ‘klantwijzer settings’ zie je hoe de waarden eruitzien.
    .help-discord = Er is niets veranderd; met /instellingen tonen zie je hoe de waarden eruitzien.
error-bad-setting-value = Deze wijziging van de instellingen kan niet: { $changes }.
    .help = Er is niets veranderd; met ‘klantwijzer settings’ zie je hoe de waarden eruitzien.
    .help-discord = Er is niets veranderd; met /instellingen tonen zie je hoe de waarden eruitzien.
error-no-data-folder = Er is geen plek om de gegevens te bewaren.
    .help = Geef een map op met --data.
error-demo-not-empty = In { $folder } staat al een echt klantenbestand, dus daar begint de demo niet.
    .help = Start de demo zonder --data, of noem een lege map.
error-not-empty = Er staan al gegevens in { $folder }, dus er is niets teruggezet.
    .help = Geef met --data een lege map op, of zet deze gegevens apart met --set-aside.
error-bad-backup = Deze back-up is niet te gebruiken: { $problem }.
    .help = Kies een andere back-up; er is niets teruggezet, en de gegevens hier zijn niet veranderd.
backup-flaw-none = dit is geen back-up van Klantwijzer
backup-flaw-other = hij komt uit een andere soort opslag
backup-flaw-cut = het einde ontbreekt
backup-flaw-changed = hij is veranderd nadat hij was gemaakt
backup-flaw-unreadable = hij is niet te lezen ({ $reason })
error-plugin-id = ‘{ $name }’ kan geen naam van een plugin zijn.
    .help = Gebruik hoogstens 32 kleine letters, cijfers en streepjes, met een letter vooraan, zoals facilitaire-diensten.
error-no-sdk = Het pakket klantwijzer-plugin, dat elke plugin nodig heeft, is niet gevonden.
    .help = Zeg met --sdk waar het staat, bijvoorbeeld --sdk klantwijzer/crates/klantwijzer-plugin.
error-plugin-is-folder = { $file } is een map en geen plugin.
    .help = Bouw de plugin en noem het bestand, zoals target/release/libklantwijzer_facilitair.so.
error-no-such-plugin = Er staat geen plugin { $name } in { $folder }.
    .help = ‘klantwijzer plugin list’ laat zien welke er zijn; een andere map geef je op met --plugins.

setting-account-managers = aantal accountmanagers; 0 telt de accountmanagers in het klantenbestand
setting-currency = valuta van alle bedragen
setting-default-definition = wie als klant telt
setting-default-plugin = plugin voor klanten zonder eigen branche
setting-definitions = eigen definitie
setting-earned-over = bedrag bij ‘meer opgebracht dan’
setting-ideal-company-revenue-max = ideale klant: omzet hoogstens
setting-ideal-company-revenue-min = ideale klant: omzet minstens
setting-ideal-employees-max = ideale klant: medewerkers hoogstens
setting-ideal-employees-min = ideale klant: medewerkers minstens
setting-ideal-pain-fit = ideale klant: aansluiting bij wat jullie oplossen, van 0 tot 10
setting-ideal-regulatory-pressure = ideale klant: externe regeldruk, van 0 tot 10
setting-ideal-sectors = ideale klant: branches
setting-no-signs-acquisition-ratio = signaal voor NEE: kosten voor verkoop en marketing vanaf dit deel van de omzet
setting-no-signs-margin-after-service = signaal voor NEE: marge na service hoogstens
setting-no-signs-open-invoice-days = signaal voor NEE: factuur langer open dan dit aantal dagen
setting-plugin-config = instelling van plugin
setting-potential-within-months = aantal maanden bij ‘zaken mogelijk binnen’
setting-programme = eigen contactprogramma
setting-rates = koersen van andere valuta’s
setting-thresholds-confidence = voorlopig zolang minder dan dit deel van de potentie bekend is
setting-thresholds-dependence = waarschuwen als één klant goed is voor meer dan dit deel van alle waarde
setting-thresholds-few-invoices = voorlopig bij minder facturen dan
setting-thresholds-high-potential = potentie is hoog vanaf
setting-thresholds-high-value-share = waarde is hoog in dit bovenste deel
setting-thresholds-leave-potential = potentie blijft hoog vanaf
setting-thresholds-leave-small-book-share = klein bestand: waarde blijft hoog tot dit deel van alle waarde
setting-thresholds-leave-value-share = waarde blijft hoog in dit bovenste deel
setting-thresholds-small-book = een bestand is klein bij minder klanten dan
setting-thresholds-small-book-share = klein bestand: waarde is hoog tot dit deel van alle waarde
setting-thresholds-strategic-most = waarschuwen bij meer strategische klanten dan
setting-thresholds-strategic-per-manager = waarschuwen bij meer strategische klanten per accountmanager dan
setting-thresholds-young-months = voorlopig als iemand korter klant is dan dit aantal maanden

setting-nothing = geen
setting-needs-number = een getal, zonder punt of komma voor de duizendtallen
setting-needs-currency = een code van drie letters, zoals EUR of USD
setting-needs-rates = valuta’s, elk met de waarde van één eenheid, zoals ‘USD 0,92; GBP 1,17’
setting-needs-parts = onderdelen met namen en waarden, geschreven als JSON

setting-range-thresholds-high-value-share = boven 0 en hoogstens 1
setting-range-thresholds-leave-value-share = minstens wat er bij ‘{ setting-thresholds-high-value-share }’ staat, en hoogstens 1
setting-range-thresholds-small-book-share = boven 0 en hoogstens 1
setting-range-thresholds-leave-small-book-share = minstens wat er bij ‘{ setting-thresholds-small-book-share }’ staat, en hoogstens 1
setting-range-thresholds-high-potential = van 0 tot en met 100
setting-range-thresholds-leave-potential = van 0 tot en met wat er bij ‘{ setting-thresholds-high-potential }’ staat
setting-range-thresholds-confidence = van 0 tot en met 1
setting-range-thresholds-dependence = boven 0 en hoogstens 1
setting-range-rates = getallen boven 0
setting-range-team-audit-days = van 30 tot en met 3660
setting-range-team-allowed-channels = hoogstens 1000 kanalen die bestaan
setting-range-team-levels = hoogstens 1000 rollen die bestaan
setting-team-language = de taal van het team
setting-team-time-zone = de tijdzone van het team
setting-team-allowed-channels = kanalen waar iedereen klanten mag zien
setting-team-levels = wat elke rol mag
setting-team-everyone = wat iemand zonder rol mag
setting-team-audit-days = aantal dagen dat het logboek wordt bewaard

card-owner = { $owner } zorgt voor deze klant.
card-no-owner = Er zorgt nog niemand voor deze klant.
card-income = Inkomsten in de laatste 12 maanden: { $now }.
card-trend-up = Inkomsten in de laatste 12 maanden: { $now }, { $change } meer dan het jaar ervoor.
card-trend-down = Inkomsten in de laatste 12 maanden: { $now }, { $change } minder dan het jaar ervoor.
card-overdue = Van { $amount } is de betaaltermijn verstreken; de oudste factuur staat { $days } open.
card-open = Van geen enkele factuur is de betaaltermijn verstreken; de oudste factuur staat { $days } open.
card-nothing-open = Van geen enkele factuur is de betaaltermijn verstreken.
card-contact = Laatste contact: { $last }. Het ideale moment voor het volgende is rond { $next }.
card-last-contact = Laatste contact: { $last }.
card-no-contact = Er is nog geen contact genoteerd.
error-discord-left-out = Deze Klantwijzer is zonder Discord gebouwd.
    .help = Installeer de gewone, of bouw hem zonder ‘--no-default-features’.
