//! Words in cells, Dutch and English, that stand for something we know.

use klantwijzer_core::customer::Role;
use klantwijzer_core::ledger::EntryKind;

use crate::headers::compact;

/// Yes or no.
pub(crate) fn yes_no(cell: &str) -> Option<bool> {
    match compact(cell).as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "1" | "x" | "optout" | "afgemeld" => {
            Some(true)
        }
        "nee" | "n" | "no" | "false" | "onwaar" | "0" | "neen" | "optin" | "aangemeld" => {
            Some(false)
        }
        _ => None,
    }
}

/// In what capacity a party is in the book.
pub(crate) fn role(cell: &str) -> Option<Role> {
    Some(match compact(cell).as_str() {
        "prospect" | "lead" | "suspect" | "geinteresseerde" | "interested" | "potentieel"
        | "potentieleklant" | "potential" => Role::Prospect,
        "klant" | "klanten" | "customer" | "client" | "buyer" | "afnemer" | "koper"
        | "debiteur" | "opdrachtgever" => Role::Buyer,
        "lid" | "leden" | "member" | "clientlid" => Role::Member,
        "ontvanger" | "recipient" | "begunstigde" | "beneficiary" | "hulpvrager" | "deelnemer" => {
            Role::Recipient
        }
        "donateur" | "donor" | "gever" | "sponsor" | "begunstiger" | "schenker" | "fonds"
        | "vermogensfonds" | "subsidiegever" | "funder" => Role::Donor,
        "gebruiker" | "user" => Role::User,
        "adverteerder" | "advertiser" => Role::Advertiser,
        "datakoper" | "databuyer" | "dataklant" | "dataafnemer" => Role::DataBuyer,
        _ => return None,
    })
}

/// What happened, as a column of kinds says it.
pub(crate) fn entry_kind(cell: &str) -> Option<EntryKind> {
    Some(match compact(cell).as_str() {
        "factuur" | "verkoopfactuur" | "invoice" | "inv" | "fac" | "vf" | "order" | "debet"
        | "debetnota" | "debit" | "sale" | "verkoopopdracht" | "nota" | "debetfactuur"
        | "salesinvoice" => EntryKind::Invoice,
        "credit" | "creditnota" | "creditfactuur" | "creditnote" | "creditmemo" | "cn" | "cr"
        | "cred" | "crediteren" | "creditering" | "retour" | "refund" | "creditinvoice" => {
            EntryKind::CreditNote
        }
        "betaling" | "payment" | "ontvangst" | "receipt" | "betaald" | "paid" => EntryKind::Payment,
        "gift" | "donatie" | "donation" | "schenking" | "gave" => EntryKind::Gift,
        "contributie" | "lidmaatschap" | "membership" | "membershipfee" | "lidmaatschapsgeld"
        | "fee" => EntryKind::MembershipFee,
        "advertentie" | "advertentieuitgave" | "adspend" | "spend" | "advertising" => {
            EntryKind::AdSpend
        }
        "dataverkoop" | "datasale" => EntryKind::DataSale,
        "dienst" | "service delivered" | "verstrekking" | "uitgifte" => EntryKind::Service,
        "offerte" | "quote" | "quotation" | "contract" | "document" | "proposal" | "voorstel" => {
            EntryKind::Document
        }
        _ => return cost_kind(cell),
    })
}

/// What a cost was made for.
pub(crate) fn cost_kind(cell: &str) -> Option<EntryKind> {
    Some(match compact(cell).as_str() {
        "support" | "service" | "servicedesk" | "helpdesk" | "klantenservice" | "supportkosten"
        | "servicekosten" | "supportcost" | "servicecost" | "customerservice" | "nazorg"
        | "ondersteuning" | "ticket" => EntryKind::Support,
        "verkoop" | "sales" | "acquisitie" | "verkoopkosten" | "saleskosten" | "salescost"
        | "acquisition" | "acquisitiekosten" | "selling" | "accountmanagement" | "buitendienst" => {
            EntryKind::SalesCost
        }
        "marketing" | "marketingkosten" | "marketingcost" | "reclame" | "campagne" | "campaign"
        | "promotie" | "promotion" | "marcom" => EntryKind::MarketingCost,
        _ => return None,
    })
}

/// The channel of a contact by the name that the programmes use, or the word as
/// it stands where it is another one.
pub(crate) fn channel(cell: &str) -> Option<&'static str> {
    Some(match compact(cell).as_str() {
        "bezoek" | "visit" | "klantbezoek" | "directiebezoek" | "ceobezoek" | "ceovisit"
        | "sitevisit" | "opbezoek" => "visit",
        "gesprek" | "meeting" | "afspraak" | "accountgesprek" | "overleg" | "vergadering"
        | "video" | "videocall" | "teams" | "zoom" | "appointment" | "onderhoudsgesprek"
        | "groeigesprek" | "kwartaalgesprek" | "accountmeeting" | "quarterlyreview"
        | "videogesprek" => "meeting",
        "workshop" | "werksessie" | "accountplan" => "workshop",
        "event" | "evenement" | "roundtable" | "rondetafel" | "beurs" | "seminar" | "webinar"
        | "bijeenkomst" => "event",
        "voorstel" | "proposal" | "offerte" | "groeivoorstel" => "proposal",
        "persoonlijk" | "personal" => "personal",
        "telefoon" | "telefonisch" | "phone" | "call" | "bellen" | "gebeld" | "tel"
        | "telefoongesprek" | "phonecall" => "phone",
        "email" | "mail" | "emails" => "email",
        "intern" | "internal" => "internal",
        _ => return None,
    })
}
