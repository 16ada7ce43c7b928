"""How words of Indonesian names look, and which words look like them."""

from __future__ import annotations

import re

SHORTENED = frozenset({
    "abd", "abdul", "drs", "gst", "kgs", "kms", "mgs", "moch", "moh", "mohd", "muh", "muhd", "nur", "sdr", "sts", "syd",
    "tgk", "tgh", "thr",
})  # fmt: skip
"""Shortened names and titles, which may be followed by a full stop inside a name, as any one or two letters may."""
AMBIGUOUS = frozenset({
    "agung", "alam", "bakti", "bukit", "bulan", "garuda", "graha", "gunung", "hari", "hati", "jaya", "juli", "juni",
    "karya",
    "hakim", "merdeka", "mulia", "negara", "nusantara", "praja", "raja", "sultan", "taman", "tirta", "utama",
})  # fmt: skip
"""Words of institutions that end a name too, as in ``Surya Negara``."""
BALINESE = frozenset({
    "dewa", "gde", "gede", "gusti", "kadek", "ketut", "komang", "luh", "made", "nengah", "ngurah", "nyoman",
    "putu", "wayan",
})  # fmt: skip
VERBAL = ("meng", "meny", "mem", "men")
"""How active verbs begin that do not begin names."""
SHAPE = re.compile(
    r"[a-z]{2,10}(?:uddin|udin|iyanto|yanto|wanto|nanto|manto|rianto|ianto|iyono|yono|jono|wono|wati|yati|ningsih|ningrum|"
    r"ansyah|ansah|ullah|urrahman|rahman|kusuma|atmaja|nugraha|saputra|saputri|andari|astuti|hartono|wijaya|sari|dewi|putra)"
)
"""Endings of Javanese, Sundanese and Arabic names."""
MISTYPED = frozenset({
    "bupati", "walikota", "gubernur", "kapolres", "kapolsek", "kapolda", "sekretaris", "direktur", "kepala", "anggota",
    "jenderal", "kolonel", "komisaris", "presiden", "inspektur", "kabupaten", "kecamatan", "kelurahan", "menteri",
})  # fmt: skip
"""Words of titles in which the press often drops a letter."""
