"""Small pages of our own in the shapes that Indonesian content systems give an article."""

from __future__ import annotations

import json

TITLE = "Polres Sabu Raijua Gelar Rakor Pengamanan Pilkada Bersama KPU dan Bawaslu"
BODY = (
    "SEBA – Kepolisian Resor Sabu Raijua menggelar rapat koordinasi pengamanan pemilihan kepala daerah di aula "
    "Mapolres, Selasa (9/7/2024), bersama penyelenggara pemilu dan pemerintah kabupaten.",
    "Kapolres Sabu Raijua AKBP Rudi Hartawan mengatakan bahwa seluruh personel sudah dibagi menurut tingkat kerawanan "
    "tempat pemungutan suara di enam kecamatan.",
    "“Kami ingin setiap warga datang ke TPS dengan tenang dan pulang dengan gembira,” ujar Rudi.",
    "Ketua KPU Sabu Raijua Maria Lado menambahkan bahwa logistik akan dikawal dari gudang sampai ke tangan petugas, "
    "lalu kembali lagi ke gudang setelah penghitungan selesai.",
    "Rapat ditutup dengan penandatanganan ikrar netralitas oleh semua yang hadir.",
)
SEE_ALSO = "Baca juga: Bawaslu Sabu Raijua Latih Seratus Pengawas Desa"
DATE = "2024-07-09T14:05:00+08:00"
NEWS = tuple(f"Kabar lain nomor {n} dari daerah dan kota yang tidak kita baca hari ini" for n in range(1, 9))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def side() -> str:
    items = "".join(f'<li><a href="/baca/{n}">{title}</a></li>' for n, title in enumerate(NEWS))
    return f'<aside class="sidebar widget"><h3>Berita Terpopuler</h3><ul>{items}</ul></aside>'


def menu() -> str:
    names = ("Beranda", "Nasional", "Daerah", "Politik", "Olahraga", "Indeks")
    return "<nav><ul>" + "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in names) + "</ul></nav>"


def ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **facts})}</script>'


def page(head: str, body: str, *, attributes: str = "") -> str:
    head = f'<head><meta charset="utf-8">{head}</head>'
    return f'<!DOCTYPE html><html lang="id">{head}<body {attributes}>{body}</body></html>'


def wordpress() -> str:
    graph: list[dict[str, object]] = [
        {
            "@type": ["Article", "NewsArticle"],
            "headline": TITLE,
            "datePublished": DATE,
            "author": {"@id": "#sari", "name": "Sari Dewi"},
            "publisher": {"@id": "https://kabarsabu.com/#organization"},
        },
        {"@type": "Organization", "@id": "https://kabarsabu.com/#organization", "name": "Kabar Sabu"},
    ]
    head = (
        f"<title>{TITLE} - Kabar Sabu</title>"
        f'<meta property="og:title" content="{TITLE} - Kabar Sabu"><meta property="og:type" content="article">'
        '<link rel="canonical" href="https://kabarsabu.com/polres-sabu-raijua-gelar-rakor/">' + ld(**{"@graph": graph})
    )
    body = (
        f'<header>{menu()}</header><main><article class="post-81 post type-post"><header class="entry-header">'
        f'<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="byline">Sari Dewi</span> '
        f'<time class="entry-date published" datetime="{DATE}">9 Juli 2024</time></div></header>'
        '<div class="entry-content"><figure class="wp-caption"><img src="a.jpg" alt="">'
        "<figcaption>Suasana rapat di aula Mapolres. (Foto: Humas)</figcaption></figure>"
        f"{paragraphs(*BODY[:2])}<p><strong>{SEE_ALSO}</strong></p>{paragraphs(*BODY[2:])}</div>"
        '<footer class="entry-footer"><a rel="tag">Pilkada</a> <a rel="tag">Polres</a></footer></article></main>'
        f"{side()}<footer>Copyright © 2026 Kabar Sabu</footer>"
    )
    return page(head, body, attributes='class="post-template-default single single-post"')


