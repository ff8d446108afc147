"""Word documents and web pages: their paragraphs, read as text is."""

from retrieval.formats.documents.documents import read_document
from retrieval.formats.documents.webpage import read_webpage
from retrieval.formats.documents.word import is_document

__all__ = ["is_document", "read_document", "read_webpage"]
