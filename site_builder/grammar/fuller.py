"""The whole name of a person whom the mentions know by one word only: ``Wijaya menilai … ekonom Wijaya Samarin``.

That a word stands alone as somebody's name is evidence for the capitalised words beside it elsewhere in the article,
even where neither of them is usual in names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from site_builder.grammar import place_names
from site_builder.grammar.appointed import Mention
from site_builder.grammar.appositions import apposed
from site_builder.grammar.glued import place_words
from site_builder.grammar.likeness import WEAK
from site_builder.grammar.name_shapes import AMBIGUOUS
from site_builder.grammar.names import Name, common_words, likely, name_at, never, title_words
from site_builder.grammar.words import Words

MOST_BEFORE = 3
SHORTEST = 3
ENOUGH = 2
BEFORE, BEHIND = frozenset("/-–(@#"), frozenset("/-–)")
"""Signs that make a word a part of something else."""


def completed(text: Words, found: list[Mention]) -> list[Mention]:
    """The mentions, with those added or put in the place of one-word ones that print a name in full."""
    found = sorted([*found, *_repeated(text, found)], key=lambda mention: mention.start)
    spoken = _alone([mention for mention in found if mention.strong])
    standing = _standing(text)
    found = [_without_body(text, _with_first(text, mention, spoken), standing) for mention in found]
    short = _alone(found)
    if not short:
        return _credible(found)
    starts = [mention.start for mention in found]
    kept: dict[int, Mention] = dict(enumerate(found))
    for index, folded in enumerate(text.folded):
        if folded not in short or not text.items[index][0].isupper():
            continue
        at = bisect_right(starts, text.starts[index]) - 1
        whole = _whole(text, index)
        if not whole or (at + 1 < len(found) and starts[at + 1] < whole.end):
            continue
        if at < 0 or found[at].end <= whole.span[0]:
            kept[len(kept)] = apposed(text, Mention(whole.span[0], whole.end, whole), whole.next)
        elif (name := found[at].name) and name.span[0] >= whole.span[0] and name.span[1] < whole.span[1]:
            kept[at] = replace(found[at], end=max(whole.end, found[at].end), name=whole)
    return sorted(_credible(kept.values()), key=lambda mention: mention.start)


def _credible(found: Iterable[Mention]) -> list[Mention]:
    """Without unknown single words of which nothing but one verb says that they are people: ``menurut Norvik``."""
    mentions = list(found)
    held = {part for m in mentions if m.name and " " in m.name.text for part in m.name.text.split()}
    return [m for m in mentions if m.strong or m.cue or m.office or not m.name or " " in m.name.text
            or likely(m.name.text) or m.name.text in held]  # fmt: skip


def _repeated(text: Words, found: list[Mention]) -> Iterator[Mention]:
    """A usual name of one word that always stands alone, several times, and is part of no other name."""
    known = {part.lower() for m in found if m.name for part in m.name.text.split()}
    times: dict[str, list[int]] = {}
    for index, word in enumerate(text.items):
        if word.istitle() and len(word) > SHORTEST and text.folded[index] not in known and likely(word):
            times.setdefault(word, []).append(index)
    starts = [mention.start for mention in found]
    for word, places in times.items():
        if len(places) < ENOUGH or _plain(word) or not all(_is_loose(text, index) for index in places):
            continue
        free = (i for i in places if text.gap(i) == " " and _is_free(text.starts[i], starts, found))
        name = name_at(text, next(free, len(text)))
        if name and name.text == word and _of_name(text, name.first):
            yield Mention(name.span[0], name.end, name, strong=False)


def _is_loose(text: Words, index: int) -> bool:
    """Whether nothing ties the word to a word or a sign beside it."""
    tied = text.gap(index)[-1:] in BEFORE or text.gap(index + 1)[:1] in BEHIND
    return not (tied or _capital_beside(text, index) or _capital_beside(text, index + 1))


def _is_free(offset: int, starts: list[int], found: list[Mention]) -> bool:
    """Whether no mention lies over the offset."""
    at = bisect_right(starts, offset) - 1
    return at < 0 or found[at].end <= offset


def _plain(word: str) -> bool:
    folded = word.lower()
    return folded in common_words() or folded in place_words() or folded in WEAK or folded in AMBIGUOUS


def _with_first(text: Words, mention: Mention, spoken: set[str]) -> Mention:
    """``Analis Nusakripto Fyrieh Fahrul``, and ``Fyrieh`` alone elsewhere: the word is no part of the body's name."""
    name, office = mention.name, mention.office
    index = text.index(name.span[0]) - 1 if name else 0
    word = text.items[index]
    if not name or not office or not office.complement.endswith(word) or office.end != text.ends[index]:
        return mention
    if word.lower() not in spoken or not _of_name(text, index) or text.gap(index + 1) != " ":
        return mention
    if office.head.follows != "body" or office.place not in {"", office.complement}:
        return mention
    body = office.complement.removesuffix(word).rstrip()
    whole = replace(name, text=f"{word} {name.text}", span=(text.starts[index], name.span[1]), first=index)
    return replace(mention, name=whole, office=replace(office, complement=body, place="", end=text.ends[index - 1]))


