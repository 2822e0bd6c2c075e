# Who may do what.

level-viewer = viewer
level-manager = manager
level-admin = admin
level-has = your level is { $level }
level-has-none = you have no level yet

# What somebody does, to follow "can't".
action-ask = ask about customers
action-look_at_card = look at a customer’s card
action-see_settings = see the settings
action-assign_owner = say who looks after a customer
action-contact = plan or note down a contact
action-judge = judge a customer
action-review = score everybody again
action-see_imports = see what was imported
action-import = import files
action-undo_import = undo an import
action-change_settings = change the settings
action-change_definitions = change your team’s definitions
action-override = give a customer a type by hand
action-export = export data
action-erase = erase a customer
action-see_audit = see who did what
action-delete_workspace = delete everything

privacy-erased = The customer is erased. Where the name stood, there is only a code now ({ $pseudonym }), and files don’t bring the customer back.
    .backups = Earlier backups still hold the customer, and traces may stay on the disk until they are written over. Is that not allowed? Then have a new backup made and restored into a new folder.
privacy-set-aside = The customer may still be in data that was put aside: { $folders }. Delete that too, and the customer is gone there as well.
privacy-set-aside-discord = The customer may still be in data that was put aside on the machine I run on. Ask whoever runs me to delete the folders “set-aside” in the data folder.
privacy-lifted = Your next file may bring this customer back. What was erased stays gone.

audit-lead = Who did what? The last comes first.
audit-none = Nothing is on record yet.
audit-when = when
audit-who = who
audit-action = what
audit-subject = about
audit-others = { $n ->
    [one] one more
   *[other] { COUNT($n) } more
}
audit-import = import { $number }
audit-more = Earlier lines: “klantwijzer audit --before { $number }”.
audit-more-discord = These are the last lines; whoever runs me can look further back.

error-not-allowed = You can’t { $action }: that takes the level { $needs }, and { $has }.
    .help = Ask an admin of your team.
    .help-discord = Whoever manages the server can let your role do that, with /setup.
error-time-zone = The time zone “{ $name }” doesn’t exist.
    .help = Use a name such as Europe/Amsterdam.
error-day-passed = That day has passed.
    .help = Choose today or a later day.
error-not-erased = No customer of that name was erased.
    .help = Use the customer’s number as it stands in your files.
error-no-randomness = The computer gives no random numbers: { $problem }.
    .help = Try again; if it keeps happening, restart the computer.
error-not-sure = This would remove “{ $name }” for good, from every import, score and note.
    .help = Are you sure? Then add --yes.
error-questions-kept = The customer is erased, but the questions that were once typed at the terminal can’t be deleted: { $problem }.
    .help = The customer may still be in them: delete { $file } yourself.
error-waiting-kept = The customer is erased, but the files that still wait for a yes to be imported can’t be deleted: { $problem }.
    .help = The customer may still be in them: delete { $file } yourself.
error-no-owner = It isn’t clear who looks after the customer.
    .help = Give the account manager’s name.
error-part-of-owner = By “{ $name }”, do you mean the account manager { $names }?
    .help = Nothing was changed. Give the full name; if it is somebody else, add their last name.
error-bad-judgement = A judgement is a whole number from 0 to 10.
    .help = Nothing was changed; try again with such a number.
audit-detail-none = no longer
audit-detail-portfolio = the whole portfolio
audit-detail-stopped = stopped
audit-detail-lifted = may come back
audit-detail-held = everything about the customer
