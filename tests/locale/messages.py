"""The catalogues as Babel sees them: words gathered from the sources, the translations beside them, the compiled form.

Babel is a tool of the tests and of ``make messages``; the program reads the compiled catalogues without it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from site_builder.locale import LANGUAGES, SOURCE
from tests.conftest import ROOT

METHODS = [("site_builder/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None, "msgid": None}
"""Calls that hold a message: those of gettext, ``say`` for a catalogue's, ``msgid`` in tables."""
TRANSLATED = [language for language in LANGUAGES if language != SOURCE]
HEAD = """\
# The words of the interface. The keys are in Indonesian, the language of the program; `make messages` gathers them.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {locale}\\n"
"Plural-Forms: {plural}\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|%")
"""``%(name)s`` in Python and templates, ``{n}`` in scripts; a lone ``%`` would break the first kind."""
NEVER = datetime(2024, 11, 27, tzinfo=UTC)
"""A compiled catalogue bears a date; this one is no news in a diff."""


def po_file(language: str) -> Path:
    return ROOT / "site_builder" / "locale" / language / "LC_MESSAGES" / "messages.po"


def gathered() -> Catalog:
    """Every message of the sources, without translations."""
    found = Catalog()
    places = extract_from_dir(
        ROOT, METHODS, OPTIONS, keywords=KEYWORDS, directory_filter=lambda path: not Path(path).name.startswith(".")
    )
    for file, line, message, comments, context in places:
        found.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return found


def kept(language: str) -> Catalog:
    """The catalogue of a language as it stands in the repository."""
    path = po_file(language)
    return read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(language)


def merged(language: str) -> Catalog:
    """The catalogue of a language with the messages of the sources, and no others."""
    catalogue = kept(language)
    catalogue.update(gathered(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def write(language: str) -> None:
    """Bring the catalogue of a language up to date, and compile it."""
    catalogue, written = merged(language), BytesIO()
    write_po(written, catalogue, width=120, omit_header=True, sort_by_file=True, include_lineno=False)
    head = HEAD.format(locale=language, plural=catalogue.plural_forms)
    path = po_file(language)
    path.write_text(head + written.getvalue().decode().rstrip("\n") + "\n", "utf-8")
    path.with_suffix(".mo").write_bytes(compiled(kept(language)))


def compiled(catalogue: Catalog) -> bytes:
    catalogue.creation_date = catalogue.revision_date = NEVER
    written = BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def messages(catalogue: Catalog) -> list[Message]:
    """All messages but the head."""
    return [message for message in catalogue if message.id]


def forms(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The singular and the plural, or the only form; an empty one if there is none."""
    return (value or "",) if isinstance(value, str | None) else tuple(value)
