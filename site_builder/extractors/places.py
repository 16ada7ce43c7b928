"""The regions that a story is about, the main place first: official names, or the country.

Every mention of a region votes with the weight of its marker ("Kapolres Malinau" says more than "di Malinau") and of
where it stands (title, dateline, lead, further down).  Two regions of one name share nothing: a name without evidence
for one of them is not known, unless a region that is sure decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from site_builder.grammar import region_names, regions, units
from site_builder.grammar.region_names import INDONESIA, Region
from site_builder.grammar.regions import Mention
from site_builder.model import Document, Known, Reading, Span

VERSION = 1

Zone: TypeAlias = Literal["title", "dateline", "lead", "second", "rest"]

MARKER_WEIGHT = {
    "admin": 3.0, "office": 3.0, "unit": 3.0, "district": 2.5, "in": 2.0, "none": 1.0, "apart": 1.0, "beside": 0.4,
    "origin": 0.2, "street": 0.0,
}  # fmt: skip
JAKARTA = "31"
ZONE_WEIGHT: dict[Zone, float] = {"title": 3.0, "dateline": 2.5, "lead": 2.5, "second": 1.5, "rest": 1.0}
DATELINE_WEIGHT = 1.5
"""Of a name in the dateline, before the zone's: the story may be about a neighbour, or the whole province."""
UNMARKED = frozenset({"none", "apart", "beside"})
MOST_OF_ONE = 6
"""Mentions of one region that count: the tenth says no more than the sixth."""
SURE = 2.5
"""A region with less is not worth naming."""
SHARE_OF_MAIN = 0.45
"""Further places need this share of the main place's weight, and a mention above the rest of the story."""
PROVINCE_SHARE = 3.0
"""A province is the main place if it outweighs by this much a region that title and lead do not name."""
FIRM = 3.0
"""What a region needs beside a province that outweighs it: more than one passing mention."""
MANY = 3
"""So many regions of equal weight make a story of their province."""
NATIONAL = re.compile(
    r"\b(?:Presiden|Wapres|Kapolri|Mabes Polri|Panglima TNI|Mendagri|Menteri|Menko|Kemendagri|Kadiv ?Humas|Korlantas"
    r"|Bareskrim|Kejagung|Kejaksaan Agung|Jaksa Agung|BNPB|BNN|MPR|Kementerian|Puspen TNI"
    r"|KPU RI|Bawaslu RI|DPR RI|DPR|Mahkamah Konstitusi|MK|DKPP|KPK|Komnas HAM|(?:di seluruh|se-?) ?Indonesia"
    r"|[Nn]asional)(?![a-z]|[A-Z](?![a-z]))"
)
"""What they say of the country they say also where the next word is glued to them: ``Panglima TNIJenderal``."""
NATIONAL_SURE = 2
"""Words of the whole country in title and lead that make a story without a region national; one is enough if nothing
but the dateline names the capital."""
NO_SCENE = UNMARKED | {"origin"}
"""Markers of places that a story mentions without being set there."""
RIVAL = 0.7
"""Of two regencies further down, neither is the story's if the second has this share of the first, and the lead says
the province."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One mention of one region, with its weight."""

    region: Region
    span: Span
    weight: float
    zone: Zone
    marked: bool


def extract(document: Document, known: Known) -> Iterator[Reading]:
    votes = [*_votes(document, known)]
    ranked = _ranked(votes)
    main = _main(document, votes, ranked)
    if main is None:
        return
    if main == INDONESIA:
        yield from _national(document)
        return
    yield _reading(document, main, votes, _confidence(main, votes, ranked))
    for region, weight in ranked:
        if region != main and _is_further(region, weight, votes, dict(ranked)[main]):
            yield _reading(document, region, votes, 0.6)


