"""Bodies become safe HTML: the short way equals the long one, hostile text stays text, limits hold."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder import markup
from site_builder.markup import Body, body, problems

PIECES = (
    "Kapolres", "Rakor", " ", " ", "  ", "\n", "\n\n", "\n\n\n", "## ", "# ", "#", "\\", "\\#", "\\*", "\\[", "1.",
    "12\\. ", "- ", "\\- ", "+", "=", "===", "---", ">", "> ", "<", "&", "&amp;", "&lt;", "&amp;copy;", "&copy",
    "&copy;", "&#60;", "*", "_", "**", "`", "[", "]", "(", ")", "!", "|", "a|b", "-|-", ":-", "http://a.id/", "\t",
    "    ", "\xa0", "\u3000", "\u2028", "\u200b", "\x0c", "\x1c", "\x85", "é", "“", "”", "'", '"', "{", "}", "~~~",
    ":", "\ue05b", "\x02", "\x03", "😀",
)  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)
PLAIN = [
    "Kapolres",
    "(1/12)",
    "“aman”,",
    "\\[Gambas\\]",
    "\\*",
    "a_b".replace("_", "\\_"),
    "5 > 4",
    "A & B",
    "\u00a0",
    "Rp1.000",
]


class Elements(HTMLParser):
    """The tags and attributes of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@given(MARKDOWN)
@example("a\n## b")
@example("## a\nb")
@example("## a #")
@example("##  a")
@example("\ue05b\\[")
@settings(max_examples=1500, deadline=None)
def test_the_short_way_gives_what_markdown_and_the_sanitiser_give(text: str) -> None:
    normal = markup._normal(text)
    short = markup._short_way(normal)
    if short is not None:
        assert short == markup._long_way(normal)


@given(st.lists(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_prose_takes_the_short_way(paragraphs: list[str]) -> None:
    text = "\n\n".join(f"Menurut {paragraph} kemarin." for paragraph in paragraphs)
    short = markup._short_way(text)
    assert short is not None
    assert short == markup._long_way(text)


@given(MARKDOWN)
@settings(max_examples=500, deadline=None)
def test_only_known_tags_and_attributes_come_out(text: str) -> None:
    found = Elements(body(text).html)
    assert set(found.tags) <= markup.TAGS
    assert {name for name, _ in found.attributes} <= {"href", "title", "start", "rel"}


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](&#106;avascript:alert(1))",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript://%0aalert(1)>",
    '![x](x" onerror="alert(1))',
    "# judul {: onclick=alert(1) }",
    "*a*{: onclick=alert(1) }",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<svg><script>alert(1)</script></svg>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "`</code><script>alert(1)</script>`",
    "> <style>*{display:none}</style>",
    "<div markdown=1 onclick=x>*a*</div>",
    "[a](//evil.example/)",
    "[a](../../relatif.html)",
    "*[A]: x\n\nA",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(text: str) -> None:
    found = Elements(body(text).html)
    assert set(found.tags) <= markup.TAGS
    links = [value or "" for name, value in found.attributes if name == "href"]
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)
    assert not [
        name for name, _ in found.attributes if name.startswith("on") or name in {"style", "src", "id", "class"}
    ]


def test_raw_html_is_shown_as_text() -> None:
    assert Elements(body("Ia menulis <b>tebal</b> & <script>x</script>.").html).text == (
        "Ia menulis <b>tebal</b> & <script>x</script>."
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("\n\n", ""),
        ("Satu\ndua\n\ntiga", "<p>Satu\ndua</p>\n<p>tiga</p>"),
        ("## Bagian\n\nisi", "<h2>Bagian</h2>\n<p>isi</p>"),
        ("# Satu", "<h2>Satu</h2>"),
        ("1\\. bukan daftar", "<p>1. bukan daftar</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("![foto rapat](x.jpg)", "<p>foto rapat</p>"),
        (
            "[sumber](https://contoh.id/a?b=1&c=2)",
            '<p><a href="https://contoh.id/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">sumber</a></p>',
        ),
        ("a\x00b\ud800", "<p>a\ufffdb\ufffd</p>"),
        ("satu\r\ndua", "<p>satu\ndua</p>"),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert body(text) == Body(html)


EXCESSIVE = {
    "square brackets": "[" * 501,
    "backticks": "`` `a` " * 200,
    "lines without": "# a\n" * 501,
    "levels": "- " * 21 + "a",
    "levels of": "> " * 21 + "a",
    "levels of lists": "1. " * 21 + "a",
    "levels of lists, quotes": "\n\n".join(" " * 4 * level + "- a" for level in range(22)),
    "characters": "*" + "a " * 50_000,
}


@pytest.mark.parametrize(("limit", "text"), EXCESSIVE.items(), ids=list(EXCESSIVE))
def test_a_body_over_a_limit_is_shown_escaped_and_reported(limit: str, text: str) -> None:
    shown = body(text)
    assert shown.plain
    assert Elements(shown.html).tags == ["pre"]
    assert Elements(shown.html).text == text.strip("\n")
    assert [problem.where for problem in problems(text, where="content/x.md")] == ["content/x.md"]
    assert limit in next(problems(text, where="content/x.md")).what


def test_long_prose_without_syntax_meets_no_limit() -> None:
    text = "\n\n".join(["Rapat koordinasi berlangsung tertib."] * 5_000)
    assert not body(text).plain
    assert list(problems(text, where="content/x.md")) == []


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "1. ", "    - a\n\n", "> - ", "- > ", "*a ", "**_", "a\n=\n", "a|b\n-|-\n"]
)
def test_what_the_limits_allow_never_fails(unit: str) -> None:
    """Up to the limits no repetition exhausts the parser's recursion."""
    for count in (1, 5, 10, 20, 100):
        assert body(unit * count).html


def test_a_body_does_not_depend_on_the_one_before() -> None:
    body("[a]: http://contoh.id/ 'x'")
    assert body("[a]").html == "<p>[a]</p>"
