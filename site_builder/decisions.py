"""content/vocabulary/links.yml -> what people decided of events, people and copies.

The file's own comments say how it is written.  A line that cannot be understood is an error like any of a vocabulary;
whether the articles exist, and whether two decisions agree, only the archive can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Literal

from site_builder.content.front_matter import FrontMatterError, Located, line_of, locate
from site_builder.content.yaml_text import Plain
from site_builder.errors import Problem
from site_builder.model import Decision, Who

LINKS = "links.yml"
Bond = Literal["event", "person", "copy"]
KEYS: Mapping[str, tuple[Bond, bool]] = {
    "same_event": ("event", True),
    "not_same_event": ("event", False),
    "same_person": ("person", True),
    "not_same_person": ("person", False),
    "copy_of": ("copy", True),
    "not_copy_of": ("copy", False),
}
FORMS: Mapping[Bond, str] = {
    "event": "write [one-article, another-article], each by the name of its file without .md",
    "copy": "write [the-original, its-copy], each by the name of its file without .md",
    "person": "write {one-article: Name in it, another-article: Name in it}, or [One Name, Another Name]",
}


def decisions(text: str, *, where: str) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions that a file states, and its mistakes, each at its line."""
    try:
        located = locate(text)
    except FrontMatterError as error:
        return (), (Problem(f"{where}:{error.line}", error.what, error.hint, fatal=True),)
    found = list(_read(text, located, where))
    return (
        tuple(one for one in found if isinstance(one, Decision)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def _read(text: str, located: Located, where: str) -> Iterator[Decision | Problem]:
    """The scalars of the file stand in the order in which they are met here, so that each entry knows its line."""
    at = 0
    for key, entries in located.values.items():
        place = f"{where}:{line_of(text, located.scalars[at][0])}"
        at += 1
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(KEYS)}"
            yield Problem(place, f"“{key}” is not known", hint, fatal=True)
        elif entries is not None and not isinstance(entries, list):
            yield Problem(place, f"“{key}” must be a list", "write each decision on a line that begins with “- ”", True)
        for entry in entries if key in KEYS and isinstance(entries, list) else ():
            line = line_of(text, located.scalars[min(at, len(located.scalars) - 1)][0])
            at += _scalars(entry)
            yield _decision(key, entry, f"{where}:{line}")
        if key not in KEYS or not isinstance(entries, list):
            at += _scalars(entries)


def _scalars(value: Plain) -> int:
    """How many keys and values stand in a value."""
    if isinstance(value, dict):
        return len(value) + sum(map(_scalars, value.values()))
    return sum(map(_scalars, value)) if isinstance(value, list) else 1


def _decision(key: str, entry: Plain, where: str) -> Decision | Problem:
    bond, same = KEYS[key]
    members = _members(bond, entry)
    if len(members) < 2 or not all(name or article for name, article in members):
        return Problem(where, f"“{key}” needs at least two", FORMS[bond], fatal=True)
    if len(set(members)) < len(members):
        return Problem(where, f"“{key}” names one twice", "name each once", fatal=True)
    return Decision(bond, same, members, where)


def _members(bond: Bond, entry: Plain) -> tuple[Who, ...]:
    """Articles, or names with the articles that bear them; none if the entry has not the form of its bond."""
    if isinstance(entry, dict) and bond == "person":
        return tuple((name, article) for article, name in entry.items() if isinstance(name, str))
    if isinstance(entry, list) and all(isinstance(item, str) for item in entry):
        items = [item for item in entry if isinstance(item, str)]
        return tuple((item, "") if bond == "person" else ("", item) for item in items)
    return ()
