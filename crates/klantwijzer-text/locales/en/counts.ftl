# How many customers there are, and by which definition.

# A definition: its name; who counts, after "counting"; both again within a period; and what it means.
definition-any-business = ever did business
    .who = everyone you ever did business with
    .then = did business
    .who-then = everyone you did business with { $period }
    .means = Everyone you ever did business with counts: anyone who brought in money, or received a service.
definition-profile-match = fits the ideal profile
    .who = everyone who fits your ideal customer profile
    .means = Everyone who fits your ideal customer profile counts, whether they bought or not.
definition-invoiced = ever invoiced
    .who = everyone you ever sent an invoice
    .then = invoiced
    .who-then = everyone you sent an invoice { $period }
    .means = Everyone you ever sent an invoice counts. It is the most concrete definition, and that is why it usually comes first.
definition-paid = ever paid
    .who = everyone who ever paid you
    .then = paid
    .who-then = everyone who paid you { $period }
    .means = Everyone who ever paid you counts. An invoice that was never paid doesn’t make a customer.
definition-interested = interested
    .who = everyone who is interested, or further along than that
    .means = Everyone who showed interest counts, and everyone who is further along than that.
definition-earned-over = earned more than { $amount }
    .who = everyone who brought in more than { $amount }
    .then = earned more than { $amount }
    .who-then = everyone who brought in more than { $amount } { $period }
    .means = Everyone who brought in more than { $amount } counts, after credit notes.
definition-earned-over-margin = margin over { $amount }
    .who = everyone with a margin of more than { $amount }
    .then = margin over { $amount }
    .who-then = everyone with a margin of more than { $amount } { $period }
    .means = Everyone you earned a margin of more than { $amount } on counts.
definition-potential-within = business possible within { $months }
    .who = everyone you may do business with within { $months }
    .means = Everyone you may do business with within { $months } counts.
definition-user = users
    .who = everyone who uses the platform
    .means = A user gives personal data in exchange for access. There is no invoice, so users are counted apart and get no value in money.
definition-advertiser = advertisers and data buyers
    .who = everyone who advertises or buys data
    .then = advertised
    .who-then = everyone who advertised { $period }
    .means = The advertiser or data buyer pays for the platform. The users behind it are counted apart.
definition-member = members
    .who = everyone who is a member or client
    .means = Every member or client of the association or foundation counts.
definition-recipient = recipients
    .who = everyone who receives a free service
    .means = A recipient gets a service without paying, as at a food bank. They count, but have no value in money and never get a NO.
definition-donor = donors and sponsors
    .who = everyone who gives
    .then = gave
    .who-then = everyone who gave { $period }
    .means = A donor or sponsor gives money: a person, a company or a government. Gifts take the place of invoices.
definition-recipients-and-donors = recipients and donors
    .who = everyone who receives and everyone who gives
    .means = A charity has two kinds of customers: those who receive and those who give. Each is counted.
definition-any-document = any document
    .who = everyone you ever exchanged a document with
    .means = Everyone you ever exchanged a document with counts, a quotation included.
definition-registered = in the book
    .who = everyone in the book
    .means = Everyone in the book counts, whether anything happened or not.
definition-active = active in the last 12 months
    .who = everyone who bought or gave in the last 12 months
    .then = active
    .who-then = everyone who bought or gave { $period }
    .means = Everyone who bought or gave in the last 12 months counts.
definition-set-amount = a set amount
definition-set-time = a set time

noun-recipient = recipient
    .many = recipients
noun-donor = donor
    .many = donors
noun-party = recipient or donor
    .many = recipients and donors
noun-user = user
    .many = users
noun-advertiser = advertiser
    .many = advertisers
noun-member = member
    .many = members

count-lead = You have { $n ->
    [0] no
   *[other] { COUNT($n) }
} { $counted }, counting { $who }.
count-lead-own = You have { COUNT($n) } { $counted } by the definition “{ $name }”.
count-impossible = What’s in the book is not enough to count by the definition “{ $name }”.
count-no-days = Dates play no part in that, so what happened { $period } makes no difference.
count-period-title = By other definitions, { $period }:
count-recipients = { $n ->
    [one] { COUNT($n) } recipient
   *[other] { COUNT($n) } recipients
}
count-donors = { $n ->
    [one] { COUNT($n) } donor
   *[other] { COUNT($n) } donors
}
count-sides = There are { $sides }; { $n ->
    [0] nobody is both.
    [one] { COUNT($n) } is both.
   *[other] { COUNT($n) } are both.
}
count-groups = With subsidiaries counted under their parent company it comes to { COUNT($n) }.
count-none-hint = Nobody is in that group yet. Try another definition or leave out a restriction.
count-funnel-title = By other definitions:
count-others-title = For comparison, by other definitions:
count-unknown = an unknown number
col-definition = definition
col-number = number

definitions-two = By “{ $one }”: { $first }. By “{ $other }”: { $second }.
definitions-range = You have { COUNT($least) } to { COUNT($most) } customers, depending on who you count as one.
definitions-same = By every definition that can be counted it comes to { COUNT($n) }.
definitions-none = None of these definitions can be counted with what’s in the book.
definitions-both = { $n ->
    [one] { COUNT($n) } counts under both.
   *[other] { COUNT($n) } count under both.
}
definitions-only = Only under “{ $name }”: { COUNT($n) }.
definitions-only-such = Only under “{ $name }”: { COUNT($n) }, such as { $examples }.
definitions-means = { $name } – { $means }
definitions-choose = No definition is wrong, as long as you say which one you use. And none of them says what a customer is worth to you.

definition-own = “{ $name }” is a definition that your team or sector added.
definition-rule = The rule: { $rule }
definition-count = { $n ->
    [0] Nobody fits that right now.
    [one] { COUNT($n) } fits that.
   *[other] { COUNT($n) } fit that.
}
definition-no-count = What’s in the book is not enough to count them.
definition-default = When you don’t name a definition, “{ $name }” is used (number: { $n }).
definition-customer = Here, a customer is { $who }. Number: { $n }.
definition-customer-own = Here, a customer is anyone who fits the definition “{ $name }”. Number: { $n }.
definition-customer-hint = Ask “How many customers do we have?” for the numbers by every definition.
