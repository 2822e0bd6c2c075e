# What the bot says in Discord.

language-name = English

screen-of = Page { $this } of { $all }
button-back = Back
button-next = Next
button-card = Everything about this customer
button-what-if = What would move it up?
button-history = Its value over time
button-matrix = Show as a picture
button-funnel = Show as a picture
button-movement = Show over time
button-export = All customers as Excel file
button-what-is-customer = What is a customer?
button-why-no = When do we say no?
button-prospect-again = Change it
button-just-for-me = Show me
button-import = Yes, bring it in
button-forget = No, leave it
button-undo = Undo this import
menu-why = Why? Choose a customer
button-other-server = Other server
menu-server = Choose a server

discord-just-for-you = Everybody can see answers with customers only in the channels your team chose for that. Press the button and only you will see the answer.
discord-file-for-you = I show this only to the person who asked for it. Press the button and only you will see it.
discord-mention-me = You mentioned my role, so Discord doesn’t show me what you wrote. Mention me, { $me }, and ask again.
discord-which-server = You are in several servers that I work for. Which one is this about?
discord-server-chosen = From now on, what you ask here is about { $server }. What would you like to know?

discord-help = Ask me anything about your customers: with /ask, by mentioning me, or in a direct message. Dutch and English both work.
discord-help-ask = “Which customers are strategic?” “How many customers do we have?” “Why is Jansen transactional?”
discord-help-customers = /customers shows your customers by type, sector or account manager; /count tells how many there are.
discord-help-customer = /customer tells everything about one customer; /why explains why a customer has its type.
discord-help-no = /say-no shows to whom you had better say NO, and why; /moved shows which customers changed type; /chart draws your customers.
discord-help-prospect = /prospect tells whether a new customer would be worth it.
discord-help-import = /import brings in customers and invoices from CSV or Excel, after showing you what would change. /export gives you the customers back, with their types.
discord-help-agenda = /agenda says whom to contact in the coming week, and who has waited too long; /log notes a contact that took place.
discord-help-decide = /owner, /judge and /override are for what your team knows better than the numbers.
discord-help-setup = New here? /setup takes you through language, roles and channels, and on to your first import.
discord-help-more = What I show depends on your role. Answers with customers are just for you, except in the channels your team chose.

export-file = customers
import-forgotten = All right, nothing was brought in.
owner-done = { $names } is now looked after by { $owner }.
owner-source = Account manager { $owner }
setting-changed = Done. “{ $name }” is now: { $value }.
definition-test = { $n ->
    [0] This rule counts none of the { $all }.
    [one] This rule counts one of the { $all }:
   *[other] This rule counts { COUNT($n) } of the { $all }:
}

prospect-title = A prospect
prospect-name = What is it called?
    .example = Jansen Metal
prospect-sector = Sector
    .example = Metal industry
prospect-employees = Employees (FTE)
    .example = 300
prospect-revenue = Its own revenue per year
    .example = 40 million
prospect-pain = How well do we solve its problem, 0 to 10?
    .example = 7

setup-part = Step { $this } of { $all }
setup-basics = Welcome! This takes a few minutes. First: which language does your team speak, which time zone are you in, and in which currency are your invoices?
setup-roles = Who may do what? Choose your server’s roles. People who manage the server may always do everything; people with none of these roles see nothing. Who sees the command /setup itself is set under Server settings, Integrations.
setup-channels = In which channels may everybody in the channel see answers with customers? In all other channels only the person who asks sees them.
setup-import = Ready for your customers. Save your customer list and your invoices as CSV or Excel and send them with /import file. I first show what I read; nothing is kept until you say yes. After that you can ask anything: “Which customers are strategic?”
setup-asks-language = Language
setup-asks-zone = Time zone
setup-asks-currency = Currency
setup-asks-viewers = Viewers: may ask questions
setup-asks-managers = Managers: may also assign and judge customers
setup-asks-admins = Admins: may do everything, importing included
setup-asks-channels = Channels where everybody may see answers

