# Hoe het Nederlands getallen, bedragen en datums schrijft.

number-decimal = ,
number-group = .
number-minus = −
unknown = —

format-percent = { $number }%
format-money = { $symbol }{ "\u00A0" }{ $number }
format-money-code = { $code }{ "\u00A0" }{ $number }
currency-EUR = €
currency-USD = $
currency-GBP = £
currency-JPY = ¥

format-date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

period-year = in { $year }
period-quarter = in het { $quarter ->
    [1] eerste
    [2] tweede
    [3] derde
   *[4] vierde
} kwartaal van { $year }
period-month = in { $month } { $year }
period-until = tot en met { $to }
period-days = van { $from } tot en met { $to }

format-days = { $n ->
    [one] { COUNT($n) } dag
   *[other] { COUNT($n) } dagen
}
format-years = ruim { COUNT($n) } jaar
# Een plaats in een rij: 1e, 2e, 3e.
format-place = { COUNT($n) }e
format-grade = { $grade } van de 10

# Opsommingen: "a, b en c".
list-comma = { $before }, { $next }
list-and = { $before } en { $last }
list-or = { $before } of { $last }
quoted = ‘{ $text }’
yes = ja
no = nee
format-millions = { $amount }{ "\u00A0" }mln
