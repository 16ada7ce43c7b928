"""Reading and writing YAML without trusting it."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.content import front_matter
from site_builder.content.front_matter import FrontMatterError, parse, split
from site_builder.content.yaml_text import Plain, dump

SAFE_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
AWKWARD = st.sampled_from(
    ["", "null", "~", "no", "74.10", "1e3", "0x1F", "2024-07-31", "12:30", "- a", "a: b", "a #b", "[x", "x]", "{", "&a",
     "*a", "!a", "%", "@", "`", "'", '"', "a\nb", "a\r\nb", " a", "a ", "=", "<<", "?", "? a", ":", "a:", "---", "...",
     "\u2028",
     "\x85", "\x00", "\ufeff", "\\", "a\\", "🗳", "\t", "#", "|", ">", ".", "-", ".inf", "1_000", "+1", "y", "é"]
)  # fmt: skip
STRINGS = AWKWARD | SAFE_TEXT
LEAVES = st.none() | STRINGS
KEYS = STRINGS.filter(lambda key: key not in ("", "<<"))
ROWS = st.dictionaries(KEYS, LEAVES | st.lists(LEAVES, max_size=3), min_size=1, max_size=4)
VALUES: st.SearchStrategy[Any] = st.one_of(LEAVES, st.lists(st.one_of(LEAVES, ROWS), max_size=4), ROWS)
MAPPINGS: st.SearchStrategy[dict[str, Plain]] = st.dictionaries(KEYS, VALUES, max_size=5)


@given(MAPPINGS)
def test_what_is_dumped_is_parsed_again(mapping: dict[str, Plain]) -> None:
    assert parse(dump(mapping)) == mapping


@given(MAPPINGS)
@example({"a": ["x?y", "a?"], "b": {"c?d": None}})
def test_the_loader_without_libyaml_reads_the_same(mapping: dict[str, Plain]) -> None:
    text = dump(mapping)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(front_matter, "_LOADER", yaml.BaseLoader)
        assert parse(text) == mapping


@given(st.text(st.sampled_from("ab:-#'\"[]{},&*!|>%@?\n \t\r~<\u2028\x00🗳\ud800"), max_size=60))
def test_any_text_is_a_mapping_or_a_declared_error(text: str) -> None:
    problem = _problem(text)
    assert problem is None or 1 <= problem.line <= text.count("\n") + 1


def _problem(text: str) -> FrontMatterError | None:
    try:
        parse(text)
    except FrontMatterError as error:
        return error
    return None


def test_only_unquoted_words_for_nothing_are_null() -> None:
    assert parse("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\nf: NULL") == {
        "a": None, "b": None, "c": None, "d": "null", "e": "", "f": None,
    }  # fmt: skip


def test_every_other_scalar_stays_as_it_was_typed() -> None:
    text = "zip: 00123\ncode: 74.10\ntime: 12:30\ncountry: no\nday: 2024-13-45\nbig: 1_000"
    assert list(parse(text).values()) == ["00123", "74.10", "12:30", "no", "2024-13-45", "1_000"]


def test_values_that_a_yaml_reader_would_type_are_quoted() -> None:
    codes = {"a": "74.10", "b": "2024-07~", "c": "yes", "d": "1e3", "e": "Kapolres Parepare", "f": "000_4133.txt"}
    assert dump(codes) == textwrap.dedent("""\
        a: "74.10"
        b: "2024-07~"
        c: "yes"
        d: "1e3"
        e: Kapolres Parepare
        f: 000_4133.txt
        """)


def test_a_list_of_mappings_has_one_item_a_line() -> None:
    people: Plain = [{"name": "Siti Rahma", "rank": None}, {"name": "Budi, S.H.", "rank": "AKP"}]
    assert dump({"people": people, "tags": ["rakor", "sara"], "authors": []}) == textwrap.dedent("""\
        people:
          - {name: Siti Rahma, rank: null}
          - {name: "Budi, S.H.", rank: AKP}
        tags: [rakor, sara]
        authors: []
        """)


MERGE_BOMB = "a: &a {x: y}\n" + "\n".join(f"b{i}: &b{i} {{<<: [*a, *a]}}" for i in range(30))
REFUSED = {
    "deep flow": ("[" * 25_093, 1, "nested deeper than 8 levels"),
    "deep mapping": ("a: " + "{b: " * 9 + "c", 1, "nested deeper than 8 levels"),
    "deep block": ("a:\n" + "\n".join(" " * i + f"k{i}:" for i in range(1, 3_00)), 9, "nested deeper than 8 levels"),
    "anchor": ("title: x\na: &b c", 2, "an alias or anchor (& or *)"),
    "alias": ("a: *b", 1, "an alias or anchor (& or *)"),
    "merge key": ("a: b\n<<: {c: d}", 2, "a merge key (<<)"),
    "merge bomb": (MERGE_BOMB, 1, "an alias or anchor (& or *)"),
    "tag": ("a: !!python/object:os.system x", 1, "a YAML tag (!)"),
    "own tag": ("a: ! x", 1, "a YAML tag (!)"),
    "set": ("a: !!set {x}", 1, "a YAML tag (!)"),
    "twice": ("a: 1\nb: 2\na: 3", 3, "the key “a” stands twice"),
    "twice inside": ("a: {b: 1, b: 2}", 1, "the key “b” stands twice"),
    "twice, quoted": ("a: 1\n'a': 3", 2, "the key “a” stands twice"),
    "sequence": ("- a\n- b", 1, "not a list of “key: value” lines"),
    "word": ("a", 1, "not a list of “key: value” lines"),
    "no key": ("{? : a}", 1, "a key that is not a word"),
    "list as key": ("{[a]: b}", 1, "a key that is not a word"),
    "second document": ("a: b\n---\nc: d", 2, "a second document (---)"),
    "directive": ("%YAML 1.1\n---\na: b", 1, "a YAML directive (%)"),
    "too long": ("a: " + "b" * 65_534, 1, "longer than 64 KB"),
    "too long in bytes": ("a: " + "é" * 33_000, 1, "longer than 64 KB"),
    "too many values": ("a: [" + "b," * 6_000 + "]", 1, "more than 5000 values"),
    "too many keys": ("".join(f"k{i}: v\n" for i in range(2_600)), 2_499, "more than 5000 values"),
    "nul": ("a: b\nc: \x00", 2, "an invisible character, U+0000"),
    "line separator": ("a: b\u2028c: d", 1, "an invisible character, U+2028"),
    "next line": ("a: b\x85c: d", 1, "an invisible character, U+0085"),
    "surrogate": ("a: \ud800", 1, "an invisible character, U+D800"),
    "byte order mark inside": ("a: b\n\ufeffc: d", 2, "an invisible character, U+FEFF"),
}


@pytest.mark.parametrize(("text", "line", "what"), REFUSED.values(), ids=REFUSED)
def test_what_front_matter_never_needs_is_refused(text: str, line: int, what: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        parse(text)
    assert (caught.value.line, caught.value.what) == (line, what)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["a: 'b", "a: [b", "a: b: c", "a: b\n c: d", "\ta: b", 'a: "\\q"', "a: |x", "a: @b"])
def test_a_slip_of_yaml_is_said_with_its_line(text: str) -> None:
    with pytest.raises(FrontMatterError, match=r"^line [12]: not YAML: "):
        parse(text)


def test_the_line_counts_from_where_the_text_stands_in_its_file() -> None:
    with pytest.raises(FrontMatterError) as caught:
        parse("a: b\na: c", first_line=2)
    assert caught.value.line == 3


def test_as_deep_and_as_many_as_the_limits_allow() -> None:
    assert parse("a: " + "{b: " * 7 + "c" + "}" * 7)
    assert len(parse("".join(f"k{i}: v\n" for i in range(2_490)))) == 2_490


def test_nothing_or_comments_alone_are_an_empty_mapping() -> None:
    assert parse("") == parse("# only a note\n") == {}


def test_split_finds_front_matter_and_body() -> None:
    assert split("---\na: b\n---\n\nText\n---\n") == ("a: b\n", "\nText\n---\n", 4)
    assert split("--- \r\na: b\r\n---\t\r\nText") == ("a: b\r\n", "Text", 4)
    assert split("---\n---") == ("", "", 2)
    assert split("---\na: b\n---x\n---") == ("a: b\n---x\n", "", 4)


@pytest.mark.parametrize("text", ["", "a: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "---x\n---\n"])
def test_a_text_that_does_not_begin_with_a_fence_has_no_front_matter(text: str) -> None:
    with pytest.raises(FrontMatterError, match="no front matter"):
        split(text)


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: b\n --- \n", "---\n" * 1 + "x\n" * 9])
def test_a_front_matter_without_end_is_said(text: str) -> None:
    with pytest.raises(FrontMatterError, match="has no end"):
        split(text)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("title: Rakor: Polres siap", 'put quotes around what has a colon in it: title: "Rakor: Polres siap"'),
        ("event:\n  venue: Aula: lantai 2", 'put quotes around what has a colon in it: venue: "Aula: lantai 2"'),
        ('title: "Rakor": siap', "check quotes, colons and indents of this line"),
    ],
)
def test_a_second_colon_is_answered_with_the_line_in_quotes(line: str, hint: str) -> None:
    with pytest.raises(FrontMatterError) as wrong:
        parse(line)
    assert wrong.value.hint == hint


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('title: "Rakor\nurl: null\ntags: [a]\nvenue: "x"\n', 1, "close what opens on this line: a quote, a bracket"),
        ("title: Rakor\ntags: [a\nurl: null\nvenue: 'x'\n", 2, "close what opens on this line: a quote, a bracket"),
        ("event:\n  date: x\n  venue: 'aula\nurl: 'y'\n", 3, "close what opens on this line: a quote, a bracket"),
        ("title: Rakor\n  deck: x: y\nurl: null\n", 2, 'put quotes around what has a colon in it: deck: "x: y"'),
    ],
)
def test_a_slip_is_told_at_the_field_that_it_is_in(text: str, line: int, hint: str) -> None:
    with pytest.raises(FrontMatterError) as wrong:
        parse(text)
    assert (wrong.value.line, wrong.value.hint) == (line, hint)
