"""The list of keywords under the story, one a line, without a heading."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, ends_sentence, is_paragraph
from site_builder.model import LineLabel

LABEL: LineLabel = "tags"

_MOST_WORDS = 5


def lines(sheet: Sheet) -> Iterator[int]:
    sentences = (i for i in sheet.open() if is_paragraph(sheet.lines[i].text) or ends_sentence(sheet.lines[i].text))
    last = max(sentences, default=len(sheet.lines))
    for index in sheet.open():
        text = sheet.lines[index].text
        if index > last and text == text.lower() and len(text.split()) <= _MOST_WORDS and text[-1].isalnum():
            yield index
