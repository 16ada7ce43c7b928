"""Markdown body -> safe HTML.

The text is data, whoever wrote it.  It passes limits that bound the work by counting, not by a clock; then
python-markdown, without raw HTML and without extensions that take attributes or definitions; then, last and once, a
sanitiser.  A text without Markdown syntax takes a short way that gives the same HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.etree.ElementTree import Element  # nosec B405 # a type; nothing is parsed

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from site_builder.errors import Problem

LIMITS: dict[str, int] = {
    "characters": 100_000,
    "square brackets": 500,
    "backticks": 500,
    "lines without an empty line between them": 500,
    "levels of lists, quotes or indentation": 20,
}
"""What a body may hold of each: python-markdown's time grows with the square of the middle three, and it fails on
deep nesting.  At all limits at once a body takes about a second; an article has less than a hundredth of any."""

MARKER = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}\.(?=[ \t]))")
"""One level of a list or quote at the start of a line: ``> ``, ``- ``, ``12. ``."""
LEVEL = 4
"""Columns of indentation that may be one level."""

ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])|&(?:lt|amp);")
r"""A character that stands for itself: ``\*``, ``&lt;``."""
STAND_IN = 0xE000
"""Where the private characters begin that stand for escaped ones on the short way."""
PRIVATE = re.compile("[\ue000-\ue0ff]")
SYNTAX = tuple(
    map(
        re.compile,
        (
            r"[`*_\[<\\\x00-\x09\x0b-\x1f\x7f-\x9f]",
            r"&[#0-9A-Za-z]",
            r"(?m)[^\S\n]$",
            r"(?m)^(?:[^\S\n]|[>=+|:-]|\d+\.|#(?!#[ ]\S))",
        ),
    )
)
"""What may mean something in Markdown, save a section head. Generous: a match costs only time.

Four patterns, for each alone is searched for faster than all at once.
"""
HEAD = "## "
GAP = re.compile(r"\n\n+")
STOOD_FOR = {STAND_IN + ord(char): html.escape(char, quote=False) for char in "\\`*_{}[]()>#+-.!|<&"}

TAGS = frozenset(
    {
        *("a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong"),
        *("table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
CONTENT_GOES_TOO = frozenset(
    ["iframe", "math", "noembed", "noscript", "script", "style", "svg", "template", "textarea", "title", "xmp"]
)
TAG = re.compile(r'<(?:[^">]|"[^"]*")*>')
"""A tag of our own safe HTML, in which a title may hold ``>``."""
LONE = re.compile(r"[\ud800-\udfff\x00]")
"""Surrogates without a partner and NUL: not text, and not in any UTF-8 file."""


@dataclass(frozen=True, slots=True)
class Body:
    """Safe HTML, the only text that templates print unescaped: ``{{ view.body | body }}``."""

    html: str
    plain: bool = False
    """True if the text was over a limit and is shown escaped, as it was written; the page should say so."""


@lru_cache(maxsize=20_000)  # the page, the search index and the tables of the data ask for it in turn
def body(markdown: str) -> Body:
    """The HTML of an article's body; its headings begin at the second level."""
    text = _normal(markdown)
    short = _short_way(text)
    if short is not None:
        return Body(short)
    if next(_excesses(text), None):
        return Body(f"<pre>{html.escape(text)}</pre>", plain=True)
    return Body(_long_way(text))


def problems(markdown: str, *, where: str) -> Iterator[Problem]:
    """One problem for each limit that keeps a body from being shown as Markdown."""
    text = _normal(markdown)
    excesses = list(_excesses(text))
    if excesses and _short_way(text) is None:
        for what, limit in excesses:
            hint = "the page shows the text as it is written; shorten or simplify it"
            yield Problem(where, f"the body has more than {limit} {what}", hint)


def words(shown: Body) -> str:
    """The text of a body, without its markup, on one line."""
    return " ".join(html.unescape(TAG.sub(" ", shown.html)).split())


def _normal(markdown: str) -> str:
    return LONE.sub("\ufffd", markdown).replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _short_way(text: str) -> str | None:
    """The HTML of a text without Markdown syntax but escapes and section heads; None if it may have other."""
    if PRIVATE.search(text):
        return None
    bare = ESCAPE.sub(_stand_in, text)
    if any(pattern.search(bare) for pattern in SYNTAX):
        return None
    blocks = GAP.split(_as_nh3_writes(bare)) if bare else []
    if any(map(_is_odd_head, blocks)):
        return None
    made = "\n".join(map(_block, blocks))
    return made.translate(STOOD_FOR) if bare != text else made


def _as_nh3_writes(text: str) -> str:
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _is_odd_head(block: str) -> bool:
    """Whether a section head is not alone in its block, or has number signs at its end."""
    return "\n## " in block or (block.startswith(HEAD) and ("\n" in block or "#" in block[len(HEAD) :]))


def _block(block: str) -> str:
    return f"<h2>{block[len(HEAD) :]}</h2>" if block.startswith(HEAD) else f"<p>{block}</p>"


def _stand_in(escape: re.Match[str]) -> str:
    return chr(STAND_IN + ord(escape[1] or ("<" if escape[0] == "&lt;" else "&")))


def _excesses(text: str) -> Iterator[tuple[str, int]]:
    """The limits that the text exceeds."""
    lines = text.split("\n")
    counts = (
        len(text),
        text.count("["),
        text.count("`"),
        max(block.count("\n") + 1 for block in GAP.split(text)),
        max(map(_levels, lines)),
    )
    for (what, limit), count in zip(LIMITS.items(), counts, strict=True):
        if count > limit:
            yield what, limit


def _levels(line: str) -> int:
    """How many lists, quotes and indentations a line may open or continue."""
    levels = position = 0
    while match := MARKER.match(line, position):
        position = match.end()
        levels += 1
    return levels + _columns(line) // LEVEL


def _columns(line: str) -> int:
    """White space among the markers at the start of a line, a tab as a level."""
    start = line[: len(line) - len(line.lstrip(" \t>+-*.0123456789"))]
    return start.count(" ") + LEVEL * start.count("\t")


def _long_way(text: str) -> str:
    parser = _parser()
    converted = parser.reset().convert(text)
    return _cleaner().clean(converted)


class _Tame(Treeprocessor):
    """Leaves the first level of headings to the page's title, and of an image only its description."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "h1":
                element.tag = "h2"
            elif element.tag == "img":
                element.text = element.get("alt", "")
                element.tag = "span"


@cache
def _parser() -> Markdown:
    """One parser for all bodies: making one takes longer than reading an article. Not for threads."""
    parser = Markdown(extensions=["sane_lists", "tables"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.treeprocessors.register(_Tame(parser), "tame", 15)  # after the inline patterns, before unescaping
    return parser


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(CONTENT_GOES_TOO),
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
    )
