"""What the order of work tells whoever watches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Track(Protocol):
    """Passes items on, and may show how far they are."""

    def __call__(self, label: str, items: Iterable[Item], total: int) -> Iterator[Item]: ...


def untracked(label: str, items: Iterable[Item], total: int) -> Iterator[Item]:
    """Shows nothing."""
    del label, total
    return iter(items)
