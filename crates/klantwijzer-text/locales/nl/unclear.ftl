# Wat er onduidelijk was aan een vraag.

unclear-all = Dat begreep ik niet helemaal.
unclear-words = Dat begreep ik niet helemaal; { $words } kan ik niet plaatsen.
unclear-customer = Ik ken geen klant met de naam { $name }. Controleer de spelling, of vraag naar een deel van de naam.
unclear-customer-near = Ik ken geen klant met de naam { $name }.
unclear-which-customer = { $n ->
    [one] { COUNT($n) } klant past bij { $name }; bedoel je deze?
   *[other] { COUNT($n) } klanten passen bij { $name }. Welke bedoel je?
}
unclear-word = { $word } kan { $options } betekenen. Welke bedoel je?
unclear-not-in-book = { $word } is geen branche of land in jullie klantenbestand. Controleer de spelling, of vraag het zonder.
unclear-not-an-owner = Ik weet niet welke klanten van jou zijn: niemand die voor klanten zorgt, heet precies { $name }. Noem de naam in je vraag, zoals ‘klanten van Jan’.
assumed-customers = Ik neem aan dat je { $names } bedoelt.
missing-slot-customer = Over welke klant gaat het? Zet de naam in je vraag.
missing-slot-type = Over welk type gaat het: strategisch, groot, ontwikkeling of transactioneel?
missing-slot-party = Over wie gaat het? Noem een klant, of beschrijf een prospect: branche en aantal medewerkers helpen.
missing-slot-subjects = Wat zal ik vergelijken? Noem minstens twee klanten, typen of groepen.
elsewhere-contact-due = In een zin begrijp ik nog niet welke dagen je bedoelt. ‘klantwijzer agenda’ laat zien met wie je contact moet hebben, en wie te lang wacht.
elsewhere-contact-due-discord = In een zin begrijp ik nog niet welke dagen je bedoelt. /agenda laat zien met wie je contact moet hebben, en wie te lang wacht.
elsewhere-contact-overdue = In een zin begrijp ik dit nog niet. ‘klantwijzer agenda --late’ laat zien wie te lang wacht.
elsewhere-contact-overdue-discord = In een zin begrijp ik dit nog niet. /agenda met ‘te-laat’ laat zien wie te lang wacht.
elsewhere-last-contact = Jullie laatste contact kan ik niet uit een vraag opzoeken. ‘klantwijzer agenda --customer’ laat het zien, met wat er hierna komt.
elsewhere-last-contact-discord = Jullie laatste contact kan ik niet uit een vraag opzoeken. /agenda met ‘klant’ laat het zien, met wat er hierna komt.
elsewhere-event-invitees = Een gastenlijst kan ik hier niet maken. Ik kan wel laten zien wie strategisch of groot is, als begin.
elsewhere-schedule-contact = Met een vraag plan je geen contactmoment. Ik kan wel laten zien hoe jullie contact houden met elk type.
elsewhere-log-contact = Met een vraag leg je geen contactmoment vast. ‘klantwijzer log’ legt er een vast dat er geweest is.
elsewhere-log-contact-discord = Met een vraag leg je geen contactmoment vast. /contact legt er een vast dat er geweest is.
elsewhere-snooze = Met een vraag stel je geen herinnering uit.
elsewhere-override = Een vraag verandert niets. Geef een klant een ander type met de opdracht ‘klantwijzer override’.
elsewhere-override-discord = Een vraag verandert niets. Geef een klant een ander type met /klanttype.
elsewhere-import = Een vraag leest geen bestanden in. Gebruik de opdracht ‘klantwijzer import’ met de naam van het bestand.
elsewhere-import-discord = Een vraag leest geen bestanden in. Gebruik /importeren bestand.
unclear-one = Bedoel je dit?
unclear-some = Bedoel je een van deze?
unclear-hint = Vraag ‘Wat kan ik vragen?’ voor voorbeelden.
