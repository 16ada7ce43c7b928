"""The whole name of a person whom the mentions know by one word only: ``Wijaya menilai … ekonom Wijaya Samarin``.

That a word stands alone as somebody's name is evidence for the capitalised words beside it elsewhere in the article,
even where neither of them is usual in names.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from site_builder.grammar import place_names
from site_builder.grammar.appointed import Mention
from site_builder.grammar.appositions import apposed
from site_builder.grammar.names import Name, common_words, likely, name_at, never, title_words
from site_builder.grammar.words import Words

MOST_BEFORE = 3
SHORTEST = 3


def completed(text: Words, found: list[Mention]) -> list[Mention]:
    """The mentions, with those added or put in the place of one-word ones that print a name in full."""
    short = _alone(found)
    if not short:
        return found
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
    return sorted(kept.values(), key=lambda mention: mention.start)


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
