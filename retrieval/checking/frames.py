"""What people write around a quotation: its marks, who is said to have said it, and an ellipsis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS = re.compile(r"[\[(]?[ \t]*(?:…|\.[ \t]?\.[ \t]?\.)(?:[ \t]?[.…])*[ \t]*[\])]?|(?<=\s)(?://?|\.\.)(?=\s)")
"""Also a slash or two points, alone between two pieces."""
OPENING, CLOSING = "“\"«„‘'「『‹»", "”\"»“’'」』›«"
QUOTED = re.compile(rf"(?<!\w)[{OPENING}](?P<words>.+)[{CLOSING}](?!\w)", re.DOTALL)
"""From the first quotation mark to the last."""
NAME = r"#?[^\W\d_][\w’'.#\-]*(?:[ \t]+[^\W_][\w’'.#\-]*){0,5}?"
SAYING = (
    r"(?:(?:once|also|later|then|recently|famously|reportedly|has|had)[ \t]+){0,2}"
    r"(?:said|says|say|stated|states|told|added|adds|replied|answered|asked|claimed|claims|wrote|declared|insisted"
    r"|puts?[ \t]+it|noted|notes|explained|explains|argued|argues|remarked|observed|warned|warns|tweeted|posted"
    r"|stressed|responded|continued|concluded|emphasised|emphasized|commented|sagte|sagt|erklärte"
    r"|dit|déclare|a dit|a déclaré|dijo|dice|disse|ha detto|сказал|сказала|заявил|заявила|говорит)"
)
ACCORDING = r"(?:[Aa]ccording[ \t]+to|[Ii]n[ \t]+the[ \t]+words[ \t]+of|[Tt]o[ \t]+quote)"
ASIDE = r"(?:[ \t]*\((?:[^()\n]|\([^()\n]*\))*\)|[,，][^:：\n“”\"«»]{1,80}?)?"
"""What may stand behind a name: an office, a place."""
TO_WHOM = r"(?:[ \t]+[\w’'\-]+){0,6}?"
"""What may follow: `told reporters in Oslo`."""
_BEFORE = tuple(
    re.compile(rf"[\s>*_]*{frame}[*_\s]*")
    for frame in (
        rf"{ACCORDING}[ \t]+(?P<name>{NAME}){ASIDE}[ \t]*[,，:]",
        rf"(?P<name>{NAME}){ASIDE}(?:[ \t]*[,，]?[ \t]*{SAYING}{TO_WHOM})?[*_]*[ \t]*[:：]",
        rf"(?P<name>{NAME}){ASIDE}[ \t]*[,，]?[ \t]*{SAYING}{TO_WHOM}[ \t]*[,，]?(?:[ \t]*that)?",
    )
)
_AFTER = tuple(
    re.compile(rf"{frame}[\s.*_]*")
    for frame in (
        rf"[\s>*_,，.]*[–—―~-]+[ \t]*(?P<name>{NAME}){ASIDE}",
        rf"[ \t]*\((?P<name>{NAME})(?:,[^()]*)?\)",
        rf"[ \t]*[,，]?[ \t]*{SAYING}[ \t]+(?P<name>{NAME}){ASIDE}",
        rf"[ \t]*[,，]?[ \t]*(?P<name>{NAME})[ \t]+{SAYING}",
    )
)
INTERRUPTION = re.compile(
    rf"[{CLOSING}][ \t]*(?:(?P<name>{NAME})[ \t]+{SAYING}|{SAYING}[ \t]+(?P<other>{NAME}))[ \t]*[,，.:]?\s*"
    rf"(?=[{OPENING}])"
)
"""`,” Anna Roe said, “`: a quotation goes on behind it."""
LABEL = re.compile(rf"[\s>*_]*(?P<name>{NAME})(?:[ \t]*\([^()\n]*\))?[*_]*[ \t]*")
REPORT = re.compile(rf"[\s>*_]*(?P<name>{NAME})[ \t]*[,，]?[ \t]*{SAYING}[ \t]*[,，:]?(?:[ \t]+that)?[ \t]+")
_ENDINGS = tuple(
    re.compile(rf"{frame}[\s.*_]*\Z")
    for frame in (
        rf"[,，][ \t]*{SAYING}[ \t]+(?P<name>{NAME})",
        rf"[,，][ \t]*(?P<name>{NAME})[ \t]+{SAYING}",
        rf"[ \t]\((?P<name>{NAME})\)",
    )
)
"""`, said Anna Roe` behind words without quotation marks."""
SIGNATURE = re.compile(rf"[–—―]*[ \t]*(?P<name>{NAME})[\s.]*")
LONGEST = 160
"""Characters; what is longer is no frame of a quotation, but words."""
ANNOUNCING = frozenset(
    "he she they it we i you er sie es il elle ils on él ella он она они breaking quote quotation fact facts news"
    " update claim claims statement context headline source via edit reminder summary transcript zitat citation cita"
    " цитата".split()
)
"""Words that stand before a quotation and are nobody's name."""
LEADS = frozenset(
    "as and but so then when where here today yesterday recently once also wie als comme como как".split()
)
"""Words that lead up to a name."""


