"""What users are told, in English."""

BUSY = "Verbatim has too many questions at once; please ask again in a few seconds."
RESTARTING = "Verbatim is restarting; please ask again in a minute."
OUTDATED = "This command has changed; please restart Discord, or press Ctrl+R in it, and try again."
OLD_BUTTON = "This button is from another version of Verbatim; please use the command again."
UNEXPECTED = "Something went wrong here and has been logged; please try again, or tell whoever runs this bot."
THANKS = "Thank you: this is kept for whoever runs this bot, without your name."
GONE_CHOICE = (
    "The transcripts have changed, and what this button means is no longer in them; please use the command again."
)
NOT_ALLOWED = (
    "Verbatim may not attach files in this channel, so there is no picture; "
    "a moderator can give it the permission “Attach Files”."
)
LOOK = "/transcripts shows what is searched, /speakers who speaks."
