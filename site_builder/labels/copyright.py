"""Who owns the page, and what one may not do with it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, opening, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "copyright"

_is_claim = opening(
    r"(?:©|\(c\) ?\d|copyright|hak cipta|&copy;|all rights? reserved|hak cipta dilindungi)",
    r"dilarang (?:keras )?(?:meng|men|mem|menyalin|plagiat|copy)\w*",
    r"(?:diberdayakan oleh|powered by|proudly powered|designed by|developed by|theme by|tema oleh|desain oleh|"
    r"hosted by)",
    r"pt\.? .{2,40} all rights reserved",
)
_is_ending = whole(
    r".{0,80}(?:all rights? reserved|hak cipta dilindungi(?: undang-?undang)?)", r".{0,60}© ?\d{4}.{0,60}"
)


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        if _is_claim(line.words) or (len(line.words) <= 160 and _is_ending(line.words)):
            yield index
