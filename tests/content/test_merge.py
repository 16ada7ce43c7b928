"""The machine and a person writing to one article."""

from __future__ import annotations

import dataclasses
import os
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.article import FieldValue, field_values, plain, read_article, write_article
from site_builder.content.merge import FIELDS, Merged, merge, release
from site_builder.content.proposal import Proposal, propose, sha256
from site_builder.content.reading import Record, dumps, loads, value_of
from site_builder.content.splice import splice
from site_builder.errors import Problem
from site_builder.model import LISTS, Article, Block, Document, Person, Quote, Reading, Seed

WHERE = "content/articles/2024/rakor.md"
HISTORIES = int(os.environ.get("MERGE_HISTORIES", "300"))


def _propose(values: Mapping[str, Any], *, body: str = "Isi.", seed: str = "a.txt") -> Proposal:
    document = Document.of(Seed(seed, "00", body), (Block((0, len(body)), "body"),))
    readings = {
        name: tuple(
            Reading(name, item, str(item), None, "rule/1", 0.9) for item in (value if name in LISTS else [value])
        )
        for name, value in values.items()
    }
    return propose(document, readings, slug="rakor", year="2024")


@dataclass
class Files:
    """The two files of one article."""

    text: str | None = None
    reading: str | None = None

    def merge(self, proposal: Proposal) -> Merged:
        return merge(proposal, text=self.text, reading=self.reading, where=WHERE)

    def ingest(self, proposal: Proposal, *, writes: int = 3) -> Merged:
        """Merge and write; fewer writes are a crash between the files."""
        merged = self.merge(proposal)
        steps = [("reading", merged.before), ("text", merged.text), ("reading", merged.record)]
        for name, text in [step for step in steps if step[1] is not None][:writes]:
            setattr(self, name, text)
        return merged

    def article(self) -> Article:
        found = read_article(self.text or "", slug="rakor", year="2024", where=WHERE)
        assert isinstance(found, Article)
        return found

    def record(self) -> Record:
        found = loads(self.reading or "", where=WHERE)
        assert isinstance(found, Record)
        return found

    def edit(self, name: str, value: FieldValue) -> None:
        """As a person edits one field, all else kept."""
        head, front, body = (self.text or "").split("---\n", 2)
        if name == "body":
            self.text = f"{head}---\n{front}---\n\n{value}\n"
        elif (after := splice(front, {name: plain(value)})) is not None:
            self.text = f"{head}---\n{after}---\n{body}"

    def release(self, *names: str) -> None:
        found = release(names, text=self.text or "", reading=self.reading or "", where=WHERE)
        assert isinstance(found, str)
        self.reading = found


FIRST = _propose({"title": "Rakor", "event.date": "2024-07-31", "people": [Person("Siti", "AKP")], "tags": ["rakor"]})
SECOND = _propose({"title": "Rakor Pilkada", "event.date": "2024-08-01", "tags": ["rakor", "sara"]}, body="Isi baru.")


def _written(proposal: Proposal = FIRST) -> Files:
    files = Files()
    files.ingest(proposal)
    return files


def test_a_new_article_is_the_proposal() -> None:
    files = _written()
    assert files.article() == FIRST.article
    assert files.record() == FIRST.record


def test_twice_changes_nothing() -> None:
    assert _written().merge(FIRST) == Merged()


def test_the_machine_may_change_what_no_person_touched() -> None:
    files = _written()
    merged = files.ingest(SECOND)
    assert merged.changed == ("title", "event.date", "people", "tags", "body")
    assert files.article() == SECOND.article
    assert files.record() == SECOND.record


def test_a_persons_edit_stays_and_only_something_new_is_suggested() -> None:
    files = _written()
    files.edit("title", "Rapat Koordinasi")
    assert files.ingest(FIRST).suggestions == ()
    assert files.record().field("title").owner == "person"
    assert files.ingest(SECOND).suggestions == ("title",)
    assert files.article().title == "Rapat Koordinasi"
    assert value_of("title", files.record().field("title").suggested or ()) == "Rakor Pilkada"
    assert files.merge(SECOND) == Merged(suggestions=("title",))
    assert files.ingest(FIRST).suggestions == ()


def test_a_deleted_value_stays_deleted() -> None:
    files = _written()
    files.text = "".join(line for line in (files.text or "").splitlines(keepends=True) if "date:" not in line)
    files.ingest(SECOND)
    files.ingest(FIRST)
    assert files.article().event.date is None


