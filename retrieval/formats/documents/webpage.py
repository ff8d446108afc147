"""HTML → Transcript, by selectolax: the extra `html`. Headings, paragraphs and bold names are those of the page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.errors import TranscriptError
from retrieval.formats.clock import CLOCK, moment
from retrieval.formats.composing import compose
from retrieval.formats.dates import find_dates
from retrieval.formats.documents.documents import refuse_summary
from retrieval.formats.press import read_press
from retrieval.formats.utterances import Utterance, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from retrieval.model import Transcript

NOBODYS = "script style template noscript nav footer aside button iframe svg select".split()
"""Elements whose words are no part of what a page tells."""
BLOCKS = frozenset(
    "address article blockquote body center cite dd details div dl dt h1 h2 h3 h4 h5 h6 header hr li main ol p pre"
    " section summary table tbody td th time tr ul".split()
)
UNCLOSED = frozenset("area br col dd dt hr img input li link meta option p source td th tr wbr".split())
"""Elements that pages leave open."""
TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
DEEPEST = 1000
"""Elements within each other; parsers take the square of the depth."""
FEWEST = 2  # speakers that a page has to cite before it is held to be a podcast's transcript


def read_webpage(text: str, source: str, transcript_id: str) -> Transcript:
    """Return the transcript that a page holds.

    Raises:
        TranscriptError: The extra is not installed, or the page is no page that people write.
        EmptyTranscriptError: There is no word on it.
    """
    page = _parsed(text, source)
    title = _first(page, "h1") or _first(page, "title")
    address = _fact(page, "link[rel=canonical]", "href") or _fact(page, "meta[property='og:url']", "content")
    days = find_dates(_fact(page, "meta[property='article:published_time']", "content") or "")
    page.strip_tags(NOBODYS)
    cited = list(_cited(page))
    if len({said.label for said in cited}) >= FEWEST:
        read = compose(cited, source, transcript_id, front=[title])
    else:
        blocks = _blocks(page)
        refuse_summary(blocks, source)
        top = [title] if title and title not in blocks[:5] else []
        read = read_press("\n\n".join([*top, *blocks]) + "\n", source, transcript_id)
    return replace(read, url=address, date=read.date or (days[0].day if days else None))


def _parsed(text: str, source: str) -> LexborHTMLParser:
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an extra, and only these files need it
    except ImportError as error:
        reason = "web pages need an extra; install it with pip install 'verbatim[html]'"
        raise TranscriptError(source, reason) from error
    if _depth(text) > DEEPEST:
        raise TranscriptError(source, f"{DEEPEST} elements and more lie within each other; save the page as plain text")
    return LexborHTMLParser(text)


def _depth(text: str) -> int:
    """Return how deep elements lie within each other, at most."""
    depth = deepest = 0
    for tag in TAG.finditer(text):
        if tag["name"].lower() not in UNCLOSED:
            depth += -1 if tag["closes"] else 1
            deepest = max(deepest, depth)
    return deepest


def _first(page: LexborHTMLParser, selector: str) -> str:
    """Return the words of the first element of a kind, or nothing."""
    found = page.css_first(selector)
    return plain(found.text()) if found else ""


def _fact(page: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    """Return what the head of a page states."""
    found = page.css_first(selector)
    return (found.attributes.get(attribute) or "").strip() or None if found else None


def _cited(page: LexborHTMLParser) -> Iterator[Utterance]:
    """Yield what a page says in the way of the podcast namespace: a cited name, a time, then paragraphs."""
    label = time = None
    for element in page.css("cite, time, p"):
        words = plain(element.text())
        if element.tag == "cite":
            label, time = words.rstrip(":：") or None, None
        elif element.tag == "time":
            time = moment(words) if re.fullmatch(CLOCK, words) else None
        else:
            yield Utterance(label=label, words=words, start=time)


def _blocks(page: LexborHTMLParser) -> Sequence[str]:
    """Return the words of a page's main part, block by block, with line breaks where they are."""
    main = page.css_first("main") or page.css_first("article") or page.body
    blocks: list[list[str]] = [[]]
    for node, opens in _walk(main) if main else ():
        if node.tag in BLOCKS:
            blocks.append([])
        elif node.tag == "br" and opens:
            blocks[-1].append("\n")
        elif node.is_text_node and opens:
            blocks[-1].append(re.sub(r"\s+", " ", node.text_content or ""))
    lines = ("\n".join(filter(None, map(plain, "".join(block).split("\n")))) for block in blocks)
    return [block for block in lines if block]


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node of a tree where it opens and, if it has children, where it closes."""
    node = root
    yield node, True
    while True:
        down = node.first_child
        while down is None:
            if node.mem_id == root.mem_id:  # `==` compares what the nodes hold
                return
            down = node.next
            if down is None:
                if node.parent is None:
                    return
                node = node.parent
                yield node, False
        node = down
        yield node, True
