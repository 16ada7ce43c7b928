"""Which article belongs to which seed."""

from __future__ import annotations

from site_builder.identity import Identified, Stored, identify
from site_builder.model import Seed
from site_builder.reading import BodyRecord, Record, SeedReference, dumps


def _seed(path: str, sha256: str) -> Seed:
    return Seed(path, sha256, "Isi.")


def _stored(
    slug: str, path: str | None, sha256: str | None = None, *, front: str = "", was: str | None = None
) -> Stored:
    reading = dumps(Record(SeedReference(was or path or "", sha256, "x"), BodyRecord("x"))) if sha256 else None
    text = f"---\n{front}title: x\nseed: {path or 'null'}\n---\n"
    return Stored(slug, "2024", f"content/articles/2024/{slug}.md", text, reading)


def _slugs(found: Identified) -> dict[str, str]:
    return {path: article.slug for path, article in found.articles.items()}


def test_an_article_belongs_to_the_seed_that_it_names() -> None:
    found = identify([_seed("a.txt", "aa"), _seed("b.txt", "bb")], [_stored("x", "a.txt", "aa"), _stored("y", None)])
    assert _slugs(found) == {"a.txt": "x"}
    assert found.problems == ()


def test_a_renamed_seed_is_known_by_its_bytes() -> None:
    found = identify([_seed("new.txt", "aa")], [_stored("x", "old.txt", "aa")])
    assert _slugs(found) == {"new.txt": "x"}
    assert found.problems == ()


def test_two_seeds_that_changed_names_and_one_that_changed_both() -> None:
    stored = [_stored("x", "a.txt", "aa"), _stored("y", "b.txt", "bb"), _stored("z", "c.txt", "cc")]
    found = identify([_seed("b.txt", "aa"), _seed("d.txt", "cc")], stored)
    assert _slugs(found) == {"b.txt": "y", "d.txt": "z"}
    assert [problem.where for problem in found.problems] == ["content/articles/2024/x.md"]


def test_an_article_whose_seed_is_gone_stays_with_a_warning() -> None:
    found = identify([], [_stored("x", "a.txt", "aa"), _stored("y", "b.txt")])
    assert _slugs(found) == {}
    assert [problem.what for problem in found.problems] == ["its seed a.txt is gone", "its seed b.txt is gone"]


def test_two_articles_that_claim_one_seed_are_a_problem_and_the_first_keeps_it() -> None:
    stored = [_stored("y", "a.txt", "aa"), _stored("x", "a.txt", "aa")]
    for order in (stored, stored[::-1]):
        found = identify([_seed("a.txt", "aa")], order)
        assert _slugs(found) == {"a.txt": "x"}
        assert [problem.where for problem in found.problems] == ["content/articles/2024/y.md"]


def test_an_article_with_a_broken_front_matter_keeps_its_seed() -> None:
    found = identify([_seed("a.txt", "aa")], [_stored("x", "a.txt", front="titel: 'x\n")])
    assert _slugs(found) == {"a.txt": "x"}


def test_an_article_from_which_the_seed_was_removed_is_known_by_its_reading() -> None:
    found = identify([_seed("a.txt", "aa")], [_stored("x", None, "aa", was="a.txt")])
    assert _slugs(found) == {"a.txt": "x"}


def test_a_deleted_article_is_known_by_its_reading() -> None:
    stored = _stored("x", "a.txt", "aa")
    deleted = Stored(stored.slug, stored.year, stored.where, None, stored.reading)
    assert _slugs(identify([_seed("a.txt", "aa")], [deleted])) == {"a.txt": "x"}


def test_a_damaged_reading_knows_nothing() -> None:
    stored = Stored("x", "2024", "x.md", "---\ntitle: x\n---\n", "{")
    assert identify([_seed("a.txt", "aa")], [stored]) == Identified({}, ())


def test_equal_seeds_under_new_names_are_shared_out_in_order() -> None:
    stored = [_stored("x", "old1.txt", "aa"), _stored("y", "old2.txt", "aa")]
    found = identify([_seed("b.txt", "aa"), _seed("a.txt", "aa")], stored)
    assert _slugs(found) == {"a.txt": "x", "b.txt": "y"}
