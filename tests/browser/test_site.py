"""The built archive in a real browser: from a disk and from a server, with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Workspace

PHONE = 390
"""Width in CSS pixels of a common phone."""
LEFT = "net::ERR_ABORTED"
"""The reader left the page before its icon had come."""


class Watch:
    """What a page must not do: log an error, raise one, ask for anything outside the site, fail to load a part."""

    def __init__(self, page: Page, address: str) -> None:
        self.wrongs: list[str] = []
        page.on("console", lambda message: self.note(message.type in {"error", "warning"}, message.text))
        page.on("pageerror", lambda error: self.note(True, str(error)))
        page.on("request", lambda request: self.note(not request.url.startswith((address, "data:")), request.url))
        page.on(
            "requestfailed", lambda request: self.note(request.failure != LEFT, f"{request.url}: {request.failure}")
        )
        page.on("response", lambda response: self.note(response.status >= 400, f"{response.url}: {response.status}"))

    def note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.wrongs.append(what)


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a narrow screen."""
    context = browser.new_context(
        java_script_enabled=request.param, viewport={"width": PHONE, "height": 844}, service_workers="block"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def kind(path: str) -> str:
    """What kind of page a path is: its folder and whether it is that folder's index."""
    folder, _, name = path.rpartition("/")
    return f"{folder.split('/')[0]}/{'index' if name == 'index.html' else '*'}" if folder else name


LEADING = "a[href]:not([href^='#'])"
"""Links that lead to another page."""
SEEN = """links => links.map(link => [
    link.href.split('#')[0], Boolean(link.closest('main')), link.checkVisibility() && link.offsetWidth > 1
])"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page that a reader can see."""

    number: int
    """Among all of ``LEADING``."""
    path: str
    """Of the page that it leads to."""
    where: str
    """``main`` for a link of the page's own; ``frame`` for one that every page has."""


def internal(page: Page, address: str) -> list[Link]:
    """The links to pages of this site, in the order of the page."""
    found = [
        Link(number, href.removeprefix(address), "main" if own else "frame")
        for number, (href, own, visible) in enumerate(page.eval_on_selector_all(LEADING, SEEN))
        if visible and href.startswith(address) and href.endswith(".html")
    ]
    assert found, f"{page.url} leads nowhere"
    return found


def test_every_kind_of_link_leads_to_a_sound_page(page: Page, address: str, built: Workspace) -> None:
    """Walk from the home page by clicking, once from each kind of page to each other that it links to."""
    watch = Watch(page, address)
    followed: set[tuple[str, str]] = set()
    seen = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        here = waiting.pop(0)
        page.goto(address + here)
        for link in internal(page, address):
            step = (kind(here) if link.where == "main" else link.where, kind(link.path))
            if step not in followed:
                followed.add(step)
                click(page, address, here, link)
                waiting += [] if link.path in seen else [link.path]
                seen.add(link.path)
    kinds = {kind(path.relative_to(built.output).as_posix()) for path in built.pages()} - {"404.html"}
    assert {kind(path) for path in seen} == kinds
    assert watch.wrongs == []


def click(page: Page, address: str, here: str, link: Link) -> None:
    if page.url != address + here:
        page.goto(address + here)
    page.locator(LEADING).nth(link.number).click()
    page.wait_for_url(lambda url: url.split("#")[0] == address + link.path)
    assert page.title(), f"{here} -> {link.path}"
    assert page.locator("main h1").is_visible(), f"{here} -> {link.path}"


def test_nothing_scrolls_sideways_on_a_phone(page: Page, built: Workspace) -> None:
    wide = []
    for path in built.pages():
        if b'http-equiv="refresh"' in path.read_bytes():
            continue  # gone before it could be measured; its own test follows it
        page.goto(path.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE:
            wide.append(f"{path.relative_to(built.output)}: {width}")
    assert wide == []


def test_an_article_can_be_read_without_script(page: Page, address: str, built: Workspace) -> None:
    article = next(path for path in built.pages() if path.parent.name == "article")
    page.goto(address + article.relative_to(built.output).as_posix())
    paragraphs = page.locator("main article p").filter(has_text=re.compile(r"\S")).and_(page.locator(":not(details p)"))
    assert paragraphs.count() > 3
    assert all(paragraph.is_visible() for paragraph in paragraphs.all())


def test_a_lost_reader_finds_the_way_home(page: Page, served: str) -> None:
    """The page for missing addresses is shown below any path, so its links must hold from everywhere."""
    page.goto(served + "404.html")
    page.locator("main a[href]").first.click()
    assert page.locator("main h1").is_visible()


def test_the_keyboard_reaches_the_content_first(browser: Browser, built: Workspace) -> None:
    """The first stop of the Tab key leads past the navigation."""
    page = browser.new_page()
    page.goto((built.output / "index.html").as_uri())
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.locator(f"main{focused}").count() == 1
    page.close()


def test_an_old_address_leads_on_by_itself(address: str, page: Page, built: Workspace) -> None:
    """From a disk and below a sub-path, with a script and without."""
    moved = [path for path in built.pages() if 'http-equiv="refresh"' in path.read_text("utf-8")]
    assert moved, "two of the project's own seeds report one event"
    for path in moved:
        watch = Watch(page, address)
        page.goto(address + path.relative_to(built.output).as_posix())
        page.wait_for_url(re.compile(rf"(?<!/{re.escape(path.name)})$"))
        assert page.locator("main h1").inner_text() != "Alamat lama"
        assert watch.wrongs == []
