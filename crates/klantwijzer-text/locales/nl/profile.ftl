# De ideale klant, en wat nog niet bekend is.

ideal-lead = Zo ziet jullie ideale klant eruit:
ideal-least-lead = Jullie minst ideale klant is het tegenbeeld hiervan:
ideal-matches = { $n ->
    [0] Niemand in het klantenbestand past daar al met zekerheid in. Vul omvang, branche en aansluiting in om ze te vinden.
    [one] { COUNT($n) } in het klantenbestand past daarin, voor zover bekend:
   *[other] { COUNT($n) } in het klantenbestand passen daarin, voor zover bekend:
}
ideal-least-matches = { $n ->
    [0] Zo is niemand in het klantenbestand, voor zover bekend.
    [one] { COUNT($n) } in het klantenbestand is zo, voor zover bekend:
   *[other] { COUNT($n) } in het klantenbestand zijn zo, voor zover bekend:
}
trait-employees = { $range } medewerkers
trait-company-revenue = een eigen omzet van { $range }
trait-sectors = actief in { $sectors }
trait-pain-fit = aansluiting bij wat jullie oplossen: minstens { $grade } van de 10
trait-regulation = externe regeldruk op veiligheid en kwaliteit: minstens { $grade } van de 10
learned-best = Volgens jullie eigen cijfers houden jullie het meest over aan { $band }: na service en verkoop blijft er { $left } per klant over.
learned-worst = Volgens jullie eigen cijfers houden jullie het minst over aan { $band }: na service en verkoop blijft er { $left } per klant over.
col-band = groep
col-left-each = blijft over per klant
col-high-value = deel met hoge waarde

gaps-none = Van jullie { COUNT($n) } { $who } ontbreekt niets belangrijks. Goed bijgehouden.
gaps-field-none = { $fact }: dat is van alle { COUNT($n) } { $who } bekend.
gaps-field = { $fact }: dat ontbreekt bij { COUNT($n) } van jullie { COUNT($all) } { $who }.
gaps-lead = Het helpt het meest om dit te weten: { $fact }. Dat ontbreekt bij { COUNT($n) } van jullie { COUNT($all) } { $who }.
gaps-rows-title = Begin met deze; die zijn het meeste waard:
col-missing = ontbreekt bij
col-weighs = ontbreekt in de potentie
