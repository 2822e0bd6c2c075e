# Whom to contact, and when.
agenda-lead = { $n ->
    [0] Nobody needs a personal contact up to { $until }.
    [one] One contact moment is due up to { $until }.
   *[other] { COUNT($n) } contact moments are due up to { $until }, with { COUNT($customers) } customers.
}
agenda-lead-from = { $n ->
    [0] Nobody needs a personal contact from { $from } to { $until }.
    [one] One contact moment is due from { $from } to { $until }.
   *[other] { COUNT($n) } contact moments are due from { $from } to { $until }, with { COUNT($customers) } customers.
}
agenda-lead-late = { $n ->
    [0] Nobody has waited too long.
    [one] One contact moment is too late.
   *[other] { COUNT($n) } contact moments are too late, with { COUNT($customers) } customers.
}
agenda-lead-of = This is when { $name } is due:
agenda-none-of = No contact moments are planned for { $name }.
agenda-states = { COUNT($red) } past the latest day, { COUNT($yellow) } past the ideal day, { COUNT($green) } still to come.
agenda-first = { $n ->
    [one] One of them is with a customer whose earlier contacts are not in the book. Its first moment is spread over the programme’s own interval, so it isn’t late at once.
   *[other] { COUNT($n) } of them are with customers whose earlier contacts are not in the book. Their first moments are spread over the programme’s own interval, so they aren’t all late at once.
}
agenda-at-once = { $n ->
    [one] Besides this, one mailing, event or check is due: that goes to many customers at once.
   *[other] Besides this, { COUNT($n) } mailings, events and checks are due: those go to many customers at once.
}
agenda-unclear = { $n ->
    [one] One contact in the book says in a word that I don’t know how it took place. It counts for nothing here: correct the channel and import it once more.
   *[other] { COUNT($n) } contacts in the book say in words that I don’t know how they took place. They count for nothing here: correct the channel and import them once more.
}
agenda-green = to come
agenda-yellow = ▲ time for it
agenda-red = ■ too late
col-due = Ideally on
col-due-latest = At the latest on
col-last-contact = Last one
col-state = How it stands

# A contact that took place.
log-source = Contact with { $name }: { $channel }
log-done = Noted: { $channel } with { $name } on { $day }.
log-known = That contact ({ $channel } with { $name } on { $day }) was in the book already.
log-next = Next: { $moment }, ideally on { $day }.
error-not-yet = { $day } is still to come. Note a contact once it took place.
    .help = Leave out the day for today, or name a day that has passed.
error-agenda-days = The first day, { $from }, is after the last, { $until }.
    .help = Swap the two days, or leave one out.
error-unknown-owner = “{ $name }” is no account manager in your book.
    .help = The account managers in your book are { $names }.
