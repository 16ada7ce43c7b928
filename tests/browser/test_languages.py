"""What scripts write into an English page: the words of the interface in English, those of the reports marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ADDRESS, Workspace, workspace
from tests.locale.interface import foreign, names_in, parsed, untranslated


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = workspace(tmp_path_factory.mktemp("english"))
    (made.content / "site.yml").write_text("language: en\ndescription: News with its evidence\n", "utf-8")
    made.build("--url", ADDRESS, "--quiet")
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 1000})
    yield opened
    opened.close()


def says_english_only(page: Page) -> None:
    shown = parsed(page.content())
    assert untranslated(shown, frozenset(names_in(shown))) == []
    assert foreign(shown) == []


def test_results_and_filters_speak_english_and_mark_the_reports(page: Page, english: Workspace) -> None:
    page.goto(f"{english.output.as_uri()}/explore.html#q=netralitas")
    expect(page.locator("#hasil li")).not_to_have_count(0)
    expect(page.locator("#hasil .excerpt").first).to_have_attribute("lang", "id")
    expect(page.locator("#jumlah")).to_contain_text("reports.")
    for facet in page.locator("[data-facet]").all():
        if facet.get_attribute("open") is None:
            facet.locator("summary").click()
        expect(facet.locator("ul label").first).to_be_visible()
    says_english_only(page)
    for name in ("place", "person", "institution", "outlet"):
        words = page.locator(f"[data-facet={name}] ul span:not(.n)")
        assert {word.get_attribute("lang") for word in words.all()} == {"id"}
    page.locator("[data-facet=tag] ul input").first.check()
    expect(page.locator("#pilihan button")).to_have_attribute("aria-label", "Remove the filter Coordination meeting")
    says_english_only(page)


def test_a_search_without_results_says_so_in_english(page: Page, english: Workspace) -> None:
    page.goto(f"{english.output.as_uri()}/explore.html#q=xyzzy")
    expect(page.locator("#jumlah")).to_have_text("No report fits. Try other words, or remove a filter.")


def test_the_table_of_results_has_english_heads(page: Page, english: Workspace) -> None:
    page.goto(f"{english.output.as_uri()}/explore.html")
    expect(page.locator("#hasil li")).to_have_count(5)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download CSV").click()
    assert caught.value.suggested_filename == "search-results.csv"
    assert caught.value.path().read_text("utf-8-sig").startswith('"date","headline","outlet","place"')


def test_an_article_offers_its_citation_in_english(page: Page, english: Workspace) -> None:
    article = next((english.output / "article").glob("rakor-*.html"))
    page.goto(article.as_uri())
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("status")).to_have_text("Copied to the clipboard.")
    says_english_only(page)
