# Wie wat mag.

level-viewer = kijker
level-manager = manager
level-admin = beheerder
level-has = jouw niveau is { $level }
level-has-none = je hebt nog geen niveau

# Wat iemand doet, na "je mag niet".
action-ask = vragen stellen over klanten
action-look_at_card = een klantkaart bekijken
action-see_settings = de instellingen bekijken
action-assign_owner = een accountmanager aanwijzen
action-contact = een contactmoment plannen of noteren
action-judge = een klant beoordelen
action-review = iedereen opnieuw laten beoordelen
action-see_imports = zien wat er is ingelezen
action-import = bestanden inlezen
action-undo_import = een import ongedaan maken
action-change_settings = de instellingen veranderen
action-change_definitions = jullie definities veranderen
action-override = zelf een klanttype geven
action-export = gegevens exporteren
action-erase = een klant wissen
action-see_audit = zien wie wat deed
action-delete_workspace = alles verwijderen

privacy-erased = De klant is gewist. Waar de naam stond, staat nu alleen een code ({ $pseudonym }), en bestanden brengen de klant niet terug.
    .backups = In eerdere back-ups staat de klant nog, en op de schijf kunnen nog resten staan tot ze worden overschreven. Mag dat niet? Laat dan een nieuwe back-up maken en die in een nieuwe map terugzetten.
privacy-set-aside = De klant kan nog staan in gegevens die apart zijn gezet: { $folders }. Verwijder die ook, dan is de klant ook daar weg.
privacy-set-aside-discord = De klant kan nog staan in gegevens die apart zijn gezet op de machine waar ik draai. Vraag de beheerder van deze bot om de mappen ‘set-aside’ in de datamap te verwijderen.
privacy-lifted = Deze klant mag met je volgende bestand terugkomen. Wat is gewist, blijft gewist.

audit-lead = Wie deed wat? Het laatste staat bovenaan.
audit-none = Er is nog niets vastgelegd.
audit-when = wanneer
audit-who = wie
audit-action = wat
audit-subject = waarover
audit-others = { $n ->
    [one] nog één
   *[other] nog { COUNT($n) }
}
audit-import = import { $number }
audit-more = Eerdere regels: ‘klantwijzer audit --before { $number }’.
audit-more-discord = Dit zijn de laatste regels; de beheerder van deze bot kan verder terugkijken.

error-not-allowed = Dit mag je hier niet: { $action }. Daarvoor is het niveau { $needs } nodig, en { $has }.
    .help = Vraag het aan een beheerder van je team.
    .help-discord = Een beheerder van de server kan je rol dat laten doen, met /start.
error-time-zone = De tijdzone ‘{ $name }’ bestaat niet.
    .help = Gebruik een naam als Europe/Amsterdam.
error-day-passed = Die dag is al voorbij.
    .help = Kies vandaag of een latere dag.
error-not-erased = Er is geen klant gewist die zo heet.
    .help = Gebruik het klantnummer zoals het in je bestanden staat.
error-no-randomness = De computer geeft geen willekeurige getallen: { $problem }.
    .help = Probeer het opnieuw; blijft het zo, start de computer dan opnieuw op.
error-not-sure = Hiermee verdwijnt ‘{ $name }’ voorgoed, uit alle imports, scores en notities.
    .help = Weet je het zeker? Voeg dan --yes toe.
error-questions-kept = De klant is gewist, maar de vragen die ooit in de terminal zijn getypt, kunnen niet worden verwijderd: { $problem }.
    .help = Misschien staat de klant er nog in: verwijder { $file } zelf.
error-waiting-kept = De klant is gewist, maar de bestanden die nog op een ja wachten om te worden ingelezen, kunnen niet worden verwijderd: { $problem }.
    .help = Misschien staat de klant er nog in: verwijder { $file } zelf.
error-no-owner = Het is niet duidelijk wie de accountmanager wordt.
    .help = Geef de naam van de accountmanager.
error-part-of-owner = Bedoel je met ‘{ $name }’ de accountmanager { $names }?
    .help = Er is niets veranderd. Geef de volledige naam; is het iemand anders, zet dan ook de achternaam erbij.
error-bad-judgement = Een oordeel is een heel getal van 0 tot en met 10.
    .help = Er is niets veranderd; probeer het opnieuw met zo’n getal.
audit-detail-none = niet meer
audit-detail-portfolio = de hele portefeuille
audit-detail-stopped = tegengehouden
audit-detail-lifted = mag terugkomen
audit-detail-held = alles over de klant
