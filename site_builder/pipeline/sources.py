"""The texts of an archive as they lie in its folders: articles, readings, vocabulary, templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import site_builder
from site_builder import config, disk, routes, store, vocabulary
from site_builder.content.library import Held, held
from site_builder.content.reading import Record, loads
from site_builder.errors import BuildError, Problem
from site_builder.folders import Folders
from site_builder.model import Vocabulary

MARKDOWN, READING, SIDECAR = ".md", ".reading.json", ".yml"
ASSETS = "assets/"
LIBRARIES = ("jinja2", "markdown", "markupsafe", "nh3", "python-slugify", "snowballstemmer")


def words(folders: Folders) -> Vocabulary:
    """The vocabulary of the archive. Raises BuildError if it is broken: every article would lose its tags."""
    texts = {}
    problems = []
    for found in disk.read_folder(folders.content / "vocabulary"):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            texts[found.path] = decoded(found.raw, str(folders.content / "vocabulary" / found.path))
    if problems:
        raise BuildError(*problems)
    try:
        terms = vocabulary.vocabulary(texts)
    except BuildError as error:
        raise BuildError(*below(folders.content, error.problems)) from None
    decisions = (replace(one, where=str(folders.content / one.where)) for one in terms.decisions)
    return replace(terms, decisions=tuple(decisions))


def program() -> bytes:
    """Digest of this program's code, tables and catalogues, and of the libraries whose work is remembered."""
    code = store.digest_of_files(Path(site_builder.__file__).parent, endings=(".py", ".csv", ".mo"))
    return store.digest_of(code, store.versions(LIBRARIES))


def decoded(raw: bytes, where: str) -> str:
    """The text of a file that people edit. Raises BuildError if it is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BuildError(
            Problem(f"{where}:{line}", "not UTF-8", "save it as UTF-8 in your editor", fatal=True)
        ) from None


def below(folder: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems whose place is relative to a folder, with the folder as the user spells it."""
    return (replace(problem, where=str(folder / problem.where)) for problem in problems)


def holdings(folders: Folders) -> Iterator[Held]:
    """Every article that content holds, by its text and its reading."""
    names = disk.names(folders.articles)
    stems = {name.removesuffix(ending) for name in names for ending in (MARKDOWN, READING) if name.endswith(ending)}
    for stem in sorted(stems):
        _, text, reading = files(folders, stem)
        record = loads(reading, where=stem) if reading is not None else None
        yield held(stem, text, record if isinstance(record, Record) else None)


def files(folders: Folders, stem: str) -> tuple[Path, str | None, str | None]:
    """An article's path, its text and its reading; None for a file that is not there or cannot be read."""
    article = folders.articles / f"{stem}{MARKDOWN}"
    return article, _text(article), _text(folders.articles / f"{stem}{READING}")


def _text(path: Path) -> str | None:
    raw = disk.read_file(path)
    return raw.decode("utf-8", "surrogateescape") if isinstance(raw, bytes) else None


def templates(folders: Folders) -> tuple[dict[str, str], tuple[tuple[str, bytes], ...]]:
    """The Jinja templates by name, and the assets by their path in the site."""
    found_templates: dict[str, str] = {}
    assets = []
    problems = []
    for found in disk.read_folder(folders.templates):
        if isinstance(found, Problem):
            problems.append(found)
        elif found.path.startswith(ASSETS):
            assets.append((routes.asset(found.path.removeprefix(ASSETS)), found.raw))
        else:
            found_templates[found.path] = decoded(found.raw, str(folders.templates / found.path))
    if problems or not found_templates:
        hint = "name the folder with --templates"
        raise BuildError(
            *problems, *([] if found_templates else [Problem(str(folders.templates), "has no templates", hint)])
        )
    return found_templates, tuple(assets)


def site(folders: Folders) -> config.Site:
    """The settings of the archive; without ``site.yml`` the program's own."""
    where = folders.content / "site.yml"
    raw = disk.read_file(where)
    if isinstance(raw, Problem):
        raise BuildError(raw)
    return config.read_site(decoded(raw, str(where)), where=str(where)) if raw is not None else config.Site()
