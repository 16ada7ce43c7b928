"""Lines of a seed -> labelled blocks. One file per kind of line.

``label(seed) -> Document`` gives every non-blank line exactly one label; nothing is deleted.

A file has ``LABEL`` and one or both of ``lines(sheet) -> Iterator[int]``, the indexes of the lines that are of its
kind, and ``spans(sheet) -> Iterator[tuple[int, Span]]``, spans of its kind inside a line, in the seed's
coordinates.  It sees the sheet with what the files before it in the order have labelled, and nothing else.
The first label that a line gets stays; what nobody claims is body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from itertools import islice
from typing import Protocol, cast

from site_builder.grammar import datelines
from site_builder.model import BODY_LABELS, Block, Document, Inline, LineLabel, Seed, Span

LINES: tuple[str, ...] = (
    "stamped_title",
    # known by their own words, wherever they stand
    "notice", "related", "ad", "comment_form", "copyright", "pagination", "share", "navigation", "counter", "tags",
        "source", "date_line", "caption", "byline",
    # known by their place; each relies on those before it
    "title", "masthead", "duplicate", "nested_copy", "lead_caption", "pull_quote", "deck", "lead_credit",
    "above_lead", "keywords",
    "stray_link", "section_head",
)  # fmt: skip
"""Which file names a line, first come first served."""
INLINE: tuple[str, ...] = ("dateline", "related", "ad", "notice", "source", "sign_off")
"""Which file names a span inside a line, after all lines have their label."""

_TOP, LONGEST_ABOVE = 8, 350
"""Lines among which the story begins if it has a dateline, and code points that a line above it may have."""
_BELOW = 3
"""Lines below a doubtful dateline in which a surer one is looked for."""
SHORT = 300
"""Code points. A longer line is a paragraph, whatever words it begins with."""
LONG, SENTENCE = 220, 60
"""Code points from which a line is a paragraph: always, and if it ends as a sentence does."""
_SENTENCE_END = re.compile(r"[.!?…](?:[”\"’')\]]{0,3}|\s?\([^()]{1,40}\)\.?)\s?$")
"""``… aman.``, ``… damai.”``, ``… tegasnya. (b/an)``"""
_STOPS = frozenset(".!?…")
_BAR = re.compile(r"[^|•›»\d]{2,40}(?:[|•›»][^|•›»\d]{2,40}){2,12}")
"""``Profil | Layanan | Kontak``"""
_LONGEST_ENTRY = 4
"""Words of one entry of a bar."""
_INVISIBLE = dict.fromkeys([0xAD, 0xFEFF, 0x2060, *range(0x200B, 0x2010)])
_FEWEST_LONG = 4
_BULLETS = "•·*»›>|▪►▸●◦✓★-–—=_~#←→↓↑ "


def fold(text: str) -> str:
    """The words for comparison: lower case, one space for white space, no invisible characters, no bullets."""
    return " ".join(text.translate(_INVISIBLE).casefold().split()).strip(_BULLETS)


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of the seed; ``text`` is at ``span``, ``words`` is the text folded."""

    span: Span
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a seed with the labels given so far; None: not labelled yet."""

    lines: tuple[Line, ...]
    labels: tuple[LineLabel | None, ...]

    def open(self) -> Iterator[int]:
        """The lines that nobody has claimed."""
        return (index for index, given in enumerate(self.labels) if given is None)

    def short(self) -> Iterator[tuple[int, Line]]:
        """The unclaimed lines that are short enough to be page furniture."""
        return ((i, self.lines[i]) for i in self.open() if len(self.lines[i].text) <= SHORT)

    def near(self, index: int, reach: int) -> Iterator[int]:
        """The unclaimed lines behind a line, or before it if the reach is negative, nearest first."""
        step = 1 if reach > 0 else -1
        around = range(index + step, index + reach + step, step)
        return (i for i in around if 0 <= i < len(self.lines) and self.labels[i] is None)

    def first(self, *labels: LineLabel | None) -> int:
        """The first line that bears one of the labels, the number of lines if none does."""
        return next((i for i, given in enumerate(self.labels) if given in labels), len(self.labels))

    def body(self) -> Iterator[tuple[int, Line]]:
        """The lines that are body, or that nobody has claimed."""
        return ((i, self.lines[i]) for i, given in enumerate(self.labels) if given is None or given in BODY_LABELS)


@lru_cache(maxsize=1024)
def is_paragraph(text: str) -> bool:
    """True if the line is a whole paragraph: long, or a sentence with its full stop, or one with a dateline."""
    if len(text) > LONG or datelines.dateline(text) is not None:
        return True
    if text.endswith((":", "”")) and (is_prose(text) or (text[-1] == ":" and len(text) >= SENTENCE)):
        return True
    if not ends_sentence(text) or (text[-1] in "?!" and ". " not in text and is_headline(text)):
        return False
    return len(text) >= SENTENCE or is_prose(text)


def is_prose(text: str) -> bool:
    """True if most of the longer words begin small, as in a sentence and unlike a name or a headline."""
    long = [word for word in text.split() if len(word) > 3]
    return len(long) >= _FEWEST_LONG and sum(word[0].islower() for word in long) > len(long) / 2


def ends_sentence(text: str) -> bool:
    """True if the line ends as a sentence does, closing marks and initials behind the full stop included."""
    last = text[-1:]
    # The plain cases first: most lines end with a full stop or with a word.
    return last in _STOPS if last in _STOPS or last.isalnum() else _SENTENCE_END.search(text[-60:]) is not None


@lru_cache(maxsize=1024)
def is_headline(text: str) -> bool:
    """True if the line is built like a headline: a few words with capitals, no full stop."""
    words = text.split()
    long = [word for word in words if len(word) > 3]
    capitals = sum(not word[0].islower() for word in long)
    return (
        3 <= len(words) <= 22
        and (text[-1] not in ".,:;-–" or text.endswith("..."))
        and not text[0].islower()
        and capitals >= 0.6 * max(1, len(long))
    )


def is_bar(text: str) -> bool:
    """True for a row of links: three or more entries of a few words, parted by bars or points."""
    if _BAR.fullmatch(text) is None:
        return False
    return all(0 < len(entry.split()) <= _LONGEST_ENTRY for entry in re.split(r"[|•›»]", text))


def lead(sheet: Sheet) -> int:
    """The line in which the story begins; the number of lines if there is no paragraph."""
    top = list(islice(sheet.open(), _TOP))
    for index in top:
        text = sheet.lines[index].text
        if len(text) > LONGEST_ABOVE:
            break
        if _opens_story(sheet, index):
            return index if _is_surely_opened(sheet, index) else _surer(sheet, index)
    paragraphs = (i for i in sheet.open() if is_paragraph(sheet.lines[i].text) and not _is_set_apart(sheet, i))
    return next(paragraphs, len(sheet.lines))


def opens_with_dateline(sheet: Sheet) -> bool:
    """True if the story begins with a dateline: whatever stands above it is no part of it."""
    start = lead(sheet)
    return start < len(sheet.lines) and _opens_story(sheet, start)


def title_or_top(sheet: Sheet) -> int:
    """The line of the headline, -1 if there is none."""
    title = sheet.first("title")
    return title if title < len(sheet.lines) else -1


def _opens_story(sheet: Sheet, index: int) -> bool:
    """A dateline begins here that nothing but a story begins with; it may be broken over lines."""
    text = sheet.lines[index].text
    pieces = "\n".join(line.text for line in sheet.lines[index : index + 3]) if len(text) < SENTENCE else text
    found = datelines.dateline(pieces)
    return found is not None and (found.first("place") or found.first("site")) is not None


def _is_surely_opened(sheet: Sheet, index: int) -> bool:
    """The dateline names a known town or a site; ``PENJAGAAN - Polisi memeriksa tas`` is a caption's."""
    found = datelines.dateline(sheet.lines[index].text)
    if found is None or found.first("site") or found.first("unit"):
        return True
    place = found.first("place")
    return place is None or datelines.is_town(place.text)


