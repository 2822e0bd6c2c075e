# Why rows and files were not taken over, and what to do about it.

rejected = { $place }: { $why }
rejected-row = { $file }, line { $line }
rejected-cell = { $file }, line { $line }, column “{ $column }”

rejection-no-customer = this row names no customer. Fill in the customer’s id or name.
rejection-missing = this cell must not be empty. Fill it in.
rejection-too-many-columns = this row has { COUNT($found) } cells, the header only { COUNT($expected) }. Put text with a separator in it between quotes.
rejection-too-few-columns = this row has { $found ->
    [one] { COUNT($found) } cell
   *[other] { COUNT($found) } cells
}, the header { COUNT($expected) }. Check whether the row was cut off.
rejection-not-a-number = “{ $value }” is not a number. Use only digits, with a decimal sign if needed.
rejection-ambiguous-number = “{ $value }” can be read in two ways. Say with --decimal comma or --decimal point which one is right.
rejection-ambiguous-number-discord = “{ $value }” can be read in two ways. Choose the right one with the option decimals of /import file.
rejection-number-out-of-range = “{ $value }” is too large. Check the cell and the decimal sign.
rejection-not-a-date = “{ $value }” is not a date. Write the date as 2026-12-31.
rejection-date-out-of-range = “{ $value }” lies before 1900 or far in the future. Check the year. Are day and month swapped? Then add --dates dmy or --dates mdy.
rejection-date-out-of-range-discord = “{ $value }” lies before 1900 or far in the future. Check the year. Are day and month swapped? Then choose the order with the option dates of /import file.
rejection-no-rate = there is no exchange rate for { $currency }. Set one in the settings, or convert the amounts first.
rejection-bad-text = “{ $value }” is too long or has odd characters in it. Shorten the text or retype it.
rejection-unknown-word = “{ $value }” is not a word I know in this column. Check the spelling.
rejection-number-of-another = document { $number } is listed with more than one customer: { $customers }. Put each document with one customer.
rejection-name-of-several = more than one customer is called “{ $name }”: { $customers }. Put the customer id in the row.
rejection-contradicts-row = this row is about the same document or customer as line { $line }, but says something else. Keep only the right one.
rejection-bad-encoding = the characters can’t be read. Save the file as UTF-8 and import it again.
rejection-erased = this customer was erased on request. If the customer may come back, an admin can allow it with “klantwijzer privacy lift CUSTOMER”.
rejection-erased-discord = this customer was erased on request. If the customer may come back, an admin can allow it with /privacy lift.
