# What commands say.

chat-welcome = Ask me about your customers, in English or Dutch. “help” shows what you can ask, “quit” stops.
chat-bye = Until next time!

import-reading = Reading
import-done = Done, your files are in.
import-would = Nothing is stored yet. This is what would happen:
import-nothing-good = Nothing was imported: no row of these files is good.
import-nothing-new = Nothing new in these files: everything was there already.
import-added = new
import-changed = changed
import-unchanged = the same
import-customers = customers
import-entries = entries
import-file = { $name } holds { $kind }: { COUNT($good) } of { COUNT($rows) } rows { $good ->
    [one] is
   *[other] are
} good.
import-column = column
import-meaning = read as
import-example = for example
import-not-read = (not read)
import-columns-not-read = { $n ->
    [one] Not read from { $name }: the column { $columns }. Does it matter? Say what it means with --map "HEADER=meaning".
   *[other] Not read from { $name }: the columns { $columns }. Is there one that matters? Say what it means with --map "HEADER=meaning".
}
import-columns-not-read-discord = { $n ->
    [one] Not read from { $name }: the column { $columns }. Does it matter? Say what it means with the option columns of /import file: HEADER=meaning.
   *[other] Not read from { $name }: the columns { $columns }. Is there one that matters? Say what it means with the option columns of /import file: HEADER=meaning.
}
import-rejected = { $n ->
    [one] One row was left out:
   *[other] { COUNT($n) } rows were left out:
}
import-more-rejected = { $n ->
    [one] And one more; add --json to see all of them.
   *[other] And { COUNT($n) } more; add --json to see all of them.
}
import-undo-hint = Wrong file? “klantwijzer imports --undo { $number }” undoes the import.
import-undo-asks = Undo import { $number } ({ $sources }, { $day })?{ $n ->
    [0] { "" }
   *[other] { " " }What was changed by hand since stays.
}
import-undone = Import { $number } ({ $sources }) is undone.
import-ahead = { $n ->
    [one] One row has a date in the future; it counts from that day on. Is the year right?
   *[other] { COUNT($n) } rows have a date in the future; they count from that day on. Is the year right?
}
import-grown = { $n ->
    [one] One document was known already and gets more lines: { $number }. If those are corrections, undo the earlier import.
   *[other] { COUNT($n) } documents were known already and get more lines, such as { $number }. If those are corrections, undo the earlier import.
}
import-undone-later = Whatever of it stood in later files too is gone as well. Do you miss something? Then import these files again: { $sources }.
imports-none = Nothing was imported so far. Begin with “klantwijzer import customers.csv invoices.csv”.
imports-none-discord = Nothing was imported so far. Begin with /import file.
imports-lead = { $n ->
    [one] One import so far.
   *[other] { COUNT($n) } imports so far, the last one first.
}
imports-number = number
imports-when = day
imports-what = what
imports-state = status
imports-live = counts
imports-undone = undone
imports-hint = “klantwijzer imports --undo NUMBER” undoes an import.
imports-hint-discord = /import undo undoes an import.

review-lead = All customers are scored as of { $date }.
review-past = This review is kept for { $date }. For a later day I answer from the last review up to and including that day.
review-type = type
review-customers = customers
outage-missing = The plugin “{ $plugin }” is missing.
    .help = Put it back and review again. If it won’t come back, say so with “klantwijzer plugin remove { $plugin }”.
    .help-discord = Ask whoever runs me to put it back, and review again after that.
outage-failed = The plugin “{ $plugin }” isn’t working (“{ $words }”).
    .help = “klantwijzer doctor” says what to do; then review again.
    .help-discord = Ask whoever runs me to look into it, and review again after that.
outage-kept = { $n ->
    [one] { COUNT($n) } customer keeps the type and the value it had.
   *[other] { COUNT($n) } customers keep the type and the value they had.
}
outage-unscored = { $n ->
    [one] { COUNT($n) } new customer has no type yet because of it.
   *[other] { COUNT($n) } new customers have no type yet because of it.
}

