"""The machine's own account of an article: ``<slug>.reading.json``, committed beside it and never edited by hand.

It serves the evidence shown on the page and the merge with a person's edits.  Keys are sorted, one field or line
of the seed a line, and nothing in it changes unless a reading does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypeAlias, get_args

from site_builder.content.article import FieldValue
from site_builder.errors import Problem
from site_builder.model import LABELS, LISTS, SCALARS, Block, Inline, LineLabel, Person, Quote, Reading, Span, Value

SCHEMA = 1
Owner: TypeAlias = Literal["machine", "person"]
OWNERS: tuple[Owner, ...] = get_args(Owner)
EVIDENCE_ONLY = ("dateline",)
"""Fields that have readings and do not stand in the front matter."""


@dataclass(frozen=True, slots=True)
class SeedReference:
    """The seed that an article was read from."""

    path: str
    sha256: str
    """Of the raw bytes."""
    text_sha256: str
    """Of the decoded text, as UTF-8: the text that all spans point into."""


@dataclass(frozen=True, slots=True)
class FieldRecord:
    """One field: the machine's readings of it, and who owns it."""

    readings: tuple[Reading, ...] = ()
    """What the machine last wrote; of a person's field, what the person replaced. One reading if it is a scalar."""
    owner: Owner = "machine"
    suggested: tuple[Reading, ...] | None = None
    """What the machine would now say of a person's field; None if nothing new, empty if "nothing"."""
    was: tuple[FieldValue, ...] = ()
    """The value that stood in the article before ``readings`` were written to it, while that is under way."""


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """The body, which is one field."""

    sha256: str
    """Of the Markdown that the machine last wrote, without outer blank lines."""
    owner: Owner = "machine"
    suggested: str | None = None
    """Hash of the body that the machine would now write over a person's."""
    was: str | None = None
    """Hash of the body before, while the article is being written."""


@dataclass(frozen=True, slots=True)
class Record:
    """A whole reading."""

    seed: SeedReference
    body: BodyRecord
    lines: tuple[Block, ...] = ()
    """Every non-blank line of the seed and what it is."""
    fields: Mapping[str, FieldRecord] = field(default_factory=dict)
    """By front-matter key, ``event.date``; a field that is not here is the machine's, and empty."""
    new: bool = False
    """True while the article's file is being written for the first time."""

    def field(self, name: str) -> FieldRecord:
        return self.fields.get(name, FieldRecord())

    def suggestions(self) -> tuple[str, ...]:
        """The fields, ``body`` too, of which the machine would now say something else than the person."""
        names = tuple(name for name, found in self.fields.items() if found.suggested is not None)
        return (*names, "body") if self.body.suggested else names


def value_of(name: str, readings: tuple[Reading, ...]) -> FieldValue:
    """What readings say of a field, in the form of the article."""
    if name in LISTS:
        return tuple(reading.value for reading in readings)
    found = readings[0].value if readings else None
    return found if isinstance(found, str) else None


# Record -> text -----------------------------------------------------------------------------------------------------


def dumps(record: Record) -> str:
    """The text of a reading; the same record gives the same text."""
    parts = [
        f'"body": {_json(_body(record.body))}',
        '"fields": ' + _rows("{", "}", _fields(record.fields)),
        '"lines": ' + _rows("[", "]", (_json(_line(block)) for block in record.lines)),
        *(['"new": true'] if record.new else []),
        f'"schema": {SCHEMA}',
        f'"seed": {_json(_seed(record.seed))}',
    ]
    return "{" + ",\n ".join(parts) + "}\n"


def _rows(begin: str, end: str, rows: Iterator[str]) -> str:
    text = ",\n  ".join(rows)
    return f"{begin}\n  {text}{end}" if text else begin + end


def _fields(fields: Mapping[str, FieldRecord]) -> Iterator[str]:
    for name in sorted(fields):
        if fields[name] != FieldRecord():
            yield f"{_json(name)}: {_json(_field(name, fields[name]))}"


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False).encode


def _seed(seed: SeedReference) -> dict[str, object]:
    return {"path": seed.path, "sha256": seed.sha256, "text_sha256": seed.text_sha256}


def _body(body: BodyRecord) -> dict[str, object]:
    given = {"owner": body.owner, "sha256": body.sha256, "suggested": body.suggested, "was": body.was}
    return {key: value for key, value in given.items() if value is not None}


def _line(found: Block | Inline) -> dict[str, object]:
    words = {"quote": found.quote} if found.quote else {}
    inside = [_line(inline) for inline in found.inline] if isinstance(found, Block) else []
    return {"label": found.label, "span": found.span, **words, **({"inline": inside} if inside else {})}


def _field(name: str, found: FieldRecord) -> dict[str, object]:
    plain: dict[str, object] = {"owner": found.owner, **_readings(name, found.readings)}
    if found.suggested is not None:
        plain["suggested"] = _readings(name, found.suggested)
    if found.was:
        plain["was"] = _plain(found.was[0])
    return plain


def _readings(name: str, readings: tuple[Reading, ...]) -> dict[str, object]:
    """A list of items; the one reading of a scalar stands without its list."""
    items = [_reading(reading) for reading in readings]
    if name in SCALARS and len(items) == 1:
        return items[0]
    return {"items": items} if items else {}


