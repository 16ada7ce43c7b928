"""A plan -> the text of a page as somebody would copy it, and the article and reading that come of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from site_builder.content.proposal import Proposal, propose, sha256, title_of, year_of
from site_builder.content.reading import FieldRecord
from site_builder.model import Quote, Tag
from site_builder.slugs import LONGEST, slug
from tests.bench import sentences
from tests.bench.chance import Chance, chance
from tests.bench.draft import Draft, Fact
from tests.bench.plan import Occasion, Plan, plan
from tests.bench.words import DAYS, MONTHS, Holder, filled, said

OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


@dataclass(frozen=True, slots=True)
class Invented:
    """One article of the invented archive."""

    text: str
    """Of the page, as somebody would copy it: what a seed holds."""
    proposal: Proposal

    @property
    def seed(self) -> str:
        return self.proposal.record.seed.path


def invented(number: int) -> Invented:
    """The article of a number from 0: the same on every machine, however many there are."""
    planned = plan(number)
    draft = Draft()
    _head(draft, planned)
    _body(draft, plan(planned.text), planned.outlet)
    _foot(draft, planned)
    digest = sha256(draft.text())
    document = draft.document(f"{number:06}_{digest[:16]}.txt", digest)
    name = f"{slug(title_of(document, draft.readings))[: LONGEST - 8].rstrip('-')}-{number}"
    proposal = propose(document, draft.readings, slug=name, year=year_of(draft.readings))
    return Invented(draft.text(), _edited(proposal, planned))


def _edited(proposal: Proposal, planned: Plan) -> Proposal:
    """As people left it: withheld, reviewed, and perhaps with a deck that no machine has read."""
    article = dataclasses.replace(
        proposal.article, show=planned.show, review="reviewed" if planned.reviewed else "pending"
    )
    if not planned.reviewed:
        return dataclasses.replace(proposal, article=article)
    article = dataclasses.replace(article, deck=f"Laporan dari {planned.occasion.place.seat}, diperiksa oleh redaksi")
    fields = {**proposal.record.fields, "deck": FieldRecord(owner="person")}
    return Proposal(article, dataclasses.replace(proposal.record, fields=fields))


# What stands around the body -----------------------------------------------------------------------------------------


def _head(draft: Draft, planned: Plan) -> None:
    drawn = chance("head", planned.number)
    told = planned.occasion
    title = filled(drawn.pick(sentences.TITLES), drawn, **_names(told, drawn))
    published = told.day + timedelta(drawn.below(3))
    draft.line("navigation", "Beranda | Daerah | Pilkada | Hukum")
    draft.line("title", title, Fact("title", title, title, 0.98))
    printed = f"{published.day} {MONTHS[published.month - 1]} {published.year} {told.clock} {told.place.zone}"
    moment = f"{published}T{told.clock.replace('.', ':')}{OFFSETS[told.place.zone]}"
    draft.line("date-line", printed, *([Fact("published", moment, printed)] if drawn.happens(80) else []))
    if drawn.happens(60):
        name = drawn.pick(told.people).person.name.split()[0]
        draft.line("byline", f"Penulis: {name} {planned.number % 97}", Fact("authors", name, name, 0.9))
    draft.line("share", "Bagikan")
    if drawn.happens(85):
        address = f"https://{slug(planned.outlet)}.example/{published.year}/{slug(title)[:60]}-{planned.number}"
        draft.line("source", f"Sumber: {address}", Fact("url", address, address, 0.97))


def _foot(draft: Draft, planned: Plan) -> None:
    if planned.incomplete:
        draft.line("pagination", "Halaman 1 dari 2", Fact("incomplete", "halaman 1 dari 2", "Halaman 1 dari 2"))
    if planned.text != planned.number:
        first = plan(planned.text).outlet
        draft.line("notice", f"Artikel ini telah tayang di {first}", Fact("republished_from", first, first, 0.92))
    draft.line("tags", "Tag: " + ", ".join(said(tag) for tag in planned.occasion.tags))
    draft.line("copyright", f"© 2024 {planned.outlet}. Hak cipta dilindungi.")


# The body ------------------------------------------------------------------------------------------------------------


def _body(draft: Draft, planned: Plan, outlet: str) -> None:
    """Ten to fourteen paragraphs: the lead, who was there, then speech, tags and other sentences in turn."""
    drawn = chance("text", planned.number)
    told = planned.occasion
    _lead(draft, planned, drawn, outlet)
    _present(draft, told, drawn)
    speech = _speech(told, drawn)
    tagged = iter(told.tags)
    for paragraph in range(drawn.between(8, 12)):
        if paragraph == 4 and drawn.happens(30):
            draft.line("section-head", filled(drawn.pick(sentences.SUBHEADS), drawn))
        if paragraph == 6:
            draft.line("related", filled(drawn.pick(sentences.RELATED), drawn, **_names(told, drawn)))
        if paragraph % 3 == 0:
            draft.line("body", *next(speech))
        elif tag := next(tagged, None):
            _tagged(draft, told, tag, drawn)
        else:
            draft.line("body", _plain(told, drawn, drawn.between(2, 3)))
    if drawn.happens(6):
        draft.line("body", filled(drawn.pick(sentences.ODD), drawn))


def _lead(draft: Draft, planned: Plan, drawn: Chance, outlet: str) -> None:
    told = planned.occasion
    dateline = f"{told.place.seat.upper()}, {outlet.upper()}"
    when, dates = _when(planned)
    hour = f" pukul {told.clock} {told.place.zone}" if drawn.happens(50) else ""
    kind = said(told.kind)
    words = {"kind": kind, "venue": told.venue, "when": when, "hour": hour or " ini"}
    text = filled(drawn.pick(sentences.LEADS), drawn, unit=told.people[0].institution, **words)
    time = f"{told.clock.replace('.', ':')}{OFFSETS[told.place.zone]}"
    facts = (
        Fact("outlet", outlet, outlet.upper(), 0.96),
        Fact("dateline", told.place.seat, told.place.seat.upper(), 0.98),
        Fact("places", told.place.name, told.place.seat.upper(), _sure(drawn)),
        Fact("event.kind", told.kind.slug, kind, _sure(drawn)),
        Fact("event.venue", told.venue, told.venue, _sure(drawn)),
        *([Fact("event.time", time, hour.strip(), 0.97)] if hour else []),
        Fact("tags", told.kind.slug, kind, 0.92),
        *dates,
    )
    draft.line("body", f"{dateline} – {text}", *facts, dateline=dateline)


def _when(planned: Plan) -> tuple[str, tuple[Fact, ...]]:
    """When the event was, in words, and what is read from them."""
    day = planned.occasion.day
    explicit = {"basis": "explicit"}
    if planned.precision == "day":
        words = f"{DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"
        return words, (Fact("event.date", day.isoformat(), words, 0.97, explicit),)
    if planned.precision == "days":
        last = day + timedelta(1)
        words = f"{day.day} {MONTHS[day.month - 1]} sampai {last.day} {MONTHS[last.month - 1]} {last.year}"
        return words, (Fact("event.date", f"{day}/{last}", words, 0.9, explicit),)
    words = "belum lama"
    reason = {"basis": "relative", "reason": "counted back from polling day, 2024-11-27"}
    return words, (
        (Fact("event.date", f"{day.year}-{day.month:02}~", words, 0.6, reason),) if planned.precision == "month" else ()
    )


def _present(draft: Draft, told: Occasion, drawn: Chance) -> None:
    printed = dict(zip(("first", "second", "third"), (holder.printed for holder in told.people), strict=True))
    institutions = {holder.institution: holder for holder in told.people}
    draft.line(
        "body",
        f"{filled(drawn.pick(sentences.PRESENT), drawn, **printed)} {_plain(told, drawn, 1)}",
        *(Fact("people", holder.person, holder.printed, _sure(drawn)) for holder in told.people),
        *(Fact("organizations", name, holder.printed, 0.9) for name, holder in institutions.items()),
    )


def _speech(told: Occasion, drawn: Chance) -> Iterator[tuple[str, Fact]]:
    """Paragraphs of direct speech, without end; the people of the event speak in turn."""
    while True:
        for holder in told.people:
            yield _spoken(told, holder, drawn)


def _spoken(told: Occasion, holder: Holder, drawn: Chance) -> tuple[str, Fact]:
    quote = filled(drawn.pick(sentences.QUOTES), drawn, **_names(told, drawn))
    name = holder.person.name
    text = filled(drawn.pick(sentences.SPEECH), drawn, quote=quote, name=name)
    fact = Fact("quotes", Quote(name, quote), quote, _sure(drawn), {"basis": "name", "speaker_printed": name})
    return f"{text} {_plain(told, drawn, 1)}", fact


def _tagged(draft: Draft, told: Occasion, tag: Tag, drawn: Chance) -> None:
    words = said(tag)
    text = filled(drawn.pick(sentences.TAGGED), drawn, said=words, **_names(told, drawn))
    draft.line("body", f"{text} {_plain(told, drawn, 1)}", Fact("tags", tag.slug, words, _sure(drawn)))


def _plain(told: Occasion, drawn: Chance, count: int) -> str:
    texts = (filled(pattern, drawn, **_names(told, drawn)) for pattern in drawn.some(sentences.PLAIN, count))
    return " ".join(text[0].upper() + text[1:] for text in texts)


def _names(told: Occasion, drawn: Chance) -> dict[str, str]:
    first = told.people[0]
    return {
        "place": told.place.short,
        "district": drawn.pick(told.place.districts),
        "label": told.kind.label,
        "office": first.person.role or first.person.name,
        "unit": first.institution,
    }


def _sure(drawn: Chance) -> float:
    """A confidence: mostly high, sometimes one that asks for a person's look."""
    return drawn.between(50, 75) / 100 if drawn.happens(5) else drawn.between(85, 98) / 100
