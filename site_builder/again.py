"""A run that would do nothing, told at once.

What a run told is kept with a glance at everything that it read and wrote: the program, its libraries, the user's
folders, the site.  As long as that glance is the same, the next run would tell the same and change nothing.
Light on purpose: the rest of the program need not even be loaded.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from site_builder.errors import Problem
from site_builder.folders import Folders, aside
from site_builder.glance import Glance, clock, glance
from site_builder.reports import Ingested, Rendered

Told = TypeVar("Told", Ingested, Rendered)

PROGRAM = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Before:
    """What a run found when it began."""

    command: str
    folders: Folders
    said: str
    """The arguments that matter to what is made."""
    sources: Glance
    moment: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run told; a part that the command has not is None."""

    ingested: Ingested | None = None
    rendered: Rendered | None = None

    @property
    def quiet(self) -> bool:
        """Whether the run wrote no content: then its sources are still what they were when it began."""
        done = self.ingested
        return done is None or not (done.added or done.changed or done.renewed)


def begin(command: str, folders: Folders, url: str | None) -> Before | None:
    """Look at all that the run will read; None if nothing can be remembered, for the cache cannot be written."""
    places = (*_read(folders), folders.output)
    # Problems name files as the user spells them, so the spelling matters as much as the place.
    spelled = [(str(place), str(place.absolute())) for place in places]
    said = repr((url, sys.version, spelled, _libraries()))
    try:
        moment = clock(folders.cache)
    except OSError:
        return None
    return Before(command, folders, said, glance((PROGRAM, *_read(folders))), moment)


def _read(folders: Folders) -> tuple[Path, ...]:
    return folders.seeds, folders.content, folders.templates


def recall(before: Before | None) -> Outcome | None:
    """What this run would tell, if it would write nothing; None if that is not known for certain."""
    if before is None or aside(before.folders.output.resolve()).exists():  # a run that died left work behind
        return None
    try:
        key, _, raw = _file(before).read_bytes().partition(b"\n")
    except OSError:
        return None
    if key != _key(before, raw):
        return None
    try:
        return _outcome(json.loads(raw))
    except (ValueError, TypeError, KeyError):
        return None


def keep(before: Before | None, outcome: Outcome) -> None:
    """Remember what a run told that changed no source; a cache that cannot be written remembers nothing."""
    if before is None or not outcome.quiet or not before.sources.settled(before.moment):
        return
    if glance((PROGRAM, *_read(before.folders))) != before.sources:
        return  # edited meanwhile: what was told is not true of what was there when the run began
    raw = json.dumps(dataclasses.asdict(_next(outcome)), ensure_ascii=True).encode()
    part = _file(before).with_suffix(".part")
    with suppress(OSError):
        part.write_bytes(_key(before, raw) + b"\n" + raw)
        os.replace(part, _file(before))


def _next(outcome: Outcome) -> Outcome:
    """What the following run will tell if nothing changes."""
    made = outcome.rendered
    if made is None:
        return outcome
    return dataclasses.replace(
        outcome, rendered=dataclasses.replace(made, written=(), deleted=(), unchanged=made.files)
    )


def _file(before: Before) -> Path:
    return before.folders.cache / f"{before.command}.again"


def _key(before: Before, raw: bytes) -> bytes:
    """Of what was told, and of all that it rests on; the site is looked at last, when it is finished."""
    site = glance([before.folders.output])
    parts = (before.command, before.said, before.sources.digest, site.digest, raw)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest().encode()


def _libraries() -> list[str]:
    """Every installed package with its version, as the names of their folders of metadata."""
    found = set()
    for place in sys.path:
        with suppress(OSError):
            found |= {name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info"))}
    return sorted(found)


def _outcome(told: dict[str, Any]) -> Outcome:
    return Outcome(_report(Ingested, told["ingested"]), _report(Rendered, told["rendered"]))


def _report(kind: type[Told], told: dict[str, Any] | None) -> Told | None:
    if told is None:
        return None
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    return kind(**{**values, "problems": tuple(Problem(**problem) for problem in told["problems"])})
