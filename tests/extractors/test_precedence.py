"""Who is believed first: a person beside the seed, then the page's metadata, then what a rule reads."""

from __future__ import annotations

import pytest

from site_builder.extractors import read
from site_builder.labels import label
from site_builder.model import Seed, Stated, Vocabulary

TEXT = """Polres Sigi Gelar Rakor Pengamanan Pilkada

SIGI, SUARASIGI.ID - Kapolres Sigi AKBP Rudi Hartawan memimpin rapat koordinasi, Selasa (9/7/2024).
"""
BOOK = Vocabulary(outlets={"suara sigi online": "Suara Sigi"})


def outlet(*stated: Stated, vocabulary: Vocabulary = BOOK) -> tuple[str, str]:
    (reading,) = read(label(Seed("a.txt", "0", TEXT, stated)), vocabulary)["outlet"]
    return str(reading.value), reading.by


def by_page(value: str) -> Stated:
    return Stated("outlet", value, value, "metadata:opengraph")


def by_person(value: str) -> Stated:
    return Stated("outlet", value, value, "sidecar")


def test_a_rule_reads_where_nobody_states() -> None:
    assert outlet()[1].startswith("outlet/")


@pytest.mark.parametrize("name", ["Suara Sigi Online", "suara sigi online"])
def test_the_archive_s_own_name_of_an_outlet_stands_over_the_page_s(name: str) -> None:
    assert outlet(by_page(name)) == ("Suara Sigi", "metadata:opengraph")
    assert outlet(by_page(name), vocabulary=Vocabulary()) == (name, "metadata:opengraph")


def test_what_a_person_states_is_kept_as_they_wrote_it() -> None:
    assert outlet(by_person("Suara Sigi Online"), by_page("Lain")) == ("Suara Sigi Online", "sidecar")
