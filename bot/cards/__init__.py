"""Records → Discord's layout components: what people see of an answer, and nothing of how it was found."""

from bot.cards.answer import answer_card
from bot.cards.audience import Audience
from bot.cards.card import Card
from bot.cards.citation import citation_card
from bot.cards.judging import judged_card
from bot.cards.notice import notice_card
from bot.cards.verdict import verdict_card

__all__ = ["Audience", "Card", "answer_card", "citation_card", "judged_card", "notice_card", "verdict_card"]