backup-done = Everything is in { $file }. Keep it somewhere safe.
restore-done = Everything from { $file } is back.
restore-put-back = The data that was here is back in its place.
restore-not-put-back = The data that was here is in { $folder } now; move what is in there back by hand.
restore-set-aside = The data that was here is in { $folder } now. Delete it once you are sure you don’t need it.
export-done = { $n ->
    [one] One customer is in { $file }.
   *[other] { COUNT($n) } customers are in { $file }.
}
export-id = number
export-name = name
export-type = type
export-certain = certain
export-provisional = provisional
export-sure = yes
export-value = value per year
export-potential = potential
export-confidence = known share of potential
export-sector = sector
export-owner = account manager
export-country = country
export-revenue = revenue 12 months
export-support = service cost 12 months
export-acquisition = sales and marketing cost 12 months
export-plugin = sector plugin
export-by-hand = type set by hand until

override-done = { $name } is { $type } up to and including { $until }, because you decided so. The model’s own view stays visible beside it.
override-cleared = { $name } follows the model again.
judge-done = Your grade for { $name }, { $grade } out of 10, counts from today, for a year.
judge-source = Judgement of { $name }

settings-lead = These are the settings.
settings-saved = Saved. This is how it stands now.
settings-what = setting
settings-name = type this to change it
settings-value = value
settings-hint = Change a setting with “klantwijzer settings currency=USD”.
settings-hint-discord = Change a setting with /settings change.

definition-added = “{ $name }” is a definition of a customer now. “klantwijzer definition list” shows how many customers fit it.
definition-added-discord = “{ $name }” is a definition of a customer now. /definition list shows how many customers fit it.
definition-removed = The definition “{ $name }” is removed.

plugin-lead = { $n ->
    [0] No sector plugins in { $folder }.
    [one] One sector plugin in { $folder }.
   *[other] { COUNT($n) } sector plugins in { $folder }.
}
plugin-id = id
plugin-name = sector
plugin-version = version
plugin-customers = its customers are
plugin-check-passed = { $file } keeps all the rules.
plugin-check-failed = { $file } does not keep the rules yet.
plugin-new = A plugin to start from is in the folder { $folder }.
plugin-new-edit = Say in { $folder }/manifest.json which sectors the plugin is for and what counts, and in { $folder }/src/lib.rs how.
plugin-new-build = Run “cargo test” and “cargo build --release” in { $folder }.
plugin-new-add = Start using the plugin with “klantwijzer plugin add { $folder }/target/release/{ $file }”.
plugin-added = The plugin { $name } { $version } is in { $folder } now.
plugin-replaced = The plugin { $name } { $version } is in { $folder } now, in place of the one before.
plugin-not-added = Nothing was added.
plugin-review-hint = Score the customers with it: “klantwijzer review”.
plugin-removed = The plugin { $name } is out of { $folder }.
plugin-removed-hint = From the next review on its customers are scored by another plugin, or by none.
plugin-unusable = { $file } can’t be used: { $what }.
plugin-problem = { $file }: { $what }. { $help }

load-no-folder = the folder of plugins can’t be read ({ $why })
    .help = Make the folder and put plugins in it, or name another one with --plugins.
load-empty-folder = there are no plugins in the folder
    .help = Put plugins in it ({ $files }), or name another folder with --plugins.
load-unreadable = the file can’t be read ({ $why })
    .help = Check that the file may be read.
load-too-large = the file is larger than { $most } MB
    .help = Build it with --release, or take it out of the folder.
load-not-a-plugin = the file is no sector plugin
    .help = Take it out of the folder, or end its code with export_plugin!(YourScorer).
load-not-loadable = this machine can’t load it ({ $why })
    .help = Build it for this machine, with the libraries that it needs.
load-no-table = the file calls itself a plugin, and isn’t one
    .help = Build the plugin again with klantwijzer-plugin { $major }.x.
