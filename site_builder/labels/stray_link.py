"""Links to other articles that do not say so: a headline between two paragraphs, or below the last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from site_builder.grammar.sign_offs import sign_off
from site_builder.grammar.stamps import is_stamp
from site_builder.labels import Line, Sheet, ends_sentence, is_headline, is_paragraph
from site_builder.model import LineLabel

LABEL: LineLabel = "related"

_HEADLINE_VERB = re.compile(
    r"\b(?:Gelar|Tangkap|Ajak|Imbau|Himbau|Minta|Bentuk|Sebut|Tegas\w*|Jadi|Raih|Ungkap|Bekuk|Ringkus|Amankan|"
    r"Siap\w*|Terima|Hadiri|Pimpin|Kunjungi|"
    r"Pastikan|Serahkan|Bagikan|Gandeng|Dukung|Tinjau|Cek|Lantik|Kukuhkan|Buka|Tutup|Laksanakan|Ikuti|Beri\w*|"
    r"Bantu|Jaga|Kawal|Cegah|Tolak|Akui|Bantah|"
    r"Dorong|Harap\w*|Klaim|Soroti|Desak|Janji|Ancam|Tewas\w*|Kena|Masuk|Naik|Turun|Resmi\w*|Sita|Gagal\w*|Gerebek|"
    r"Sosialisa\w+|Sambangi|Patroli|Tembus|"
    r"Di[a-z]{4,}|Ter[a-z]{4,}|Ini|Begini|Kata|Usai|Jelang|Hingga|Terkait|Soal)\b|[A-Z]\w+kan\b"
)
"""Words that head the predicate of a headline: bare stems, passives, ``-kan`` without ``me-``."""
_LISTED = re.compile(
    r"(?:\d{1,2}[.)]|[a-z][.)])\s|(?:Kemudian|Lalu|Selain|Sementara|Sedangkan|Adapun|Berikut|Serta|Dan|"
    r"Selanjutnya|Terakhir)\b"
)
"""An item of a list, or a sentence that goes on; no headline begins so."""
_UNFINISHED = re.compile(r"\s(?:yang|dan|untuk|dengan|dari|pada|oleh|bahwa|karena|serta|atau|dalam|adalah|para)$")
"""A sentence that breaks off; no headline ends so."""
_NEW, _FOREIGN = 0.3, 0.6
"""The share of long words that the rest of the page does not have: of a link in the story, of a teaser below it."""
_FEWEST_WORDS, _FEWEST_OF_TWO, _FEWEST_BELOW = 5, 7, 4
"""Words of a link inside the story; of one in two parts, ``Jalan Rusak, Warga …``; and of one below the story."""
_OFFICIAL = re.compile(r"[-•*]\s|.*\b[SM]\.[A-Z]|.*\b(?:Dr|Drs|Ir|Prof)\.")
"""An item of a list, or a person with degrees."""
_SHORTEST_STORY = 2
_REACH = 40
"""Lines that are looked at around a line."""
_PUNCTUATION = "\"“”'‘’.,:;!?()-–"


def lines(sheet: Sheet) -> Iterator[int]:
    story = [i for i in sheet.open() if is_paragraph(sheet.lines[i].text)]
    if len(story) < _SHORTEST_STORY:
        return
    last = max(i for i in sheet.open() if i == story[-1] or _is_sentence(sheet.lines[i].text))
    page = Counter(word for _, line in sheet.body() for word in _words(line))
    for index in sheet.open():
        below = index > last and is_stamp(sheet.lines[index].text)
        if index > story[0] and (below or _is_link(sheet, index, last, page)):
            yield index
    yield from _teasers(sheet, story, page)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not is_headline(text)


def _is_link(sheet: Sheet, index: int, last: int, page: Counter[str]) -> bool:
    text = sheet.lines[index].text
    if _LISTED.match(text) or _UNFINISHED.search(text) or not is_headline(text) or _is_listed(sheet, index):
        return False
    if _is_twin(sheet, index):
        return True
    below = index > last and len(text.split()) >= _FEWEST_BELOW and not _OFFICIAL.match(text)
    return not _is_broken(sheet, index) and (below or _is_news(sheet.lines[index], page))


def _teasers(sheet: Sheet, story: list[int], page: Counter[str]) -> Iterator[int]:
    """Sentences about other things below a story that ended with initials in brackets."""
    signed = [number for number, i in enumerate(story, 1) if sign_off(sheet.lines[i].text)]
    if signed and 2 * signed[-1] >= len(story):
        yield from (i for i in story[signed[-1] :] if _newness(sheet.lines[i], page) >= _FOREIGN)


def _is_twin(sheet: Sheet, index: int) -> bool:
    """Printed twice in a row, as a link with its picture is."""
    below = sheet.labels[index + 1 : index + 2]
    return below == ("duplicate",) and sheet.lines[index + 1].words == sheet.lines[index].words


def _is_listed(sheet: Sheet, index: int) -> bool:
    """An item of a list that a line with a colon opens."""
    for i in sheet.near(index, -_REACH):
        if is_paragraph(sheet.lines[i].text) or sheet.lines[i].text.endswith(":"):
            return sheet.lines[i].text.endswith(":")
    return False


def _is_broken(sheet: Sheet, index: int) -> bool:
    """A piece of a sentence on a line of its own, as where a link was: the lines around it run on."""
    before = next((sheet.lines[i].text for i in sheet.near(index, -_REACH)), "")
    after = next((sheet.lines[i].text for i in sheet.near(index, _REACH)), "")
    runs_on = before != "" and not ends_sentence(before) and not is_headline(before)
    return after[:1].islower() or after.startswith((",", ".", ";", ":", ")")) or runs_on


def _is_news(line: Line, page: Counter[str]) -> bool:
    """It has the words of a headline, and some that the story does not have."""
    count = len(line.words.split())
    says = _HEADLINE_VERB.search(line.text) is not None or (count >= _FEWEST_OF_TWO and ", " in line.text)
    return count >= _FEWEST_WORDS and says and _newness(line, page) >= _NEW


def _newness(line: Line, page: Counter[str]) -> float:
    """The share of a line's long words that no other line of the page has."""
    words = [word for word in _words(line) if len(word) > 3]
    own = Counter(words)
    return sum(page[word] <= own[word] for word in words) / max(1, len(words))


def _words(line: Line) -> list[str]:
    return [word.strip(_PUNCTUATION) for word in line.words.split()]