def names_before(text: str) -> Iterator[str]:
    """Yield the name that a text consists of which stands before a quotation: `Anna Roe, Minister, said:`."""
    yield from _names(_BEFORE, text)


def names_after(text: str) -> Iterator[str]:
    """Yield the name that a text consists of which stands behind a quotation: `— Anna Roe, Minister`."""
    yield from _names(_AFTER, text)


def quoted(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each name beside the quotation marks of a text that holds nothing else, and where the words stand."""
    found = QUOTED.search(text)
    if found is None:
        return
    interruption = INTERRUPTION.search(found["words"])
    if interruption:
        yield interruption["name"] or interruption["other"], *found.span("words")
    before, behind = text[: found.start()], text[found.end() :]
    if not behind.strip(" \t\n.*_"):
        yield from ((name, *found.span("words")) for name in names_before(before))
    if not before.strip(" \t\n>*_"):
        yield from ((name, *found.span("words")) for name in names_after(behind))


def labelled(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each name that a text without quotation marks, or a list of names, may start or end with; and the words."""
    colon = re.search(r"[:：][*_]*", text[:LONGEST])
    if colon:
        start = colon.end() + len(text[colon.end() :]) - len(text[colon.end() :].lstrip())
        label = LABEL.fullmatch(text, 0, colon.start())
        if label and start > colon.end():
            yield label["name"], start, len(text)
        if text[start : start + 1] in {*OPENING}:
            yield text[: colon.start()].strip(" \t\n>*_"), start, len(text)
    report = REPORT.match(text, 0, LONGEST)
    if report and report.end() < LONGEST:
        yield report["name"], report.end(), len(text)
    endings = (ending.search(text, max(len(text) - LONGEST, 0)) for ending in _ENDINGS)
    yield from ((found["name"].rstrip("."), 0, found.start()) for found in endings if found)
    dash = max(text.rfind(sign) for sign in "–—―")
    signature = (
        SIGNATURE.fullmatch(text, dash) if dash > len(text) - LONGEST and text[dash - 1 : dash].isspace() else None
    )
    if signature:
        yield signature["name"], 0, dash


def without_lead(name: str) -> str:
    """Return a name without the words that lead up to it.

    >>> without_lead("As Anna Roe")
    'Anna Roe'
    """
    words = name.split()
    first = next((place for place, word in enumerate(words) if word.casefold() not in LEADS), 0)
    return " ".join(words[first:])


def _names(frames: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    plain = text.strip()
    if len(plain) <= LONGEST:
        yield from (found["name"].strip(" .,") for frame in frames if (found := frame.fullmatch(plain)))
