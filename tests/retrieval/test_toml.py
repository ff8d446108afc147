from __future__ import annotations

import pytest

from retrieval.errors import TranscriptError
from retrieval.toml import line_of, read_toml


@pytest.mark.parametrize(
    ("key", "line"),
    [("people", 1), ("Ann Lee", 2), ("office", 3), ("SPEAKER_00", 6), ("talks/*.vtt", 5), ("Bob", 7), ("Lee", None)],
)
def test_a_key_is_found_in_its_line(key: str, line: int | None) -> None:
    text = """[people]
"Ann Lee" = {
  office = "Bob" }

[files."talks/*.vtt"]
SPEAKER_00 = "Ann Lee"
'Bob' = "Bob"
"""

    assert line_of(key, text) == line


def test_a_file_of_windows_with_a_mark_is_read() -> None:
    assert read_toml(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "a.toml").says == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("data", "line"), [(b"a = 1\nb = ", 2), (b"a = 1\n\na = 2", 3), (b"a = '", 1), (b"\n\n\xff", 3)]
)
def test_a_fault_is_named_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(TranscriptError) as caught:
        read_toml(data, "a.toml")

    assert (caught.value.source, caught.value.line) == ("a.toml", line)


def test_unknown_keys_are_named_in_their_order() -> None:
    file = read_toml(b"z = 1\nbase = 2\ny = 3\nx = 4", "a.toml")

    assert file.known(file.says, ("base", "moments")) == {"base": 2}
    assert [fault.line for fault in file.faults] == [1, 3, 4]
