"""Content -> site, top to bottom."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder import config, disk, slugs, store
from site_builder.archive import Archive, Entry
from site_builder.canonical import canonical
from site_builder.checks import check_site
from site_builder.content.article import read_article
from site_builder.content.reading import Record, loads
from site_builder.content.salvage import salvage
from site_builder.errors import BuildError, Problem
from site_builder.exports import Published, all_exports, skipped
from site_builder.folders import Folders
from site_builder.model import Article
from site_builder.pages import all_pages
from site_builder.pipeline.ingest import ingest
from site_builder.pipeline.sources import (
    MARKDOWN,
    READING,
    SIDECAR,
    below,
    decoded,
    files,
    program,
    site,
    templates,
    words,
)
from site_builder.progress import Track, untracked
from site_builder.render import renderer
from site_builder.reports import Rendered

WHOLE = "render"
"""Under this name the cache keeps the digest of everything that the last whole render read."""
UNTIL_THEN = "until then its page shows what can be read of it, and says so"
NOT_PUBLISHED = "until then it is not published"
LINE = re.compile(r":[0-9]{1,9}$")
"""The line behind a file's name: ``x.md:10``."""
TOO_MANY = 10, 0.01
"""More bad articles than this number, and than this share of all, stop the publishing: something is wrong at large."""


@dataclass(frozen=True, slots=True)
class Checked:
    articles: int
    pages: int
    problems: tuple[Problem, ...]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Values here point to no circles: to look for some among all of an archive is a fifteenth of the work."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_without_collector()
def render(folders: Folders, *, url: str | None = None, dry_run: bool = False, track: Track = untracked) -> Rendered:
    """Make the site from content. Raises BuildError, with the old site as it was, if nothing sound can be published."""
    _refuse_output_among_inputs(folders)
    inputs = _digest_of_inputs(folders, url)
    if not dry_run and (done := _already(folders, inputs)):
        return done
    archive, problems = _archive(folders, url)
    _refuse_if_most_are_bad(archive, problems)
    cache = None if dry_run else folders.cache
    made = _files_of(archive, folders, track, cache=cache)
    report = disk.Report((), sum(1 for _ in made), ()) if dry_run else disk.publish(made, folders.output)
    problems = (*problems, *archive.problems)
    if not problems and inputs == _digest_of_inputs(folders, url):
        # Problems are told anew at each run, so a run with problems is never taken for done; nor is one during which
        # an editor saved.
        store.remember(store.digest_of(inputs, report.seal), name=WHOLE, folder=cache)
    return Rendered(
        articles=len(archive.articles),
        files=len(report.written) + report.unchanged,
        written=report.written,
        unchanged=report.unchanged,
        deleted=report.deleted,
        notes=tuple(
            f"{name} is left out: it needs the site's address (--url, or url in site.yml)" for name in skipped(archive)
        ),
        problems=problems,
    )


def _digest_of_inputs(folders: Folders, url: str | None) -> bytes:
    """Of all that the site depends on, and of the place it goes to."""
    content = store.digest_of_files(folders.content, endings=(MARKDOWN, READING, SIDECAR))
    templates = store.digest_of_files(folders.templates, endings=("",))
    return store.digest_of(program(), content, templates, url or "", str(folders.output.absolute()))


def _already(folders: Folders, inputs: bytes) -> Rendered | None:
    """What a run would say that changes nothing; None if inputs changed, or the site is not as it was published."""
    last = store.digest_of(inputs, disk.seal(folders.output))  # another run may have put another site there meanwhile
    if not store.same_as_last(last, name=WHOLE, folder=folders.cache) or disk.unfinished(folders.output):
        return None
    files_there, differences = disk.verify(folders.output)
    articles = sum(name.endswith(MARKDOWN) for name in disk.names(folders.articles))
    return None if differences else Rendered(articles, files_there, (), files_there, (), (), ())


def check(folders: Folders, *, url: str | None = None, track: Track = untracked) -> Checked:
    """Everything that a person should mend in seeds, content, vocabularies and the site; writes nothing."""
    read = ingest(folders, dry_run=True, track=track)
    archive, problems = _archive(folders, url)
    made = list(_files_of(archive, folders, track))
    problems += tuple(below(folders.output, check_site(made)))
    return Checked(len(archive.articles), len(made), (*read.problems, *problems, *archive.problems))


def _archive(folders: Folders, url: str | None) -> tuple[Archive, tuple[Problem, ...]]:
    settings = config.with_url(site(folders), url)
    terms = words(folders)
    problems: list[Problem] = []
    found = list(entries(folders, problems))
    return Archive.of(found, site=settings, vocabulary=terms), tuple(problems)


