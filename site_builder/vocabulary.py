"""What people decided for the whole archive: ``content/vocabulary/tags.yml`` and ``outlets.yml`` -> Vocabulary.

Every problem of the files is reported at once.  A vocabulary that is broken is fatal: built without it, every
article would lose its tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from site_builder import slugs
from site_builder.content.front_matter import FrontMatterError, Located, line_of, locate
from site_builder.content.yaml_text import Plain
from site_builder.decisions import LINKS, decisions
from site_builder.errors import BuildError, Problem
from site_builder.model import Tag, Vocabulary

TAGS, OUTLETS, INSTITUTIONS = "tags.yml", "outlets.yml", "institutions.yml"
TEXTS = ("label", "label_en", "broader")
LISTS = ("synonyms", "requires", "forbids")
KEYS = (*TEXTS, *LISTS)

Path: TypeAlias = tuple[str, ...]
Wrong: TypeAlias = tuple[Path, str, str]
"""Where in the file, what is wrong, what to do."""
Entries: TypeAlias = Mapping[str, Plain]


def vocabulary(files: Mapping[str, str]) -> Vocabulary:
    """The vocabulary that the files (name -> text) describe; other files of the folder are not looked at.

    Raises BuildError with every problem of all files.
    """
    tags, tag_problems = _read(files, TAGS, _wrong_tags)
    outlets, outlet_problems = _read(files, OUTLETS, _wrong_outlets)
    bodies, body_problems = _read(files, INSTITUTIONS, _wrong_institutions)
    decided, link_problems = decisions(files.get(LINKS, ""), where=f"vocabulary/{LINKS}")
    if problems := (*tag_problems, *outlet_problems, *body_problems, *link_problems):
        raise BuildError(*problems)
    return Vocabulary(
        tuple(_tag(slug, entry) for slug, entry in tags.items() if isinstance(entry, dict)),
        {site.lower(): name for site, name in outlets.items() if isinstance(name, str)},
        decided,
        {slugs.slug(body): name.strip() for body, name in bodies.items() if isinstance(name, str)},
    )


def _read(
    files: Mapping[str, str], name: str, check: Callable[[Entries], Iterator[Wrong]]
) -> tuple[Entries, tuple[Problem, ...]]:
    where = f"vocabulary/{name}"
    text = files.get(name, "")
    try:
        located = locate(text)
    except FrontMatterError as error:
        return {}, (Problem(f"{where}:{error.line}", error.what, error.hint, fatal=True),)
    problems = (
        Problem(f"{where}:{_line(text, located, path)}", what, hint, fatal=True)
        for path, what, hint in check(located.values)
    )
    return located.values, tuple(problems)


def _line(text: str, located: Located, path: Path) -> int:
    mark = located.marks.get(path) or located.marks[path[:1]]
    return line_of(text, mark.key[0])


def _wrong_tags(tags: Entries) -> Iterator[Wrong]:
    for slug, entry in tags.items():
        if isinstance(entry, dict):
            yield from _wrong_entry(slug, entry)
            yield from _wrong_broader(slug, tags)
        else:
            yield (slug,), f"the tag “{slug}” has no description", "indent “label: …” and its other keys below it"
    yield from _repeated(tags)


def _wrong_entry(slug: str, entry: Entries) -> Iterator[Wrong]:
    if not all(part.isalnum() for part in slug.split("-")) or not slug.isascii() or slug != slug.lower():
        yield (slug,), f"“{slug}” cannot be part of an address", "use small letters, digits and single hyphens"
    for name in ("label", "label_en"):
        if not entry.get(name):
            yield (slug,), f"the tag “{slug}” has no {name}", f"add “{name}: …” below it"
    for name, value in entry.items():
        if name not in KEYS:
            near = get_close_matches(name, KEYS, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(KEYS)}"
            yield (slug, name), f"“{name}” is not known", hint
        elif name in TEXTS and not isinstance(value, str | None):
            yield (slug, name), f"“{name}” must be one line of text", "write it behind the colon"
        elif name in LISTS and not _is_phrases(value):
            yield (slug, name), f"“{name}” must be a list of phrases", "write [one phrase, another phrase]"


def _is_phrases(value: Plain) -> bool:
    return value is None or (
        isinstance(value, list) and all(isinstance(item, str) and any(map(str.isalnum, item)) for item in value)
    )


def _wrong_broader(slug: str, tags: Entries) -> Iterator[Wrong]:
    broader = _broader(slug, tags)
    if broader is not None and broader not in tags:
        near = get_close_matches(broader, tags, n=1)
        hint = f"did you mean “{near[0]}”?" if near else "add that tag, or leave “broader” out"
        yield (slug, "broader"), f"there is no tag “{broader}”", hint
    elif slug in _above(slug, tags):
        yield (slug, "broader"), f"“{slug}” is broader than itself", "a tag's “broader” must lead up to a branch"


def _broader(slug: str, tags: Entries) -> str | None:
    entry = tags.get(slug)
    broader = entry.get("broader") if isinstance(entry, dict) else None
    return broader if isinstance(broader, str) else None


def _above(slug: str, tags: Entries) -> list[str]:
    """The broader tags of a tag, nearest first; ends where a circle closes."""
    above: list[str] = []
    broader = _broader(slug, tags)
    while broader is not None and broader not in above:
        above.append(broader)
        broader = _broader(broader, tags)
    return above


def _repeated(tags: Entries) -> Iterator[Wrong]:
    """Phrases that stand under two tags: which one an article meant could not be told."""
    owner: dict[str, str] = {}
    for slug, entry in tags.items():
        synonyms = entry.get("synonyms") if isinstance(entry, dict) else None
        for phrase in synonyms if isinstance(synonyms, list) else ():
            first = owner.setdefault(str(phrase), slug)
            if first != slug:
                hint = f"it stands under “{first}” too: keep one, or make one tag broader than the other"
                yield (slug, "synonyms"), f"the phrase “{phrase}” is given twice", hint


def _wrong_outlets(outlets: Entries) -> Iterator[Wrong]:
    for site, name in outlets.items():
        if not isinstance(name, str) or not name.strip():
            yield (site,), f"“{site}” has no name", "write the outlet's name behind the colon"


def _wrong_institutions(bodies: Entries) -> Iterator[Wrong]:
    """A name stands for itself, or for one that stands for itself: what is said of it twice would depend on order."""
    first: dict[str, str] = {}
    for body, name in bodies.items():
        if not isinstance(name, str) or not name.strip():
            yield (body,), f"“{body}” has no name", "write the institution's name behind the colon"
        elif slugs.slug(name) != slugs.slug(body) and slugs.slug(name) in map(slugs.slug, bodies):
            yield (body,), f"“{name}” is itself called otherwise", "write the name that is to be shown on both lines"
        if first.setdefault(slugs.slug(body), body) != body:
            yield (body,), f"“{body}” stands twice", f"keep it, or “{first[slugs.slug(body)]}”"


def _tag(slug: str, entry: Entries) -> Tag:
    return Tag(
        slug,
        str(entry["label"]),
        str(entry["label_en"]),
        str(entry["broader"]) if entry.get("broader") else None,
        *(_phrases(entry.get(name)) for name in LISTS),
    )


def _phrases(value: Plain) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
