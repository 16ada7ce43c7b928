"""Who wrote, edited or supplied the text; never a person of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.outlets import is_brand
from site_builder.labels import Sheet, opening
from site_builder.model import LineLabel

LABEL: LineLabel = "byline"

_ROLE = (
    r"(?:penulis|editor|reporter|pewarta|wartawan|kontributor|jurnalis|redaktur|redaksi|publi[sz]h?er|publisher|"
    r"penyunting|peliput|liputan|"
    r"uploader|fotografer|pengunggah|koresponden|author|writer|written by|penanggung ?jawab|pimpinan redaksi|"
    r"pemred|teks|biro|kabiro|penerjemah|tim liputan)"
)
_is_credit = opening(
    rf"[\[(]?{_ROLE}(?: ?[/&,] ?{_ROLE}){{0,3}}(?: [\w.-]{{2,20}}){{0,2}} ?[:|;]",
    rf"(?:{_ROLE}|oleh|by) ?:\w{{0,30}}|(?:oleh|by) (?:redaksi|admin|tim|editor)",
    r"laporan(?: langsung)?(?: (?:wartawan|reporter|kontributor|jurnalis|tim|oleh))?",
    r"sumber ?:.{2,60}(?:editor|penulis) ?:",
)
_PRESS_OFFICE = re.compile(
    r"(?:Penrem|Pendim|Pendam|Penkodam|Dispen\w*|Bidhumas|Humas)\s[A-Z0-9][\w/.-]*(?:\s[A-Z][\w/-]*){0,3}"
)
"""``Penrem 132/Tadulako`` on a line of its own."""
_MOST_WORDS = 3
_SENTENCE_LIKE = re.compile(r"[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}")
_BRACKETED = re.compile(
    r"(?:\([^()\n]{1,40}\)[.,]?\s?)?\([\w*./ ,&:'-]{1,70}\)\.?|\*{1,4}|\(\*+\)|[a-z]{2,4}/[a-z]{2,4}"
)
"""A line of initials or of reporter and site: ``(hri/jbr)``, ``(kabarpalu.com/Andi Rahman)``, ``***``."""
_NAME_AND_SITE = re.compile(
    r"(?:[A-Z][\w.'’]*\s){1,4}[-–|]\s(?:detik\w+|[a-z]{6,30}|[\w-]+\.(?:com|co\.id|id|co|net)|"
    r"[A-Z]{2,}\w*|CNN Indonesia|tim\b.*)"
)
"""``Andi Rahman - detikSulsel``"""


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        credit = _is_credit(line.words) and len(line.words) <= 140 and not _SENTENCE_LIKE.search(line.text)
        credit = credit or _PRESS_OFFICE.fullmatch(line.text) is not None or _is_with_site(line.text)
        if credit or _BRACKETED.fullmatch(line.text) or (len(line.text) <= 70 and _NAME_AND_SITE.fullmatch(line.text)):
            yield index


def _is_with_site(text: str) -> bool:
    """``Tim Liputan - Kabar Sigi``: a few words, a dash, and a name built like a newspaper's."""
    who, dash, site = text.partition(" - ")
    return bool(dash) and 0 < len(who.split()) <= _MOST_WORDS and len(site.split()) <= _MOST_WORDS and is_brand(site)
