# What the reader must know beside an answer.

note-provisional = A provisional type becomes certain by itself, with time and more purchases.
note-provisional-fill = { $n ->
    [one] Fill in { $facts } to be sure of the type.
   *[other] Fill in { $facts } to be sure of most types.
}
note-too-early = { $n ->
    [one] { COUNT($n) } { $who } does give a sign, but its type is still provisional. That’s too early for a NO.
   *[other] { COUNT($n) } { $who } do give a sign, but their type is still provisional. That’s too early for a NO.
}
note-not-looked-for = I couldn’t look at { $signs }: your data has nothing about that. Import it for fuller advice.
payments = payments
note-pending = { $n ->
    [one] { COUNT($n) } is about to change type; the next review decides.
   *[other] { COUNT($n) } are about to change type; the next review decides.
}
note-overridden = For { COUNT($n) } of them the type was set by hand.
note-kept = { COUNT($n) } { $who } { $n ->
    [one] keeps
   *[other] keep
} the type and the value of { $day }: { $why }
note-unscored = { COUNT($n) } { $who } { $n ->
    [one] has
   *[other] have
} no type yet: { $why }
note-no-plugin = nothing is set up for their sector. Fill in a sector, or choose a default.
note-plugin-missing = the plugin “{ $plugin }” is missing. Put it back and review again.
note-plugin-failed = the plugin “{ $plugin }” failed. Restart it or ask who made it, then review again.
note-plugin-failed-so = the plugin “{ $plugin }” failed (“{ $words }”). Restart it or ask who made it, then review again.
note-fact-unknown = { $fact } is missing. Fill it in and review again.
note-fact-unknown-some = something that is needed is missing. Ask “What don’t we know?” to see what.
note-not-finite = the plugin “{ $plugin }” gave a value that is no number. Ask who made it to look into it.
note-value-unknown = what they bring in is not known yet. Import their invoices, orders or gifts.
note-too-many-strategic = { COUNT($n) } strategic customers is more than the team can cherish: with { $managers ->
    [one] { COUNT($managers) } account manager
   *[other] { COUNT($managers) } account managers
} about { COUNT($limit) } fit. Consider raising the bar or adding people.
note-dependence = Mind your dependence: { $name } alone makes { $share } of all value.
note-counted-otherwise = This is everybody with { $types ->
    [0] a type
    [one] this type
   *[other] one of these types
}. Of them { COUNT($n) } { $n ->
    [one] counts
   *[other] count
} as a customer: { $who }.
note-counted-otherwise-own = This is everybody with { $types ->
    [0] a type
    [one] this type
   *[other] one of these types
}. By the definition “{ $name }” it is { COUNT($n) }.
note-shown = You see the first { COUNT($shown) } of { COUNT($total) }.
note-stale = The last review was { $days } ago; run a new one for fresh figures.
note-worked-out = No review was kept for that day; this was worked out afterwards and isn’t kept either.
note-period-left-out = This is how things stand now, over the last 12 months; I can’t work it out for another period.
note-period = All amounts are about what happened { $period }.
note-nobody-fits = Nobody fits that description. Check the spelling, or leave out a part.
note-only-about = This is only about { $who }.

missing-acquisition-cost = No sales or marketing cost is known. Import it to see what winning customers costs.
missing-support-cost = No service cost is known. Import service requests to see what is left after service.
missing-payments = Nothing is known about payments. Import invoices with a due day or a day of payment.
missing-margin = The cost of goods is unknown, so this is about revenue and not margin.
missing-size = Nothing is known about size. Fill in the companies’ employees or revenue.
missing-sectors = No sectors are known. Fill them in to compare like with like.
missing-gifts = No gifts are known. Import them to answer this.
missing-leads = No referred leads are known. Import them to answer this.
note-old-ledger = The newest income is { $days } old, so nobody has any value now. To look from an earlier day, add --as-of, for instance --as-of 2025-12-31.
note-old-ledger-discord = The newest income is { $days } old, so nobody has any value now. Import newer invoices with /import file.
