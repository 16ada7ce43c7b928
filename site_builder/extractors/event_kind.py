"""The kind of event that an article reports: a tag of the vocabulary's ``kind`` branch.

The title says it best, then the lead; further down only a kind counts that somebody holds or attends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model import Document, Known, Reading

VERSION = 1

KIND = "kind"
IN_TITLE, IN_LEAD, HELD = 0.93, 0.9, 0.75
LATE = 2
HOLDS = re.compile(
    r"\b(?:meny?|meng|mem|me|di)?(?:gelar|laksanakan|adakan|p?impin|hadiri|ikuti|s?elenggarakan) (?:kegiatan )?$",
    re.I,
)
"""Right before the kind: ``usai menggelar`` Rakor."""
LOOK_BACK = 32


def extract(document: Document, known: Known) -> Iterator[Reading]:
    kinds = {tag.slug for tag in known.vocabulary.branch(KIND)}
    tags = [tag for tag in known.readings.get("tags", ()) if tag.value in kinds and tag.span]
    ranked = sorted(tags, key=lambda tag: (_zone(document, tag), tag.span or (0, 0)))
    for tag in ranked:
        zone = _zone(document, tag)
        if zone < LATE or _is_held(document, tag):
            confidence = (IN_TITLE, IN_LEAD, HELD)[zone]
            yield Reading("event.kind", tag.value, tag.quote, tag.span, f"event_kind/{VERSION}", confidence)
            return


def _is_held(document: Document, tag: Reading) -> bool:
    start = tag.span[0] if tag.span else 0
    return HOLDS.search(document.seed.text, max(0, start - LOOK_BACK), start) is not None


def _zone(document: Document, tag: Reading) -> int:
    """0 in the title or sub-heading, 1 in the first two paragraphs, 2 further down."""
    start = tag.span[0] if tag.span else 0
    if any(block.span[0] <= start < block.span[1] for block in document.labelled("title", "deck")):
        return 0
    lead = [block.span[1] for block in document.body()[:2]]
    return 1 if lead and start < lead[-1] else 2
