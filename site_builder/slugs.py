"""Names -> the last part of an address: short, lower case, safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import count

from slugify import slugify

LONGEST = 80
"""In characters, which are all ASCII: file systems allow 255 bytes, and an address should be readable."""
RESERVED = frozenset(
    ["index", "404", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that the site itself or Windows gives another meaning."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""``rakor-pilkada-2024``."""


@lru_cache(maxsize=100_000)
def slug(name: str) -> str:
    """The slug of a name: ``Kota Parepare`` -> ``kota-parepare``. Never empty, never a reserved name.

    Names that differ only in case, accents or punctuation have one slug; a name without a letter or digit
    gets one from its hash.
    """
    short = slugify(name, max_length=LONGEST, word_boundary=True, save_order=True)
    return f"{short}-{digest(name)}".lstrip("-") if not short or short in RESERVED else short


def digest(text: str) -> str:
    """Eight hexadecimal digits that tell two texts apart in an address."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def is_slug(name: str) -> bool:
    """Whether a file of this name, without its ending, may be an article."""
    return len(name) <= LONGEST and name not in RESERVED and bool(SLUG.fullmatch(name))


def key(name: str) -> str:
    """Equal for names that some file system takes for one: ``Ok`` and ``ok``, composed and decomposed accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def unique(name: str, *, taken: Collection[str]) -> str:
    """The slug of a name, with the first free number if it is taken: ``rakor``, ``rakor-2``.

    ``taken`` holds the ``key`` of every slug that exists.
    """
    first = slug(name)
    numbered = (f"{first[: LONGEST - len(f'-{n}')].rstrip('-')}-{n}" for n in count(2))
    return first if first not in taken else next(candidate for candidate in numbered if candidate not in taken)
