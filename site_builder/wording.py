"""Numbers, times and certainty as readers write and grade them, in the language of the site.

Words of the interface stand in templates; here is only what has to be computed.
"""

from __future__ import annotations

import html
import re
from typing import Literal, Protocol, TypeAlias

from site_builder import edtf
from site_builder.locale import SIGNS, Language, catalogue, msgid

MONTHS_SHORT = (
    msgid("Jan"), msgid("Feb"), msgid("Mar"), msgid("Apr"), msgid("Mei"), msgid("Jun"),
    msgid("Jul"), msgid("Agu"), msgid("Sep"), msgid("Okt"), msgid("Nov"), msgid("Des"),
)  # fmt: skip

TIME = re.compile(r"\d\d:\d\d", re.ASCII)
"""``19:30``."""
TAG = re.compile(r"<[^<>]*>")
"""An HTML tag: ``</p>``."""

EXCERPT = 300
EXCERPT_SHARE = 3
"""Of an article of which only an excerpt may be shown: so many characters, and not more than a third of it."""

SURE, LIKELY = 0.9, 0.75
"""From here on a reading is sure, or likely; below it is weak."""

Level: TypeAlias = Literal["sure", "likely", "weak", "unknown", "person"]
"""How far a fact can be relied on; ``unknown``: the text does not say, ``person``: somebody looked and wrote it."""


def number(count: int, language: Language) -> str:
    """A count with a sign between thousands: ``1.849``, ``1,849``."""
    return f"{count:,}".replace(",", SIGNS[language].thousands)


def share(confidence: float, language: Language) -> str:
    """A confidence with two places: ``0,95``, ``0.95``. Only certainty itself is ``1,00``."""
    return f"{min(confidence, 0.99) if confidence < 1 else 1:.2f}".replace(".", SIGNS[language].decimal)


def percent(part: float) -> str:
    """A share in per cent: ``88%``, which both languages write alike. Only the whole itself is ``100%``."""
    return f"{int(part * 100)}%"


def months(language: Language) -> tuple[str, ...]:
    """Short names of the twelve months."""
    return tuple(map(catalogue(language).gettext, MONTHS_SHORT))


def level(confidence: float) -> Level:
    """The word for how sure a reading is."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "weak"


def clock(time: str, language: Language) -> str:
    """A time of day: ``19:30+07:00`` -> ``19.30 WIB``. What is no time is given back as it is."""
    zone = {"+07:00": " WIB", "+08:00": " WITA", "+09:00": " WIT", "": ""}.get(time[5:])
    return time if zone is None or not TIME.match(time) else edtf.clock(time, language) + zone


def plain(safe_html: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(html.unescape(TAG.sub(" ", safe_html)).split())


def beginning(text: str, limit: int) -> str:
    """The first words of a text, at most ``limit`` characters; an ellipsis says that there are more."""
    if len(text) <= limit:
        return text
    start = text[:limit]
    return (start.rpartition(" ")[0] or start).rstrip(" .,;:–-") + " …"


def excerpt(text: str) -> str:
    """What may be shown of an article of which only an excerpt may be shown."""
    return beginning(text, min(EXCERPT, len(text) // EXCERPT_SHARE))


class Holder(Protocol):
    """Whoever may bear a rank and a role."""

    @property
    def rank(self) -> str | None: ...

    @property
    def role(self) -> str | None: ...


def office(holder: Holder) -> str:
    """Rank and role in one line: ``AKBP, Kapolres Parepare``; empty if neither is known."""
    return ", ".join(part for part in (holder.rank, holder.role) if part)


def initial(name: str, letters: int = 1) -> str:
    """The letters that a name stands under in an A–Z list, the first in capitals; ``#`` if it starts with none."""
    first = "".join(char for char in name if char.isalnum())[:letters].capitalize()
    return first if first[:1].isalpha() else "#"
