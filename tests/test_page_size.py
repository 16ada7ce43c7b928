"""A page must open fast on a phone: what an article's page may weigh."""

from __future__ import annotations

import re

import pytest

from site_builder.locale import LANGUAGES
from tests.conftest import ADDRESS, Workspace

MOST = 20 * 1024
"""Bytes of the page of an article of 400 words; a longer text may take more in proportion."""
WORDS = 400
PROSE = re.compile(r'<div class="prose"[^>]*>(.*?)</div>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_article_is_small(own: Workspace, language: str) -> None:
    """In a page of another language every name and quote says that it is Indonesian."""
    (own.content / "site.yml").write_text(f"language: {language}\n", "utf-8")
    own.build("render", "--url", ADDRESS, "--quiet")
    heavy = {}
    for page in (own.output / "article").glob("*.html"):
        html = page.read_text("utf-8")
        words = sum(len(TAG.sub(" ", prose).split()) for prose in PROSE.findall(html))
        if len(html.encode()) > MOST * max(1, words / WORDS):
            heavy[page.name] = (len(html.encode()), words)
    assert heavy == {}
