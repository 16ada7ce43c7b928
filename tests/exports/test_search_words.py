"""Words and stems are the same in the page as in the index: the page's own script, run by node or by the browser."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from site_builder.data import table
from site_builder.search.codes import encoded
from site_builder.search.words import WORD, plain, stem
from tests.conftest import ROOT

SCRIPT = (ROOT / "templates" / "assets" / "search-words.js").read_text("utf-8")
TERMS = "(words) => words.map((word) => [arsip.plain(word), arsip.term(word)])"
CUTS = "(texts) => texts.map((text) => arsip.words(text).map((found) => found[0]))"
NUMBERS = "(texts) => texts.map((text) => [...arsip.numbers(text)])"
PREFIXES = (
    "", "di", "ke", "me", "mem", "men", "meng", "meny",
    "pem", "pen", "peng", "peny", "ter", "ber", "bel", "be", "per", "pel", "pe",
)  # fmt: skip
SUFFIXES = ("", "i", "an", "kan", "si", "nya", "ku", "mu", "kah", "lah", "pun", "annya", "kanlah")

Run = Callable[[str, list[str]], list[list[object]]]


@pytest.fixture(scope="module")
def run(request: pytest.FixtureRequest) -> Run:
    """Calls a function of the page's script with a list."""
    if shutil.which("node"):
        return _by_node
    return partial(_by_browser, request.getfixturevalue("browser"))


def _by_node(function: str, given: list[str]) -> list[list[object]]:
    program = f"{SCRIPT}\nconsole.log(JSON.stringify(({function})(JSON.parse(require('fs').readFileSync(0)))))"
    done = subprocess.run(["node", "-e", program], input=json.dumps(given), capture_output=True, text=True, check=True)
    found: list[list[object]] = json.loads(done.stdout)
    return found


def _by_browser(browser: Browser, function: str, given: list[str]) -> list[list[object]]:
    with closing(browser.new_page()) as page:
        page.add_script_tag(content=SCRIPT)
        found: list[list[object]] = page.evaluate(function, given)
    return found


def differences(run: Run, words: list[str]) -> list[tuple[str, object]]:
    expected = [[plain(word), stem(plain(word))] for word in words]
    return [(word, one) for word, one, other in zip(words, run(TERMS, words), expected, strict=True) if one != other]


def test_every_word_of_seeds_gold_and_tables_has_one_stem(run: Run) -> None:
    texts = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "gold" / "raw").iterdir()]
    texts += (ROOT / "site_builder" / "data").glob("*.csv")
    words = sorted({word for path in texts if path.is_file() for word in WORD.findall(path.read_text("utf-8"))})
    assert len(words) > 5000
    assert differences(run, words) == []


def test_every_affix_on_every_root_has_one_stem(run: Run) -> None:
    roots = [row["root"] for row in table("roots")] + ["ajar", "elajar", "erang", "s", "aia"]
    chance = random.Random(1)  # noqa: S311  # the same words each time
    words = ["".join(map(chance.choice, (PREFIXES, PREFIXES, roots, SUFFIXES, SUFFIXES))) for _ in range(50_000)]
    assert differences(run, words) == []


OLD_LETTERS = st.characters(max_codepoint=0x2FF)
"""Letters that every version of Unicode knows: node's and Python's differ."""


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text("aeioukpsmnbrtljdgy", max_size=14) | st.text(OLD_LETTERS, max_size=8), max_size=400))
def test_words_that_nobody_has_written_have_one_stem(run: Run, words: list[str]) -> None:
    assert differences(run, words) == []


def test_texts_are_cut_into_the_same_words(run: Run) -> None:
    texts = ["Jum’at (19/7), Kapolres–AKBP", "a_b c'd' 'e ʼf 1.000", "é Ａ ½ 😀x ﷺ", "", "x" * 40, "İstanbul ẞ"]
    assert run(CUTS, texts) == [WORD.findall(text) for text in texts]


@settings(max_examples=8, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2**30)), min_size=1))
def test_numbers_are_read_as_they_were_written(run: Run, given: list[list[int]]) -> None:
    assert run(NUMBERS, [encoded(several) for several in given]) == given
