"""An archive with everything that may go wrong in a file for machines, its exports and the templates of its pages."""

from __future__ import annotations

from typing import Any

from site_builder.archive import Archive
from site_builder.exports import Published, all_exports
from site_builder.model import Article, Event, Person, Quote
from tests.conftest import ROOT
from tests.pages.sample import CHIEF, SPEECH, archive, article, entry, meeting, reading

URL = "https://contoh.id/arsip/"
TEMPLATES = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "templates").rglob("*.html"))
}
HOSTILE = (
    '=HYPERLINK("http://jahat.example";"klik")',
    "+62811",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "a\x00b\x0bc\x1bd",
    "tanpa pasangan \ud800",
    "</script><script>alert(1)</script>",
    "]]> <!-- -->",
    "{satu kurung",
    "kurung} lain \\ % & # $ _ ^ ~",
    "kutip \"ganda\", 'tunggal'; dan\r\nbaris\u2028baru",
    "ER  - ",
    "{{ 7*7 }}",
    "😀 é e\u0301 \u202e",
)
"""What stands in a title, a name, an outlet or a tag; one article each."""


def hostile(number: int, text: str) -> Article:
    return article(
        f"jahat-{number:02}",
        title=text,
        deck=text,
        body=text,
        outlet=text,
        authors=(text,),
        published="2024-07-01",
        url="https://contoh.id/?a={b}\\c",
        event=Event("2024-07~", None, text, text),
        places=(text,),
        people=(Person(text, text, text),),
        organizations=(text,),
        tags=(text,),
        quotes=(Quote(text, text),),
    )


def everything(**choices: Any) -> Archive:
    full = entry(
        meeting(
            "satu",
            published="2024-08-21T19:30+08:00",
            authors=("Rahma Daud", "Siti"),
            url="https://wartateluk.example/satu",
            quotes=(SPEECH, Quote(None, "tanpa nama"), Quote("Polres Wajo", "lembaga")),
            body="Alinea pertama & utama.\n\nAlinea *kedua*.",
        ),
        reading("event.date", "2024-08-20", "Selasa (20/8)"),
        reading("people", CHIEF, "AKBP Daeng Mattawang", confidence=0.8),
        reading("quotes", SPEECH, SPEECH.text),
    )
    others = (
        meeting("dua", date="2024-08~", outlet="Kabar Tempe"),
        meeting(
            "cuplik", show="excerpt", quotes=(Quote(CHIEF.name, "RAHASIA kutipan"),), body="Kata " * 60 + "RAHASIA"
        ),
        meeting("tarik", show="withdrawn", title="DITARIK", body="DITARIK", quotes=(Quote(None, "DITARIK"),)),
        article("kosong"),
        article("riau", places=("Provinsi Riau",), event=Event("2024")),
        article("negara", places=("Indonesia",), event=Event("2024-11-20/2024-11-24")),
        *(hostile(number, text) for number, text in enumerate(HOSTILE)),
    )
    return archive(full, *others, **choices)


def files(found: Archive, *paths: str) -> dict[str, bytes]:
    return dict(all_exports(Published(found, paths)))
