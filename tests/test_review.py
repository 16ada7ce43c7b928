"""What is least sure and would harm most comes first; what a person settled does not come again."""

from __future__ import annotations

import dataclasses

from site_builder.archive import Entry
from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference
from site_builder.model import Article, Event, Person, Reading
from site_builder.review import doubts

WHERE = "content/articles/2024/rakor.md"


def reading(field: str, value: str | Person, confidence: float) -> Reading:
    return Reading(field, value, "the  words", (0, 9), f"{field}/1", confidence)


def entry(article: Article | None = None, **fields: FieldRecord) -> Entry:
    everything = {"places": FieldRecord((reading("places", "Kota Palu", 0.95),))}
    named = {name.replace("_", "."): found for name, found in fields.items()}
    record = Record(SeedReference("a.txt", "1", "2"), BodyRecord("3"), (), {**everything, **named})
    plain = Article("rakor", "2024", "Rakor", "Isi.", places=("Kota Palu",), outlet="X", event=Event("2024-07-09"))
    settled = {
        name: FieldRecord((reading(name, "x", 1.0),)) for name in ("event.date", "outlet", "published", "people")
    }
    whole = dataclasses.replace(record, fields={**settled, **record.fields})
    return Entry(article or plain, whole, WHERE)


def test_a_sure_article_has_no_doubts() -> None:
    assert doubts([entry()]) == ()


def test_the_least_sure_and_the_most_harmful_come_first() -> None:
    found = doubts(
        [
            entry(
                event_date=FieldRecord((reading("event.date", "2024-07-09", 0.6),)),
                people=FieldRecord((reading("people", Person("Adi Putra", "Iptu"), 0.3),)),
                tags=FieldRecord((reading("tags", "rakor", 0.6),)),
            )
        ]
    )

    assert [(doubt.field, doubt.value) for doubt in found] == [
        ("people", "Adi Putra, Iptu"),
        ("event.date", "2024-07-09"),
        ("tags", "rakor"),
    ]
    assert found[1].why == "60% sure (event.date/1)"
    assert found[1].quote == "the words"
    assert found[1].where == WHERE


def test_a_fact_that_most_articles_have_and_this_one_lacks_is_asked_for() -> None:
    article = Article("rakor", "2024", "Rakor", "Isi.")
    found = doubts([entry(article, places=FieldRecord(), event_time=FieldRecord())])

    assert [(doubt.field, doubt.why) for doubt in found] == [("places", "no rule found it in the text")]


def test_what_a_person_wrote_is_asked_about_only_where_a_rule_changed_its_mind() -> None:
    unsure = (reading("event.date", "2024-07-09", 0.2),)
    persons = FieldRecord(unsure, "person")
    changed = FieldRecord(unsure, "person", (reading("event.date", "2024-07-10", 0.9),))

    assert doubts([entry(event_date=persons)]) == ()
    (doubt,) = doubts([entry(event_date=changed)])
    assert doubt.value == "2024-07-09"
    assert doubt.why == "the machine would now say: 2024-07-10"


def test_a_reviewed_article_is_left_alone_but_for_suggestions() -> None:
    reviewed = dataclasses.replace(entry().article, review="reviewed")
    unsure = FieldRecord((reading("tags", "rakor", 0.2),))
    suggested = FieldRecord((), "person", ())

    assert doubts([entry(reviewed, tags=unsure)]) == ()
    assert [doubt.why for doubt in doubts([entry(reviewed, tags=unsure, outlet=suggested)])] == [
        "the machine would now say: nothing"
    ]


def test_a_hand_written_article_is_not_asked_about() -> None:
    assert doubts([Entry(entry().article, None, WHERE)]) == ()
