from __future__ import annotations
from collections.abc import Sequence
from dataclasses import dataclass
from site_builder.links import Cluster
from site_builder.model import Person
@dataclass(frozen=True, slots=True)
class Mention:
    article: str
    day: str | None
    places: tuple[str, ...]
    person: Person
def clusters(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    return tuple(Cluster((i,),()) for i in range(len(mentions)))
