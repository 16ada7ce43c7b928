"""YAML as people write it in this archive, read without trusting it: every scalar is a string.

PyYAML's loaders crash, hang or guess types on hostile or merely careless input.  So the parser's events are read
directly, one pass, refusing whatever a front matter never needs; the schema is typed elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from site_builder.content.yaml_text import Plain, scalar

MAX_BYTES = 65_536
MAX_DEPTH = 8
MAX_NODES = 5_000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML refuses or takes for the end of a line: U+0000, U+0085, U+2028, a lone surrogate."""
FIELD = re.compile(r"^[\w-]{1,80}[ \t]{0,9}:(?=\s)", re.MULTILINE)
"""The key of a field at the start of a line."""
SECOND_COLON = re.compile(r"([\w-]{1,40}): {1,9}([^\s\"'][^\"]{0,200})")
"""``title: Rakor: Pilkada``: a value that needs quotes, and whose line is short enough to be shown with them."""


class FrontMatterError(Exception):
    """A text that is not front matter, with the line (from 1), what is wrong and what to do."""

    def __init__(self, line: int, what: str, hint: str) -> None:
        super().__init__(f"line {line}: {what} ({hint})")
        self.line = line
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry of a mapping stands, in code points of the text."""

    key: tuple[int, int]
    value: tuple[int, int]
    """Without trailing blanks; an empty value has no length."""
    block: bool
    """The value is an indented collection or a ``|`` or ``>`` scalar."""


@dataclass(frozen=True, slots=True)
class Located:
    """A mapping and where it stands in its text."""

    values: dict[str, Plain]
    marks: Mapping[tuple[str, ...], Mark]
    """Of the keys of the two upper levels: ``("event", "date")``."""
    scalars: tuple[tuple[int, int], ...]
    """The spans of all keys and values, in text order; ``#`` outside them begins a comment."""


