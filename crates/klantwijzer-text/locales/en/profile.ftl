# The ideal customer, and what is not known yet.

ideal-lead = This is what your ideal customer looks like:
ideal-least-lead = Your least ideal customer is the opposite of this:
ideal-matches = { $n ->
    [0] Nobody in the book matches that with certainty yet. Fill in size, sector and fit to find them.
    [one] { COUNT($n) } in the book matches that, as far as known:
   *[other] { COUNT($n) } in the book match that, as far as known:
}
ideal-least-matches = { $n ->
    [0] Nobody in the book is like that, as far as known.
    [one] { COUNT($n) } in the book is like that, as far as known:
   *[other] { COUNT($n) } in the book are like that, as far as known:
}
trait-employees = { $range } employees
trait-company-revenue = a revenue of its own of { $range }
trait-sectors = active in { $sectors }
trait-pain-fit = fit with the problem you solve: at least { $grade } of 10
trait-regulation = outside regulation on safety and quality: at least { $grade } of 10
learned-best = By your own figures you keep the most from { $band }: { $left } is left per customer after service and selling.
learned-worst = By your own figures you keep the least from { $band }: { $left } is left per customer after service and selling.
col-band = group
col-left-each = left per customer
col-high-value = share with high value

gaps-none = Nothing important is missing for your { COUNT($n) } { $who }. Well kept.
gaps-field-none = { $fact } – that is known of all { COUNT($n) } { $who }.
gaps-field = { $fact } – that is missing for { COUNT($n) } of your { COUNT($all) } { $who }.
gaps-lead = What would help most to know: { $fact }. That is missing for { COUNT($n) } of your { COUNT($all) } { $who }.
gaps-rows-title = Start with these; they are worth most:
col-missing = missing for
col-weighs = missing in potential
