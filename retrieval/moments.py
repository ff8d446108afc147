"""The address of a moment: where a recording starts to play at a time.

>>> moment("https://youtu.be/abc", timedelta(seconds=83))
'https://youtu.be/abc?t=83s'
>>> moment("https://cast.example/1.mp3", timedelta(seconds=83))
'https://cast.example/1.mp3#t=83'
>>> moment("https://talks.example/1", timedelta(seconds=83), "{url}?start={clock}")
'https://talks.example/1?start=1:23'
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"})
YOUTUBE_SHORT = frozenset({"youtu.be"})
VIMEO = frozenset({"vimeo.com", "player.vimeo.com"})
EMBEDDED = re.compile(r"/(?:embed|shorts|v)/(?P<video>[\w-]+)/?")
"""Paths of videos whose player takes no time of this form; the same video's page does."""
MEDIA = re.compile(
    r".+\.(?:mp3|mp4|m4a|m4b|m4v|mov|aac|ogg|oga|ogv|opus|flac|wav|webm|mkv|mpe?g)", re.IGNORECASE | re.DOTALL
)
UNSAFE = re.compile(r"[\s\x00-\x20\x7f<>\"\\]")
"""Characters that no address holds."""


def _clock(seconds: int) -> str:
    """Return a time as clocks show it: 1:02:03, or 2:03."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _hms(seconds: int) -> str:
    """Return a time as some addresses have it: 1h2m3s, or 3s."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}h" if hours else "", f"{minutes}m" if minutes or hours else "", f"{rest}s"]
    return "".join(parts)


PLACEHOLDERS: Mapping[str, Callable[[int], str]] = {
    "seconds": str,
    "milliseconds": lambda seconds: str(1000 * seconds),
    "clock": _clock,
    "hms": _hms,
}
"""What a template may hold besides `{url}`: 83, 83000, 1:23, 1m23s."""


def moment(url: str | None, time: timedelta | None, template: str | None = None) -> str | None:
    """Return the address at which a recording starts to play at a time, or its own where no such address is known.

    Args:
        url: Where the recording or its transcript was published; None and anything that is not on the web give None.
        time: From the start of the recording, or None.
        template: What the address of a moment looks like on this site, or None for what is known of it.
    """
    if url is None or not is_on_web(url):
        return None
    if time is None or time < timedelta(0):
        return url
    seconds = time // timedelta(seconds=1)
    return _filled(template, url, seconds) if template else _known(url, seconds)


def is_on_web(url: str) -> bool:
    """Tell whether an address is one of http or https that a reader may safely follow."""
    if UNSAFE.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def host(url: str) -> str:
    """Return the site of an address, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _known(url: str, seconds: int) -> str:
    parts, site = urlsplit(url), host(url)
    if site in YOUTUBE and (embedded := EMBEDDED.fullmatch(parts.path)):
        return f"https://www.youtube.com/watch?v={embedded['video']}&t={seconds}s"
    if (site in YOUTUBE and _shows_video(parts)) or (site in YOUTUBE_SHORT and parts.path.strip("/")):
        rest = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] not in {"t", "start"}]
        fragment = "" if parts.fragment.startswith("t=") else parts.fragment
        return parts._replace(query="&".join([*rest, f"t={seconds}s"]), fragment=fragment).geturl()
    if site in VIMEO and re.search(r"/\d+", parts.path):
        return _with_fragment(parts, f"t={seconds}s")
    return _with_fragment(parts, f"t={seconds}") if MEDIA.fullmatch(parts.path) else url


def _shows_video(parts: SplitResult) -> bool:
    watched = parts.path.rstrip("/") == "/watch" and re.search(r"(?:^|&)v=[^&]", parts.query)
    return bool(watched) or re.fullmatch(r"/live/[\w-]+/?", parts.path) is not None


def _with_fragment(parts: SplitResult, time: str) -> str:
    """Return an address with a time in its fragment, beside other pairs there; a mere anchor is left alone."""
    pairs = [pair for pair in parts.fragment.split("&") if pair]
    if not all("=" in pair for pair in pairs):
        return parts.geturl()
    return parts._replace(fragment="&".join([*_without_time(pairs), time])).geturl()


def _without_time(pairs: Iterable[str]) -> list[str]:
    return [pair for pair in pairs if not pair.startswith("t=")]


def _filled(template: str, url: str, seconds: int) -> str:
    """Fill a template; what it adds to an address joins the query that is there and replaces a fragment."""
    parts = urlsplit(url)
    if "#" in template:
        url = parts._replace(fragment="").geturl()
    elif parts.fragment and template.startswith("{url}"):
        bare = parts._replace(fragment="").geturl()
        return f"{_filled(template, bare, seconds)}#{parts.fragment}"
    if parts.query:
        template = template.replace("{url}?", "{url}&")
    filled = template
    for name, written in PLACEHOLDERS.items():
        filled = filled.replace(f"{{{name}}}", written(seconds))
    return filled.replace("{url}", url)