load-incomplete = the plugin lacks a part ({ $why })
load-other-version = the plugin was built for version { $theirs } of Klantwijzer’s plugins, and this is { $ours }
    .help = Build the plugin again with klantwijzer-plugin { $major }.x.
load-manifest = its manifest isn’t right ({ $why })
    .help = Correct manifest.json and build the plugin again.
load-refused = the plugin won’t start ({ $why })
    .help = Correct the plugin’s configuration.
load-panicked = the plugin broke down while it started ({ $why })
load-crashed = the plugin crashed while it started
    .help = Take it out of the folder and tell whoever made it.
load-timed-out = { $seconds ->
    [one] the plugin didn’t start within one second
   *[other] the plugin didn’t start within { COUNT($seconds) } seconds
}
load-no-worker = there was no room to start the plugin ({ $why })
    .help = Check how many processes and how much memory are free.
load-same-id = { $other } says it is the plugin “{ $id }” too, so neither is used
    .help = Keep only one of them in the folder.

doctor-fine = All in order.
doctor-wrong = { $n ->
    [one] One thing needs your attention.
   *[other] { COUNT($n) } things need your attention.
}
doctor-store = The data in { $folder } can be read: { $customers ->
    [one] { COUNT($customers) } customer
   *[other] { COUNT($customers) } customers
}, { $imports ->
    [one] { COUNT($imports) } import
   *[other] { COUNT($imports) } imports
}.
doctor-plugins = Plugins: { $plugins }.
doctor-empty = There are no customers in it yet. Begin with “klantwijzer import customers.csv invoices.csv”.
doctor-no-review = Nobody was scored so far. Run “klantwijzer review”.
doctor-review = The last review is of { $date }.
doctor-old-review = The last review is of { $date }, over a month ago. Run “klantwijzer review”.
doctor-time-zones = This machine knows the time zones of the world.
doctor-no-time-zones = This machine knows no time zones. Install the package tzdata.
doctor-no-plugins = There is no sector plugin, so nobody gets a type. Give the folder with plugins with --plugins, or at plugins in the configuration.
doctor-config = The configuration { $file } can be read.
doctor-token = There is a token, and it has the right form.
doctor-store-servers = The data in { $folder } can be read: servers { $servers }, customers { $customers }.
doctor-in-use = The data in { $folder } is in use, so it was not checked. That is as it should be while the bot runs; stop the bot to have it checked.
doctor-accepted = Discord knows the token: the bot is called { $name }.
doctor-intents = The bot needs no privileged intents, and has none.
doctor-hears-too-much = The bot needs no privileged intents, yet some are switched on. You can switch them off on the Bot page of your application.
doctor-no-servers = The bot is in no server yet. Let it in with { $link }
doctor-servers = { $n ->
    [one] In one server the bot may do everything it needs: { $servers }.
   *[other] In { COUNT($n) } servers the bot may do everything it needs, such as { $servers }.
}
doctor-server-lacks = In { $server } the bot lacks { $permissions }. Give these permissions to its role in the server’s settings, or let the bot in once more with { $link }
doctor-more-servers-lack = { $n ->
    [one] One more server lacks something.
   *[other] { COUNT($n) } more servers lack something.
}
permission-view-channel = View Channels
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History

demo-made = A made-up company book of { COUNT($n) } customers, donors and advertisers is ready.
demo-question-1 = Which customers are strategic?
demo-question-2 = How many customers do we have?
demo-question-3 = To whom should we say no?
demo-done = That was the demo. “klantwijzer import customers.csv invoices.csv” reads your own files, “klantwijzer chat” answers your questions.

error-in-use = The data in { $folder } is in use by another Klantwijzer.
    .help = Stop that one, or choose another folder with --data.
    .help-discord = Tell whoever runs me; two of me are running on the same data.
error-in-use-discord = I can’t get at the data, because another Klantwijzer has it.
error-folder = The folder { $folder } can’t be used: { $reason }.
    .help = Check that it exists and that you may write in it, or choose another with --data.
    .help-discord = Tell whoever runs me; the folder with the data has to be there and be writable.
