"""How one interaction is answered: off the event loop, in time, once, and with every fault in one place."""

from bot.interactions.audience import audience_of
from bot.interactions.once import Once
from bot.interactions.pace import Pace
from bot.interactions.permission import may_attach
from bot.interactions.presses import GoneChoiceError, Handler, OutdatedPressError, Press, Pressed, Presses
from bot.interactions.refusal import RefusalError
from bot.interactions.reply import Reply
from bot.interactions.responder import Responder

__all__ = [
    "GoneChoiceError",
    "Handler",
    "Once",
    "OutdatedPressError",
    "Pace",
    "Press",
    "Pressed",
    "Presses",
    "RefusalError",
    "Reply",
    "Responder",
    "audience_of",
    "may_attach",
]
