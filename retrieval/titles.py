"""Words beside a name that are no part of it: honorifics, ranks and offices."""

from __future__ import annotations

import re

HONORIFIC = re.compile(
    r"(?:\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Rt|Hon|Lord|Lady)\b\.?\s*"
    r"|(?:Gen|Adm|Col|Capt|Maj|Lt|Sgt|Sen|Rep|Gov|Amb)\.\s*))+",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"(?P<rank>(?:(?:Lieutenant|Brigadier|Major|Vice|Rear)\s)?(?:General|Admiral|Colonel|Captain|Lieutenant|Sergeant"
    r"|Senator|Representative|Congress(?:wo)?man|Ambassador|Governor|Mayor|Justice|Judge|Professor|Doctor))\s"
    r"(?P<name>[^\W\d_][\w.’'\-]*(?:\s[^\W\d_][\w.’'\-]*){1,4})",
    re.IGNORECASE,
)
"""A full name behind a rank: `General Mila B. Kurz`."""
OFFICE = re.compile(
    r"\b(?:(?:minister|president|secretary|ambassador|chancellor|director|governor|senator|commissioner|representative"
    r"|chief|officer|premier|professor|mayor|envoy|deputy|leader|founder|ceo|general|admiral|colonel|captain|judge"
    r"|justice|speaker|member|counsel|advis[eo]r|manager|editor|moderator|host|presenter|interpreter|translator"
    r"|operator|narrator|analyst|economist|correspondent|attorney|treasurer)s?|spokes\w+|chair\w*|congress(?:wo)?man|king|queen|prince(?:ss)?|pope)\b",
    re.IGNORECASE,
)
LINKS = frozenset({"of", "for", "the"})
"""Small words within an office."""
