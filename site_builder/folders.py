"""The folders of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    seeds: Path
    content: Path
    templates: Path
    output: Path
    cache: Path

    @property
    def articles(self) -> Path:
        return self.content / "articles"


def aside(site: Path) -> Path:
    """Where a site, its links resolved, is built: beside it, on the same file system."""
    return site.parent / f".site.{site.name}"
