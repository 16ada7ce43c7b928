"""A person's work is never lost: random histories of a whole archive, in which people and the machine take turns.

People edit, comment, delete and restore articles, write some by hand, bring back old versions, lose readings; seeds
are renamed, changed, removed, restored and copied; rules change; a run may die between the files of an article.
``tests/content/test_merge.py`` has the histories of one article, of which `make attack` runs 20,000.
"""

from __future__ import annotations

import copy
import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.article import FieldValue, write_article
from site_builder.content.library import Held, Library, held
from site_builder.content.proposal import Proposal, propose
from site_builder.content.reading import Record, loads
from site_builder.model import Article, Block, Document, Event, Reading, Seed, Value
from tests.attack.conftest import Measured
from tests.attack.share import share
from tests.content.test_merge import STEPS, VALUES, History, take
from tests.content.test_merge import _ingest as _ingest_of_one

HISTORIES = share(4_000, fast=60)
OF_ONE = tuple(step for step in STEPS if step is not _ingest_of_one)
"""What a person may do to one article."""


@dataclass
class Desk:
    """The folders of an archive, and what an onlooker knows of them."""

    seeds: dict[str, int] = field(default_factory=dict)
    """By name; the number stands for the bytes."""
    gone: dict[str, int] = field(default_factory=dict)
    articles: dict[str, History] = field(default_factory=dict)
    """By stem, ``2024/rakor``."""
    by_hand: dict[str, str] = field(default_factory=dict)
    """The texts of articles that name no seed."""
    old: list[tuple[str, History]] = field(default_factory=list)
    """Earlier commits."""
    rules: int = 0

    def held(self) -> list[Held]:
        """As the program finds them on the disk."""
        found = [held(stem, text, None) for stem, text in self.by_hand.items()]
        for stem, history in self.articles.items():
            if (history.files.text, history.files.reading) != (None, None):
                record = loads(history.files.reading or "", where=stem)
                found.append(held(stem, history.files.text, record if isinstance(record, Record) else None))
        return sorted(found, key=lambda one: one.stem)

    def living(self) -> list[str]:
        return sorted(stem for stem, history in self.articles.items() if history.files.text is not None)


def read(desk: Desk, name: str) -> tuple[Seed, Document, dict[str, tuple[Reading, ...]]]:
    """What the rules of the day read in a seed: chance, but the same for the same bytes and rules."""
    chance = random.Random(f"{desk.seeds[name]} {desk.rules}")  # noqa: S311
    values = {key: chance.choice(choices) for key, choices in VALUES.items()}
    body = str(values.pop("body")).replace("\n\n", " ")
    seed = Seed(name, hashlib.sha256(str(desk.seeds[name]).encode()).hexdigest(), body)
    found = {key: tuple(map(partial(_reading, key), _items(value))) for key, value in values.items()}
    return seed, Document.of(seed, (Block((0, len(body)), "body"),)), found


def _items(value: FieldValue) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _reading(name: str, value: Value) -> Reading:
    return Reading(name, value, str(value), None, "rule/1", 0.9)


def ingest(desk: Desk, rng: random.Random) -> None:
    """What the pipeline does with every seed; a run may die after any write."""
    library = Library.of(desk.held(), seeds=desk.seeds)
    before = {stem: (history.files.text, history.files.reading) for stem, history in desk.articles.items()}
    touched = set()
    for name in sorted(desk.seeds):
        seed, document, found = read(desk, name)
        if library.twin(seed):
            continue
        place = library.find(seed)
        new = place is None
        place = place or library.place(seed, title=str(found["title"][0].value), year="2024")
        proposal = propose(document, found, slug=place.slug, year=place.year)
        assert not new or place.stem not in desk.articles or desk.articles[place.stem].files.text is None
        touched.add(place.stem)
        writes = rng.choice([3, 3, 3, 3, 1, 2])
        _take(desk, place.stem, proposal, writes)
        if writes < 3:
            break
    for stem, files in before.items():
        if stem not in touched:
            assert (desk.articles[stem].files.text, desk.articles[stem].files.reading) == files


