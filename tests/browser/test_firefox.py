"""Firefox, with each file an origin of its own, over an archive on a disk: what works there works by double click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.bidi import Firefox
from tests.conftest import Workspace

READY = "document.querySelector('body:not([aria-busy]) #jumlah:not(:empty)')"
ANSWERS = "[...document.querySelectorAll('#hasil h3 a')].map(a => a.getAttribute('href'))"
COUNT = "parseInt(document.querySelector('#jumlah').textContent.replaceAll('.', '')) || 0"
ENTER = "\ue007"
ROW_WITH_WORDS = "document.querySelector('.evidence tr[id]:has(a)')"
READ_ANOTHER_FILE = """new Promise(done => {
    const frame = document.createElement('iframe')
    frame.src = 'other.html'
    frame.onload = () => { try { done(frame.contentDocument.title) } catch { done(null) } }
    document.body.append(frame)
})"""


@pytest.fixture
def site(fox: Firefox, large: Workspace) -> Iterator[str]:
    """Address of the invented archive on the disk; in the end no page has complained or asked for more than files."""
    fox.logged.clear()
    fox.asked.clear()
    address = large.output.as_uri() + "/"
    yield address
    fox.goto("about:blank")
    assert fox.logged == []
    assert [asked for asked in fox.asked if not asked.startswith((address, "data:", "about:"))] == []


def test_this_firefox_lets_no_file_read_another(fox: Firefox, tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text("<!doctype html><title>one</title><body>", "utf-8")
    (tmp_path / "other.html").write_text("<!doctype html><title>other</title>", "utf-8")
    fox.goto((tmp_path / "one.html").as_uri())
    assert not fox.run(READ_ANOTHER_FILE)


def test_words_are_found_and_marked(fox: Firefox, site: str) -> None:
    _explore(fox, site)
    everything = fox.run(COUNT)
    fox.click("#q")
    fox.type(f"netralitas{ENTER}")
    fox.wait(f"location.hash.includes('netralitas') && {READY}")
    assert 0 < fox.run(COUNT) < everything
    assert "netralitas" in fox.run("document.querySelector('#hasil mark').textContent").lower()


def test_facets_narrow_the_answers_and_the_back_button_widens_them(fox: Firefox, site: str) -> None:
    _explore(fox, site)
    everything = fox.run(COUNT)
    for folded in ("#saring", "[data-facet=tag]"):
        if not fox.run(f"document.querySelector('{folded}').open"):
            fox.click(f"{folded} > summary")
    fox.wait("document.querySelector('[data-facet=tag] li input')")
    fox.click("[data-facet=tag] li input")
    fox.wait(f"location.hash.includes('tag=') && {READY} && {COUNT} < {everything}")
    fox.back()
    fox.wait(f"!location.hash.includes('tag=') && {READY} && {COUNT} === {everything}")


def test_a_question_in_the_address_is_answered(fox: Firefox, site: str) -> None:
    _explore(fox, site, "#q=netralitas")
    found = fox.run(ANSWERS)
    assert found
    fox.click("#hasil h3 a")
    fox.wait("document.querySelector('article, h1') && !document.querySelector('#hasil')")
    assert fox.run("location.pathname").endswith(found[0])


def test_a_fact_leads_to_its_evidence_and_from_there_to_its_words(fox: Firefox, site: str) -> None:
    _explore(fox, site, "#q=netralitas")
    for path in fox.run(ANSWERS):  # of an excerpt there are no words to lead to
        fox.goto(site + path)
        if fox.run(f"Boolean({ROW_WITH_WORDS})"):
            break
    assert not fox.run("document.querySelector('#bukti details').open")
    fox.click(f".facts a.mark[href='#{fox.run(f'{ROW_WITH_WORDS}.id')}']")
    fox.wait("document.querySelector('#bukti details').open && document.querySelector('tr:target')")
    fox.click("tr:target a")
    fox.wait("document.querySelector('main :target:not(tr)')")
    words = fox.run("document.querySelector('main :target').textContent")
    assert words
    assert words in fox.run("[...document.querySelectorAll('.evidence q')].map(quote => quote.textContent)")


def _explore(fox: Firefox, site: str, fragment: str = "") -> None:
    fox.goto("about:blank")
    fox.goto(f"{site}explore.html{fragment}")
    fox.wait(READY)
