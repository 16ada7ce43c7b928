"""Names -> the last part of an address: short, lower case, safe on every file system."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from slugify import slugify

LONGEST = 80
"""In characters, which are all ASCII: file systems allow 255 bytes, and an address should be readable."""
RESERVED = frozenset(
    ["index", "404", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that the site itself or Windows gives another meaning."""


@lru_cache(maxsize=100_000)
def slug(name: str) -> str:
    """The slug of a name: ``Kota Parepare`` -> ``kota-parepare``. Never empty, never a reserved name.

    Names that differ only in case, accents or punctuation have one slug; a name without a letter or digit
    gets one from its hash.
    """
    short = slugify(name, max_length=LONGEST, word_boundary=True)
    return f"{short}-{digest(name)}".lstrip("-") if not short or short in RESERVED else short


def digest(text: str) -> str:
    """Eight hexadecimal digits that tell two texts apart in an address."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
