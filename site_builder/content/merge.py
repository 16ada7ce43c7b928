"""What to write when the machine reads a seed again and a person may have edited the article meanwhile.

Each field, and the body, has an owner.  The machine may write a field only while its value is still the one that
the reading recorded; any other value is a person's and stays theirs until it is released.  Nothing here touches a
file: texts in, texts out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from site_builder.content.article import FieldValue, field_values, plain, read_article, write_article
from site_builder.content.front_matter import split
from site_builder.content.proposal import Proposal, sha256
from site_builder.content.reading import BodyRecord, FieldRecord, Record, dumps, loads, value_of
from site_builder.content.splice import splice
from site_builder.content.yaml_text import Plain
from site_builder.errors import Problem
from site_builder.model import LISTS, SCALARS, Article, Reading

FIELDS = (*SCALARS, *LISTS)
BODY = "body"


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write, in this order: ``before`` as the reading, ``text`` as the article, ``record`` as the reading.

    None: that file is right as it is.
    """

    before: str | None = None
    """The reading while the article is being written: its ``was`` makes a crash between the files no edit."""
    text: str | None = None
    record: str | None = None
    changed: tuple[str, ...] = ()
    """Fields of an existing article that the machine rewrites."""
    suggestions: tuple[str, ...] = ()
    """Fields of which the machine would say something else than the person."""
    problems: tuple[Problem, ...] = ()


def merge(proposal: Proposal, *, text: str | None, reading: str | None, where: str) -> Merged:
    """What the machine may write over an article and its reading; None is a file that is not there.

    ``where`` is the article's file as the user spells it.
    """
    found = None if reading is None else loads(reading, where=_reading_name(where))
    if text is None:
        return _without_article(proposal, found, where)
    article = read_article(text, slug=proposal.article.slug, year=proposal.article.year, where=where)
    if not isinstance(article, Article):
        return Merged(problems=article)
    problems = () if isinstance(found, Record) else (found or _no_reading(where),)
    record = found if isinstance(found, Record) else _by_hand(proposal, article)
    merged = _merged(proposal, article, text, record)
    return dataclasses.replace(merged, record=None if merged.record == reading else merged.record, problems=problems)


def _reading_name(where: str) -> str:
    return where.removesuffix(".md") + ".reading.json"


def _without_article(proposal: Proposal, found: Record | Problem | None, where: str) -> Merged:
    """A new article, unless its reading says that a person deleted it."""
    if found is not None and not (isinstance(found, Record) and found.new):
        what = "the article was deleted, its reading is still there"
        hint = f"restore it from its history, or delete {_reading_name(where)} too to have the article written anew"
        return Merged(problems=(Problem(where, what, hint),))
    text = write_article(proposal.article)
    article = read_article(text, slug=proposal.article.slug, year=proposal.article.year, where=where)
    if article != proposal.article:
        problems = article if isinstance(article, tuple) else (_unwritable(where),)
        return Merged(problems=problems)
    return Merged(dumps(dataclasses.replace(proposal.record, new=True)), text, dumps(proposal.record))


def _unwritable(where: str) -> Problem:
    hint = "report this seed: it is a mistake of the program"
    return Problem(where, "the article would not be read as it is written", hint)


def _by_hand(proposal: Proposal, article: Article) -> Record:
    """The record to start from where there is none: all that stands in the article is a person's."""
    fields = {name: FieldRecord((), "person") for name in FIELDS}
    return Record(proposal.record.seed, BodyRecord(sha256(article.body), "person"), (), fields)


def _no_reading(where: str) -> Problem:
    hint = "it is treated as written by hand; restore the reading from its history if there was one"
    return Problem(where, "the article names a seed and has no reading", hint)


def _merged(proposal: Proposal, article: Article, text: str, record: Record) -> Merged:
    current = field_values(article)
    fields: dict[str, FieldRecord] = {}
    wanted: dict[str, Plain] = {}
    for name in FIELDS:
        old, new = _still_true(record, proposal, name), _proposed(proposal, name)
        fields[name] = FieldRecord(new)
        if not _is_machines(name, old, current[name]):
            fields[name] = _persons(name, old, current[name], new)
        elif value_of(name, new) != current[name]:
            wanted[name] = plain(value_of(name, new))
    if article.seed not in (None, proposal.article.seed):
        wanted["seed"] = proposal.article.seed
    after, written = _rewrite(text, wanted)
    for name in fields.keys() & wanted.keys() - written:
        fields[name] = _refused(_still_true(record, proposal, name), current[name], _proposed(proposal, name))
    body = _body(record.body, article.body, proposal.record.body)
    if body.owner == "machine" and body.sha256 != sha256(article.body):
        after, written = _with_body(after, proposal.article.body), written | {BODY}
    final = _record(proposal, fields, body)
    before = dumps(_under_way(final, current, article.body, written)) if written else None
    changed = tuple(name for name in (*FIELDS, "seed", BODY) if name in written)
    return Merged(before, after if written else None, dumps(final), changed, final.suggestions())


