# Words in pictures, and what a picture says for who cannot see it.

chart-matrix = Where your customers stand
chart-funnel = How many customers are there?
chart-movement = How customers changed type
chart-history = Value at each review
chart-value = Customer value per year
chart-value-uneven = Customer value per year (equal steps are not equal amounts)
chart-astray = { $n ->
    [one] One bubble has a dark ring: it stands in the quadrant of another type, because the customer waits for a second review or because somebody set the type by hand.
   *[other] { COUNT($n) } bubbles have a dark ring: they stand in the quadrant of another type, because the customer waits for a second review or because somebody set the type by hand.
}
chart-left-out = { $n ->
    [one] One customer with a type is not in this picture: it is of another sector, or has no value of its own.
   *[other] { COUNT($n) } customers with a type are not in this picture: they are of another sector, or have no value of their own.
}
chart-potential = Potential
chart-unknown-potential = potential not known
chart-customers = { $n ->
    [one] one customer
   *[other] { COUNT($n) } customers
}
chart-bubbles = The larger the bubble, the larger its share of the value.
chart-crowded = The deeper the colour, the more customers. Drawn as a bubble: the { COUNT($n) } most valuable.
chart-as-of = As of { $day }
chart-sector-as-of = { $sector }, as of { $day }
chart-figure = { $n } ({ $share })
chart-chosen = The coloured bar is the definition your team uses.
chart-bands = Full bands: customers who changed type.
chart-part = { $name }: { $figure }
chart-matrix-says = { $title }. { $parts }.
chart-movement-says = { $n ->
    [one] One review; changes of type: { $moved }.
   *[other] { COUNT($n) } reviews; changes of type in all: { $moved }.
}
chart-day = { $day } { $month } { $year }
chart-month-1 = Jan
chart-month-2 = Feb
chart-month-3 = Mar
chart-month-4 = Apr
chart-month-5 = May
chart-month-6 = Jun
chart-month-7 = Jul
chart-month-8 = Aug
chart-month-9 = Sep
chart-month-10 = Oct
chart-month-11 = Nov
chart-month-12 = Dec

choice-matrix = value and potential
choice-funnel = how many by each definition
choice-movement = changes of type
choice-history = one customer over time

error-nothing-to-draw = There is nothing to draw yet.
    .help = Import your customers and their invoices with /import file; there is a picture once customers have a type.
error-one-review = There is only one review so far, so nobody has changed type.
    .help = Look again after the next review.
error-not-drawn = The picture could not be drawn: { $problem }.
    .help = Ask for the list instead, with /customers.
error-history-of-whom = Whose history would you like to see?
    .help = Fill in customer as well.
