"""Pages and files -> seeds: each as it was found, with what is known of it beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from site_builder import disk, readers, slugs
from site_builder.errors import Problem
from site_builder.fetching import Answer, FetchError
from site_builder.folders import Folders
from site_builder.grammar.addresses import canonical, google_news, host
from site_builder.pipeline.sources import SIDECAR

Fetch = Callable[[str], Answer]
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "application/x-ndjson": ".jsonl",
    "multipart/related": ".mhtml",
    "message/rfc822": ".mhtml",
    "application/warc": ".warc",
}
"""Media type of an answer -> ending of the seed."""
VAGUE = frozenset({"", "text/plain", "application/octet-stream", "application/gzip", "application/x-gzip"})
"""Media types that say less than the ending of the address."""
GOOGLE_NEWS = "news.google.com"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the pages and files; paths as the user spells them."""

    added: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Tally:
    added: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def is_address(source: str) -> bool:
    """True if a source is an address and not a file: ``https://…``, and whatever else has a scheme."""
    return "://" in source


def add(folders: Folders, sources: Sequence[str], *, fetch: Fetch, today: str, dry_run: bool = False) -> Added:
    """Put each source into ``seeds/``; what is there already, or cannot be had, stops no other.

    ``fetch`` raises FetchError; ``today`` is the day of retrieval.
    """
    tally = _Tally()
    for source in dict.fromkeys(sources):
        if is_address(source):
            _add_page(folders, source, tally, fetch=fetch, today=today, dry_run=dry_run)
        else:
            _add_file(folders, Path(source), tally, dry_run=dry_run)
    return Added(tuple(tally.added), tuple(tally.notes), tuple(tally.problems))


def _add_page(folders: Folders, source: str, tally: _Tally, *, fetch: Fetch, today: str, dry_run: bool) -> None:
    try:
        answer = fetch(_own_address(source))
        ending = _ending(answer)
    except FetchError as error:
        tally.problems.append(Problem(source, error.what, error.hint))
        return
    facts = f"url: {json.dumps(canonical(answer.address))}\nretrieved: {json.dumps(today)}\n"
    _put(folders, f"{_name(answer.address)}{ending}", BytesIO(answer.body), facts.encode(), tally, dry_run=dry_run)


def _own_address(source: str) -> str:
    """The address of the article itself. Raises FetchError if Google News alone knows it."""
    inner = google_news(source)
    if inner is None and host(source) == GOOGLE_NEWS:
        hint = "open it in a browser, and add the address that the article has there"
        raise FetchError("is a link of Google News that only Google can resolve", hint)
    return inner or source


def _ending(answer: Answer) -> str:
    """The ending of the seed. Raises FetchError if the answer is nothing that an article can be read from."""
    named = readers.ending(PurePosixPath(urlsplit(answer.address).path).name)
    ending = named if named and answer.kind in VAGUE else ENDINGS.get(answer.kind)
    if not answer.body.strip():
        raise FetchError("is empty", "open it in a browser, save the page, and add the file")
    if ending is None:
        kind = answer.kind[:40] or "something without a media type"
        raise FetchError(f"is {kind}, not a page", "add the page of the article itself")
    return ending


def _name(address: str) -> str:
    """A name for the seed of an address: what it says of itself, and eight digits that no other has."""
    parts = urlsplit(canonical(address))
    last = next((part for part in reversed(parts.path.split("/")) if part), "") or parts.netloc
    return f"{slugs.slug(unquote(last).rpartition('.')[0] or unquote(last))}-{slugs.digest(canonical(address))}"


def _add_file(folders: Folders, path: Path, tally: _Tally, *, dry_run: bool) -> None:
    ending = readers.ending(path.name)
    if ending is None:
        hint = f"the endings that can be read are {', '.join(sorted(readers.claims()))}"
        tally.problems.append(Problem(str(path), "is of a kind that cannot be read", hint))
        return
    facts = disk.read_file(path.with_suffix(SIDECAR))
    if isinstance(facts, Problem):
        tally.problems.append(facts)
        return
    with disk.opened(path) as stream:
        if isinstance(stream, Problem):
            tally.problems.append(stream)
        else:
            name = f"{slugs.slug(path.name[: -len(ending)])}{ending}"
            _put(folders, name, stream, facts, tally, dry_run=dry_run)


def _put(folders: Folders, name: str, raw: BinaryIO, facts: bytes | None, tally: _Tally, *, dry_run: bool) -> None:
    """A new seed, and its sidecar before it: a crash between the two leaves no seed without its facts."""
    if there := disk.twin(folders.seeds, raw):
        tally.notes.append(f"{folders.seeds / there}: these bytes are there already, not added twice")
        return
    sidecar = str(PurePosixPath(name).with_suffix(SIDECAR))
    files = [*([(sidecar, BytesIO(facts))] if facts is not None else []), (name, raw)]
    problem = _neighbour(folders, name) or (None if dry_run else disk.add_new(folders.seeds, files))
    if problem:
        tally.problems.append(problem)
    else:
        tally.added.append(str(folders.seeds / name))


def _neighbour(folders: Folders, name: str) -> Problem | None:
    """A file that has the name already, or another whose facts would become those of the new one."""
    stem = PurePosixPath(name).with_suffix("")
    there = next((one for one in disk.names(folders.seeds) if PurePosixPath(one).with_suffix("") == stem), None)
    if there is None:
        return None
    hint = "keep what is there, or rename it and its facts, then add again"
    return Problem(str(folders.seeds / there), f"has the name of what was to be added, {name}, but other content", hint)