run-stopped = Klantwijzer has stopped.

error-starting = I’m still getting your customers ready.
    .help = Try again in a minute.
error-went-wrong = Something went wrong on my side.
    .help = Try again. If it stays this way, tell whoever runs me; the log says what it was.
error-no-server = I can’t find a server that we share and where you may ask about customers.
    .help = Begin with /setup in your server, or ask somebody who manages it to. After that you can ask me here as well.
error-discord-away = Discord doesn’t tell me right now who you are in your server.
    .help = Ask again in a moment.
error-only-in-server = This works in a server, not in a direct message.
    .help = Use it in your team’s server, or just send me your question.
error-button-outdated = This button no longer works.
    .help = Ask your question once more; the new answer has new buttons.
error-question-gone = I can no longer see the question.
    .help = Ask it once more.
error-outdated-command = This command has changed.
    .help = Restart Discord (Ctrl+R) and try again.
error-bad-argument = I can’t use that: { $problem }.
    .help = Change it and try again.
error-not-in-book = “{ $word }” is not in your book.
    .help = Choose one of the names that appear while you type.
error-bad-day = “{ $day }” is not a day.
    .help = Write the date like 2026-12-31.
error-bad-amount = “{ $amount }” is not a number.
    .help = Write the number like 300, 40,000 or 2.5 million.
error-bad-grade = A grade is a number from 0 to 10.
    .help = Press “{ button-prospect-again }” and correct the grade.
error-export-too-large = The file is larger than Discord takes.
    .help = Choose Excel, or let whoever runs me make the file.
error-attachment-too-large = { $file } is too large: a file can be { $most } MB at most.
    .help = Split it, for instance by year, and send the parts one after the other.
error-attachment-lost = I couldn’t fetch { $file } from Discord.
    .help = Send it once more.
error-import-gone = This import is no longer waiting: it is done already, a customer was erased meanwhile, or more than a day has passed.
    .help = Send the files once more with /import file.
error-import-under-way = This import is already running.
    .help = Wait a moment; you will see here how it went.
error-config = { $file } is not right: { $problem }.
    .help = Compare it with klantwijzer.toml, where every option is described.
error-listen = “{ $address }” is not an address where I can show health and metrics.
    .help = Write the address like 127.0.0.1:9464, or leave listen empty.
error-listen-taken = Health and metrics can’t be shown on { $address }: { $problem }.
    .help = Stop the program that uses this address, or choose another one with listen.
error-log-filter = The option log is not right: { $problem }.
    .help = Use a word such as info, warn or debug.
error-no-runtime = The system gives me no room to work: { $problem }.
    .help = Free some memory and processes, and start again.
error-certificate = { $file } holds no certificate in PEM form.
    .help = Check root_certificate in the configuration.
error-http-client = The connection can’t be prepared: { $problem }.
    .help = Check the discord part of the configuration.
error-no-token = There is no token for Discord.
    .help = Put it in { $variable }, or name a file with it as token_file in the configuration.
error-token-shape = This is not a Discord token.
    .help = Copy it once more from the Bot page of your application; it has three parts with dots between them.
error-unreachable = Discord can’t be reached: { $problem }.
    .help = Check that this machine may open https://discord.com, and try again.
error-silent = Discord didn’t answer within { $seconds ->
    [one] { COUNT($seconds) } second
   *[other] { COUNT($seconds) } seconds
}.
    .help = Check that this machine may open https://discord.com, and try again.
error-token-refused = Discord refuses the token.
    .help = Make a new one with Reset Token on the Bot page of your application, and use that.
privacy-file = held
privacy-held = This file holds everything that is kept about { $name }.
error-erase-not-sure = This would remove { $name } for good, from every import, score and note.
    .help = Are you sure? Then type the full name once more at sure.
setup-nobody = none yet
page-cut-off = This is the beginning; the whole answer doesn’t fit in one message.
import-report-file = import-report
rejected-and-more = { $n ->
    [one] And one more.
   *[other] And { COUNT($n) } more.
}
