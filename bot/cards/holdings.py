"""The cards of what there is to search: the transcripts, and who speaks in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.buttons import button, rows, share
from bot.cards.card import Card, stacked, text
from bot.cards.escaping import escape, link, one_line
from bot.cards.hints import hint_to_look
from bot.cards.menus import key_of, menu
from bot.cards.paging import Page, page_line, turning
from bot.naming import capitalised, is_named, name_in_list
from bot.wording import shortened

if TYPE_CHECKING:
    from bot.cards.audience import Audience
    from bot.languages import Language
    from retrieval import Listed, Share

TRANSCRIPTS, SPEAKERS = "transcripts", "speakers"
"""Actions that turn a page."""
CHOOSE_TRANSCRIPT, CHOOSE_SPEAKER = "choose-transcript", "choose-speaker"
"""Actions of the menus."""
ASK_SPEAKER, READ_SPEAKER = "ask-speaker", "read-speaker"
"""Actions of the buttons of one speaker."""
TRANSCRIPTS_A_PAGE = 7
SPEAKERS_A_PAGE = 12

_LONGEST_NAME = 120
_MOST_NAMES = 5
_LONGEST_LABEL_NAME = 40
_HUNDREDTH = 0.01


def transcripts_card(page: Page[Listed], word: str, audience: Audience) -> Card:
    """Show a page of transcripts, all of them or those that a word is in."""
    language = audience.language
    if not page.total:
        none = escape(language.say("transcripts.none", word=word))
        return Card(text(none, f"-# {escape(hint_to_look(language))}"), *rows(share(audience)))
    heading = language.say("transcripts.heading_word", word=word) if word else language.say("transcripts.heading")
    about = page_line(language.say("about.transcripts", count=page.total), language.say("list.newest"), page, language)
    options = [(one.transcript.title, _when(one, language), key_of(one.transcript.id)) for one in page.shown]
    return stacked(
        head=[text(f"### {escape(one_line(heading))}", f"-# {escape(about)}")],
        blocks=[(text(*_transcript(one, word, language)),) for one in page.shown],
        more=lambda count: language.say("transcripts.others", count=count),
        foot=[
            *menu(CHOOSE_TRANSCRIPT, audience.key, placeholder=language.say("transcripts.choose"), options=options),
            *rows(*turning(TRANSCRIPTS, word, page=page.number, pages=page.pages, audience=audience), share(audience)),
        ],
    )


def speakers_card(page: Page[Share], audience: Audience) -> Card:
    """Show a page of speakers and how much each of them says."""
    language = audience.language
    if not page.total:
        return Card(text(escape(language.say("speakers.nobody"))), *rows(share(audience)))
    about = page_line(language.say("about.speakers", count=page.total), language.say("list.most"), page, language)
    options = [
        (one.speaker.name, _much(one, language), key_of(one.speaker.name))
        for one in page.shown
        if is_named(one.speaker)
    ]
    return stacked(
        head=[text(f"### {language.say('speakers.heading')}", f"-# {escape(about)}")],
        blocks=[(text(f"**{_introduced(one, language)}**", _much(one, language)),) for one in page.shown],
        more=lambda count: language.say("speakers.others", count=count),
        foot=[
            *menu(CHOOSE_SPEAKER, audience.key, placeholder=language.say("speakers.choose"), options=options),
            *rows(*turning(SPEAKERS, page=page.number, pages=page.pages, audience=audience), share(audience)),
        ],
    )


def speaker_card(one: Share, audience: Audience) -> Card:
    """Show one speaker with what can be done next."""
    language = audience.language
    name, key = shortened(one.speaker.name, _LONGEST_LABEL_NAME), key_of(one.speaker.name)
    return Card(
        text(f"### {_introduced(one, language)}", _much(one, language)),
        *rows(
            button(ASK_SPEAKER, key, label=language.say("speakers.ask", name=name)),
            button(READ_SPEAKER, key, label=language.say("speakers.read", name=name)),
        ),
    )


def _transcript(one: Listed, word: str, language: Language) -> list[str | None]:
    """Show a transcript in a few lines."""
    header = one.transcript
    facts = [
        _when(one, language),
        header.place and _name(header.place),
        language.say("transcripts.words", count=header.word_count),
        link(language.say("quote.go_there"), header.url),
    ]
    spoken = language.say("transcripts.spoken", count=one.passages, word=word) if one.passages else None
    return [
        f"**{_name(header.title)}**",
        " · ".join(fact for fact in facts if fact),
        _names(one, language),
        spoken and f"-# {escape(one_line(spoken))}",
    ]


def _names(one: Listed, language: Language) -> str:
    """Name those who speak in a transcript, or the first of many."""
    if not one.speakers:
        return language.say("transcripts.unnamed")
    others = len(one.speakers) - _MOST_NAMES
    names = [_name(name_in_list(name, language)) for name in one.speakers[:_MOST_NAMES]]
    return language.listed([*names, language.say("speakers.others", count=others)] if others > 0 else names)


def _when(one: Listed, language: Language) -> str:
    date = one.transcript.date
    return language.day(date) if date else language.say("transcripts.undated")


def _much(one: Share, language: Language) -> str:
    """Say how often somebody speaks, and how much."""
    part = language.percent(one.part)
    if 0 < one.part < _HUNDREDTH:
        part = language.say("speakers.less", part=language.percent(_HUNDREDTH))
    words = language.say("speakers.share", words=language.say("transcripts.words", count=one.words), part=part)
    often = language.say("speakers.turns", count=one.turns)
    return " · ".join([often, language.say("speakers.transcripts", count=one.transcripts), words])


def _introduced(one: Share, language: Language) -> str:
    """Name a speaker with the office."""
    office = f", {_name(one.speaker.title)}" if one.speaker.title else ""
    return f"{_name(capitalised(name_in_list(one.speaker.name, language)))}{office}"


def _name(words: str) -> str:
    return escape(shortened(one_line(words), _LONGEST_NAME))
