"""Quotes and the words of facts, marked in a body."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.marking import Mark, marked
from site_builder.markup import Body, body

MADE = re.compile(r'<span id="m\d" class="k">|</span>')


def shown(html: str, *marks: Mark) -> str:
    return marked(Body(html), marks)[0].html


@pytest.mark.parametrize(
    ("html", "mark", "expected"),
    [
        ("<p>Satu dua tiga.</p>", Mark("m", "dua", "k"), '<p>Satu <span id="m" class="k">dua</span> tiga.</p>'),
        ("<p>Satu duabelas dua</p>", Mark("m", "dua", "k"), '<p>Satu duabelas <span id="m" class="k">dua</span></p>'),
        ("<p>a &amp; b &lt;</p>", Mark("m", "a & b", "k"), '<p><span id="m" class="k">a &amp; b</span> &lt;</p>'),
        ("<p>a &amp; b</p>", Mark("m", "amp", "k"), "<p>a &amp; b</p>"),
        ("<p>dua\nkata</p>", Mark("m", "dua kata", "k"), '<p><span id="m" class="k">dua\nkata</span></p>'),
        ("<p>dua <em>kata</em></p>", Mark("m", "dua kata", "k"), "<p>dua <em>kata</em></p>"),
        ('<p><a title="dua">x</a></p>', Mark("m", "dua", "k"), '<p><a title="dua">x</a></p>'),
        ("<p>dua</p><p>dua</p>", Mark("m", "dua", "k", 1), '<p>dua</p><p><span id="m" class="k">dua</span></p>'),
        ("<p>dua dua</p>", Mark("m", "dua", "k", 0, 4), '<p>dua <span id="m" class="k">dua</span></p>'),
        ("<p>“Dua,” kata</p>", Mark("m", "Dua", "k", note=" N"), '<p>“<span id="m" class="k">Dua</span>,” N kata</p>'),
        ("<p>x</p>", Mark("m", " ", "k"), "<p>x</p>"),
    ],
)
def test_words_are_marked_where_they_stand(html: str, mark: Mark, expected: str) -> None:
    assert shown(html, mark) == expected


def test_marks_may_lie_inside_others_but_not_across() -> None:
    outer, inner, across = Mark("a", "satu dua tiga", "k"), Mark("b", "dua", "k"), Mark("c", "tiga empat", "k")
    made, names = marked(Body("<p>satu dua tiga empat</p>"), [across, inner, outer])
    assert made.html == '<p><span id="a" class="k">satu <span id="b" class="k">dua</span> tiga</span> empat</p>'
    assert names == {"a": "a", "b": "b"}


def test_facts_of_the_same_words_share_a_mark() -> None:
    made, names = marked(Body("<p>Polres Wajo</p>"), [Mark("a", "Polres Wajo", "k"), Mark("b", "Polres Wajo", "k")])
    assert made.html.count("<span") == 1
    assert names == {"a": "a", "b": "a"}


WORDS = st.lists(st.sampled_from(["a", "b", "&", "<", ">", '"', "a b", "*c*", "[b](http://x)", "\n\n", "amp", "lt"]))


@given(WORDS.map(" ".join), st.lists(WORDS.map(" ".join), max_size=4))
def test_without_its_marks_a_body_is_what_it_was(text: str, marks: list[str]) -> None:
    whole = body(text)
    made, names = marked(whole, [Mark(f"m{n}", words, "k", n, n) for n, words in enumerate(marks)])
    assert MADE.sub("", made.html) == whole.html
    assert set(re.findall(r'id="(m\d)"', made.html)) == set(names.values())
