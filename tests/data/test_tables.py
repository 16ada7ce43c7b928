"""The facts shipped with the program agree with each other."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from site_builder.data import table
from site_builder.grammar import region_names
from site_builder.grammar.regions import Marker


def test_the_country_has_38_provinces_and_514_regencies_and_cities() -> None:
    levels = [row["level"] for row in table("regions")]
    assert (levels.count("provinsi"), levels.count("kabupaten"), levels.count("kota")) == (38, 416, 98)


def test_codes_are_strings_that_keep_their_zeros() -> None:
    by_name = {row["name"]: row["code"] for row in table("regions")}
    assert by_name["Kabupaten Wonogiri"] == "33.12"
    assert by_name["Kabupaten Aceh Timur"] == "11.03"


def test_official_names_are_unique() -> None:
    names = [row["name"] for row in table("regions")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["seats", "short_forms", "unit_places"])
def test_every_place_of_a_table_is_a_region(name: str) -> None:
    unknown = [row for row in table(name) if row["region"] not in region_names.regions()]
    assert unknown == []


def test_every_district_lies_in_a_region() -> None:
    codes = {row["code"] for row in table("regions")}
    assert [row for row in table("districts") if row["region_code"] not in codes] == []


def test_no_seat_and_no_short_form_is_given_twice() -> None:
    for name, column in (("seats", "town"), ("short_forms", "short")):
        keys = [(region_names.key(row[column]), row["region"]) for row in table(name)]
        assert len(keys) == len(set(keys)), name


def test_markers_of_regions_are_known_and_stand_once() -> None:
    rows = table("region_markers")
    assert {row["marker"] for row in rows} <= set(get_args(Marker))
    assert {level for row in rows for level in row["levels"].split()} <= {"kabupaten", "kota", "provinsi"}
    assert len({row["word"] for row in rows}) == len(rows)


def test_army_units_have_numbers_of_their_kind() -> None:
    rows = table("army_units")
    digits = {"Korem": 3, "Kodim": 4}
    assert all(len(row["number"]) == digits[row["unit"]] and row["number"].isdigit() for row in rows)
    assert len({row["number"] for row in rows}) == len(rows)


def test_roots_are_sorted_small_and_stand_once() -> None:
    roots = [row["root"] for row in table("roots")]
    assert roots == sorted(set(roots))
    assert all(root.islower() for root in roots)


def test_ranks_of_one_order_and_spelling_stand_once() -> None:
    ranks = [row["rank"] for row in table("ranks")]
    assert len(ranks) == len(set(ranks))


def test_the_usual_form_of_a_rank_has_its_letters_and_is_a_rank_of_its_order() -> None:
    ranks = {row["rank"]: row for row in table("ranks")}
    for row in ranks.values():
        usual = ranks[row["canonical"].lower()]
        assert region_names.key(row["canonical"]) == region_names.key(row["rank"])
        assert (usual["force"], usual["order"]) == (row["force"], row["order"])
    assert {int(row["order"]) for row in ranks.values() if row["force"] == "polisi"} == set(range(1, 23))


def test_the_stages_of_the_election_begin_before_they_end() -> None:
    stages = table("calendar")
    assert all(date.fromisoformat(row["start"]) <= date.fromisoformat(row["end"]) for row in stages)
    assert next(row for row in stages if row["stage"] == "pemungutan-suara")["start"] == "2024-11-27"
    assert all(row["regulation"] and row["source"] for row in stages)
