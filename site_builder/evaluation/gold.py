"""A hand-made record of one article, for measuring the readings against; one JSON object a line.

Keys: ``id`` (file name), ``title``, ``outlet``, ``url`` with ``url_in_text``, ``published``, ``event_date``, ``place``
``{name}``, ``people`` ``[{name, rank, role}]``, ``orgs``, ``quotes`` ``[{starts, ends, speaker}]``, ``boilerplate``
(first words of each line that is not body, in order), ``boilerplate_inline``, ``tags``, ``complete``.
``<key>_alt`` is also right, ``<key>_optional`` neither a hit nor a miss; ``from_url`` lists what only the address can
tell, ``repeats`` says that paragraphs are printed several times.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldPerson:
    name: str
    rank: str | None
    role: str | None
    names: frozenset[str]
    """The name and all that is also right."""
    ranks: frozenset[str | None]
    roles: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    starts: str
    ends: str
    speakers: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Gold:
    """One record; every set holds the right answer and its stated alternatives."""

    id: str
    title: frozenset[str | None]
    outlet: frozenset[str | None]
    url: str | None
    published: frozenset[str | None]
    event_date: frozenset[str | None]
    place: frozenset[str | None]
    people: tuple[GoldPerson, ...]
    people_optional: frozenset[str]
    organizations: tuple[str, ...]
    quotes: tuple[GoldQuote, ...]
    quotes_optional: tuple[GoldQuote, ...]
    boilerplate: tuple[str, ...]
    boilerplate_inline: tuple[str, ...]
    tags: frozenset[str]
    tags_optional: frozenset[str]
    complete: bool
    from_url: frozenset[str] = field(default=frozenset())
    repeats: bool = False


def load(line: str) -> Gold:
    """One record from its line. Raises ValueError or KeyError where the line is not such a record."""
    raw: Json = json.loads(line)
    place = raw["place"]
    return Gold(
        id=raw["id"],
        title=_answers(raw, "title"),
        outlet=_answers(raw, "outlet"),
        url=raw["url"] if raw.get("url_in_text", True) else None,
        published=_answers(raw, "published"),
        event_date=_answers(raw, "event_date"),
        place=frozenset({place["name"] if place else None, *_several(raw.get("place_alt"))}),
        people=tuple(_person(person) for person in raw["people"]),
        people_optional=frozenset(name for person in raw.get("people_optional", ()) for name in _person(person).names),
        organizations=tuple(raw["orgs"]),
        quotes=tuple(_quote(quote) for quote in raw["quotes"]),
        quotes_optional=tuple(_quote(quote) for quote in raw.get("quotes_optional", ())),
        boilerplate=tuple(raw["boilerplate"]),
        boilerplate_inline=tuple(raw.get("boilerplate_inline", ())),
        tags=frozenset(raw["tags"]),
        tags_optional=frozenset(raw.get("tags_optional", ())),
        complete=raw["complete"],
        from_url=frozenset(raw.get("from_url", ())),
        repeats=bool(raw.get("repeats")),
    )


def _answers(raw: Json, key: str) -> frozenset[str | None]:
    return frozenset({raw[key], *_several(raw.get(f"{key}_alt"))})


def _several(value: Any) -> tuple[str | None, ...]:
    if value is None:
        return ()
    return tuple(item["name"] if isinstance(item, dict) else item for item in _listed(value))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _person(raw: Json | str) -> GoldPerson:
    if isinstance(raw, str):
        raw = {"name": raw}
    rank, role = raw.get("rank"), raw.get("role")
    return GoldPerson(
        name=raw["name"],
        rank=rank,
        role=role,
        names=frozenset({raw["name"], *(name for name in _several(raw.get("name_alt")) if name)}),
        ranks=frozenset({rank, *_several(raw.get("rank_alt"))}),
        roles=frozenset({role, *_several(raw.get("role_alt"))}),
    )


def _quote(raw: Json) -> GoldQuote:
    return GoldQuote(raw["starts"], raw["ends"], frozenset({raw.get("speaker"), *_several(raw.get("speaker_alt"))}))
