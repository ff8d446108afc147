"""Text that others wrote → text that a terminal only shows.

An escape sequence in a transcript could move the cursor, recolour or retitle a terminal, and a bidirectional
override could make words read in another order (https://trojansource.codes). Each such character is replaced
by a visible stand-in; every other one stays as it is.
"""

from __future__ import annotations

from itertools import chain

_CONTROL_PICTURES = 0x2400  # U+2400 … U+241F picture the control characters U+0000 … U+001F
_KEPT = {"\n", "\t"}
_UNPICTURED = chain(
    range(0x80, 0xA0),  # C1 controls: U+009B starts an escape sequence by itself
    range(0x2028, 0x202A),  # line and paragraph separators
    range(0x202A, 0x202F),  # bidirectional embeddings and overrides
    range(0x2066, 0x206A),  # bidirectional isolates
    range(0xD800, 0xE000),  # lone surrogates, which no encoding can write
)

_STAND_INS: dict[int, str] = {
    **{code: chr(_CONTROL_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "\u2421",  # the picture of DELETE
    **{code: f"⟨U+{code:04X}⟩" for code in _UNPICTURED},
}


def harmless(text: str) -> str:
    r"""Make control characters and bidirectional overrides visible instead of effective.

    >>> harmless("stop\x1b[2J that")
    'stop␛[2J that'
    """
    return text.translate(_STAND_INS)


def one_line(text: str) -> str:
    r"""Put text on a single line, harmless.

    >>> one_line("no such file:\n  seeds")
    'no such file: seeds'
    """
    return harmless(" ".join(text.split()))