def _votes(document: Document, known: Known) -> Iterator[Vote]:
    named = [*_units(document, _zones(document, known))]
    inside = [vote.span for vote in named]
    mentions = [(m, zone) for m, zone in _placed(document, known) if not any(a <= m.span[0] < b for a, b in inside)]
    settled = _settled(mention for mention, _ in mentions)
    for mention, zone in mentions:
        weight = _weight(mention, zone)
        region = _settle(mention, settled)
        if region is not None and weight:
            marked = mention.marker not in NO_SCENE and zone != "dateline"
            yield Vote(region, mention.span, weight * ZONE_WEIGHT[zone], zone, marked)
    yield from named


def _placed(document: Document, known: Known) -> Iterator[tuple[Mention, Zone]]:
    """Mentions in the title and the prose, and where they stand."""
    text = document.seed.text
    for block in document.labelled("title"):
        for mention in regions.find(text[block.span[0] : block.span[1]]):
            yield _moved(mention, block.span[0]), "title"
    zone = _zones(document, known)
    for mention in regions.find(document.prose):
        yield mention, zone(mention.span[0])


def _zones(document: Document, known: Known) -> Callable[[int], Zone]:
    dateline = _dateline_end(document, known)
    ends = [block.span[1] for block in document.body()[:2]]
    lead, second = (*ends, *ends[-1:], 0, 0)[:2]

    def zone(start: int) -> Zone:
        if start < dateline:
            return "dateline"
        return "lead" if start < lead else "second" if start < second else "rest"

    return zone


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, span=(mention.span[0] + by, mention.span[1] + by))


def _dateline_end(document: Document, known: Known) -> int:
    spans = [reading.span for reading in known.readings.get("dateline", ()) if reading.span]
    spans += [inline.span for block in document.body() for inline in block.inline if inline.label == "dateline"]
    return max((end for _, end in spans), default=0)


def _weight(mention: Mention, zone: Zone) -> float:
    if zone == "dateline" and mention.marker in UNMARKED:
        return DATELINE_WEIGHT
    if mention.common and mention.marker in UNMARKED:
        return 0.0
    return MARKER_WEIGHT[mention.marker] / (2 if mention.common and mention.marker == "in" else 1)


def _settled(mentions: Iterable[Mention]) -> set[Region]:
    """The regions that the text is sure of: named without a namesake, or meant by two names (Banjar and Martapura)."""
    said = [mention.regions for mention in mentions if mention.marker not in {"beside", "street"}]
    sure = {several[0] for several in said if len(several) == 1}
    doubtful = {several for several in said if len(several) > 1}
    shared = (set(one) & set(other) for one in doubtful for other in doubtful if one != other)
    return sure | {region for both in shared if len(both) == 1 for region in both}


def _settle(mention: Mention, settled: set[Region]) -> Region | None:
    """The one region that a mention can mean; of several, the one that the text is sure of elsewhere."""
    if len(mention.regions) == 1:
        return mention.regions[0]
    sure = [region for region in mention.regions if region in settled]
    if len(sure) == 1:
        return sure[0]
    provinces = {region_names.province_of(region) for region in settled}
    near = [region for region in mention.regions if region_names.province_of(region) in provinces]
    return near[0] if len(near) == 1 else None


def _units(document: Document, zone: Callable[[int], Zone]) -> Iterator[Vote]:
    """Units whose name is not their region's: "Polresta Barelang"."""
    text = document.seed.text
    titles = [unit for block in document.labelled("title") for unit in units.own_named(text, *block.span)]
    for unit in (*titles, *units.own_named(document.prose)):
        here: Zone = "title" if unit in titles else zone(unit.span[0])
        yield Vote(unit.region, unit.span, MARKER_WEIGHT["unit"] * ZONE_WEIGHT[here], here, True)


def _ranked(votes: Sequence[Vote]) -> list[tuple[Region, float]]:
    weights: dict[Region, list[float]] = defaultdict(list)
    for vote in votes:
        weights[vote.region].append(vote.weight)
    totals = {region: sum(sorted(several, reverse=True)[:MOST_OF_ONE]) for region, several in weights.items()}
    return sorted(totals.items(), key=lambda item: (-item[1], item[0].code))


