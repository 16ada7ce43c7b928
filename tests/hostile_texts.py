"""Texts that try to take for ever, and what each costs: ``python -m tests.hostile_texts`` prints a table as JSON.

Each has one megabyte, or the most lines that one article may have.  The costs are those of the whole way from bytes
to facts, in seconds of the processor, and the peak of this process's memory in megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from io import BytesIO
from pathlib import Path

from site_builder import extractors, labels, readers
from site_builder.model import Seed, Vocabulary

SIZE = 1_000_000
UNITS = {
    "a sentence": "Kapolres Sigi memimpin apel di halaman mapolres, Senin (9/6/2025), dan pulang. ",
    "quotes that alternate": "“Aman,” kata Kapolres. ",
    "quotes that open": "“ ",
    "straight quotes": '"a" "b" ',
    "capitals": "KAPOLRES SIGI PIMPIN APEL ",
    "a single letter": "A",
    "digits": "1234567890 ",
    "parentheses": "(Andi (Budi) ",
    "opening parentheses": "(",
    "dates": "9/6/2025 ",
    "months": "Juni 2025 ",
    "an office without a name": "Kapolres ",
    "offices with places": "Kapolres Sigi ",
    "names behind ranks": "AKBP Andi ",
    "a list of names": "Andi Rahman, Budi Saleh, ",
    "venues": "di aula Mapolres Sigi ",
    "places": "Batu ",
    "domains": "kabarsigi.com ",
    "bodies without a name": "Dinas ",
    "bodies joined": "Dinas Kesehatan dan ",
    "entities": "&amp;",
    "brackets": "<p ",
}
LINES = {
    "a dateline on every line": "SIGI – Kapolres pimpin\n",
    "a headline on every line": "Kapolres Sigi Pimpin Apel\n",
    "a domain on every line": "kabarsigi.com\n",
    "a quote on every line": '"Kami siap," kata dia.\n',
}


def texts() -> dict[str, bytes]:
    """Name -> raw text."""
    found = {name: (unit * (SIZE // len(unit) + 1))[:SIZE] for name, unit in UNITS.items()}
    found |= {name: line * readers.MOST_LINES for name, line in LINES.items()}
    return {name: text.encode() for name, text in found.items()}


def cost(raw: bytes) -> float:
    """Seconds of the processor from the bytes of a text to its facts."""
    started = time.process_time()
    for seed in readers.seeds(BytesIO(raw), "a.txt", None):
        if isinstance(seed, Seed):
            extractors.read(labels.label(seed), Vocabulary())
    return time.process_time() - started


def pace() -> float:
    """Seconds that a fixed piece of work takes on this machine, the best of three."""
    return min(_work() for _ in range(3))


def _work() -> float:
    started = time.process_time()
    len({word.casefold(): len(word) for word in (str(number) for number in range(200_000))})
    return time.process_time() - started


def _megabytes() -> int:
    """Linux counts the process that started this one in ``ru_maxrss``, but not in its own status file."""
    if sys.platform == "linux":
        status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
        return int(status["VmHWM"].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024)


if __name__ == "__main__":
    spent = {name: cost(raw) for name, raw in texts().items()}
    json.dump({"pace": pace(), "spent": spent, "megabytes": _megabytes()}, sys.stdout)
