"""Pelican: https://getpelican.com."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.bench.rivals import ADDRESS, Story

NAME = "Pelican"
CONFIG = f"""\
SITENAME = "Arsip"
SITEURL = "{ADDRESS.rstrip("/")}"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
DEFAULT_PAGINATION = 50
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_URL = ARTICLE_SAVE_AS = "article/{{slug}}.html"
TAG_URL = TAG_SAVE_AS = "tag/{{slug}}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "person/{{slug}}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "outlet/{{slug}}.html"
ARCHIVES_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
LOAD_CONTENT_CACHE = CACHE_CONTENT = True
PAGINATED_TEMPLATES = {{"index": 50}}
"""
"""Its three classes of terms are tags, people (authors) and outlets (categories); it has none for places."""
BASE = """\
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>{% block title %}{{ SITENAME }}{% endblock %}</title></head>
<body><nav><a href="{{ SITEURL }}/">Arsip</a> <a href="{{ SITEURL }}/tags.html">Tag</a></nav>
<main>{% block main %}{% endblock %}</main></body></html>
"""
ROWS = """\
{% macro rows(articles) %}<ul>{% for article in articles %}
<li><time datetime="{{ article.date.date() }}">{{ article.date.date() }}</time>
<a href="{{ SITEURL }}/{{ article.url }}">{{ article.title }}</a>
· <a href="{{ SITEURL }}/{{ article.category.url }}">{{ article.category }}</a></li>{% endfor %}</ul>{% endmacro %}
"""
EXTENDS = '{% extends "base.html" %}{% from "rows.html" import rows with context %}'
LIST = f"{EXTENDS}{{% block main %}}{{{{ rows(articles) }}}}{{% endblock %}}"
THEME = {
    "base.html": BASE,
    "rows.html": ROWS,
    "article.html": EXTENDS
    + """{% block main %}<article><h1>{{ article.title }}</h1><dl><dd>{{ article.date.date() }}</dd>
<dd><a href="{{ SITEURL }}/{{ article.category.url }}">{{ article.category }}</a></dd>
{% for author in article.authors %}<dd><a href="{{ SITEURL }}/{{ author.url }}">{{ author }}</a></dd>{% endfor %}
{% for tag in article.tags %}<dd><a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a></dd>{% endfor %}</dl>
{{ article.content }}</article>{% endblock %}""",
    "index.html": EXTENDS
    + """{% block main %}{{ rows(articles_page.object_list) }}<nav>{{ articles_page.number }}</nav>{% endblock %}""",
    "tag.html": LIST,
    "author.html": LIST,
    "category.html": LIST,
    "tags.html": EXTENDS
    + """{% block main %}<ul>{% for tag, articles in tags | sort %}
<li><a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a> {{ articles | count }}</li>{% endfor %}</ul>{% endblock %}""",
    **dict.fromkeys(("authors.html", "categories.html", "archives.html", "period_archives.html", "page.html"), "-"),
}


def command(folder: Path) -> list[str] | None:
    found = shutil.which("pelican", path=str(Path(sys.executable).parent)) or shutil.which("pelican")
    return [found, "--quiet", "--settings", str(folder / "pelicanconf.py")] if found else None


def output(folder: Path) -> Path:
    return folder / "public"


def write_site(folder: Path) -> None:
    _write(folder / "pelicanconf.py", CONFIG)
    for name, text in THEME.items():
        _write(folder / "theme" / "templates" / name, text)


def write_story(story: Story, folder: Path) -> None:
    front = {
        "Title": story.title,
        "Date": story.day,
        "Slug": story.name,
        "Category": story.outlet or "-",
        "Tags": ", ".join(story.tags),
        "Authors": "; ".join(story.people),
    }
    head = "".join(f"{name}: {value}\n" for name, value in front.items() if value)
    _write(folder / "content" / f"{story.name}.md", f"{head}\n{story.body}\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
