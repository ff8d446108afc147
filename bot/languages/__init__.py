"""The languages that Verbatim speaks of its own; quotes stay in the language they were spoken in."""

from bot.languages.language import ENGLISH, LANGUAGES, Language, language_of

__all__ = ["ENGLISH", "LANGUAGES", "Language", "language_of"]
