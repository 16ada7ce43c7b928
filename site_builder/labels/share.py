"""Buttons that send the page somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "share"

_NETWORK = (
    r"(?:facebook|fb|twitter|x|whats ?app|wa|telegram|line|pinterest|linkedin|instagram|youtube|tiktok|threads|email|"
    r"e-mail|messenger|tumblr|reddit|vk|gmail|koo|viber|skype|wechat|pocket|digg|mix|copy link|salin (?:link|"
    r"tautan|url)|"
    r"print|cetak|link|url|surel|copy)(?: icon)?"
)
_is_share = whole(
    rf"{_NETWORK}(?:[ ,|/&•+-]{{1,3}}{_NETWORK})*",
    r"(?:bagikan|sebarkan|share|shares|sharing|tweet|tweets|pin it|simpan|bookmark|like|suka|kirim)",
    rf"(?:bagikan|sebarkan|share|send|kirim|post)(?: (?:ini|di|ke|via|on|to|with|lewat|melalui|"
    rf":))* {_NETWORK}.{{0,40}}",
    r"(?:bagikan|sebarkan|share|shared)(?: (?:artikel|berita|ini|this|article|post|story|news|konten|halaman|"
    r"tulisan|on|ke|to|"
    r"media sosial|social media|via|untuk|teman|temanmu|:))+",
    r"(?:klik untuk|click to) (?:berbagi|share|bagikan|mencetak|print|email|mengirim|surel).{0,90}",
    r"(?:link|tautan|url) (?:berhasil |telah )?(?:disalin|copied).{0,20}|copied to clipboard",
    rf"(?:(?:share|tweet|send|pin|post|like|bagikan|kirim|{_NETWORK}) ?){{2,10}}",
    r"(?:email|e-mail|blog|tweet|print|cetak|kirim) ?(?:this|ini)!?",
    r"(?:menyukai ini|suka ini|like this|sukai ini|suka|like)(?:.? ?(?:memuat|loading|suka).*)?",
    r"share (?:this|on|:).{0,40}|total\d* shares?|bagikan via.{0,40}",
    r"0?shares?|\d+ ?shares?|bagikan \d+",
)


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_share(line.words))
