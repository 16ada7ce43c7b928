"""The whole interface in both languages: every page kind, from articles that make it show everything it may show."""

from __future__ import annotations

import pytest
from lxml import etree

from site_builder.exports import Published, all_exports
from tests.locale.interface import foreign, lines, names_in, parsed, untranslated
from tests.pages.test_templates import PUBLISHED, everything, rendered

INDONESIAN = rendered(everything(**PUBLISHED))
ENGLISH_ARCHIVE = everything(**PUBLISHED | {"language": "en", "description": "An archive to try things on"})
ENGLISH = rendered(ENGLISH_ARCHIVE)
PAGES = {path: parsed(html) for path, (_, html) in ENGLISH.items()}
NAMES = frozenset().union(*map(names_in, PAGES.values()))
KINDS = sorted({page.template for page, _ in ENGLISH.values()})


def test_both_languages_have_the_same_addresses() -> None:
    assert sorted(ENGLISH) == sorted(INDONESIAN)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_says_its_language(language: str) -> None:
    pages = {"id": INDONESIAN, "en": ENGLISH}[language]
    assert {parsed(html).get("lang") for _, html in pages.values()} == {language}


@pytest.mark.parametrize("template", KINDS)
def test_no_indonesian_word_of_the_interface_is_left_in_english(template: str) -> None:
    of_kind = {path: PAGES[path] for path, (page, _) in ENGLISH.items() if page.template == template}
    assert {path: found for path, page in of_kind.items() if (found := untranslated(page, NAMES))} == {}


@pytest.mark.parametrize("template", KINDS)
def test_nothing_but_words_of_the_reports_is_marked_as_indonesian(template: str) -> None:
    of_kind = {path: PAGES[path] for path, (page, _) in ENGLISH.items() if page.template == template}
    assert {path: found for path, page in of_kind.items() if (found := foreign(page))} == {}


def test_an_untranslated_word_would_be_seen() -> None:
    body = '<p>Laporan <b lang="id">Kartu fakta</b></p><img alt="Semua laporan Kota Tual">'
    page = parsed(f'<html lang="en">{body}</html>')
    assert untranslated(page, frozenset({"Kota Tual"})) == ["Laporan", "Semua laporan"]
    assert foreign(page) == ["Kartu fakta"]


def test_headlines_names_and_quotes_keep_their_language() -> None:
    for words in ("Daeng Mattawang", "AKBP, Kapolres Wajo", "Kabupaten Wajo", "aula Mapolres Wajo", "Polres Wajo"):
        found = [line for page in PAGES.values() for line in lines(page) if line.text == words]
        assert found
        assert {line.language for line in found} == {"id"}, [found]


def test_an_indonesian_page_marks_its_articles_alone() -> None:
    marked = {tag for page, html in INDONESIAN.values() for tag in parsed(html).xpath("//body//*[@lang]")}
    assert {(tag.tag, tag.get("class")) for tag in marked} == {("div", "prose"), ("blockquote", None)}


def test_feeds_say_which_language_each_text_has() -> None:
    files = dict(all_exports(Published(ENGLISH_ARCHIVE, tuple(ENGLISH))))
    feed = etree.fromstring(files["feed.xml"])
    space = "{http://www.w3.org/XML/1998/namespace}lang"
    assert feed.get(space) == "en"
    entries = feed.xpath("//*[local-name()='entry']")
    assert entries
    for entry in entries:
        texts = entry.xpath("*[local-name()='title' or local-name()='summary']")
        assert [text.get(space) for text in texts] == ["id", "id"]
