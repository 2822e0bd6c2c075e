# The advice to say NO: signs, and what would change it. A person decides.

no-count = { COUNT($n) } { $who }
lower-count = { COUNT($n) } { $who }
lower-count-others = { $n ->
    [one] { COUNT($n) } other
   *[other] { COUNT($n) } others
}
no-list-none = There’s nobody among your { $who } to say NO to right now.
no-list-none-lower = There’s nobody among your { $who } whose cost has to come down right now.
no-list-none-hint = It takes a transactional customer and at least one clear sign: more cost than revenue, nothing left after service, a poor fit, or an invoice open too long.
no-list-no = Consider saying NO to { $no }.
no-list-lower = Lower the cost of { $lower } first; there’s nobody to say NO to yet.
no-list-both = Consider saying NO to { $no }, and lower the cost of { $lower } first.
no-case-no = { $name } – say NO.
no-case-lower = { $name } – lower the cost first, for instance by automating.
no-advice = This is advice with its reasons; a person decides.
no-this-prospect = this prospect

verdict-no = The advice for { $name } is NO, and this is why:
verdict-lower-cost = Lower the cost of { $name } first, for instance by automating. Saying NO comes only after that.
verdict-keep = Keep { $name }: there’s no reason to say NO.
verdict-too-little-known = Too little is known about { $name } to advise. Find out what’s missing below first.
exempt-no-money = You never say NO to { $name }: those who receive don’t have to bring in money.
exempt-sector = You never say NO to { $name }: in this sector that’s not done.
exempt-provisional = It’s too early to say NO to { $name }: its type is still provisional.
exempt-overridden = There’s no advice to say NO to { $name }: a person set its type by hand.
exempt-strategic-group = Don’t say NO to { $name }: it belongs to a strategic group of companies.

sign-acquisition = Sales and marketing cost { $cost } a year against { $revenue } in revenue ({ $share }).
sign-acquisition-no-revenue = Sales and marketing cost { $cost } a year and there is no revenue.
sign-margin = Service cost { $cost }, and { $left } of the margin is left.
    .nothing = Service cost { $cost }, and nothing of the margin is left.
    .short = Service cost { $cost }: { $short } more than the margin.
    .loss = Even before any service there is a loss of { $short }.
sign-revenue = Service cost { $cost }, and { $left } of the revenue is left.
    .nothing = Service cost { $cost }, and nothing of the revenue is left.
    .short = Service cost { $cost }: { $short } more than the revenue.
    .loss = Credit notes make its revenue { $short } negative, before any service.
sign-requests = { $cost } ({ $n ->
    [one] { COUNT($n) } request
   *[other] { COUNT($n) } requests
})
sign-least-ideal = It is the opposite of your ideal customer.
sign-least-ideal-on = It is the opposite of your ideal customer ({ $criteria }).
sign-open = The oldest invoice has been open for { $days }.
sign-open-amount = The oldest invoice has been open for { $days }, and { $amount } is past due.

no-changes = What would change this: { $changes }.
no-change-cost = sales and marketing cost below { $amount } a year
no-change-revenue = revenue above { $amount } a year
no-change-support = service costs below { $amount } a year
no-change-paid = the open invoice being paid
no-change-fit = a better fit with your ideal customer

no-criteria-title = Compared with your ideal customer:
col-criterion = criterion
col-found = found
col-fit = fit
fit-ideal = ideal
fit-neutral = in between
fit-least = least ideal
fit-unknown = not known
fit-no-wish = no wish set

# A prospect: how it fits, and what to expect of it.
prospect-known = { $name } is a customer of yours already. This is how I would look at a new one like it.
prospect-welcome = Welcome: what is known of { $name } fits your ideal customer.
prospect-welcome-all = Welcome: { $name } fits your ideal customer on every point.
prospect-no = Say NO to { $name }: what is known of it is the opposite of your ideal customer.
prospect-no-mostly = Say NO to { $name }: on { COUNT($n) } of the { COUNT($all) } known points it is the opposite of your ideal customer.
prospect-closer = Look closer at { $name } before you decide: of the { COUNT($all) } known points, { $parts }.
prospect-between = Look closer at { $name } before you decide: what is known of it lies between your ideal and your least ideal customer.
prospect-fits = { $n ->
    [one] { COUNT($n) } fits
   *[other] { COUNT($n) } fit
}
prospect-misfits = { $n ->
    [one] { COUNT($n) } is the opposite of your ideal customer
   *[other] { COUNT($n) } are the opposite of your ideal customer
}
prospect-in-between = { $n ->
    [one] { COUNT($n) } is in between
   *[other] { COUNT($n) } are in between
}
prospect-find-out = Still to find out: { $criteria }.
prospect-no-wish = Not counted: { $criteria }. You haven’t set yet what is ideal there.
prospect-expected = { $n ->
    [one] It will probably become a { $who }, but that is provisional: nothing has been bought yet, and I go by the only customer that is like it.
   *[other] It will probably become a { $who }, but that is provisional: nothing has been bought yet, and I go by the { COUNT($n) } customers that are like it ({ $types }).
}
prospect-divided = It can’t be said yet which type it will become: the { COUNT($n) } customers that are like it are divided ({ $types }).
prospect-alike-value = { $n ->
    [one] That one brings in { $value } a year.
   *[other] The middle one of those brings in { $value } a year.
}
prospect-nobody-alike = It can’t be said yet which type it will become: nothing has been bought, and none of your customers is like it in { $likeness }.
prospect-likeness-sector = sector
prospect-likeness-size = size
prospect-unlikened = It can’t be said yet which type it will become. Name the sector or the number of employees too, and I’ll compare it with customers like it.
