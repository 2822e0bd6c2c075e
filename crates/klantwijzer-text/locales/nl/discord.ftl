# Wat de bot in Discord zegt.

language-name = Nederlands

screen-of = Pagina { $this } van { $all }
button-back = Terug
button-next = Verder
button-card = Alles over deze klant
button-what-if = Wat brengt deze klant hoger?
button-history = De waarde door de tijd
button-matrix = Laat het zien
button-funnel = Laat het zien
button-movement = Laat het verloop zien
button-export = Als Excel-bestand
button-what-is-customer = Wat is een klant?
button-why-no = Wanneer zeggen we nee?
button-prospect-again = Aanpassen
button-just-for-me = Laat zien
button-import = Ja, lees maar in
button-forget = Nee, laat maar
button-undo = Haal er weer uit
menu-why = Waarom? Kies een klant
button-other-server = Andere server
menu-server = Kies een server

discord-just-for-you = Klanten laat ik alleen aan iedereen zien in de kanalen die je team daarvoor koos. Druk op de knop, dan zie alleen jij het antwoord.
discord-file-for-you = Dat laat ik alleen zien aan wie het vroeg. Druk op de knop, dan zie alleen jij het.
discord-mention-me = Je noemde mijn rol, en dan laat Discord mij niet zien wat je schreef. Noem mij zelf, { $me }, en vraag het nog eens.
discord-which-server = Je zit in meer servers waar ik voor werk. Over welke gaat het?
discord-server-chosen = Wat je hier vraagt, gaat vanaf nu over { $server }. Wat wil je weten?

discord-help = Vraag me wat je wilt over jullie klanten: met /vraag, door me te noemen, of in een privébericht. In het Nederlands of Engels.
discord-help-ask = ‘Welke klanten zijn strategisch?’ ‘Hoeveel klanten hebben we?’ ‘Waarom is Jansen transactioneel?’
discord-help-customers = /klanten laat ze zien per type, branche of accountmanager; /aantal zegt hoeveel het er zijn.
discord-help-customer = /klant vertelt alles over één klant; /waarom legt uit hoe die aan zijn type komt.
discord-help-no = /nee-zeggen laat zien wie meer kost dan hij oplevert; /verschoven wie van type veranderde; /grafiek brengt het in beeld.
discord-help-prospect = /prospect zegt of een nieuwe klant de moeite waard is.
discord-help-import = /importeren leest klanten en facturen in uit CSV of Excel; je ziet eerst wat er verandert. /exporteren geeft ze terug met hun type.
discord-help-decide = /accountmanager, /oordeel en /klanttype zijn voor wat je team beter weet dan de cijfers.
discord-help-setup = Nieuw hier? /start loopt met je langs taal, rollen en kanalen, tot en met je eerste import.
discord-help-more = Wat ik laat zien hangt af van je rol. Antwoorden met klanten zijn alleen voor jou, behalve in de kanalen die je team koos.

