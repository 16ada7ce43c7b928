"""Whole pages of invented articles: each line with its label, in ``cases/*.yml``.

``name``    what the page shows
``lines``   the page, top to bottom: ``[{title: …}, {body: …}, …]``; a label of None stands for an empty line
``inline``  optional, the spans inside lines that bear a label: ``[{dateline: "PALU –"}, {sign-off: "(*)"}]``
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.labels import label
from site_builder.model import LABELS, Document, Seed

Case = dict[str, Any]
PAGES: list[Case] = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
CASES = [pytest.param(case, id=case["name"]) for case in PAGES]


def labelled(case: Case) -> Document:
    """Each line of a case becomes a paragraph; lines of ``tight`` cases follow each other without an empty line."""
    lines = [text for line in case["lines"] for text in line.values()]
    return label(Seed("case.txt", "", ("\n" if case.get("tight") else "\n\n").join(lines)))


@pytest.mark.parametrize("case", CASES)
def test_every_line_has_the_label_of_the_table(case: Case) -> None:
    document = labelled(case)
    found = [(block.label, document.quote(block.span)) for block in document.blocks]
    assert found == [(kind, text) for line in case["lines"] for kind, text in line.items()]


@pytest.mark.parametrize("case", CASES)
def test_spans_inside_lines_have_the_label_of_the_table(case: Case) -> None:
    document = labelled(case)
    found = [(inline.label, document.quote(inline.span)) for block in document.blocks for inline in block.inline]
    assert found == [(kind, text) for item in case.get("inline", []) for kind, text in item.items()]


def test_every_label_stands_in_some_case() -> None:
    kinds = {kind for case in PAGES for line in [*case["lines"], *case.get("inline", [])] for kind in line}
    assert kinds == set(LABELS)
