# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A live store in the window: how long a new trade takes into the list, and what a thousand a second cost."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from watched import Watched
from window import display

WRITER = pathlib.Path(__file__).resolve().parent / "writer.py"
RATE, SECONDS, BATCHES = 1000, 30, 20  # trades a second, for so long, so many times a second
WARM_SECONDS = 10  # until the list's pages and what the panels reserve are as large as they become


class Growth:
    """What the window's process takes for each trade that came after the first ones."""

    def __init__(self, window: Watched):
        self.window = window
        self.timer = threading.Timer(WARM_SECONDS, self.look)
        self.timer.start()

    def look(self):
        self.warm_ms, self.warm_mib = time.monotonic() * 1000, self.window.resident_mib()

    def bytes_a_trade(self, stored: list[dict]) -> float:
        self.timer.join()
        later = sum(batch["at_ms"] > self.warm_ms for batch in stored) * RATE // BATCHES
        return (self.window.resident_mib() - self.warm_mib) * 2**20 / later


class Writer:
    """A process that stores new trades as soon as it is told to go."""

    def __init__(self, store, server: str, reports: pathlib.Path, batch: int, pause: float, count: int, name: str):
        self.process = subprocess.Popen([sys.executable, WRITER, store.socket, server, reports, *map(str, (batch, pause, count)),
                                         f"{name}-{os.getpid()}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline() != "ready\n":
            sys.exit("bench: the writer of new trades did not start")

    def go(self) -> list[dict]:
        """Its words, when it has stored all."""
        words = self.process.communicate("\n")[0]
        if self.process.returncode != 0:
            sys.exit(f"bench: the writer of new trades ended with {self.process.returncode}")
        return [json.loads(line) for line in words.splitlines()]


def latencies(window: Watched, writer: Writer, name: str) -> list[float]:
    """Milliseconds from the store's answer to the new trade's painting."""
    window.hand.press("ctrl+e")
    time.sleep(4)  # it takes what is there for known, and begins to listen
    stored = writer.go()
    found = []
    for one in stored:
        line = window.wait_for(f"the new trade {one['id']} ({name})", lambda line, id=one["id"]: line.get("newest") == id, 10)
        found.append(line["at_ms"] - one["at_ms"])
    return found


def measure_latency(program, store, server: str, reports: pathlib.Path, out: pathlib.Path) -> dict:
    found = {}
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        for name, allowed, count, pause in (("client tracking", "+client", 40, 0.6), ("polling", "-client|tracking", 20, 1.5)):
            store.ask("ACL", "SETUSER", "default", allowed)
            window = Watched(program, store.url, pathlib.Path(home), screen)
            found[name] = latencies(window, Writer(store, server, reports, 1, pause, count, name.split()[-1]), name)
            window.close()
        store.ask("ACL", "SETUSER", "default", "+client")
    return {name: {"median_ms": statistics.median(ms), "max_ms": max(ms), "n": len(ms), "all_ms": ms}
            for name, ms in found.items()}


def measure_live(program, store, server: str, reports: pathlib.Path, out: pathlib.Path) -> dict:
    """List, statistics and plots while trades come: the processor's time of the window's process by the wall's."""
    before = int(store.ask("HLEN", f"execution_report:{server}"))
    writer = Writer(store, server, reports, RATE // BATCHES, 1 / BATCHES, RATE * SECONDS, "live")
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        window = Watched(program, store.url, pathlib.Path(home), screen)
        window.show_figures()
        window.has_counted(before)
        window.hand.press("ctrl+e")
        time.sleep(4)
        window.lap()
        resident, worked, begin = window.resident_mib(), window.processor_seconds(), time.monotonic()
        growth = Growth(window)
        stored = writer.go()
        wall = time.monotonic() - begin
        share = (window.processor_seconds() - worked) / wall
        found = window.has_counted(before + RATE * SECONDS, 60)
        late = time.monotonic() * 1000 - stored[-1]["at_ms"]
        grown, each = window.resident_mib() - resident, growth.bytes_a_trade(stored)
        window.close()
    return found | {"cores": share, "wall_s": wall, "stored": RATE * SECONDS, "all_shown_after_ms": late, "resident_mib": resident,
                    "grown_mib": grown, "bytes_a_trade": each}
