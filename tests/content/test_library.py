"""A seed finds its article, whatever it is called."""

from site_builder.content.library import Held, Library, fingerprint, held
from site_builder.content.reading import BodyRecord, Record, SeedReference
from site_builder.errors import Problem
from site_builder.model import Seed

ARTICLE = "---\nschema: 1\ntitle: Rakor\nseed: a.txt\n---\nIsi.\n"


def seed(path: str, sha256: str = "1") -> Seed:
    return Seed(path, sha256, "teks")


def record(path: str, sha256: str = "1") -> Record:
    return Record(SeedReference(path, sha256, "2"), BodyRecord("3"))


def test_a_seed_finds_the_article_that_names_it() -> None:
    library = Library.of([held("2024/rakor", ARTICLE, record("a.txt"))], seeds=["a.txt"])

    found = library.find(seed("a.txt", "changed bytes"))
    assert found
    assert (found.year, found.slug) == ("2024", "rakor")


def test_a_renamed_seed_finds_its_article_by_its_bytes() -> None:
    library = Library.of([held("2024/rakor", ARTICLE, record("a.txt"))], seeds=["b.txt"])

    assert library.find(seed("b.txt")) == Held("2024/rakor", "a.txt", "1")
    assert library.find(seed("b.txt", "other bytes")) is None


def test_a_second_file_of_the_same_bytes_is_a_twin_and_not_the_article_s_seed() -> None:
    library = Library.of([held("2024/rakor", ARTICLE, record("a.txt"))], seeds=["a.txt", "b.txt"])

    assert library.find(seed("b.txt")) is None
    twin = library.twin(seed("b.txt"))
    assert twin
    assert twin.seed == "a.txt"
    assert library.twin(seed("a.txt")) is None


def test_records_of_one_container_are_told_apart_by_their_number() -> None:
    articles = [held("2024/rakor", None, record("all.jsonl#1"))]
    library = Library.of(articles, seeds=["renamed.jsonl"])

    assert library.find(seed("renamed.jsonl#1"))
    assert library.find(seed("renamed.jsonl#2")) is None
    assert fingerprint("1", "a.jsonl#1") != fingerprint("1", "a.jsonl#2")


def test_a_new_article_never_takes_the_slug_of_another_in_any_case_or_year() -> None:
    library = Library.of([held("2023/rakor", "broken", None)], seeds=["a.txt", "b.txt"])

    first = library.place(seed("a.txt", "1"), title="RAKOR", year="2024")
    second = library.place(seed("b.txt", "2"), title="Rakor", year="2024")

    assert [first.stem, second.stem] == ["2024/rakor-2", "2024/rakor-3"]
    assert library.find(seed("a.txt")) == first


def test_an_article_whose_seed_has_gone_is_reported_and_kept() -> None:
    articles = [held("2024/rakor", ARTICLE, None), held("2024/tulisan", "---\ntitle: T\n---\n", None)]

    assert [problem.what for problem in Library.of(articles, seeds=[]).problems([])] == ["its seed a.txt is gone"]
    assert not list(Library.of(articles, seeds=["a.txt"]).problems(["a.txt"]))


def test_a_record_that_its_container_no_longer_has_is_gone() -> None:
    library = Library.of([held("2024/rakor", None, record("all.jsonl#2"))], seeds=["all.jsonl"])

    assert [problem.what for problem in library.problems(["all.jsonl#1"])] == ["its seed all.jsonl#2 is gone"]


def test_two_articles_that_name_one_seed_are_reported() -> None:
    library = Library.of([held("2024/a", ARTICLE, None), held("2024/b", ARTICLE, None)], seeds=["a.txt"])

    assert [(p.where, p.what) for p in library.problems(["a.txt"])] == [
        ("articles/2024/b.md", "names the seed of 2024/a.md: a.txt")
    ]


def test_an_article_that_was_renamed_without_its_reading_is_left_alone_and_told_about() -> None:
    for new in ("a-rakor", "z-rakor"):
        library = Library.of(
            [held("2024/rakor", None, record("a.txt")), held(f"2024/{new}", ARTICLE, None)], seeds=["a.txt"]
        )

        assert library.parted(seed("a.txt"))
        (problem,) = library.problems(["a.txt"])
        assert problem.where == f"articles/2024/{new}.md"
        assert problem.what == "its reading bears another name: articles/2024/rakor.reading.json"
        assert problem.hint.startswith(f"rename it to articles/2024/{new}.reading.json, ")


def test_two_whole_articles_of_one_seed_are_rivals_and_not_parted() -> None:
    both = [held("2024/rakor", ARTICLE, record("a.txt")), held("2024/rakor-2", ARTICLE, None)]
    library = Library.of(both, seeds=["a.txt"])
    assert not library.parted(seed("a.txt"))
    assert [problem.where for problem in library.problems(["a.txt"])] == ["articles/2024/rakor-2.md"]


def test_what_is_wrong_between_seeds_and_articles_is_said_in_full() -> None:
    articles = [
        held("2024/apel", ARTICLE, None),
        held("2024/rakor", ARTICLE, record("a.txt")),
        held("2024/tps", ARTICLE.replace("a.txt", "gone.txt"), record("gone.txt", "5")),
        held("2024/wadah", ARTICLE.replace("a.txt", "all.jsonl#2"), record("all.jsonl#2", "6")),
    ]
    library = Library.of(articles, seeds=["a.txt", "all.jsonl"])
    assert library.find(seed("a.txt"))
    rival = "change “seed:” in one of the two, or delete one together with its reading"
    gone = "put the seed back from its history; the article stays as it is"
    assert list(library.problems(["a.txt"])) == [
        Problem("articles/2024/rakor.md", "names the seed of 2024/apel.md: a.txt", rival),
        Problem("articles/2024/tps.md", "its seed gone.txt is gone", gone),
        Problem("articles/2024/wadah.md", "its seed all.jsonl#2 is gone", gone),
    ]
    assert [problem.where for problem in library.problems(["a.txt", "gone.txt", "all.jsonl#2"])] == [
        "articles/2024/rakor.md"
    ]


def test_a_seed_that_is_here_and_was_not_read_is_not_gone() -> None:
    library = Library.of([held("2024/rakor", ARTICLE, record("a.txt"))], seeds=["a.txt"])
    assert list(library.problems([])) == []


def test_a_new_article_is_found_by_its_seed_and_by_its_bytes() -> None:
    library = Library.of([], seeds=["a.txt", "b.txt", "c#d.jsonl"])
    placed = library.place(seed("a.txt", "9"), title="Rakor", year="2024")
    assert (placed.stem, placed.seed, placed.fingerprint) == ("2024/rakor", "a.txt", "9")
    assert library.twin(seed("b.txt", "9")) == placed
    record_of_odd_name = library.place(seed("c#d.jsonl#1", "8"), title="Apel", year="2024")
    assert record_of_odd_name.fingerprint == "8#1"
    assert library.twin(seed("b.jsonl#1", "8")) == record_of_odd_name


def test_an_article_whose_seed_was_renamed_is_not_said_to_have_lost_it() -> None:
    library = Library.of([held("2024/rakor", ARTICLE, record("a.txt"))], seeds=["b.txt"])
    assert library.find(seed("b.txt"))
    assert list(library.problems(["b.txt"])) == []
