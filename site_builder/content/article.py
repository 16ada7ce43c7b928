"""Article <-> its file: YAML front matter (schema 1), then Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from site_builder import edtf
from site_builder.content.front_matter import MAX_BYTES, FrontMatterError, Located, line_of, locate, parse, split
from site_builder.content.paragraphs import CONTROL
from site_builder.content.yaml_text import Plain, dump
from site_builder.errors import Problem
from site_builder.model import LISTS, SCALARS, Article, Event, Person, Quote, Value

SCHEMA = "1"
MAX_ITEMS = 200
"""Of one list: each item may become a page, so one article must not make thousands."""
FENCE = "---\n"
FieldValue: TypeAlias = "str | tuple[Value, ...] | None"
"""The value of a scalar field (None: the text does not say) or of a list field."""

ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+(?:[/?#][^\s\"'<>\\]*)?", re.IGNORECASE)
"""``https://example.org/berita?id=1``."""
SEED_LINE = re.compile(r"^seed:[^\r\n]*", re.MULTILINE)
CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?:Z|[+-][0-9]{2}:[0-9]{2})?")
"""``19:30+07:00``."""


class _FieldError(ValueError):
    """A value that its field does not allow: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class _Fields:
    """The typed values that are right, and the problems of the others."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...]


def read_article(text: str, *, slug: str, year: str, where: str) -> Article | tuple[Problem, ...]:
    """The article that a file's text states, or every problem that keeps it from being one.

    ``where`` is the file as the user spells it; each problem adds its line.
    """
    try:
        front, body, _ = split(text.removeprefix("\ufeff"))
        located = locate(front)
    except FrontMatterError as error:
        line = error.line + (0 if error.what.startswith(("no front", "the front")) else 1)
        return (Problem(f"{where}:{line}", error.what, error.hint),)
    fields = _typed(front, located, where)
    if fields.problems:
        return fields.problems
    values = dict(fields.values)
    event = Event(**{name: values.pop(f"event.{name}", None) for name in ("date", "time", "kind", "venue")})
    values.pop("schema")
    return Article(slug=slug, year=year, body=normal_body(body), event=event, **values)


def fault(name: str, value: Plain) -> str | None:
    """What is wrong with a value of a field; None if an article may say it. Only a title must say something."""
    try:
        _reader(name)(value)
    except _FieldError as error:
        return str(error.args[0])
    return None


def seed_named(text: str) -> str | None:
    """The seed that a file names, even if the rest of its front matter cannot be read."""
    found = SEED_LINE.search(text, 0, MAX_BYTES)
    try:
        return _line(parse(found[0])["seed"]) if found else None
    except (FrontMatterError, _FieldError):
        return None


def normal_body(text: str) -> str:
    """A body without its outer blank lines and with ``\\n`` at its line ends: what an editor may change unasked."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip().lstrip("\n")


def write_article(article: Article) -> str:
    """The file of an article; ``read_article`` gives the same article back."""
    plain = {**plain_fields(article), "seed": article.seed, "show": article.show, "review": article.review}
    return f"{FENCE}schema: {SCHEMA}\n{dump(plain)}{FENCE}\n{article.body}\n"


def plain_fields(article: Article) -> dict[str, Plain]:
    """The fields that a machine may fill, in the order of the schema."""
    values = {name: plain(value) for name, value in field_values(article).items()}
    event: dict[str, Plain] = {name: values[f"event.{name}"] for name in ("date", "time", "kind", "venue")}
    order = ("title", "deck", "outlet", "url", "published", "authors", "event", "places", "people", "organizations",
             "tags", "quotes", "incomplete", "republished_from")  # fmt: skip
    return {name: event if name == "event" else values[name] for name in order}


def field_values(article: Article) -> dict[str, FieldValue]:
    """The value of each field of ``model.SCALARS`` and ``model.LISTS``."""
    return {name: _value(article, name) for name in (*SCALARS, *LISTS)}


def _value(article: Article, name: str) -> FieldValue:
    holder: Article | Event = article.event if name.startswith("event.") else article
    value: FieldValue = getattr(holder, name.removeprefix("event."))
    return value


def plain(value: FieldValue | Value) -> Plain:
    """A value as YAML says it."""
    if isinstance(value, Person):
        return {"name": value.name, "rank": value.rank, "role": value.role}
    if isinstance(value, Quote):
        return {"speaker": value.speaker, "text": value.text}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


# Reading, field by field --------------------------------------------------------------------------------------------


def _typed(front: str, located: Located, where: str) -> _Fields:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for path, value in _entries(located.values):
        name = ".".join(path)
        try:
            values[name] = _reader(name)(value)
        except _FieldError as error:
            what, hint = error.args
            line = line_of(front, located.marks[path].key[0]) + 1
            problems.append(Problem(f"{where}:{line}", f"“{name}” {what}", hint))
    for name in ("schema", "title"):
        if name not in located.values:
            problems.append(Problem(f"{where}:1", f"“{name}” is missing", f"add a line “{name}: …”"))
    return _Fields({name: value for name, value in values.items() if name != "event"}, tuple(problems))


def _entries(values: Mapping[str, Plain]) -> Iterator[tuple[tuple[str, ...], Plain]]:
    for name, value in values.items():
        if name == "event" and isinstance(value, dict):
            yield from (((name, inner), item) for inner, item in value.items())
        else:
            yield (name,), value


def _reader(name: str) -> Callable[[Plain], object]:
    if name not in READ:
        near = get_close_matches(name, READ, n=1, cutoff=0.6)
        hint = f"did you mean “{near[0]}”?" if near else f"the fields are {', '.join(READ)}"
        raise _FieldError("is not known", hint)
    return READ[name]


def _line(value: Plain) -> str | None:
    """One line of text; None if it is empty."""
    if isinstance(value, list | dict):
        raise _FieldError("must be text", "write it behind the colon, in quotes if it holds a colon or #")
    text = CONTROL.sub("", value or "")
    return (" ".join(text.split()) if "\n" in text else text.strip()) or None


def _some_line(value: Plain) -> str:
    text = _line(value)
    if text is None:
        raise _FieldError("must not be empty", "write the text; an item of a list may be removed")
    return text


def _schema(value: Plain) -> str:
    if value != SCHEMA:
        raise _FieldError(f"must be {SCHEMA}", "this program knows only that form of article")
    return SCHEMA


def _url(value: Plain) -> str | None:
    text = _line(value)
    if text and not (ADDRESS.fullmatch(text) and _splits(text)):
        raise _FieldError("is not an address", "it begins with http:// or https:// and has no spaces or quotes")
    return text


def _splits(address: str) -> bool:
    """Whether the parts of an address can be told: ``http://[::1`` and ``https://x:99999`` have none."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _date(value: Plain) -> str | None:
    text = _line(value)
    if text and not edtf.is_date(text):
        raise _FieldError(
            f"is not a date: {text}", "such as 2024-07-31, 2024-07~ (about), 2024-07-09/2024-07-10, or null"
        )
    return text


