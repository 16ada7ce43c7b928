"""``NAME.yml`` beside a raw file: what a person knows of it and the text does not say."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from types import MappingProxyType

from site_builder.content.front_matter import FrontMatterError, line_of, locate
from site_builder.content.yaml_text import Plain
from site_builder.edtf import is_date
from site_builder.errors import Problem
from site_builder.grammar import region_names
from site_builder.grammar.addresses import canonical, is_address
from site_builder.grammar.days import stated_day
from site_builder.model import Stated

TEXT_FIELDS = frozenset({"title", "deck", "outlet", "url", "published", "republished_from"})
LIST_FIELDS = frozenset({"authors", "places", "organizations", "tags"})
KEYS = TEXT_FIELDS | LIST_FIELDS | {"retrieved"}
"""What a person may state; ``retrieved`` is for people and gives no reading."""


def stated(text: str, *, where: str, tags: Collection[str]) -> Iterator[Stated | Problem]:
    """The facts of a sidecar and its mistakes, each at its line; a value that is none leaves the others.

    ``tags`` are the slugs of the vocabulary; without any, whatever is stated as a tag is one.
    """
    try:
        located = locate(text)
    except FrontMatterError as error:
        yield Problem(f"{where}:{error.line}", error.what, error.hint)
        return
    for key, value in located.values.items():
        line = line_of(text, located.marks[(key,)].key[0])
        yield from _facts(key, value, f"{where}:{line}", tags)


def _facts(key: str, value: Plain, where: str, tags: Collection[str]) -> Iterator[Stated | Problem]:
    if key not in KEYS:
        yield Problem(
            where, f"has the unknown key {key!r}", _nearest(key, KEYS, f"the keys are {', '.join(sorted(KEYS))}")
        )
    elif value is None or key == "retrieved":
        return
    elif isinstance(value, str) and key in TEXT_FIELDS:
        yield _text_fact(key, value, where)
    elif key in LIST_FIELDS:
        items = value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in items):
            yield from (_item(key, item, where, tags) for item in items if isinstance(item, str))
        else:
            yield Problem(where, f"{key} must be a list of words", f"write {key}: [one, two]")
    else:
        yield Problem(where, f"{key} must be one line of text", f"write {key}: …")


def _nearest(word: str, known: Collection[str], otherwise: str) -> str:
    near = get_close_matches(word, known, n=1)
    return f"did you mean “{near[0]}”?" if near else otherwise


def _item(key: str, item: str, where: str, tags: Collection[str]) -> Stated | Problem:
    """An item of a list, if it is of the words that its field knows."""
    if key == "tags" and tags and item not in tags:
        return Problem(
            where, f"there is no tag {item!r}", _nearest(item, tags, "the tags stand in vocabulary/tags.yml")
        )
    if key == "places" and item not in region_names.regions():
        several = " or ".join(f"“{region.name}”" for region in region_names.named(item))
        otherwise = "write an official name in full, such as 'Kota Parepare' or 'Provinsi Riau'"
        hint = f"did you mean {several}?" if several else _nearest(item, region_names.regions(), otherwise)
        return Problem(where, f"{item!r} is no region that is known", hint)
    return Stated(key, item, item, "sidecar")


def _text_fact(key: str, value: str, where: str) -> Stated | Problem:
    normal = _NORMAL.get(key, str.strip)(value)
    if normal is None:
        return Problem(where, f"{key} cannot be {value!r}", _WANTED[key])
    return Stated(key, normal, value, "sidecar")


def _day(value: str) -> str | None:
    return value if is_date(value) else stated_day(value)


def _url(value: str) -> str | None:
    return canonical(value) if is_address(value) else None


_NORMAL = MappingProxyType({"published": _day, "url": _url})
_WANTED = MappingProxyType(
    {
        "published": 'write a day or a day with its time: "2024-07-31", "2024-07-31T19:30+07:00"',
        "url": "write the whole address, beginning with https://",
    }
)
