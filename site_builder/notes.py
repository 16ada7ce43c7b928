"""What a rule noted beside a reading, in words: readings keep notes in one form, pages say them in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder import edtf
from site_builder.grammar.dates import WEEKDAYS
from site_builder.grammar.days import CONTRADICTION
from site_builder.locale import Language, catalogue, msgid
from site_builder.model import Reading

NAMES: Mapping[str, str] = {
    "basis": msgid("dasar"),
    "printed": msgid("tercetak"),
    "reason": msgid("alasan"),
    "warning": msgid("peringatan"),
}
TEXTS: Mapping[str, str] = {
    "explicit": msgid("tanggal lengkap"),
    "weekday+day/month": msgid("hari, tanggal dan bulan; tahun dari petunjuk lain"),
    "relative": msgid("penunjuk waktu nisbi"),
    "date-line": msgid("baris tanggal"),
    "dateline": msgid("titi mangsa"),
    "address": msgid("alamat berita"),
    "counted back from polling day": msgid("dihitung mundur dari hari pemungutan suara"),
    "decoded from the Google News id": msgid("dibaca dari tanda pengenal Google News"),
    "a blog links to the article on its first site": msgid("blog menautkan berita di situs pertamanya"),
    "the text has no title": msgid("teks tidak berjudul"),
}
"""Notes as readings keep them; a date may follow behind a comma."""
DAYS = (
    msgid("Senin"), msgid("Selasa"), msgid("Rabu"), msgid("Kamis"), msgid("Jumat"), msgid("Sabtu"), msgid("Minggu"),
)  # fmt: skip
PRINTED = "printed"
"""The note that holds words of the report."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What else the rule noted."""

    name: str
    text: str
    named: bool
    """The text is the report's."""


def details(reading: Reading, language: Language) -> Iterator[Detail]:
    """The notes of a reading, without what its words themselves say; one that nobody foresaw stays as it is."""
    say = catalogue(language).gettext
    for name, text in sorted(reading.detail.items()):
        if text and text != reading.quote:
            words = text if name == PRINTED else _words(text, language)
            yield Detail(say(NAMES[name]) if name in NAMES else name, words, named=name == PRINTED)


def _words(text: str, language: Language) -> str:
    say = catalogue(language).gettext
    if found := CONTRADICTION.fullmatch(text):
        day, is_, says, fits = found.groups()
        values = {"day": edtf.words(day, language), "weekday": _day(is_, language), "printed": _day(says, language)}
        words = say("%(day)s adalah hari %(weekday)s, sedangkan teks menyebut %(printed)s") % values
        likely = say("yang cocok: %(day)s") % {"day": edtf.words(fits, language)} if fits else ""
        return "; ".join(filter(None, (words, likely)))
    start, _, end = text.rpartition(", ")
    if start and edtf.is_date(end):
        return f"{_known(start, language)}, {edtf.words(end, language)}"
    return _known(text, language)


def _known(text: str, language: Language) -> str:
    return catalogue(language).gettext(TEXTS[text]) if text in TEXTS else text


def _day(weekday: str, language: Language) -> str:
    return catalogue(language).gettext(DAYS[WEEKDAYS.index(weekday.lower())])
