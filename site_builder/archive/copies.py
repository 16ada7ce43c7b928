"""Copies of one text: who has it from whom, as far as that is known, and on what the copies disagree.

Copies are shown as links and never merged.  A copy is no second witness of what it says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from site_builder import edtf
from site_builder.archive.entries import Entry
from site_builder.grammar.outlets import known_name
from site_builder.links import Reason
from site_builder.links.copy_of import Copy, How, copies
from site_builder.links.copy_of.differences import differences
from site_builder.links.decided import Decided
from site_builder.model import Article, Decision
from site_builder.slugs import slug

Basis: TypeAlias = Literal["curator", "republished", "published", "unknown"]
"""How it is known which text was first: a person says so, one says that it copies the other, or by their dates."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another article with the text of one."""

    entry: Entry
    how: How
    share: float
    """Of the shorter text, 0 to 1."""
    original: bool | None
    """The other was first; None if that is not known."""
    basis: Basis
    differences: tuple[Reason, ...]
    """What the one says, then what the other says."""


@dataclass(frozen=True, slots=True)
class Copies:
    """All copies of the archive."""

    twins: Mapping[str, tuple[Twin, ...]]
    """Slug of an article -> the others of its text, the original first."""
    texts: Mapping[str, str]
    """Slug of an article that has copies -> the slug that stands for all articles of its text."""

    def witnesses(self, entries: Iterable[Entry]) -> int:
        """How many of some articles are texts of their own."""
        return len({self.texts.get(entry.article.slug, entry.article.slug) for entry in entries})


def found(entries: Sequence[Entry], decided: Decided) -> tuple[Copy, ...]:
    """The pairs of copies, by position: those that the texts show and nobody denied, and those that a person stated."""
    articles = [entry.article for entry in entries]
    pairs = {(copy.one, copy.other): copy for copy in copies(articles) if not decided.apart([copy.one], [copy.other])}
    for one, other in decided.pairs():
        pairs[one, other] = Copy(one, other, "curator", 1.0, differences(articles[one], articles[other]))
    return tuple(pairs[pair] for pair in sorted(pairs))


def linked(entries: Sequence[Entry], pairs: Sequence[Copy], decisions: Sequence[Decision]) -> Copies:
    """Each article with the others of its text."""
    originals = _originals(decisions)
    twins: defaultdict[str, list[Twin]] = defaultdict(list)
    for copy in pairs:
        one, other = entries[copy.one], entries[copy.other]
        first, basis = _first(one.article, other.article, originals)
        for own, twin in ((one, other), (other, one)):
            mine = copy.differences if own is one else tuple(Reason(r.kind, r.other, r.one) for r in copy.differences)
            original = None if first is None else first == twin.article.slug
            twins[own.article.slug].append(Twin(twin, copy.how, copy.share, original, basis, mine))
    ranked = {own: tuple(sorted(others, key=_rank)) for own, others in twins.items()}
    return Copies(ranked, _texts(entries, pairs))


def _rank(twin: Twin) -> tuple[bool, float, str]:
    return twin.original is not True, -twin.share, twin.entry.article.slug


def _texts(entries: Sequence[Entry], pairs: Iterable[Copy]) -> Mapping[str, str]:
    """Groups of one text. A text that contains another may contain a third: it does not make the two one."""
    group: dict[int, list[int]] = {}
    for copy in pairs:
        mine, yours = (group.setdefault(end, [end]) for end in (copy.one, copy.other))
        if copy.how != "part" and mine is not yours:
            mine.extend(yours)
            group.update(dict.fromkeys(yours, mine))
    return {entries[member].article.slug: entries[min(members)].article.slug for member, members in group.items()}


def _originals(decisions: Iterable[Decision]) -> Mapping[frozenset[str], str]:
    """Two articles -> the one that a person says is the original; nothing where two decisions name different ones."""
    said: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.same:
            articles = [article for _, article in decision.members]
            for copy in articles[1:]:
                said[frozenset((articles[0], copy))].add(articles[0])
    return {pair: min(firsts) if len(firsts) == 1 else "" for pair, firsts in said.items()}


def _first(one: Article, other: Article, originals: Mapping[frozenset[str], str]) -> tuple[str | None, Basis]:
    """Which of two copies was first, and how that is known."""
    said = originals.get(frozenset((one.slug, other.slug)))
    if said is not None:
        return (said, "curator") if said else (None, "unknown")
    names = [own for own, copied in ((one, other), (other, one)) if _copies_from(copied, own)]
    if len(names) == 1:
        return names[0].slug, "republished"
    earlier = _earlier(one, other)
    return (earlier.slug, "published") if earlier else (None, "unknown")


def _copies_from(copied: Article, own: Article) -> bool:
    """Whether an article says that it has its text from the other's outlet or site, or gives the other's address."""
    if copied.republished_from:
        source = slug(copied.republished_from)
        return source in {slug(name) for name in (own.outlet, _host(own.url)) if name}
    mine, yours = slug(own.outlet or "-"), slug(copied.outlet or "-")
    return mine != yours and _outlet(copied.url) == mine


def _outlet(url: str | None) -> str:
    """The slug of the outlet that an address belongs to; empty if no table knows it."""
    name = known_name(_host(url), {})
    return slug(name) if name else ""


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _earlier(one: Article, other: Article) -> Article | None:
    """The article that was published first; None if that is not known, as on one day without times."""
    if not (one.published and other.published):
        return None
    moments = [_moment(article.published or "") for article in (one, other)]
    if None not in moments and moments[0] != moments[1]:
        return min((one, other), key=lambda article: _moment(article.published or "") or datetime.max)
    days = [edtf.parse(article.published or "") for article in (one, other)]
    if days[0].last() < days[1].first():
        return one
    return other if days[1].last() < days[0].first() else None


def _moment(published: str) -> datetime | None:
    """The moment of ``2024-07-31T08:15+07:00``; None without a time or its zone."""
    if "T" not in published:
        return None
    moment = datetime.fromisoformat(published)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else None