def _reading(reading: Reading) -> dict[str, object]:
    plain = {
        "value": _plain(reading.value),
        "quote": reading.quote,
        "span": reading.span,
        "by": reading.by,
        "confidence": reading.confidence,
    }
    return {**plain, "detail": dict(reading.detail)} if reading.detail else plain


def _plain(value: Value | FieldValue) -> object:
    if isinstance(value, Person):
        return {"name": value.name, "rank": value.rank, "role": value.role}
    if isinstance(value, Quote):
        return {"speaker": value.speaker, "text": value.text}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


# Text -> record -----------------------------------------------------------------------------------------------------

Json: TypeAlias = Any
"""What ``json.loads`` gives: checked here, and nowhere else."""


class _DamagedError(ValueError):
    """A reading that is not as the program writes it."""


def loads(text: str, *, where: str) -> Record | Problem:
    """The record that a text states, or a problem if it is not one that this program wrote."""
    try:
        return _read_record(json.loads(text, parse_constant=_refuse))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        what = f"the reading is damaged ({type(error).__name__}: {str(error)[:80]})"
        hint = "restore the file from its history; until then the article is treated as written by hand"
        return Problem(where, what, hint)


def _refuse(constant: str) -> NoReturn:
    raise _DamagedError(f"{constant} is not a number")


def _read_record(plain: Json) -> Record:
    _keys(plain, {"body", "fields", "lines", "schema", "seed"}, {"new"})
    if plain["schema"] != SCHEMA:
        raise _DamagedError(f"schema {plain['schema']}")
    seed = plain["seed"]
    _keys(seed, {"path", "sha256", "text_sha256"})
    return Record(
        SeedReference(_text(seed["path"]), _text(seed["sha256"]), _text(seed["text_sha256"])),
        _read_body(plain["body"]),
        tuple(_read_line(line) for line in plain["lines"]),
        {name: _read_field(name, found) for name, found in plain["fields"].items()},
        plain.get("new", False) is True,
    )


def _keys(plain: Json, needed: set[str], allowed: frozenset[str] | set[str] = frozenset()) -> None:
    keys = set(plain) if isinstance(plain, dict) else set()
    if not needed <= keys <= needed | allowed:
        raise _DamagedError(f"keys {sorted(keys)}")


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise _DamagedError("not a text")
    value.encode()  # a lone surrogate could not be written again
    return value


def _or_none(value: Json) -> str | None:
    return None if value is None else _text(value)


def _owner(value: Json) -> Owner:
    return OWNERS[OWNERS.index(value)]


def _read_body(plain: Json) -> BodyRecord:
    _keys(plain, {"owner", "sha256"}, {"suggested", "was"})
    suggested, was = _or_none(plain.get("suggested")), _or_none(plain.get("was"))
    return BodyRecord(_text(plain["sha256"]), _owner(plain["owner"]), suggested, was)


def _span(value: Json) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise _DamagedError("not a span")
    return start, end


def _label(value: Json) -> LineLabel:
    return LABELS[LABELS.index(value)]


def _read_line(plain: Json) -> Block:
    inline = tuple(Inline(*_read_labelled(found)) for found in plain.get("inline", ()))
    span, label, quote = _read_labelled(plain)
    return Block(span, label, inline, quote)


def _read_labelled(plain: Json) -> tuple[Span, LineLabel, str]:
    return _span(plain["span"]), _label(plain["label"]), _text(plain.get("quote", ""))


def _read_field(name: str, plain: Json) -> FieldRecord:
    if name not in READERS:
        raise _DamagedError(f"field {name}")
    suggested = plain.get("suggested")
    return FieldRecord(
        _read_readings(name, plain),
        _owner(plain["owner"]),
        None if suggested is None else _read_readings(name, suggested),
        (_read_was(name, plain["was"]),) if "was" in plain else (),
    )


def _read_was(name: str, plain: Json) -> FieldValue:
    if name in LISTS:
        return tuple(READERS[name](item) for item in plain)
    return _or_none(plain)


def _read_readings(name: str, plain: Json) -> tuple[Reading, ...]:
    items = [plain] if "by" in plain else plain.get("items", ())
    return tuple(_read_reading(name, item) for item in items)


def _read_reading(name: str, plain: Json) -> Reading:
    span = plain["span"]
    confidence = plain["confidence"]
    if type(confidence) not in (int, float) or not 0 <= confidence <= 1:
        raise _DamagedError("not a confidence")
    detail = {_text(key): _text(value) for key, value in plain.get("detail", {}).items()}
    where = None if span is None else _span(span)
    value = READERS[name](plain["value"])
    return Reading(name, value, _text(plain["quote"]), where, _text(plain["by"]), confidence, detail)


READERS: Mapping[str, Callable[[Json], Value]] = {
    **dict.fromkeys((*SCALARS, *LISTS, *EVIDENCE_ONLY), _text),
    "people": lambda plain: Person(_text(plain["name"]), _or_none(plain["rank"]), _or_none(plain["role"])),
    "quotes": lambda plain: Quote(_or_none(plain["speaker"]), _text(plain["text"])),
}
"""How the value of a reading of each field is read."""
