# Wat je kunt vragen, en wat te doen met een leeg klantenbestand.

help-lead = Vraag het in je eigen woorden, in het Nederlands of Engels. Je krijgt altijd de redenen erbij.
help-attention = Wie jullie aandacht verdient, en waarom:
help-list = Welke klanten zijn strategisch?
help-counting = Hoeveel, en wie bovenaan staat:
help-count = Hoeveel klanten hebben we?
help-cost = Wat het kost, en wanneer NEE wijzer is:
help-say-no = Tegen welke klanten moeten we NEE zeggen?
help-acquisition = Wat kost het om klanten te werven, per branche?
help-better = Jullie beeld scherper maken:
help-ideal = Hoe ziet onze ideale klant eruit?
help-gaps = Wat weten we nog niet van onze klanten?
help-contact = Contact houden:
help-programme = Hoe houden we contact met grote klanten?

empty-lead = Er staan hier nog geen klanten.
empty-import = Importeer een bestand met klanten en een met facturen (CSV of Excel). De kolommen worden aan hun koppen herkend.
empty-import-discord = Stuur een bestand met klanten en een met facturen (CSV of Excel) mee met /importeren bestand. De kolommen worden aan hun koppen herkend.
empty-review = Daarna krijgt iedereen een type en kun je alles vragen.
