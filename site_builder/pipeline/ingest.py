"""Seeds -> content, top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from site_builder import disk, extractors, labels, readers, store
from site_builder.canonical import canonical
from site_builder.content.library import Library
from site_builder.content.merge import Merged, merge
from site_builder.content.proposal import has_body, propose, record_of, title_of, year_of
from site_builder.content.reading import Record, dumps, loads
from site_builder.errors import BuildError, Problem
from site_builder.folders import Folders
from site_builder.model import Document, Seed, Vocabulary
from site_builder.pipeline.sources import READING, SIDECAR, below, decoded, files, holdings, program, words
from site_builder.progress import Track, untracked
from site_builder.reports import Ingested

BATCH = 500
"""Articles that are written at once: enough to make one sync cheap, few enough for memory."""
DOUBTFUL = 0.8
"""Readings of less confidence are worth a person's look."""


@dataclass(slots=True)
class _Tally:
    """What has become of the seeds so far."""

    seen: list[str] = field(default_factory=list)
    misstated: set[str] = field(default_factory=set)
    """Raw files whose sidecar has a mistake."""
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    renewed: int = 0
    doubtful: int = 0
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def count(self, where: str, merged: Merged, record: Record, *, new: bool) -> None:
        self.problems += merged.problems
        self.unchanged += merged.text is None and not merged.problems
        self.renewed += merged.text is None and merged.record is not None
        if merged.text is not None:
            (self.added if new else self.changed).append(where)
            self.doubtful += sum(r.confidence < DOUBTFUL for f in record.fields.values() for r in f.readings)
        if merged.suggestions:
            self.notes.append(f"{where}: the machine would now say something else of {', '.join(merged.suggestions)}")


def ingest(folders: Folders, *, dry_run: bool = False, track: Track = untracked) -> Ingested:
    """Read every seed and write what is new; a person's edits stay, and a bad seed costs one article."""
    terms = words(folders)
    shelf = Library.of(holdings(folders), seeds=disk.names(folders.seeds))
    tally = _Tally()
    changes: list[disk.Change] = []
    with _reading(terms, None if dry_run else folders.cache) as account:
        for seed in _seeds(folders, terms, tally, track):
            changes += _change(seed, account, shelf, folders, tally)
            if len(changes) == BATCH:
                _write(changes, folders, tally, dry_run=dry_run)
    _write(changes, folders, tally, dry_run=dry_run)
    tally.problems += below(folders.content, shelf.problems(tally.seen))
    return Ingested(
        seeds=len(tally.seen),
        added=tuple(tally.added),
        changed=tuple(tally.changed),
        unchanged=tally.unchanged,
        renewed=tally.renewed,
        doubtful=tally.doubtful,
        notes=tuple(tally.notes),
        problems=tuple(dict.fromkeys(tally.problems)),
    )


def _reading(terms: Vocabulary, cache: Path | None) -> AbstractContextManager[Callable[[Seed], Record]]:
    """What the rules read in a seed, remembered: lines and readings, in the form in which they are committed."""

    def account(seed: Seed) -> Record:
        document = labels.label(seed)
        return record_of(document, extractors.read(document, terms), "")

    # What people decided of links and of names of institutions says nothing about a seed.
    salt = store.digest_of(program(), canonical(replace(terms, decisions=(), institutions={})))
    return store.memo(account, name="readings", salt=salt, folder=cache, codec=store.Codec(_encoded, _record))


def _encoded(record: Record) -> bytes:
    return dumps(record).encode("utf-8", "surrogatepass")


def _record(raw: bytes) -> Record:
    found = loads(raw.decode("utf-8", "surrogatepass"), where="")
    if isinstance(found, Problem):
        raise ValueError(found.what)
    return found


def _write(changes: list[disk.Change], folders: Folders, tally: _Tally, *, dry_run: bool) -> None:
    if not dry_run:
        tally.problems += disk.write_all(changes, root=folders.content).problems
    changes.clear()


def _seeds(folders: Folders, terms: Vocabulary, tally: _Tally, track: Track) -> Iterator[Seed]:
    """The articles of all raw files; what cannot be read is a problem in the tally."""
    found = tuple(disk.listing(folders.seeds))
    names = tuple(name for name in found if isinstance(name, str))
    tally.problems += (problem for problem in found if isinstance(problem, Problem))
    stems = {PurePosixPath(name).with_suffix("") for name in names if not name.endswith(SIDECAR)}
    tags = frozenset(tag.slug for tag in terms.tags)
    for name in track("Reading seeds", names, len(names)):
        if not name.endswith(SIDECAR):
            yield from _articles(folders, name, tags, tally)
        elif PurePosixPath(name).with_suffix("") not in stems:
            hint = "name it like the raw file beside it, or delete it"
            tally.problems.append(Problem(str(folders.seeds / name), "states facts of no raw file", hint))


def _articles(folders: Folders, name: str, tags: Collection[str], tally: _Tally) -> Iterator[Seed]:
    with disk.opened(folders.seeds / name) as stream:
        if isinstance(stream, Problem):
            tally.problems.append(stream)
            return
        for item in readers.seeds(stream, name, _sidecar(folders, name, tally), tags=tags):
            if isinstance(item, Problem):
                tally.problems += below(folders.seeds, [item])
                if item.where.partition(":")[0].endswith(SIDECAR):
                    tally.misstated.add(name)
            else:
                yield item


def _sidecar(folders: Folders, path: str, tally: _Tally) -> str | None:
    where = folders.seeds / PurePosixPath(path).with_suffix(SIDECAR)
    raw = disk.read_file(where)
    if isinstance(raw, Problem):
        tally.problems.append(raw)
        return None
    try:
        return None if raw is None else decoded(raw, str(where))
    except BuildError as error:
        tally.problems += error.problems
        return None


def _change(
    seed: Seed, account: Callable[[Seed], Record], shelf: Library, folders: Folders, tally: _Tally
) -> Iterator[disk.Change]:
    """What a seed changes in content; nothing if it has no article or its article is right as it is."""
    tally.seen.append(seed.path)
    if twin := shelf.twin(seed):
        tally.notes.append(f"{folders.seeds / seed.path}: the same bytes as {twin.seed}, not ingested twice")
        return
    if shelf.parted(seed):
        return
    record = account(seed)
    document = Document.of(seed, record.lines)
    if not has_body(document):
        rest = "leave this record out" if "#" in seed.path else "delete the file"
        hint = f"copy the text of the article itself, or {rest}"
        tally.problems.append(Problem(str(folders.seeds / seed.path), "no line of it is the body of an article", hint))
        return
    readings = {name: found.readings for name, found in record.fields.items()}
    place = shelf.find(seed)
    if place and seed.path.partition("#")[0] in tally.misstated:
        return  # what a person stated cannot be read now: the article keeps what it says
    new = place is None
    if place is None:
        place = shelf.place(seed, title=title_of(document, readings), year=year_of(readings))
    proposal = propose(document, readings, slug=place.slug, year=place.year)
    tally.problems += below(folders.seeds, proposal.problems)
    article, text, reading = files(folders, place.stem)
    merged = merge(proposal, text=text, reading=reading, where=str(article))
    tally.count(str(article), merged, proposal.record, new=new)
    if (merged.before, merged.text, merged.record) != (None, None, None):
        seen_text, seen_reading = (None if t is None else t.encode("utf-8", "surrogateescape") for t in (text, reading))
        path = article.with_name(f"{place.slug}{READING}")
        yield disk.Change(article, path, merged.before, merged.text, merged.record, seen_text, seen_reading)
