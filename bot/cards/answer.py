"""The card of an answer: one quote that answers at a time, or why nothing does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from discord import ui

from bot.cards.buttons import button, rows, share
from bot.cards.card import Card
from bot.cards.escaping import escape, one_line
from bot.cards.hints import hint_to_look
from bot.cards.leaf import Leaf, as_many_as_fit, page_buttons
from bot.cards.limits import MOST_TEXT, size, text_length
from bot.cards.passage import excerpt
from bot.cards.quoting import quote_buttons, wrong_button
from bot.cards.reading import marked, plain
from bot.naming import is_named, name_within
from bot.wording import answered, searched, shortened, unanswered
from retrieval import Found, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import discord

    from bot.cards.audience import Audience
    from bot.languages import Language
    from retrieval import Answer, Quote

ONLY, EVERYBODY = "only", "everybody"
LONGEST_QUESTION = 500

# The numbers under which a press finds these texts in the message.
_QUESTION, _REMARK = 101, 102
_LONGEST_REMARK = 1300
_LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What stands above every page of an answer, as markup.

    Attributes:
        question: What was asked.
        remark: How sure we are, or why nothing answers.
    """

    question: str
    remark: str

    @property
    def items(self) -> tuple[ui.TextDisplay[Any], ui.TextDisplay[Any]]:
        """Both texts, to be found again."""
        return ui.TextDisplay(self.question, id=_QUESTION), ui.TextDisplay(self.remark, id=_REMARK)


def answer_card(
    answer: Answer, audience: Audience, *, speaker: str | None = None, transcript: str | None = None
) -> Card:
    """Show the best quote that answers, or the reason why nothing does with the nearest.

    Args:
        answer: What the library found.
        audience: For whom.
        speaker: The one speaker whose words were searched, as typed.
        transcript: The one transcript that was searched, as typed.
    """
    quotes = _quotes(answer)
    head = Head(
        question=f"**{escape(shortened(one_line(answer.question), LONGEST_QUESTION))}**",
        remark="\n".join(_remarks(answer, _filters(quotes, speaker, transcript, audience.language), audience.language)),
    )
    if not quotes:
        return Card(*head.items, *rows(wrong_button(None, audience), share(audience)))
    leaf = Leaf(
        quote_ids=as_many_as_fit([quote.id for quote in quotes]),
        answers=isinstance(answer, Found),
        of_speaker=bool(speaker),
        in_transcript=bool(transcript),
    )
    return leaf_card(quotes[0], audience, head=head, leaf=leaf)


def leaf_card(quote: Quote, audience: Audience, *, head: Head, leaf: Leaf) -> Card:
    """Show one of several quotes.

    Args:
        quote: The one that is on top.
        audience: For whom.
        head: What stands above.
        leaf: Which of them all it is.
    """
    language = audience.language
    shown = excerpt(
        quote,
        room=MOST_TEXT - size(head.items).text,
        part=leaf.part,
        position=leaf.position(language),
        language=language,
    )
    return Card(
        *head.items,
        shown.container,
        *rows(
            *page_buttons(leaf, shown.parts, audience),
            *quote_buttons(quote, audience),
            _narrowing(quote, leaf, audience),
            wrong_button(quote, audience),
            share(audience),
        ),
    )


def head_of(message: discord.Message) -> Head | None:
    """Read again what stands above the pages of an answer, or return None when the message is none."""
    question, remark = marked(_QUESTION, message), marked(_REMARK, message)
    return Head(question=question, remark=remark) if question and remark else None


def question_of(message: discord.Message) -> str | None:
    """Read again what was asked, or return None when the message is no answer."""
    question = marked(_QUESTION, message)
    return plain(question) if question else None


def _quotes(answer: Answer) -> Sequence[Quote]:
    match answer:
        case Found():
            return answer.quotes
        case NotFound():
            return answer.nearest
        case _:
            assert_never(answer)


def _remarks(answer: Answer, filters: str | None, language: Language) -> Iterator[str]:
    """Say how sure we are, or why nothing answers, and what was searched if that was not everything."""
    match answer:
        case Found():
            yield f"-# {escape(answered(answer, language))}"
        case NotFound():
            yield _limited(unanswered(answer, language))
            yield f"-# {escape(searched(answer.reason.searched, language))}"
        case _:
            assert_never(answer)
    if filters:
        yield f"-# {escape(filters)}"
    if isinstance(answer, NotFound):
        nearest = f"**{escape(language.say('answer.nearest'))}**"
        yield nearest if answer.nearest else f"-# {escape(hint_to_look(language))}"


def _limited(sentences: str) -> str:
    """Escape sentences of ours; only hostile words in them can make them too long."""
    escaped = escape(sentences)
    return escaped if text_length(escaped) <= _LONGEST_REMARK else escape(shortened(sentences, _LONGEST_REMARK // 2))


def _filters(quotes: Sequence[Quote], speaker: str | None, transcript: str | None, language: Language) -> str | None:
    """Name the one speaker and the one transcript that were searched, as the transcripts name them."""
    said_by = [quote.speaker.name if quote.speaker else None for quote in quotes] or [speaker or ""]
    people = dict.fromkeys(name_within(name, language) for name in said_by)
    names = language.listed([_name(name) for name in people])
    title = _name(quotes[0].transcript.title if quotes else transcript or "")
    match bool(speaker), bool(transcript):
        case True, True:
            return language.say("answer.only_both", names=names, title=title)
        case True, False:
            return language.say("answer.only_speaker", names=names)
        case False, True:
            return language.say("answer.only_transcript", title=title)
        case _:
            return None


def _name(name: str) -> str:
    return shortened(one_line(name), _LONGEST_NAME)


def _narrowing(quote: Quote, leaf: Leaf, audience: Audience) -> ui.Button[Any] | None:
    """Let the same be asked of this speaker only, or of everybody again."""
    state = audience.key, "t" if leaf.in_transcript else "", quote.id
    if leaf.of_speaker:
        return button(EVERYBODY, *state, label=audience.language.say("button.everybody"))
    if quote.speaker is None or not is_named(quote.speaker):
        return None
    return button(ONLY, *state, label=audience.language.say("button.only", name=_name(quote.speaker.name)))
