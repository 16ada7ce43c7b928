"""axe-core over pages that together show all that any page shows: in light and dark, on a phone and on a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.conftest import ADDRESS, Workspace

ELEMENT = re.compile(r'<([a-z][a-z0-9]*)(?:\s[^>]*?\bclass="([^"]*)")?')
"""An element and its classes: ``<p class="small soft"``."""
SETTLED = "document.body.ariaBusy !== 'true' && !document.querySelector('#jumlah:empty')"
UNFOLD = "document.querySelectorAll('details').forEach(details => { details.open = true })"


@cache
def shown(page: Path) -> frozenset[str]:
    """The elements of a page, and the elements with each of their classes."""
    found = ELEMENT.findall(page.read_text("utf-8"))
    return frozenset(f"{name}.{one}" for name, classes in found for one in ("", *classes.split()))


def kind(path: Path) -> tuple[str, int, bool]:
    """Its folder, how deep it lies, and whether it is an index; what stands at the top is a kind of its own."""
    return path.parts[0], len(path.parts), path.name == "index.html"


@cache
def specimens(folder: Path) -> tuple[Path, ...]:
    """One page of every kind, the richest, and as many others as it takes to show every element and class."""
    pages = sorted(folder.rglob("*.html"))
    richest: dict[tuple[str, int, bool], Path] = {}
    for page in sorted(pages, key=lambda page: len(shown(page))):
        richest[kind(page.relative_to(folder))] = page
    chosen = list(richest.values())
    left = frozenset().union(*map(shown, pages)).difference(*map(shown, chosen))
    while left:
        chosen.append(max(pages, key=lambda page: len(shown(page) & left)))
        left -= shown(chosen[-1])
    return tuple(chosen)


@pytest.fixture(params=["built", "large"])
def folder(request: pytest.FixtureRequest) -> Path:
    site: Workspace = request.getfixturevalue(request.param)
    return site.output


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, folder: Path, scheme: str) -> Iterator[Page]:
    """A page of a browser in which the folder is published where its absolute addresses say."""

    def answer(route: Route) -> None:
        route.fulfill(path=folder / route.request.url.removeprefix(ADDRESS).partition("?")[0])

    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, color_scheme="dark" if dark else "light"
    )
    context.route(f"{ADDRESS}**", answer)
    yield context.new_page()
    context.close()


def violations(page: Page) -> Iterator[str]:
    """What axe-core objects to, rule by rule, with the first element."""
    for found in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]:
        yield f"{page.url}: {found['id']}: {found['nodes'][0]['html'][:120]}: {found['nodes'][0]['failureSummary']}"


def test_no_page_has_a_violation(page: Page, folder: Path) -> None:
    faults: list[str] = []
    for specimen in specimens(folder):
        page.goto(ADDRESS + specimen.relative_to(folder).as_posix())
        page.wait_for_function(SETTLED)
        page.evaluate(UNFOLD)
        faults += violations(page)
    assert faults == []


def test_an_unnamed_image_is_a_violation(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<!doctype html><html lang=id><title>x</title><main><h1>x</h1><img src='data:,'></main>")
    assert [fault.split(": ")[1] for fault in violations(page)] == ["image-alt"]
    page.close()


def test_the_specimens_show_all_that_any_page_shows(built: Workspace) -> None:
    pages = specimens(built.output)
    assert len(pages) < len(built.pages())
    assert frozenset().union(*map(shown, pages)) == frozenset().union(*map(shown, built.pages()))
