"""Numbers, months and certainty as Indonesian readers write and grade them.

Words of the interface stand in templates; here is only what has to be computed.
"""

from __future__ import annotations

import re

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
PERIOD = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?\Z")
"""``2024`` or ``2024-07``."""
GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+\Z)")
"""Where a thousands point goes: 1|849."""

SURE, LIKELY = 0.9, 0.75
"""From here on a reading is sure, or likely; below it is weak."""


def number(count: int) -> str:
    """A count with points between thousands: ``1.849``."""
    return GROUP.sub(".", str(count))


def share(confidence: float) -> str:
    """A confidence with two places and a decimal comma: ``0,95``. Only certainty itself is ``1,00``."""
    return f"{min(confidence, 0.99) if confidence < 1 else 1:.2f}".replace(".", ",")


def grade(confidence: float) -> int:
    """How sure a reading is, in holes of the punched mark: 3 sure, 2 likely, 1 weak."""
    return 3 if confidence >= SURE else 2 if confidence >= LIKELY else 1


def period(text: str) -> str:
    """A period in words: ``2024-07`` -> ``Juli 2024``. What is no period is given back as it is."""
    match = PERIOD.match(text)
    if not match or not match[2]:
        return text
    return f"{MONTHS[int(match[2]) - 1]} {match[1]}"


def clock(time: str) -> str:
    """A time of day: ``19:30+07:00`` -> ``19.30 WIB``. What is no time is given back as it is."""
    zone = {"+07:00": " WIB", "+08:00": " WITA", "+09:00": " WIT", "": ""}.get(time[5:])
    return time if zone is None else time[:5].replace(":", ".") + zone


def initial(name: str) -> str:
    """The letter that a name stands under in an A–Z list; ``#`` if it starts with none."""
    first = next((char for char in name if char.isalnum()), "#").upper()
    return first if first.isalpha() else "#"
