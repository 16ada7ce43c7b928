"""Markdown body -> safe HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.errors import Problem


@dataclass(frozen=True, slots=True)
class Body:
    """Safe HTML, the only text that templates print unescaped: ``{{ view.body | body }}``."""

    html: str
    plain: bool = False
    """True if the text was over a limit and is shown escaped, as it was written; the page should say so."""


def body(markdown: str) -> Body:
    """The HTML of an article's body."""
    raise NotImplementedError


def problems(markdown: str, *, where: str) -> Iterator[Problem]:
    """What keeps a body from being shown as Markdown."""
    raise NotImplementedError
