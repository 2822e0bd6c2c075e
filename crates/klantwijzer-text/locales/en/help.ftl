# What a person can ask, and what to do with an empty book.

help-lead = Ask in your own words, in English or Dutch. You always get the reasons too.
help-attention = Who deserves your attention, and why:
help-list = Which customers are strategic?
help-counting = How many, and who is on top:
help-count = How many customers do we have?
help-cost = What it costs, and when NO is wiser:
help-say-no = Which customers should we say NO to?
help-acquisition = What does it cost to win customers, per sector?
help-better = Sharpening your picture:
help-ideal = What does our ideal customer look like?
help-gaps = What don’t we know about our customers?
help-contact = Keeping in touch:
help-programme = How do we keep in touch with large customers?

empty-lead = There are no customers here yet.
empty-import = Import a file with customers and one with invoices (CSV or Excel). The columns are recognised by their headers.
empty-import-discord = Send a file with customers and one with invoices (CSV or Excel) along with /import file. The columns are recognised by their headers.
empty-review = Then everybody gets a type, and you can ask away.
