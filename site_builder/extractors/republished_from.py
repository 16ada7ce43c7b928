"""The site that a re-post copies, where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import addresses
from site_builder.grammar.outlets import DOMAIN, derived_name, known_name
from site_builder.model import Document, Known, Reading

VERSION = 1

_SAYS_SO = re.compile(
    r"(?:artikel|berita|konten) ini (?:telah |sudah |pernah |pertama kali )*(?:tayang|terbit|dipublikasikan|"
    r"diterbitkan|ditayangkan|dimuat|disadur|diambil)"
    r"(?: sebelumnya| perdana)? (?:di|oleh|dari|pada)|(?:sumber|source|sumber berita|sumber artikel|dikutip dari|"
    r"dilansir dari)\s?:",
    re.IGNORECASE,
)
"""``Artikel ini telah tayang di Kabarpalu.com dengan judul …``, ``Sumber: kabarpalu.com``."""
_HOST = re.compile(r"(?<=://)[\w.-]+")
_BLOG = re.compile(
    r"diberdayakan oleh blogger|powered by blogger|proudly powered by wordpress|blogspot\.|wordpress\.com",
    re.IGNORECASE,
)
_BY = f"republished_from/{VERSION}"


def extract(document: Document, known: Known) -> Iterator[Reading]:
    yield from _named(document, known)
    yield from _blog(document, known)


def _named(document: Document, known: Known) -> Iterator[Reading]:
    """Another site than the one that published this copy."""
    for block in document.labelled("source", "byline", "notice"):
        text = document.quote(block.span)
        said = _SAYS_SO.search(text)
        site = (_HOST.search(text, said.end()) or DOMAIN.search(text, said.end())) if said else None
        if site:
            name = known_name(site[0], known.vocabulary.outlets) or derived_name(site[0])
            if name != known.value("outlet"):
                span = (block.span[0] + site.start(), block.span[0] + site.end())
                yield Reading("republished_from", name, site[0], span, _BY, 0.9)


def _blog(document: Document, known: Known) -> Iterator[Reading]:
    """A blog's page that carries the address of the same article on a site that is not a blog."""
    outlet = known.value("outlet")
    footers = (document.quote(block.span) for block in document.labelled("copyright", "navigation"))
    if outlet is None or not any(map(_BLOG.search, footers)):
        return
    detail = {"reason": "a blog links to the article on its first site"}
    for own in known.readings.get("url", ()):
        site = addresses.host(own.value) if isinstance(own.value, str) else ""
        if own.span and known_name(site, known.vocabulary.outlets) == outlet:
            yield Reading("republished_from", outlet, own.quote, own.span, _BY, 0.9, detail)
