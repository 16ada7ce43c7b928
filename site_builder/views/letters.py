"""A–Z lists: whole, or a page for each letter when they are long, cut by name and never by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_builder import routes, wording
from site_builder.slugs import slug
from site_builder.views import Address, Count, Link

WHOLE = 500
"""An A–Z list of up to so many names is shown whole, and so is one letter of a longer list."""

OTHER = "#"
"""What starts with no letter."""

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an A–Z list; ``#`` gathers what starts with none."""

    name: str
    items: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """An A–Z list: its letters, or the way to the page of each."""

    whole: tuple[Letter, ...]
    pages: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """The names that begin alike, on a page of their own."""

    subject: Link
    """The whole list; its text is for the template to say."""
    kind: str
    """What the names are of: ``person``, ``institution``."""
    name: str
    items: tuple[Count, ...]
    pages: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Index(Generic[Noun]):
    """What an A–Z list is made of."""

    path: str
    """Of the whole list."""
    nouns: tuple[Noun, ...]
    name: Callable[[Noun], str]
    count: Callable[[Noun, Address], Count]

    def letters(self) -> Letters:
        here = Address(self.path)
        if len(self.nouns) <= WHOLE:
            found = _grouped(self.nouns, lambda noun: _initial(self.name(noun)))
            return Letters(tuple(Letter(name, self._counts(found[name], here)) for name in sorted(found)), ())
        return Letters((), self._links(self._cut(), here))

    def pages(self, kind: str) -> Iterator[tuple[str, LetterPage]]:
        """The pages of the letters of a long list, with their paths."""
        found = self._cut() if len(self.nouns) > WHOLE else {}
        for name, members in found.items():
            here = Address(self._path(name))
            links = self._links(found, here)
            yield here.path, LetterPage(here.link("", self.path), kind, name, self._counts(members, here), links)

    def _cut(self) -> dict[str, list[Noun]]:
        """By the first letter; where too many share it, by the first two."""
        letters = _grouped(self.nouns, lambda noun: _initial(self.name(noun)))
        found: dict[str, list[Noun]] = {}
        for letter in sorted(letters):
            members = letters[letter]
            finer = _grouped(members, lambda noun: _initial(self.name(noun), 2))
            cut = len(members) > WHOLE and letter != OTHER
            found |= {name: finer[name] for name in sorted(finer)} if cut else {letter: members}
        return found

    def _counts(self, nouns: Iterable[Noun], here: Address) -> tuple[Count, ...]:
        counts = (self.count(noun, here) for noun in nouns)
        return tuple(sorted(counts, key=lambda item: (item.link.text.casefold(), item.link.href)))

    def _links(self, found: dict[str, list[Noun]], here: Address) -> tuple[Count, ...]:
        return tuple(Count(here.link(name, self._path(name)), len(members)) for name, members in found.items())

    def _path(self, letter: str) -> str:
        return routes.letter(self.path, "0" if letter == OTHER else letter.lower())


def _initial(name: str, letters: int = 1) -> str:
    """The first letters of a name, without their accents, as an address can spell them."""
    first = wording.initial(name, letters)
    return OTHER if first == OTHER else slug(first).capitalize()


def _grouped(nouns: Iterable[Noun], key: Callable[[Noun], str]) -> dict[str, list[Noun]]:
    found: defaultdict[str, list[Noun]] = defaultdict(list)
    for noun in nouns:
        found[key(noun)].append(noun)
    return found
