"""A program that runs `build.py` in children of its own and lets each meet one fault. Run by ``tests.attack.runs``.

Python announces every operation that changes the disk to its audit hooks before it happens.  The child's hook counts
them, and at the chosen one kills the process as `kill -9` does, or raises an error of the operating system.  Forking
from a process that has already loaded everything makes a run take a fraction of a second.
"""

from __future__ import annotations

import errno
import json
import mmap
import os
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import Any

from site_builder.cli import main

CHANGING = frozenset(
    {"os.rename", "os.chmod", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate", "ctypes.dlsym"}
)
"""The last one: a call of syncfs or of the exchange."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CRASHED = 70
"""The exit code of a run that ended with an exception that nobody declared."""
LONGEST = 240
"""Seconds after which a run that hangs is killed."""
COUNT = struct.Struct("=q")

Task = dict[str, Any]
"""``arguments``, ``folder``; perhaps ``at`` and ``fault`` (``KILL``, ``ENOSPC`` …), ``gate`` (wait for a tracer),
``said`` (a file for what the run prints), ``umask``, ``snapshots``: a disk's image, a folder, and after how many
operations each copy of the one is put into the other."""


def changes(event: str, args: tuple[Any, ...]) -> bool:
    """Whether an audited operation changes the disk."""
    return event in CHANGING or (event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING))


def arm(seen: mmap.mmap, at: int, fault: str) -> None:
    """From here on operation number ``at`` meets the fault; ``seen`` counts them all."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if not changes(event, args):
            return
        number = COUNT.unpack_from(seen)[0] + 1
        COUNT.pack_into(seen, 0, number)
        if number == at and fault == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        elif number == at:
            code = getattr(errno, fault)
            raise OSError(code, os.strerror(code))

    sys.addaudithook(hook)


def watch(image: str, folder: str, every: int) -> None:
    """From here on the image is copied before each so manieth operation."""
    seen = 0

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal seen
        if changes(event, args) and not str(args[0]).startswith(folder):
            seen += 1
            if seen % every == 0:
                os.system(f"cp --sparse=always '{image}' '{folder}/during-{seen:03}'")  # noqa: S605

    sys.addaudithook(hook)


def child(task: Task, seen: mmap.mmap) -> int:
    """The run itself; its exit code."""
    said = os.open(task.get("said", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(task["folder"])
    os.umask(task.get("umask", 0o022))
    signal.alarm(LONGEST)
    if task.get("gate"):
        with open(task["gate"], "rb") as gate:  # a pipe: opens when the tracer is there
            gate.read()
    elif task.get("snapshots"):
        watch(*task["snapshots"])
    else:
        arm(seen, task.get("at", 0), task.get("fault", ""))
    try:
        code = main(task["arguments"])
    except BaseException:  # noqa: BLE001  # what nobody declared is what this program looks for
        traceback.print_exc()
        code = CRASHED
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def run(task: Task) -> None:
    """Fork a child, say its number, wait for it, say how it ended and how many operations it began."""
    seen = mmap.mmap(-1, COUNT.size)
    pid = os.fork()
    if pid == 0:
        os._exit(child(task, seen))
    say(pid)
    _, status, used = os.wait4(pid, 0)
    megabytes = used.ru_maxrss // (1_000_000 if sys.platform == "darwin" else 1_000)
    cpu = used.ru_utime + used.ru_stime
    say([os.waitstatus_to_exitcode(status), COUNT.unpack_from(seen)[0], cpu, megabytes])
    seen.close()


def serve() -> None:
    """One task a line, as JSON, until the input ends."""
    os.environ["NO_COLOR"] = "1"
    for line in sys.stdin:
        task: Task = json.loads(line)
        if "warm" in task:  # load all tables, parsers and caches, so that no child has to
            os.chdir(task["warm"])
            code = main(task["arguments"])
            say([code, 0])
        else:
            run(task)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    serve()
