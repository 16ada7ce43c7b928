"""Thing -> path. The only place where an address is spelt.

A path is relative to the root of the site, has no leading slash and names a file: ``tag/netralitas.html``.
Links inside the site are relative and name the file too, so that one output works from a disk, below a
sub-path and on a domain.
"""

from __future__ import annotations

HOME = "index.html"
ARTICLES = "articles/index.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NO_JEKYLL = ".nojekyll"

UNDATED = "undated"

TAGS = "tag/index.html"
PLACES = "place/index.html"
PEOPLE = "person/index.html"
INSTITUTIONS = "institution/index.html"
OUTLETS = "outlet/index.html"
EVENTS = "event/index.html"

FIXED: dict[str, str] = {
    "home": HOME,
    "articles": ARTICLES,
    "tags": TAGS,
    "places": PLACES,
    "people": PEOPLE,
    "institutions": INSTITUTIONS,
    "outlets": OUTLETS,
    "events": EVENTS,
    "about": ABOUT,
    "feed": FEED,
}
"""The pages that every page may link to, by the name that templates call them."""


def article(slug: str) -> str:
    return f"article/{slug}.html"


def articles(period: str) -> str:
    """The list of one period: ``2024-07``, ``2024`` or ``undated``."""
    return f"articles/{period}.html"


def tag(slug: str) -> str:
    return f"tag/{slug}.html"


def place(slug: str) -> str:
    return f"place/{slug}.html"


def person(slug: str) -> str:
    return f"person/{slug}.html"


def institution(slug: str) -> str:
    return f"institution/{slug}.html"


def outlet(slug: str) -> str:
    return f"outlet/{slug}.html"


def event(slug: str) -> str:
    return f"event/{slug}.html"


def part(path: str, period: str) -> str:
    """One period of a list that is too long for its page: ``tag/rakor/2024-07.html`` below ``tag/rakor.html``."""
    return f"{path.removesuffix('.html')}/{period}.html"


def asset(name: str) -> str:
    """A file of ``templates/assets/``: ``style.css``."""
    return f"assets/{name}"


def sitemap_part(number: int) -> str:
    """A part of a sitemap that is too long for one file, counted from 1."""
    return f"sitemap-{number}.xml"


def root(path: str) -> str:
    """What leads from a page to the root of the site: ``../`` from ``tag/x.html``, the empty string from ``x.html``."""
    return "../" * path.count("/")


def relative(from_path: str, to_path: str) -> str:
    """The link from one page to another: ``../tag/netralitas.html``, or ``rakor.html`` in the same folder."""
    folder = from_path.rpartition("/")[0]
    to_folder, _, name = to_path.rpartition("/")
    return name if folder == to_folder else root(from_path) + to_path


def absolute(site_url: str, path: str) -> str:
    """The full address of a path, for the formats that demand one; a folder's index is the folder."""
    base = site_url if site_url.endswith("/") else site_url + "/"
    return base + path.removesuffix("index.html")
