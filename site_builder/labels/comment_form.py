"""The place where readers answer, with its labels and rules."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, opening, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "comment-form"

_is_form = opening(
    r"tinggalkan (?:balasan|komentar|pesan)",
    r"leave an? (?:reply|comment)|discussion about this (?:post|article)|"
    r"join the (?:discussion|conversation)|cancel reply|batalkan balasan|batal membalas",
    r"(?:alamat )?(?:e-?mail|surel) anda tidak akan dipublikasikan|your email address will not be published",
    r"ruas yang wajib ditandai|required fields are marked",
    r"simpan nama,? (?:e-?mail|surel)|save my name,? email",
    r"(?:posting|tulis|kirim|kirimkan|beri|berikan|isi|tambahkan|login untuk|masuk untuk) (?:ber)?komentar",
    r"post (?:a )?comment|add (?:a )?comment|write a comment|submit comment|load comments|lihat (?:semua )?komentar",
    r"\d{1,4} (?:response to|thoughts? on|comments? on|komentar (?:pada|untuk|di)|responses? to|tanggapan)",
    r"(?:belum ada|tidak ada|tanpa|jadilah yang pertama).{0,20}komentar|no comments?|be the first to comment|"
    r"comments are closed",
    r"komentar (?:ditutup|dinonaktifkan|facebook|sepenuhnya|pembaca|anda|merupakan)|disqus|facebook comments?",
    r"notify me of|beri ?tahu saya|situs ini menggunakan akismet|this site uses akismet",
    r"anda harus (?:masuk|login)|you must be logged in|please (?:enter your|log ?in)|silakan login",
)
_is_field = whole(
    r"(?:nama|name|e-?mail|surel|situs web|website|web|komentar|comments?|balas|reply|balasan|kirim|submit|"
    r"captcha)(?: ?\*)?",
    r"(?:nama|name|e-?mail|website)(?: ?\*)?(?: (?:nama|name|e-?mail|situs web|website)(?: ?\*)?){1,3}",
    r"terima|setuju|tolak|accept|got it|saya mengerti|mengerti",
    r"terbaru terlama.{0,30}|paling banyak suara|newest oldest.{0,30}|inline feedbacks?|view all comments",
)


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_form(line.words) or _is_field(line.words))
