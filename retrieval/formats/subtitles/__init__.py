"""Subtitles: cues, what each shows that the one before did not, and who says it."""

from retrieval.formats.subtitles.ass import read_ass
from retrieval.formats.subtitles.subtitles import read_subtitles

__all__ = ["read_ass", "read_subtitles"]
