# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's figures: the real program in an X server without a screen, steered by keys, and what its own watchdog
(arbscope --report-gaps) says of its event loop."""
import contextlib
import json
import os
import pathlib
import signal
import statistics
import subprocess
import tempfile
import time


@contextlib.contextmanager
def display():
    """An X server of our own; gives its name."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        name = ":" + number.readline().strip()
    try:
        yield name
    finally:
        server.terminate()
        server.wait()


class Window:
    def __init__(self, program, url, home: pathlib.Path, screen: str, settings: str = ""):
        self.exports = home / "exports"
        self.exports.mkdir(exist_ok=True)
        (home / "arbscope").mkdir(exist_ok=True)
        (home / "arbscope" / "arbscope.ini").write_text(f"[export]\nfolder={self.exports}\n{settings}")
        self.environment = os.environ | {"DISPLAY": screen, "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        start = time.perf_counter()
        self.process = subprocess.Popen([program, "--report-gaps", url], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env=self.environment)
        self.first = json.loads(self.process.stdout.readline())
        self.first_rows_ms = (time.perf_counter() - start) * 1000

    def xdotool(self, *command) -> str:
        return subprocess.run(["xdotool", *map(str, command)], capture_output=True, text=True, check=True,
                              env=self.environment).stdout

    def focus(self):
        window = self.xdotool("search", "--sync", "--onlyvisible", "--name", "ArbScope").split()[0]
        self.xdotool("windowfocus", "--sync", window)

    def keys(self, *names, pause_ms=30):
        self.xdotool("key", "--clearmodifiers", "--delay", pause_ms, *names)

    def end(self) -> dict:
        self.process.send_signal(signal.SIGINT)
        last = json.loads(self.process.communicate(timeout=30)[0].splitlines()[-1])
        return {"max_ms": last["gap_max_ms"], "p99_ms": last["gap_p99_ms"], "ticks": last["ticks"],
                "rss_mib": last["rss_kb"] / 1024}


def scroll(window: Window, _store):
    for _ in range(3):
        window.keys(*["Next"] * 40, "ctrl+End", *["Prior"] * 40, "ctrl+d", *["Next"] * 20, "ctrl+Home", *["Down"] * 20)


def export(window: Window, _store):
    window.keys("ctrl+s")
    end = time.monotonic() + 300
    while not list(window.exports.glob("*.csv")):
        if time.monotonic() > end:
            raise TimeoutError("the window's export did not end")
        window.keys(*["Next"] * 10)
    for file in window.exports.iterdir():
        file.unlink()


def frozen(window: Window, store):
    store.process.send_signal(signal.SIGSTOP)
    try:
        window.keys("ctrl+End", *["Prior"] * 20, "ctrl+Home", *["Next"] * 20, "F5", pause_ms=80)
    finally:
        store.process.send_signal(signal.SIGCONT)
    window.keys(*["Next"] * 20)


def measure(program, store, out: pathlib.Path, rounds: int) -> dict:
    starts, gaps = [], {}
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        home = pathlib.Path(home)
        for _ in range(max(3, rounds)):
            window = Window(program, store.url, home, screen)
            starts.append((window.first_rows_ms, window.first["rss_kb"] / 1024))
            window.end()
        for name, part in (("scrolling", scroll), ("exporting", export), ("store frozen", frozen)):
            window = Window(program, store.url, home, screen)
            window.focus()
            part(window, store)
            gaps[name] = window.end()
    return {"first_rows_ms": statistics.median(ms for ms, _ in starts), "rss_mib": max(size for _, size in starts),
            "starts_ms": [ms for ms, _ in starts], "gaps": gaps}
