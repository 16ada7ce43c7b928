"""Files for machines: each is read again by a parser that did not write it."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import feedparser
import pytest

from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.errors import BuildError
from site_builder.exports import Published, all_exports, claimed, formats, og_image, sitemap, skipped
from site_builder.model import Article, Event, Tag, Vocabulary

URL = "https://contoh.id/arsip/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def article(slug: str = "satu", **facts: Any) -> Article:
    return Article(**{"slug": slug, "year": "2024", "title": slug.title(), "body": "Isi.", **facts})


def files(*articles: Article, paths: tuple[str, ...] = (), **site: Any) -> dict[str, bytes]:
    vocabulary = Vocabulary((Tag("rakor", "Rapat koordinasi", "Coordination meeting"),))
    entries = [Entry(one, None, f"{one.slug}.md") for one in articles]
    archive = Archive.of(entries, site=Site(**{"url": URL, **site}), vocabulary=vocabulary)
    return dict(all_exports(Published(archive, paths)))


def feed(*articles: Article, **site: Any) -> ElementTree.Element:
    return ElementTree.fromstring(files(*articles, **site)["feed.xml"])  # noqa: S314  # our own file


def texts(root: ElementTree.Element, path: str, names: dict[str, str]) -> list[str | None]:
    return [found.text for found in root.iterfind(path, names)]


def test_without_an_address_the_absolute_formats_are_left_out_and_named() -> None:
    made = files(article(), url=None)
    assert {"robots.txt", ".nojekyll", "data/articles.csv"} <= set(made)
    assert not {"feed.xml", "feed.json", "sitemap.xml", "opensearch.xml", "assets/kartu.png"} & set(made)
    archive = Archive.of([], site=Site(), vocabulary=Vocabulary())
    assert list(skipped(archive)) == ["feed", "json_feed", "og_image", "opensearch", "sitemap"]
    assert list(skipped(Archive.of([], site=Site(exports=("robots", "feed")), vocabulary=Vocabulary()))) == ["feed"]
    assert list(skipped(Archive.of([], site=Site(url=URL), vocabulary=Vocabulary()))) == []


def test_only_chosen_formats_are_made() -> None:
    assert set(files(article(), exports=("feed",))) == {"feed.xml"}
    with pytest.raises(BuildError, match="no format rss"):
        files(article(), exports=("rss",))


class Claims:
    def export(self, _published: Published) -> Iterator[tuple[str, bytes]]:
        yield "Tag/rakor.html", b""


def test_a_path_that_a_page_has_is_an_error_naming_both() -> None:
    published = Published(Archive.of([], site=Site(), vocabulary=Vocabulary()), ("tag/rakor.html",))
    with pytest.raises(BuildError, match="claimed by a page and the export cards"):
        list(claimed(published, {"cards": Claims()}))


def test_formats_are_found_by_name() -> None:
    assert {"bibtex", "csv_tables", "feed", "jsonl", "nojekyll", "robots", "sitemap", "sqlite"} <= set(formats())
    assert list(formats()) == sorted(formats())


# Feed ----------------------------------------------------------------------------------------------------------------


def test_the_feed_has_what_atom_demands_and_the_newest_first() -> None:
    root = feed(
        article("lama", published="2024-07-01"),
        article("baru", published="2024-07-10T08:30+07:00", outlet="Kabar", tags=("rakor",), deck="Anak judul"),
        article("acara", event=Event("2024-07~"), authors=("Rini",)),
        article("tanpa-tanggal"),
        title="Arsip & Uji",
    )
    assert texts(root, "a:title", ATOM) == ["Arsip & Uji"]
    assert texts(root, "a:id", ATOM) == [URL]
    assert texts(root, "a:updated", ATOM) == ["2024-07-10T08:30:00+07:00"]
    assert texts(root, "a:entry/a:id", ATOM) == [
        f"{URL}article/baru.html",
        f"{URL}article/lama.html",
        f"{URL}article/acara.html",
    ]
    assert texts(root, "a:entry/a:updated", ATOM)[1:] == ["2024-07-01T00:00:00Z"] * 2
    assert texts(root, "a:entry/a:author/a:name", ATOM) == ["Kabar", "Rini"]
    assert texts(root, "a:entry/a:summary", ATOM) == ["Anak judul", "Isi.", "Isi."]
    category = root.find("a:entry/a:category", ATOM)
    assert category is not None
    assert category.attrib == {"term": "rakor", "label": "Rapat koordinasi"}
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", ATOM)}
    assert links == {"self": f"{URL}feed.xml", "alternate": URL}


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ufffeb", "a\ud800b", "<b>&amp;</b>", "]]>", "a\u0085b", "😀"])
def test_no_character_makes_the_feed_unreadable(text: str) -> None:
    root = feed(article(title=text, body=text, outlet=text, tags=(text,), published="2024-07-01"), title=text)
    (title,) = texts(root, "a:entry/a:title", ATOM)
    assert title == "".join(char for char in text if char not in "\x00\x0b\ufffe\ud800")


def test_a_feed_without_dated_reports_is_a_feed() -> None:
    assert texts(feed(article()), "a:updated", ATOM) == ["1970-01-01T00:00:00Z"]


def test_a_summary_is_a_few_words_of_the_first_paragraph_without_its_markup() -> None:
    long = "*Kapolres* [menegaskan](https://contoh.id) netralitas " + "sekali " * 100 + "\n\nDua."
    (summary,) = texts(feed(article(body=long, published="2024")), "a:entry/a:summary", ATOM)
    assert summary is not None
    assert summary.startswith("Kapolres menegaskan netralitas sekali")
    assert summary.endswith("sekali …")
    assert len(summary) <= 302


def test_the_feed_holds_the_newest_fifty_and_nothing_withdrawn() -> None:
    many = [article(f"a{day:03}", published=f"2024-{1 + day // 28:02}-{1 + day % 28:02}") for day in range(80)]
    root = feed(*many, article("tarik", published="2024-12-31", show="withdrawn"))
    ids = texts(root, "a:entry/a:id", ATOM)
    assert len(ids) == 50
    assert ids[0] == f"{URL}article/a079.html"


def test_a_tag_and_a_place_have_feeds_of_their_own_if_they_have_a_page() -> None:
    both = article("satu", published="2024-07-01", tags=("rakor",), places=("Kota Palu",))
    made = files(both, article("dua", published="2024-07-02"), paths=("tag/rakor.html", "place/kota-palu.html"))
    assert {path for path in made if path.endswith(".xml")} == {
        "feed.xml",
        "tag/rakor.xml",
        "place/kota-palu.xml",
        "sitemap.xml",
    }
    root = ElementTree.fromstring(made["tag/rakor.xml"])  # noqa: S314  # our own file
    assert texts(root, "a:title", ATOM) == ["Rapat koordinasi – Arsip Pilkada"]
    assert texts(root, "a:id", ATOM) == [f"{URL}tag/rakor.html"]
    assert texts(root, "a:entry/a:id", ATOM) == [f"{URL}article/satu.html"]
    links = {link.get("rel"): link.get("href") for link in root.iterfind("a:link", ATOM)}
    assert links == {"self": f"{URL}tag/rakor.xml", "alternate": f"{URL}tag/rakor.html"}


def test_feedparser_finds_nothing_wrong_with_the_feed() -> None:
    read = feedparser.parse(files(article(title="<b> & ]]>", published="2024-07-01"))["feed.xml"])
    assert not read.bozo
    assert read.version == "atom10"
    assert read.entries[0].title == "<b> & ]]>"


def test_the_json_feed_has_what_its_standard_demands() -> None:
    one = article("satu", published="2024-07-10T08:30+07:00", outlet="Kabar", url="https://kabar.id/1", tags=("rakor",))
    made = json.loads(
        files(one, article("tanpa"), article("tarik", published="2024-01-01", show="withdrawn"))["feed.json"]
    )
    assert (made["version"], made["home_page_url"]) == ("https://jsonfeed.org/version/1.1", URL)
    assert made["feed_url"] == f"{URL}feed.json"
    assert made["items"] == [
        {
            "id": f"{URL}article/satu.html",
            "url": f"{URL}article/satu.html",
            "external_url": "https://kabar.id/1",
            "title": "Satu",
            "content_text": "Isi.",
            "date_published": "2024-07-10T08:30:00+07:00",
            "authors": [{"name": "Kabar"}],
            "tags": ["Rapat koordinasi"],
            "language": "id",
        }
    ]


# Search description, picture -----------------------------------------------------------------------------------------


def test_a_browser_is_told_where_to_search() -> None:
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    made = files(paths=("explore.html",), title="Arsip <Pilkada> & lainnya\x00", description="x" * 2000)
    root = ElementTree.fromstring(made["opensearch.xml"])  # noqa: S314  # our own file
    assert texts(root, "o:ShortName", names) == ["Arsip <Pilkada>"]
    assert len(texts(root, "o:Description", names)[0] or "") == 1024
    url = root.find("o:Url", names)
    assert url is not None
    assert url.attrib == {"type": "text/html", "template": f"{URL}explore.html?q={{searchTerms}}"}
    assert "opensearch.xml" not in files(), "without a page to search on there is nothing to describe"


@pytest.mark.parametrize("title", ["Arsip Pilkada", "A", "…", "Arsip " * 30, "x" * 200, "Ěžč 2024"])
def test_the_picture_is_a_png_of_the_usual_size(title: str) -> None:
    made = files(title=title)["assets/kartu.png"]
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", made[16:24]) == (1200, 630)
    assert len(made) < 60_000
    start, chunks = 8, {}
    while start < len(made):
        (length,) = struct.unpack(">I", made[start : start + 4])
        name, content = made[start + 4 : start + 8], made[start + 8 : start + 8 + length]
        assert struct.unpack(">I", made[start + 8 + length : start + 12 + length]) == (zlib.crc32(name + content),)
        chunks[name] = content
        start += 12 + length
    assert len(zlib.decompress(chunks[b"IDAT"])) == 630 * 1201


def test_the_picture_shows_the_title() -> None:
    assert og_image.drawn("Arsip") != og_image.drawn("Arsib")
    assert og_image.drawn("Arsip") == og_image.drawn("arsip")
    assert sum(map(sum, og_image.drawn("I"))) < sum(map(sum, og_image.drawn("W")))


# Sitemap, robots -----------------------------------------------------------------------------------------------------


def test_the_sitemap_lists_the_pages_that_exist_but_the_404() -> None:
    made = files(paths=("tag/rakor.html", "index.html", "404.html", "article/index.html"))["sitemap.xml"]
    root = ElementTree.fromstring(made)  # noqa: S314  # our own file
    assert texts(root, "m:url/m:loc", MAP) == [f"{URL}article/", URL, f"{URL}tag/rakor.html"]


def test_a_long_sitemap_is_cut_into_parts_with_an_index() -> None:
    addresses = [f"{URL}{number}?a&b" for number in range(100_001)]
    made = dict(sitemap.sitemaps(addresses, URL))
    index = ElementTree.fromstring(made.pop("sitemap.xml"))  # noqa: S314  # our own file
    assert texts(index, "m:sitemap/m:loc", MAP) == [f"{URL}{path}" for path in made]
    listed = [texts(ElementTree.fromstring(part), "m:url/m:loc", MAP) for part in made.values()]  # noqa: S314
    assert [len(part) for part in listed] == [50_000, 50_000, 1]
    assert [address for part in listed for address in part] == addresses


@pytest.mark.parametrize(
    ("site", "sitemaps"),
    [({}, [f"{URL}sitemap.xml"]), ({"url": None}, None), ({"exports": ("robots",)}, None)],
)
def test_robots_may_read_everything_and_find_the_sitemap_that_exists(
    site: dict[str, Any], sitemaps: list[str] | None
) -> None:
    parser = RobotFileParser()
    parser.parse(files(**site)["robots.txt"].decode().splitlines())
    assert parser.can_fetch("*", f"{URL}article/a.html")
    assert parser.site_maps() == sitemaps
