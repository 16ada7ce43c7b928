"""The numbers that articles have in the index.

A number is a slot of an open hash table, taken by the hash of the slug, first come, first served in the archive's
order.  So a new article, being the newest, takes a free slot and moves no other; an older one moves few.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

SMALLEST = 64
ROOM = 1.25
"""Slots for each article at least; the table doubles when it has fewer."""


def size(count: int) -> int:
    """How many slots the table has for so many articles: a power of two."""
    slots = SMALLEST
    while slots < count * ROOM:
        slots *= 2
    return slots


def slots(slugs: Iterable[str]) -> Mapping[int, str]:
    """Slot -> slug, in order of the slots. ``slugs`` are all different, in the archive's order."""
    listed = tuple(slugs)
    last = size(len(listed)) - 1
    taken: dict[int, str] = {}
    for slug in listed:
        slot = int.from_bytes(hashlib.sha256(slug.encode()).digest()[:4], "big") & last
        while slot in taken:
            slot = (slot + 1) & last
        taken[slot] = slug
    return dict(sorted(taken.items()))
