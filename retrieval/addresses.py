"""Where transcripts can be read or heard: `library.toml` beside them, for its folder and those below.

base = "https://talks.example/{id}"      # of a transcript that names no address of its own

[moments]
"talks.example" = "{url}?start={seconds}"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from retrieval.moments import PLACEHOLDERS, host, is_on_web
from retrieval.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from retrieval.errors import TranscriptError

FILE_NAME = "library.toml"
OF_TRANSCRIPT = ("id", "source", "stem")
"""What stands for a transcript in an address: its id, its file, its file's name without ending."""
IN_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """How addresses are made.

    Attributes:
        base: Of a transcript that has none of its own, with placeholders, or None.
        moments: Template of the address of a moment, by site; a site stands for its subdomains too.
    """

    base: str | None = None
    moments: Mapping[str, str] = field(default_factory=dict)


def read_addresses(data: bytes, source: str) -> tuple[Addresses, list[TranscriptError]]:
    """Return how addresses are made, and what is wrong with a file; what is right holds all the same.

    Raises:
        TranscriptError: It is no TOML.
    """
    file = read_toml(data, source)
    base = file.known(file.says, ("base", "moments")).get("base")
    if base is not None and (reason := _fault_of_base(base)):
        file.blame("base", f"base: {reason}")
        base = None
    sound = {}
    for site, template in file.table("moments").items():
        if reason := _fault_of_template(template):
            file.blame(site, f"moments of “{site}”: {reason}")
        else:
            sound[site.casefold().removeprefix("www.")] = template
    return Addresses(base=base, moments=sound), file.faults


def address(given: str | None, identity: str, source: str, told: Sequence[Addresses]) -> tuple[str | None, str | None]:
    """Return the address of a transcript, and the template of the addresses of its moments.

    Args:
        given: What the transcript says itself; anything that is not on the web counts as nothing.
        identity: The transcript's id.
        source: Its file, relative to its folder.
        told: What was written down, what holds for the nearest folder first.
    """
    base = next((one.base for one in told if one.base), None)
    own = given if given and is_on_web(given) else None
    url = own or (_of_transcript(base, identity, source) if base else None)
    template = next((found for one in told if (found := _for_site(one, url))), None) if url else None
    return url, template and _of_transcript(template, identity, source)


def _for_site(told: Addresses, url: str) -> str | None:
    """Return the template for the site of an address: the site's own, else that of what it is a part of."""
    return next((told.moments[site] for site in _sites(host(url)) if site in told.moments), None)


def _sites(name: str) -> Iterator[str]:
    """Yield a site and those that it is a part of: a.b.example, b.example, example."""
    while name:
        yield name
        name = name.partition(".")[2]


def _of_transcript(template: str, identity: str, source: str) -> str:
    """Return a template with all that stands for a transcript filled in."""
    values = (identity, source, source.rpartition("/")[2].rpartition(".")[0])
    for name, value in zip(OF_TRANSCRIPT, values, strict=True):
        template = template.replace(f"{{{name}}}", quote(value))
    return template


def _fault_of_base(base: object) -> str | None:
    """Return what is wrong with a base, or None."""
    if not isinstance(base, str) or not is_on_web(_of_transcript(base, "id", "folder/file.txt")):
        return "expected an address such as https://talks.example/{id}"
    return _unknown_placeholder(base, OF_TRANSCRIPT)


def _fault_of_template(template: object) -> str | None:
    """Return what is wrong with the template of the address of a moment, or None."""
    if not isinstance(template, str):
        return "expected a template such as {url}?start={seconds}"
    if unknown := _unknown_placeholder(template, (*OF_TRANSCRIPT, "url", *PLACEHOLDERS)):
        return unknown
    filled = IN_BRACES.sub("1", template.replace("{url}", "https://talks.example/"))
    return None if is_on_web(filled) else "expected a template that begins with {url} or https://"


def _unknown_placeholder(template: str, known: Sequence[str]) -> str | None:
    unknown = [name for name in IN_BRACES.findall(template) if name not in known]
    names = ", ".join(f"{{{name}}}" for name in known)
    return f"{{{unknown[0]}}} stands for nothing; known are {names}" if unknown else None
