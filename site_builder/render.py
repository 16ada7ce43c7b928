"""Page -> bytes. Templates come in as text and see one view and the site's few constants.

A template has ``view``; ``site`` (``config.Site``); ``root``, what leads from the page to the root of the site;
``fixed``, those paths of ``routes.FIXED`` that the site has, to be written behind ``root``; ``canonical``, the page's
full address or None;
``_()``, ``ngettext()`` and ``pgettext()`` for the words of the interface, ``| number`` for its counts, and ``native``,
the attribute that marks words of the reports where the page speaks another language.  Nothing else: no page, article or
archive.
Text is escaped always, and ``body`` is the only way to print HTML; ``linked | tojson`` prints a thing of schema.org.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from site_builder import routes, wording
from site_builder.config import Site
from site_builder.linked_data import linked
from site_builder.locale import SOURCE, Language, catalogue
from site_builder.markup import Body
from site_builder.pages import Page, made
from site_builder.templating import PageEnvironment

SCHEME = re.compile(r"[^/?#:]*:")
"""What makes an address absolute: ``https:``. A relative path of ours has no colon in its first part."""
SAFE_SCHEMES = frozenset({"http:", "https:", "mailto:"})
NOT_IN_ADDRESS = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff]"
)
"""White space, controls and invisible marks, which browsers drop before they look for the scheme."""
NOWHERE = "#"
NATIVE = Markup(' lang="id"')
"""What marks words of the reports in a page of another language."""


def renderer(templates: Mapping[str, str], site: Site) -> Callable[[Page], bytes]:
    """The function that turns a page into its bytes.

    Templates are compiled when a page first needs them; raises jinja2's errors, which name the template and line.
    """
    environment = _environment(templates, site)

    def render(page: Page) -> bytes:
        text = environment.get_template(page.template).render(
            view=page.view,
            root=_root(page.path, site),
            canonical=_canonical(page.path, site),
        )
        return text.encode("utf-8", "replace")

    return render


def _environment(templates: Mapping[str, str], site: Site) -> Environment:
    environment = PageEnvironment(DictLoader(dict(templates)), catalogue(site.language).gettext)
    environment.globals = {"site": site, "fixed": _fixed(site)}
    _speak(environment, site.language)
    environment.filters["body"] = _body
    environment.filters["linked"] = linked
    environment.filters["href"] = href
    return environment


def _speak(environment: Environment, language: Language) -> None:
    """Let templates speak the site's language."""
    environment.install_gettext_translations(  # type: ignore[attr-defined]  # the extension adds it
        catalogue(language), newstyle=True
    )
    write = partial(wording.number, language=language)
    plural = cast(Callable[..., object], environment.globals["ngettext"])

    @pass_context
    def ngettext(context: Context, one: str, many: str, count: int, **values: object) -> object:
        """As gettext's; the count itself is written as the language writes numbers."""
        return plural(context, one, many, count, num=write(count), **values)

    environment.globals |= {
        "_": environment.globals["gettext"],
        "ngettext": ngettext,
        "native": "" if language == SOURCE else NATIVE,
    }
    environment.filters["number"] = write


def _fixed(site: Site) -> dict[str, str]:
    """The pages that every page may link to, of the kinds that the site has."""
    chosen = made(site)
    return {name: path for name, path in routes.FIXED.items() if routes.kind(path) in {*chosen, None}}


def _root(path: str, site: Site) -> str:
    """A host shows 404.html at every missing address, so only a full address leads anywhere from it."""
    return site.url if path == routes.NOT_FOUND and site.url else routes.root(path)


def _canonical(path: str, site: Site) -> str | None:
    """A page's full address; 404.html has none, for it stands for others."""
    return routes.absolute(site.url, path) if site.url and path != routes.NOT_FOUND else None


def _body(body: Body) -> Markup:
    if not isinstance(body, Body):
        raise TypeError(f"the filter body prints a markup.Body and nothing else, not {type(body).__name__}")
    return Markup(body.html)  # noqa: S704 # nosec B704 # the one place: nh3 made this HTML


def href(address: str) -> str:
    """The address of a link if it is relative, http(s) or mailto; else one that leads nowhere: ``#``."""
    bare = NOT_IN_ADDRESS.sub("", address).replace("\\", "/")
    scheme = SCHEME.match(bare)
    relative = scheme is None and not bare.startswith("//")
    return bare if relative or (scheme and scheme[0].lower() in SAFE_SCHEMES) else NOWHERE
