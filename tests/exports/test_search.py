"""The search index, read again as a browser reads it: what stands in the articles is found, and nothing else."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import routes
from site_builder.archive import Archive
from site_builder.exports import Published, search
from site_builder.model import Article, Event, Person, Tag, Vocabulary
from site_builder.search import ranking
from site_builder.search import shards as shards_of
from site_builder.search.aliases import aliases, kin
from site_builder.search.codes import CHARACTERS, COMMON, code, codes, encoded, numbers
from site_builder.search.shards import FULL, Line, shards
from site_builder.search.slots import size, slots
from site_builder.search.words import LONGEST, Terms, plain
from tests.pages.sample import CHIEF, archive, article, entry, many, meeting, reading

CALL = re.compile(r'arsip\("([^"]+)",(.*)\)\n', re.DOTALL)


def index(found: Archive) -> dict[str, Any]:
    """What each file of the index holds, by the name that it gives itself."""
    held = {}
    for path, raw in search.index(found):
        call = CALL.fullmatch(raw.decode())
        assert call, path
        assert path == f"search/{call[1]}.js"
        held[call[1]] = json.loads(call[2])
    return held


def dictionary(files: dict[str, Any]) -> dict[str, str]:
    """Term -> its posting, long or short."""
    lines = [line for name, text in files.items() if name.startswith("terms/") for line in text.split("\n")]
    short = dict(line.split("\t")[:2] for line in lines if "\t" in line)
    return {term: files[f"term/{search.name(term)}"] if text == "*" else text for term, text in short.items()}


def slot_of(files: dict[str, Any]) -> dict[int, str]:
    return {row[0]: row[1] for name, rows in files.items() if name.startswith("cards/") for row in rows}


def found_in(files: dict[str, Any], word: str) -> dict[str, int]:
    """Slug -> grade of the articles that a word leads to."""
    term = word if word.startswith("=") else Terms()[word]
    read = list(numbers(dictionary(files).get(term, "")))
    at = [slot - 1 for slot in accumulate(number // ranking.LEVELS + 1 for number in read)]
    names = slot_of(files)
    return {names[slot]: number % ranking.LEVELS for slot, number in zip(at, read, strict=True)}


# Numbers ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_are_read_as_they_were_written(given: list[int]) -> None:
    assert list(numbers(encoded(given))) == given


@given(st.text(CHARACTERS))
def test_every_string_of_the_characters_is_one_list_of_numbers(text: str) -> None:
    whole = text + CHARACTERS[0]
    assert encoded(numbers(whole)) == whole


def test_no_character_of_a_number_is_escaped_in_javascript() -> None:
    assert json.dumps(CHARACTERS)[1:-1] == CHARACTERS
    assert len(CHARACTERS) == 90
    assert list(codes()) == [code(number).encode() for number in range(COMMON)]


# Slots ------------------------------------------------------------------------------------------------------------

SLUGS = st.lists(st.text("abcdefgh", min_size=1), unique=True, max_size=200)


@given(SLUGS)
def test_every_article_has_a_slot_of_its_own(slugs: list[str]) -> None:
    table = slots(slugs)
    assert sorted(table.values()) == sorted(slugs)
    assert list(table) == sorted(table)
    assert all(0 <= slot < size(len(slugs)) for slot in table)


@given(SLUGS, st.text("xyz", min_size=1))
def test_the_newest_article_moves_no_other(slugs: list[str], newest: str) -> None:
    if size(len(slugs)) == size(len(slugs) + 1):
        assert slots(slugs).items() <= slots([*slugs, newest]).items()


# Words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "terms"),
    [
        ("Jum'at, pengamanan TNI-Polri", ["jumat", "aman", "tni", "polri"]),
        ("É Ａ ½", ["e", "a", "12"]),
        ("a_b 2024 … –", ["a", "b", "2024"]),
        ("x" * 99, ["x" * LONGEST]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_terms(printed: str, terms: list[str]) -> None:
    assert Terms().of(printed) == terms


def test_a_word_keeps_no_more_than_the_longest() -> None:
    assert len(plain("ﷺ" * 99)) == LONGEST


# Postings ---------------------------------------------------------------------------------------------------------


def test_a_word_leads_to_the_articles_that_have_it_in_any_form() -> None:
    files = index(archive(article("satu", body="Pengamanan TPS."), article("dua", body="Aman."), article("tiga")))
    assert set(found_in(files, "aman")) == {"satu", "dua"}
    assert found_in(files, "tiada") == {}


def test_title_tag_person_and_place_weigh_more_than_the_body() -> None:
    files = index(
        archive(
            article("isi", body="Wajo Mattawang rakor."),
            article("judul", title="Rakor", body="Isi."),
            meeting("semua", title="Lain"),
        )
    )
    rakor = found_in(files, "rakor")
    assert rakor["judul"] > rakor["isi"] < rakor["semua"]
    for name in ("mattawang", "wajo"):
        found = found_in(files, name)
        assert found["semua"] > found["isi"]


def test_a_long_report_needs_more_of_a_word_than_a_short_one() -> None:
    files = index(
        archive(article("panjang", body="Patroli. " + "Isi. " * 2000), article("pendek", body="Patroli. Isi."))
    )
    found = found_in(files, "patroli")
    assert found["pendek"] > found["panjang"]


def test_the_province_of_a_regency_is_found_too() -> None:
    files = index(archive(article("satu", places=("Kota Parepare",))))
    assert set(found_in(files, "=pprovinsi-sulawesi-selatan")) == set(found_in(files, "sulawesi")) == {"satu"}


def test_places_of_words_are_those_of_title_deck_and_body_in_turn() -> None:
    one = article("satu", title="Rakor Wajo", deck="Aman", body="Rakor lagi, rakor.", tags=("rakor",))
    files = index(archive(one))
    (text,) = (text for name, text in files.items() if name.startswith("places/"))
    places = {term: list(numbers(code)) for term, code in (line.split("\t") for line in text.split("\n"))}
    # title 0 1 · deck 3 · body 5 6 7; the first number says how many, the others are the distances
    assert places["rakor"] == [3, 0, 4, 1]
    assert places["aman"] == [1, 3]
    assert places["koordinasi"] == [0]  # only in the tag's label


def test_every_posting_agrees_with_the_words_of_its_articles() -> None:
    listed = [article(f"a{n}", title=f"Judul {n}", body=f"Kata{n % 3} pilkada {'aman ' * (n % 5)}") for n in range(300)]
    files = index(archive(*listed))
    terms = Terms()
    for term in ("pilkada", "aman", "kata2", "17"):
        expected = {one.slug for one in listed if term in terms.of(f"{one.title} {one.body}")}
        assert set(found_in(files, term)) == expected


def test_a_long_posting_has_files_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards_of, "LONG", 20)
    files = index(archive(*many(30, body="pilkada")))
    assert len(found_in(files, "pilkada")) == 30
    assert list(numbers(files["term-places/_pilkada"]))[:2] == [1, 4]


# Rights -----------------------------------------------------------------------------------------------------------


def test_what_is_withdrawn_is_in_no_file() -> None:
    made = list(search.index(archive(article("satu"), article("rahasia", title="Rahasia", show="withdrawn"))))
    assert not [path for path, raw in made if b"rahasia" in raw.lower()]


def test_of_an_excerpt_no_more_is_quoted_and_no_order_of_words_kept() -> None:
    body = "Awal berita. " + "Tengah berita yang panjang. " * 30 + "Penutup rahasia."
    files = index(archive(article("satu", body=body, show="excerpt")))
    (rows,) = (rows for name, rows in files.items() if name.startswith("text/"))
    assert "rahasia" not in rows[0][1]
    assert rows[0][1].startswith("Awal")
    assert set(found_in(files, "rahasia")) == {"satu"}
    (text,) = (text for name, text in files.items() if name.startswith("places/"))
    assert f"rahasia\t{encoded([0])}" in text.split("\n")


# Shards -----------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=6), st.integers(0, 2 * FULL)), max_size=30))
def test_shards_hold_every_line_once_below_its_prefix(given: list[tuple[str, int]]) -> None:
    lines = [Line(word, word.ljust(length, ".")) for word, length in given]
    made = list(shards(lines))
    assert sorted(line.text for shard in made for line in shard.lines) == sorted(line.text for line in lines)
    assert [shard.prefix for shard in made] == sorted(shard.prefix for shard in made)
    for shard in made:
        assert all(line.word.startswith(shard.prefix) for line in shard.lines)
        assert len({line.word for line in shard.lines}) <= 1 or sum(len(line.text) for line in shard.lines) <= FULL


def test_one_new_report_changes_few_files() -> None:
    old = [
        article(
            f"a{n}", published=f"2024-0{n % 9 + 1}-11", body=" ".join(f"kata{n * k % 4999:x}" for k in range(1, 60))
        )
        for n in range(700)
    ]
    new = article("baru", published="2024-12-01", body="kata1 kata2 kata3 kata4")
    before, after = (dict(search.index(archive(*some))) for some in (old, [*old, new]))
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    kinds = [path.split("/")[1] for path in changed]
    assert kinds.count("cards") == kinds.count("text") == 1
    assert kinds.count("terms") <= 12
    assert len([path for path in before if "/terms/" in path]) > 25
    assert dict(search.index(archive(*reversed(old)))) == before


@pytest.mark.parametrize("word", ["con", "=trakor", "a/b", "..", "žr", "😀"])
def test_a_word_makes_a_file_name_for_every_system(word: str) -> None:
    assert re.fullmatch(r"_[a-z0-9-]+", search.name(word))


# Aliases ----------------------------------------------------------------------------------------------------------

WORDS = Vocabulary((Tag("rakor", "Rapat koordinasi", "Coordination meeting", None, ("rakoor", "ajak", "a … b")),))


def also(found: Archive) -> dict[str, str]:
    return {" ".join(alias.phrase): alias.term for alias in aliases(found)}


def test_a_tag_is_found_by_its_other_names_but_not_by_ordinary_words() -> None:
    found = Archive.of([entry(meeting())], site=archive().site, vocabulary=WORDS)
    names = also(found)
    phrases = ("rapat koordinasi", "rakor", "rakoor", "coordination meeting")
    assert {names[" ".join(Terms().of(phrase))] for phrase in phrases} == {"=trakor"}
    assert "ajak" not in names
    assert not any("…" in phrase for phrase in names)


def test_a_region_is_found_by_its_short_form_if_there_are_reports() -> None:
    assert also(archive(article(places=("Kota Parepare",))))["sulsel"] == "=pprovinsi-sulawesi-selatan"
    assert "sulsel" not in also(archive(article()))


def test_words_of_one_root_that_the_stemmer_parts_are_kin() -> None:
    terms = {word: Terms()[word] for word in ("menangkap", "ditangkap", "patroli")}
    assert kin(terms, terms.values()) == {"angkap": ("tangkap",), "tangkap": ("angkap",)}
    assert kin(terms, ["tangkap"]) == {}


# Columns ----------------------------------------------------------------------------------------------------------


def column(files: dict[str, Any], name: str) -> dict[str, set[str]]:
    """Slug -> the keys of a facet's values."""
    values, text = files[f"column/{name}"]
    read = numbers(text)
    return {slug: {values[next(read)][0] for _ in range(next(read))} for _, slug in sorted(slot_of(files).items())}


