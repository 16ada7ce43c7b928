"""Feeds: RSS and Atom, teasers, mended ones, and bombs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.feed import read
from tests.readers import pages

TEXT = pages.paragraphs(*pages.BODY)


def rss(inside: str) -> str:
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel><title>Kabar Sabu</title>{inside}</channel></rss>"


def item(text: str = TEXT, link: str = "https://m.kabarsabu.com/a/b?utm_source=rss", more: str = "") -> str:
    return (
        f"<item><title>{pages.TITLE} - Kabar Sabu</title><link>{link}</link><author>admin</author>"
        f"<pubDate>Tue, 09 Jul 2024 14:05:00 +0800</pubDate><description>Singkat.</description>{more}"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta Seba</title><entry><title>Rakor Pilkada damai</title>'
    '<link href="https://wartaseba.com/a/b"/><published>2024-07-09T06:05:00Z</published>'
    "<author><name>Sari Dewi</name></author>"
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{TEXT}</div></content></entry></feed>'
)


def items(raw: str | bytes) -> tuple[list[Seed], list[Problem]]:
    found = list(read(BytesIO(raw.encode() if isinstance(raw, str) else raw), "a.rss"))
    return [i for i in found if isinstance(i, Seed)], [i for i in found if isinstance(i, Problem)]


def facts(seed: Seed) -> dict[str, str]:
    return {fact.field: fact.value for fact in seed.stated}


def test_the_whole_text_of_an_entry_is_read_and_its_facts_stated() -> None:
    (seed,), problems = items(rss(item()))
    assert problems == []
    assert seed.text == "\n\n".join((pages.TITLE, *pages.BODY))
    assert facts(seed) == {
        "title": pages.TITLE,
        "outlet": "Kabar Sabu",
        "url": "https://kabarsabu.com/a/b",
        "published": "2024-07-09T14:05+08:00",
    }


def test_an_atom_entry_in_xhtml_is_read() -> None:
    (seed,), problems = items(ATOM)
    assert problems == []
    assert pages.BODY[-1] in seed.text
    assert facts(seed)["published"] == "2024-07-09T13:05+07:00"
    assert facts(seed)["authors"] == "Sari Dewi"


def test_teasers_are_counted_in_one_problem() -> None:
    seeds, (problem,) = items(rss(item() + item("Satu dua.") * 30))
    assert len(seeds) == 1
    assert "in 30 of 31 entries (#2, #3" in problem.what


def test_the_outlet_of_an_entry_of_another_site_is_that_site() -> None:
    (seed,), _ = items(rss(item(more='<source url="https://wartaseba.com">Warta Seba</source>')))
    assert facts(seed)["outlet"] == "Warta Seba"


def test_a_feed_with_errors_is_mended_and_told() -> None:
    seeds, problems = items(rss(item() + "<b>&nbsp;&rsquo; & <item>"))
    assert len(seeds) == 1
    assert any("not well-formed" in problem.what for problem in problems)


def test_a_feed_that_is_the_name_of_a_file_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(rss(item()), "utf-8")
    seeds, (problem,) = items(str(secret))
    assert seeds == []
    assert "is not XML" in problem.what


BILLION = "".join(f"<!ENTITY a{n} '" + f"&a{n - 1};" * 10 + "'>" for n in range(1, 10))
LAUGHS = f'<!DOCTYPE l [<!ENTITY a0 "ha">{BILLION}]><rss><channel><title>&a9;</title></channel></rss>'


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("", "is not XML"),
        ("hello", "is not XML"),
        (LAUGHS, "defines entities"),
        (LAUGHS.encode("utf-16"), "defines entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>', "defines entities"),
        ("<rss>" + "<a>" * 300_000, "nested more than 200 deep"),
        (rss("<item " + " ".join(f"a{n}='1'" for n in range(70_000)) + "/>"), "attributes or namespaces"),
        (rss("".join(f'<x{n}:a xmlns:x{n}="u{n}"/>' for n in range(9_000))), "attributes or namespaces"),
        (rss("<item/>" * 9_000), "only 2,000 are read"),
        (rss(""), "no feed with entries"),
        (pages.wordpress(), "no feed with entries"),
        (rss(item("<a " * 300_000)), "characters of attributes"),
        ("<rss><channel><item><title>" + "<![CDATA[" * 90_000, "not well-formed"),
        ("<rss>" + " " * 5_000_001, "more than 5,000,000 bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_a_damaged_or_hostile_feed_is_a_problem(raw: str | bytes, what: str) -> None:
    seeds, problems = items(raw)
    assert seeds == []
    assert any(what in problem.what for problem in problems), problems