export-file = klanten
import-forgotten = Prima, er is niets ingelezen.
owner-done = Vanaf nu zorgt { $owner } voor { $names }.
owner-source = Accountmanager { $owner }
setting-changed = Klaar: { $name } is nu { $value }.
definition-test = { $n ->
    [0] Volgens deze regel telt geen van de { $all } mee.
    [one] Volgens deze regel telt één van de { $all } mee:
   *[other] Volgens deze regel tellen { COUNT($n) } van de { $all } mee:
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
prospect-pain = Hoe goed lossen we hun pijn op, 0 tot 10?
    .example = 7

setup-part = Stap { $this } van { $all }
setup-basics = Welkom! Dit duurt een paar minuten. Eerst: welke taal spreekt je team, hoe laat is het bij jullie, en in welke valuta staan jullie facturen?
setup-roles = Wie mag wat? Kies de rollen van jullie server. Wie de server beheert mag altijd alles; wie geen van deze rollen heeft, krijgt niets te zien. Aan wie Discord /start zelf toont, kies je onder Serverinstellingen, Integraties.
setup-channels = In welke kanalen mag iedereen die daar zit antwoorden met klanten zien? Overal elders ziet alleen degene die vraagt ze.
setup-import = Klaar voor jullie klanten. Bewaar je klantenlijst en je facturen als CSV of Excel en stuur ze mee met /importeren bestand. Ik laat eerst zien wat ik lees; er wordt niets bewaard tot je ja zegt. Vraag daarna maar raak: ‘Welke klanten zijn strategisch?’
setup-asks-language = Taal
setup-asks-zone = Tijdzone
setup-asks-currency = Valuta
setup-asks-viewers = Mogen vragen stellen
setup-asks-managers = Mogen ook klanten toewijzen en beoordelen
setup-asks-admins = Mogen alles, ook importeren
setup-asks-channels = Kanalen waar iedereen antwoorden mag zien

run-stopped = Klantwijzer is gestopt.

error-starting = Ik ben jullie klanten nog aan het klaarzetten.
    .help = Probeer het over een minuut nog eens.
error-went-wrong = Er ging iets mis aan mijn kant.
    .help = Probeer het nog eens. Blijft het zo, zeg het dan tegen wie mij beheert; in het logboek staat wat het was.
error-no-server = Ik vind geen server waar we allebei zitten en waar jij naar klanten mag vragen.
    .help = Vraag wie jullie server beheert om je met /start een rol te geven.
error-discord-away = Discord zegt me nu niet wie je in jullie server bent.
    .help = Vraag het me zo nog eens.
error-only-in-server = Dit werkt in een server, niet in een privébericht.
    .help = Doe het in de server van je team, of stuur me gewoon je vraag.
error-button-outdated = Deze knop werkt niet meer.
    .help = Stel je vraag nog eens; bij het nieuwe antwoord staan nieuwe knoppen.
error-question-gone = Ik zie de vraag niet meer.
    .help = Stel hem nog eens.
error-outdated-command = Dit commando is veranderd.
    .help = Herstart Discord (Ctrl+R) en probeer het nog eens.
error-bad-argument = Daar kan ik niets mee: { $problem }.
    .help = Pas het aan en probeer het nog eens.
error-not-in-book = ‘{ $word }’ staat niet in jullie bestand.
    .help = Kies een van de namen die verschijnen terwijl je typt.
error-bad-day = ‘{ $day }’ is geen dag.
    .help = Schrijf het als 1-3-2026.
error-bad-amount = ‘{ $amount }’ is geen getal.
    .help = Schrijf het als 300, 40.000 of 2,5 miljoen.
error-bad-grade = Een cijfer gaat van 0 tot 10.
    .help = Vul het formulier nog eens in met /prospect.
error-export-too-large = Het bestand is groter dan Discord toelaat.
    .help = Kies voor Excel, of laat wie mij beheert het bestand maken.
error-attachment-too-large = { $file } is te groot: ik neem bestanden tot { $most } MB aan.
    .help = Splits het, bijvoorbeeld per jaar, en stuur de delen na elkaar.
error-attachment-lost = Het lukte niet om { $file } bij Discord op te halen.
    .help = Stuur het nog eens.
error-import-gone = Deze import wacht niet meer: hij is al gedaan, er is intussen een klant gewist, of er is meer dan een dag voorbij.
    .help = Stuur de bestanden nog eens met /importeren bestand.
error-import-under-way = Deze import loopt al.
    .help = Wacht even; hier zie je zo hoe het ging.
error-config = { $file } klopt niet: { $problem }.
    .help = Vergelijk het met klantwijzer.toml, waarin elke optie staat beschreven.
error-listen = ‘{ $address }’ is geen adres om toestand en metingen op te tonen.
    .help = Schrijf het als 127.0.0.1:9464, of laat listen leeg.
error-listen-taken = Toestand en metingen kunnen niet op { $address }: { $problem }.
    .help = Stop wat dat adres gebruikt, of kies met listen een ander.
error-log-filter = De optie log is niet te begrijpen: { $problem }.
    .help = Gebruik een woord als info, warn of debug.
error-no-runtime = Het systeem geeft geen ruimte om te werken: { $problem }.
    .help = Maak geheugen en processen vrij en start opnieuw.
error-certificate = In { $file } staat geen certificaat in PEM-vorm.
    .help = Kijk naar root_certificate in de configuratie.
error-http-client = De verbinding is niet voor te bereiden: { $problem }.
    .help = Kijk naar het deel discord van de configuratie.
error-no-token = Er is geen token voor Discord.
    .help = Zet het in { $variable }, of noem een bestand ermee als token_file in de configuratie.
error-token-shape = Dit is geen token van Discord.
    .help = Kopieer het nog eens van de pagina Bot van je applicatie; het heeft drie delen met punten ertussen.
error-unreachable = Discord is niet te bereiken: { $problem }.
    .help = Kijk of deze machine https://discord.com mag openen, en probeer het opnieuw.
error-silent = Discord gaf binnen { COUNT($seconds) } seconden geen antwoord.
    .help = Kijk of deze machine https://discord.com mag openen, en probeer het opnieuw.
error-token-refused = Discord weigert het token.
    .help = Maak een nieuw met Reset Token op de pagina Bot van je applicatie, en gebruik dat.
privacy-file = bewaard
privacy-held = Alles wat er over { $name } wordt bewaard, staat in dit bestand.
error-erase-not-sure = { $name } verdwijnt dan voorgoed, uit alle imports, scores en notities.
    .help = Als je dat wilt, typ dan bij zeker de volledige naam nog eens.
setup-nobody = nog geen
page-cut-off = Dit is het begin; er is meer dan er in een bericht past.
import-report-file = importverslag
rejected-and-more = { $n ->
    [one] En nog één.
   *[other] En nog { COUNT($n) }.
}