def _moment(value: Plain) -> str | None:
    text = _date(value)
    if text and "/" in text:
        raise _FieldError("must be one day", "such as 2024-07-31 or 2024-07-31T19:30+07:00")
    return text


def _time(value: Plain) -> str | None:
    text = _line(value)
    if text and not CLOCK.fullmatch(text):
        raise _FieldError(f"is not a time: {text}", 'such as "19:30+07:00", or null')
    return text


def _choice(*choices: str, default: str | None) -> Callable[[Plain], str | None]:
    def read(value: Plain) -> str | None:
        text = _line(value)
        if text is not None and text not in choices:
            raise _FieldError(f"must be {' or '.join(choices)}", "write one of these words, or null")
        return text or default

    return read


def _items(value: Plain) -> list[Plain]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise _FieldError("must be a list", "such as [one, two], or one item a line behind a dash")
    if len(value) > MAX_ITEMS:
        raise _FieldError(f"has more than {MAX_ITEMS} items", "keep the most important ones")
    return value


def _texts(value: Plain) -> tuple[str, ...]:
    return tuple(_some_line(item) for item in _items(value))


def _rows(value: Plain, *, needed: str, other: tuple[str, ...]) -> Iterator[dict[str, str | None]]:
    for item in _items(value):
        if not isinstance(item, dict) or needed not in item or not {needed, *other}.issuperset(item):
            keys = ", ".join(f"{key}: …" for key in sorted((needed, *other)))
            raise _FieldError("has an item that is not complete or not known", f"each item is {{{keys}}}")
        yield {needed: _some_line(item[needed]), **{key: _line(item.get(key)) for key in other}}


def _people(value: Plain) -> tuple[Person, ...]:
    rows = _rows(value, needed="name", other=("rank", "role"))
    return tuple(Person(row["name"] or "", row["rank"], row["role"]) for row in rows)


def _quotes(value: Plain) -> tuple[Quote, ...]:
    return tuple(Quote(row["speaker"], row["text"] or "") for row in _rows(value, needed="text", other=("speaker",)))


def _event(value: Plain) -> None:
    if value is not None:
        raise _FieldError("must be indented lines", "date, time, kind and venue, each on its line, two spaces in")


READ: Mapping[str, Callable[[Plain], object]] = {
    "schema": _schema,
    "title": _some_line,
    "deck": _line,
    "outlet": _line,
    "url": _url,
    "published": _moment,
    "authors": _texts,
    "event": _event,
    "event.date": _date,
    "event.time": _time,
    "event.kind": _line,
    "event.venue": _line,
    "places": _texts,
    "people": _people,
    "organizations": _texts,
    "tags": _texts,
    "quotes": _quotes,
    "incomplete": _line,
    "republished_from": _line,
    "seed": _line,
    "show": _choice("full", "excerpt", "withdrawn", default=None),
    "review": _choice("pending", "reviewed", default="pending"),
}
"""The fields of schema 1 and how each is read."""
