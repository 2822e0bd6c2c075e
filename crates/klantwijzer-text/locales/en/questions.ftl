# Questions as a person could type them.

question-list = Which { $who } are { $types }?
question-list-all = Show all { $who }
question-why = Why is { $name } the type it is?
question-why-claimed = Why is { $name } { $type }?
question-why-not = Why is { $name } { $not }?
question-what-if = What would make { $name } { $type }?
question-what-if-up = What would move { $name } up a type?
question-count = How many { $who } do we have?
question-count-by = How many { $who } do we have by { $name }?
question-in-period = { $question } { $period }?
question-since = { $question } since { $day }?
question-definitions = Which definitions of a customer are there?
question-definitions-of = What is the difference between { $names }?
question-customer = What is a customer?
question-definition = What does { $name } mean?

question-model-types = How do the four customer types work?
question-model-strategic = What is a strategic customer?
question-model-large = What is a large customer?
question-model-development = What is a development customer?
question-model-transactional = What is a transactional customer?
question-model-value = How is value worked out?
question-model-potential = How is potential worked out?
question-model-provisional = When is a type provisional?
question-model-say-no = When do we say NO?
question-model-acquisition-cost = How is the acquisition cost ratio worked out?
question-model-ideal-profile = How does the ideal profile work?

question-say-no = Which { $who } should we say NO to?
question-lower-cost = For which { $who } should we lower the cost?
question-say-no-to = Should we say NO to { $name }?
question-prospect = Should we say NO to { $who }?
question-prospect-called = Should we say NO to the prospect { $name }?
a-prospect = a prospect

question-top = What is the top { COUNT($n) } of { $who } by { $measure }?
question-lowest = What are the lowest { COUNT($n) } { $who } by { $measure }?
question-share = How many { $who } make { $share } of the value?
question-top-share = How much of the value do our top { COUNT($n) } { $who } make?
question-concentration = How much hangs on a few { $who }?
question-compare = Compare { $subjects }

question-cost-of = What does it cost to win and keep { $name }?
question-cost = What is the acquisition cost { $by } of our { $who }?
question-cost-list = Which { $who } have an acquisition cost of more than { $share } of revenue?
question-service-of = What does service for { $name } cost?
question-service = Which { $who } cost most in service?
question-open = Which { $who } have invoices open for more than { $days }?
question-overdue = Which { $who } have overdue invoices?
question-overdue-of = Does { $name } have invoices past their due day?
question-lapsed = Which { $who } bought or gave { $gave } but not { $not }?
question-ideal = What does our ideal customer look like?
question-least-ideal = What does our least ideal customer look like?
question-ideal-learned = What does our ideal customer look like according to our data?
question-least-ideal-learned = What does our least ideal customer look like according to our data?
question-gaps = What don’t we know about our { $who }?
question-gaps-in = For which { $who } is this missing: { $fact }?
question-moved = Which { $who } changed type?
question-moved-from = Which { $who } are no longer { $from }?
question-moved-to = Which { $who } became { $to }?
question-moved-both = Which { $who } went from { $from } to { $to }?
question-history = How did the score of { $name } develop?
question-programme = How do we keep in touch with { $who }?
question-programmes = How do we keep in touch with each type?
question-due = Which { $who } should we contact in the coming week?
question-due-until = Which { $who } should we contact up to { $day }?
question-late = Which { $who } have waited too long for us?
question-due-of = When is { $name } due for a contact?
question-help = What can I ask?

# A name in a question, between marks that hold whatever the name ends with.
question-quoted = “{ $text }”
