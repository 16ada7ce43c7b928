"""What open pages wait for: the number of the site's latest state."""

from __future__ import annotations

import threading


class Changes:
    """Counts the changes of the site and wakes who waits for the next one. Safe among threads."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0
        self._ended = False

    @property
    def count(self) -> int:
        return self._count

    def add(self) -> None:
        """The site has changed."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def end(self) -> None:
        """There will be no more changes: let everybody go."""
        with self._condition:
            self._ended = True
            self._condition.notify_all()

    def wait(self, seen: int, *, seconds: float) -> bool:
        """Whether the site has another state than the one that was seen; waits so long for it."""
        with self._condition:
            self._condition.wait_for(lambda: self._ended or self._count != seen, timeout=seconds)
            return self._count != seen
