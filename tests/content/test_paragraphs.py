"""Paragraphs as Markdown that renders to the same text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content.paragraphs import clean, of, to_markdown
from site_builder.markup import body
from site_builder.model import Block, Document, Inline, Seed

EXTENSIONS = ["def_list", "fenced_code", "footnotes", "tables", "toc", "sane_lists", "admonition"]
BLOCK = re.compile(r"<(p|h[1-6])(?: [^>]*)?>(.*?)</\1>", re.DOTALL)
TAG = re.compile("<[^>]*>")
TOKENS = r"""
# ## * ** _ __ [ ] [x](y) ![x](y) [^1] [^1]: [a]: < > <b> <!-- <http://x> & &amp; &copy; &#65; &lt;b&gt; ` `` ``` ~~~
1. 12. 1) - + --- === *** : | a|b |-|-|  !!! [TOC] {: .x} {#x} \ \* \\ klzzwxh:0 *[x]: x 1 5.000 “ ” é 🗳 = ~ / ! ?
( ) a_b_c @ x@y.z note
"""
BLANKS = [
    " ",
    "- ",
    ": ",
    "2024. ",
    "    ",
    "\t",
    "\n",
    "\r\n",
    "\u2028",
    "\xa0",
    "\x02",
    "\x03",
    "\x00",
    "\x02klzzwxh:0\x03",
]
SIGNS = st.sampled_from(sorted(set(re.split(r"\s", TOKENS))) + BLANKS)
LINES = st.lists(SIGNS | st.text(max_size=4), max_size=8).map("".join)
PARAGRAPHS = st.lists(st.tuples(LINES, st.booleans()), max_size=5)


def _render(text: str) -> str:
    renderer = markdown.Markdown(extensions=EXTENSIONS)
    renderer.preprocessors.deregister("html_block")
    renderer.inlinePatterns.deregister("html")
    return renderer.convert(text)


def _blocks(page: str) -> list[tuple[str, bool]]:
    found = BLOCK.findall(page)
    return [(" ".join(html.unescape(TAG.sub("", inner)).split()), tag != "p") for tag, inner in found]


@given(PARAGRAPHS)
@example([("# x", False), ("1. y", False), (": z", False), ("=====", False), ("    code", True)])
@example([("#", True), ("\\", True), ("#\\#", True)])
def test_the_rendered_text_is_the_text(paragraphs: Sequence[tuple[str, bool]]) -> None:
    expected = [(shown, is_heading) for text, is_heading in paragraphs if (shown := clean(text))]
    assert _blocks(_render(to_markdown(paragraphs))) == expected


@given(PARAGRAPHS)
def test_the_page_shows_the_text(paragraphs: Sequence[tuple[str, bool]]) -> None:
    shown = body(to_markdown(paragraphs))
    assert not shown.plain
    assert _blocks(shown.html) == [(line, is_heading) for text, is_heading in paragraphs if (line := clean(text))]


@given(PARAGRAPHS)
def test_nothing_but_paragraphs_and_headings_is_rendered(paragraphs: Sequence[tuple[str, bool]]) -> None:
    tags = set(re.findall(r"<([a-z0-9]+)", _render(to_markdown(paragraphs))))
    assert tags <= {"p", "h2"}


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dimulai pukul 09.00 WIB (31/7/2024).",
        "“Aman,” kata Kapolres – AKBP Siti.",
        "Polri & TNI: 5 > 3 + 2 = 5",
        "Nomor 3. dan A.1 #pilkada a-b",
        "Kota Batu | 9 Juli 2024",
    ],
)
def test_ordinary_text_is_not_escaped(text: str) -> None:
    assert to_markdown([(text, False)]) == text


def test_escapes_are_few() -> None:
    assert to_markdown([("1. satu *dua* [tiga] <b> &copy; & \\", False)]) == (
        "1\\. satu \\*dua\\* \\[tiga] &lt;b> &amp;copy; & \\\\"
    )
    assert to_markdown([("Bagian #1", True), ("- x", False)]) == "## Bagian \\#1\n\n\\- x"


def test_clean_keeps_letters_of_every_script_and_drops_what_no_format_carries() -> None:
    assert clean(" a\tb\x00c\u2028é🗳\ufffe\ud800 \n") == "a bc é🗳"


def test_paragraphs_of_a_document_are_its_body_without_what_is_not_body() -> None:
    seed = Seed("a.txt", "", "Judul\nPembuka\nKOTA BARU – Isi [Gambas:Video] lagi. (*)\nBaca juga: x\n")
    inline = (Inline((14, 25), "dateline"), Inline((30, 44), "related"), Inline((51, 54), "sign-off"))
    blocks = (
        Block((0, 5), "title"),
        Block((6, 13), "section-head"),
        Block((14, 54), "body", inline),
        Block((55, 67), "related"),
    )
    found = [(clean(text), is_heading) for text, is_heading in of(Document.of(seed, blocks))]
    assert found == [("Pembuka", True), ("KOTA BARU – Isi lagi.", False)]
