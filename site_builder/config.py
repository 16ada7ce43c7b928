"""What the people of an archive decide once for the whole site: ``content/site.yml``."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

from site_builder.content.front_matter import FrontMatterError, Located, line_of, locate
from site_builder.content.yaml_text import Plain
from site_builder.errors import BuildError, Problem
from site_builder.locale import LANGUAGES, SOURCE, Language

Show: TypeAlias = Literal["full", "excerpt"]

ADDRESS = re.compile(r"https?://[\w.-]+(?::[0-9]{1,5})?(?:/[^\s?#\"'<>\\]*)?", re.IGNORECASE)
"""``https://example.org/arsip``: no query, no name and password."""
BRANCH = re.compile(r"[\w][\w./-]*")
"""``main``, ``editors/2024``."""
KIND = re.compile(r"[a-z][a-z0-9_]*")
"""The name of a file in ``pages/`` or ``exports/``."""


@dataclass(frozen=True, slots=True)
class Site:
    """The choices of ``site.yml``; each default is what the program does where the file is silent."""

    title: str = "Arsip Pilkada"
    description: str = ""
    language: Language = SOURCE
    """Of the site's own words; articles stay in theirs."""
    url: str | None = None
    """Address of the published site, with a slash at its end; None: formats that need one are left out."""
    repository: str | None = None
    """Address where the content can be corrected, without a slash at its end: ``https://github.com/x/arsip``."""
    branch: str = "main"
    contact: str | None = None
    """An e-mail address or the address of a page, for requests to correct or remove."""
    show: Show = "full"
    """How much of an article is shown that does not say so itself."""
    pages: tuple[str, ...] | None = None
    """The page kinds to make; None: all."""
    exports: tuple[str, ...] | None = None
    """The export formats to make; None: all."""

    def makes(self, export: str) -> bool:
        """Whether the site chose a format; one that needs an address is not made without it all the same."""
        return self.exports is None or export in self.exports


class _ChoiceError(ValueError):
    """A value that its key does not allow: what is wrong, and what to do."""


def read_site(text: str, *, where: str) -> Site:
    """The site that ``site.yml`` describes; raises BuildError with every problem of the file, all fatal."""
    try:
        located = locate(text)
    except FrontMatterError as error:
        raise BuildError(Problem(f"{where}:{error.line}", error.what, error.hint, fatal=True)) from None
    problems = tuple(_problems(text, located, where))
    if problems:
        raise BuildError(*problems)
    given = {name: READ[name](value) for name, value in located.values.items() if value is not None}
    return Site(**given)  # type: ignore[arg-type]  # READ gives each key its own type


def with_url(site: Site, url: str | None) -> Site:
    """The site published at another address; None keeps its own. Raises BuildError if it is no address."""
    if url is None:
        return site
    try:
        return dataclasses.replace(site, url=_url(url))
    except _ChoiceError as wrong:
        what, hint = wrong.args
        raise BuildError(Problem("--url", f"“{url}” {what}", hint, fatal=True)) from None


def _problems(text: str, located: Located, where: str) -> Iterator[Problem]:
    for name, value in located.values.items():
        line = line_of(text, located.marks[(name,)].key[0])
        try:
            if name not in READ:
                raise _ChoiceError("is not known", _nearest(name))
            if value is not None:
                READ[name](value)
        except _ChoiceError as wrong:
            what, hint = wrong.args
            yield Problem(f"{where}:{line}", f"“{name}” {what}", hint, fatal=True)


def _nearest(name: str) -> str:
    near = get_close_matches(name, READ, n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(READ)}"


def _line(value: Plain) -> str:
    if not isinstance(value, str) or not value.strip() or "\n" in value:
        raise _ChoiceError("must be one line of text", "write it behind the colon, in quotes if it holds a colon or #")
    return value.strip()


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise _ChoiceError("must be text", "write it behind the colon, in quotes if it holds a colon or #")
    return " ".join(value.split())


def _one_of(*choices: str) -> Callable[[Plain], str]:
    def read(value: Plain) -> str:
        if not isinstance(value, str) or value not in choices:
            raise _ChoiceError(f"must be {' or '.join(choices)}", "write one of these words")
        return value

    return read


def _url(value: Plain) -> str:
    return _repository(value) + "/"


def _repository(value: Plain) -> str:
    address = _line(value)
    if not ADDRESS.fullmatch(address):
        raise _ChoiceError(
            "must be an address that begins with http:// or https://", "such as https://example.org/arsip/"
        )
    return address.rstrip("/")


def _branch(value: Plain) -> str:
    branch = _line(value)
    if not BRANCH.fullmatch(branch) or ".." in branch:
        raise _ChoiceError("must be the name of a branch", "such as main")
    return branch


def _kinds(value: Plain) -> tuple[str, ...]:
    kinds = value if isinstance(value, list) else [value]
    names = tuple(kind for kind in kinds if isinstance(kind, str) and KIND.fullmatch(kind))
    if len(names) < len(kinds) or len(set(names)) < len(names):
        raise _ChoiceError("must be a list of names, each once", "such as [article, tag], or null for all")
    return names


READ: Mapping[str, Callable[[Plain], object]] = {
    "title": _line,
    "description": _text,
    "language": _one_of(*LANGUAGES),
    "url": _url,
    "repository": _repository,
    "branch": _branch,
    "contact": _line,
    "show": _one_of("full", "excerpt"),
    "pages": _kinds,
    "exports": _kinds,
}
"""The keys of ``site.yml`` and how each is read; they are the fields of ``Site``."""
