"""What machines read in the head of an article's page: JSON-LD, Highwire, Dublin Core, Open Graph."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from site_builder import citation
from site_builder.archive import Archive
from site_builder.linked_data import linked
from site_builder.pages import article
from site_builder.render import renderer
from tests.exports.sample import HOSTILE, TEMPLATES, URL, everything


class Head(HTMLParser):
    """The metas of a page by name and by property, and its JSON-LD."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: dict[str, list[str]] = {}
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._in_script = tag == "script" and found.get("type") == "application/ld+json"
        if tag == "meta":
            for name in (found.get("name"), found.get("property")):
                self.metas.setdefault(name or "", []).append(found.get("content") or "")

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._in_script = False


def heads(archive: Archive) -> dict[str, Head]:
    render = renderer(TEMPLATES, archive.site)
    return {page.path[8:-5]: Head(render(page).decode("utf-8")) for page in article.pages(archive)}


HEADS = heads(everything(url=URL))


def test_a_reference_manager_finds_title_author_outlet_and_date() -> None:
    metas = HEADS["satu"].metas
    assert metas["citation_title"] == metas["og:title"] == ["Satu"]
    assert metas["citation_author"] == ["Rahma Daud", "Siti"]
    assert metas["citation_publication_date"] == ["2024/08/21"]
    # Zotero reads the newspaper's name from DC.source, and from DC.type that it is a newspaper.
    assert metas["citation_publisher"] == metas["DC.source"] == ["Warta Teluk"]
    assert metas["DC.type"] == ["newspaperArticle"]
    assert metas["citation_public_url"] == ["https://wartateluk.example/satu"]
    assert metas["og:type"] == ["article"]
    assert metas["og:image"] == [f"{URL}assets/kartu.png"]


def test_what_is_not_known_is_not_there() -> None:
    metas = HEADS["kosong"].metas
    assert not {"citation_author", "citation_publication_date", "citation_publisher", "DC.source"} & set(metas)
    assert "citation_publication_date" not in HEADS["dua"].metas, "the day of the event is none of publication"


def test_json_ld_describes_the_report_and_where_it_is_kept() -> None:
    (text,) = HEADS["satu"].scripts
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Satu",
        "datePublished": "2024-08-21T19:30+08:00",
        "author": [{"@type": "Person", "name": "Rahma Daud"}, {"@type": "Person", "name": "Siti"}],
        "publisher": {"@type": "Organization", "name": "Warta Teluk"},
        "contentLocation": [{"@type": "Place", "name": "Kabupaten Wajo"}],
        "url": "https://wartateluk.example/satu",
        "archivedAt": f"{URL}article/satu.html",
        "inLanguage": "id",
    }


def test_no_text_breaks_out_of_json_ld() -> None:
    for number, text in enumerate(HOSTILE):
        (script,) = HEADS[f"jahat-{number:02}"].scripts
        assert json.loads(script)["headline"] == citation.line(text)
        assert not {"<", ">", "&"} & set(script)


def test_names_of_things_are_those_of_schema_org() -> None:
    archive = everything()
    thing = linked(article.view(archive, archive.entry("satu")).data)
    assert {"datePublished", "contentLocation", "inLanguage"} <= set(thing)
    assert "archivedAt" not in thing


def test_a_withdrawn_article_tells_machines_nothing() -> None:
    head = HEADS["tarik"]
    assert head.scripts == []
    assert not [name for name in head.metas if name.startswith(("citation_", "DC."))]
    assert "DITARIK" not in str(head.metas)


def test_the_original_is_linked_in_web_archives() -> None:
    archive = everything()
    saved = article.view(archive, archive.entry("satu")).saved
    assert [link.href for link in saved] == [
        "https://web.archive.org/web/20240821/https://wartateluk.example/satu",
        "https://archive.today/newest/https://wartateluk.example/satu",
    ]
    assert article.view(archive, archive.entry("dua")).saved == ()
