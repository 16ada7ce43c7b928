"""What people decided, with the articles and names found that it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import get_close_matches

from site_builder.archive.entries import Entry
from site_builder.errors import Problem
from site_builder.links.decided import Decided, Ruling, settle
from site_builder.links.same_person import Mention
from site_builder.model import Decision, Who
from site_builder.slugs import slug

NO_ARTICLE = "write the name of the article's file without .md"
NO_NAME = "write the name as the article's “people” have it"

Find = Callable[[Who], tuple[int, ...]]


def of_articles(decisions: Sequence[Decision], entries: Sequence[Entry]) -> Decided:
    """Decisions on articles, by their positions."""
    positions = {entry.article.slug: (position,) for position, entry in enumerate(entries)}
    return _settled(decisions, lambda who: positions.get(who[1], ()))


def of_people(decisions: Sequence[Decision], mentions: Sequence[Mention]) -> Decided:
    """Decisions on people, by the positions of their mentions."""
    found: defaultdict[Who, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        for article in ("", mention.article):
            found[slug(mention.person.name), article].append(position)
    return _settled(decisions, lambda who: tuple(found.get((slug(who[0]), who[1]), ())))


def _settled(decisions: Sequence[Decision], find: Find) -> Decided:
    rulings = (Ruling(one.where, one.same, tuple(filter(None, map(find, one.members)))) for one in decisions)
    return settle([ruling for ruling in rulings if len(ruling.members) > 1])


def problems(decisions: Sequence[Decision], entries: Sequence[Entry]) -> Iterator[Problem]:
    """Articles and names that decisions speak of and the archive has not; ``entries``: the withdrawn ones too."""
    names = {entry.article.slug: {slug(person.name) for person in entry.article.people} for entry in entries}
    everyone = set().union(*names.values())
    for decision in decisions:
        for name, article in decision.members:
            if article and article not in names:
                hint = _nearest(article, names, NO_ARTICLE)
                yield Problem(decision.where, f"there is no article “{article}”", hint)
            elif name and slug(name) not in (names[article] if article else everyone):
                whom = f"the article “{article}”" if article else "no article"
                what = f"{whom} names no “{name}”" if article else f"{whom} names “{name}”"
                yield Problem(decision.where, what, _nearest(name, _names(entries, article), NO_NAME))
    yield from _two_originals(decisions)


def _names(entries: Sequence[Entry], article: str) -> set[str]:
    """The people of an article, or of all."""
    return {one.name for entry in entries if article in ("", entry.article.slug) for one in entry.article.people}


def _nearest(word: str, known: Collection[str], otherwise: str) -> str:
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean “{near[0]}”?" if near else otherwise


def _two_originals(decisions: Sequence[Decision]) -> Iterator[Problem]:
    first: dict[frozenset[str], Decision] = {}
    for decision in decisions:
        if decision.bond == "copy" and decision.same:
            original = decision.members[0][1]
            for _, copy in decision.members[1:]:
                other = first.setdefault(frozenset((original, copy)), decision)
                if other.members[0][1] != original:
                    what = f"says that “{original}” is the original of “{copy}”, and {other.where} the contrary"
                    yield Problem(decision.where, what, "take one of the two out; until then neither is")
