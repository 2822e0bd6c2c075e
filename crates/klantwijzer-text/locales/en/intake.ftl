# How a file was understood, or why it could not be read.

file-kind-customers = customers
file-kind-people = contact persons
file-kind-leads = leads
file-kind-invoices = invoices
file-kind-invoice_lines = invoice lines
file-kind-payments = payments
file-kind-gifts = gifts
file-kind-membership_fees = membership fees
file-kind-ad_spend = ad spend
file-kind-data_sales = data sales
file-kind-services = services delivered
file-kind-support = service requests
file-kind-costs = costs
file-kind-contacts = contact moments
file-kind-documents = documents
file-kind-word = { $word } ({ $name })
file-kind-word-discord = { $name }

field-customer = customer id
field-name = customer name
field-sector = sector
field-owner = account manager
field-parent = parent company
field-country = country
field-city = town
field-role = role
field-plugin = sector plugin
field-given_value = value your team gives
field-tags = tags
field-judged_on = day of the judgement
field-person = contact person
field-first_name = first name
field-infix = name particle
field-last_name = last name
field-person_role = job title
field-email = e-mail
field-phone = phone
field-opt_out = asked not to be contacted
field-number = document number
field-line = line number
field-product = product
field-category = category
field-kind = kind of entry
field-date = date
field-due_date = due day
field-paid_date = day of payment
field-amount = amount
field-net_amount = amount excl. VAT
field-gross_amount = amount incl. VAT
field-vat = VAT
field-open_amount = amount still open
field-cost = cost of the row
field-unit_cost = cost per unit
field-margin = margin
field-quantity = quantity
field-unit_price = price per unit
field-discount = discount
field-discount_percent = discount in per cent
field-currency = currency
field-channel = contact channel
field-support_cost = cost of service
field-sales_cost = cost of sales
field-marketing_cost = cost of marketing
field-referred_by = referred by
field-lead_margin = margin of the lead
field-ignore = not read

intake-failure = { $file } can’t be read: { $problem }.
intake-sheet = { $file } (sheet { $sheet })
intake-others = { COUNT($n) } more

size-mib = MB
size-mib-unpacked = MB once unpacked
size-rows = rows
size-columns = columns
looks-old-excel = an old Excel file (.xls) or a workbook with a password
looks-pdf = a PDF
looks-picture = a picture
looks-packed = a packed file, such as a zip
looks-web-page = a web page
looks-json = JSON
looks-no-text = something other than text

problem-empty = there is nothing in it
    .help = Export the file again and check that it has a header and rows.
problem-too-large = it holds more than { $limit } { $unit }
    .help = Split it, for instance by year, and import the parts.
problem-not-a-table = it is not CSV or Excel; it looks like { $looks }
    .help = Save it as CSV or as an Excel workbook (.xlsx).
problem-broken-workbook = the workbook is damaged
    .help = Open it in Excel and save it again, or export it as CSV.
problem-locked-workbook = the workbook has a password
    .help = Save it without a password.
problem-unknown-kind = the headers don’t say what it holds: { $headers }
    .help = Say what it holds with --kind and one of these words: { $kinds }. Say what a column means with --map "HEADER=meaning".
    .help-discord = Choose what it holds with the option kind of /import file: { $kinds }. Say what a column means with the option columns, such as HEADER=meaning.
problem-unknown-kind-near = the headers don’t say what it holds: { $headers }. It comes nearest to { $kind }; that still needs { $missing }
problem-ambiguous-kind = the headers fit more than one kind of file: { $kinds }
    .help = Say which one it is with --kind and one of these words: { $kinds }.
    .help-discord = Choose which one it is with the option kind of /import file: { $kinds }.
problem-missing-columns = { $kind } need a column with { $missing }; the headers are { $headers }
    .help = Point out the column with --map "HEADER={ $field }".
    .help-discord = Point out the column with the option columns of /import file: HEADER={ $field }.
problem-no-date-column = { $kind } need dates, but no column holds dates; the headers are { $headers }
    .help = Point out the column with --map "HEADER=date", or give one date for all rows with --date YYYY-MM-DD.
    .help-discord = Point out the column with the option columns of /import file: HEADER=date. Or give one date for all rows with the option day.
problem-two-columns = more than one column can be this: { $field }. They are { $headers }
    .help = Say which one it is with --map "{ $header }={ $field }".
    .help-discord = Say which one it is with the option columns of /import file: { $header }={ $field }.
problem-unknown-column = there is no column “{ $header }”; the headers are { $headers }
    .help = Write the header after --map exactly as it stands in the file.
    .help-discord = Write the header at the option columns exactly as it stands in the file.
