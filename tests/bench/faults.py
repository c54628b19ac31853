# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window's event loop stops while networks and servers fail: the real program behind a proxy that does what
they do, kept busy by keys. That it says the cause and comes back is tst_mainwindoweachfault's to test."""
import contextlib
import pathlib
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time

from window import Window, display


class Proxy:
    """From a port of 127.0.0.1 to the store's socket. `fault` is that of the answers, now and of connections to come."""

    def __init__(self, upstream: str):
        self.upstream, self.fault, self.pairs = upstream, None, []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"redis://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self.upstream)
                self.pairs.append((client, server))
                for pump, source, sink in ((self.up, client, server), (self.down, server, client)):
                    threading.Thread(target=self.pump, args=(pump, source, sink), daemon=True).start()

    @staticmethod
    def pump(way, source, sink):
        with contextlib.suppress(OSError):
            for piece, data in enumerate(iter(lambda: source.recv(65536), b"")):
                way(sink, data, piece)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def up(sink, data, _piece):
        sink.sendall(data)

    def down(self, sink, data, piece):
        fault = self.fault
        if fault == "hold":
            while self.fault == "hold":
                time.sleep(0.05)
        elif fault == "reset":
            sink.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            sink.close()
            return
        elif fault == "cut":
            sink.sendall(data[:len(data) // 2])
            sink.close()
            return
        elif fault == "absurd":
            data = b"$9223372036854775807\r\n"
        elif fault == "late" or (fault == "stall" and piece % 2):
            time.sleep(2)
        if fault == "drip":
            for byte in data[:4096]:
                sink.sendall(bytes([byte]))
            data = data[4096:]
        sink.sendall(data)

    def end_all(self):
        for pair in self.pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
        self.pairs.clear()

    def close(self):
        self.listener.close()
        self.end_all()


def use(window: Window):
    window.keys("F5", *["Next"] * 20, "ctrl+End", *["Prior"] * 10, "F5", "ctrl+Home", *["Down"] * 10, pause_ms=40)


def on_the_wire(fault):
    def play(window: Window, proxy: Proxy, _store):
        proxy.fault = fault
        proxy.end_all()
        use(window)
        proxy.fault = None
        proxy.end_all()
        use(window)
    return play


def frozen(window: Window, _proxy, store):
    store.process.send_signal(signal.SIGSTOP)
    try:
        use(window)
    finally:
        store.process.send_signal(signal.SIGCONT)
    use(window)


def busy(window: Window, _proxy, store):
    store.ask("CONFIG", "SET", "busy-reply-threshold", "1")
    script = subprocess.Popen(["redis-cli", "-s", store.socket, "EVAL", "while true do end", "0"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    use(window)
    while script.poll() is None:
        store.ask("SCRIPT", "KILL")
        time.sleep(0.05)
    use(window)


def refused(*commands):
    def play(window: Window, proxy: Proxy, store):
        begin, end = commands
        store.ask(*begin)
        proxy.end_all()
        use(window)
        store.ask(*end)
        use(window)
    return play


def reconnects(window: Window, proxy: Proxy, _store):
    for _ in range(100):
        proxy.end_all()
        window.keys("F5", "Next", pause_ms=10)


FAULTS = {
    "black hole": on_the_wire("hold"), "connections reset": on_the_wire("reset"),
    "cut in each answer": on_the_wire("cut"), "absurd lengths": on_the_wire("absurd"),
    "two seconds of latency": on_the_wire("late"), "half of the answers stall": on_the_wire("stall"),
    "one byte at a time": on_the_wire("drip"), "server frozen": frozen, "server busy with a script": busy,
    "replica without its master": refused(("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    "100 reconnects": reconnects,
}


def measure_faults(program, store, out: pathlib.Path) -> dict:
    """For each fault what the window's watchdog says: {"max_ms": …, "p99_ms": …}."""
    store.ask("CONFIG", "SET", "replica-serve-stale-data", "no")
    found = {}
    with display() as screen, tempfile.TemporaryDirectory(dir=out) as home:
        for name, play in FAULTS.items():
            with contextlib.closing(Proxy(store.socket)) as proxy:
                window = Window(program, proxy.url, pathlib.Path(home), screen)
                window.focus()
                play(window, proxy, store)
                found[name] = window.end()
    return found
