"""EDTF level 1 dates: what the archive needs of ISO 8601-2.

Day ``2024-07-31``, month, year, each perhaps with ``~`` (approximate), ``?`` (uncertain) or ``%`` (both); an interval
of such ``2024-07-09/2024-07-10``; a minute with zone ``2024-07-31T19:30+07:00``.
"""

from __future__ import annotations


def earliest(text: str) -> str:
    """The earliest day that the date may mean: ``2024-07~`` -> ``2024-07-01``. Raises ValueError if it is no date."""
    raise NotImplementedError


def latest(text: str) -> str:
    """The latest day that the date may mean: ``2024-07~`` -> ``2024-07-31``. Raises ValueError if it is no date."""
    raise NotImplementedError


def words(text: str | None) -> str:
    """The date in Indonesian: ``sekitar Juli 2024``, ``9–10 Juli 2024``, ``8 Juni 2025 (tidak pasti)``.

    None gives ``tanggal tidak diketahui``; a text that is no date is given back as it is.
    """
    raise NotImplementedError