def _surer(sheet: Sheet, index: int) -> int:
    """A line close below that opens with a known town or a site; else the line itself."""
    below = (i for i in sheet.near(index, _BELOW) if _opens_story(sheet, i) and _is_surely_opened(sheet, i))
    return next(below, index)


def _is_set_apart(sheet: Sheet, index: int) -> bool:
    """A sentence right below the headline that a byline or the date parts from the story: a deck."""
    above, below = sheet.labels[index - 1] if index else None, sheet.labels[index + 1 : index + 2]
    return above == "title" and below in (("byline",), ("date-line",)) and len(sheet.lines[index].text) <= SHORT


class LineRule(Protocol):
    LABEL: LineLabel

    def lines(self, sheet: Sheet) -> Iterable[int]: ...


class SpanRule(Protocol):
    LABEL: LineLabel

    def spans(self, sheet: Sheet) -> Iterable[tuple[int, Span]]: ...


def label(seed: Seed) -> Document:
    """Give each non-blank line its label, then name the spans inside the lines that are not body."""
    lines = tuple(_lines(seed.text))
    sheet = Sheet(lines, (None,) * len(lines))
    for rule in _line_rules():
        sheet = _claimed(sheet, rule.LABEL, rule.lines(sheet))
    sheet = _claimed(sheet, "body", sheet.open())
    inline = _inline(sheet)
    blocks = (
        Block(line.span, given or "body", inline.get(index, ()))
        for index, (line, given) in enumerate(zip(lines, sheet.labels, strict=True))
    )
    return Document.of(seed, tuple(blocks))


@cache
def _line_rules() -> tuple[LineRule, ...]:
    return tuple(cast(LineRule, import_module(f"{__name__}.{name}")) for name in LINES)


@cache
def _span_rules() -> tuple[SpanRule, ...]:
    return tuple(cast(SpanRule, import_module(f"{__name__}.{name}")) for name in INLINE)


def whole(*phrases: str) -> Callable[[str], bool]:
    """A test of folded words that are one of the phrases and nothing else but punctuation."""
    pattern = re.compile(f"(?:{'|'.join(phrases)})[ :.!,…|*>»-]*")
    return lambda words: pattern.fullmatch(words) is not None


def opening(*phrases: str) -> Callable[[str], bool]:
    """A test of folded words that begin with one of the phrases."""
    pattern = re.compile(f"(?:{'|'.join(phrases)})(?!\\w)")
    return lambda words: pattern.match(words) is not None


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            first = start + raw.index(words)
            yield Line((first, first + len(words)), words, fold(words))
        start += len(raw) + 1


def _claimed(sheet: Sheet, given: LineLabel, indexes: Iterable[int]) -> Sheet:
    claimed = tuple(indexes)
    if not claimed:
        return sheet
    labels = list(sheet.labels)
    for index in claimed:
        labels[index] = labels[index] or given
    return Sheet(sheet.lines, tuple(labels))


def _inline(sheet: Sheet) -> dict[int, tuple[Inline, ...]]:
    found: dict[int, list[Inline]] = {}
    for rule in _span_rules():
        for index, span in rule.spans(sheet):
            others = found.setdefault(index, [])
            if all(span[1] <= other.span[0] or other.span[1] <= span[0] for other in others):
                others.append(Inline(span, rule.LABEL))
    return {index: tuple(sorted(spans, key=lambda inline: inline.span)) for index, spans in found.items()}
