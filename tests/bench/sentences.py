"""How the invented articles speak: patterns of sentences, invented for this project.

``{w}`` is any word, ``{n}`` a number; the other slots are named in ``words.filled``'s callers.
"""

from __future__ import annotations

TITLES = (
    "{label} di {place}, {office} Ingatkan Soal {w} dan {w}",
    "Jelang Pilkada, {unit} Gelar {label} dan Bahas {w} {w}",
    "{office} Minta Warga {w} Tidak {w} Usai {label}",
    "Kawal {w} Pilkada, {label} {place} Libatkan {n} Personel",
    "{label}: {office} Soroti {w} di {n} Titik",
)
LEADS = (
    "{unit} menggelar {kind} {w} {w} menjelang pemilihan kepala daerah di {venue}, {when}{hour}.",
    "Sebanyak {n} orang mengikuti {kind} yang diadakan {unit} di {venue}, {when}{hour}, untuk membahas {w} dan {w}.",
    "Tahapan pilkada yang makin {w} dijawab {unit} dengan {kind} di {venue}, {when}{hour}.",
)
PRESENT = (
    "Kegiatan itu dipimpin {first} dan dihadiri {second} serta {third}.",
    "Hadir dalam acara tersebut {first}, {second}, dan {third}, bersama {n} undangan dari unsur {w} dan {w}.",
    "Selain {first}, tampak pula {second} dan {third} yang datang lebih {w} dari jadwal.",
)
SPEECH = (
    "“{quote},” kata {name}.",
    "“{quote},” ujar {name} di hadapan peserta yang {w}.",
    "Soal {w}, {name} menyampaikan pandangannya. “{quote},” tutur {name}.",
    "“{quote},” jelas {name} seusai acara.",
)
QUOTES = (
    "Kami {w} semua pihak agar {w} bersama dan tidak {w} pada kabar yang {w} menjelang hari pemungutan suara",
    "Anggota di {n} kecamatan sudah {w} sejak awal {w}, jadi warga boleh {w} kepada kami kapan saja",
    "Yang kami jaga bukan hanya {w}, melainkan {w} seluruh warga {place} sampai {w} selesai",
    "Jangan ada yang {w} karena {w}, sebab {n} laporan tentang {w} sudah kami {w}",
    "Kalau {w} dan {w} berjalan, maka {w} di lapangan akan {w} dengan sendirinya",
    "Saya minta {w} tetap {w}; urusan {w} biar {w} yang menangani",
)
TAGGED = (
    "Pembahasan juga menyentuh {said}, yang pada pemilihan lalu {w} di {n} desa.",
    "Menurut catatan panitia, {said} menjadi perhatian {w} karena {w} di {place} masih {w}.",
    "Peserta sepakat bahwa {said} perlu {w} sejak dini, termasuk di Kecamatan {district}.",
)
PLAIN = (
    "Panitia mencatat {n} {w} yang {w} di Kecamatan {district}, terutama pada malam hari.",
    "Di lokasi, {w} terlihat {w} sementara {w} menunggu giliran untuk {w}.",
    "Data {w} menunjukkan {n} dari {n} tempat pemungutan suara memerlukan {w} dan {w}.",
    "Pihak {w} berjanji {w} paling lambat {n} hari sebelum {w} dimulai.",
    "Selama {n} jam, {w} dari Kecamatan {district} {w} tanpa {w} yang berarti.",
    "Sejumlah {w} menilai {w} tahun ini lebih {w} dibanding {w} lima tahun lalu.",
    "Untuk {w}, {unit} menyiapkan {n} personel dan {n} kendaraan di jalur {w}.",
    "Warga {place} diminta {w} bila melihat {w} atau {w} di sekitar rumah.",
    "Anggaran {w} sebesar Rp{n} juta dipakai bagi {w}, {w}, dan {w} petugas.",
    "Kesepakatan {w} ditandatangani {n} perwakilan {w} lalu dibacakan dengan {w}.",
    "Jarak {w} ke {w} mencapai {n} kilometer, sehingga {w} harus {w} lebih awal.",
    "Meski {w}, suasana {w} di {place} tetap {w} hingga acara berakhir.",
    "Tokoh {w} dan {w} berharap {w} tidak lagi {w} seperti di Kecamatan {district}.",
    "Rapat lanjutan tentang {w} dijadwalkan {n} hari lagi dengan {w} yang sama.",
    "Evaluasi {w} memuat {n} butir, antara lain {w}, {w}, serta {w}.",
)
ODD = (
    "Catatan* panitia [lampiran {n}] memuat {w}_{w} & {w}.",
    "1. Daftar {w} memuat {n} nama, #{w} yang pertama.",
    "- Kotak {w} bersegel <{n}> disimpan di {w}.",
)
"""Lines with characters that mean something in Markdown."""
SUBHEADS = ("Perhatian pada {w}", "{n} titik {w}", "Soal {w} dan {w}")
RELATED = ("BACA JUGA: {w} {w} di {place} {w}", "Baca juga: {label} {w} {n} {w}")
