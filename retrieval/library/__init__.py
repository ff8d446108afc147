"""A folder, or several, of transcripts and their index: the only room that touches the disk."""

from retrieval.library.library import Library

__all__ = ["Library"]