problem-ambiguous-decimals = numbers such as { $examples } can be read in two ways
    .help = Say with --decimal comma or --decimal point which sign stands before the decimals.
    .help-discord = Choose with the option decimals of /import file which sign stands before the decimals.
problem-ambiguous-dates = some dates have the day first ({ $day }) and others the month ({ $month })
    .help = Say which is right with --dates dmy or --dates mdy; rows that don’t fit are then left out.
    .help-discord = Choose with the option dates of /import file which is right; rows that don’t fit are then left out.
problem-credit-or-invoice = every number looks like that of a credit note ({ $examples }), and yet the amounts are positive
    .help = Add a column “kind” with the word invoice or credit, or put “credit” in the file’s name if they are all credit notes.
problem-cost-kind-unknown = it doesn’t say whether these are costs of service, sales or marketing
    .help = Add a column with the word support, sales or marketing, or use --map "{ $header }=support_cost" (or sales_cost, marketing_cost).
    .help-discord = Add a column with the word support, sales or marketing. Or say it with the option columns of /import file: { $header }=support_cost (or sales_cost, marketing_cost).

intake-kind-from-name = The headers fit more than one kind of file; the name of the file settled it. If that’s wrong, use --kind.
intake-kind-from-name-discord = The headers fit more than one kind of file; the name of the file settled it. If that’s wrong, choose another kind with the option kind of /import file.
intake-assumed-invoices = I read this as invoices, because it only has a customer, a date and an amount. If that’s wrong, use --kind.
intake-assumed-invoices-discord = I read this as invoices, because it only has a customer, a date and an amount. If that’s wrong, choose another kind with the option kind of /import file.
intake-column-chosen = For { $field } the column “{ $chosen }” was read and not { $ignored }. Choose another with --map.
intake-column-chosen-discord = For { $field } the column “{ $chosen }” was read and not { $ignored }. Point out another with the option columns of /import file.
intake-name-is-id = There is no customer id, so the name in “{ $header }” tells customers apart.
intake-gross-taken = Only amounts incl. VAT were found, in “{ $header }”; those were taken.
intake-gross-less-vat = The VAT was taken off the amounts.
intake-vat-unclear = It isn’t clear whether “{ $header }” is incl. or excl. VAT; the amounts were taken as they are. Say so with --map "HEADER=net_amount" or "HEADER=gross_amount".
intake-vat-unclear-discord = It isn’t clear whether “{ $header }” is incl. or excl. VAT; the amounts were taken as they are. Say so with the option columns of /import file: HEADER=net_amount or HEADER=gross_amount.
intake-vat-not-added = “{ $header }” doesn’t seem to hold amounts of VAT, so what is open is worked out excl. VAT. If they are amounts of VAT, say so with --map "{ $header }=vat".
intake-vat-not-added-discord = “{ $header }” doesn’t seem to hold amounts of VAT, so what is open is worked out excl. VAT. If they are amounts of VAT, say so with the option columns of /import file: { $header }=vat.
intake-amount-computed = Amounts were worked out from quantity, price and discount.
intake-cost-is-total = “{ $header }” was read as the cost of the whole row, not of one unit.
intake-date-given = Every row has the date that you gave.
intake-lines-without-number = There are no document numbers, so each row counts as a document of its own.
intake-kind-column-ignored = “{ $header }” was not read: I know none of the words in this column.
intake-decimals-mixed = Some numbers have a decimal point and others a decimal comma; numbers that can be read in two ways were left out. Settle the sign with --decimal.
intake-decimals-mixed-discord = Some numbers have a decimal point and others a decimal comma; numbers that can be read in two ways were left out. Settle the sign with the option decimals of /import file.
intake-dates-mixed = Some dates fit only the other order of day and month, such as { $examples }; those were left out. Settle the order with --dates.
intake-dates-mixed-discord = Some dates fit only the other order of day and month, such as { $examples }; those were left out. Settle the order with the option dates of /import file.
intake-fact-not-declared = No sector uses “{ $fact }” yet; it is kept all the same.
intake-shares-are-percentages = “{ $header }” has numbers over 1; they were read as percentages.
intake-rows-alike = { $n ->
    [one] One row is exactly like another row in this file (line { $lines }), and counts as well. Is that right? Take the double one out otherwise.
   *[other] { COUNT($n) } rows are exactly like another row in this file ({ $more ->
        [0] lines { $lines }
       *[other] lines { $lines } and so on
    }), and count as well. Is that right? Take the double ones out otherwise.
}
intake-no-rows = There are no rows under the header.
intake-sheet-skipped = The sheet “{ $sheet }” was left out: its headers don’t say what it holds.
