"""How a browser may search the archive from its own search box (OpenSearch 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from site_builder import routes
from site_builder.exports import Published

NEEDS_URL = True
SHORT, LONG, MORE = 16, 48, 1024
"""Characters that the standard allows for a short name, a long name and a description."""
NOT_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    site = published.archive.site
    if site.url is None or routes.EXPLORE not in published.paths:
        return
    search = f"{routes.absolute(site.url, routes.EXPLORE)}?q={{searchTerms}}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{_text(site.title, SHORT)}</ShortName>",
        f"<LongName>{_text(site.title, LONG)}</LongName>",
        f"<Description>{_text(site.description or site.title, MORE)}</Description>",
        f'<Url type="text/html" template="{escape(search)}"/>',
        f'<Image width="16" height="16" type="image/svg+xml">{escape(site.url + routes.asset("favicon.svg"))}</Image>',
        f"<Language>{site.language}</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "<OutputEncoding>UTF-8</OutputEncoding>",
        "</OpenSearchDescription>\n",
    ]
    yield routes.OPENSEARCH, "\n".join(lines).encode()


def _text(text: str, most: int) -> str:
    return escape(NOT_XML.sub("", text)[:most].strip())