def test_an_edit_that_comes_to_what_the_machine_says_later_is_still_the_persons() -> None:
    files = _written()
    files.edit("title", "Rakor Pilkada")
    files.ingest(SECOND)
    files.ingest(FIRST)
    assert files.article().title == "Rakor Pilkada"


def test_a_persons_body_stays_and_the_new_one_is_told() -> None:
    files = _written()
    files.edit("body", "Isi dari editor.")
    assert files.ingest(SECOND).suggestions == ("body",)
    assert files.article().body == "Isi dari editor."


def test_comments_order_and_quoting_of_the_rest_survive() -> None:
    files = _written()
    before = (files.text or "").replace("title: Rakor\n", "# dari redaksi\ntitle: 'Rakor'  # periksa\n")
    files.text = before.replace("tags: [rakor]\n", "").replace("deck: null", "tags:   ['rakor']\ndeck:   ~")
    files.ingest(
        _propose({"title": "Apel", "event.date": "2024-07-31", "people": [Person("Siti", "AKP")], "tags": ["rakor"]})
    )
    after = before.replace("'Rakor'  #", "Apel  #").replace("tags: [rakor]\n", "")
    assert files.text == after.replace("deck: null", "tags:   ['rakor']\ndeck:   ~")


def test_a_value_that_cannot_be_written_without_losing_a_comment_is_suggested() -> None:
    files = _written()
    files.text = (files.text or "").replace("people:\n", "people:\n  # benar?\n")
    merged = files.ingest(SECOND)
    assert merged.suggestions == ("people",)
    assert "people" not in merged.changed
    assert "title" in merged.changed
    assert "# benar?" in (files.text or "")
    assert files.record().field("people").owner == "machine"
    assert files.merge(SECOND) == Merged(suggestions=("people",))
    files.text = (files.text or "").replace("  # benar?\n", "")
    files.ingest(SECOND)
    assert files.article().people == ()


@pytest.mark.parametrize("reading", [None, "", "{", "<<<<<<< HEAD\n"])
def test_without_a_good_reading_every_field_is_the_persons(reading: str | None) -> None:
    files = _written()
    files.reading = reading
    text = files.text
    merged = files.ingest(SECOND)
    assert files.text == text
    assert [type(problem) for problem in merged.problems] == [Problem]
    assert merged.problems[0].where == (WHERE if reading is None else WHERE.replace(".md", ".reading.json"))
    assert merged.suggestions == ("title", "event.date", "tags", "body")
    assert {files.record().field(name).owner for name in FIELDS} == {"person"}
    assert files.ingest(FIRST).text is None
    assert files.merge(FIRST).record is None


def test_an_article_that_cannot_be_read_is_left_alone_with_its_reading() -> None:
    files = _written()
    files.text = (files.text or "").replace("title: Rakor", "titel: Rakor")
    merged = files.merge(SECOND)
    assert (merged.before, merged.text, merged.record) == (None, None, None)
    assert [problem.what for problem in merged.problems] == ["“titel” is not known", "“title” is missing"]


def test_a_deleted_article_is_not_written_again_while_its_reading_stands() -> None:
    files = _written()
    files.text = None
    merged = files.merge(FIRST)
    assert merged.text is None
    assert "deleted" in merged.problems[0].what
    files.reading = None
    assert files.merge(FIRST).text is not None


@pytest.mark.parametrize("writes", [1, 2])
def test_a_crash_between_the_files_is_no_edit(writes: int) -> None:
    new = Files()
    new.ingest(FIRST, writes=writes)
    new.ingest(FIRST)
    assert (new.article(), new.record()) == (FIRST.article, FIRST.record)
    files = _written()
    files.ingest(SECOND, writes=writes)
    third = _propose({"title": "Apel", "tags": ["apel-pasukan"]}, body="Lain.")
    files.ingest(third)
    assert (files.article(), files.record()) == (third.article, third.record)


def test_a_person_may_bring_back_an_older_value_of_the_machine() -> None:
    files = _written()
    files.ingest(SECOND)
    files.edit("title", "Rakor")
    files.ingest(_propose({"title": "Apel"}))
    assert files.article().title == "Rakor"


def test_a_released_field_is_written_again_and_no_other() -> None:
    files = _written()
    for name in ("title", "deck", "body"):
        files.edit(name, "Editor")
    files.ingest(SECOND)
    files.release("title", "body")
    assert files.ingest(SECOND).changed == ("title", "body")
    assert files.article() == dataclasses.replace(SECOND.article, deck="Editor")
    assert files.record().field("deck").owner == "person"


