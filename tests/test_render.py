"""Templates see one view and escape it; only a body is HTML, only safe addresses are links."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateNotFound

from site_builder import markup
from site_builder.config import Site
from site_builder.markup import Body
from site_builder.pages import Page
from site_builder.render import href, renderer

HOSTILE = "<script>alert('x')</script> & \" ' {{ 7 * 7 }} {% raw %}"


@dataclass(frozen=True, slots=True)
class View:
    title: str = "Judul"
    url: str = "https://contoh.id/"
    body: Body = field(default=Body(""))


def rendered(template: str, view: object = None, *, path: str = "tag/rakor.html", site: Site | None = None) -> str:
    render = renderer({"page.html": template}, site or Site())
    return render(Page(path, "page.html", view or View())).decode()


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("<p>{{ view.title }}</p>", "<p>&lt;script&gt;"),
        ('<a title="{{ view.title }}">', "&#34; &#39; {{ 7 * 7 }}"),
        ("{{ view.title | upper }}", "&lt;SCRIPT&gt;"),
        ("{{ view.title ~ '!' }}", "&lt;script&gt;"),
        ("{% set t = view.title %}{{ t }}", "&lt;script&gt;"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(view.title) }}", "&lt;script&gt;"),
        ("{{ _('Judul: %(title)s', title=view.title) }}", "Judul: &lt;script&gt;"),
        ("{% trans title=view.title %}Judul: {{ title }}{% endtrans %}", "Judul: &lt;script&gt;"),
        ("<script type='application/ld+json'>{{ view.title | tojson }}</script>", "\\u003cscript\\u003e"),
    ],
)
def test_text_is_escaped_in_every_context(context: str, expected: str) -> None:
    html = rendered(context, View(title=HOSTILE))
    assert expected in html
    assert "<script>alert" not in html
    assert "49" not in html, "text is never a template"


@pytest.mark.parametrize("name", ["page.html", "page.xml", "page.atom", "page.json", "page.html.j2"])
def test_text_is_escaped_whatever_the_template_is_called(name: str) -> None:
    render = renderer({name: "{{ view.title }}"}, Site())
    assert render(Page("x", name, View(title="<b>"))) == b"&lt;b&gt;"


def test_a_body_is_the_only_html() -> None:
    assert rendered("{{ view.body | body }}", View(body=markup.body("*a* <b>"))) == "<p><em>a</em> &lt;b&gt;</p>"
    with pytest.raises(TypeError, match=r"prints a markup\.Body and nothing else, not str"):
        rendered("{{ view.title | body }}", View(title="<b>"))


SAFE = (
    "https://contoh.id/a?b=1#c", "http://contoh.id", "HTTPS://CONTOH.ID", "mailto:redaksi@contoh.id",
    "../tag/rakor.html", "rakor.html#juli", "#isi", "?x=1", "", "a/b:c.html",
)  # fmt: skip
UNSAFE = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:a()",
    "\x00javascript:a()", "\u200bjavascript:a()", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.id/",
    "\\\\evil.id\\", "/\\evil.id", "blob:x", "a:b", ":x", "\ud800javascript:a()", "ftp://contoh.id/",
)  # fmt: skip


@pytest.mark.parametrize("address", SAFE)
def test_safe_addresses_stay_as_they_are(address: str) -> None:
    assert href(address) == address


@pytest.mark.parametrize("address", UNSAFE)
def test_other_addresses_lead_nowhere(address: str) -> None:
    assert href(address) == "#"


def test_what_a_view_does_not_have_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError, match="titel"):
        rendered("{{ view.titel }}")
    with pytest.raises(UndefinedError, match="articles"):
        rendered("{% for article in articles %}{% endfor %}")


@pytest.mark.parametrize("name", ["archive", "range", "lipsum", "cycler", "namespace", "config", "request"])
def test_a_template_reaches_nothing_else(name: str) -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ " + name + ".x }}")


def test_a_broken_or_missing_template_is_named() -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        rendered("\n{% if %}")
    assert (caught.value.name, caught.value.lineno) == ("page.html", 2)
    with pytest.raises(TemplateNotFound, match=r"lain\.html"):
        rendered("{% include 'lain.html' %}")


@pytest.mark.parametrize(
    ("path", "url", "expected"),
    [
        ("index.html", None, "feed.xml None"),
        ("tag/rakor.html", None, "../feed.xml None"),
        ("tag/rakor/2024-07.html", None, "../../feed.xml None"),
        ("404.html", None, "feed.xml None"),
        ("404.html", "https://contoh.id/arsip/", "https://contoh.id/arsip/feed.xml None"),
        ("tag/rakor.html", "https://contoh.id/arsip/", "../feed.xml https://contoh.id/arsip/tag/rakor.html"),
        ("index.html", "https://contoh.id/arsip/", "feed.xml https://contoh.id/arsip/"),
    ],
)
def test_a_page_knows_the_way_to_the_root_and_its_own_address(path: str, url: str | None, expected: str) -> None:
    assert rendered("{{ root }}{{ fixed.feed }} {{ canonical }}", path=path, site=Site(url=url)) == expected


def test_lines_of_tags_leave_no_empty_lines() -> None:
    assert rendered("a\n  {% if true %}\nb\n  {% endif %}\nc") == "a\nb\nc"


def test_text_that_utf8_cannot_carry_does_not_cost_the_page() -> None:
    assert rendered("{{ view.title }}", View(title="a\ud800b")) == "a?b"
