"""Saved pages: the shapes of content systems, what metadata state, encodings, and pages that would be lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest

from site_builder import labels, readers
from site_builder.errors import Problem
from site_builder.model import Seed
from tests.readers import hostile, pages

TIME = '<meta property="article:published_time" content="'


def read(page: str | bytes, sidecar: str | None = None) -> list[Seed | Problem]:
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    return list(readers.seeds(BytesIO(raw), "a.html", sidecar))


def seed(page: str | bytes) -> Seed:
    found = [item for item in read(page) if isinstance(item, Seed)]
    assert len(found) == 1
    return found[0]


def problem(page: str | bytes) -> Problem:
    (found,) = read(page)
    assert isinstance(found, Problem)
    assert found.hint
    return found


def stated(page: str | bytes, field: str) -> list[str]:
    return [fact.value for fact in seed(page).stated if fact.field == field]


def article(*, head: str = "", title: str = pages.TITLE) -> str:
    return pages.page(f"<title>{title}</title>{head}", f"<article>{pages.paragraphs(*pages.BODY)}</article>")


@pytest.mark.parametrize("shape", pages.SHAPES, ids=lambda shape: shape.__name__)
def test_the_body_of_every_shape_is_whole_and_nothing_else(shape: Callable[[], str]) -> None:
    found = seed(shape())
    document = labels.label(found)
    body = " ".join(" ".join(document.quote(block.span) for block in document.labelled("body")).split())
    kept = [sentence for sentence in pages.BODY if sentence.partition(" – ")[2] in body or sentence in body]
    assert kept == list(pages.BODY)
    assert len(body) < len(" ".join(pages.BODY)) + 40
    assert document.quote(next(document.labelled("title")).span) == pages.TITLE


@pytest.mark.parametrize("shape", pages.SHAPES, ids=lambda shape: shape.__name__)
def test_the_title_of_every_shape_is_the_headline_as_printed(shape: Callable[[], str]) -> None:
    assert stated(shape(), "title") == [pages.TITLE]


@pytest.mark.parametrize(
    ("shape", "outlet", "published", "authors"),
    [
        (pages.wordpress, "Kabar Sabu", "2024-07-09T14:05+08:00", ["Sari Dewi"]),
        (pages.blogger, "Warta Seba", "2024-07-09T14:05+08:00", []),
        (pages.tribun, "Tribun Flores", "2024-07-09T14:05+08:00", ["Andi Rahman"]),
        (pages.kompas, "Kompas.com", "2024-07-09T13:05", ["Andi Rahman"]),
        (pages.joomla, None, "2024-07-09T14:05+08:00", []),
        (pages.amp, None, "2024-07-09T13:05+07:00", []),
        (pages.table_layout, "Portal Daerah", None, []),
    ],
)
def test_what_a_page_states_of_itself(
    shape: Callable[[], str], outlet: str | None, published: str | None, authors: list[str]
) -> None:
    page = shape()
    assert stated(page, "outlet") == ([outlet] if outlet else [])
    assert stated(page, "published") == ([published] if published else [])
    assert stated(page, "authors") == authors


def test_a_sidecar_stands_over_what_the_page_states() -> None:
    (found,) = read(pages.wordpress(), "authors: [Budi]\noutlet: Warta Budi\n")
    assert isinstance(found, Seed)
    assert sorted(fact.value for fact in found.stated if fact.field in ("authors", "outlet")) == ["Budi", "Warta Budi"]


@pytest.mark.parametrize(
    ("head", "field", "values"),
    [
        (f'{TIME}2024-07-31T03:10:00Z">', "published", ["2024-07-31T10:10+07:00"]),
        (f'{TIME}2024-07-31T19:10:00-05:00">', "published", ["2024-08-01T07:10+07:00"]),
        (f'{TIME}2024-07-31T00:00:00+07:00">', "published", ["2024-07-31"]),
        ('<meta name="pubdate" content="Rabu, 31 Juli 2024 19:30 WIB">', "published", ["2024-07-31T19:30+07:00"]),
        ('<meta property="article:published_time" content="-0001-11-30T00:00:00+00:00">', "published", []),
        (f'{TIME}2024-02-30">', "published", []),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', "published", []),
        ('<meta name="author" content="admin">', "authors", []),
        ('<meta name="author" content="https://facebook.com/kabarsabu">', "authors", []),
        ('<meta property="og:site_name" content="Kabar Sabu"><meta name="author" content="Kabar Sabu">', "authors", []),
        ('<link rel="canonical" href="https://m.kabarsabu.com/a/b?utm_source=x">', "url", ["https://kabarsabu.com/a/b"]),
        ('<link rel="canonical" href="https://kabarsabu.com/">', "url", []),
        ('<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://[x/">', "url", []),
    ],
)  # fmt: skip
def test_metadata_are_brought_into_one_form_or_left_out(head: str, field: str, values: list[str]) -> None:
    assert stated(article(head=head), field) == values


def test_a_canonical_address_of_another_site_is_not_believed() -> None:
    own = '<meta property="og:url" content="https://kabarsabu.com/a/b">'
    head = f'<link rel="canonical" href="https://lain.example/curian">{own}'
    page = f"<!-- saved from url=(0026)https://www.kabarsabu.com/a/b -->{article(head=head)}"
    assert stated(page, "url") == ["https://kabarsabu.com/a/b"]


@pytest.mark.parametrize(
    "data",
    [
        '{"@type":"NewsArticle",', "[" * 100_000, '{"@type":5,"headline":5}', '{"@type":"NewsArticle","x":NaN}', "null",
        '{"@type":"NewsArticle","x":' + "1" * 9_000 + "}", "[" + ",".join(['{"@type":"NewsArticle"}'] * 9_000) + "]",
        '{"@type":"NewsArticle","headline":{"a":1},"author":{"name":{"x":1}},"datePublished":5,"articleBody":[1],"url":[]}',
        '{"@graph":[{"@type":"NewsArticle","@id":["x"],"author":{"@id":{"a":1}}}]}',
    ],
)  # fmt: skip
def test_json_ld_of_any_shape_loses_nothing(data: str) -> None:
    page = article(head=f'<script type="application/ld+json">{data}</script>')
    assert pages.BODY[-1] in seed(page).text
    assert stated(page, "title") == [pages.TITLE]


def test_half_a_character_in_json_ld_reaches_no_file() -> None:
    page = article(
        head=pages.ld(**{"@type": "NewsArticle", "headline": "Rakor \ud800 damai sekali", "author": "\udfff"})
    )
    assert stated(page, "title")[0].encode("utf-8")


# Pages without an article -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("Halo", "has no article"),
        ("<html><frameset><frame src=a></frameset></html>", "has no article"),
        (bytes(range(256)) * 500, "is not text"),
        (pages.page("<title>Kabar Sabu</title>", pages.side(), attributes='class="home blog"'), "front page"),
        (pages.page("<title>Galeri Foto</title>", '<ul><li><img src="a.jpg" alt="x"></li></ul>' * 9), "has no article"),
    ],
    ids=["empty", "blank", "word", "frames", "binary", "front page", "gallery"],
)  # fmt: skip
def test_a_page_without_an_article_is_a_problem(page: str | bytes, what: str) -> None:
    assert what in problem(page).what


# Encodings ----------------------------------------------------------------------------------------------------------

WESTERN = article().replace("utf-8", "windows-1252").encode("cp1252")


@pytest.mark.parametrize(
    "raw",
    [
        article().encode("utf-8-sig"),
        article().encode("utf-16"),
        article().encode("utf-16-le"),
        article().encode("utf-16-be"),
        WESTERN,
        article().replace("utf-8", "windows-1252").encode(),
        article().encode("cp1252"),
        article().replace("utf-8", "no-such").encode("cp1252"),
        article().replace("utf-8", "punycode").encode("cp1252"),
        article().replace("utf-8", "utf-7").encode(),
        f"<!--{'x' * 6_000}-->".encode() + WESTERN,
        b'<?xml version="1.0" encoding="iso-8859-1"?>' + article().encode(),
    ],
)
def test_the_quotes_of_a_page_survive_whatever_it_declares(raw: bytes) -> None:
    assert pages.BODY[2] in seed(raw).text


def test_garbled_characters_are_repaired_and_told() -> None:
    found, told = read(article().encode("utf-8").decode("cp1252", "ignore").encode())
    assert isinstance(found, Seed)
    assert isinstance(told, Problem)
    assert "garbled" in told.what


def test_lost_characters_are_told() -> None:
    found, told = read(article().replace("ikrar", "ik\ufffdrar"))
    assert isinstance(found, Seed)
    assert isinstance(told, Problem)
    assert "lost 1 characters" in told.what


# Pages that would be lost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", hostile.READ)
def test_a_page_that_can_be_read_whole_is_read_to_its_last_sentence(case: str) -> None:
    assert hostile.LAST in seed(hostile.page(hostile.READ[case])).text


@pytest.mark.parametrize("case", hostile.REFUSED)
def test_a_page_that_a_parser_would_lose_is_refused(case: str) -> None:
    assert "more than" in problem(hostile.page(hostile.REFUSED[case])).what


@pytest.mark.parametrize("case", hostile.CUT)
def test_a_page_that_breaks_off_in_its_markup_says_so(case: str) -> None:
    found, told = read(hostile.page(hostile.CUT[case]))
    assert isinstance(found, Seed)
    assert isinstance(told, Problem)
    assert "breaks off" in told.what