def test_an_edit_after_the_release_is_the_persons_again() -> None:
    files = _written()
    files.edit("title", "Editor")
    files.ingest(SECOND)
    files.release("title")
    files.edit("title", "Editor lagi")
    files.ingest(SECOND)
    assert files.article().title == "Editor lagi"


def test_only_a_field_that_exists_can_be_released() -> None:
    files = _written()
    found = release(("titel", "show"), text=files.text or "", reading=files.reading or "", where=WHERE)
    assert isinstance(found, tuple)
    assert [problem.hint[:24] for problem in found] == ["did you mean “title”?", "the fields are title, de"]
    assert isinstance(release(("title",), text="x", reading="y", where=WHERE), tuple)


def test_a_renamed_seed_changes_the_name_and_nothing_else() -> None:
    files = _written()
    renamed = _propose(
        {"title": "Rakor", "event.date": "2024-07-31", "people": [Person("Siti", "AKP")], "tags": ["rakor"]},
        seed="b.txt",
    )
    before = files.text or ""
    assert files.ingest(renamed).changed == ("seed",)
    assert files.text == before.replace("seed: a.txt", "seed: b.txt")
    assert files.record().seed.path == "b.txt"


def test_a_field_that_only_a_person_fills_is_never_touched() -> None:
    files = _written()
    files.text = (files.text or "").replace("show: null\nreview: pending", "show: withdrawn\nreview: reviewed")
    files.ingest(SECOND)
    assert (files.article().show, files.article().review) == ("withdrawn", "reviewed")


def test_spans_into_a_text_that_is_no_more_are_not_kept() -> None:
    document = Document.of(Seed("a.txt", "00", "Judul\nIsi."), (Block((0, 5), "title"), Block((6, 10), "body")))
    readings = {"title": (Reading("title", "Judul", "Judul", (0, 5), "title/1", 0.9),)}
    files = _written(propose(document, readings, slug="rakor", year="2024"))
    files.edit("title", "Editor")
    files.ingest(SECOND)
    (reading,) = files.record().field("title").readings
    assert (reading.value, reading.span) == ("Judul", None)


def test_an_article_that_could_not_be_read_again_is_not_written() -> None:
    quotes = [Quote(None, "kata " * 7_000)]
    people = [Person("nama " * 7_000)]
    merged = Files().merge(_propose({"title": "Rakor", "quotes": quotes, "people": people}))
    assert (merged.before, merged.text, merged.record) == (None, None, None)
    assert "64 KB" in merged.problems[0].what


def test_a_body_is_written_below_a_front_matter_that_ends_the_file() -> None:
    files = _written(_propose({"title": "Rakor"}, body="Isi."))
    files.text = (files.text or "").rstrip("\n").removesuffix("\n\nIsi.")
    files.ingest(FIRST)
    files.release("body")
    assert files.ingest(SECOND).changed == ("title", "event.date", "people", "tags", "body")
    assert files.text.endswith("\n---\n\nIsi baru.\n")


def test_windows_line_ends_stay() -> None:
    files = _written()
    files.text = "\ufeff" + (files.text or "").replace("\n", "\r\n")
    files.ingest(SECOND)
    assert (files.text or "").count("\n") == (files.text or "").count("\r\n")
    assert files.article() == SECOND.article


# Random histories ---------------------------------------------------------------------------------------------------

WORDS = ("m1", "m2", "m3", "p1: x", "p2 # y", "it's")
VALUES: Mapping[str, tuple[FieldValue, ...]] = {
    "title": WORDS,
    "deck": (None, *WORDS),
    "event.date": (None, "2024", "2024-07", "2024-07-31"),
    "tags": ((), ("rakor",), ("rakor", "sara")),
    "people": ((), (Person("Siti"),), (Person("Siti", "AKP"), Person("Budi", None, "Camat: x"))),
    "body": ("Isi.", "Isi lain.\n\nDua.", "Tiga"),
}


@dataclass
class History:
    """Both files, and what an onlooker knows of them: which values a person has chosen."""

    files: Files = field(default_factory=Files)
    persons: dict[str, FieldValue] = field(default_factory=dict)
    seen: dict[str, FieldValue] = field(default_factory=dict)
    """The values when the machine last looked."""
    open: dict[str, FieldValue] = field(default_factory=dict)
    """Values that count as the machine's as well: those of an unfinished write or a release."""
    notes: list[str] = field(default_factory=list)
    lost: bool = False
    """The reading was lost since the machine last looked."""

    def values(self) -> dict[str, FieldValue]:
        article = self.files.article()
        return {name: {**field_values(article), "body": article.body}[name] for name in VALUES}

    def look(self) -> None:
        """What a person did since the last time becomes theirs."""
        now = self.values()
        for name, value in now.items():
            if self.lost or value not in (self.seen[name], self.open.get(name, self.seen[name])):
                self.persons[name] = value
        self.persons = {name: now[name] for name in self.persons}
        self.lost = False


