"""Hostile articles in a real browser, without the pages' security policy: the sanitiser and escaping alone must do.

The policy is the second line; ``test_site`` shows that it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder import markup
from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.model import Article, Event, Person, Quote, Vocabulary
from site_builder.pages import all_pages
from site_builder.render import renderer

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
POLICY = '<meta http-equiv="Content-Security-Policy"'
SCRIPTS = (
    "<script>ran()</script>",
    "<img src=x onerror=ran()>",
    "<svg onload=ran()>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
    "<math><mi//xlink:href='data:x,<script>ran()</script>'>",
    "<details open ontoggle=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'>",
    "<a href='javascript:ran()' autofocus onfocus=ran()>x</a>",
    "<form><button formaction=javascript:ran()>x</button></form>",
    "<style>@import 'https://luar.example/x.css';</style>",
    "<link rel=stylesheet href=https://luar.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
    "<template><script>ran()</script></template>",
    '"><img src=x onerror=ran()>',
    "' onmouseover='ran()",
    "[x](javascript:ran())",
    "[x](<javascript:ran()>)",
    "[x](java&#10;script:ran())",
    "![x](https://luar.example/x.png)",
    "<javascript:ran()>",
    "[x]: javascript:ran()\n\n[x]",
    "x\n{: onclick=ran() }",
    "</title></textarea></script><script>ran()</script>",
)
AROUND = (
    "%s",
    "> %s",
    "- %s",
    "## %s",
    "*%s*",
    "[%s](https://contoh.id)",
    "`%s",
    "a | b\n--|--\n%s | x",
    "    %s",
    "<b>%s",
)


TOUCH = """() => {
    document.addEventListener("submit", event => event.preventDefault());
    document.addEventListener("click", event => {
        const link = event.target.closest("a");
        if (link && link.protocol !== "javascript:") event.preventDefault();
    });
    for (const element of document.querySelectorAll("body *")) {
        for (const kind of ["mouseover", "focus", "toggle"]) element.dispatchEvent(new Event(kind));
        if (element.click) element.click();
    }
    return new Promise(done => setTimeout(done, 20));
}"""
"""Move over, focus and click every element, without leaving the page; then let what was set off run."""


class Trap:
    """A page that notes what runs in it, and what it asks other sites for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.caught: list[str] = []
        page.expose_function("ran", lambda: self.caught.append("ran"))
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        if "luar.example" in url:
            self.caught.append(url)

    def harm(self, html: str) -> list[str]:
        """What happens while every element of this page is touched."""
        self.caught.clear()
        self.page.set_content(html)
        self.page.evaluate(TOUCH)
        return list(self.caught)


@pytest.fixture
def trap(browser: Browser) -> Iterator[Trap]:
    context = browser.new_context()
    yield Trap(context.new_page())
    context.close()


@pytest.mark.parametrize("script", [SCRIPTS[0], SCRIPTS[1], SCRIPTS[7], SCRIPTS[10]])
def test_the_trap_snaps(trap: Trap, script: str) -> None:
    assert trap.harm(f"<body>{script}</body>")


def test_no_body_runs_a_script_or_reaches_out(trap: Trap) -> None:
    bodies = [around.replace("%s", script) for around, script in product(AROUND, SCRIPTS)]
    sections = "".join(f"<section>{markup.body(body).html}</section>" for body in bodies)
    assert trap.harm(f"<body>{sections}</body>") == []


def test_no_field_runs_a_script_or_reaches_out(trap: Trap) -> None:
    entries = [Entry(article(script, f"a{number}"), None, "a.md") for number, script in enumerate(SCRIPTS)]
    everything = "".join(SCRIPTS)
    site = Site(title=everything, description=everything, repository="https://contoh.id/x", contact=everything)
    files = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    render = renderer(files, site)
    for page in all_pages(Archive.of(entries, site=site, vocabulary=Vocabulary())):
        html = render(page).decode()
        assert POLICY in html
        assert trap.harm(html.replace(POLICY, "<meta name=none")) == [], page.path


def article(text: str, slug: str) -> Article:
    """One that says the text in every field."""
    return Article(
        slug=slug,
        year="2024",
        title=text,
        body=text,
        deck=text,
        outlet=text,
        authors=(text,),
        event=Event("2024-07-09", None, text, text),
        places=(text,),
        people=(Person(text, text, text),),
        organizations=(text,),
        tags=(text,),
        quotes=(Quote(text, text),),
        incomplete=text,
        republished_from=text,
    )
