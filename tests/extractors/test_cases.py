"""Every extractor against its own table: ``cases/<module>.yml``, a list of

``name``        what the case shows
``text``        a raw text, labelled as a seed would be; or
``lines``       its lines with their labels given: ``[{title: …}, {body: …}, …]``
``given``       what was read before, optional: ``{published: "2024-07-10", people: [{name: …, role: …}]}``; a value
                read from the text, with its span: ``{event.date: {value: …, quote: …}}``
``vocabulary``  optional: ``{outlets: {token: name}, tags: [{slug: …, label: …, label_en: …, synonyms: […]}]}``
``expect``      readings in order, ``[{value: …, quote: …, field?: …, detail?: {…}}]``; of a field with one value only
                the best counts; ``[]``: nothing may be read; ``detail`` names what must be in it, not all of it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.extractors import ORDER, Extractor, extractors
from site_builder.labels import label
from site_builder.model import (
    LISTS,
    Block,
    Document,
    Known,
    LineLabel,
    Person,
    Quote,
    Reading,
    Seed,
    Tag,
    Value,
    Vocabulary,
)

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def _cases(name: str) -> list[Case]:
    path = CASES / f"{name}.yml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else []


def _each() -> Iterator[Any]:
    for name, extractor in extractors():
        for case in _cases(name):
            yield pytest.param(extractor, case, id=f"{name}: {case['name']}")


PARAMETERS = tuple(_each())


def _seed(text: str) -> Seed:
    return Seed(path="case.txt", sha256="", text=text)


def _of_lines(lines: list[Mapping[LineLabel, str]]) -> Document:
    blocks: list[Block] = []
    text = ""
    for line in lines:
        for kind, words in line.items():
            blocks.append(Block((len(text), len(text) + len(words)), kind))
            text += f"{words}\n\n"
    return Document.of(_seed(text), tuple(blocks))


def _document(case: Case) -> Document:
    return label(_seed(case["text"])) if "text" in case else _of_lines(case["lines"])


def _value(value: Any) -> Value:
    if isinstance(value, Mapping):
        return Person(**value) if "name" in value else Quote(**value)
    assert isinstance(value, str), f"put quotes around {value!r}"
    return value


def _given(name: str, values: Any, text: str) -> tuple[Reading, ...]:
    items = values if isinstance(values, list) else [values]
    return tuple(_known(name, item, text) for item in items)


def _known(name: str, item: Any, text: str) -> Reading:
    if isinstance(item, Mapping) and "quote" in item:
        start = text.index(item["quote"])
        return Reading(name, _value(item["value"]), item["quote"], (start, start + len(item["quote"])), "given", 1.0)
    return Reading(name, _value(item), str(item), None, "given", 1.0)


def _vocabulary(case: Case) -> Vocabulary:
    stated = case.get("vocabulary", {})
    return Vocabulary(tags=tuple(map(_tag, stated.get("tags", ()))), outlets=stated.get("outlets", {}))


def _tag(stated: Mapping[str, Any]) -> Tag:
    fields: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in stated.items()}
    return Tag(**fields)


def _found(extractor: Extractor, case: Case, document: Document) -> list[Reading]:
    given = {name: _given(name, values, document.seed.text) for name, values in case.get("given", {}).items()}
    found = list(extractor.extract(document, Known(_vocabulary(case), given)))
    best = {reading.field: reading for reading in reversed(found)}
    return [reading for reading in found if reading.field in LISTS or reading is best[reading.field]]


@pytest.mark.parametrize("name", ORDER)
def test_every_extractor_has_cases(name: str) -> None:
    assert _cases(name), f"write tests/extractors/cases/{name}.yml"


@pytest.mark.parametrize(("extractor", "case"), PARAMETERS)
def test_a_case_is_read_as_its_table_says(extractor: Extractor, case: Case) -> None:
    found = _found(extractor, case, _document(case))
    expected = case["expect"]
    assert [(r.value, r.quote) for r in found] == [(_value(e["value"]), e["quote"]) for e in expected]
    for reading, wanted in zip(found, expected, strict=True):
        assert reading.field == wanted.get("field", reading.field)
        assert {k: reading.detail.get(k) for k in wanted.get("detail", {})} == wanted.get("detail", {})


@pytest.mark.parametrize(("extractor", "case"), PARAMETERS)
def test_a_reading_quotes_the_text_at_its_span(extractor: Extractor, case: Case) -> None:
    document = _document(case)
    found = _found(extractor, case, document)
    assert len(found) == len(case["expect"])
    for reading in found:
        assert reading.span is None or document.quote(reading.span) == reading.quote
        assert 0 <= reading.confidence <= 1


def test_every_table_of_cases_belongs_to_an_extractor() -> None:
    assert {path.stem for path in CASES.glob("*.yml")} <= set(ORDER)