def entries(folders: Folders, problems: list[Problem]) -> Iterator[Entry]:
    """Every article that can be read, one for each slug; what is wrong with the others."""
    first: dict[str, str] = {}
    for name in _with_readings_first(tuple(disk.listing(folders.articles))):
        if isinstance(name, Problem):
            problems.append(name)
        elif name.endswith(MARKDOWN):
            entry = _entry(folders, name.removesuffix(MARKDOWN), problems)
            if entry is None:
                continue
            if other := first.get(slugs.key(entry.article.slug)):
                hint = "rename one of the two files, and its reading with it"
                problems.append(Problem(entry.where, f"has the slug of {other}; only that one is published", hint))
            else:
                first[slugs.key(entry.article.slug)] = entry.where
                yield entry
        elif not name.endswith(READING):
            hint = "articles end in .md; move other files elsewhere"
            problems.append(Problem(str(folders.articles / name), "is neither an article nor a reading", hint))


def _with_readings_first(names: Sequence[str | Problem]) -> list[str | Problem]:
    """Of two articles of one slug the one with a reading is the archive's own; the other was put there by hand."""
    readings = {name for name in names if isinstance(name, str) and name.endswith(READING)}
    return sorted(names, key=lambda name: isinstance(name, str) and _reading_of(name) not in readings)


def _reading_of(name: str) -> str:
    return f"{name.removesuffix(MARKDOWN)}{READING}"


def _entry(folders: Folders, stem: str, problems: list[Problem]) -> Entry | None:
    """An article, as far as it can be read; None, and nothing is published, if that is not enough for a page."""
    path, _, reading = files(folders, stem)
    year, _, slug = stem.rpartition("/")
    raw = disk.read_file(path)
    if not isinstance(raw, bytes):
        problems += [raw] if raw else []
        return None
    if not slugs.is_slug(slug):
        problems.append(Problem(str(path), "a file name that cannot be an address", "use a-z, 0-9 and single hyphens"))
        return None
    found = loads(reading, where=str(path)) if reading is not None else None
    record = found if isinstance(found, Record) else None
    wrong: list[Problem] = []
    text = _text(raw, str(path), wrong)
    article = read_article(text, slug=slug, year=year, where=str(path))
    if isinstance(article, tuple):
        wrong += article
    rest = article if isinstance(article, Article) else salvage(text, slug=slug, year=year, record=record)
    until = UNTIL_THEN if rest and rest.show != "withdrawn" else NOT_PUBLISHED
    problems += (replace(problem, hint=f"{problem.hint}; {until}", fatal=False) for problem in wrong)
    return Entry(rest, record, str(path), damaged=bool(wrong)) if rest else None


def _text(raw: bytes, where: str, wrong: list[Problem]) -> str:
    try:
        return decoded(raw, where)
    except BuildError as error:
        wrong += error.problems
        return raw.decode("utf-8", "replace")


def validate(folders: Folders, *, url: str | None = None) -> None:
    """Look at what concerns the whole site, before anything is written. Raises BuildError if it is broken."""
    _refuse_output_among_inputs(folders)
    config.with_url(site(folders), url)
    words(folders)
    templates(folders)


def _refuse_output_among_inputs(folders: Folders) -> None:
    output = folders.output.resolve()
    for owner in (folders.seeds, folders.content, folders.templates, folders.cache):
        inside = owner.resolve()
        if output.is_relative_to(inside) or inside.is_relative_to(output):
            hint = "choose a folder of its own as --output"
            raise BuildError(Problem(str(folders.output), f"lies in {owner}, or that in it", hint, fatal=True))


def _refuse_if_most_are_bad(archive: Archive, problems: tuple[Problem, ...]) -> None:
    number, share = TOO_MANY
    every = (*archive.articles, *archive.withdrawn)
    bad = {LINE.sub("", problem.where) for problem in problems}
    total = len(bad.union(entry.where for entry in every))
    if len(bad) > max(number, share * total):
        hint = "mend what is listed above; the published site is as it was"
        raise BuildError(*problems, Problem("content", f"{len(bad)} bad articles of {total}", hint, fatal=True))


def _files_of(
    archive: Archive, folders: Folders, track: Track, *, cache: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """The files of the site, one at a time: pages, exports, assets."""
    sources, assets = templates(folders)
    salt = store.digest_of(program(), canonical(sources), canonical(archive.site))
    paths = []
    with store.memo(
        renderer(sources, archive.site), name="pages", salt=salt, folder=cache, codec=store.AS_IT_IS
    ) as render_page:
        for page in track("Rendering pages", all_pages(archive), len(archive.articles)):
            paths.append(page.path)
            yield page.path, render_page(page)
    yield from all_exports(Published(archive, tuple(paths)))
    yield from assets
