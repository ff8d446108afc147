import codecs

import pytest

from retrieval import UndecodableError
from retrieval.formats.decoding import decode

TEXT = "Вопрос: Как дела?\n\nОтвет: “Хорошо”, спасибо.\n"
LATIN = "Question: How?\n\nA.Holm: “Well”, thank you.\n"


@pytest.mark.parametrize("text", [TEXT, LATIN])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-16-le"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_utf_8_and_utf_16_are_read_with_and_without_a_byte_order_mark(mark: bytes, encoding: str, text: str) -> None:
    assert decode(mark + text.encode(encoding), "talk.txt") == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_of_every_system_become_one(newline: str) -> None:
    assert decode(f"one{newline}two{newline}{newline}three".encode(), "talk.txt") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("data", "byte", "line"),
    [
        (b"one\ntwo\n\xff three", "byte 8 (0xff)", 3),
        (b"one\r\ntwo\r\rthr\xffee", "byte 13 (0xff)", 4),
        (b"caf\xe9 in Windows-1252", "byte 3 (0xe9)", 1),
        (b"broken \xf0\x9f\x98", "byte 7 (0xf0)", 1),
        (b"a zero\0 in the middle of the line", "byte 6 (0x00)", 1),
        (codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xd8" + "c".encode("utf-16-le"), "byte 8 (0x00)", 2),
        (codecs.BOM_UTF16_LE + "ab\0c".encode("utf-16-le"), "byte 6 (0x00)", 1),
        (codecs.BOM_UTF16_BE + "ab\nਊ\0c".encode("utf-16-be"), "byte 10 (0x00)", 2),
        (codecs.BOM_UTF16_LE + b"a", "byte 2 (0x61)", 1),
    ],
)
def test_an_undecodable_file_names_itself_the_byte_and_its_line(data: bytes, byte: str, line: int) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data, "talks/broken.txt")

    assert str(caught.value).startswith(f"talks/broken.txt:{line}: {byte} is not valid ")
    assert (caught.value.source, caught.value.line) == ("talks/broken.txt", line)


def test_an_undecodable_file_says_what_to_do() -> None:
    with pytest.raises(UndecodableError, match="save the file as UTF-8 and try again"):
        decode(b"\x80", "talk.txt")


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_file_without_characters_is_an_empty_text(data: bytes) -> None:
    assert decode(data, "talk.txt") == ""
