from __future__ import annotations
from collections.abc import Sequence
from site_builder.links import Cluster
from site_builder.model import Article
def clusters(articles: Sequence[Article]) -> tuple[Cluster, ...]:
    return ()
