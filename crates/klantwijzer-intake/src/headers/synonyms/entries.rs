//! What columns about invoices and other entries are called.

use super::{Synonyms, any, of};
use crate::field::Field as F;
use crate::kind::FileKind as K;

pub(super) const ENTRIES: &[Synonyms] = &[
    of(
        K::Invoices,
        F::Number,
        "factuurnummer, factuurnr, factuur no, factuur id, factuurcode, invoice number, invoice \
         no, invoice nr, invoice id, invoice num, invoice, factuur, ordernummer, ordernr, order \
         number, order no, order id, bestelnummer, verkoopordernummer, sales order, order, \
         notanummer, inv no, factnr, fact nummer, faktuurnummer, faktuurnr, faktuur, inv nr, inv \
         number, notanr, bill number, bill no",
    ),
    of(
        K::Gifts,
        F::Number,
        "giftnummer, gift id, gift number, donation id, donatienummer, donatie id",
    ),
    of(
        K::Documents,
        F::Number,
        "offertenummer, offertenr, quote number, quote no, quotation number, contractnummer, \
         contract number, contract no, quote id, contract id",
    ),
    of(
        K::Support,
        F::Number,
        "ticketnummer, ticket id, ticket number, ticket no, ticketnr, meldingnummer, \
         meldingsnummer, case number, case id, incidentnummer, incident id, ticket, melding, \
         incident, support request, serviceverzoek",
    ),
    any(
        F::Number,
        "documentnummer, documentnr, document number, document no, boekstuknummer, boekstuknr, boekstuk, \
         bonnummer, receipt number, transaction id, transactienummer, transaction number, \
         referentie, reference, nummer, number, nr, no, id, rowid",
    ),
    any(
        F::Line,
        "regelnummer, regelnr, regel, factuurregel, line number, line no, line id, line, \
         invoice line, orderregel, order line, line item, volgnummer, regel id, line item id, \
         invoice line number",
    ),
    any(
        F::Product,
        "product, productnaam, product name, artikel, artikelnaam, artikelnummer, \
         artikelcode, article, item, item name, productcode, product id, product number, sku, \
         stock code, artikelomschrijving, productomschrijving, product description, item \
         description, omschrijving, description, item number",
    ),
    any(
        F::Category,
        "categorie, category, productgroep, product group, artikelgroep, product category, \
         productcategorie, category name, categorienaam, item category, assortimentsgroep, \
         product line, productlijn, omzetgroep",
    ),
    of(
        K::Support,
        F::Category,
        "onderwerp ticket, soort melding, soort verzoek, request type, ticket type, issue \
         type",
    ),
    of(
        K::Costs,
        F::Kind,
        "kostensoort, soort kosten, cost type, cost kind, kind of cost, cost category, type \
         kosten, expense type",
    ),
    any(
        F::Kind,
        "soort, kind, documentsoort, document type, type document, boekingssoort, \
         transactietype, transaction type, type, factuursoort, invoice type, soort document, \
         factuurtype, entry type, dc",
    ),
    of(
        K::Invoices,
        F::Date,
        "factuurdatum, invoice date, datum factuur, date of invoice, orderdatum, order date, \
         besteldatum, datum order, purchase date, aankoopdatum, verkoopdatum, sale date, fact \
         datum, faktuurdatum, fakt datum, datum faktuur, inv date, date invoiced, invoiced on, \
         gefactureerd op, bill date, billing date",
    ),
    of(
        K::Payments,
        F::Date,
        "betaaldatum, betaaldatum factuur, payment date, betaald op, paid on, paid date, date \
         paid, ontvangstdatum, datum betaling, datum betaald, receipt date, voldaan op, date \
         of payment, paid at",
    ),
    of(
        K::Gifts,
        F::Date,
        "giftdatum, gift date, donatiedatum, donation date, datum gift, datum donatie",
    ),
    of(K::AdSpend, F::Date, "spend date, datum uitgave, ad date"),
    of(K::Costs, F::Date, "kostendatum, cost date, expense date"),
    of(
        K::Contacts,
        F::Date,
        "contactdatum, contact date, datum contact, datum contactmoment, gesproken op, \
         activity date, meeting date, call date, datum gesprek, datum bezoek",
    ),
    of(
        K::Services,
        F::Date,
        "servicedatum, service date, datum dienst, uitgiftedatum, datum uitgifte",
    ),
    of(K::Documents, F::Date, "offertedatum, quote date, contractdatum, contract date"),
    of(K::Support, F::Date, "meldingsdatum, datum melding, ticket date, request date"),
    any(
        F::Date,
        "datum, date, boekdatum, boekingsdatum, posting date, documentdatum, document date, \
         transactiedatum, transaction date, dag, day, periode, period, maand, month, \
         timestamp, created at, aangemaakt op, created, date time, datum tijd",
    ),
    of(
        K::Invoices,
        F::Due,
        "vervaldatum, due date, uiterste betaaldatum, date due, vervaldag, betalen voor, payment \
         due, payment due date, datum vervallen, vervalt, vervalt op, verv datum, verv dat, \
         vervallen op, verval, due on, due by, expires on",
    ),
    any(
        F::NetAmount,
        "bedrag excl btw, bedrag exclusief btw, bedrag ex btw, excl btw, exclusief btw, ex btw, \
         nettobedrag, netto, net amount, amount excl vat, amount excluding vat, amount ex vat, \
         net, amount net, excl vat, ex vat, subtotal, subtotaal, totaal excl btw, totaal \
         exclusief btw, total excl vat, total excluding vat, net total, total net, netto omzet, \
         net revenue, amount excl tax, total excl tax, amount without vat, untaxed amount, \
         factuurbedrag excl btw, invoice amount excl vat, regelbedrag excl btw, bedrag zonder \
         btw, net sales, price excl vat, totaal ex btw, bedrag excl, excl, bedrag ex, bedrag \
         exclusief, exclusief, totaal excl, totaal ex, totaal exclusief, factuurbedrag excl, \
         factuurbedrag exclusief btw, factuurtotaal excl btw, factuurtotaal excl, regelbedrag \
         excl, subtotaal excl, subtotaal excl btw, prijs excl, amount excl, amount ex, amount \
         excluding, total excl, total ex, total ex vat, exclusive, excluding vat, total amount \
         excl vat, netto factuurbedrag",
    ),
    any(
        F::GrossAmount,
        "bedrag incl btw, bedrag inclusief btw, incl btw, inclusief btw, brutobedrag, bruto, \
         gross amount, gross, amount incl vat, amount including vat, incl vat, totaal incl btw, \
         totaal inclusief btw, total incl vat, total including vat, gross total, amount incl tax, \
         total incl tax, factuurbedrag incl btw, invoice amount incl vat, bedrag met btw, grand \
         total, bedrag incl, incl, bedrag inclusief, inclusief, totaal incl, totaal inclusief, \
         factuurbedrag incl, factuurbedrag inclusief btw, factuurtotaal incl btw, factuurtotaal \
         incl, regelbedrag incl, regelbedrag incl btw, prijs incl, amount incl, amount including, \
         total incl, inclusive, including vat, total amount incl vat, bruto factuurbedrag, amount \
         with vat, price incl vat",
    ),
    any(
        F::Vat,
        "btw, btwbedrag, vat, vat amount, tax, tax amount, omzetbelasting, bedrag btw, totaal \
         btw, btw totaal, amount vat, total vat, vat total, total tax",
    ),
    of(
        K::Invoices,
        F::Amount,
        "factuurbedrag, invoice amount, invoice total, factuurtotaal, orderbedrag, order \
         amount, order total, ordertotaal, invoice value, order value",
    ),
    of(
        K::InvoiceLines,
        F::Amount,
        "regelbedrag, line amount, line total, regeltotaal, extended price, line value, \
         extended amount",
    ),
    of(
        K::Payments,
        F::Amount,
        "betaald bedrag, paid amount, amount paid, bedrag betaald, payment amount, betaling, \
         payment, ontvangen bedrag, amount received, ontvangen, betaalbedrag, received \
         amount, paid",
    ),
    of(
        K::Gifts,
        F::Amount,
        "giftbedrag, gift amount, bedrag gift, donatiebedrag, donation amount, donatie, \
         donation, gift, gift amt, schenking, bedrag donatie",
    ),
    of(
        K::MembershipFees,
        F::Amount,
        "contributie, contributiebedrag, membership fee, lidmaatschapsgeld, fee, \
         lidmaatschapsbijdrage, membership amount",
    ),
    of(
        K::AdSpend,
        F::Amount,
        "ad spend, spend, total spend, advertentie uitgaven, uitgaven, advertentiebudget \
         besteed, spend amount, amount spent, besteding, media spend, advertentiekosten, \
         besteed bedrag",
    ),
    of(K::DataSales, F::Amount, "dataverkoop, data sale, data sales, data revenue"),
    any(
        F::Amount,
        "bedrag, amount, totaalbedrag, total amount, totaal, total, omzet, revenue, turnover, \
         sales, value, amt, bedrag valuta, sales amount, omzetbedrag, total price, \
         totaalprijs, sum",
    ),
    of(
        K::Invoices,
        F::Open,
        "openstaand, openstaand bedrag, open bedrag, open amount, outstanding, outstanding \
         amount, openstaand saldo, balance due, amount due, te betalen, nog te betalen, \
         restant",
    ),
    any(
        F::Cost,
        "inkoopwaarde, kostprijs, cost price, cost of goods, cogs, cost of sales, kostprijs \
         omzet, cost of goods sold, total cost price, kostprijs totaal, inkoopkosten, direct \
         costs, directe kosten",
    ),
    of(
        K::Costs,
        F::Cost,
        "kosten, kostenbedrag, costs, cost, cost amount, expense, expenses, bedrag kosten",
    ),
    any(
        F::UnitCost,
        "kostprijs per stuk, unit cost, inkoopprijs, purchase price, cost per unit, kostprijs \
         per eenheid, inkoopprijs per stuk",
    ),
    any(
        F::Margin,
        "marge, margin, brutomarge, gross margin, margebedrag, margin amount, gross profit, \
         brutowinst, winst, profit",
    ),
    any(F::Quantity, "aantal, quantity, qty, hoeveelheid, aantal stuks, stuks"),
    any(
        F::UnitPrice,
        "stukprijs, prijs per stuk, unit price, eenheidsprijs, prijs per eenheid, prijs, \
         price, verkoopprijs, sales price, price per unit, price each",
    ),
    any(F::Discount, "korting, discount, discount rate"),
    any(
        F::DiscountPercent,
        "kortingspercentage, discount percentage, korting percentage, discount pct, korting \
         procent, discount percent, korting percent, percent korting, percent discount",
    ),
    any(F::Currency, "valuta, currency, munt, valutacode, currency code, muntsoort"),
    of(
        K::Contacts,
        F::Channel,
        "kanaal, channel, contactkanaal, contactwijze, contactsoort, soort contact, contact \
         type, type contact, wijze van contact, contactmoment, contact channel, contactvorm, \
         activity type, activiteit, medium",
    ),
    of(
        K::Costs,
        F::SupportCost,
        "supportkosten, servicekosten, support cost, support costs, service cost, service \
         costs, kosten support, kosten service, servicedeskkosten, helpdeskkosten, kosten \
         servicedesk",
    ),
    of(
        K::Costs,
        F::SalesCost,
        "verkoopkosten, sales cost, sales costs, kosten verkoop, acquisitiekosten, \
         acquisition cost, acquisition costs, kosten sales, saleskosten",
    ),
    of(
        K::Costs,
        F::MarketingCost,
        "marketingkosten, marketing cost, marketing costs, kosten marketing, marketing spend, \
         marketinguitgaven",
    ),
    any(
        F::ReferredBy,
        "aangedragen door, referred by, referrer, via klant, doorverwezen door, aanbevolen \
         door, referral from, aanbrenger, referring customer, introduced by, geintroduceerd \
         door, referral",
    ),
    of(K::Leads, F::LeadMargin, "lead marge, lead margin, marge lead, leadwaarde, lead value"),
    // Columns that tell the kind of file and are not read.
    of(K::Leads, F::Ignore, "lead status, leadbron, lead source, lead score, leadfase, lead stage"),
    of(
        K::Payments,
        F::Ignore,
        "betaalwijze, betaalmethode, payment method, betalingskenmerk, payment reference, \
         payment id, betalingsnummer, payment number, tegenrekening, iban tegenrekening",
    ),
    of(K::Contacts, F::Ignore, "gespreksverslag, contactverslag, meeting notes, call notes"),
    of(
        K::Services,
        F::Ignore,
        "dienst, service, verstrekking, pakket, voedselpakket, service delivered, food parcel",
    ),
];
