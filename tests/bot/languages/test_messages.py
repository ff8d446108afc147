from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import bot
from bot.languages import ENGLISH, LANGUAGES, Language
from bot.languages.messages import PLURAL_FORMS, Message

OTHERS = [language for language in LANGUAGES if language is not ENGLISH]
IN_THE_CODE = ("commands.", "options.", "menus.")  # in English these stand in the code
CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(bot.__path__[0]).rglob("*.py"))


def forms(message: Message) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values())


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def spoken(language: Language) -> dict[str, Message]:
    return {key: message for key, message in language.messages.items() if not key.startswith(IN_THE_CODE)}


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_every_language_has_every_message_and_no_other(language: Language) -> None:
    assert spoken(language).keys() == ENGLISH.messages.keys()


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
@pytest.mark.parametrize("key", ENGLISH.messages)
def test_a_message_has_the_same_places_in_every_language_and_form(language: Language, key: str) -> None:
    wanted = {frozenset(places(form)) for form in forms(ENGLISH.messages[key])}

    assert {frozenset(places(form)) for form in forms(language.messages[key])} == wanted


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_what_is_counted_has_every_form_that_whole_numbers_take(language: Language) -> None:
    needed = {language.locale.plural_form(number) for number in range(200)} - {"many"} | {"other"}

    for message in language.messages.values():
        if not isinstance(message, str):
            assert needed <= message.keys() <= PLURAL_FORMS


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_message_is_empty_or_has_space_at_its_end(language: Language) -> None:
    texts = [form for message in language.messages.values() for form in forms(message)]

    assert [text for text in texts if not text or text != text.rstrip() or "\n" in text] == []


def test_every_message_is_used_and_every_message_that_is_used_exists() -> None:
    named = set(re.findall(r"""["']([a-z]+\.[a-z_.]+)["']""", CODE))
    prefixes = set(re.findall(r"""f["']([a-z]+\.(?:[a-z_]+\.)?)\{""", CODE))

    unused = [key for key in ENGLISH.messages if key not in named and not key.startswith(tuple(prefixes))]

    assert [key for key in unused if not key.endswith("_but")] == []
    assert set(re.findall(r"""say\(\s*["']([a-z_.]+)["']""", CODE)) <= ENGLISH.messages.keys()
