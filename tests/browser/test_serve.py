"""``build.py serve`` as a browser sees it: the page's own policy lets it hear of changes, and nothing breaks it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from site_builder.serving import serving
from tests.conftest import workspace


def test_an_open_page_shows_a_change_by_itself(tmp_path: Path, browser: Browser) -> None:
    place = workspace(tmp_path)
    place.build()
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    with serving(place.output, port=0) as site:
        page.goto(site.address)
        heading = page.get_by_role("heading", level=1)
        expect(heading).not_to_have_text("Disunting")
        shown = place.output / "index.html"
        shown.write_text(shown.read_text("utf-8").replace("<h1", "<h1>Disunting</h1><h1", 1), "utf-8")
        site.changes.add()
        expect(heading.first).to_have_text("Disunting", timeout=20_000)
        site.changes.add()
        page.wait_for_url(site.address)
        page.close()  # before the server ends, which a page that waits would mind
    assert errors == []
