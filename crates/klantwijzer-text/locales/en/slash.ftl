# The slash commands. A command is "slash-" and its path; ".what" describes it, in
# 100 characters at most. Discord shows English to whoever has neither language.

slash-ask = ask
    .what = Ask anything about your customers
slash-ask-question = question
    .what = In your own words: which customers are strategic?

slash-customers = customers
    .what = Show customers by type, sector or account manager
slash-customers-type = type
    .what = Only this type
slash-customers-sector = sector
    .what = Only this sector
slash-customers-owner = owner
    .what = Only customers of this account manager
slash-customers-sort = sort
    .what = How the list is sorted

slash-customer = customer
    .what = Everything about one customer
slash-customer-name = name
    .what = Its name or number

slash-count = count
    .what = How many customers do we have?
slash-count-definition = definition
    .what = Who counts as a customer

slash-why = why
    .what = Why does a customer have its type?
slash-why-customer = customer
    .what = Its name or number

slash-say-no = say-no
    .what = Who should we say no to?
slash-say-no-customer = customer
    .what = Only about this customer
slash-say-no-advice = advice
    .what = Only customers with this advice

slash-prospect = prospect
    .what = Is this prospect worth it? Fill in what you know

slash-moved = moved
    .what = Which customers changed type?
slash-moved-since = since
    .what = Since this day, such as 2026-03-01
slash-moved-from = from
    .what = Only customers that had this type
slash-moved-to = to
    .what = Only customers that got this type

slash-chart = chart
    .what = A picture of your customers
slash-chart-kind = kind
    .what = Which chart
slash-chart-customer = customer
    .what = The customer whose history you want to see

slash-import = import
    .what = Import customers, invoices and costs
slash-import-file = file
    .what = See what a file would change, then say yes or no
slash-import-file-file = file
    .what = A CSV or Excel file
slash-import-file-second = second
    .what = One more file
slash-import-file-third = third
    .what = One more file
slash-import-file-fourth = fourth
    .what = One more file
slash-import-file-fifth = fifth
    .what = One more file
slash-import-file-currency = currency
    .what = The currency of the amounts, such as EUR
slash-import-file-sector = sector
    .what = The kind of customers in these files
slash-import-file-kind = kind
    .what = What the file holds
slash-import-file-decimals = decimals
    .what = Which sign stands before the decimals: comma or point
slash-import-file-dates = dates
    .what = What comes first in a date: the day or the month
slash-import-file-day = day
    .what = The date of all rows, if the file has none
slash-import-file-role = role
    .what = The role of all customers in these files
slash-import-file-columns = columns
    .what = What columns mean, such as Relatie=customer
slash-import-list = list
    .what = Which files were imported
slash-import-undo = undo
    .what = Undo an import
slash-import-undo-number = number
    .what = The number of the import; leave it empty for the last one

slash-agenda = agenda
    .what = Whom to contact, and when
slash-agenda-owner = owner
    .what = Only customers of this account manager
slash-agenda-customer = customer
    .what = Only this customer, with its whole programme
slash-agenda-until = until
    .what = The last day, such as “next friday” or 31-12-2026; leave empty for a week
slash-agenda-late = late
    .what = Only what is too late already

slash-log = log
    .what = Note a contact that took place
slash-log-customer = customer
    .what = Its name or number
slash-log-channel = channel
    .what = How it took place
slash-log-day = day
    .what = When, such as “yesterday”; leave empty for today

slash-review = review
    .what = Score all customers again

slash-export = export
    .what = Get all customers with their types as a file
slash-export-form = form
    .what = Excel or CSV

slash-owner = owner
    .what = Record who looks after a customer
slash-owner-customer = customer
    .what = Its name or number
slash-owner-owner = owner
    .what = The name of the account manager

slash-judge = judge
    .what = Give a customer’s potential a grade
slash-judge-customer = customer
    .what = Its name or number
slash-judge-grade = grade
    .what = From 0 (none) to 10 (very large)

slash-override = override
    .what = Give a customer a type yourself
slash-override-customer = customer
    .what = Its name or number
slash-override-type = type
    .what = The type, or back to what the numbers say
slash-override-reason = reason
    .what = Why you give this type; your team will see it
slash-override-until = until
    .what = The last day, such as 2026-12-31; leave it empty for a year

slash-definition = definition
    .what = Who counts as a customer
slash-definition-list = list
    .what = All definitions, with how many customers each counts
slash-definition-test = test
    .what = See who would count by a rule
slash-definition-test-rule = rule
    .what = Such as: net_revenue_12m > 1000.0
slash-definition-add = add
    .what = Add a definition of your own
slash-definition-add-name = name
    .what = The name of the definition
slash-definition-add-rule = rule
    .what = Such as: net_revenue_12m > 1000.0
slash-definition-remove = remove
    .what = Remove a definition
slash-definition-remove-name = name
    .what = Which definition

slash-settings = settings
    .what = How Klantwijzer works for your team
slash-settings-show = show
    .what = Show the settings
slash-settings-change = change
    .what = Change a setting
slash-settings-change-name = name
    .what = Which setting
slash-settings-change-value = value
    .what = The new value

slash-setup = setup
    .what = Get started: language, roles, channels, first import

slash-help = help
    .what = What can I do here?

choice-strategic = strategic
choice-large = large
choice-development = development
choice-transactional = transactional
choice-by-the-model = back to what the numbers say
choice-value = value
choice-potential = potential
choice-name = name
choice-lower-cost = lower the cost
choice-say-no = say no
choice-visit = visit
choice-meeting = meeting or video call
choice-workshop = workshop
choice-event = event
choice-proposal = proposal
choice-personal = personal request
choice-phone = phone
choice-email = e-mail
choice-internal = within the team
choice-customers = { file-kind-customers }
choice-people = { file-kind-people }
choice-leads = { file-kind-leads }
choice-invoices = { file-kind-invoices }
choice-invoice_lines = { file-kind-invoice_lines }
choice-payments = { file-kind-payments }
choice-gifts = { file-kind-gifts }
choice-membership_fees = { file-kind-membership_fees }
choice-ad_spend = { file-kind-ad_spend }
choice-data_sales = { file-kind-data_sales }
choice-services = { file-kind-services }
choice-support = { file-kind-support }
choice-costs = { file-kind-costs }
choice-contacts = { file-kind-contacts }
choice-documents = { file-kind-documents }
choice-comma = comma, as in 1.234,56
choice-point = point, as in 1,234.56
choice-dmy = day first, as in 31-12-2026
choice-mdy = month first, as in 12-31-2026
choice-prospect = prospect
choice-buyer = buyer
choice-member = member
choice-recipient = recipient of a free service
choice-donor = donor
choice-user = user
choice-advertiser = advertiser
choice-data_buyer = data buyer
choice-xlsx = Excel
choice-csv = CSV
slash-privacy = privacy
    .what = Get or erase what is held about a customer
slash-privacy-export = export
    .what = Get everything that is held about a customer
slash-privacy-export-customer = customer
    .what = Its name or number
slash-privacy-erase = erase
    .what = Erase a customer for good
slash-privacy-erase-customer = customer
    .what = Its name or number
slash-privacy-erase-sure = sure
    .what = Type its full name once more, to be sure
slash-privacy-lift = lift
    .what = Let an erased customer come back
slash-privacy-lift-customer = customer
    .what = The number or name it had before it was erased
slash-audit = audit
    .what = Who did what
slash-audit-customer = customer
    .what = Only what was done to this customer
