"""One card of each kind, from the transcript in seeds/: what the library really finds there."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bot.cards import Audience, Card, answer_card, citation_card, judged_card, notice_card
from bot.cards.about import Offered, about_card, help_card
from bot.cards.card import Picture
from bot.cards.chance import random_card
from bot.cards.holdings import SPEAKERS_A_PAGE, TRANSCRIPTS_A_PAGE, speakers_card, transcripts_card
from bot.cards.paging import page_of
from bot.cards.picturing import picture_card
from bot.cards.quoting import CONTEXT, EXCHANGE
from bot.cards.surroundings import surroundings_card
from bot.cards.timeline import QUOTES_A_PAGE, timeline_card
from bot.charts import bars_of, png
from bot.commands.about import holdings_of
from bot.extras import pictures_available
from bot.languages import ENGLISH, language_of
from bot.pictures import alternative_text
from bot.preview.components import html_of_card
from bot.version import version
from bot.wording import complaint
from retrieval import Found, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from retrieval import Library, Quote

FOR_ALL, FOR_ONE = Audience(asker=1, private=False), Audience(asker=1, private=True)
RESULT = "What was the most important result of Putin's visit to Japan?"
SEVERAL = "Who visited Moscow after the trip to Japan?"
UNANSWERED = "What did Lavrov say about Crimea?"
FOLLOWED = "Japan"
_QUOTATIONS: Mapping[str, tuple[str, str | None]] = {
    "exact": ("twelve intergovernmental agreements and about 70 business agreements", None),
    "number": ("twelve intergovernmental agreements and about 17 business agreements", None),
    "negation": ("It will be easy to reach them, as President Vladimir Putin said at the news conference", None),
    "shortened": ("There is much work ahead. The outgoing US administration is behaving indecently.", None),
    "other-speaker": ("This process has already been initiated", "Question"),
    "not-found": ("Whales sing louder than trumpets in the winter", None),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A card, rendered.

    Attributes:
        name: What it shows, for file names.
        html: Its components.
        private: Whether one user sees it alone.
    """

    name: str
    html: str
    private: bool


def samples(library: Library) -> list[Sample]:
    """Render a card of each kind."""
    return [
        Sample(name=name, html=html_of_card(card), private=audience.private) for name, card, audience in _cards(library)
    ]


def _cards(library: Library) -> Iterator[tuple[str, Card, Audience]]:
    """Yield cards with who sees them."""
    answer = library.ask(RESULT)
    yield "answer", answer_card(answer, FOR_ALL), FOR_ALL
    yield "answer-private", answer_card(library.ask(SEVERAL), FOR_ONE), FOR_ONE
    yield "refusal", answer_card(library.ask(UNANSWERED), FOR_ALL), FOR_ALL
    for kind, (words, speaker) in _QUOTATIONS.items():
        verdict = library.check(words, speaker)
        yield f"verdict-{kind}", judged_card(verdict, FOR_ALL, speaker=speaker), FOR_ALL
    if isinstance(answer, Found):
        yield from _of_quote(library, answer.quotes[0])
    yield from _of_library(library)
    yield "help-german", _german_help(library), FOR_ONE
    for name, sentence in _notices(library).items():
        yield f"notice-{name}", notice_card(sentence), FOR_ONE


def _of_quote(library: Library, quote: Quote) -> Iterator[tuple[str, Card, Audience]]:
    """Yield what the buttons of a quote lead to, and its citation."""
    yield "context", surroundings_card(quote, FOR_ONE, action=CONTEXT, state=""), FOR_ONE
    yield "exchange", surroundings_card(quote, FOR_ONE, action=EXCHANGE, state=""), FOR_ONE
    yield "citation", citation_card(library.cite(quote.id), FOR_ALL), FOR_ALL
    if pictures_available():
        from bot.pictures.drawing import picture  # noqa: PLC0415 - it loads Pillow, an extra

        drawn = Picture(name=f"quote-{quote.id}.png", data=picture(quote), description=alternative_text(quote))
        yield "picture", picture_card(drawn, FOR_ONE), FOR_ONE


def _of_library(library: Library) -> Iterator[tuple[str, Card, Audience]]:
    """Yield what there is to search, and what can be found in it without a question."""
    timeline = library.timeline(FOLLOWED, limit=QUOTES_A_PAGE)
    bars = bars_of(timeline.counts)
    yield "timeline", timeline_card(timeline, None, FOR_ALL, drawn_chart=png(bars) if bars else None), FOR_ALL
    yield "transcripts", transcripts_card(page_of(library.catalogue(), 0, TRANSCRIPTS_A_PAGE), "", FOR_ALL), FOR_ALL
    yield "speakers", speakers_card(page_of(library.shares(), 0, SPEAKERS_A_PAGE), FOR_ALL), FOR_ALL
    yield "random", random_card(library.pick(_chance()), None, FOR_ALL), FOR_ALL
    yield "about", about_card(version(), holdings_of(library), ENGLISH), FOR_ONE


def _german_help(library: Library) -> Card:
    """List what whoever runs the bot can do, as the German file of messages has it."""
    german = language_of("de")
    names = [
        key.removesuffix(".name") for key in german.messages if key.startswith("commands.") and key.endswith(".name")
    ]
    offered = [
        Offered(name=german.say(f"{command}.name"), description=german.say(f"{command}.description"), mention=None)
        for command in names
    ]
    menus = [german.say(key) for key in german.messages if key.startswith("menus.")]
    return help_card(offered, menus, german, examples=library.examples(_chance()))


def _chance() -> Random:
    """Make chance the same each time."""
    return Random(0)  # noqa: S311 - what is picked by it is no secret


def _notices(library: Library) -> dict[str, str]:
    """Word some faults as users meet them."""
    return {
        "unknown-speaker": _unknown(library),
        "busy": ENGLISH.say("fault.busy"),
        "old-button": ENGLISH.say("fault.old_button"),
        "unexpected": ENGLISH.say("fault.unexpected"),
    }


def _unknown(library: Library) -> str:
    """Ask for somebody who does not speak, and return what is said to that."""
    try:
        library.ask(RESULT, "Ada Lovelace")
    except QueryError as error:
        return complaint(error)
    return ""
