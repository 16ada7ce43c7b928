"""Links to other articles that do not say so: a headline between two paragraphs, or below the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, ends_sentence, is_headline, is_paragraph
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
    r"(?:\d{1,2}[.)]|[a-z][.)]|[-•–*])\s|(?:Kemudian|Lalu|Selain|Sementara|Sedangkan|Adapun|Berikut|Serta|Dan|"
    r"Selanjutnya|Terakhir)\b"
)
"""An item of a list, or a sentence that goes on; no headline begins so."""
_NEW = 0.5
"""The share of its long words that the rest of the page does not have."""
_FEWEST_WORDS = 5
_SHORTEST_STORY = 2


def lines(sheet: Sheet) -> Iterator[int]:
    story = [i for i in sheet.open() if is_paragraph(sheet.lines[i].text)]
    if len(story) < _SHORTEST_STORY:
        return
    last = max(i for i in sheet.open() if ends_sentence(sheet.lines[i].text) or i == story[-1])
    for index in sheet.open():
        text = sheet.lines[index].text
        if index <= story[0] or _LISTED.match(text) or not is_headline(text) or _is_listed(sheet, index):
            continue
        if _is_twin(sheet, index) or (not _is_broken(sheet, index) and (index > last or _is_foreign(sheet, index))):
            yield index


def _is_twin(sheet: Sheet, index: int) -> bool:
    """Printed twice in a row, as a link with its picture is."""
    return sheet.first("duplicate") < len(sheet.lines) and any(
        sheet.labels[i] == "duplicate" and sheet.lines[i].words == sheet.lines[index].words
        for i in range(index + 1, min(index + 2, len(sheet.lines)))
    )


def _is_listed(sheet: Sheet, index: int) -> bool:
    """An item of a list that a line with a colon opens."""
    for i in range(index - 1, -1, -1):
        if sheet.labels[i] is None and (is_paragraph(sheet.lines[i].text) or sheet.lines[i].text.endswith(":")):
            return sheet.lines[i].text.endswith(":")
    return False


def _is_broken(sheet: Sheet, index: int) -> bool:
    """A piece of a sentence on a line of its own, as where a link was: the lines around it run on."""
    before = next((sheet.lines[i].text for i in range(index - 1, -1, -1) if sheet.labels[i] is None), "")
    after = next((sheet.lines[i].text for i in range(index + 1, len(sheet.lines)) if sheet.labels[i] is None), "")
    runs_on = (
        bool(before)
        and not ends_sentence(before)
        and (is_paragraph(before) or before[-1].isalnum() or before[-1] == ",")
    )
    return after[:1].islower() or after[:1] in tuple(",.;:)") or (runs_on and not is_headline(before))


def _is_foreign(sheet: Sheet, index: int) -> bool:
    words = sheet.lines[index].words.split()
    if len(words) < _FEWEST_WORDS or not _HEADLINE_VERB.search(sheet.lines[index].text):
        return False
    others = {word.strip(_PUNCTUATION) for i, line in sheet.body() if i != index for word in line.words.split()}
    long = [word.strip(_PUNCTUATION) for word in words if len(word) > 3]
    return sum(word not in others for word in long) >= _NEW * len(long)


_PUNCTUATION = "\"“”'‘’.,:;!?()"