def _main(document: Document, votes: Sequence[Vote], ranked: Sequence[tuple[Region, float]]) -> Region | None:
    local = [(region, weight) for region, weight in ranked if region.level != "provinsi" and weight >= SURE]
    wide = [(region, weight) for region, weight in ranked if region.level == "provinsi" and weight >= SURE]
    if _is_national(document, votes, local):
        return INDONESIA
    if not local or not wide:
        return next((region for region, _ in (*local, *wide)), None)
    if _is_of_province(votes, local, wide[0]):
        return wide[0][0]
    return local[0][0]


def _is_of_province(votes: Sequence[Vote], local: Sequence[tuple[Region, float]], wide: tuple[Region, float]) -> bool:
    best, weight = local[0]
    if wide[1] < weight:
        return False
    equals = [region for region, other in local if other > 0.8 * weight and _is_above(region, votes)]
    outweighed = wide[1] > PROVINCE_SHARE * weight
    if len(equals) >= MANY or (outweighed and (not _is_above(best, votes) or weight < FIRM)):
        return True
    rivals = any(other > RIVAL * weight for _, other in local[1:])
    return rivals and _is_above(wide[0], votes) and not any(_is_above(region, votes) for region, _ in local)


def _is_above(region: Region, votes: Sequence[Vote]) -> bool:
    """True if title or lead place the story in the region; its dateline alone does not."""
    return any(vote.region == region and vote.zone in {"title", "lead"} for vote in votes)


def _is_national(document: Document, votes: Sequence[Vote], local: Sequence[tuple[Region, float]]) -> bool:
    capital = all(region.province_code == JAKARTA for region, _ in local)
    marked = any(vote.marked and vote.zone in {"title", "lead"} for vote in votes)
    if marked or not (capital or not any(_is_above(region, votes) for region, _ in local)):
        return False
    return len(_national_words(document)) >= (1 if _is_only_datelined(votes) else NATIONAL_SURE)


def _is_only_datelined(votes: Sequence[Vote]) -> bool:
    """``Jakarta –`` and no other word of where: the place of the newsroom, or of the ministry."""
    above = [vote for vote in votes if vote.zone != "rest"]
    return any(vote.zone == "dateline" and vote.region.province_code == JAKARTA for vote in above) and not any(
        vote.marked or vote.zone in {"title", "lead"}
        for vote in above
        if vote.region.province_code == JAKARTA and vote.zone != "dateline"
    )


def _national_words(document: Document) -> list[Span]:
    above = [block.span for block in (*document.labelled("title"), *document.body()[:2])]
    return [match.span() for span in above for match in NATIONAL.finditer(document.seed.text, *span)]


def _national(document: Document) -> Iterator[Reading]:
    span = _national_words(document)[0]
    yield Reading("places", INDONESIA.name, document.quote(span), span, f"places/{VERSION}", 0.7)


def _is_further(region: Region, weight: float, votes: Sequence[Vote], main: float) -> bool:
    if region.level == "provinsi" or weight < SHARE_OF_MAIN * main:
        return False
    return _is_above(region, votes)


def _confidence(main: Region, votes: Sequence[Vote], ranked: Sequence[tuple[Region, float]]) -> float:
    """High where title or lead name the region with a marker, and no other region comes near."""
    rivals = [weight for region, weight in ranked if region != main and region.level != "provinsi"]
    weight = dict(ranked)[main]
    marked = any(vote.region == main and vote.marked and vote.zone in {"title", "lead"} for vote in votes)
    if main.level == "provinsi":
        return 0.7 if marked else 0.55
    if marked and weight > 2 * max(rivals, default=0.0):
        return 0.96
    return 0.85 if _is_above(main, votes) else 0.65


def _reading(document: Document, region: Region, votes: Sequence[Vote], confidence: float) -> Reading:
    own = [vote for vote in votes if vote.region == region]
    best = max(own, key=lambda vote: (vote.weight, -vote.span[0]))
    return Reading("places", region.name, document.quote(best.span), best.span, f"places/{VERSION}", confidence)
