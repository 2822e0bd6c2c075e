# Rankings, how much hangs on few customers, and comparisons.

ranking-none = None of your { $who } can be put in order of { $measure }.
ranking-none-hint = Nothing is known about it yet. Import it, or choose another measure.
last-twelve-months = in the last 12 months
nothing-invoices = There are no invoices { $period } for your { $who }.
    .newest = The newest invoice is dated { $day }.
nothing-gifts = There are no gifts { $period } from your { $who }.
    .newest = The newest gift is dated { $day }.
nothing-ad-spend = There is no ad spend { $period } from your { $who }.
    .newest = The newest income is from { $day }.
nothing-costs = There are no costs { $period } for your { $who }.
nothing-leads = There are no leads { $period } from your { $who }.
nothing-income = There is no income { $period } from your { $who }.
    .newest = The newest income is from { $day }.
ranking-highest = { $name } comes first: { $amount } ({ $measure }).
ranking-lowest = { $name } comes last: { $amount } ({ $measure }).
ranking-total = Together that’s { $total }.
ranking-together = The first { COUNT($n) } of the { COUNT($all) } { $who } make { $share } of the total of { $total }.
col-place = #
col-share = share
col-customers = customers
without-sector = without a sector
without-owner = without an account manager
without-country = without a country
without-name = without a name

concentration-none = None of your { $who } brings in anything yet, so it can’t be said yet how much you depend on a few.
concentration-lead = { COUNT($n) } of your { COUNT($all) } { $who } ({ $part }) { $n ->
    [one] makes
   *[other] make
} { $share } of all value.
    .part = { COUNT($n) } of your { COUNT($all) } { $who } ({ $part }) { $n ->
    [one] makes
   *[other] make
} { $share } of what they bring in together.
concentration-top = { $n ->
    [one] The largest of your { $who } makes { $share } of all value.
   *[other] Your { COUNT($n) } largest { $who } make { $share } of all value.
}
    .part = { $n ->
    [one] The largest of your { $who } makes { $share } of what they bring in together.
   *[other] Your { COUNT($n) } largest { $who } make { $share } of what they bring in together.
}
concentration-total = The total value is { $total } a year.
concentration-part = Together your { $who } make { $total } a year: { $share } of the value of all customers.
concentration-largest = The largest:
col-largest = the largest
col-makes = share together

comparison-lead = { $names }, side by side:
comparison-both = { $n ->
    [one] { $name } brings in most ({ $value } a year) and has most potential too ({ $points } of 100).
   *[other] { $name } bring in most together ({ $value } a year) and have most potential too ({ $points } of 100 on average).
}
comparison-split = { $n ->
    [one] { $name } brings in most ({ $value } a year), but { $other } has more potential ({ $points } of 100).
   *[other] { $name } bring in most together ({ $value } a year), but { $other } have more potential ({ $points } of 100 on average).
}
comparison-means = For a group, the amounts are added up. Potential and time to pay are averages over those for whom they are known.
row-revenue = net revenue, 12 months
row-revenue-before = the 12 months before
row-acquisition = sales and marketing cost
row-support = cost of service
row-invoices = invoices
row-days-to-pay = time to pay
