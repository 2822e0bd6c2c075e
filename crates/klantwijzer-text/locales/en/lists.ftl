# Lists of customers.

# "7 strategic", "3 large".
so-many = { COUNT($n) } { $what }
format-months = { $n ->
    [one] { COUNT($n) } month
   *[other] { COUNT($n) } months
}
left-out = And { COUNT($n) } more.
nameless = customer { $number }

# "strategic customers" + "in Germany".
narrowed = { $who } { $how }
filter-sector = in { $sector }
filter-plugin = in the sector { $sector }
filter-country = in { $country }
filter-owner = looked after by { $owner }
filter-employees = with { $range } employees
filter-company-revenue = with a revenue of their own of { $range }
filter-value = worth { $range } a year
range-between = { $min } to { $max }
range-from = at least { $min }
range-to = at most { $max }
range-above = more than { $min }
range-below = under { $max }
range-both = { $from } and { $to }

list-none = You have no { $who }.
list-untyped = Nobody in your book has a type yet.
list-none-hint = Ask without the restriction, or ask “Which customers do we have?” to start.
list-none-of-type = Ask “Which customers do we have?” to see the types that your customers do have, and “How do the types work?” to see what each type takes.
list-types = You have { COUNT($n) } { $who }: { $types }.
list-one-type = You have { COUNT($n) } { $who }{ $provisional ->
    [0] .
   *[other] { $n ->
        [one] , and that is provisional.
       *[other] , { COUNT($provisional) } of them provisionally.
    }
}
list-one-type-all = You have { COUNT($n) } { $who }, all of them provisionally.
list-all-provisional = { $n ->
    [one] That type is still provisional.
   *[other] All of those types are still provisional.
}
list-some-provisional = For { COUNT($n) } of them the type is still provisional.
list-sorted = In order of { $measure }:

col-type = type
col-value = value a year
col-potential = potential
col-owner = account manager
col-remark = remark
col-from = was
col-to = is now
col-value-before = value then
col-brought = brought in

remark-provisional = provisional: { $doubts }
remark-pending = heading for { $type }
remark-kept = as of { $day }
remark-override = set by hand; the model says { $type }

moved-none = Nobody changed type between { $from } and { $to }.
    .such = Nobody made that move between { $from } and { $to }.
moved-none-first = There is nothing to compare yet: { $to } was the first review.
moved-lead = { $n ->
    [one] { COUNT($n) } { $one } changed type between { $from } and { $to }.
   *[other] { COUNT($n) } { $many } changed type between { $from } and { $to }.
}
moved-from = You see only those who were { $type }.
moved-to = You see only those who became { $type }.
moved-up = { COUNT($n) } moved up
moved-down = { COUNT($n) } moved down
moved-new = { COUNT($n) } got a type for the first time
moved-gone = { $n ->
    [one] { COUNT($n) } has no type any more
   *[other] { COUNT($n) } have no type any more
}
moved-summary = Of these, { $parts }.

lapsed-none = Everybody who brought in money { $gave } did so again { $not }.
lapsed-nobody = As far as the book knows, nobody brought in money { $gave }, so nobody can have stopped since.
lapsed-lead = { $n ->
    [one] { COUNT($n) } { $one } brought in money { $gave } and nothing { $not }. Back then that was { $amount }.
   *[other] { COUNT($n) } { $many } brought in money { $gave } and nothing { $not }. Back then that was { $amount } together.
}
lapsed-advice = The largest are on top; a personal call there is worth the most.
