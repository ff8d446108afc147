from __future__ import annotations

import pytest

from retrieval import TranscriptError
from retrieval.formats import refusals
from retrieval.formats.documents.word import is_document, paragraphs
from tests.retrieval.formats.recordings import archive, docx

ALTERNATIVES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text(markup: str) -> list[str]:
    return paragraphs(docx(markup=markup), "talk.docx")


def test_a_document_has_paragraphs_and_line_breaks() -> None:
    assert paragraphs(docx("Ann Lee   0:03\nHello.", " ", "Bye."), "talk.docx") == ["Ann Lee   0:03\nHello.", "Bye."]


def test_tabs_and_hyphens_are_characters() -> None:
    markup = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>"

    assert text(markup) == ["a\tb-c"]


def test_what_was_inserted_counts_and_what_was_deleted_or_moved_away_does_not() -> None:
    markup = (
        "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
    )

    assert text(markup) == ["new"]


def test_words_for_older_programs_are_not_read_twice() -> None:
    box = "<w:p><w:r><w:t>box</w:t></w:r></w:p>"
    markup = (
        f"<w:p {ALTERNATIVES}><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:r><w:t>beside</w:t></w:r></w:p>"
    )

    assert text(markup) == ["box", "beside"]


def test_other_archives_are_no_documents() -> None:
    assert not is_document(archive({"talk.srt": "x"}))
    assert not is_document(docx("Hello.")[:-30])
    assert not is_document(b"Hello.")


@pytest.mark.parametrize(
    "part",
    [
        "<w:document",
        "",
        '<?xml version="1.0" encoding="no-such"?><a/>',
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
    ],
    ids=["cut short", "empty", "unknown encoding", "entities"],
)
def test_a_damaged_or_hostile_document_is_refused(part: str) -> None:
    with pytest.raises(
        TranscriptError, match=r"talk\.docx: the document is damaged; open it and save it again as DOCX"
    ):
        paragraphs(archive({"word/document.xml": part}), "talk.docx")


def test_a_locked_document_is_refused() -> None:
    data = bytearray(docx("Hello."))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1

    with pytest.raises(TranscriptError, match=r"talk\.docx: the document is locked; save it again without a password"):
        paragraphs(bytes(data), "talk.docx")


def test_a_document_that_swells_is_refused() -> None:
    bomb = archive({"word/document.xml": " " * (refusals.LARGEST + 1)})

    with pytest.raises(TranscriptError, match=r"talk\.docx: the document's text has over 64 MB; split it"):
        paragraphs(bomb, "talk.docx")
