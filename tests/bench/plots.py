# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pictures a second the plots come to while they are dragged and zoomed: paintings of the canvas that the program
counts, each after it was drawn anew, without a graphics card."""
import math
import pathlib
import tempfile
import time

from hand import NAMES
from watched import Watched
from window import display

KINDS = {"expected-realised": "points", "cumulative-net": "a line", "gap": "a histogram"}
CENTER = (780, 690)  # of the panel's plot, in a new window on a screen of 1440x900
SECONDS, HERTZ = 4, 125  # of dragging; how often a mouse tells where it is


def drag(window: Watched):
    steps = SECONDS * HERTZ
    window.hand.key(NAMES["shift"], True)  # the tool at hand brushes
    window.hand.drag(((CENTER[0] + 150 * math.sin(step / 30), CENTER[1] + 40 * math.sin(step / 17)) for step in range(steps)), HERTZ)
    window.hand.key(NAMES["shift"], False)


def zoom(window: Watched):
    window.hand.move(*CENTER)
    begin = time.monotonic()
    for step in range(SECONDS * HERTZ):
        window.hand.wheel(up=step // 12 % 2 == 0)
        time.sleep(max(0.0, begin + step / HERTZ - time.monotonic()))


def measure_plots(program, store, reports: int, out: pathlib.Path) -> dict:
    """{"dragging points": {"frames_a_second": …, "gap_max_ms": …}, …}"""
    found = {}
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        for kind, words in KINDS.items():
            window = Watched(program, store.url, pathlib.Path(home), screen, f"[plots]\nkind={kind}\n")
            window.hand.press("alt+4")
            window.gaps_until(f"plotting {reports} trades", lambda lap: lap["plot"] == reports)
            time.sleep(1)
            for what, play in (("dragging", drag), ("zooming", zoom)):
                window.lap()
                begin, worked = time.monotonic(), window.processor_seconds()
                play(window)
                lap, wall = window.lap(), time.monotonic() - begin
                found[f"{what} {words}"] = lap | {"frames_a_second": lap["plot_frames"] / wall,
                                                  "cores": (window.processor_seconds() - worked) / wall}
            window.close()
    return found
