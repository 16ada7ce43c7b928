"""All tables, the one that the others refer to first."""

from __future__ import annotations

from site_builder.tables import articles, people, quotes

TABLES = (articles.TABLE, people.TABLE, quotes.TABLE)
