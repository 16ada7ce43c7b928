"""Reasons in words: a kind is named once."""

from __future__ import annotations

from site_builder.archive import Reason
from site_builder.views import Because, reasons
from tests.pages.sample import archive, meeting

FOUND = archive(meeting())


def test_reasons_of_one_kind_stand_together_in_the_order_of_their_first() -> None:
    found = reasons(
        FOUND,
        [
            Reason("person", "Ani", "Ani"),
            Reason("tag", "rakor", "rakor"),
            Reason("person", "Budi", "Budi"),
            Reason("tag", "patroli", "patroli"),
        ],
    )
    assert found == (
        Because("person", "Ani, Budi", "", named=True),
        Because("tag", "Rapat koordinasi, Patroli", ""),
    )


def test_what_two_reports_put_in_different_words_stands_alone() -> None:
    apart = [Reason("venue", "aula", "aula Mapolres"), Reason("venue", "Pendopo", "Pendopo Bupati")]
    assert [(reason.one, reason.other) for reason in reasons(FOUND, apart)] == [
        ("aula", "aula Mapolres"),
        ("Pendopo", "Pendopo Bupati"),
    ]


def test_of_several_quotes_the_first_is_printed() -> None:
    (found,) = reasons(FOUND, [Reason("quote", text, text) for text in ("Kami siap", "Ayo memilih", "Jaga damai")])
    assert found.one == "Kami siap (+2)"
