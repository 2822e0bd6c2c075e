# Why rows and files were not taken over, and what to do about it.

rejected = { $place }: { $why }
rejected-row = { $file }, line { $line }
rejected-cell = { $file }, line { $line }, column “{ $column }”

rejection-no-customer = it doesn’t say whose row this is. Fill in the customer’s id or name.
rejection-missing = this cell is empty but needed. Fill it in.
rejection-too-many-columns = it has { COUNT($found) } cells and the header only { COUNT($expected) }. Put text with a separator in it between quotes.
rejection-too-few-columns = it has { COUNT($found) } cells and the header { COUNT($expected) }. Check whether the row was cut off.
rejection-not-a-number = “{ $value }” is not a number. Leave only digits, and a decimal sign if needed.
rejection-ambiguous-number = “{ $value }” can be read in two ways. Say which with --decimal comma or --decimal point.
rejection-ambiguous-number-discord = “{ $value }” can be read in two ways. Choose how at decimals, in /import file.
rejection-number-out-of-range = “{ $value }” is too large to be right. Check the cell, and the decimal sign.
rejection-not-a-date = “{ $value }” is not a date. Write it as 1998-05-06.
rejection-date-out-of-range = “{ $value }” lies before 1900 or far in the future. Check the year; with day and month mixed up, add --dates dmy or --dates mdy.
rejection-date-out-of-range-discord = “{ $value }” lies before 1900 or far in the future. Check the year; with day and month mixed up, choose at dates, in /import file.
rejection-no-rate = there is no exchange rate for { $currency }. Add one to the settings, or convert the amounts first.
rejection-bad-text = “{ $value }” is too long or has odd characters in it. Shorten or retype it.
rejection-unknown-word = “{ $value }” is not one of the words this column knows. Check the spelling.
rejection-number-of-another = document { $number } stands with more than one customer: { $customers }. Give each document one customer.
rejection-name-of-several = more than one customer is called “{ $name }”: { $customers }. Put the customer id in the row.
rejection-contradicts-row = this row and line { $line } say different things about the same. Keep the right one.
rejection-bad-encoding = the characters can’t be read. Save the file as UTF-8 and import it again.
rejection-erased = this customer was erased on request. If it may come back, an admin can allow it with “klantwijzer privacy lift CUSTOMER”.
rejection-erased-discord = this customer was erased on request. May the customer come back? An admin allows that with /privacy lift.
