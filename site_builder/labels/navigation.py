"""Menus, buttons and breadcrumbs of the page around the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, is_bar, opening, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "navigation"

_PLACE = (
    r"(?:home|beranda|depan|halaman utama|berita|news|daerah|nasional|regional|politik|hukum|kriminal|peristiwa|"
    r"headline|"
    r"pilkada|pemilu|nusantara|pemerintahan|polri|tni|kepolisian|utama|terkini|video|foto|opini|ekonomi|olahraga|"
    r"sosial)"
)
_is_menu = whole(
    rf"{_PLACE}(?: ?[/>»›|→,•] ?(?:[\w .&-]{{2,40}}))+",
    r"(?:home|beranda|menu|main menu|search|cari|pencarian|telusuri|login|log in|masuk|daftar|register|sign in|"
    r"sign up|subscribe|"
    r"langganan|tutup|close|close ads?|back|kembali|skip|indeks|index|top|x|ok|oke|more|lainnya|selengkapnya|"
    r"lihat selengkapnya|"
    r"read more|dark mode|light mode|mode gelap|toggle navigation|toggle menu|navigasi|laporkan|lapor|report|edit|"
    r"hapus|play|stop|pause|"
    r"dengarkan|pengaturan|notifikasi|premium|live|epaper|e-paper|koran|unduh|download|loading|memuat)",
    r"search for|cari untuk|search (?:this|here).{0,20}|cari (?:berita|artikel|di sini).{0,20}",
    r"(?:skip|langsung|lompat|loncat) (?:to|ke) (?:main )?(?:content|konten|isi)(?: utama)?",
    r"exit mobile version|listen to this article|dengarkan (?:artikel|berita)(?: ini)?|text to speech|putar audio",
    r"(?:kembali ke|back to) (?:atas|top|beranda|home).{0,10}|scroll (?:to|ke) (?:top|atas)|ke atas",
    r"(?:baca|lihat) (?:selengkapnya|semua|lainnya|lebih lanjut).{0,30}|lihat semua.{0,30}|view more.{0,20}|"
    r"load more.{0,20}|muat (?:lebih|lagi).{0,20}",
    r"navigasi (?:pos|tulisan|artikel)|post navigation|daftar isi|table of contents",
    r"(?:perbesar|perkecil|besar|kecil|ukuran|ubah) (?:huruf|teks|font|ukuran).{0,20}|a\+|a-|aa|font size.{0,10}|"
    r"text size.{0,10}",
    r"posted (?:in|under) .{2,40}|(?:kategori|category|categories|rubrik|kanal)[ :]{1,3}.{2,60}",
    r"simpan (?:artikel|berita)|save (?:article|post)|mode baca|reader mode|tampilan.{0,20}|ganti bahasa.{0,20}|"
    r"english|bahasa indonesia",
    r"enable notifications?.{0,60}|aktifkan notifikasi.{0,60}|ok,? .{0,20}notifikasi",
    r"(?:tentang kami|about us|redaksi|kontak(?: kami)?|contact(?: us)?|hubungi kami|pedoman media siber|"
    r"media siber|privacy policy|"
    r"kebijakan privasi|disclaimer|karir|info iklan|sitemap|peta situs|syarat(?: dan|&)? ketentuan|terms.{0,20}|"
    r"kode etik.{0,20}|faq|box redaksi)"
    r"(?:[ |•/-]{1,3}(?:tentang kami|about us|redaksi|kontak(?: kami)?|pedoman media siber|privacy policy|"
    r"kebijakan privasi|disclaimer|"
    r"karir|info iklan|sitemap|kode etik.{0,20}|contact(?: us)?|hubungi kami))*",
)
_is_button = opening(
    r"(?:oops|maaf,? halaman|your browser does not|browser anda tidak|javascript (?:is|tidak)|video player)"
)
_CASE_SEAM = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[A-Z][a-z]{2,}")
"""Categories printed without a space between: ``DAERAHPALUPOLDA SULTENGPolresta Palu``."""
_MARKS = frozenset("*-–—.,:;()\"'“”‘’?!/")
"""A line of these alone is a piece of a sentence that was broken at a link."""


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        symbols = not any(c.isalnum() for c in line.words) and not set(line.text) <= _MARKS
        if symbols or _is_menu(line.words) or _is_button(line.words) or is_bar(line.text) or _is_glued(sheet, index):
            yield index


def _is_glued(sheet: Sheet, index: int) -> bool:
    text = sheet.lines[index].text
    at_top = index < 3 and len(text) <= 90
    return (
        at_top
        and bool(_CASE_SEAM.search(text))
        and text[:1].isupper()
        and (text.split()[0].isupper() or len(_CASE_SEAM.findall(text)) > 1)
        and _no_sentence(text)
    )


def _no_sentence(text: str) -> bool:
    return len(text.split()) <= 6 and not any(mark in text for mark in '.,:;"“')
