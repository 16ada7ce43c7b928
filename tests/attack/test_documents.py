"""Hostile documents in real Chromium: nothing runs, nothing is asked of another site, no dangerous element is there.

Each page is opened at an address of its own, every element of it is moved over, focused and clicked, and its tree is
looked over.  With the sanitiser off, the security policy of the pages must do alone; without either, the same trap
must snap, or it would prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Error, Page, Route

from site_builder import markup
from site_builder.pages import all_pages
from site_builder.render import renderer
from tests.attack.conftest import Measured
from tests.attack.documents import documents, mutated
from tests.attack.share import share, spread
from tests.browser.test_hostile import POLICY, TOUCH
from tests.exports.sample import TEMPLATES
from tests.pages.sample import archive, article

SITE = "https://arsip.example/"
PLACE = "TEMPATISI"
LEFT = "left the page"
"""By a refresh in the page's head, which no policy of a page can forbid; the sanitiser does."""
DANGEROUS = """() => {
    const tags = new Set(["SCRIPT", "IFRAME", "OBJECT", "EMBED", "FORM", "INPUT", "BUTTON", "BASE", "META", "LINK",
        "STYLE", "IMG", "VIDEO", "AUDIO", "SVG", "MATH", "TEMPLATE", "NOSCRIPT", "TEXTAREA", "SELECT", "FRAME"]);
    const bad = [];
    for (const element of document.querySelectorAll("section *")) {
        if (tags.has(element.tagName.toUpperCase())) bad.push(element.tagName);
        for (const { name, value } of element.attributes) {
            if (name.startsWith("on") || name === "style" || name === "srcdoc" || name === "id" || name === "name")
                bad.push(`${element.tagName} ${name}`);
            if ((name === "href" || name === "src") && !/^(https?:|mailto:)/i.test(value))
                bad.push(`${element.tagName} ${name}=${value}`);
        }
    }
    return bad;
}"""
"""What a body must not have: elements and attributes by which a page can run, ask, or take another's name."""


class Trap:
    """A page at an address of its own that notes what runs in it and whom it asks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.caught: list[str] = []
        self.html = ""
        page.expose_function("ran", lambda: self.caught.append("ran"))
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        """Every request that the page's policy lets out of the browser comes here."""
        if route.request.is_navigation_request() and route.request.url != SITE:
            self.caught.append(LEFT)
        elif not route.request.url.startswith(SITE):
            self.caught.append(route.request.url)
        if route.request.url == SITE:
            route.fulfill(body=self.html.encode("utf-8", "replace"), content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    def harm(self, html: str) -> list[str]:
        """What happens while the page loads and every element of it is touched."""
        self.caught.clear()
        self.html = html
        try:
            self.page.goto(SITE, wait_until="load")
            self.page.evaluate(TOUCH)
        except Error as error:
            assert "navigation" in error.message.lower()  # noqa: PT017
            self.caught.append(LEFT)
            self.page.wait_for_load_state()
        return list(self.caught)


@pytest.fixture
def trap(browser: Browser) -> Iterator[Trap]:
    context = browser.new_context()
    yield Trap(context.new_page())
    context.close()


def batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    left = iter(texts)
    while batch := list(islice(left, size)):
        yield batch


def sections(bodies: Iterable[str]) -> str:
    return "<!doctype html><html><body>" + "".join(f"<section>{body}</section>" for body in bodies) + "</body></html>"


def test_the_hostile_documents_of_the_collection(trap: Trap, measured: Measured) -> None:
    """The sanitiser alone: these pages have no policy."""
    found = spread(list(documents()), share(10_000, fast=300))
    for batch in batches(found, 50):
        assert trap.harm(sections(markup.body(text).html for text in batch)) == []
        assert trap.page.evaluate(DANGEROUS) == []
    measured("hostile documents, sanitiser alone", documents=len(found), executed=0, requests=0, dangerous_elements=0)


def test_mutated_documents(trap: Trap, measured: Measured) -> None:
    count = share(20_000, fast=300)
    for batch in batches(mutated(count, seed=6), 200):
        assert trap.harm(sections(markup.body(text).html for text in batch)) == []
        assert trap.page.evaluate(DANGEROUS) == []
    measured("mutated documents", documents=count, executed=0, requests=0, dangerous_elements=0)


# Without the sanitiser ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page_with_a_place() -> str:
    """A whole article's page of the site, with a word where its body stands."""
    found = archive(article("satu", body=PLACE))
    render = renderer(TEMPLATES, found.site)
    (page,) = [page for page in all_pages(found) if page.path == "article/satu.html"]
    html = render(page).decode()
    assert POLICY in html
    return html


def raw(text: str) -> str:
    """The body as a program would make it that trusts the text."""
    return Markdown(extensions=["extra"]).convert(text.replace("\x00", ""))


def unsafe(page: str, text: str, *, policy: bool) -> str:
    html = page.replace(f"<p>{PLACE}</p>", raw(text))
    return html if policy else html.replace(POLICY, "<meta name=none")


def test_with_the_sanitiser_off_the_policy_alone_stops_all(
    trap: Trap, page_with_a_place: str, measured: Measured
) -> None:
    found = spread(list(documents()), share(1_600, fast=40))
    harmed = {text: harm for text in found if (harm := trap.harm(unsafe(page_with_a_place, text, policy=True)))}
    assert {text: harm for text, harm in harmed.items() if set(harm) != {LEFT}} == {}
    assert all("refresh" in text for text in harmed)
    measured("the policy alone", documents=len(found), executed=0, requests=0, led_away_by_a_refresh=len(harmed))


def test_without_both_the_trap_snaps(trap: Trap, page_with_a_place: str, measured: Measured) -> None:
    found = spread(list(documents()), share(300, fast=25))
    harmed = [text for text in found if trap.harm(unsafe(page_with_a_place, text, policy=False))]
    assert len(harmed) > len(found) // 10
    measured("without either (the trap snaps)", documents=len(found), executed_or_asked=len(harmed))
