"""Values as YAML text: one field a line, and quotes wherever some reader would take a word for something else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What YAML may say here; None is an empty, ``null`` or ``~`` scalar without quotes."""

PLAIN = re.compile(r"[^\W_](?:[\w ./()'+;!–—’“”‘…-]*[\w.)'!’”…])?")
"""Strings that need no quotes anywhere: ``Kapolres Parepare``, ``000_41.txt``; not ``a: b``, ``#1``, ``-``, ``a?``."""
CODE = re.compile(r"[0-9][0-9A-FTXZa-fox~?/.+_-]*")
"""Numbers, codes and dates, which some YAML reader would type: ``74.10``, ``2024-07~``, ``1e3``, ``0x1F``."""
WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that some YAML reader takes for null or a truth value, in any case."""
UNSAFE_IN_QUOTES = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def dump(mapping: Mapping[str, Plain]) -> str:
    """A mapping as YAML, one field a line, in its own order; a list of mappings has one item a line."""
    return "".join(f"{line}\n" for key, value in mapping.items() for line in lines_of(key, value, ""))


def lines_of(key: str, value: Plain, indent: str) -> Iterator[str]:
    if not is_block(value):
        yield f"{indent}{scalar(key)}: {flow(value)}"
        return
    yield f"{indent}{scalar(key)}:"
    yield from block_lines(value, indent + "  ")


def block_lines(value: Plain, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from lines_of(key, item, indent)
    elif isinstance(value, list):
        yield from (f"{indent}- {flow(item)}" for item in value)


def is_block(value: Plain) -> bool:
    if isinstance(value, list):
        return any(isinstance(item, dict) for item in value)
    return isinstance(value, dict) and bool(value)


def flow(value: Plain) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "null" if value is None else scalar(value)


def scalar(text: str) -> str:
    if PLAIN.fullmatch(text) and not CODE.fullmatch(text) and text.lower() not in WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return UNSAFE_IN_QUOTES.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