def test_facets_say_of_each_report_what_it_has() -> None:
    sure = entry(meeting("satu", date="2024-10-05"), reading("event.date", "2024-10-05", "Sabtu"))
    files = index(archive(sure, article("dua", published="2023"), article("tiga")))
    assert column(files, "tag")["satu"] == {"rakor"}
    assert column(files, "place")["satu"] == {"kabupaten-wajo", "provinsi-sulawesi-selatan"}
    assert column(files, "person")["satu"] == {
        "daeng-mattawang-kapolres-wajo",
        "siti-marhumah-ketua-kpu-kabupaten-wajo",
    }
    assert column(files, "month") == {"satu": {"2024-10"}, "dua": {"2023"}, "tiga": {"undated"}}
    assert column(files, "stage") == {"satu": {"kampanye", "badan-adhoc"}, "dua": set(), "tiga": set()}
    assert column(files, "certainty") == {"satu": {"sure"}, "dua": {"unknown"}, "tiga": {"unknown"}}
    labels = {key: (label, above) for key, label, above in files["column/place"][0]}
    keys = [key for key, _, _ in files["column/place"][0]]
    assert labels["kabupaten-wajo"] == ("Kabupaten Wajo", keys.index("provinsi-sulawesi-selatan"))


def test_people_of_one_name_are_told_apart_by_their_office() -> None:
    other = meeting("lain", places=("Kota Tual",), date="2019-01-05", people=(Person(CHIEF.name, None, "Petani"),))
    files = index(archive(meeting(), other))
    assert sorted(label for _, label, _ in files["column/person"][0] if CHIEF.name in label) == [
        f"{CHIEF.name}, AKBP, Kapolres Wajo",
        f"{CHIEF.name}, Petani",
    ]


@pytest.mark.parametrize(("date", "day"), [("2000-01-01", 1), ("2000-01-02", 3), ("1999-12-31", 2), (None, 0)])
def test_days_are_counted_from_an_epoch(date: str | None, day: int) -> None:
    files = index(archive(article("satu", published=date)))
    (slot,) = slot_of(files)
    assert list(numbers(files["column/day"])) == [slot, day]


# Files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["</script>", "\u2028", "\\", '"', "a\ud800", "__proto__", "<img onerror=x>", "\x00"])
def test_no_text_breaks_a_file(text: str) -> None:
    one: Article = article(
        "satu", title=text, body=text, outlet=text, tags=(text,), event=Event(None, None, text, text)
    )
    files = index(archive(one))
    (card,) = (rows[0] for name, rows in files.items() if name.startswith("cards/"))
    assert card[2] == text.encode("utf-8", "replace").decode()


def test_an_empty_archive_has_an_index() -> None:
    assert index(archive())["index"]["articles"] == 0


def test_without_the_explore_page_there_is_no_index() -> None:
    found = archive(article())
    assert list(search.export(Published(found, ("index.html",)))) == []
    assert list(search.export(Published(found, (routes.EXPLORE,)))) == list(search.index(found))
