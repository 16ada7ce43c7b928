"""How an article, and the archive itself, is cited: BibTeX, RIS and CSL-JSON.

A report is cited as what it is, a news article of its outlet; the archive as the place where it was read.  Only a
stated date of publication is a date here: that of the event is not when the report appeared.  Names stay whole, for
Indonesian names have no family name to put first.

``templates/assets/cite.js`` writes the same three forms of one article from the metadata in the head of its page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from site_builder import edtf, routes
from site_builder.archive import Archive, Entry
from site_builder.archive.entries import day

NOT_LINE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
"""What may not stand in a value of one line: controls, ends of lines; runs of white space become one space."""
NOT_IN_URL = re.compile(r"[\\{}\s]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own words, without braces."""
LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # an escaped brace would still have to have its other
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{char: f"\\{char}" for char in "%&#$_"},
    }
)


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited; an empty string says that the fact is not known."""

    key: str
    title: str
    authors: tuple[str, ...]
    outlet: str
    """Empty for the archive itself, which is a data set of its own."""
    issued: edtf.Part | None
    url: str
    """Of the original."""
    archive: str
    page: str
    """Where the archive shows it; empty if the site has no address."""
    dataset: bool = False
    """It is the archive itself."""


def work(archive: Archive, entry: Entry) -> Work:
    article, site = entry.article, archive.site
    return Work(
        key=article.slug,
        title=article.title,
        authors=article.authors,
        outlet=article.outlet or article.republished_from or "",
        issued=edtf.parse(article.published).start if article.published else None,
        url=article.url or "",
        archive=site.title,
        page=routes.absolute(site.url, routes.article(article.slug)) if site.url else "",
    )


def whole(archive: Archive) -> Work:
    """The archive itself, as of the newest day that its articles name: it has no clock."""
    days = [known for entry in archive.articles if (known := newest(entry))]
    issued = edtf.parse(max(days)).start if days else None
    title, url = archive.site.title, archive.site.url or ""
    return Work("arsip", title, (), "", issued, url, archive=title, page="", dataset=True)


def newest(entry: Entry) -> str | None:
    """The day of publication, else of the event."""
    published = entry.article.published
    return edtf.earliest(published) if published else day(entry.article)


# BibTeX --------------------------------------------------------------------------------------------------------------


def bibtex(cited: Work) -> str:
    """An entry of a ``.bib`` file, in ASCII keys and UTF-8 values."""
    kind = "article" if cited.outlet else "misc"
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in cited.authors),
        "title": f"{{{_latex(cited.title)}}}",
        "journal": _latex(cited.outlet),
        **(_bibtex_date(cited.issued) if cited.issued else {}),
        "langid": "indonesian",
        "url": NOT_IN_URL.sub(_percent, cited.url or cited.page),
        "note": _latex(_archived(cited)),
    }
    lines = "".join(f"  {name} = {_value(name, text)},\n" for name, text in fields.items() if text.strip("{}"))
    return f"@{kind}{{{cited.key},\n{lines}}}\n"


def _bibtex_date(issued: edtf.Part) -> dict[str, str]:
    month = MONTHS[issued.month - 1] if issued.month else ""
    return {"year": f"{issued.year:04}", "month": month, "day": str(issued.day or "")}


def _value(name: str, text: str) -> str:
    return text if name == "month" else f"{{{text}}}"


def _latex(text: str) -> str:
    return line(text).translate(LATEX)


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], safe="")


def _archived(cited: Work) -> str:
    """Where else it can be read, if its own address is another."""
    return f"{cited.archive}: {cited.page}" if cited.url and cited.page else cited.archive if cited.outlet else ""


# RIS -----------------------------------------------------------------------------------------------------------------


def ris(cited: Work) -> str:
    """A record of a ``.ris`` file."""
    pairs = [
        ("TY", "NEWS" if cited.outlet else "DATA" if cited.dataset else "GEN"),
        ("TI", cited.title),
        *(("AU", name) for name in cited.authors),
        ("T2", cited.outlet),
        *(_ris_date(cited.issued) if cited.issued else ()),
        ("LA", "id"),
        ("UR", cited.url or cited.page),
        ("DB", cited.archive if cited.outlet else ""),
        ("N1", _archived(cited) if cited.url and cited.page else ""),
    ]
    lines = "".join(f"{tag}  - {text}\r\n" for tag, value in pairs if (text := line(value)))
    return f"{lines}ER  - \r\n"


def _ris_date(issued: edtf.Part) -> tuple[tuple[str, str], ...]:
    month = f"{issued.month:02}" if issued.month else ""
    day_of_month = f"{issued.day:02}" if issued.day else ""
    return ("PY", f"{issued.year:04}"), ("DA", f"{issued.year:04}/{month}/{day_of_month}/")


# CSL-JSON ------------------------------------------------------------------------------------------------------------


def csl(cited: Work) -> dict[str, Any]:
    """An item as citeproc takes it."""
    item = {
        "id": cited.key,
        "type": "article-newspaper" if cited.outlet else "dataset" if cited.dataset else "article",
        "title": line(cited.title),
        "author": [{"literal": line(name)} for name in cited.authors],
        "container-title": line(cited.outlet),
        "issued": {"date-parts": [parts(cited.issued)]} if cited.issued else None,
        "language": "id",
        "URL": line(cited.url or cited.page),
        "archive": line(cited.archive) if cited.outlet else "",
        "archive_location": cited.page if cited.url else "",
    }
    return {name: value for name, value in item.items() if value}


def parts(issued: edtf.Part) -> list[int]:
    """Year, month and day as far as they are known."""
    known = (issued.year, issued.month, issued.day if issued.month else None)
    return [part for part in known if part is not None]


def line(text: str) -> str:
    """A value on one line, of characters that every format can carry."""
    return NOT_LINE.sub(" ", text).strip()
