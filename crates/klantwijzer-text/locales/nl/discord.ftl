# Wat de bot in Discord zegt.

language-name = Nederlands

screen-of = Pagina { $this } van { $all }
button-back = Terug
button-next = Verder
button-card = Alles over deze klant
button-what-if = Hoe krijgt deze klant een hoger type?
button-history = Verloop van de waarde
button-matrix = Toon als grafiek
button-funnel = Toon als grafiek
button-movement = Toon het verloop
button-export = Alle klanten als Excel-bestand
button-what-is-customer = Wat is een klant?
button-why-no = Wanneer zeggen we nee?
button-prospect-again = Aanpassen
button-just-for-me = Toon mij het antwoord
button-import = Ja, lees maar in
button-forget = Nee, laat maar
button-undo = Maak de import ongedaan
menu-why = Waarom? Kies een klant
button-other-server = Andere server
menu-server = Kies een server

discord-just-for-you = Antwoorden met klanten mag iedereen alleen zien in de kanalen die je team daarvoor koos. Druk op de knop, dan zie alleen jij het antwoord.
discord-file-for-you = Dit laat ik alleen zien aan degene die erom vroeg. Druk op de knop, dan zie alleen jij het.
discord-mention-me = Je noemde mijn rol; Discord laat mij dan niet zien wat je schreef. Noem mij zelf, { $me }, en stel je vraag nog eens.
discord-which-server = Je zit in meerdere servers waarvoor ik werk. Over welke server gaat je vraag?
discord-server-chosen = Je vragen hier gaan vanaf nu over { $server }. Wat wil je weten?

discord-help = Vraag me alles over jullie klanten: met /vraag, door me te noemen, of in een privébericht. Dat kan in het Nederlands en in het Engels.
discord-help-ask = ‘Welke klanten zijn strategisch?’ ‘Hoeveel klanten hebben we?’ ‘Waarom is Jansen transactioneel?’
discord-help-customers = /klanten toont jullie klanten per type, branche of accountmanager; /aantal zegt hoeveel het er zijn.
discord-help-customer = /klant vertelt alles over één klant; /waarom legt uit waarom een klant zijn type heeft.
discord-help-no = /nee-zeggen laat zien tegen wie jullie beter NEE kunnen zeggen, en waarom; /verschoven welke klanten van type veranderden; /grafiek brengt jullie klanten in beeld.
discord-help-prospect = /prospect zegt of een nieuwe klant de moeite waard is.
discord-help-import = /importeren leest klanten en facturen in uit CSV of Excel; je ziet eerst wat er verandert. /exporteren geeft je de klanten terug, met hun type.
discord-help-agenda = /agenda zegt met wie je de komende week contact moet hebben en wie te lang wacht; /contact legt een contact vast dat er geweest is.
discord-help-decide = /accountmanager, /oordeel en /klanttype zijn voor wat je team beter weet dan de cijfers.
discord-help-setup = Nieuw hier? /start neemt je mee langs taal, rollen en kanalen, tot en met je eerste import.
discord-help-more = Wat ik laat zien, hangt af van je rol. Antwoorden met klanten zie alleen jij, behalve in de kanalen die je team koos.

export-file = klanten
import-forgotten = Prima, er is niets ingelezen.
owner-done = De accountmanager van { $names } is nu { $owner }.
owner-source = Accountmanager { $owner }
setting-changed = Klaar. ‘{ $name }’ is nu: { $value }.
definition-test = { $n ->
    [0] Volgens deze regel telt niemand van de { $all } mee.
    [one] Volgens deze regel telt er één van de { $all } mee:
   *[other] Volgens deze regel tellen er { COUNT($n) } van de { $all } mee:
}

prospect-title = Een prospect
prospect-name = Hoe heet het bedrijf?
    .example = Jansen Metaal
prospect-sector = Branche
    .example = Metaalindustrie
prospect-employees = Medewerkers (fte)
    .example = 300
prospect-revenue = Eigen omzet per jaar
    .example = 40 miljoen
prospect-pain = Hoe goed lossen we hun probleem op, 0 tot 10?
    .example = 7

setup-part = Stap { $this } van { $all }
setup-basics = Welkom! Dit duurt een paar minuten. Eerst: welke taal spreekt je team, in welke tijdzone zitten jullie, en in welke valuta staan jullie facturen?
setup-roles = Wie mag wat? Kies de rollen van jullie server. Beheerders van de server mogen altijd alles; wie geen van deze rollen heeft, krijgt niets te zien. Wie de opdracht /start zelf ziet, stel je in bij Serverinstellingen, Integraties.
setup-channels = In welke kanalen mag iedereen in het kanaal de antwoorden met klanten zien? In alle andere kanalen ziet alleen degene die vraagt de antwoorden.
setup-import = Klaar voor jullie klanten. Sla je klantenlijst en je facturen op als CSV of Excel en stuur ze mee met /importeren bestand. Ik laat eerst zien wat ik lees; er wordt pas iets bewaard als je ja zegt. Daarna kun je alles vragen: ‘Welke klanten zijn strategisch?’
setup-asks-language = Taal
setup-asks-zone = Tijdzone
setup-asks-currency = Valuta
setup-asks-viewers = Kijkers: mogen vragen stellen
setup-asks-managers = Managers: mogen ook klanten toewijzen en beoordelen
setup-asks-admins = Beheerders: mogen alles, ook importeren
setup-asks-channels = Kanalen waar iedereen antwoorden mag zien