def _take(desk: Desk, stem: str, proposal: Proposal, writes: int) -> None:
    history = desk.articles.setdefault(stem, History())
    deleted = (
        history.files.text is None
        and history.files.reading is not None
        and '"new": true' not in (history.files.reading)
    )
    take(history, proposal, writes=writes)
    assert not deleted or history.files.text is None, "what a person deleted has come back"


def person(desk: Desk, rng: random.Random) -> None:
    if desk.living():
        rng.choice(OF_ONE)(desk.articles[rng.choice(desk.living())], rng)


def write_by_hand(desk: Desk, rng: random.Random) -> None:
    """Under a slug that the machine may want for an article of its own."""
    stem = f"2024/{rng.choice(['m1', 'm2', 'm3', 'p1-x'])}"
    if stem not in desk.articles and stem not in desk.by_hand:
        desk.by_hand[stem] = write_article(Article(stem[5:], "2024", "Ditulis tangan", "Isi.", event=Event("2024")))


def delete(desk: Desk, rng: random.Random) -> None:
    if desk.living():
        stem = rng.choice(desk.living())
        desk.articles[stem].files.text = None
        # A first run that died and a deletion right after it look alike: the article is then written again.
        if rng.random() < 0.5 or '"new": true' in (desk.articles[stem].files.reading or ""):
            desk.articles[stem] = History()


def commit(desk: Desk, rng: random.Random) -> None:
    if desk.living():
        stem = rng.choice(desk.living())
        desk.old.append((stem, copy.deepcopy(desk.articles[stem])))


def revert(desk: Desk, rng: random.Random) -> None:
    """An old version of both files comes back, or of the text alone."""
    if not desk.old:
        return
    stem, old = copy.deepcopy(rng.choice(desk.old))
    history = desk.articles[stem]
    if rng.random() < 0.5 or history.files.text is None:
        desk.articles[stem] = old
    else:
        history.files.text, history.notes = old.files.text, old.notes


def change_seeds(desk: Desk, rng: random.Random) -> None:
    name = rng.choice(sorted(desk.seeds)) if desk.seeds else None
    number = rng.randrange(8)
    action = rng.randrange(5)
    if action == 0 or name is None:
        desk.seeds.setdefault(f"{number}.txt", rng.randrange(40))
    elif action == 1:
        desk.seeds[f"baru-{number}.txt"] = desk.seeds.pop(name)
    elif action == 2:
        desk.seeds[name] = rng.randrange(40)
    elif action == 3:
        desk.gone[name] = desk.seeds.pop(name)
    elif desk.gone:
        back = rng.choice(sorted(desk.gone))
        desk.seeds.setdefault(back, desk.gone.pop(back))


def change_rules(desk: Desk, rng: random.Random) -> None:
    desk.rules = rng.randrange(3)


STEPS_OF_ALL: tuple[Callable[[Desk, random.Random], None], ...] = (
    *(ingest, ingest, ingest, person, person, person, commit, revert),
    *(change_seeds, change_seeds, change_rules, delete, write_by_hand),
)


@settings(max_examples=HISTORIES, deadline=None)
@given(st.integers(0, 2**63), st.integers(10, 30))
def test_no_work_of_a_person_is_lost_in_any_history_of_an_archive(seed: int, length: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    desk = Desk({"0.txt": 0, "1.txt": 1})
    for _ in range(length):
        hand = dict(desk.by_hand)
        rng.choice(STEPS_OF_ALL)(desk, rng)
        assert hand.items() <= desk.by_hand.items()
        stems = [one.stem for one in desk.held()]
        assert len(stems) == len({stem.rpartition("/")[2] for stem in stems}), "two articles have one address"
        for stem in desk.living():
            history = desk.articles[stem]
            assert all(note in (history.files.text or "") for note in history.notes), "a comment is lost"


def test_how_many(measured: Measured) -> None:
    measured("histories of a whole archive", histories=HISTORIES, edits_lost=0)
