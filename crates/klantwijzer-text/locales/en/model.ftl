# How scores, types, programmes and history work.

high = high
low = low
col-now = value now
col-later = potential
col-attention = what they ask of you

model-types = Every customer who can bring in money gets one of four types, by what they bring in now (value) and how far they can grow (potential).
model-source = The four types come from Derrick Philippe Gosselin. They help you spend your scarce time where it counts.
model-bars = Value is high for the top { $share } within a sector; in a group of fewer than { $small } it is high for the few who make { $small_share } of all value. Potential is high from { $points } of 100.
model-count = Right now you have { COUNT($n) } { $who }.

model-strategic = A strategic customer brings in much now and can grow further. Often it is a reference or an ambassador too. Work as partners, and cherish it: the account manager and the CEO both make time.
    .short = partnership: cherish them
model-large = A large customer brings in much now, with little room to grow. Keep it: regular maintenance talks, so that everything simply goes on.
    .short = maintenance: keep them
model-development = A development customer brings in little now and can grow much, by buying more or buying deeper. That is worth your time.
    .short = growth: worth your time
model-transactional = A transactional customer brings in little now and has little room to grow. Keep the cost low: good e-mails, large events, and sometimes NO.
    .short = keep the cost low

model-value = Value is what a customer brings in per year now, in money: what came in, less what the customer costs. It can be negative.
model-value-sector = For { $sector } it is made of { $parts }. It is high from { $from } a year.
model-value-sector-open = For { $sector } it is made of { $parts }. No customer there has a high value right now.

model-potential = Potential says from 0 to 100 how far a customer can still grow. It is high from { $points }.
model-potential-unknown = What isn’t known doesn’t count against a customer: the parts that are known then weigh more. The less is known, the less certain the outcome.
model-potential-sector = For { $sector } these parts weigh in:
col-weight = weight

model-provisional = A type is provisional as long as there are too few figures to trust. That is so when:
model-provisional-confidence = less than { $share } of what makes up the potential is known;
model-provisional-young = the first purchase was less than { $n ->
    [one] { COUNT($n) } month
   *[other] { COUNT($n) } months
} ago;
model-provisional-few = there were fewer than { $n ->
    [one] { COUNT($n) } purchase
   *[other] { COUNT($n) } purchases
}.
model-pending = Nobody loses a type by accident: value has to drop out of the top { $share }, or potential below { $points }, at two reviews in a row. In between, the change is shown as on its way. Moving up happens at once.

model-no = Saying NO is only about transactional customers, and only with clear signs:
model-no-ratio = sales and marketing cost { $share } or more of the revenue;
model-no-margin = nothing is left of the margin after service;
model-no-margin-at = { $left } or less of the margin is left after service;
model-no-profile = the customer is the opposite of your ideal customer;
model-no-open = an invoice has been open for more than { $days }.
model-no-ladder = With one sign, lower the cost first, for instance by automating. With two or more the advice is NO.
model-no-never = The advice is never given for those who receive a free service, for a provisional type, for a type set by hand, or within a strategic group. And it stays advice: a person decides.

model-cost = What does it cost to win and keep a customer? Divide the sales and marketing cost of a year by the revenue of that year.
model-cost-lights = Below { $amber } is fine. From { $amber } it is worth keeping an eye on, and from { $red } it is too high: the customer then costs what it brings in.
model-cost-ladder = High cost and low revenue? Lower the cost first, for instance by automating. Only then NO.

model-ideal = The ideal customer is described by size, sector and how well it fits the problem you solve. It gives the team focus.
model-ideal-least = The least ideal customer is the mirror image: a by-catch that often costs more than it brings in.

history-none = { $name } has not been reviewed yet, so there is no history.
history-one = { $name } has been reviewed once, on { $day }: { $type }.
history-same = { $name } has been { $type } since { $since }; { $value }.
history-back = { $name } is { $type } again, as on { $since }; { $value }.
history-moved = { $name } has gone from { $from } to { $to } since { $since }; { $value }.
history-value = the value went from { $before } to { $now } a year
history-value-unknown = the value at the beginning or at the end is not known
history-rules = { $sector } { $version }
col-day = review
col-rules = rules

programme-none = There is no contact programme for that type yet.
programme-lead = This is how you keep in touch with each type:
programme-lead-type = This is how you keep in touch with { $who }:
programme-title = This is how you keep in touch with { $who } ({ COUNT($n) } now); it takes about { $hours } hours a year per { $one }.
programme-title-free = This is how you keep in touch with { $who } ({ COUNT($n) } now); it takes none of the team’s time.
programme-empty = For { $who } no contact moments are planned.
programme-edited = Your team changed this programme.
programme-once = once
programme-lights = Past the ideal time a moment turns yellow, past the latest time red. The clock starts again at the last real contact.
col-moment = contact moment
col-channel = how
col-every = every
col-latest = at the latest
col-who = who
col-prepare = prepare
col-minutes = minutes
