//! What columns about customers and their people are called.

use super::{Synonyms, any, of};
use crate::field::Field as F;
use crate::kind::FileKind as K;

pub(super) const PARTIES: &[Synonyms] = &[
    any(
        F::Customer,
        "klantnummer, klantnr, klantcode, klant id, customer id, customer number, customer \
         no, customer nr, customer code, customer key, debiteurnummer, debiteurnr, \
         debiteurennummer, debiteurcode, debiteur, debtor, debtor number, debtor code, debtor \
         id, debtor no, relatienummer, relatienr, relatiecode, relatie id, relatie, relation \
         number, client id, client number, client code, client no, account number, account \
         no, account id, account code, account, party id, organisatie id, organization id, \
         organisation id, bedrijf id, company id, contact id, klant, customer, client, \
         afnemer, afnemernummer, bill to, sold to, bestemd voor, cust id, cust no, extern id, \
         external id, master id",
    ),
    of(
        K::Gifts,
        F::Customer,
        "donateurnummer, donateur id, donateurnr, donor id, donor number, donor no, donor, \
         donateur, gever, schenker, sponsor, sponsor id",
    ),
    of(
        K::MembershipFees,
        F::Customer,
        "lidnummer, lidnr, lid id, lid, member id, member number, member no, member, \
         lidmaatschapsnummer, membership number",
    ),
    of(
        K::AdSpend,
        F::Customer,
        "advertiser id, advertiser, adverteerder id, adverteerdernummer, adverteerder",
    ),
    of(
        K::Services,
        F::Customer,
        "recipient id, recipient, ontvanger id, ontvangernummer, ontvanger, hulpvrager, \
         hulpvragernummer, beneficiary, beneficiary id, user id, gebruikersnummer",
    ),
    of(K::DataSales, F::Customer, "data buyer id, data buyer, datakoper"),
    of(
        K::Leads,
        F::Customer,
        "lead id, leadnummer, leadnr, lead number, lead no, prospect id, prospectnummer",
    ),
    any(
        F::Name,
        "klantnaam, naam klant, customer name, name of customer, bedrijfsnaam, bedrijf, \
         company name, company, organisatienaam, organisatie, organisation, organization, \
         organisation name, organization name, naam organisatie, naam bedrijf, debiteurnaam, \
         naam debiteur, debtor name, relatienaam, naam relatie, client name, account name, \
         accountnaam, firma, firmanaam, business name, handelsnaam, statutaire naam, legal \
         name",
    ),
    // In a file of contact persons these are the person's name.
    of(K::People, F::Name, "naam, name, volledige naam, full name"),
    of(K::Gifts, F::Name, "donor name, naam donateur, donateurnaam, sponsor name"),
    of(K::MembershipFees, F::Name, "member name, naam lid"),
    of(K::AdSpend, F::Name, "advertiser name, naam adverteerder"),
    of(
        K::Leads,
        F::Name,
        "lead naam, lead name, naam lead, prospect, lead, prospectnaam, prospect name",
    ),
    any(
        F::Sector,
        "branche, sector, industry, branch, bedrijfstak, branchenaam, marktsegment, \
         industrie, sector name, sbi omschrijving, market, markt, vertical",
    ),
    any(
        F::Owner,
        "accountmanager, accountmanager naam, account manager name, verkoper, \
         vertegenwoordiger, sales rep, sales representative, salesperson, account owner, \
         owner, eigenaar, relatiebeheerder, relatiemanager, relationship manager, customer \
         owner, verantwoordelijke, beheerder, am",
    ),
    any(
        F::Parent,
        "moederbedrijf, moedermaatschappij, moeder, parent, parent company, parent id, parent \
         account, parent account id, parent customer, hoofdklant, hoofddebiteur, concern, \
         holding, groep, group, moeder id, parent customer id",
    ),
    any(
        F::Country,
        "land, country, landcode, country code, country name, landnaam, billing country",
    ),
    any(
        F::City,
        "plaats, woonplaats, vestigingsplaats, stad, city, town, plaatsnaam, billing city",
    ),
    any(
        F::Role,
        "rol, role, soort relatie, relatiesoort, relatietype, type relatie, customer role, \
         soort klant, relation type, relationship type, rol klant",
    ),
    any(F::Plugin, "plugin, sectorplugin, model"),
    any(
        F::GivenValue,
        "toegekende waarde, given value, waarde voor ons, waarde volgens ons, our value, \
         waardeoordeel, waardering, klantwaarde",
    ),
    any(F::Tags, "tags, labels, label, tag, kenmerken, trefwoorden"),
    any(
        F::JudgedOn,
        "beoordeeld op, judged on, datum oordeel, oordeel datum, beoordelingsdatum, judgement \
         date, judgment date, datum beoordeling",
    ),
    any(
        F::Person,
        "contactpersoon, contact person, contact name, contactnaam, contact, naam \
         contactpersoon, contact full name, aanspreekpunt, persoon, person, contactpersoon \
         naam, person name",
    ),
    any(F::FirstName, "voornaam, first name, given name, roepnaam"),
    any(F::Infix, "tussenvoegsel, tussenvoegsels, infix, voorvoegsel, voorvoegsels"),
    any(F::LastName, "achternaam, last name, surname, family name"),
    any(
        F::PersonRole,
        "functie, contact title, job title, function, functietitel, title, position, rol \
         contactpersoon, contact role, person role, functie contactpersoon",
    ),
    any(
        F::Email,
        "email, email address, emailadres, mailadres, mail, contact email, email \
         contactpersoon, person email",
    ),
    any(
        F::Phone,
        "telefoon, telefoonnummer, phone, phone number, telephone, tel, mobiel, mobile, \
         contact phone, telefoonnr, gsm, mobiel nummer, telefoon contactpersoon",
    ),
    any(
        F::OptOut,
        "opt out, afgemeld, uitgeschreven, unsubscribed, do not contact, niet benaderen, geen \
         contact, do not email, opted out, bel me niet, email opt out",
    ),
];
