# What customers cost: selling, service, and invoices that stay open.

cost-all = Sales and marketing cost { $cost } in the last 12 months: { $share } of the { $revenue } that came in.
cost-all-no-revenue = Sales and marketing cost { $cost } in the last 12 months, and nothing came in.
cost-unknown = It can’t be said yet what it costs to win and keep customers.
cost-worst = { $name } is the most expensive for what it brings in: { $share } of revenue.
cost-worst-open = { $name } costs money and brought in nothing.
cost-one = Winning and keeping { $name } cost { $cost } in the last 12 months: { $share } of the { $revenue } it brought in.
cost-one-no-revenue = Winning and keeping { $name } cost { $cost } in the last 12 months, and it brought in nothing.
cost-average = The average over all customers is { $share }.
cost-list-none = Nobody costs { $share } or more of what they bring in. Well done.
cost-list = For { COUNT($n) } { $who }, sales and marketing cost { $share } or more of the revenue:

step-fine = That’s fine; nothing has to change.
    .short = fine
step-watch = That’s worth keeping an eye on.
    .short = keep an eye on it
step-lower-cost = That’s too much for what it brings in. Lower the cost first, for instance by automating: e-mail in place of visits, ordering online.
    .short = lower the cost
step-then-no = The cost has been lowered as far as it goes; now NO is an option. A person decides.
    .short = then NO

col-cost = sales and marketing
col-revenue = revenue
col-cost-share = share of revenue
col-light = verdict
col-step = advice

service-none = No service was recorded in the last 12 months. Import service requests with their cost to see which customers ask for the most service.
service-all = Service for { COUNT($n) } { $who } cost { $total } in the last 12 months.
service-lost = For { COUNT($n) } of them nothing is left after service.
service-one-none = { $name } needed no service in the last 12 months.
service-requests = { $cost } ({ $n ->
    [one] { COUNT($n) } request
   *[other] { COUNT($n) } requests
})
service-one = Service for { $name } cost { $cost } in the last 12 months.
service-one-left = Service for { $name } cost { $cost } in the last 12 months, against { $revenue } in revenue. That leaves { $left }.
    .short = Service for { $name } cost { $cost } in the last 12 months, against { $revenue } in revenue. That is { $short } short.
col-support = cost of service
col-requests = requests
col-left = left over

overdue-none = No invoice is past its due day. Nicely up to date.
overdue-none-days = No invoice has been open for more than { $days }. Nicely up to date.
overdue-due = { COUNT($n) } { $who } { $n ->
    [one] has
   *[other] have
} an invoice past its due day.
overdue-days = { COUNT($n) } { $who } { $n ->
    [one] has
   *[other] have
} an invoice that has been open for more than { $days }.
overdue-amount = In all, { $amount } is past due.
overdue-open = Including what is not due yet, { $amount } is open, with { COUNT($n) } { $who }.
overdue-of-all = In all, { $amount } is open, due or not.
overdue-of = { $name } has { $amount } past due. The oldest open invoice is { $oldest } old.
overdue-of-open = The oldest open invoice of { $name } is { $oldest } old.
overdue-of-none = { $name } has no invoice past its due day. Nicely up to date.
overdue-of-none-days = { $name } has no invoice that has been open for more than { $days }. Nicely up to date.
col-past-due = past due
col-oldest = oldest open
overdue-unknown = The book doesn’t say which invoices are paid.