error-folder-discord = I can’t get at the data.
error-disk-full = The disk is full, so nothing was stored.
    .help = Make room and try again.
    .help-discord = Tell whoever runs me to make room, and try again after that.
error-newer = This data is from a newer version of Klantwijzer.
    .help = Update Klantwijzer.
    .help-discord = Ask whoever runs me to update me.
error-conflict = Somebody else changed something in the meantime, so nothing was stored.
    .help = Try again.
error-no-such-import = There is no import { $number } that can be undone.
    .help = “klantwijzer imports” shows them all.
    .help-discord = /import list shows them all.
error-damaged = The data is damaged (technically: { $detail }).
    .help = Put your last backup back with “klantwijzer restore FILE --set-aside”; the damaged data is kept in a folder of its own within the data folder.
    .help-discord = Tell whoever runs me; they can put the last backup back.
error-damaged-discord = The data is damaged.
error-store = The data can’t be reached (technically: { $detail }).
    .help = Run “klantwijzer doctor”.
    .help-discord = Tell whoever runs me.
error-refused = That can’t be stored, so nothing has changed (technically: { $detail }).
    .help = Run “klantwijzer doctor”.
    .help-discord = Tell whoever runs me.
error-refused-discord = I can’t store that, so nothing has changed.
error-backup-failed = The backup could not be written (technically: { $detail }).
    .help = Don’t keep this file; make room and try again.
error-store-discord = I can’t get at the data right now.
error-not-reviewed = That is stored, but the customers could not be reviewed after it: { $problem }
    .help = Solve that first; the review is caught up with at your next question.
    .help-discord = Tell whoever runs me; the review is caught up with at your next question.
cause-disk-full = the disk is full.
cause-conflict = somebody else changed something in the meantime.
error-day-to-come = { $day } is still to come, so I record nothing for that day.
    .help = Leave out --as-of to work with today. You can look ahead, though: ask with --as-of, and nothing is stored.
    .help-discord = Tell whoever runs me: I was started for another day than today.
error-no-such-customer = I don’t know that customer.
    .help = Check the name or the number.
error-unknown-customer = No customer is called “{ $name }”.
    .help = Check the spelling, or use the customer’s number.
error-resembling-customer = No customer is called exactly “{ $name }”. These come close: { $names }.
    .help = Nothing was done. Give the full name, or the customer’s number.
error-several-customers = More than one customer fits “{ $name }”: { $names }.
    .help = Give more of the name, or the customer’s number.
error-nothing-to-undo = There is no import to undo.
    .help = “klantwijzer imports” shows what was imported.
    .help-discord = /import list shows what was imported.
error-too-many-customers = A workspace holds at most { $most } customers.
    .help = Split them over several workspaces with --workspace.
    .help-discord = Split them over several servers.
error-expression = This definition can’t be used: { $problem }.
    .help = Write something like “invoices_total > 0 && net_revenue_12m > 1000.0”.
expression-flaw-end = something is missing at the end
expression-flaw-from = something is wrong at “{ $from }”
expression-flaw-long = it may have { COUNT($most) } characters at most
expression-flaw-loop = all, exists, map and filter don’t work here
expression-flaw-mismatch = it compares things that don’t go together, such as a word with a number
error-unknown-name = The definition uses “{ $name }”, but there is no such fact.
    .help = Use facts such as invoices_total, net_revenue_12m, employees or sector.
error-not-yes-or-no = The outcome of a definition must be yes or no.
    .help = Write something like “invoices_total > 0”.
error-no-such-definition = You have no definition “{ $name }” of your own.
    .help = “klantwijzer definition list” shows which ones there are.
    .help-discord = /definition list shows which ones there are.
error-setting = The value of “{ $name }” is not right. Allowed: { $range }.
    .help = Nothing was changed.
error-empty-book = There are no customers here yet.
    .help = Import a file with customers first.
    .help-discord = Send a file with customers along with /import file first.
error-export-by-command = I export your customers to a file, not to the screen.
    .help = Type “klantwijzer export customers.xlsx”.
