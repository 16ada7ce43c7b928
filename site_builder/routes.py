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
JSON_FEED = "feed.json"
OPENSEARCH = "opensearch.xml"
OG_IMAGE = "assets/kartu.png"
DATA = "data/index.html"
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
EXPLORE = "explore.html"
QUOTES = "quotes/index.html"
TIMELINE = "timeline.html"

FIXED: dict[str, str] = {
    "home": HOME,
    "articles": ARTICLES,
    "tags": TAGS,
    "places": PLACES,
    "people": PEOPLE,
    "institutions": INSTITUTIONS,
    "outlets": OUTLETS,
    "events": EVENTS,
    "explore": EXPLORE,
    "quotes": QUOTES,
    "timeline": TIMELINE,
    "about": ABOUT,
    "data": DATA,
    "feed": FEED,
    "json_feed": JSON_FEED,
    "opensearch": OPENSEARCH,
    "og_image": OG_IMAGE,
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


def events(period: str) -> str:
    """The events of one period, if all are too many for one page."""
    return f"event/month/{period}.html"


def quotes(period: str) -> str:
    """The quotes of one period."""
    return f"quotes/{period}.html"


def quotes_of(kind: str, slug: str) -> str:
    """What one subject said, or what was said about it: ``quotes/role/kapolres.html``."""
    return f"quotes/{kind}/{slug}.html"


def quotes_by(kind: str) -> str:
    """All subjects of one kind: ``quotes/role/index.html``."""
    return f"quotes/{kind}/index.html"


def stage(slug: str) -> str:
    """A stage of the election: its part of the timeline."""
    return f"timeline/{slug}.html"


def letter(path: str, letter: str) -> str:
    """A letter of an A–Z list that is too long for its page: ``person/az/b.html`` beside ``person/index.html``."""
    return f"{path.removesuffix('index.html')}az/{letter}.html"


def part(path: str, period: str) -> str:
    """One period of a list that is too long for its page: ``tag/rakor/2024-07.html`` below ``tag/rakor.html``."""
    return f"{path.removesuffix('.html')}/{period}.html"


def feed(path: str) -> str:
    """The feed of what a page lists: ``tag/rakor.xml`` beside ``tag/rakor.html``."""
    return f"{path.removesuffix('.html')}.xml"


def data(name: str) -> str:
    """A file of the whole archive: ``data/articles.csv``."""
    return f"data/{name}"


def asset(name: str) -> str:
    """A file of ``templates/assets/``: ``style.css``."""
    return f"assets/{name}"


def search(name: str) -> str:
    """A file of the search index: ``terms/_pol``."""
    return f"search/{name}.js"


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


def kind(path: str) -> str | None:
    """The page kind that makes a path, as its module is called; None for a file that is no page.

    >>> kind("tag/rakor/2024-07.html"), kind("index.html"), kind("feed.xml")
    ('tag', 'home', None)
    """
    folder, _, _ = path.partition("/")
    named = {HOME: "home", NOT_FOUND: "not_found"}
    return named.get(path, folder.removesuffix(".html")) if path.endswith(".html") else None
