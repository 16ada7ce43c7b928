"""How much of an attack runs: a fast share with every `make test`, all of it with `make attack`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")
FULL = os.environ.get("ATTACK") == "full"


def share(full: int, *, fast: int) -> int:
    """The number of rounds."""
    return full if FULL else fast


def spread(items: Sequence[Item], most: int) -> list[Item]:
    """At most so many of the items, evenly spread, the first and the last among them."""
    if len(items) <= most:
        return list(items)
    step = (len(items) - 1) / (most - 1)
    return [items[round(number * step)] for number in range(most)]
