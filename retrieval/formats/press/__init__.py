"""Text and Markdown: labels, headings and links between words, and whose the words are."""

from retrieval.formats.press.press import read_press

__all__ = ["read_press"]
