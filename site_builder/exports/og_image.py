"""The picture that a link to the site is shown with (Open Graph): its name, punched like a ballot.

Drawn here, point by point, so that it needs no font, no library and no picture in the repository; the same title gives
the same picture, and with the same zlib the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from textwrap import wrap

from site_builder import routes
from site_builder.exports import Published
from site_builder.slugs import slug

NEEDS_URL = True
WIDTH, HEIGHT = 1200, 630
"""What the large networks ask for."""
MARGIN = 72
BAR = 28
"""The band at the top, as on every page."""
PAPER, INK = (250, 248, 243), (143, 29, 29)
SHADES = 16
"""Between paper (0) and ink (16)."""
FINE = 4
"""Points are weighed by a raster so many times finer."""
RADIUS = 0.43
"""Of a hole, in cells."""
LARGEST = 22
"""Pixels of a cell."""
ROWS, COLUMNS = 7, 5
LETTER, LINE = COLUMNS + 1, ROWS + 3
"""Cells from one letter, and from one line, to the next."""
COLUMN_BITS = """
7e1111117e 7f49494936 3e41414122 7f4141221c 7f49494941 7f09090901 3e4149497a 7f0808087f 00417f4100 2040413f01 7f08142241
7f40404040 7f020c027f 7f0408107f 3e4141413e 7f09090906 3e4151215e 7f09192946 4649494931 01017f0101 3f4040403f 1f2040201f
3f4038403f 6314081463 0708700807 6151494543 3e5149453e 00427f4000 4261514946 2141454b31 1814127f10 2745454539 3c4a494930
0171090503 3649494936 064949291e
"""
GLYPHS = {
    char: tuple(bytes.fromhex(columns))
    for char, columns in zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        COLUMN_BITS.split(),
        strict=True,
    )
}
"""Each letter as five columns of seven points, the lowest bit at the top."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    if published.archive.site.url:
        yield routes.OG_IMAGE, png(drawn(published.archive.site.title))


def drawn(title: str) -> list[bytearray]:
    """The picture as rows of shades."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for row in rows[:BAR]:
        row[:] = bytes([SHADES]) * WIDTH
    lines, cell = _fitted(slug(title).replace("-", " ").upper())
    hole = _hole(cell)
    top = (HEIGHT + BAR - (LINE * len(lines) - (LINE - ROWS)) * cell) // 2
    for number, line in enumerate(lines):
        for x, y in _points(line):
            _punch(rows, hole, MARGIN + x * cell, top + (number * LINE + y) * cell)
    return rows


def _fitted(words: str) -> tuple[list[str], int]:
    """The title in lines, and the size of a cell that lets them fit."""
    width, height = WIDTH - 2 * MARGIN, HEIGHT - BAR - 2 * MARGIN
    for cell in range(LARGEST, 1, -1):
        lines = wrap(words, width // (LETTER * cell), break_long_words=False)
        longest = max(map(len, lines))
        if (LETTER * longest - 1) * cell <= width and LINE * len(lines) * cell <= height:
            return lines, cell
    return [words[: width // (2 * LETTER)]], 2


def _points(line: str) -> Iterator[tuple[int, int]]:
    """Where a line has holes, in cells."""
    for place, char in enumerate(line):
        for column, bits in enumerate(GLYPHS.get(char, ())):
            yield from ((place * LETTER + column, row) for row in range(ROWS) if bits >> row & 1)


def _hole(cell: int) -> list[bytes]:
    """A round hole as rows of shades, smooth at its edge."""
    middle, reach = cell * FINE / 2, (RADIUS * cell * FINE) ** 2
    fine = [
        [(x + 0.5 - middle) ** 2 + (y + 0.5 - middle) ** 2 <= reach for x in range(cell * FINE)]
        for y in range(cell * FINE)
    ]
    return [
        bytes(
            SHADES * sum(sum(fine[y * FINE + step][x * FINE : (x + 1) * FINE]) for step in range(FINE)) // FINE**2
            for x in range(cell)
        )
        for y in range(cell)
    ]


def _punch(rows: list[bytearray], hole: Sequence[bytes], left: int, top: int) -> None:
    for row, shades in zip(rows[top : top + len(hole)], hole, strict=False):
        row[left : left + len(shades)] = shades


def png(rows: Sequence[bytearray]) -> bytes:
    """Rows of shades as a PNG file with a palette."""
    palette = bytes(
        paper + (ink - paper) * shade // SHADES
        for shade in range(SHADES + 1)
        for paper, ink in zip(PAPER, INK, strict=True)
    )
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def _chunk(named: tuple[bytes, bytes]) -> bytes:
    name, content = named
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
