"""Arsip Pilkada: the map of this tree.

Data flows down this list, and imports point up it; ``tests/test_layers.py`` enforces that.

==============  ==========================================================================================
``errors``      Problem(where, what, hint); BuildError(*problems)
``folders``     where an archive keeps its parts; ``progress``: what the order of work tells whoever watches it
``model``       the nouns: Seed, Document, Reading, Article, ...
``data/``       facts shipped with the program: regions, ranks, units, offices, election calendar
``locale/``     the words of the interface in every language, as gettext catalogues
``edtf``        dates of EDTF level 1: parse, compare, say in words
``grammar/``    how Indonesian news writes a date, a name, an office, a quote          one file per construct
``wording``     numbers, times and certainty as readers write them
``slugs``       names -> the last part of an address
``config``      Site, frozen, read once from content/site.yml
``vocabulary``  content/vocabulary/*.yml -> Vocabulary; with ``decisions`` (what people settled between articles)
``formats/``    what raw formats have in common: copied text, pages, rows, packed files
``readers/``    raw file -> Seed                                                       one file per format
``labels/``     lines of a seed -> labelled blocks                                     one file per kind of line
``extractors/`` labelled document -> candidate readings                                one file per field
``content/``    an article's file and the machine's account of it: read, written, proposed, merged
``links/``      what binds articles, with reasons                                       one file per kind of bond
``archive/``    all articles, ordered, with indexes, people, events; built once, frozen
``routes``      thing -> path; the only place a URL is spelt
``markup``      Markdown body -> safe HTML
``marking``     quotes and the words behind facts, marked in a body
``notes``       what a rule noted beside a reading, in words
``evidence``    what stands behind each fact of an article
``views``       what pages show alike: links, lists cut by period, calendars
``citation``    an article as BibTeX, RIS and CSL-JSON
``linked_data`` what a page tells machines in its head: things of schema.org
``syndication`` what feeds of every format tell
``tables/``     the archive as tables, for every format of data and the codebook          one file per table
``search/``     the full-text index: words, postings, shards, facets
``pages/``      Archive -> Page(path, template, view)                                  one file per page kind
``exports/``    Archive -> bytes: feeds, sitemap, data                                 one file per format
``templating``  jinja2 for pages of one language, faster; ``render``: Page -> bytes
``checks``      a whole site looked over: dead links, sizes for its host
``review``      what a person should look at first
``store``       memo of pure functions; with ``canonical`` (a value as bytes)
``disk/``       read folders; publish atomically
``fetching/``   one page of the public web, and never one of a private network
``serving/``    the finished site for one's own browser, loaded again at each change
``evaluation/`` readings against hand-made records: precision and recall a field
``reports``     what a run did
``glance``      folders compared with what they were, without reading a file
``pipeline/``   ingest() and render(), top to bottom; the only room that knows the order
``again``       a run that would do nothing, told at once
``cli/``        arguments, printing, progress, exit codes                               one file per command
==============  ==========================================================================================
"""