error-not-printed = I could not write the answer: { $problem }.
    .help = The answer is not whole. Make room, or send it somewhere else, and ask again.
error-bad-override = A type given by hand needs a reason.
    .help = Add --reason "why".
    .help-discord = Fill in a reason too, so that everybody knows why later.
error-no-such-file = The file { $file } doesn’t exist.
    .help = Check the name and the folder.
error-file = { $file } can’t be used: { $reason }.
    .help = Check that you may read and write there.
error-is-folder = { $file } is a folder.
    .help = Name a file in it.
error-file-exists = { $file } exists already.
    .help = Choose another name; nothing is overwritten.
error-export-ending = { $file } must end in .xlsx or .csv.
    .help = Give the file one of those endings.
error-bad-currency = “{ $code }” is not a currency.
    .help = Use a code of three letters, such as EUR or USD.
error-bad-map = “{ $pair }” doesn’t say which column means what.
    .help = Write --map "HEADER=meaning", for instance --map "Relatie=customer".
    .help-discord = Write HEADER=meaning, for instance Relatie=customer. Put a semicolon between two columns.
error-bad-field = A column can’t mean “{ $field }”.
    .help = Use a known header, such as “invoice date”, or one of these words: { $fields }.
error-bad-change = “{ $change }” doesn’t say what to change.
    .help = Write NAME=VALUE, for instance currency=USD.
error-unknown-setting = The setting “{ $name }” doesn’t exist.
    .help = “klantwijzer settings” shows them all.
    .help-discord = Choose one of the names that appear while you type.
error-currency-in-use = There are amounts in another currency already, so the currency stays as it is.
    .help = Undo the imports with “klantwijzer imports --undo”, set the currency, and import again.
    .help-discord = Undo the imports with /import undo, set the currency, and import again.
error-bad-setting = “{ $value }” doesn’t fit “{ $name }”. Allowed: { $needs }.
    .help = Nothing was changed; “klantwijzer settings” shows what the values look like.
    .help-discord = Nothing was changed; /settings show tells what the values look like.
error-bad-setting-value = This change of the settings is not possible: { $changes }.
    .help = Nothing was changed; “klantwijzer settings” shows what the values look like.
    .help-discord = Nothing was changed; /settings show tells what the values look like.
error-no-data-folder = There is no place to keep the data.
    .help = Give a folder with --data.
error-demo-not-empty = There is a real customer file in { $folder } already, so the demo doesn’t start there.
    .help = Start the demo without --data, or name an empty folder.
error-not-empty = There is data in { $folder } already, so nothing was restored.
    .help = Give an empty folder with --data, or put this data aside with --set-aside.
error-bad-backup = This backup can’t be used: { $problem }.
    .help = Choose another backup; nothing was restored, and the data here is as it was.
backup-flaw-none = this is not a backup of Klantwijzer
backup-flaw-other = it is from another kind of store
backup-flaw-cut = its end is missing
backup-flaw-changed = it has been changed since it was made
backup-flaw-unreadable = it can’t be read ({ $reason })
error-plugin-id = “{ $name }” can’t be the id of a plugin.
    .help = Use at most 32 lower-case letters, digits and hyphens, beginning with a letter, such as facility-services.
error-no-sdk = The crate klantwijzer-plugin, on which every plugin depends, was not found.
    .help = Say where it is with --sdk, for instance --sdk klantwijzer/crates/klantwijzer-plugin.
error-plugin-is-folder = { $file } is a folder, not a plugin.
    .help = Build the plugin and name its library, such as target/release/libklantwijzer_facility.so.
error-no-such-plugin = There is no plugin { $name } in { $folder }.
    .help = “klantwijzer plugin list” shows which ones there are; give another folder with --plugins.

