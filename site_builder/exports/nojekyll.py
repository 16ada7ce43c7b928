"""An empty file that tells GitHub Pages to publish every file as it is."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import routes
from site_builder.exports import Published


def export(_published: Published) -> Iterator[tuple[str, bytes]]:
    yield routes.NO_JEKYLL, b""
