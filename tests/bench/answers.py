# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes from the key press, or the click, to the first painting of what was asked for, and how long its
event loop stops while it looks through all trades: the real program, steered by keys and mouse."""
import pathlib
import tempfile
import time

from watched import Watched
from window import display

# Each leaves other trades than the one before.
FILTERS = ("net < 0", 'pair == "BTC/EUR"', "order_1_latency > 0.5", 'order_id contains "7f"', "fill_ratio_1 == 1",
           'net < 0 and order_2_latency > 1.5 and pair == "BTC/EUR"', "executed_price_2 > 2000", 'session_name contains "2020"',
           "failed", "gap_bps < -1")
FIRST_FILTERS = ("net < 0", 'pair == "BTC/EUR"', 'order_id contains "7f"', "failed", "gap_bps < -1")
HEADER = (945, 1015, 1100, 1275, 790, 443)  # columns of the list: net, gap, latency 1, fees, quantity, pair
HEADER_Y = 104  # in a new window on a screen of 1440x900
PLOT = ((660, 640), (900, 740))  # corners of what is brushed


def filter_by(window: Watched, text: str) -> float:
    """Milliseconds to the first trades that it leaves."""
    window.hand.press("ctrl+slash")
    window.hand.press("ctrl+a")
    window.hand.write(text)
    time.sleep(0.3)
    before = window.trades_shown()
    return window.other_trades(window.hand.press("Return"), before, f"what {text} leaves")


def has_settled(window: Watched) -> dict:
    """Statistics of all that the list shows."""
    return window.gaps_until("adding up", lambda lap: lap["settled"] and lap["list"] == lap["statistics"])


def sort_by(window: Watched, x: int) -> float:
    before = window.trades_shown()
    return window.other_trades(window.hand.click(x, HEADER_Y), before, "the sorted list", "sorted")


def with_gaps(play, window: Watched, things) -> dict:
    """{"ms": …} of each, and the gaps until the figures agree once more."""
    window.lap()
    times, worst = [], {}
    for thing in things:
        times.append(play(window, thing))
        lap = has_settled(window)
        worst = {name: max(lap[name], worst.get(name, 0)) for name in ("gap_max_ms", "gap_p99_ms", "busy_max_ms")}
    return worst | {"ms": times}


def brush(window: Watched) -> dict:
    window.hand.press("alt+4")
    window.gaps_until("the plot", lambda lap: lap["plot"] == lap["list"])
    time.sleep(0.5)
    before = window.trades_shown()
    (left, top), (right, bottom) = PLOT
    window.hand.drag(((left + (right - left) * n / 60, top + (bottom - top) * n / 60) for n in range(61)), 100)
    begin = time.monotonic() * 1000
    taken = window.other_trades(begin, before, "what was brushed")
    return window.gaps_until("the plot of the brushed", lambda lap: lap["plot"] == lap["list"]) | {"ms": [taken]}


def find(window: Watched) -> dict:
    def play():
        window.hand.press("ctrl+f")
        window.hand.write("net < -100")
        for _ in range(20):
            window.hand.press("Return")
            time.sleep(0.1)
        time.sleep(2)
        window.hand.press("Escape")
    return window.gaps(play)


def raw_search(window: Watched) -> dict:
    window.lap()
    taken = filter_by(window, 'order_2_data contains "insufficient"')
    lap = window.gaps_until("the search", lambda lap: lap["settled"] and lap["list"] == lap["statistics"])
    return lap | {"ms": [taken]}


def measure_answers(program, store, reports: int, out: pathlib.Path) -> dict:
    found = {}
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        home = pathlib.Path(home)
        times, banner = [], []
        for text, x in zip(FIRST_FILTERS, HEADER):
            window = Watched(program, store.url, home, screen)
            times.append(filter_by(window, text))
            window.close()
            window = Watched(program, store.url, home, screen)
            banner.append(window.painted(window.hand.click(x, HEADER_Y), "that it is being sorted", part="sorting"))
            window.close()
        found["filter, nothing read"] = {"ms": times}
        found["sorting, nothing read: what it does"] = {"ms": banner}
        window = Watched(program, store.url, home, screen)
        window.lap()
        window.show_figures()
        found["statistics and plots fill"] = window.has_counted(reports)
        window.close()
        window = Watched(program, store.url, home, screen)
        window.hand.press("alt+3")
        has_settled(window)
        found["filter, all read"] = with_gaps(filter_by, window, FILTERS)
        filter_by(window, "net > -100")  # most of them
        has_settled(window)
        found["sorting, all read"] = with_gaps(sort_by, window, HEADER * 2)
        window.hand.press("Escape")
        found["finding"] = find(window)
        found["brushing"] = brush(window)
        window.hand.press("alt+3")
        found["raw search"] = raw_search(window)
        window.close()
    return found
