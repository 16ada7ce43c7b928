"""Web addresses: their canonical form, the address inside an old Google News id, the day in a path."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from site_builder.grammar.dates import is_day
from site_builder.model import Span

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”]{4,2000}")
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref|ref_src|referrer|source|src|from|share|shared|amp|m|page|"
    r"single|showpage|cmpid|campaign|xtor|wt_\w+|spm|oc|ucbcb|__twitter_impression|__cft__.*|replytocom|tl)$",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, or which view of the article they saw."""
_AMP_PATH = re.compile(r"/amp/?$|(?<=/)amp/(?=.)", re.IGNORECASE)
_MOBILE_HOST = re.compile(r"^(?:m|amp|mobile|wap)\.(?=[^.]+\.)", re.IGNORECASE)
_GOOGLE_ID = re.compile(r"^/(?:rss/|__i/rss/rd/)?articles/([\w=-]{16,2000})$")
_INNER = re.compile(rb"https?://[\x21-\x7e]{8,2000}")
_PATH_DAY = re.compile(
    r"/(?P<y>20\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)(?=/|$)|/(?P<y2>20\d\d)-?(?P<m2>\d\d)-?(?P<d2>\d\d)(?:\d{6})?(?=[-/]|$)"
)
"""``/2023/12/02/``, ``/20250701164159-12-…``, ``/2024-07-31/``."""
_SLUG_WORD = re.compile(r"[a-z0-9]{3,}")


def addresses(text: str) -> Iterator[tuple[str, Span]]:
    """The well-formed addresses in the text, without the punctuation of the sentence around them."""
    for match in _ADDRESS.finditer(text):
        url = match[0].rstrip(".,;:!?)]}>")
        if host(url):
            yield url, (match.start(), match.start() + len(url))


def is_address(text: str) -> bool:
    """True if the text is one web address with a host."""
    return _ADDRESS.fullmatch(text.strip()) is not None and bool(host(text.strip()))


def canonical(url: str) -> str:
    """One form for the many addresses of a page: https as given, no tracking, no fragment, no AMP or mobile twin."""
    parts = urlsplit(url.strip())
    host = _MOBILE_HOST.sub("", (parts.netloc.rpartition("@")[2]).casefold()).removesuffix(":443").removesuffix(":80")
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    path = _AMP_PATH.sub("/" if parts.path.endswith("/") else "", parts.path) or "/"
    return urlunsplit((parts.scheme.casefold(), host, path, urlencode(kept), ""))


def google_news(url: str) -> str | None:
    """The address inside a Google News article id; None for other addresses, and for newer ids, which hold none."""
    parts = urlsplit(url)
    found = _GOOGLE_ID.match(parts.path)
    if parts.hostname != "news.google.com" or found is None:
        return None
    code = found[1].rstrip("=")
    try:
        raw = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        return None
    return _inner(raw)


def _inner(raw: bytes) -> str | None:
    """The message is ``08 13 22``, a length, and the address; a second one, if any, is of the AMP twin."""
    if raw[:3] != b"\x08\x13\x22":
        return None
    length, start = (raw[3], 4) if raw[3] < 0x80 else ((raw[3] & 0x7F) | raw[4] << 7, 5)
    url = raw[start : start + length]
    return url.decode("ascii") if len(url) == length and _INNER.fullmatch(url) else None


def host(url: str) -> str:
    """The host of an address, lower case, without ``www.``; empty if it has none or is malformed."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def path_day(url: str) -> date | None:
    """The day of publication in the path of an address, if it has one."""
    found = _PATH_DAY.search(url)
    if found is None:
        return None
    year, month, day = (int(found[a] or found[b]) for a, b in (("y", "y2"), ("m", "m2"), ("d", "d2")))
    return date(year, month, day) if is_day(year, month, day) else None


def names(url: str, title: str) -> bool:
    """True if the last part of the path spells the title: at least half of its words, and four of them."""
    slug = max(urlsplit(url).path.casefold().split("/"), key=len)
    wanted = set(_SLUG_WORD.findall(slug))
    return len(wanted & set(_SLUG_WORD.findall(title.casefold()))) >= max(4, len(wanted) / 2)
