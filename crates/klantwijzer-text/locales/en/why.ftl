# Why a customer has its type, why not another, and what would change it.

why-lead = { $name } is { $type }: { $figures }.
why-provisionally = provisionally { $type }
why-not-but = { $not } but { $type }
why-value = it brings in { $value } a year
why-value-ranked = it brings in { $value } a year, { $place } of { COUNT($n) } { $who },
why-value-only = it brings in { $value } a year, as the only { $who },
in-group = { $who } in the group “{ $group }”
why-value-unknown = what it brings in is unknown
why-potential = its potential is { $points } of 100
why-potential-parts = its potential is { $points } of 100 (on { COUNT($known) } of { COUNT($all) } parts)
why-potential-unknown = its potential is not known yet

why-no-money = { $name } uses what you offer and brings in no money by nature. It counts, but gets no type, no value and never a NO.
why-no-review = { $name } has no type yet. It gets one at the next review.
why-unscored = { $name } has no type yet. { $why }
why-decided = { $name } is { $type } because { $by } decided so on { $given }: “{ $reason }”. It holds up to and including { $until }.
why-kept = This is still the score of { $day }: { $why }
why-model-says = The model itself says { $type }: { $figures }.

unscored-no-plugin = Nothing is set up for its sector: add the sector’s plugin or choose another one for this customer.
unscored-plugin-missing = The plugin “{ $plugin }” that scores it is missing. Put it back and review again.
unscored-failed = The plugin for its sector failed: “{ $words }”. Restart it or ask who made it, then review again.
unscored-fact = Fill in { $facts }, and it gets one at the next review.
unscored-fact-some = Something that is needed for a score is missing; ask “What don’t we know?” to see what.
unscored-not-finite = The plugin for its sector gave a value that is no number. Ask who made it to look into it.
unscored-value-unknown = What it brings in is not known yet. Import its invoices, orders or gifts; a type follows at the next review.

why-bars = Value counts as high from { $from } a year: the top { $share } of this group. Potential counts as high from { $points } of 100.
why-bars-small = Value counts as high from { $from } a year: in a small group, those who make up { $share } of all value. Potential counts as high from { $points } of 100.
why-bars-nobody = Nobody in this group has a high value right now. Potential counts as high from { $points } of 100.
why-bars-own = The bar for value holds for { $who } only: every group has a bar of its own.
why-provisional = The type is provisional. { $because }
why-fill-in = Fill in { $facts } to be sure.
why-pending = The numbers have pointed to { $type } since { $since }. If the next review says so too, the type changes.

why-value-title = What the value is made of:
why-potential-title = What the potential is made of:
why-no-wish = “{ $part }” doesn’t count, because what is ideal there isn’t set yet. You can do that in the settings, under “{ $setting }”.
margin-instead = margin counts here
lack-review = counts from the next review on
lack-earlier-year = no income in the year before to compare with
lack-unsaid = can’t be worked out here yet
why-facts-title = What this is based on:
why-known-title = What is known:
why-scored-by = Scored with the rules for { $sector }, version { $version }.
together = together

col-value-part = part
col-a-year = a year
col-potential-part = part
col-points = points
col-most = maximum
col-not-known = not known
col-fact = what
col-known = figure
col-could-add = could add
col-find-out = find out first

why-not-it-is = { $name } is { $type }: { $figures }.
why-not-lead = { $name } is { $now }, { $asked }. This is what stands in the way:
why-not-untyped = { $name } has no type yet, so it is { $asked }. This is why:

obstacle-value-low = It brings in { $value } a year; that should be at least { $needed }.
obstacle-value-low-open = It brings in { $value } a year, and nobody in this group has a high value right now.
obstacle-value-high = It brings in { $value } a year; that would have to be under { $below }.
obstacle-value-high-open = It brings in { $value } a year, which is too much for that type.
obstacle-potential-low = Its potential is { $points } of 100; that should be at least { $needed }.
obstacle-potential-unknown = Its potential isn’t known yet; it should be at least { $needed } of 100.
obstacle-potential-high = Its potential is { $points } of 100; that would have to be under { $below }.
obstacle-overridden = A person gave it another type, and that goes first.
obstacle-waiting = The numbers have pointed that way since { $since }, but a second review has to say so too.
obstacle-unscored = It has no score, so nothing can be said about its value and potential.

what-if-already = { $name } is { $type } already: { $figures }.
what-if-lead = To become { $type }, { $name } has to { $changes }.
what-if-no-change = No number has to change for { $name } to become { $type }, but this still stands in the way:
what-if-room-title = Where the potential can still grow:
change-value-up = bring in { $more } more a year
change-value-down = bring in { $less } less a year
change-potential-up = gain at least { $points } of potential
change-potential-to = turn out to have a potential of at least { $needed }
change-potential-down = lose more than { $points } of potential
format-points-more = +{ $points }