def _record(proposal: Proposal, fields: Mapping[str, FieldRecord], body: BodyRecord) -> Record:
    """The proposal's record with decided owners; what is evidence alone is the machine's as it is."""
    return dataclasses.replace(proposal.record, fields={**proposal.record.fields, **fields}, body=body)


def _under_way(final: Record, current: Mapping[str, FieldValue], body: str, written: Collection[str]) -> Record:
    """The record for the moment between the two files: what stood there before is the machine's too."""
    fields = {
        name: dataclasses.replace(found, was=(current[name],)) if name in written else found
        for name, found in final.fields.items()
    }
    was = sha256(body) if BODY in written else None
    return dataclasses.replace(final, fields=fields, body=dataclasses.replace(final.body, was=was))


def _proposed(proposal: Proposal, name: str) -> tuple[Reading, ...]:
    return proposal.record.field(name).readings


def _still_true(record: Record, proposal: Proposal, name: str) -> FieldRecord:
    """What was recorded of a field; without spans if the text that they point into is no more."""
    found = record.field(name)
    if record.seed.text_sha256 == proposal.record.seed.text_sha256:
        return found
    readings = tuple(dataclasses.replace(reading, span=None) for reading in found.readings)
    return dataclasses.replace(found, readings=readings)


def _is_machines(name: str, old: FieldRecord, current: FieldValue) -> bool:
    return old.owner == "machine" and current in (value_of(name, old.readings), *old.was)


def _persons(name: str, old: FieldRecord, current: FieldValue, new: tuple[Reading, ...]) -> FieldRecord:
    """A person's field: the machine's new reading is a suggestion, unless it is what the person replaced or wrote."""
    known = value_of(name, new) in (current, value_of(name, old.readings))
    return FieldRecord(old.readings, "person", None if known else new)


def _refused(old: FieldRecord, current: FieldValue, new: tuple[Reading, ...]) -> FieldRecord:
    """The machine's field that cannot be written without losing a comment: only suggest, and stay its owner."""
    return FieldRecord(old.readings, "machine", new, (current,))


def _body(old: BodyRecord, current: str, new: BodyRecord) -> BodyRecord:
    now = sha256(current)
    if old.owner == "machine" and now in (old.sha256, old.was):
        return BodyRecord(new.sha256)
    return BodyRecord(old.sha256, "person", None if new.sha256 in (now, old.sha256) else new.sha256)


def _rewrite(text: str, wanted: Mapping[str, Plain]) -> tuple[str, frozenset[str]]:
    """The text with the values that can be written, and their names: all at once, else one by one."""
    after = _with_fields(text, wanted)
    if after is not None:
        return after, frozenset(wanted)
    written: set[str] = set()
    for name, value in wanted.items():
        after = _with_fields(text, {name: value})
        if after is not None:
            text = after
            written.add(name)
    return text, frozenset(written)


def _with_fields(text: str, wanted: Mapping[str, Plain]) -> str | None:
    front, _, _ = split(text.removeprefix("\ufeff"))
    start = text.find("\n") + 1
    spliced = splice(front, wanted) if wanted else front
    return None if spliced is None else text[:start] + spliced + text[start + len(front) :]


def _with_body(text: str, body: str) -> str:
    """The text with another body, in the file's own line ends."""
    newline = "\r\n" if "\r\n" in text else "\n"
    _, old, _ = split(text.removeprefix("\ufeff"))
    head = text[: len(text) - len(old)]
    lead = newline if head.endswith("\n") else newline * 2
    return head + lead + body.replace("\n", newline) + newline


def release(names: Collection[str], *, text: str, reading: str, where: str) -> str | tuple[Problem, ...]:
    """The reading in which these fields (``body`` too) are the machine's again; the next merge writes them.

    Problems if a field is not known, or the article or its reading cannot be read.
    """
    article = read_article(text, slug="", year="", where=where)
    record = loads(reading, where=_reading_name(where))
    problems = [_unknown(name, where) for name in names if name not in (*FIELDS, BODY)]
    problems += article if isinstance(article, tuple) else ()
    problems += [record] if isinstance(record, Problem) else []
    if problems or not isinstance(article, Article) or not isinstance(record, Record):
        return tuple(problems)
    return dumps(_released(record, article, frozenset(names)))


def _released(record: Record, article: Article, names: frozenset[str]) -> Record:
    current = field_values(article)
    fields = {name: FieldRecord(record.field(name).readings, was=(current[name],)) for name in FIELDS if name in names}
    body = BodyRecord(record.body.sha256, was=sha256(article.body)) if BODY in names else record.body
    return dataclasses.replace(record, fields={**record.fields, **fields}, body=body)


def _unknown(name: str, where: str) -> Problem:
    near = get_close_matches(name, (*FIELDS, BODY), n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"the fields are {', '.join((*FIELDS, BODY))}"
    return Problem(where, f"“{name}” is not a field that the machine can own", hint)
