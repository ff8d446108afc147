from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.languages import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.simulator.shapes import Json
    from tests.simulator.simulator import Simulator

NAME = re.compile(r"[-_'\w]{1,32}")
LOCALES = {name for language in LANGUAGES if language is not ENGLISH for name in language.discord}

pytestmark = pytest.mark.usefixtures("bot")


def parts(command: Json) -> Iterator[Json]:
    """Yield a command and its options."""
    yield command
    yield from command.get("options") or []


def test_every_name_and_description_is_there_in_every_language(simulator: Simulator) -> None:
    for command in simulator.commands():
        for part in parts(command):
            assert part["name_localizations"].keys() == LOCALES, part["name"]
            if part.get("description"):
                assert part["description_localizations"].keys() == LOCALES, part["name"]


def test_names_are_as_discord_wants_them_and_tell_commands_apart(simulator: Simulator) -> None:
    slash = [command for command in simulator.commands() if command["type"] == 1]
    for locale in LOCALES:
        names = [command["name_localizations"][locale] for command in slash]
        assert len({*names}) == len(names)
        options = [option["name_localizations"][locale] for one in slash for option in one.get("options") or []]
        assert all(NAME.fullmatch(name) and name == name.lower() for name in [*names, *options])


def test_descriptions_are_short_enough(simulator: Simulator) -> None:
    for command in simulator.commands():
        for part in parts(command):
            assert all(len(text) <= 100 for text in (part.get("description_localizations") or {}).values())


def test_a_command_with_all_its_languages_stays_within_discords_limit(simulator: Simulator) -> None:
    for command in simulator.commands():
        assert sum(map(_texts, parts(command))) <= 8000


def _texts(part: Json) -> int:
    own = len(part["name"]) + len(part.get("description") or "")
    translated = [part.get("name_localizations") or {}, part.get("description_localizations") or {}]
    return own + sum(len(text) for table in translated for text in table.values())
