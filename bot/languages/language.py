"""One language: its messages, and how it writes numbers, dates and lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from bot.languages.messages import messages_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, timedelta

    from bot.languages.messages import Message


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that Verbatim speaks.

    Attributes:
        code: Names the file of its messages.
        region: How Unicode calls the variety whose numbers and dates are used.
        discord: What Discord calls it; several names where it tells varieties apart.
        gap: What stands between two sentences.
    """

    code: str
    region: str
    discord: tuple[str, ...]
    gap: str = " "

    def say(self, key: str, /, *, count: int | None = None, **values: object) -> str:
        """Word a message.

        Args:
            key: The message's name in the files of messages.
            count: How many things it speaks of; chooses the plural form, and stands for `{count}`.
            values: What else the message has places for; whole numbers are written as the language writes them.

        Raises:
            KeyError: There is no such message, or a value is missing.
        """
        message = self.messages[key]
        if not isinstance(message, str):
            # What a file leaves out (“many” of millions in French) is said as “other”.
            message = message.get(self.locale.plural_form(count or 0), message["other"])
        counted = {} if count is None else {"count": count}
        return message.format_map({name: self._written(value) for name, value in {**counted, **values}.items()})

    def say_or(self, key: str, english: str) -> str:
        """Word what stands in the code in English: the names and descriptions of commands."""
        message = self.messages.get(key)
        return message if isinstance(message, str) else english

    def number(self, number: int) -> str:
        """Write a whole number: `1,234`."""
        return format_decimal(number, locale=self.locale)

    def percent(self, part: float) -> str:
        """Write a part of 1 in whole hundredths: `7%`."""
        return format_percent(part, locale=self.locale)

    def day(self, date: date) -> str:
        """Write a date out: `17 January 2017`."""
        return _written_out(date, self.region)

    def moment(self, time: timedelta) -> str:
        """Write a time from the start of a recording: `1:02:07`; all our languages write it so."""
        minutes, seconds = divmod(int(time.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}"

    def listed(self, names: Sequence[str]) -> str:
        """Join names as people do: `a, b and c`."""
        return format_list(names, locale=self.locale)

    def joined(self, *sentences: str) -> str:
        """Put sentences one after the other, without those that are empty."""
        return self.gap.join(filter(None, sentences))

    @cached_property
    def messages(self) -> Mapping[str, Message]:
        """Every message by its key."""
        return messages_of(self.code)

    @cached_property
    def locale(self) -> Locale:
        """What Unicode knows of the language."""
        return Locale.parse(self.region)

    def _written(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value


ENGLISH = Language(code="en", region="en_GB", discord=("en-US", "en-GB"))
LANGUAGES = (
    ENGLISH,
    Language(code="de", region="de_DE", discord=("de",)),
    Language(code="fr", region="fr_FR", discord=("fr",)),
    Language(code="es", region="es_ES", discord=("es-ES", "es-419")),
    Language(code="ru", region="ru_RU", discord=("ru",)),
    Language(code="ja", region="ja_JP", discord=("ja",), gap=""),
)
_BY_DISCORD = {name: language for language in LANGUAGES for name in language.discord}


@lru_cache(maxsize=50_000)
def _written_out(date: date, region: str) -> str:
    """Write a date out; kept, for whoever types the name of a transcript is shown the dates of all at each letter."""
    return format_date(date, "long", locale=region)


def language_of(locale: str) -> Language:
    """Return the language for somebody whose Discord speaks another, English where we do not speak it."""
    return _BY_DISCORD.get(locale, ENGLISH)
