"""Hugo: https://gohugo.io."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from tests.bench.rivals import ADDRESS, Story

NAME = "Hugo"
TAXONOMIES = {"tag": "tag", "place": "place", "person": "person", "outlet": "outlet"}
CONFIG = f"""\
baseURL = "{ADDRESS}"
title = "Arsip"
languageCode = "id"
uglyURLs = true
disableKinds = ["404"]
[pagination]
pagerSize = 50
[taxonomies]
{"".join(f'{one} = "{one}"{chr(10)}' for one in TAXONOMIES)}
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
"""
BASE = """\
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head>
<body><nav><a href="{{ "/" | relURL }}">Arsip</a> <a href="{{ "tag.html" | relURL }}">Tag</a>
<a href="{{ "place.html" | relURL }}">Daerah</a> <a href="{{ "person.html" | relURL }}">Orang</a>
<a href="{{ "outlet.html" | relURL }}">Media</a></nav>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""
ROW = """\
<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{- range .GetTerms "outlet" }} · <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end -}}
{{ range .GetTerms "place" }} · <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</li>
"""
SINGLE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<dl><dt>Tanggal</dt><dd>{{ .Date.Format "2006-01-02" }}</dd>
{{ range $name := slice "outlet" "place" "person" "tag" }}<dt>{{ $name }}</dt>
{{ range $.GetTerms $name }}<dd><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></dd>{{ end }}{{ end }}</dl>
{{ .Content }}
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
"""
LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}{{ partial "row.html" . }}{{ end }}</ul>{{ end }}
"""
PAGED = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate (where .Site.RegularPages "Section" "article") }}
<ul>{{ range $pages.Pages }}{{ partial "row.html" . }}{{ end }}</ul>
<nav>{{ with $pages.Prev }}<a href="{{ .URL }}">lebih baru</a>{{ end }} {{ $pages.PageNumber }}/{{ $pages.TotalPages }}
{{ with $pages.Next }}<a href="{{ .URL }}">lebih lama</a>{{ end }}</nav>{{ end }}
"""
TERMS = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
"""
LAYOUTS = {
    "_default/baseof.html": BASE,
    "_default/single.html": SINGLE,
    "_default/term.html": LIST,
    "_default/taxonomy.html": TERMS,
    "_default/list.html": LIST,
    "partials/row.html": ROW,
    "index.html": PAGED,
}


def command(folder: Path) -> list[str] | None:
    found = shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")
    return [found, "--quiet", "--source", str(folder), "--cleanDestinationDir"] if found else None


def output(folder: Path) -> Path:
    return folder / "public"


def write_site(folder: Path) -> None:
    _write(folder / "hugo.toml", CONFIG)
    for name, text in LAYOUTS.items():
        _write(folder / "layouts" / name, text)


def write_story(story: Story, folder: Path) -> None:
    front = {
        "title": story.title,
        "date": story.day,
        "tag": story.tags,
        "place": [story.place] if story.place else [],
        "person": story.people,
        "outlet": [story.outlet] if story.outlet else [],
    }
    _write(folder / "content" / "article" / f"{story.name}.md", f"{json.dumps(front)}\n\n{story.body}\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