def blogger() -> str:
    head = (
        f"<title>{TITLE} ~ Warta Seba</title>"
        "<link href='https://wartaseba.blogspot.com/2024/07/polres-sabu-raijua.html' rel='canonical'/>"
    )
    text = "<br /><br />".join(BODY)
    body = (
        f"<div class='header'><h1 class='title'>Warta Seba</h1></div><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{TITLE}</h3><div class='post-header'>"
        f"<abbr class='published' title='{DATE}'>14.05</abbr></div>"
        f"<div class='post-body entry-content'><div style='text-align: justify;'>{text}</div></div>"
        f"<div class='post-footer'>Diposting oleh admin di 14.05</div></div>{side()}"
        "<div>Diberdayakan oleh Blogger.</div>"
    )
    return page(head, body)


def tribun() -> str:
    head = (
        f"<title>{TITLE} - TribunFlores.com</title>"
        f'<meta property="og:title" content="{TITLE} - TribunFlores.com">'
        '<meta property="og:site_name" content="TribunFlores.com">'
        '<link rel="canonical" href="https://flores.tribunnews.com/2024/07/09/polres-sabu-raijua-gelar-rakor">'
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLE[:50] + "...",
                "datePublished": DATE,
                "author": {"@type": "Person", "name": "Andi Rahman"},
                "publisher": {"@type": "Organization", "name": "TribunFlores.com"},
            }
        )
    )
    body = (
        f'{menu()}<div class="main"><h1 id="arttitle" class="f50">{TITLE}</h1><div class="mt10"><time>Selasa, '
        '9 Juli 2024 14:05 WITA</time></div><div id="penulis">Penulis: <a>Andi Rahman</a></div>'
        '<div class="side-article txt-article multi-fontsize" id="article_content"><p class="baca">'
        f"<strong>{SEE_ALSO}</strong></p>{paragraphs('<strong>TRIBUNFLORES.COM, SEBA</strong> – ' + BODY[0][7:])}"
        f'{paragraphs(BODY[1])}<p class="baca">Baca juga: <a href="/x">{NEWS[0]}</a></p>{paragraphs(*BODY[2:])}'
        f'</div><div class="related"><h4>Berita Terkait</h4>{side()}</div></div>'
    )
    return page(head, body)


def detik() -> str:
    head = (
        f"<title>{TITLE}</title>"
        f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="detikbali">'
        '<meta name="publishdate" content="2024/07/09 14:05:00"><meta name="author" content="Sari Dewi">'
        '<link rel="canonical" href="https://www.detik.com/bali/berita/d-7000001/polres-sabu-raijua-gelar-rakor">'
    )
    body = (
        f'{menu()}<article class="detail"><h1 class="detail__title">{TITLE}</h1>'
        '<div class="detail__author">Sari Dewi - detikBali</div>'
        '<div class="detail__date">Selasa, 09 Jul 2024 14:05 WIB</div>'
        '<div class="detail__body-text itp_bodycontent"><strong>Seba</strong> - '
        f'{paragraphs(BODY[0][7:], BODY[1])}<div class="parallaxindetail">SCROLL TO CONTINUE WITH CONTENT</div>'
        f"{paragraphs(BODY[2])}<p>[Gambas:Video 20detik]</p>{paragraphs(*BODY[3:])}"
        '<strong>(sar/dew)</strong></div><div class="detail__body-tag"><a>pilkada</a><a>polres</a></div></article>'
        f"{side()}"
    )
    return page(head, body)


def kompas() -> str:
    head = (
        f"<title>{TITLE} Halaman all - Kompas.com</title>"
        f'<meta property="og:title" content="{TITLE} Halaman all - Kompas.com">'
        '<meta property="og:site_name" content="KOMPAS.com">'
        '<meta name="content_PublishedDate" content="2024-07-09 13:05:00">'
        '<meta name="content_author" content="Andi Rahman"><link rel="canonical" '
        'href="https://regional.kompas.com/read/2024/07/09/130500778/polres-sabu-raijua-gelar-rakor">'
    )
    body = (
        f'{menu()}<h1 class="read__title">{TITLE}</h1><div class="read__time">Kompas.com - 09/07/2024, 13:05 WIB</div>'
        '<div class="photo"><img alt=""><div class="photo__caption">Suasana rapat di aula Mapolres.</div></div>'
        '<div class="read__content"><div class="clearfix">'
        f"{paragraphs('<strong>SEBA, KOMPAS.com</strong> – ' + BODY[0][7:], BODY[1])}"
        f"<p><strong>{SEE_ALSO}</strong></p>{paragraphs(*BODY[2:])}</div></div>"
        f'<div class="kompasidRec">Dapatkan update berita pilihan setiap hari.</div>{side()}'
    )
    return page(head, body)