run-stopped = Klantwijzer is gestopt.

error-starting = Ik ben jullie klanten nog aan het laden.
    .help = Probeer het over een minuut nog eens.
error-went-wrong = Er ging iets mis aan mijn kant.
    .help = Probeer het nog eens. Blijft het misgaan, meld het dan bij de beheerder van deze bot; in het logboek staat wat het was.
error-no-server = Ik vind geen server waar we allebei zitten en waar jij vragen over klanten mag stellen.
    .help = Geef in je server eerst /start, of vraag dat een beheerder van de server. Daarna kun je me ook hier vragen stellen.
error-discord-away = Discord laat me nu niet weten wie je in jullie server bent.
    .help = Stel je vraag zo meteen nog eens.
error-only-in-server = Dit werkt in een server, niet in een privébericht.
    .help = Doe het in de server van je team, of stuur me gewoon je vraag.
error-button-outdated = Deze knop werkt niet meer.
    .help = Stel je vraag nog eens; bij het nieuwe antwoord staan nieuwe knoppen.
error-question-gone = Ik zie de vraag niet meer.
    .help = Stel hem nog eens.
error-outdated-command = Deze opdracht is veranderd.
    .help = Herstart Discord (Ctrl+R) en probeer het nog eens.
error-bad-argument = Daar kan ik niets mee: { $problem }.
    .help = Pas het aan en probeer het nog eens.
error-not-in-book = ‘{ $word }’ staat niet in jullie bestand.
    .help = Kies een van de namen die verschijnen terwijl je typt.
error-bad-day = ‘{ $day }’ is geen datum.
    .help = Schrijf de datum als 31-12-2026.
error-bad-amount = ‘{ $amount }’ is geen getal.
    .help = Schrijf het getal als 300, 40.000 of 2,5 miljoen.
error-bad-grade = Een cijfer is een getal van 0 tot en met 10.
    .help = Druk op ‘{ button-prospect-again }’ en verbeter het cijfer.
error-export-too-large = Het bestand is groter dan Discord toelaat.
    .help = Kies Excel, of laat de beheerder van deze bot het bestand maken.
error-attachment-too-large = { $file } is te groot: een bestand mag hoogstens { $most } MB zijn.
    .help = Splits het, bijvoorbeeld per jaar, en stuur de delen na elkaar.
error-attachment-lost = Het is niet gelukt om { $file } bij Discord op te halen.
    .help = Stuur het nog eens.
error-import-gone = Deze import wacht niet meer: hij is al gedaan, er is intussen een klant gewist, of er is meer dan een dag verstreken.
    .help = Stuur de bestanden nog eens met /importeren bestand.
error-import-under-way = Deze import loopt al.
    .help = Wacht even; hier zie je straks hoe het ging.
error-config = { $file } klopt niet: { $problem }.
    .help = Vergelijk het met klantwijzer.toml; daarin staat elke optie beschreven.
error-listen = ‘{ $address }’ is geen adres waarop ik status en statistieken kan tonen.
    .help = Schrijf het adres als 127.0.0.1:9464, of laat listen leeg.
error-listen-taken = Status en statistieken kunnen niet op { $address }: { $problem }.
    .help = Stop het programma dat dit adres gebruikt, of kies met listen een ander adres.
error-log-filter = De optie log klopt niet: { $problem }.
    .help = Gebruik een woord als info, warn of debug.
error-no-runtime = Het systeem geeft me geen ruimte om te werken: { $problem }.
    .help = Maak geheugen en processen vrij en start opnieuw.
error-certificate = In { $file } staat geen certificaat in PEM-formaat.
    .help = Controleer root_certificate in de configuratie.
error-http-client = De verbinding kan niet worden voorbereid: { $problem }.
    .help = Controleer het deel discord van de configuratie.
error-no-token = Er is geen token voor Discord.
    .help = Zet het in { $variable }, of noem een bestand ermee als token_file in de configuratie.
error-token-shape = Dit is geen token van Discord.
    .help = Kopieer het nog eens van de pagina Bot van je applicatie; het heeft drie delen met punten ertussen.
error-unreachable = Discord is niet te bereiken: { $problem }.
    .help = Kijk of deze machine https://discord.com mag openen, en probeer het opnieuw.
error-silent = Discord gaf binnen { $seconds ->
    [one] { COUNT($seconds) } seconde
   *[other] { COUNT($seconds) } seconden
} geen antwoord.
    .help = Kijk of deze machine https://discord.com mag openen, en probeer het opnieuw.
error-token-refused = Discord weigert het token.
    .help = Maak een nieuw token met Reset Token op de pagina Bot van je applicatie, en gebruik dat.
privacy-file = bewaard
privacy-held = In dit bestand staat alles wat er over { $name } wordt bewaard.
error-erase-not-sure = Hiermee verdwijnt { $name } voorgoed, uit alle imports, scores en notities.
    .help = Weet je het zeker? Typ dan bij zeker de volledige naam nog eens.
setup-nobody = nog geen
page-cut-off = Dit is het begin; het hele antwoord past niet in één bericht.
import-report-file = importverslag
rejected-and-more = { $n ->
    [one] En nog één.
   *[other] En nog { COUNT($n) }.
}
