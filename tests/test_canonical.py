"""Values as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.canonical import canonical


@dataclass(frozen=True, slots=True)
class _One:
    value: Any


@dataclass(frozen=True, slots=True)
class _Other:
    value: Any


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | inner.map(_One)
        | inner.map(_Other)
    ),
    max_leaves=6,
)


def _shape(value: Any) -> str:
    """A slower way to tell values apart, types too."""
    if isinstance(value, dict):
        return f"dict {sorted((key, _shape(item)) for key, item in value.items())}"
    if isinstance(value, tuple):
        return f"tuple {[_shape(item) for item in value]}"
    if isinstance(value, _One | _Other):
        return f"{type(value).__name__} {_shape(value.value)}"
    return f"{type(value).__name__} {value!r}"


@given(VALUES, VALUES)
def test_bytes_are_equal_where_values_and_their_types_are(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == (_shape(one) == _shape(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab",), ("a", "b")),
        (1, True),
        (1, "1"),
        ("1", b"1"),
        (((), ()), ((()),)),
        (_One(1), _Other(1)),
        (None, "None"),
        (0.0, -0.0),
    ],
)
def test_values_that_look_alike_are_told_apart(one: object, other: object) -> None:
    assert canonical(one) != canonical(other)


def test_the_order_of_a_mapping_does_not_matter() -> None:
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


@pytest.mark.parametrize("value", [object(), {1, 2}, len, _One({1}), (x for x in "ab")])
def test_what_might_hide_something_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no canonical bytes"):
        canonical(value)
