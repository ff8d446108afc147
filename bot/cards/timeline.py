"""The card of what was said on something, by date: when it was spoken of, and quotes, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import rows, share
from bot.cards.card import Card, Picture, gallery, stacked, text
from bot.cards.escaping import escape, one_line
from bot.cards.hints import hint_to_look
from bot.cards.menus import key_of
from bot.cards.paging import Page, page_line, pages_of, turning
from bot.cards.passage import passage
from bot.charts import bars_of, drawn
from bot.wording import shortened

if TYPE_CHECKING:
    from discord import ui

    from bot.cards.audience import Audience
    from bot.charts import Bars
    from bot.languages import Language
    from retrieval import Timeline

TIMELINE = "timeline"
QUOTES_A_PAGE = 3
_LONGEST_NAME = 100
_LONGEST_ALT_TEXT = 1000
_PERIODS = {
    "day": "timeline.per_day",
    "month": "timeline.per_month",
    "year": "timeline.per_year",
    "decade": "timeline.per_decade",
}


def timeline_card(
    found: Timeline, speaker: str | None, audience: Audience, *, drawn_chart: bytes | None = None
) -> Card:
    """Show a page of quotes on something under a chart of when it was spoken of.

    Args:
        found: The page.
        speaker: Whose words were searched, or None for everybody's.
        audience: Who sees it.
        drawn_chart: A PNG of the chart; without one, bars of text take its place.
    """
    language = audience.language
    if not found.total:
        return Card(text(*_nothing(found, speaker, language)), *rows(share(audience)))
    heading, chart = _heading(found, speaker, language), bars_of(found.counts)
    pictures = [_picture(chart, drawn_chart, heading, language)] if chart and drawn_chart else []
    page, pages = found.first // QUOTES_A_PAGE, pages_of(found.total, QUOTES_A_PAGE)
    state = (key_of(speaker) if speaker else "", found.words)
    return stacked(
        head=[
            text(f"### {escape(one_line(heading))}", f"-# {escape(_about(found, page, pages, language))}"),
            *(map(gallery, pictures) if pictures else _bars(chart, language)),
        ],
        blocks=[passage(quote, language=language) for quote in found.quotes],
        more=lambda count: language.say("passage.more", quotes=language.say("passage.quotes", count=count)),
        foot=rows(*turning(TIMELINE, *state, page=page, pages=pages, audience=audience), share(audience)),
        pictures=pictures,
    )


def _heading(found: Timeline, speaker: str | None, language: Language) -> str:
    if speaker is None:
        return language.say("timeline.heading", words=found.words)
    return language.say("timeline.heading_speaker", words=found.words, speaker=shortened(speaker, _LONGEST_NAME))


def _nothing(found: Timeline, speaker: str | None, language: Language) -> list[str]:
    """Say that nobody speaks of it, and how to go on: with words that resemble it, or with what there is."""
    if speaker is None:
        said = language.say("timeline.nothing", words=found.words)
    else:
        said = language.say("timeline.nothing_speaker", words=found.words, speaker=shortened(speaker, _LONGEST_NAME))
    close = [language.say("quote.marks", words=word) for unknown in found.unknown for word in unknown.closest]
    if close:
        closest = language.say("timeline.closest", words=language.listed(close))
        return [escape(one_line(language.joined(said, closest)))]
    return [escape(one_line(said)), f"-# {escape(hint_to_look(language))}"]


def _about(found: Timeline, number: int, pages: int, language: Language) -> str:
    """Say how often it is spoken of, how many of that fewer quotes stand for, and which page this is."""
    quotes = len(found.quotes)
    counts = [
        language.say("timeline.passages", count=found.total),
        language.say("timeline.undated", count=found.undated) if found.undated else None,
        language.say("timeline.joined", count=quotes, shown=found.shown) if quotes < found.shown else None,
    ]
    page = Page(shown=found.quotes, number=number, pages=pages, total=found.total)
    return page_line(" · ".join(count for count in counts if count), language.say("list.oldest"), page, language)


def _picture(chart: Bars, data: bytes, heading: str, language: Language) -> Picture:
    """Name the drawn chart, and say what it shows in words."""
    bars = ", ".join(f"{label}: {language.number(height)}" for label, height in chart.bars if height)
    words = language.say("timeline.picture", heading=heading, bars=bars)
    return Picture(name="timeline.png", data=data, description=shortened(one_line(words), _LONGEST_ALT_TEXT))


def _bars(chart: Bars | None, language: Language) -> list[ui.Item[ui.LayoutView]]:
    """Draw the chart in text."""
    if chart is None:
        return []
    lines = (
        f"`{label}` {bar} {language.number(count) if count else ''}".rstrip() for label, bar, count in drawn(chart)
    )
    return [text(language.say(_PERIODS[chart.period]), *lines)]