setting-account-managers = number of account managers; 0 counts the account managers among your customers
setting-currency = currency of all amounts
setting-default-definition = who counts as a customer
setting-default-plugin = plugin for customers without a sector of their own
setting-definitions = your own definition
setting-earned-over = amount behind “earned more than”
setting-ideal-company-revenue-max = ideal customer: revenue at most
setting-ideal-company-revenue-min = ideal customer: revenue at least
setting-ideal-employees-max = ideal customer: employees at most
setting-ideal-employees-min = ideal customer: employees at least
setting-ideal-pain-fit = ideal customer: fit with the problem you solve, from 0 to 10
setting-ideal-regulatory-pressure = ideal customer: outside regulation, from 0 to 10
setting-ideal-sectors = ideal customer: sectors
setting-no-signs-acquisition-ratio = sign of NO: sales and marketing cost from this share of revenue
setting-no-signs-margin-after-service = sign of NO: margin after service at most
setting-no-signs-open-invoice-days = sign of NO: invoice open for more than this number of days
setting-plugin-config = configuration of plugin
setting-potential-within-months = number of months behind “business possible within”
setting-programme = own contact programme
setting-rates = rates of other currencies
setting-thresholds-confidence = provisional while less than this share of the potential is known
setting-thresholds-dependence = warn when one customer makes up more than this share of all value
setting-thresholds-few-invoices = provisional with fewer invoices than
setting-thresholds-high-potential = potential is high from
setting-thresholds-high-value-share = value is high in this top share
setting-thresholds-leave-potential = potential stays high down to
setting-thresholds-leave-small-book-share = small book: value stays high up to this share of all value
setting-thresholds-leave-value-share = value stays high in this top share
setting-thresholds-small-book = a book is small with fewer customers than
setting-thresholds-small-book-share = small book: value is high up to this share of all value
setting-thresholds-strategic-most = warn with more strategic customers than
setting-thresholds-strategic-per-manager = warn with more strategic customers per account manager than
setting-thresholds-young-months = provisional for a customer of fewer months than

setting-nothing = none
setting-needs-number = a number, without a point or comma for thousands
setting-needs-currency = a code of three letters, such as EUR or USD
setting-needs-rates = currencies, each with the value of one unit, such as “USD 0.92; GBP 1.17”
setting-needs-parts = parts with names and values, written as JSON

setting-range-thresholds-high-value-share = above 0 and at most 1
setting-range-thresholds-leave-value-share = at least what “{ setting-thresholds-high-value-share }” is, and at most 1
setting-range-thresholds-small-book-share = above 0 and at most 1
setting-range-thresholds-leave-small-book-share = at least what “{ setting-thresholds-small-book-share }” is, and at most 1
setting-range-thresholds-high-potential = from 0 to 100
setting-range-thresholds-leave-potential = from 0 to what “{ setting-thresholds-high-potential }” is
setting-range-thresholds-confidence = from 0 to 1
setting-range-thresholds-dependence = above 0 and at most 1
setting-range-rates = numbers above 0
setting-range-team-audit-days = from 30 to 3660
setting-range-team-allowed-channels = at most 1000 channels that exist
setting-range-team-levels = at most 1000 roles that exist
setting-team-language = the team’s language
setting-team-time-zone = the team’s time zone
setting-team-allowed-channels = channels where everybody may see customers
setting-team-levels = what each role may do
setting-team-everyone = what somebody without a role may do
setting-team-audit-days = number of days that the record of who did what is kept

card-owner = { $owner } looks after this customer.
card-no-owner = Nobody looks after this customer yet.
card-income = Income in the last 12 months: { $now }.
card-trend-up = Income in the last 12 months: { $now }, { $change } more than the year before.
card-trend-down = Income in the last 12 months: { $now }, { $change } less than the year before.
card-overdue = { $amount } is past due; the oldest invoice has been open for { $days }.
card-open = No invoice is past due; the oldest invoice has been open for { $days }.
card-nothing-open = No invoice is past due.
card-contact = Last contact: { $last }. The ideal time for the next one is around { $next }.
card-last-contact = Last contact: { $last }.
card-no-contact = No contact has been noted yet.
error-discord-left-out = This Klantwijzer was built without Discord.
    .help = Install the usual one, or build it without “--no-default-features”.
