"""Facts that a page, a feed or a table states as data, in the form in which an article has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from site_builder.edtf import is_date
from site_builder.formats.plain_text import folded
from site_builder.grammar.addresses import host
from site_builder.grammar.days import stated_day
from site_builder.grammar.outlets import DOMAIN, derived_name, known_name

ISO_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?\Z"
)
"""``2024-07-09T10:00:00+08:00``, ``2024-07-09 10:00:00``, ``2024-07-09``."""
MAIL_MOMENT = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|[A-Z]{1,3})\Z"
)
"""``Wed, 31 Jul 2024 12:30:00 +0700``."""
LONGEST_DATE = 100
FIRST_YEAR, LAST_YEAR = 1995, 2100
"""News on the web; what lies outside is the zero of some database."""
WESTERN_TIME = timezone(timedelta(hours=7))
INDONESIAN_HOURS = (7, 8, 9)
SEPARATOR = re.compile(r"\s{1,3}(?:[-–—|»•·~]|::|\|\|)\s{1,3}")
"""Between a headline and the name of the site: ``… Damai - Kabar Palu``, ``… Damai | kabarpalu.com``."""
VIEW = re.compile(r"(?:halaman|hal|page|laman) (?:\d{1,3}|all|semua)(?: dari \d{1,3})?\Z", re.IGNORECASE)
"""``Halaman 2``, ``Halaman all``: which part of the article the page shows."""
BYLINE = re.compile(r"(?:oleh|by|penulis|reporter|editor|pewarta)\s{0,2}:?\s{1,2}(?=\S)", re.IGNORECASE)
NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "author",
        "editor",
        "penulis",
        "redaksi",
        "redaktur",
        "root",
        "super user",
        "tim redaksi",
    }
    | {"user", "webmaster", "reporter", "kontributor", "unknown", "null", "none", "-"}
)
"""What a content system calls an author whom nobody named."""
LONGEST_NAME = 80
"""Characters of an author or an outlet; more are a sentence about them."""


def moment(raw: str) -> str | None:
    """EDTF of a printed or coded day or time; None if it states none, or one before the web or in a far future.

    A zone that no Indonesian newsroom lives by becomes Western Indonesian Time; midnight means that no time is known.
    """
    raw = folded(raw[: LONGEST_DATE + 1])
    if len(raw) > LONGEST_DATE:
        return None
    found = _iso(raw.replace("/", "-")) or _mail(raw) or (stated_day(raw) if not raw[:4].isdigit() else None)
    return found if found and is_date(found) and FIRST_YEAR <= int(found[:4]) <= LAST_YEAR else None


def _iso(raw: str) -> str | None:
    match = ISO_MOMENT.match(raw)
    if not match:
        return None
    day, time, zone = match["day"], match["time"], match["zone"]
    if not time or time == "00:00":
        return day
    if not zone:
        return f"{day}T{time}"
    try:
        return _local(datetime.fromisoformat(f"{day}T{time}{zone.replace('Z', '+00:00')}"))
    except (ValueError, OverflowError):
        return None


def _mail(raw: str) -> str | None:
    if not MAIL_MOMENT.match(raw):
        return None
    try:
        found = parsedate_to_datetime(raw)
        return _local(found) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _local(when: datetime) -> str:
    offset = when.utcoffset()
    lived_by = offset is not None and offset in {timedelta(hours=hours) for hours in INDONESIAN_HOURS}
    return (when if lived_by else when.astimezone(WESTERN_TIME)).isoformat(timespec="minutes")


def outlet(stated: str, address: str) -> str:
    """The outlet as a reader would say it: as the table knows its address or its name, else as it calls itself."""
    stated = folded(stated)
    known = known_name(host(address), {}) or known_name(stated, {})
    if known or not stated:
        return known or ""
    pieces = SEPARATOR.split(stated)
    own = next((piece for piece in pieces if _spells(piece, address)), pieces[0])
    name = known_name(own, {}) or (derived_name(own) if DOMAIN.fullmatch(own) else own)
    return name if len(name) <= LONGEST_NAME else ""


def headline(title: str, site: Iterable[str], address: str) -> str:
    """The title without the names of the site behind it, and without the number of the page."""
    title = folded(title)
    names = {folded(name).casefold() for name in site if name}
    for mark in reversed(list(SEPARATOR.finditer(title))):
        tail = title[mark.end() :]
        if mark.start() == 0 or not _is_site(tail, names, address):
            break
        title = title[: mark.start()]
    view = VIEW.search(title[1:])
    return title[: view.start() + 1 if view else None].strip()


def _is_site(tail: str, names: set[str], address: str) -> bool:
    return (
        tail.casefold() in names
        or VIEW.match(tail) is not None
        or DOMAIN.fullmatch(tail) is not None
        or known_name(tail, {}) is not None
        or _spells(tail, address)
    )


def _spells(words: str, address: str) -> bool:
    """``Kabar Palu`` spells ``https://www.kabarpalu.com``."""
    letters = re.sub(r"[\W_]", "", words.casefold())
    return len(letters) > 3 and letters in {
        re.sub(r"[\W_]", "", label) for label in (host(address), host(address).partition(".")[0])
    }


def authors(names: Iterable[str], site: Iterable[str]) -> Iterator[str]:
    """Those of the names that are people: not the outlet, not its content system, not an address."""
    not_people = {folded(name).casefold() for name in site if name} | NOBODY
    for raw in dict.fromkeys(folded(name) for name in names):
        name = BYLINE.sub("", raw, count=1) if BYLINE.match(raw) else raw
        is_site = name.casefold() in not_people or known_name(name, {}) is not None
        if name and not is_site and len(name) <= LONGEST_NAME and "://" not in name and "@" not in name:
            yield name
