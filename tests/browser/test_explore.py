"""Search and facets in a real browser: from a disk and from a server, by mouse, by keyboard, without JavaScript."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.archive import Archive
from site_builder.exports import search
from site_builder.model import Article, Event, Person, Tag, Vocabulary
from site_builder.pages import explore
from site_builder.render import renderer
from tests.browser.conftest import SUB_PATH, Handler
from tests.browser.test_site import Watch
from tests.conftest import ROOT
from tests.pages.sample import archive, article, entry, many, meeting, reading

TEMPLATES = ROOT / "templates"
HOSTILE = "<img src=x onerror=ran()>Ronda <script>ran()</script>"
WORDS = Vocabulary(
    (
        Tag("rakor", "Rapat koordinasi", "Coordination meeting", None, ("rakor",)),
        Tag("netralitas", "Netralitas aparat", "Neutrality"),
    )
)


def articles() -> list[Article]:
    return [
        meeting("judul", title="Netralitas dijaga di Wajo", body="Berita tentang hal lain.", date="2024-10-05"),
        article("isi", body="Polisi diminta menjaga netralitas.", published="2024-12-20"),
        article(
            "malam", body="Polisi menangkap pelaku di malam hari.", places=("Kota Parepare",), published="2023-02-01"
        ),
        article(
            "ditangkap", body="Pelaku ditangkap polisi di malam itu.", places=("Kota Parepare",), outlet="=HYPERLINK(1)"
        ),
        article(
            "rapat", body="Dalam rapat itu koordinasi dibahas. Pengamanan diperkuat.", tags=("netralitas", "rakor")
        ),
        article("berdampingan", body="Ada rapat koordinasi di aula.", people=(Person("Rahma Dewi", None, "Bupati"),)),
        article(
            "jahat",
            title=HOSTILE,
            body=HOSTILE,
            outlet=HOSTILE,
            event=Event(None, None, HOSTILE, None),
            tags=(HOSTILE,),
        ),
        article("rahasia", body="Ditarik: rahasia.", show="withdrawn"),
        *many(45, month="2024-08", body="Kegiatan harian warga desa."),
    ]


def write(found: Archive, folder: Path) -> None:
    """The explore page with its index, and nothing else of the site."""
    sources = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    render = renderer(sources, found.site)
    files = [(page.path, render(page)) for page in explore.pages(found)]
    assets = [(f"assets/{path.name}", path.read_bytes()) for path in (TEMPLATES / "assets").iterdir() if path.is_file()]
    for path, raw in (*files, *search.index(found), *assets):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("explore")
    first, *rest = articles()
    entries = [entry(first, reading("event.date", "2024-10-05", "Sabtu")), *map(entry, rest)]
    write(Archive.of(entries, site=archive().site, vocabulary=WORDS), made / SUB_PATH)
    return made


@pytest.fixture(params=["disk", "server"])
def base(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "disk":
        yield (folder / SUB_PATH).as_uri() + "/"
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def disk(folder: Path) -> str:
    return (folder / SUB_PATH).as_uri() + "/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def ask(page: Page, base: str, fragment: str) -> list[str]:
    """The slugs of the answers to a question that stands in the address, in their order."""
    page.goto("about:blank")
    page.goto(f"{base}explore.html{fragment}")
    return answers(page)


def answers(page: Page) -> list[str]:
    page.locator("body:not([aria-busy]) #jumlah:not(:empty)").wait_for(state="attached")
    hrefs: list[str] = page.eval_on_selector_all("#hasil h3 a", "links => links.map(a => a.getAttribute('href'))")
    return [href.removeprefix("article/").removesuffix(".html") for href in hrefs]


def status(page: Page) -> str:
    return page.locator("#jumlah").inner_text()


def test_a_reader_searches_narrows_and_goes_back(page: Page, base: str) -> None:
    """The whole way, from a disk and from below a sub-path, without an error and without a request to elsewhere."""
    watch = Watch(page, base)
    assert len(ask(page, base, "")) == 20
    assert status(page) == "52 laporan."
    page.get_by_label("Cari dalam judul").fill("netralitas")
    page.keyboard.press("Enter")
    expect(page.locator("#jumlah")).to_contain_text("3 laporan.")
    assert answers(page)[0] in {"judul", "rapat"}
    page.locator("[data-facet=tag] label", has_text="Rapat koordinasi").click()
    expect(page.locator("#jumlah")).to_contain_text("2 laporan.")
    assert set(answers(page)) == {"judul", "rapat"}
    page.locator("[data-facet=place] label", has_text="Provinsi Sulawesi Selatan").click()
    expect(page.locator("#jumlah")).to_contain_text("Satu laporan.")
    page.go_back()
    expect(page.locator("#jumlah")).to_contain_text("2 laporan.")
    page.go_back()
    page.go_back()
    expect(page.locator("#jumlah")).to_have_text("52 laporan.")
    assert page.get_by_label("Cari dalam judul").input_value() == ""
    page.go_forward()
    assert page.get_by_label("Cari dalam judul").input_value() == "netralitas"
    assert watch.wrongs == []


def test_the_form_of_the_home_page_leads_here(page: Page, base: str) -> None:
    watch = Watch(page, base)
    assert set(ask(page, base, "?q=netralitas")) == {"judul", "isi", "rapat"}
    assert page.get_by_label("Cari dalam judul").input_value() == "netralitas"
    page.get_by_label("Cari dalam judul").fill("")
    page.keyboard.press("Enter")
    expect(page.locator("#jumlah")).to_have_text("52 laporan.")
    page.reload()
    answers(page)
    assert status(page) == "52 laporan."
    assert watch.wrongs == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tangkap", {"malam", "ditangkap"}),  # menangkap and ditangkap have two stems, one root
        ('"tangkap"', {"ditangkap"}),
        ("pengamanan", {"rapat"}),
        ("rapat koordinasi", {"judul", "rapat", "berdampingan"}),  # a name of the tag
        ('"rapat koordinasi"', {"berdampingan"}),
        ("“rapat koordinasi” aula", {"berdampingan"}),
        ("sulsel", {"judul", "malam", "ditangkap"}),
        ("RAHMA, dewi!", {"berdampingan"}),
        ("polisi malam", {"malam", "ditangkap"}),
        ("polisi malam tidakada", {"malam", "ditangkap", "isi"}),
        ("tangk*", {"malam", "ditangkap"}),
        ("pengam*", {"rapat"}),
        ("rahasia", set()),
        ("…", None),
    ],
)
def test_a_query_finds(page: Page, disk: str, query: str, found: set[str] | None) -> None:
    answered = ask(page, disk, f"#q={query}")
    assert len(answered) == 20 if found is None else set(answered) == found


def test_title_and_tags_come_before_the_body(page: Page, disk: str) -> None:
    assert ask(page, disk, "#q=netralitas")[-1] == "isi"
    assert ask(page, disk, "#q=netralitas&sort=newest")[0] == "isi"
    assert ask(page, disk, "#q=polisi&sort=oldest") == ["malam", "isi", "ditangkap"]


def test_a_word_is_found_while_it_is_typed(page: Page, disk: str) -> None:
    ask(page, disk, "")
    page.get_by_label("Cari dalam judul").press_sequentially("netral", delay=20)
    expect(page.locator("#jumlah")).to_contain_text("3 laporan.")
    page.wait_for_url("**#q=netral")


def test_hits_are_marked_in_title_and_text(page: Page, disk: str) -> None:
    ask(page, disk, "#q=netralitas+menjaga")
    marked = page.locator("#hasil mark").all_inner_texts()
    assert {"Netralitas", "dijaga", "netralitas", "menjaga"} >= set(marked) > {"netralitas"}


def test_what_is_left_out_of_a_query_is_said(page: Page, disk: str) -> None:
    ask(page, disk, "#q=polisi+malam+tidakada")
    assert "sebagian" in status(page)
    ask(page, disk, "#q=rakor")
    assert "Rapat koordinasi" in status(page)


def test_long_lists_come_in_chunks_and_focus_goes_on(page: Page, disk: str) -> None:
    assert len(ask(page, disk, "#q=warga")) == 20
    page.locator("#lagi").click()
    expect(page.locator("#hasil > li")).to_have_count(40)
    expect(page.locator("#hasil h3 a").nth(20)).to_be_focused()
    page.locator("#lagi").click()
    expect(page.locator("#hasil > li")).to_have_count(45)
    expect(page.locator("#lagi")).to_be_hidden()


def options(page: Page, facet: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(f"[data-facet={facet}] li").all_inner_texts()]


def test_facets_count_what_a_choice_would_leave(page: Page, disk: str) -> None:
    ask(page, disk, "#q=polisi&place=kota-parepare")
    assert options(page, "place") == ["Provinsi Sulawesi Selatan 2", "Kota Parepare 2"]
    assert options(page, "month") == ["Tanpa tanggal 1", "Februari 2023 1"]
    page.get_by_role("button", name="Hapus saringan Kota Parepare").click()
    expect(page.locator("#jumlah")).to_have_text("3 laporan.")


def test_a_province_and_its_regency_are_not_chosen_together(page: Page, disk: str) -> None:
    ask(page, disk, "#place=provinsi-sulawesi-selatan")
    page.locator("[data-facet=place] label", has_text="Kota Parepare").click()
    expect(page.locator("#jumlah")).to_have_text("2 laporan.")
    assert "provinsi" not in page.url


@pytest.mark.parametrize(
    "choice",
    [
        "stage=kampanye",
        "kind=rakor",
        "person=siti-marhumah-ketua-kpu-kabupaten-wajo",
        "institution=polres-wajo",
        "outlet=warta-teluk",
        "certainty=sure",
    ],
)
def test_every_facet_narrows(page: Page, disk: str, choice: str) -> None:
    assert ask(page, disk, f"#{choice}") == ["judul"]


def test_the_keyboard_is_enough(page: Page, disk: str) -> None:
    ask(page, disk, "")
    page.get_by_label("Cari dalam judul").focus()
    page.keyboard.type("polisi")
    page.keyboard.press("Enter")
    expect(page.locator("#jumlah")).to_have_text("3 laporan.")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.key") == "provinsi-sulawesi-selatan":
            break
    page.keyboard.press("Space")
    expect(page.locator("#jumlah")).to_have_text("2 laporan.")
    expect(page.locator("[data-key=provinsi-sulawesi-selatan]")).to_be_focused()


def test_the_skip_link_keeps_the_question(page: Page, disk: str) -> None:
    ask(page, disk, "#q=polisi")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#q=polisi")
    expect(page.locator("#isi")).to_be_focused()


def test_the_result_is_a_table_without_formulas(page: Page, base: str) -> None:
    ask(page, base, "#q=polisi&sort=oldest")
    with page.expect_download() as download:
        page.locator("#csv").click()
    text = Path(download.value.path()).read_text("utf-8")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head == ["tanggal", "judul", "media", "daerah", "jenis peristiwa", "alamat"]
    assert [row[0] for row in rows] == ["2023-02-01", "2024-12-20", ""]
    assert rows[2][2] == "'=HYPERLINK(1)"
    assert rows[0][5] == f"{base}article/malam.html"


@pytest.mark.parametrize(
    "query", ["ronda", "<img src=x onerror=ran()>", "</title><script>ran()</script>", '"><svg onload=ran()>']
)
def test_neither_a_report_nor_a_query_runs_anything(page: Page, disk: str, query: str) -> None:
    ran: list[str] = []
    page.expose_function("ran", lambda: ran.append("ran"))
    page.route("**/explore.html*", lambda route: route.fallback())
    ask(page, disk, f"#q={query.replace('#', '')}&tag=<script>ran()</script>")
    ask(page, disk, f"#q={query}")
    for facet in page.locator("[data-facet]").all():
        if facet.get_attribute("open") is None:
            facet.locator("summary").click()
    page.wait_for_timeout(50)
    assert page.locator("#jelajah img, #jelajah script, #jelajah svg").count() == 0
    assert ran == []


def test_without_javascript_the_page_says_so_and_leads_on(browser: Browser, disk: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{disk}explore.html")
    expect(plain.locator("main .notice")).to_be_visible()
    assert plain.locator("main .index a").count() == 7
    expect(plain.locator("#jelajah")).to_be_hidden()
    context.close()


def test_a_missing_index_is_said(page: Page, folder: Path, tmp_path: Path) -> None:
    for path in (folder / SUB_PATH).rglob("*"):
        if path.is_file() and "search/" not in path.as_posix():
            (tmp_path / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path.relative_to(folder)).write_bytes(path.read_bytes())
    page.goto((tmp_path / SUB_PATH / "explore.html").as_uri())
    expect(page.locator("#jumlah")).to_contain_text("tidak dapat dimuat")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_scrolls_sideways(page: Page, disk: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    ask(page, disk, "#q=polisi&place=kota-parepare")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
