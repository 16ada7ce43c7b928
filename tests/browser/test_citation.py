"""The citation of an article in a real browser, from a disk: copied or downloaded, it is what the archive writes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder import citation
from site_builder.pages import article
from site_builder.render import renderer
from tests.conftest import ROOT
from tests.exports.sample import TEMPLATES, URL, everything

CLIPBOARD = "navigator.clipboard.writeText = async text => { window.copied = text; }"
NO_CLIPBOARD = """
navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
document.execCommand = () => { window.copied = document.activeElement.value; return true; };
"""


@pytest.fixture(scope="module", params=[URL, None], ids=["published", "local"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str | None]:
    """The pages of all articles in a folder, and the address of the site."""
    root = tmp_path_factory.mktemp("pages")
    archive = everything(url=request.param)
    render = renderer(TEMPLATES, archive.site)
    shutil.copytree(ROOT / "templates" / "assets", root / "assets")
    (root / "article").mkdir()
    for page in article.pages(archive):
        (root / page.path).write_bytes(render(page))
    return root, request.param


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def open_page(page: Page, root: Path, slug: str) -> list[str]:
    """Open an article from the disk; what the console complains of is added to the list."""
    wrongs: list[str] = []
    page.on("console", lambda message: wrongs.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrongs.append(str(error)))
    page.goto((root / "article" / f"{slug}.html").as_uri())
    return wrongs


def copied(page: Page, form: str) -> str:
    page.get_by_role("button", name=f"Salin {form}").click()
    page.get_by_role("status").get_by_text("Tersalin.").wait_for()
    return str(page.evaluate("window.copied"))


def test_what_is_copied_is_what_the_archive_itself_writes(page: Page, site: tuple[Path, str | None]) -> None:
    root, url = site
    archive = everything(url=url)
    page.add_init_script(CLIPBOARD)
    for entry in archive.articles:
        if {"\x00", "\ud800"} & set(entry.article.title):
            continue  # no file holds them, and no page can
        wrongs = open_page(page, root, entry.article.slug)
        cited = citation.work(archive, entry)
        assert copied(page, "BibTeX") == citation.bibtex(cited)
        assert copied(page, "RIS") == citation.ris(cited)
        assert json.loads(copied(page, "CSL-JSON")) == [citation.csl(cited)]
        assert wrongs == []


def test_a_citation_can_be_downloaded_from_a_disk(page: Page, site: tuple[Path, str | None], tmp_path: Path) -> None:
    root, url = site
    archive = everything(url=url)
    wrongs = open_page(page, root, "satu")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh RIS").click()
    download.value.save_as(tmp_path / "satu.ris")
    assert download.value.suggested_filename == "satu.ris"
    assert (tmp_path / "satu.ris").read_bytes().decode() == citation.ris(citation.work(archive, archive.entry("satu")))
    assert wrongs == []


def test_the_sentence_is_copied_by_keyboard_and_without_permission(page: Page, site: tuple[Path, str | None]) -> None:
    root, url = site
    page.add_init_script(NO_CLIPBOARD)
    open_page(page, root, "satu")
    page.get_by_role("button", name="Salin teks").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Tersalin.").wait_for()
    sentence = (
        "Rahma Daud & Siti. (21 Agustus 2024 pukul 19.30 WITA). Satu. Warta Teluk. https://wartateluk.example/satu. "
    )
    address = f": {url}article/satu.html" if url else ""
    assert page.evaluate("window.copied") == f"{sentence}Dalam Arsip Pilkada{address}"
