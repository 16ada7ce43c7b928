"""What the site says to its readers: calls to follow, to install, to subscribe; warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_builder.labels import Sheet, opening, whole
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "notice"

_is_call = opening(
    r"(?:ikuti|follow|gabung|bergabung|join|ayo gabung|yuk gabung|yuk,? ikuti|ayo ikuti).{0,80}(?:whats ?app|"
    r"channel|saluran|google news|telegram|instagram|"
    r"facebook|twitter|tiktok|youtube|media sosial|medsos|kami di|us on|us|grup)",
    r"(?:ikuti|follow|simak|baca|cek|dapatkan|nikmati|temukan|update|lihat|kunjungi|akses|"
    r"pantau).{0,120}(?:google news|whats ?app channel|saluran whats ?app|"
    r"wa channel|di ponselmu|aplikasi kami|app store|play store|kanal telegram|setiap hari dari|langsung di)",
    r"(?:ikuti|simak|baca|update|lihat|cek) (?:juga )?(?:berita|artikel|informasi|"
    r"kabar)(?: \w[\w.-]*){0,5} (?:lainnya|terkini|terbaru|menarik|pilihan|selengkapnya)(?: \w+)*",
    r"(?:berita|artikel|informasi) (?:lainnya|lain|menarik lainnya|terkait lainnya|selengkapnya) (?:di|tentang|"
    r"soal|seputar|terkait|dari)",
    r"(?:dapatkan|download|unduh|install|instal|pasang) .{0,60}(?:aplikasi|app|apps|update|berita|notifikasi)",
    r"(?:jangan lupa|silakan|silahkan|mari|yuk,?|ayo,?) (?:like|follow|ikuti|subscribe|gabung|kunjungi|klik|share|"
    r"bagikan)",
    r"pastikan \w+ sudah (?:meng)?install|(?:subscribe|berlangganan|langganan)(?: (?:ke|to|newsletter|sekarang|"
    r"channel|now).{0,60})?$",
    r"error: ?content is protected|content is protected|konten (?:ini )?dilindungi|anda tidak (?:dapat|"
    r"bisa) menyalin|klik kanan",
    r"(?:isi|tulisan|konten|opini|artikel) .{0,40}(?:opini pribadi|tanggung jawab penulis|di luar tanggung ?jawab|"
    r"tidak mencerminkan)",
    r"(?:this (?:website|site) uses|situs (?:web )?ini menggunakan|kami menggunakan) cookies?|we use cookies",
    r"(?:dukung|donasi|support).{0,30}(?:jurnalisme|kami|redaksi|us)\b.{0,60}$|advertorial|rilis ini|"
    r"catatan redaksi|catatan:",
    r"(?:punya|anda memiliki|ada) (?:informasi|keluhan|berita|info).{0,60}(?:hubungi|kirim|whatsapp|wa|email)",
    r"(?:disclaimer|penafian|peringatan)(?: ?:|$)|breaking news ?:?$|update ?:$|tanggal tidak ditemukan|(?:your|"
    r"please) .{0,30}javascript",
    r"(?:\w+,? )?(?:klik|tekan|aktifkan|nyalakan) (?:tombol |ikon )?(?:lonceng|notifikasi|subscribe)",
    r"demikian (?:berita|rilis|siaran pers|pers rilis|release) (?:dari )?\w+",
    r"(?:sudah|belum|tidak) (?:punya|memiliki|mempunyai) akun|sudah berlangganan|"
    r"baca \d{1,3} (?:artikel|berita) gratis|"
    r"(?:artikel|konten|berita) ini (?:khusus|hanya)(?: \w+){0,3} pelanggan|(?:masuk|login|daftar|berlangganan) untuk "
    r"(?:membaca|melanjutkan)|untuk (?:melanjutkan|terus) (?:membaca|baca)|"
    r"anda sedang membaca (?:berita|artikel) gratis",
    r"konten ini (?:diproduksi|dibuat|merupakan)|artikel ini (?:ditulis|dibuat|diproduksi|merupakan|adalah)|"
    r"hoegeng awards",
)
_is_whole_call = whole(
    r"(?:ikuti|follow|temukan) (?:kami|us)(?: (?:di|on|juga|pada|:).{0,40})?|(?:google news|whatsapp channel|"
    r"saluran whatsapp|telegram channel)",
    r"ikuti (?:whats ?app channel|saluran|channel|kanal).{0,60}|https?://(?:www\.)?(?:whatsapp\.com/channel|t\.me|"
    r"news\.google\.com/publications)\S*",
    r"(?:selamat membaca|terima kasih telah membaca|semoga bermanfaat|salam redaksi).{0,40}",
    r"[\w. ]{3,40} adalah bagian dari (?:jaringan|grup|network).{2,60}|(?:bagian|anggota|member) (?:dari|of) .{3,40}"
    r"(?:network|group|grup|jaringan).{0,30}",
    r"dapatkan (?:berita|update|informasi).{0,140}|cek berita dan artikel.{0,80}|klik (?:di sini|disini|link|"
    r"tautan).{0,80}",
)
_BROKEN = re.compile(
    r"(?:simak|ikuti|dapatkan|baca)\s(?:juga\s)?(?:breaking\snews|berita\spilihan|update\sberita|"
    r"berita\sterkini).{0,400}?"
    r"(?:ponselmu|whatsapp|google\snews|telegram|channel|install)",
    re.IGNORECASE | re.DOTALL,
)
"""``Simak`` / ``breaking news`` / ``dan`` / ``berita pilihan`` / ``kami …``: a call broken at its links."""
_TAIL = re.compile(r"https?://\S+|\W{0,3}pastikan kamu sudah.*|kami langsung.*", re.IGNORECASE)
_INLINE = re.compile(
    r"Ikuti (?:Whats?[Aa]pp Channel|Saluran WhatsApp|Google News) [A-Z]\w+(?:\.\w+)?"
    r"|Simak breaking news dan berita pilihan kami langsung di ponselmu\.[^\n]{0,260}?install aplikasi WhatsApp ya\.?"
    r"|(?:Anda|Kamu) sedang membaca (?:berita|artikel) (?:gratis|premium)[^\n]{0,120}$"
    r"|Untuk (?:melanjutkan|terus) (?:membaca|baca)[^\n]{0,120}$"
    r"|&nbsp;|_x000[0-9A-Fa-f]_"
)
"""Calls glued to the end of a paragraph, and remains of markup."""
_MOST = 9
"""Lines over which a broken call may run."""

_MOST_SPANS = 200
"""In one line; a real one has a few."""


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        if _is_call(line.words) or _is_whole_call(line.words):
            yield index
        elif line.words in ("simak", "ikuti", "dapatkan", "baca"):
            yield from _broken(sheet, index)


def _broken(sheet: Sheet, index: int) -> Iterator[int]:
    joined = " ".join(line.words for line in sheet.lines[index : index + _MOST])
    if _BROKEN.match(joined) is None:
        return
    reached = 0
    end = _BROKEN.match(joined)
    for number, line in enumerate(sheet.lines[index : index + _MOST], index):
        if end and (reached < end.end() or _TAIL.match(line.text)):
            yield number
        reached += len(line.words) + 1


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    for index, line in sheet.body():
        for found in islice(_INLINE.finditer(line.text), _MOST_SPANS):
            yield index, (line.span[0] + found.start(), line.span[0] + found.end())
