# What things are called.

# The word for a customer where a sector has none of its own.
customer = customer
    .many = customers

# A type: its name; then how it follows "is"; then with a noun, one and many.
type-strategic = strategic
    .is = strategic
    .not = not strategic
    .one = strategic { $one }
    .many = strategic { $many }
type-large = large
    .is = large
    .not = not large
    .one = large { $one }
    .many = large { $many }
type-development = development
    .is = a development { $one }
    .not = not a development { $one }
    .one = development { $one }
    .many = development { $many }
type-transactional = transactional
    .is = transactional
    .not = not transactional
    .one = transactional { $one }
    .many = transactional { $many }
no-type = no type
without-type = without a type

measure-value = value a year
measure-potential = potential
measure-revenue = net revenue
measure-margin = margin
measure-invoices = invoices
measure-gifts = gifts
measure-ad-spend = ad spend
measure-leads = leads referred
measure-support-cost = cost of service
measure-acquisition-cost = sales and marketing cost
measure-growth = growth in revenue
measure-employees = employees
measure-customers = number of customers
measure-name = name

entity-customer = customer
    .by = per customer
    .many = customers
entity-sector = sector
    .by = per sector
    .many = sectors
entity-owner = account manager
    .by = per account manager
    .many = account managers
entity-country = country
    .by = per country
    .many = countries
entity-type = type
    .by = per type
    .many = types
entity-group = group
    .by = per group of companies
    .many = groups of companies

# Why a type is provisional: short for a table, then as a sentence about one customer and about all.
doubt-potential-unknown = potential unknown
    .because = Nothing is known about the potential yet.
    .all = Nothing is known about their potential yet.
doubt-low-confidence = potential mostly unknown
    .because = Too little is known about the potential.
    .all = Too little is known about their potential.
doubt-young = new
    .because = The relationship is still young.
    .all = Your relationship with them is still young.
doubt-few-invoices = few purchases
    .because = There have been too few purchases to go by.
    .all = They have bought too few times to go by.

channel-visit = visit
channel-meeting = meeting
channel-workshop = workshop
channel-event = event
channel-proposal = proposal
channel-personal = personal request
channel-phone = phone
channel-email = e-mail
channel-internal = within the team

actor-account-manager = account manager
actor-sales-manager = sales manager
actor-sales-director = sales director
actor-ceo = CEO
actor-marketing = marketing
actor-product = product manager
actor-service = service
actor-sales = sales
actor-fundraising = fundraising

moment-ceo-visit = visit by our CEO
moment-account-plan = making an account plan together
moment-round-table = { $type ->
    [large] seat at the round table
   *[other] exclusive round table
}
moment-quarterly-review = quarterly review
moment-account-meeting = account meeting
moment-reference-request = reference request
moment-continuity-review = continuity review
moment-maintenance-talk = maintenance talk
moment-growth-proposal = growth proposal
moment-demo = demo or workshop
moment-growth-talk = growth talk
moment-relevant-email = e-mail with relevant content
moment-large-event = invitation to a large event
moment-newsletter = newsletter
moment-yearly-check = yearly cost and NO check

criterion-employees = employees
criterion-company-revenue = their own revenue
criterion-sector = sector
criterion-pain-fit = fit with the problem we solve
criterion-regulatory-pressure = outside regulation

light-green = fine
light-amber = keep an eye on it
light-red = too high