def joomla() -> str:
    head = f'<title>{TITLE}</title><meta name="generator" content="Joomla!"><meta name="author" content="Super User">'
    body = (
        f'{menu()}<div id="component"><div class="item-page" itemscope itemtype="https://schema.org/Article">'
        f'<div class="page-header"><h2 itemprop="headline">{TITLE}</h2></div>'
        f'<dl class="article-info"><dd class="published"><time datetime="{DATE}" itemprop="datePublished">Diterbitkan: '
        '09 Juli 2024</time></dd><dd class="hits">Dilihat: 1849</dd></dl>'
        f'<div itemprop="articleBody">{paragraphs(*BODY)}</div></div></div>{side()}'
    )
    return page(head, body)


def humas_polri() -> str:
    head = (
        f"<title>{TITLE} | Tribratanews Polres Sabu Raijua</title>"
        f'<meta property="og:title" content="{TITLE} | Tribratanews Polres Sabu Raijua">'
        '<meta property="og:url" content="https://tribratanews.saburaijua.ntt.polri.go.id/rakor-pengamanan">'
        f'<meta property="article:published_time" content="{DATE}">'
    )
    body = (
        f'{menu()}<div class="content-detail"><h2>{TITLE}</h2>'
        '<p class="meta">Humas | 09 Juli 2024 | 120 kali dibaca</p>'
        f'<div class="text">{"".join(f"<div>{text}</div>" for text in BODY)}</div>'
        f'<div class="share">Bagikan: Facebook Twitter WhatsApp</div></div>{side()}'
    )
    return page(head, body)


def spans_and_breaks() -> str:
    """An editor's paste out of a word processor."""
    text = "".join(f'<p class="MsoNormal"><span><span lang="IN">{words}<o:p></o:p></span></span></p>' for words in BODY)
    return page(f"<title>{TITLE}</title>", f'{menu()}<h1>{TITLE}</h1><div class="berita">{text}</div>{side()}')


def table_layout() -> str:
    """A portal of the first decade."""
    text = "<br><br>".join(BODY)
    return page(
        f"<title>Portal Daerah - {TITLE}</title>",
        f'<table><tr><td>{menu()}</td><td><h1>{TITLE}</h1><font face="Arial">{text}</font></td>'
        f"<td>{side()}</td></tr></table>",
    )


def amp() -> str:
    head = f'<title>{TITLE}</title><link rel="canonical" href="https://kabarsabu.com/rakor-pengamanan/">' + ld(
        **{"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-07-09T06:05:00Z"}
    )
    body = f"<amp-sidebar>{menu()}</amp-sidebar><article><h1>{TITLE}</h1>{paragraphs(*BODY)}</article>"
    return page(head, body).replace("<html", "<html amp", 1)


def section_heads() -> str:
    text = paragraphs(*BODY[:2]) + "<h2>Logistik Dikawal Sampai TPS</h2>" + paragraphs(*BODY[2:])
    return page(
        f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">',
        f"<article><h1>{TITLE}</h1>{text}</article>{side()}",
    )


def quotation() -> str:
    text = paragraphs(*BODY[:2]) + f"<blockquote>{paragraphs(BODY[2])}</blockquote>" + paragraphs(*BODY[3:])
    return page(f"<title>{TITLE}</title>", f"{menu()}<main><h1>{TITLE}</h1><div>{text}</div></main>{side()}")


def single_page_program() -> str:
    """A page that is made by its script: the text is only in the metadata."""
    facts = {"@type": "NewsArticle", "headline": TITLE, "datePublished": DATE, "articleBody": "\n".join(BODY)}
    return page(f"<title>{TITLE}</title>{ld(**facts)}", '<div id="root"></div>')


SHAPES = (
    wordpress, blogger, tribun, detik, kompas, joomla, humas_polri, spans_and_breaks, table_layout, amp, section_heads,
    quotation, single_page_program,
)  # fmt: skip
