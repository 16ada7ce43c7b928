"""Pages that try to be lost, or to take for ever."""

from __future__ import annotations

from tests.readers import pages

LAST = "Kalimat terakhir yang bernama Belakang tetap ada di sini."


def page(inside: str, head: str = "") -> str:
    """An article with something hostile between its body and its last sentence."""
    text = f"{pages.paragraphs(*pages.BODY)}{inside}<p>{LAST}</p>"
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{pages.TITLE}</title>{head}</head><body><article>{text}"
    )


def nested(tag: str, depth: int, *, closed: bool = True) -> str:
    return f"<{tag}>" * depth + "x" + f"</{tag}>" * depth * closed


READ = {
    "deep, but not too deep": nested("div", 150),
    "unclosed paragraphs": "<p>x" * 5_000,
    "an unclosed stamp": "<time datetime='2024-07-09'>9 Juli 2024",
    "an unclosed stamp in a paragraph": f"<p>Ia datang <time>Selasa lalu. {LAST}</p>",
    "unclosed items": "<ul>" + "<li>satu" * 5_000 + "</ul>",
    "markup in a script": f"<script>{'<div>' * 9_000}</script>",
    "markup in a comment": f"<!--{'<div>' * 9_000}-->",
    "markup in quotes": f"<p title='{'<div>' * 9_000}'>x</p>",
    "a large picture inside": f"<img src='data:{'A' * 5_000_000}'>",
    "end tags of nothing": "</p></b>" * 90_000,
    "control characters": "<p>\x00\x01\x0b&#1;&#x0;</p>",
    "no character": "<p>&#xd800;&#x110000;&#99999999999;</p>",
    "bare ampersands": "&" * 300_000,
    "bare brackets": "<" * 300_000,
    "breaks": "<br>satu dua" * 9_000,
    "a table": "<table>" + "<tr><td>satu</td></tr>" * 5_000 + "</table>",
}
REFUSED = {
    "deep": nested("div", 1_000),
    "very deep": nested("div", 100_000),
    "unclosed and deep": nested("b", 1_000, closed=False),
    "deep in capitals": nested("DIV", 1_000),
    "deep with a prefix": nested("x:y", 1_000),
    "deep lists": "<ul><li>" * 300,
    "deep tables": "<table><tr><td>" * 100,
    "a tag that never ends": "<a " * 100_000,
    "a hundred thousand attributes": f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>x</p>",
    "too many elements": "<p>x</p>" * 30_000,
    "too much in a line": "<p>" + "<b>a</b>b" * 29_000,
    "too many comments in a line": "<p>" + "a<!-- x -->" * 25_000,
    "a million entities": "<p>" + "&amp;" * 1_000_000,
    "a text of 9 MB": "<p>" + "kata " * 1_800_000,
    "more than 10 MB": "<p>" + "k" * 10_000_001,
}
CUT = {"a comment": "<!-- x", "a script": "<script>x", "a tag": "<p title='x"}
