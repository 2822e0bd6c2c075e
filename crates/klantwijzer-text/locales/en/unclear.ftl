# What was unclear about a question.

unclear-all = I didn’t quite get that.
unclear-words = I didn’t quite get that; I can’t place { $words }.
unclear-customer = I don’t know a customer called { $name }. Check the spelling, or ask for a part of the name.
unclear-customer-near = I don’t know a customer called { $name }.
unclear-which-customer = { $n ->
    [one] { COUNT($n) } customer fits { $name }; is it this one?
   *[other] { COUNT($n) } customers fit { $name }. Which one do you mean?
}
unclear-word = { $word } can stand for { $options }. Which one do you mean?
unclear-not-in-book = { $word } is not a sector or country in your book. Check the spelling, or ask without it.
unclear-not-an-owner = I don’t know which customers are yours: nobody who looks after customers is called exactly { $name }. Put the name in your question, as in “customers of Jan”.
assumed-customers = I take it you mean { $names } here.
missing-slot-customer = Which customer is it about? Put the name in your question.
missing-slot-type = Which type is it about: strategic, large, development or transactional?
missing-slot-party = Whom is it about? Name a customer, or describe a prospect: sector and number of employees help.
missing-slot-subjects = What shall I compare? Name at least two customers, types or groups.
elsewhere-contact-due = In a sentence I can’t tell yet which days you mean. “klantwijzer agenda” shows whom to contact, and who has waited too long.
elsewhere-contact-due-discord = In a sentence I can’t tell yet which days you mean. /agenda shows whom to contact, and who has waited too long.
elsewhere-contact-overdue = In a sentence I don’t understand this yet. “klantwijzer agenda --late” shows who has waited too long.
elsewhere-contact-overdue-discord = In a sentence I don’t understand this yet. /agenda with “late” shows who has waited too long.
elsewhere-last-contact = From a question I can’t look up your last contact. “klantwijzer agenda --customer” shows it, with what comes next.
elsewhere-last-contact-discord = From a question I can’t look up your last contact. /agenda with “customer” shows it, with what comes next.
elsewhere-event-invitees = I can’t make a guest list from here. I can show who is strategic or large, to start one.
elsewhere-schedule-contact = A question can’t plan a contact. I can show how you keep in touch with each type.
elsewhere-log-contact = A question can’t record a contact. “klantwijzer log” notes one that took place.
elsewhere-log-contact-discord = A question can’t record a contact. /log notes one that took place.
elsewhere-snooze = A question can’t put off a reminder.
elsewhere-override = A question changes nothing. Give a customer another type with the command “klantwijzer override”.
elsewhere-override-discord = A question changes nothing. Give a customer another type with /override.
elsewhere-import = A question reads no files. Use the command “klantwijzer import” with the name of the file.
elsewhere-import-discord = A question reads no files. Use /import file.
unclear-one = Did you mean this?
unclear-some = Did you mean one of these?
unclear-hint = Ask “What can I ask?” for examples.
