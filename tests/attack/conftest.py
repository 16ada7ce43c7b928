"""What the attacks share: a place for what they measured, which `make attack` prints at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from tests.attack.runs import Victim

Measured = Callable[..., None]


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Notes the result of an attack: its name, and numbers by what they count."""

    def note(attack: str, **counts: object) -> None:
        numbers = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in counts.items())
        record_property("measured", f"{attack}: {numbers}")

    return note


@pytest.fixture(scope="module")
def victim() -> Iterator[Victim]:
    """A process that runs the program again and again, each time in a child that may be killed."""
    with closing(Victim()) as started:
        yield started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The measured results, in the form in which docs/reliability.md reports them."""
    reports = (report for found in terminalreporter.stats.values() for report in found)
    notes = (text for report in reports for name, text in getattr(report, "user_properties", ()) if name == "measured")
    lines = sorted(set(notes))
    if lines:
        terminalreporter.section("measured")
    for line in lines:
        terminalreporter.write_line(line)
