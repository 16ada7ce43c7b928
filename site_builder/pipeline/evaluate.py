"""Hand-made records and raw texts -> cases to judge."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from site_builder import disk, extractors, labels, readers
from site_builder.errors import BuildError, Problem
from site_builder.evaluation.gold import Gold, load
from site_builder.evaluation.verdict import Case
from site_builder.folders import Folders
from site_builder.model import Seed
from site_builder.pipeline.sources import decoded, words
from site_builder.progress import Track, untracked

HINT = "the keys of a record are listed in site_builder/evaluation/gold.py"


def read_gold(path: Path) -> tuple[Gold, ...]:
    """The records of a JSON Lines file. Raises BuildError with every line that is no record."""
    raw = disk.read_file(path)
    if not isinstance(raw, bytes):
        raise BuildError(raw or Problem(str(path), "is not there", "name a file of records, one JSON object a line"))
    records, problems = [], []
    for number, line in enumerate(decoded(raw, str(path)).splitlines(), 1):
        if line.strip():
            try:
                records.append(load(line))
            except KeyError as error:
                problems.append(Problem(f"{path}:{number}", f"not a record: it has no key {error}", HINT))
            except (ValueError, TypeError) as error:
                problems.append(Problem(f"{path}:{number}", f"not a record: {error}", HINT))
    if problems:
        raise BuildError(*problems)
    return tuple(records)


def cases(records: tuple[Gold, ...], raw: Path, folders: Folders, track: Track = untracked) -> Iterator[Case]:
    """Each record with what the program reads in its text. Raises BuildError for a text that is not there."""
    terms = words(folders)
    for gold in track("Reading texts", records, len(records)):
        document = labels.label(_seed(gold, raw))
        yield Case(gold, document, extractors.read(document, terms))


def _seed(gold: Gold, raw: Path) -> Seed:
    path = raw / gold.id
    content = disk.read_file(path)
    if not isinstance(content, bytes):
        raise BuildError(content or Problem(str(path), "is not there", "name the folder of the raw texts with --raw"))
    for item in readers.seeds(BytesIO(content), gold.id, None):
        if isinstance(item, Seed):
            return item
        raise BuildError(item)
    raise BuildError(Problem(str(path), "has no article", "see that it is the text of the record"))
