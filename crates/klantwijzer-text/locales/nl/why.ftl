# Waarom een klant zijn type heeft, waarom geen ander, en wat dat zou veranderen.

why-lead = { $name } is { $type }: { $figures }.
why-provisionally = voorlopig { $type }
why-not-but = { $not } maar { $type }
why-value = de waarde is { $value } per jaar
why-value-ranked = de waarde is { $value } per jaar, { $place } van de { COUNT($n) } { $who },
why-value-only = de waarde is { $value } per jaar, als enige { $who },
in-group = { $who } in de groep ‘{ $group }’
why-value-unknown = de waarde is onbekend
why-potential = de potentie is { $points } van de 100
why-potential-parts = de potentie is { $points } van de 100 (op { COUNT($known) } van de { COUNT($all) } onderdelen)
why-potential-unknown = de potentie is nog niet bekend

why-no-money = { $name } maakt gebruik van wat jullie bieden en brengt van nature geen geld op. { $name } telt dus wel mee, maar krijgt geen type, geen waarde en nooit een NEE.
why-no-review = { $name } heeft nog geen type en krijgt dat bij de volgende beoordeling.
why-unscored = { $name } heeft nog geen type. { $why }
why-decided = { $name } is { $type }, omdat { $by } dat op { $given } zo besloot: ‘{ $reason }’. Dat geldt tot en met { $until }.
why-kept = Dit is nog de score van { $day }: { $why }
why-model-says = Het model zelf zegt { $type }: { $figures }.

unscored-no-plugin = Voor deze branche is nog niets ingesteld: voeg de plugin voor de branche toe, of kies voor deze klant een andere.
unscored-plugin-missing = De plugin ‘{ $plugin }’ die deze klant beoordeelt, ontbreekt. Zet hem terug en beoordeel opnieuw.
unscored-failed = De plugin voor deze branche liep vast: ‘{ $words }’. Start hem opnieuw of vraag het aan de maker, en beoordeel daarna opnieuw.
unscored-fact = Vul dit in, dan komt er bij de volgende beoordeling een type: { $facts }.
unscored-fact-some = Er ontbreekt iets wat nodig is; vraag ‘Wat weten we nog niet?’ om te zien wat.
unscored-not-finite = De plugin voor deze branche gaf een waarde die geen getal is. Vraag de maker om ernaar te kijken.
unscored-value-unknown = Het is nog niet bekend wat deze klant oplevert. Lees facturen, bestellingen of giften in; dan komt er bij de volgende beoordeling een type.

why-bars = De waarde telt als hoog vanaf { $from } per jaar: de bovenste { $share } van deze groep. De potentie telt als hoog vanaf { $points } van de 100.
why-bars-small = De waarde telt als hoog vanaf { $from } per jaar: in een kleine groep geldt dat voor degenen die samen { $share } van alle waarde opbrengen. De potentie telt als hoog vanaf { $points } van de 100.
why-bars-nobody = In deze groep heeft nu niemand een hoge waarde. De potentie telt als hoog vanaf { $points } van de 100.
why-bars-own = De grens voor waarde geldt alleen voor { $who }: elke groep heeft zijn eigen grens.
why-provisional = Het type is voorlopig. { $because }
why-fill-in = Vul dit in om het zeker te weten: { $facts }.
why-pending = De cijfers wijzen sinds { $since } op { $type }. Zegt de volgende beoordeling dat ook, dan verandert het type.

why-value-title = Waar de waarde uit bestaat:
why-potential-title = Waar de potentie uit bestaat:
why-no-wish = ‘{ $part }’ telt niet mee, want wat jullie daarin ideaal vinden, is nog niet ingesteld. Dat kan bij de instellingen, onder ‘{ $setting }’.
margin-instead = hier telt de marge
lack-review = telt mee vanaf de volgende beoordeling
lack-earlier-year = geen inkomsten in het jaar ervoor om mee te vergelijken
lack-unsaid = hiervoor nog niet te berekenen
why-facts-title = Waar dit op is gebaseerd:
why-known-title = Wat er bekend is:
why-scored-by = Berekend met de regels voor { $sector }, versie { $version }.
together = samen

col-value-part = onderdeel
col-a-year = per jaar
col-potential-part = onderdeel
col-points = punten
col-most = maximum
col-not-known = niet bekend
col-fact = wat
col-known = cijfer
col-could-add = kan erbij
col-find-out = eerst uitzoeken

why-not-it-is = { $name } is wél { $type }: { $figures }.
why-not-lead = { $name } is { $now }, { $asked }. Dit staat in de weg:
why-not-untyped = { $name } heeft nog geen type, en is dus ook { $asked }. Dit is waarom:

obstacle-value-low = De waarde is { $value } per jaar; dat moet minstens { $needed } zijn.
obstacle-value-low-open = De waarde is { $value } per jaar, en in deze groep heeft nu niemand een hoge waarde.
obstacle-value-high = De waarde is { $value } per jaar; dat zou onder { $below } moeten zijn.
obstacle-value-high-open = De waarde is { $value } per jaar, en dat is te veel voor dat type.
obstacle-potential-low = De potentie is { $points } van de 100; dat moet minstens { $needed } zijn.
obstacle-potential-unknown = De potentie is nog niet bekend; die moet minstens { $needed } van de 100 zijn.
obstacle-potential-high = De potentie is { $points } van de 100; dat zou onder { $below } moeten zijn.
obstacle-overridden = Iemand heeft met de hand een ander type gegeven, en dat gaat voor.
obstacle-waiting = De cijfers wijzen er sinds { $since } op, maar een tweede beoordeling moet dat nog bevestigen.
obstacle-unscored = Er is geen score, dus over waarde en potentie valt niets te zeggen.

what-if-already = { $name } is al { $type }: { $figures }.
what-if-lead = { $name } kan pas { $type } worden als { $changes }.
what-if-no-change = Aan de cijfers van { $name } hoeft niets te veranderen om { $type } te worden, maar dit staat nog in de weg:
what-if-room-title = Waar de potentie nog kan groeien:
change-value-up = de waarde met { $more } per jaar omhooggaat
change-value-down = de waarde met { $less } per jaar omlaaggaat
change-potential-up = de potentie minstens { $points } hoger wordt
change-potential-to = de potentie minstens { $needed } blijkt te zijn
change-potential-down = de potentie meer dan { $points } lager wordt
format-points-more = +{ $points }
