"""From seeds to content, and from content to the site. The only room that knows the order."""

from site_builder.pipeline.add import Added, add
from site_builder.pipeline.curate import Reviewed, release, review
from site_builder.pipeline.evaluate import cases, read_gold
from site_builder.pipeline.ingest import ingest
from site_builder.pipeline.render import Checked, check, render, validate
from site_builder.pipeline.verify import Verified, verify

__all__ = [
    "Added", "Checked", "Reviewed", "Verified",
    "add", "cases", "check", "ingest", "read_gold", "release", "render", "review", "validate", "verify",
]  # fmt: skip
