"""How one interaction is answered: off the event loop, in time, once, and with every fault in one place."""

from bot.interactions.responder import Responder

__all__ = ["Responder"]