@dataclass(slots=True)
class _Pass:
    """One pass over the parser's events."""

    text: str
    events: Iterator[yaml.Event]
    nodes: int = 0
    marks: dict[tuple[str, ...], Mark] = field(default_factory=dict)
    scalars: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0
    """Where the last scalar or flow collection ended."""

    def error(self, event: yaml.Event, what: str, hint: str) -> FrontMatterError:
        return FrontMatterError(line_of(self.text, _start(event)), what, hint)

    def next(self) -> yaml.Event:
        """The next event that the guard lets through."""
        event = next(self.events)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self.error(event, "an alias or anchor (& or *)", "write the value out, or put quotes around it")
        if getattr(event, "tag", None) is not None:
            raise self.error(event, "a YAML tag (!)", "remove it, or put quotes around the text")
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.error(event, f"more than {MAX_NODES} values", "shorten the front matter")
        return event

    def value(self, event: yaml.Event, path: tuple[str, ...], depth: int) -> Plain:
        if isinstance(event, yaml.ScalarEvent):
            self._leave(event)
            self.scalars.append((_start(event), _end(event)))
            return None if event.implicit[0] and event.value in NULLS else event.value
        if depth >= MAX_DEPTH:
            raise self.error(event, f"nested deeper than {MAX_DEPTH} levels", "put quotes around text with [ or {")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        raise self.error(event, "not a value", "see the schema in the manual")

    def _leave(self, event: yaml.Event) -> None:
        self.end = max(self.end, _end(event))

    def _sequence(self, path: tuple[str, ...], depth: int) -> list[Plain]:
        items: list[Plain] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, ""), depth + 1))
        if _end(event) > _start(event):
            self._leave(event)
        return items

    def _mapping(self, path: tuple[str, ...], depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._key(event, found)
            found[key] = self._entry(event, (*path, key), depth)
        if _end(event) > _start(event):
            self._leave(event)
        return found

    def _key(self, event: yaml.Event, found: Mapping[str, Plain]) -> str:
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            raise self.error(event, "a key that is not a word", "put quotes around text with [, {, ? or :")
        if event.value == "<<":
            raise self.error(event, "a merge key (<<)", "write the values out")
        if event.value in found:
            raise self.error(event, f"the key “{event.value}” stands twice", "keep one of the two")
        self._leave(event)
        self.scalars.append((_start(event), _end(event)))
        return event.value

    def _entry(self, key: yaml.Event, path: tuple[str, ...], depth: int) -> Plain:
        event = self.next()
        value = self.value(event, path, depth + 1)
        if len(path) <= 2:
            start = _start(event)
            style = getattr(event, "style", None)
            flow = getattr(event, "flow_style", True)
            end = max(start, len(self.text[start : self.end].rstrip()) + start)
            span = (_start(key), _end(key))
            self.marks[path] = Mark(span, (start, end), not flow or style in ("|", ">"))
        return value


def parse(text: str, *, first_line: int = 1) -> dict[str, Plain]:
    """The mapping that a YAML text states; raises FrontMatterError. An empty text is an empty mapping.

    ``first_line`` is the number, in its file, of the text's first line.
    """
    try:
        return locate(text).values
    except FrontMatterError as error:
        raise FrontMatterError(error.line + first_line - 1, error.what, error.hint) from None


def locate(text: str) -> Located:
    """The mapping that a YAML text states, and where; raises FrontMatterError."""
    _check_characters(text)
    reading = _Pass(text, iter(yaml.parse(text, Loader=_LOADER)))
    try:
        return Located(_document(reading), reading.marks, tuple(reading.scalars))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = line_of(text, mark.index) if mark else 1
        what = str(error.problem or error.context or "not YAML")
        line, what = _first_slip(text) or (line, what)
        raise FrontMatterError(line, f"not YAML: {what}", _hint(text, line, what)) from None
    except yaml.YAMLError:
        raise FrontMatterError(1, "not YAML", "check quotes, colons and indents") from None


def _first_slip(text: str) -> tuple[int, str] | None:
    """The line of the first field that is no YAML by itself, and why: a quote without its end spoils others first."""
    starts = [found.start() for found in FIELD.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        reading = _Pass(text[start:end], iter(yaml.parse(text[start:end], Loader=_LOADER)))
        try:
            _document(reading)
        except FrontMatterError:
            continue  # what the guard refuses is YAML
        except yaml.MarkedYAMLError as error:
            within = min(error.problem_mark.line if error.problem_mark else 0, text.count("\n", start, end - 1))
            return line_of(text, start) + within, str(error.problem or "not YAML")
    return None


def _hint(text: str, line: int, what: str) -> str:
    """What to do about a line that is no YAML; the commonest slip is a second colon: ``title: Rakor: Pilkada``."""
    two = what.startswith("mapping values are not allowed")
    found = SECOND_COLON.fullmatch(text.split("\n")[line - 1].strip()) if two else None
    if what.startswith(("found unexpected end of stream", "did not find expected ',' or")):
        return "close what opens on this line: a quote, a bracket"
    if found is None:
        return "check quotes, colons and indents of this line"
    return f"put quotes around what has a colon in it: {found[1]}: {scalar(found[2])}"


def _check_characters(text: str) -> None:
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise FrontMatterError(1, f"longer than {MAX_BYTES // 1024} KB", "long text belongs in the body")
    if bad := UNREADABLE.search(text):
        what = f"an invisible character, U+{ord(bad[0]):04X}"
        raise FrontMatterError(line_of(text, bad.start()), what, "delete it, or retype the line")


def _document(reading: _Pass) -> dict[str, Plain]:
    reading.next()
    start = reading.next()
    if isinstance(start, yaml.StreamEndEvent):
        return {}
    if getattr(start, "version", None) or getattr(start, "tags", None):
        raise reading.error(start, "a YAML directive (%)", "remove the line")
    event = reading.next()
    found = reading.value(event, (), 0)
    if not isinstance(found, dict):
        raise reading.error(event, "not a list of “key: value” lines", "each line is a key, a colon, a space, a value")
    reading.next()
    if not isinstance(after := reading.next(), yaml.StreamEndEvent):
        raise reading.error(after, "a second document (---)", "remove the line")
    return found


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def split(text: str) -> tuple[str, str, int]:
    """The front matter (its lines between the fences), the body, and the number of the body's first line.

    Raises FrontMatterError if the text does not begin with a line of three dashes, or no second one follows.
    """
    start = _fence(text, 0)
    if not start:
        raise FrontMatterError(1, "no front matter", "the first line must be ---, then the fields, then --- again")
    at = start
    while at < len(text):
        if body := _fence(text, at):
            return text[start:at], text[body:], line_of(text, body)
        at = text.find("\n", at) + 1 or len(text)
    raise FrontMatterError(1, "the front matter has no end", "put a line of --- between the fields and the text")


def _fence(text: str, at: int) -> int:
    """Where the line after a fence at this place begins; 0 if there is no fence here."""
    if not text.startswith("---", at):
        return 0
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return min(end + 1, len(text)) if not text[at + 3 : end].strip() else 0
