"""What was published and what was read, against their digests: whether a bit has changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder import disk, readers
from site_builder.content.proposal import sha256
from site_builder.content.reading import SeedReference, loads
from site_builder.errors import Problem
from site_builder.folders import Folders
from site_builder.model import Seed
from site_builder.pipeline.sources import READING, files
from site_builder.progress import Track, untracked

CHANGED = "put it back from its history; if it was changed on purpose, run build.py ingest to read it anew"
GONE = "put it back from its history; if it was renamed, run build.py ingest"


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was looked at, and every difference."""

    files: int
    """That the manifest of the published site names."""
    seeds: int
    """That articles were read from."""
    problems: tuple[Problem, ...]


def verify(folders: Folders, track: Track = untracked) -> Verified:
    """The published site against its manifest, and each seed against the reading of its article."""
    published, problems = disk.verify(folders.output)
    damaged: list[Problem] = []
    expected = _expected(folders, damaged)
    for name in track("Reading seeds", sorted(expected), len(expected)):
        damaged += _differences(folders, name, expected[name])
    return Verified(published, sum(map(len, expected.values())), (*problems, *damaged))


def _expected(folders: Folders, damaged: list[Problem]) -> Mapping[str, dict[str, SeedReference]]:
    """File below ``seeds/`` -> the seeds in it by their path, as the readings know them."""
    found: defaultdict[str, dict[str, SeedReference]] = defaultdict(dict)
    for name in disk.names(folders.articles):
        if name.endswith(READING):
            article, _, reading = files(folders, name.removesuffix(READING))
            record = loads(reading or "", where=str(article.with_name(name.rpartition("/")[2])))
            if isinstance(record, Problem):
                damaged.append(record)
            else:
                found[record.seed.path.partition("#")[0]][record.seed.path] = record.seed
    return found


def _differences(folders: Folders, name: str, expected: Mapping[str, SeedReference]) -> Iterator[Problem]:
    """What is no longer as it was read in one file."""
    with disk.opened(folders.seeds / name) as stream:
        if isinstance(stream, Problem):
            yield stream
            return
        read = {item.path: item for item in readers.seeds(stream, name, None) if isinstance(item, Seed)}
    for path, reference in expected.items():
        seed, where = read.get(path), str(folders.seeds / path)
        if seed is None:
            yield Problem(where, "holds no article any more, and one was read from it", GONE)
        elif seed.sha256 != reference.sha256:
            yield Problem(where, "is not as it was read: its digest differs from that in the reading", CHANGED)
        elif sha256(seed.text) != reference.text_sha256:
            hint = "run build.py ingest: this version of the program decodes it otherwise"
            yield Problem(where, "has the same bytes, and another text than was read", hint)
