//! The words of the pictures in both languages.

pub(crate) trait Words {
    fn types(&self) -> [&'static str; 4];
    fn value(&self) -> &'static str;
    fn potential(&self) -> &'static str;
    fn unknown(&self) -> &'static str;
    fn matrix_title(&self) -> &'static str;
    fn funnel_title(&self) -> &'static str;
    fn movement_title(&self) -> &'static str;
    fn as_of(&self) -> &'static str;
    fn crowd(&self) -> &'static str;
    fn chosen(&self) -> &'static str;
    fn bands(&self) -> &'static str;
    fn definitions(&self) -> Vec<&'static str>;
    fn months(&self) -> [&'static str; 12];
    fn marks(&self) -> Marks;
    fn customers(&self, count: usize) -> String;

    fn month(&self, at: usize, of: usize) -> String {
        let month = 24 * 12 + 4 - (of - at);
        format!("{} 20{:02}", self.months()[month % 12], month / 12)
    }

    fn number(&self, number: f64) -> String {
        grouped(number, self.marks().group)
    }

    fn money(&self, amount: f64) -> String {
        let Marks { group, decimal, million, .. } = self.marks();
        let size = amount.abs();
        let sign = if amount < 0.0 { "−" } else { "" };
        let figure = if size >= 1e6 {
            let millions = format!("{:.1}", size / 1e6).replace('.', decimal);
            format!("{} {million}", millions.trim_end_matches('0').trim_end_matches(decimal))
        } else {
            grouped(size, group)
        };
        format!("{sign}€ {figure}")
    }
}

pub(crate) struct Marks {
    pub(crate) group: &'static str,
    pub(crate) decimal: &'static str,
    pub(crate) million: &'static str,
}

fn grouped(number: f64, mark: &str) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

pub(crate) struct Dutch;

impl Words for Dutch {
    fn types(&self) -> [&'static str; 4] {
        ["Strategisch", "Groot", "Ontwikkeling", "Transactioneel"]
    }
    fn value(&self) -> &'static str {
        "Klantwaarde per jaar (gelijke stappen zijn geen gelijke bedragen)"
    }
    fn potential(&self) -> &'static str {
        "Potentie"
    }
    fn unknown(&self) -> &'static str {
        "potentie onbekend"
    }
    fn matrix_title(&self) -> &'static str {
        "Jullie klanten op een rij"
    }
    fn funnel_title(&self) -> &'static str {
        "Hoeveel klanten hebben jullie?"
    }
    fn movement_title(&self) -> &'static str {
        "Van type veranderd"
    }
    fn as_of(&self) -> &'static str {
        "Groothandel Noord · 6 mei 2024"
    }
    fn crowd(&self) -> &'static str {
        "Hoe dieper de kleur, hoe meer klanten. De 60 grootste zijn bollen."
    }
    fn chosen(&self) -> &'static str {
        "Vetgedrukt: de definitie die jullie gebruiken."
    }
    fn bands(&self) -> &'static str {
        "Volle banden: klanten die van type veranderden."
    }
    fn definitions(&self) -> Vec<&'static str> {
        vec![
            "ooit zaken mee gedaan",
            "ooit gefactureerd",
            "ooit betaald",
            "zaken mogelijk binnen 12 maanden",
            "meer dan € 1.000 opgebracht",
            "meer dan € 1.000 marge",
            "past in het ideale profiel",
            "leden",
            "adverteerders en datakopers",
            "geïnteresseerd",
            "meer dan € 10.000 opgebracht in het afgelopen kalenderjaar, exclusief btw",
            "ontvangers",
            "donateurs en sponsors",
            "eigen definitie: vaste klant",
        ]
    }
    fn months(&self) -> [&'static str; 12] {
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    }
    fn marks(&self) -> Marks {
        Marks { group: ".", decimal: ",", million: "mln" }
    }
    fn customers(&self, count: usize) -> String {
        format!("{} klant{}", self.number(count as f64), if count == 1 { "" } else { "en" })
    }
}

pub(crate) struct English;

impl Words for English {
    fn types(&self) -> [&'static str; 4] {
        ["Strategic", "Large", "Development", "Transactional"]
    }
    fn value(&self) -> &'static str {
        "Customer value per year (equal steps are not equal amounts)"
    }
    fn potential(&self) -> &'static str {
        "Potential"
    }
    fn unknown(&self) -> &'static str {
        "potential unknown"
    }
    fn matrix_title(&self) -> &'static str {
        "Where your customers stand"
    }
    fn funnel_title(&self) -> &'static str {
        "How many customers do you have?"
    }
    fn movement_title(&self) -> &'static str {
        "Who changed type"
    }
    fn as_of(&self) -> &'static str {
        "Northern Wholesale · 6 May 2024"
    }
    fn crowd(&self) -> &'static str {
        "The deeper the colour, the more customers. The largest 60 are bubbles."
    }
    fn chosen(&self) -> &'static str {
        "In bold: the definition that your team uses."
    }
    fn bands(&self) -> &'static str {
        "Full bands: customers who changed type."
    }
    fn definitions(&self) -> Vec<&'static str> {
        vec![
            "ever did business with you",
            "ever invoiced",
            "ever paid",
            "business possible within 12 months",
            "brought in more than €1,000",
            "margin over €1,000",
            "fits the ideal profile",
            "members",
            "advertisers and data buyers",
            "interested",
            "brought in more than €10,000 in the past calendar year, before taxes and levies",
            "recipients",
            "donors and sponsors",
            "your own: regular customer",
        ]
    }
    fn months(&self) -> [&'static str; 12] {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }
    fn marks(&self) -> Marks {
        Marks { group: ",", decimal: ".", million: "m" }
    }
    fn customers(&self, count: usize) -> String {
        format!("{} customer{}", self.number(count as f64), if count == 1 { "" } else { "s" })
    }
}
