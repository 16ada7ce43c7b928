"""From seeds to content, and from content to the site. The only room that knows the order."""

from site_builder.pipeline.add import Added, add
from site_builder.pipeline.curate import Reviewed, release, review
from site_builder.pipeline.evaluate import cases, read_gold
from site_builder.pipeline.ingest import Ingested, ingest
from site_builder.pipeline.progress import Track, untracked
from site_builder.pipeline.render import Checked, Rendered, check, render, validate
from site_builder.pipeline.sources import Folders

__all__ = [
    "Added", "Checked", "Folders", "Ingested", "Rendered", "Reviewed", "Track",
    "add", "cases", "check", "ingest", "read_gold", "release", "render", "review", "untracked",
    "validate",
]  # fmt: skip
