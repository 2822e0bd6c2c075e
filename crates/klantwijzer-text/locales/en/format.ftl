# How English writes numbers, money and dates.

number-decimal = .
number-group = ,
number-minus = −
unknown = —

format-percent = { $number }%
format-money = { $symbol }{ $number }
format-money-code = { $code }{ "\u00A0" }{ $number }
currency-EUR = €
currency-USD = $
currency-GBP = £
currency-JPY = ¥

format-date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

period-year = in { $year }
period-quarter = in the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
period-month = in { $month } { $year }
period-until = up to { $to }
period-days = from { $from } to { $to }

format-days = { $n ->
    [one] { COUNT($n) } day
   *[other] { COUNT($n) } days
}
format-years = over { COUNT($n) } years
# A place in a row: 1st, 2nd, 3rd.
format-place = { NUMBER($n, type: "ordinal") ->
    [one] { COUNT($n) }st
    [two] { COUNT($n) }nd
    [few] { COUNT($n) }rd
   *[other] { COUNT($n) }th
}
format-grade = { $grade } of 10

# Lists: "a, b and c".
list-comma = { $before }, { $next }
list-and = { $before } and { $last }
list-or = { $before } or { $last }
quoted = “{ $text }”
yes = yes
no = no
format-millions = { $amount }{ "\u00A0" }million
