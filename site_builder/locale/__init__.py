"""The words of the interface in every language that the site can speak.

The program is written in Indonesian, so its own words are the keys: ``gettext("Laporan")``.  Every other language has a
gettext catalogue here, ``<language>/LC_MESSAGES/messages.po`` for people and ``messages.mo``, made of it, for the
program.  ``make messages`` gathers new words from the sources.  What articles say is never translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal, TypeAlias, get_args

Language: TypeAlias = Literal["id", "en"]
"""As in the attribute ``lang`` of a page."""
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE: Language = "id"
"""The language of the keys, and of the articles."""


@dataclass(frozen=True, slots=True)
class Signs:
    """How numbers are written."""

    thousands: str
    decimal: str


SIGNS: Mapping[Language, Signs] = {"id": Signs(".", ","), "en": Signs(",", ".")}
"""As the Unicode locale data (CLDR) have them."""


@cache
def catalogue(language: Language) -> NullTranslations:
    """The translations into a language, with the methods of the standard library's ``gettext``."""
    if language == SOURCE:
        return NullTranslations()
    raw = files(__name__).joinpath(language, "LC_MESSAGES", "messages.mo").read_bytes()
    return GNUTranslations(BytesIO(raw))


def msgid(message: str) -> str:
    """Marks words in a table as words to translate; who uses them asks the catalogue."""
    return message