def _without_body(text: Words, mention: Mention, standing: frozenset[str]) -> Mention:
    """``CEO Nusakripto Fikri Fahrul``, and ``Fikri`` alone elsewhere: unknown words before that one are of the body."""
    name, office = mention.name, mention.office
    if not name or not office or office.complement or office.head.follows != "body" or office.end > name.span[0]:
        return mention
    first, stop = text.index(name.span[0]), text.index(name.span[1])
    if likely(text.items[first]) or not 2 < stop - first < MOST_BEFORE + 3:
        return mention
    words = [i for i in range(first + 1, stop - 1) if text.items[i][0].isupper()]
    cut = next((i for i in words if likely(text.items[i]) or text.items[i] in standing), 0)
    if not cut or text.items[cut] not in standing or text.items[first] in standing:
        return mention
    body = " ".join(text.text[name.span[0] : text.ends[cut - 1]].split())
    kept = replace(name, text=" ".join(text.text[text.starts[cut] : name.span[1]].split()),
                   span=(text.starts[cut], name.span[1]), first=cut)  # fmt: skip
    return replace(mention, name=kept, office=replace(office, complement=body, end=text.ends[cut - 1]))


def _standing(text: Words) -> frozenset[str]:
    """The words with a capital that somewhere have no word with a capital beside them."""
    capitals = [i for i, item in enumerate(text.items) if item[0].isupper()]
    joined = {i for before, i in pairwise(capitals) if i == before + 1 and text.gap(i) in {" ", "\xa0"}}
    return frozenset(text.items[i] for i in capitals if i not in joined and i + 1 not in joined)


def _capital_beside(text: Words, index: int) -> bool:
    """Whether one phrase goes on over the gap before the word."""
    if not 0 < index < len(text) or text.gap(index) not in {" ", "\xa0"}:
        return False
    return text.items[index - 1][0].isupper() and text.items[index][0].isupper()


def _alone(found: list[Mention]) -> set[str]:
    """Names of one word that no longer name of the article holds, folded."""
    names = [mention.name.text.lower().split() for mention in found if mention.name]
    held = {part for parts in names if len(parts) > 1 for part in parts}
    single = {parts[0] for parts in names if len(parts) == 1 and len(parts[0]) > SHORTEST and "." not in parts[0]}
    return single - held


def _whole(text: Words, index: int) -> Name | None:
    """The longer name that the word is a part of."""
    start = index
    while start and index - start < MOST_BEFORE and text.gap(start) in {" ", "\xa0"} and _of_name(text, start - 1):
        start -= 1
    if start < index and not likely(text.items[start]) and not _bounded(text, start):
        start = index
    if start == index and index and text.gap(index) == " " and text.folded[index - 1] in title_words("site"):
        return None
    name = name_at(text, start)
    if not name or " " not in name.text or name.span[1] <= text.starts[index]:
        return None
    stop = text.index(name.span[1])
    return name if all(_of_name(text, i) or len(text.items[i]) == 1 for i in range(start, stop)) else None


def _of_name(text: Words, index: int) -> bool:
    """Whether a word beside a name looks like a part of it: usual in names, or known for nothing else."""
    word = text.items[index]
    if not word[0].isupper() or len(word) < SHORTEST or never(word):
        return False
    known = word.lower() in common_words() or (word.isupper() and len(word) < 5) or place_names.place_at(text, index)
    return likely(word) or not known


def _bounded(text: Words, index: int) -> bool:
    """Whether the run of capitalised words begins here, or a place goes before it."""
    if not index or text.gap(index) not in {" ", "\xa0"} or text.items[index - 1][0].islower():
        return True
    return place_names.place_at(text, index - 1) is not None
