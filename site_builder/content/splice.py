"""Change some values of a YAML text and leave the rest of it, comments and quoting too, as a person wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from site_builder.content.front_matter import FrontMatterError, Located, Mark, locate, parse
from site_builder.content.yaml_text import Plain, block_lines, flow, is_block, lines_of

Edit: TypeAlias = tuple[int, int, str]
"""Start and end in the text, and what stands there instead."""
Path: TypeAlias = tuple[str, ...]


def splice(text: str, changes: Mapping[str, Plain]) -> str | None:
    """The text with some values replaced and everything else as it was.

    A key may name a field inside a mapping (``event.date``).  None if the change cannot be made without changing
    another field or losing a comment.  Raises FrontMatterError if the text cannot be parsed.
    """
    located = locate(text)
    wanted = changed(located.values, changes)
    edits: list[Edit] = []
    for path in _paths(located.values, changes):
        found = _edits(text, located, path, _at(wanted, path))
        if found is None:
            return None
        edits += found
    after = _apply(text, edits)
    try:
        return after if parse(after) == wanted else None
    except FrontMatterError:
        return None


def changed(before: Mapping[str, Plain], changes: Mapping[str, Plain]) -> dict[str, Plain]:
    """A mapping with some values replaced; a key may name a field inside a mapping (``event.date``)."""
    wanted = dict(before)
    for name, value in changes.items():
        top, _, inner = name.partition(".")
        outer = wanted.get(top)
        wanted[top] = {**(outer if isinstance(outer, dict) else {}), inner: value} if inner else value
    return wanted


def _paths(before: Mapping[str, Plain], changes: Mapping[str, Plain]) -> list[Path]:
    """What to change; fields inside a mapping that is not there yet are one change of that mapping."""
    split = (name.partition(".") for name in changes)
    paths = ((top, inner) if inner and isinstance(before.get(top), dict) else (top,) for top, _, inner in split)
    return list(dict.fromkeys(paths))


def _at(values: Plain, path: Path) -> Plain:
    for key in path:
        values = values[key] if isinstance(values, dict) else None
    return values


def _edits(text: str, located: Located, path: Path, value: Plain) -> list[Edit] | None:
    mark = located.marks.get(path)
    if mark is None:
        return [_addition(text, located, path, value)]
    if not mark.block:
        return list(_replace_inline(text, mark, value, inside=len(path) > 1))
    if _has_comment(text, located, mark):
        return None
    colon = text.find(":", mark.key[1]) + 1
    return [(colon, mark.value[1], _after_colon(text, mark, value))]


def _replace_inline(text: str, mark: Mark, value: Plain, *, inside: bool) -> Iterator[Edit]:
    start, end = mark.value
    if inside or not is_block(value):
        yield start, end, ("" if text[start - 1 : start].isspace() else " ") + flow(value)
        return
    colon = text.find(":", mark.key[1]) + 1
    yield colon, end, ""
    line_end = _line_end(text, end)
    yield line_end, line_end, _lines(text, mark, value)


def _after_colon(text: str, mark: Mark, value: Plain) -> str:
    return _lines(text, mark, value) if is_block(value) else " " + flow(value)


def _lines(text: str, mark: Mark, value: Plain) -> str:
    newline = _newline(text)
    indent = " " * (_column(text, mark.key[0]) + 2)
    return "".join(newline + line for line in block_lines(value, indent))


def _addition(text: str, located: Located, path: Path, value: Plain) -> Edit:
    """A new entry: the last one of its mapping."""
    newline = _newline(text)
    if len(path) == 1:
        lead = "" if text.endswith("\n") or not text else newline
        return len(text), len(text), lead + "".join(line + newline for line in lines_of(path[0], value, ""))
    outer = located.marks[path[:1]]
    if not outer.block:
        lead = ", " if _at(located.values, path[:1]) else ""
        return outer.value[1] - 1, outer.value[1] - 1, f"{lead}{path[1]}: {flow(value)}"
    sibling = next(mark for key, mark in located.marks.items() if len(key) == 2 and key[0] == path[0])
    indent = " " * _column(text, sibling.key[0])
    at = _line_end(text, outer.value[1])
    return at, at, f"{newline}{indent}{path[1]}: {flow(value)}"


def _has_comment(text: str, located: Located, mark: Mark) -> bool:
    at = mark.key[1]
    for start, end in located.scalars:
        if mark.key[1] <= start < mark.value[1]:
            if "#" in text[at:start]:
                return True
            at = end
    return "#" in text[at : mark.value[1]]


def _column(text: str, index: int) -> int:
    return index - (text.rfind("\n", 0, index) + 1)


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _apply(text: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