def _ingest(history: History, rng: random.Random) -> None:
    values = {name: rng.choice(choices) for name, choices in VALUES.items() if name != "body"}
    seed = rng.choice(["a.txt", "a.txt", "b.txt"])
    given = {name: value for name, value in values.items() if value is not None}
    proposal = _propose(given, body=str(rng.choice(VALUES["body"])).replace("\n\n", " "), seed=seed)
    take(history, proposal, writes=rng.choice([3, 3, 3, 1, 2]))


def take(history: History, proposal: Proposal, *, writes: int) -> None:
    """Ingest a proposal, and check that no edit is lost, no value stale, and that once more would write nothing."""
    wanted = {name: {**field_values(proposal.article), "body": proposal.article.body}[name] for name in VALUES}
    prior = wanted
    if history.files.text is not None:
        history.look()
        prior = history.values()
    merged = history.files.ingest(proposal, writes=writes)
    if history.files.text is None:
        return
    now = history.values()
    for name, value in history.persons.items():
        assert now[name] == value, f"the edit of {name} is lost"
    done = writes == 3 or merged.text is None or merged.before is None
    if done:
        for name in now.keys() - history.persons.keys() - set(merged.suggestions):
            assert now[name] == wanted[name], f"the machine's {name} is stale"
        assert history.files.merge(proposal) == Merged(suggestions=merged.suggestions)
    history.seen = now
    history.open = {} if done else {name: wanted[name] if now[name] != wanted[name] else prior[name] for name in now}


def _edit(history: History, rng: random.Random) -> None:
    name = rng.choice(list(VALUES))
    history.files.edit(name, rng.choice(VALUES[name]))


def _comment(history: History, rng: random.Random) -> None:
    lines = (history.files.text or "").split("\n")
    fence = lines.index("---", 1)
    note = f"# note {len(history.notes)}"
    at = rng.randrange(1, fence)
    lines[at:at] = [note] if rng.random() < 0.5 else []
    if note not in lines:
        lines[at] += f"  {note}"
    history.files.text = "\n".join(lines)
    history.notes.append(note)


def _lose(history: History, rng: random.Random) -> None:
    history.files.reading = rng.choice([None, "", (history.files.reading or "")[:-9]])
    history.lost = True


def _machines(name: str, record: Record) -> FieldValue:
    bodies = (str(body).replace("\n\n", separator) for body in VALUES["body"] for separator in (" ", "\n\n"))
    if name == "body":
        return next((body for body in bodies if sha256(body) == record.body.sha256), None)
    return value_of(name, record.field(name).readings)


def _release(history: History, rng: random.Random) -> None:
    name = rng.choice(list(VALUES))
    if isinstance(loads(history.files.reading or "", where="x"), Record):
        record = history.files.record()
        history.files.release(name)
        history.persons.pop(name, None)
        history.seen[name] = history.values()[name]
        history.open[name] = _machines(name, record)


def _tidy(history: History, rng: random.Random) -> None:
    """An editor that writes the file anew in another style, without a note."""
    newline = rng.choice(["\n", "\r\n"])
    if newline == "\n":
        history.files.text = write_article(history.files.article())
        history.notes = []


STEPS = (_ingest, _ingest, _ingest, _edit, _edit, _edit, _comment, _lose, _release, _tidy)


@settings(max_examples=HISTORIES, deadline=None)
@given(st.integers(0, 2**63), st.integers(5, 25))
def test_no_edit_is_ever_lost_and_a_second_ingest_writes_nothing(seed: int, length: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    history = History()
    for _ in range(length):
        step = _ingest if history.files.text is None else rng.choice(STEPS)
        step(history, rng)
        assert all(note in (history.files.text or "") for note in history.notes)


def test_the_problem_of_a_damaged_reading_names_the_reading() -> None:
    files = _written()
    files.reading = "{"
    (problem,) = files.merge(FIRST).problems
    assert isinstance(problem, Problem)
    assert problem.where == "content/articles/2024/rakor.reading.json"
    assert dumps(FIRST.record) != "{"
