"""What can still be read of an article whose front matter is broken, so that one slip does not take it from readers.

Each field is read by itself.  One that cannot be read says what the machine last wrote there, if it was the machine's;
of a person's field nothing is known then.  Whether an article may be shown is never guessed: unreadable means no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.content import paragraphs
from site_builder.content.article import READ, fault, normal_body
from site_builder.content.front_matter import MAX_BYTES, FrontMatterError, parse, split
from site_builder.content.reading import Record, value_of
from site_builder.model import LISTS, SCALARS, Article, Event

KEY = re.compile(r"([a-z_]{1,40})[ \t]{0,9}:(?=\s|$)")
"""The key at the start of a line: ``title:``."""
INNER = re.compile(r"[ \t]{1,40}([a-z_]{1,40})[ \t]{0,9}:(?=\s|$)")
"""The same inside a mapping: ``  date:``."""
SHOW = re.compile(r"^[^\S\n]*[\"']?show[\"']?[^\S\n]*:", re.IGNORECASE | re.MULTILINE)
PROSE = frozenset({"title", "deck", "outlet", "event.venue"})
"""Fields of one line of text, which is what it says even if YAML takes its colons for something else."""


def salvage(text: str, *, slug: str, year: str, record: Record | None) -> Article | None:
    """The article as far as it can be read; None if it has no front matter at all, or no title is known."""
    front, body = _parted(text.removeprefix("\ufeff"))
    if front is None:
        return None
    values, broken = _fields(front)
    for name in broken:
        found = record.field(name) if record and name in (*SCALARS, *LISTS) else None
        if found and found.owner == "machine":
            values.setdefault(name, value_of(name, found.readings))
    if "show" in broken or (SHOW.search(front) and "show" not in values):
        values["show"] = "withdrawn"
    event = Event(**{name: values.pop(f"event.{name}", None) for name in ("date", "time", "kind", "venue")})
    if not values.get("title"):
        return None
    return Article(slug=slug, year=year, body=normal_body(body), event=event, **values)


def _parted(text: str) -> tuple[str | None, str]:
    """The front matter and the body; without its end the front matter ends where a line is empty, the rest is text."""
    if not text.startswith("---"):
        return None, text
    try:
        front, body, _ = split(text)
    except FrontMatterError:
        front, _, rest = text.partition("\n")[2].partition("\n\n")
        body = paragraphs.to_markdown((part, False) for part in rest.split("\n\n"))
    return (front, body) if len(front) <= MAX_BYTES else (None, text)


def _fields(front: str) -> tuple[dict[str, Any], list[str]]:
    """The values that can be read, and the fields that are there and cannot."""
    values: dict[str, Any] = {}
    broken: list[str] = []
    seen: set[str] = set()
    for name, piece in _pieces(front):
        plain = _plain(name, piece)
        known = name in (*SCALARS, *LISTS, "seed", "show", "review")
        if name in seen and known:
            values.pop(name, None)  # it stands twice: neither is sure
            broken.append(name)
        elif known and plain is not UNREADABLE and fault(name, plain) is None:
            values[name] = READ[name](plain)
        elif known:
            broken.append(name)
        seen.add(name)
    return values, broken


def _pieces(front: str) -> Iterator[tuple[str, str]]:
    """Each field with its lines, those of the event one by one."""
    key, lines = "", list[str]()
    for line in (*front.split("\n"), "end:"):
        if found := KEY.match(line):
            yield from _of_event(lines) if key == "event" else [(key, "\n".join(lines))]
            key, lines = found[1], []
        lines.append(line)


def _of_event(lines: list[str]) -> Iterator[tuple[str, str]]:
    whole = _value("\n".join(lines), "event")
    if isinstance(whole, dict) and all(isinstance(value, str | None) for value in whole.values()):
        yield from ((f"event.{name}", "\n".join(lines)) for name in whole)
        return
    for line in lines[1:]:
        if found := INNER.match(line):
            yield f"event.{found[1]}", line.strip()


UNREADABLE = object()
"""What a piece says that is no YAML; None is a value."""


def _plain(name: str, piece: str) -> Any:
    outer, _, inner = name.partition(".")
    found = _value(piece, outer)
    if found is UNREADABLE and inner:
        found = _value(piece, inner)
    elif inner and isinstance(found, dict):
        found = found.get(inner)
    if found is UNREADABLE and name in PROSE and "\n" not in piece.rstrip():
        line = piece.partition(":")[2].strip()
        return line if line[:1].isalnum() else UNREADABLE
    return found


def _value(piece: str, key: str) -> object:
    try:
        found: Mapping[str, object] = parse(piece)
    except FrontMatterError:
        return UNREADABLE
    return found.get(key, UNREADABLE)
