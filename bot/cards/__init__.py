"""Records → Discord's layout components: what people see of an answer, and nothing of how it was found."""

from bot.cards.answer import answer_card
from bot.cards.card import Card
from bot.cards.notice import notice_card
from bot.cards.verdict import verdict_card

__all__ = ["Card", "answer_card", "notice_card", "verdict_card"]
