"""Invented articles for the tests of copies: a release, what papers made of it, and what only looks like it."""

from __future__ import annotations

from typing import Any

from site_builder.model import Article, Event, Person

RELEASE = (
    "Kepolisian Resor Kota Palu menyiagakan perahu karet di tiga muara menjelang hari pemungutan suara. "
    "Perahu itu disiapkan untuk mengantar kotak suara ke dua kampung yang jalannya terputus sejak banjir pekan lalu. "
    "Kepala bagian operasi mengatakan latihan mendayung digelar setiap sore bersama petugas pemadam. "
    "Warga diminta tidak menonton dari jembatan karena arus masih deras dan kayu gelondongan hanyut. "
    "Menurut rencana, kotak suara berangkat dua hari sebelum pencoblosan dan dijaga empat personel di setiap perahu. "
    "Komisi pemilihan setempat menyewa tambahan dua truk beratap terpal agar surat suara tetap kering. "
    "Camat menyediakan balai pertemuan sebagai gudang sementara dengan penerangan dari genset milik warga. "
    "Latihan terakhir dijadwalkan Jumat pagi dan terbuka bagi saksi semua pasangan calon."
)
SPUN = (
    "Kepolisian Resor Kota Palu menyiapkan perahu karet pada tiga muara jelang hari pemungutan suara. "
    "Perahu tersebut disiapkan untuk membawa kotak suara ke dua desa yang jalannya terputus akibat banjir minggu lalu. "
    "Kepala bagian operasi menyebut latihan mendayung dilakukan tiap sore bersama petugas pemadam. "
    "Masyarakat diimbau tidak menonton dari jembatan sebab arus masih kencang dan kayu gelondongan hanyut. "
    "Sesuai rencana, kotak suara bertolak dua hari sebelum pemilihan dan dikawal empat personel di setiap perahu. "
    "Komisi pemilihan setempat menyewa lagi dua truk beratap terpal supaya surat suara selalu kering. "
    "Camat memberikan balai pertemuan menjadi gudang sementara dengan lampu dari genset milik warga. "
    "Latihan penutup dijadwalkan Jumat pagi serta terbuka bagi saksi semua pasangan calon."
)
INDEPENDENT = (
    "Tiga perahu karet terlihat bersandar di muara sejak pagi, lengkap dengan pelampung dan tali tambat. "
    "Petugas bergantian turun ke air yang keruh sementara anak-anak sekolah menyaksikan dari tanggul. "
    "Surat suara untuk dua kampung terpencil memang hanya bisa dikirim lewat sungai tahun ini. "
    "Jembatan gantung satu-satunya hanyut dan belum ada kepastian kapan pemerintah membangunnya kembali. "
    "Seorang nelayan yang rumahnya dekat muara mengaku siap meminjamkan perahunya apabila diperlukan. "
    "Ia berharap suaranya tetap dihitung walaupun tempat pemungutan suara dipindah ke bukit."
)
BOILERPLATE = (
    " Simak perkembangan pilkada serentak hanya di kanal kami dan unduh aplikasinya di ponsel Anda sekarang juga. "
    "Redaksi menerima hak jawab melalui surat elektronik pada jam kerja dengan melampirkan identitas yang jelas. "
    "Dilarang mengutip tanpa menyebutkan sumber karena isi laman ini dilindungi undang-undang hak cipta."
)
OTHER = (
    "Debat publik pasangan calon wali kota berlangsung hangat hingga larut malam di gedung kesenian. "
    "Panelis menanyakan rencana pengelolaan sampah, trotoar, dan angkutan umum yang makin jarang lewat. "
    "Kedua kandidat saling melempar data namun moderator beberapa kali mengingatkan batas waktu menjawab. "
    "Di luar gedung pendukung bernyanyi diiringi rebana sambil menunggu idolanya keluar. "
    "Tidak ada gangguan berarti selain lampu panggung yang sempat padam selama dua menit."
)
CHIEF = Person("Rahmat Djafar", "Kompol", "Kabag Ops Polresta Palu")


def article(slug: str, body: str, **facts: Any) -> Article:
    given: dict[str, Any] = {
        "year": "2024",
        "title": slug.replace("-", " ").capitalize(),
        "outlet": f"Kabar {slug.title()}",
        "event": Event("2024-11-21"),
        "places": ("Kota Palu",),
        "people": (CHIEF,),
    }
    return Article(slug=slug, body=body, **{**given, **facts})
