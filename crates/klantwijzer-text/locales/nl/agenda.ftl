# Wie wanneer aan de beurt is.
agenda-lead = { $n ->
    [0] Tot en met { $until } is er niemand die persoonlijk contact nodig heeft.
    [one] Tot en met { $until } is er één contactmoment.
   *[other] Tot en met { $until } zijn er { COUNT($n) } contactmomenten, bij { COUNT($customers) } klanten.
}
agenda-lead-from = { $n ->
    [0] Van { $from } tot en met { $until } is er niemand die persoonlijk contact nodig heeft.
    [one] Van { $from } tot en met { $until } is er één contactmoment.
   *[other] Van { $from } tot en met { $until } zijn er { COUNT($n) } contactmomenten, bij { COUNT($customers) } klanten.
}
agenda-lead-late = { $n ->
    [0] Niemand wacht te lang.
    [one] Eén contactmoment is te laat.
   *[other] { COUNT($n) } contactmomenten zijn te laat, bij { COUNT($customers) } klanten.
}
agenda-lead-of = Wanneer { $name } aan de beurt is:
agenda-none-of = Voor { $name } zijn geen contactmomenten gepland.
agenda-states = { COUNT($red) } over de uiterste dag, { COUNT($yellow) } over de ideale dag, { COUNT($green) } nog te gaan.
agenda-first = { $n ->
    [one] Eén daarvan is bij een klant van wie eerdere contacten niet in de administratie staan. Dat eerste moment valt ergens in de eerste ronde van het programma, en is dus niet meteen te laat.
   *[other] { COUNT($n) } daarvan zijn bij klanten van wie eerdere contacten niet in de administratie staan. Die eerste momenten zijn over de eerste ronde van het programma gespreid, zodat ze niet allemaal meteen te laat zijn.
}
agenda-at-once = { $n ->
    [one] Daarnaast is er één mailing, evenement of controle aan de beurt: die gaat naar veel klanten tegelijk.
   *[other] Daarnaast zijn er { COUNT($n) } mailings, evenementen en controles aan de beurt: die gaan naar veel klanten tegelijk.
}
agenda-unclear = { $n ->
    [one] Bij één contact staat een woord dat ik niet ken voor hoe het ging. Het telt hier niet mee: verbeter dat woord en importeer het nog eens.
   *[other] Bij { COUNT($n) } contacten staat een woord dat ik niet ken voor hoe het ging. Ze tellen hier niet mee: verbeter die woorden en importeer ze nog eens.
}
agenda-green = komt nog
agenda-yellow = ▲ nu aan de beurt
agenda-red = ■ te laat
col-due = Het liefst op
col-due-latest = Uiterlijk op
col-last-contact = Vorige keer
col-state = Stand

# Een contact dat er geweest is.
log-source = Contact met { $name }: { $channel }
log-done = Vastgelegd: { $channel } met { $name } op { $day }.
log-known = Dat contact ({ $channel } met { $name } op { $day }) stond er al in.
log-next = Hierna: { $moment }, het liefst op { $day }.
error-not-yet = { $day } moet nog komen. Leg een contact vast als het geweest is.
    .help = Laat de dag weg voor vandaag, of noem een dag die voorbij is.
error-agenda-days = De eerste dag, { $from }, ligt na de laatste, { $until }.
    .help = Wissel de dagen om, of laat er een weg.
error-unknown-owner = ‘{ $name }’ is geen accountmanager in jullie bestand.
    .help = De accountmanagers in jullie bestand zijn { $names }.
