# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program with what it says of itself while it is used (arbscope --report-gaps), and what Linux says of it."""
import json
import os
import pathlib
import signal
import sys
import threading
import time

from hand import Hand
from window import Window

FLOAT_BUTTON = (1418, 537)  # of the panel below the list, in a new window on a screen of 1440x900
TICK = os.sysconf("SC_CLK_TCK")


def which(line: dict) -> tuple:
    return line["resets"], line["trades"], line["chosen"]


class Watched(Window):
    def __init__(self, program, url, home: pathlib.Path, screen: str, settings: str = ""):
        super().__init__(program, url, home, screen, settings)
        self.hand = Hand(screen)
        self.lines, self.news = [], threading.Condition()
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()
        self.focus()

    def listen(self):
        for text in self.process.stdout:
            with self.news:
                self.lines.append(json.loads(text))
                self.news.notify_all()

    def wait_for(self, what: str, is_it, seconds: float = 60) -> dict:
        """The first line since the start that is it."""
        with self.news:
            end, seen = time.monotonic() + seconds, 0
            while True:
                for line in self.lines[seen:]:
                    if is_it(line):
                        return line
                seen = len(self.lines)
                if self.process.poll() is not None:
                    sys.exit(f"bench: the window ended by itself ({self.process.returncode})")
                if time.monotonic() > end:
                    sys.exit(f"bench: the window never showed {what}; its last words: {self.lines[-3:]}")
                self.news.wait(0.2)

    def painted(self, since_ms: float, what: str, is_it=lambda line: True, part="list", seconds: float = 60) -> float:
        """Milliseconds from then to the painting of this."""
        line = self.wait_for(what, lambda line: line.get("painted") == part and line["at_ms"] > since_ms and is_it(line),
                             seconds)
        return line["at_ms"] - since_ms

    def trades_shown(self) -> tuple:
        """Tells the trades that the list shows from others."""
        with self.news:
            return next((which(line) for line in reversed(self.lines) if line.get("painted") == "list"), ())

    def other_trades(self, since_ms: float, before: tuple, what: str, order: str = "chosen") -> float:
        """Milliseconds from then to the painting of trades that a filter, or "sorted", chose other than before."""
        return self.painted(since_ms, what, lambda line: line[order] and which(line) != before)

    def lap(self) -> dict:
        """What is shown now, and the gaps since the lap before."""
        with self.news:
            laps = sum("lap" in line for line in self.lines)
        self.process.send_signal(signal.SIGUSR1)
        return self.wait_for("its figures", lambda line: line.get("lap") == laps + 1)

    def gaps_until(self, what: str, is_it, seconds: float = 120) -> dict:
        """Laps until one is it: the last one, with the worst gaps of all of them."""
        end, worst = time.monotonic() + seconds, {}
        while True:
            lap = self.lap()
            worst = {name: max(lap[name], worst.get(name, 0)) for name in ("gap_max_ms", "gap_p99_ms", "busy_max_ms")}
            if is_it(lap):
                return lap | worst
            if time.monotonic() > end:
                sys.exit(f"bench: {what} did not come to its end: {lap}")
            time.sleep(0.1)

    def show_figures(self):
        """Statistics below the list, and the plots in a window of their own above them: both in sight."""
        self.hand.press("alt+4")
        time.sleep(0.5)
        self.hand.click(*FLOAT_BUTTON)
        time.sleep(0.5)
        self.hand.press("alt+3")

    def has_counted(self, trades: int, seconds: float = 240) -> dict:
        """Waits until list, statistics and plot speak of so many; the gaps until then."""
        return self.gaps_until(f"counting {trades} trades", lambda lap: {lap["list"], lap["statistics"], lap["plot"]} == {trades},
                               seconds)

    def gaps(self, play) -> dict:
        """The gaps while this is done."""
        self.lap()
        play()
        return self.lap()

    def processor_seconds(self) -> float:
        """utime + stime of the process, all threads."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def resident_mib(self) -> float:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30)
        self.reader.join()
        self.hand.close()
