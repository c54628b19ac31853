#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""writer.py SOCKET SERVER REPORTS.jsonl BATCH PAUSE COUNT NAME: stores COUNT new trades, BATCH together, begun every PAUSE
seconds (a third of it later at most, by chance, where BATCH is 1). They are those of the file under ids NAME-0000000 …, with
clocks later than all in the store. Says {"id": the last one, "at_ms": when the store had answered} after each batch."""
import itertools
import json
import random
import re
import socket
import sys
import time


def command(*arguments: bytes) -> bytes:
    return b"*%d\r\n" % len(arguments) + b"".join(b"$%d\r\n%s\r\n" % (len(one), one) for one in arguments)


def answers(connection: socket.socket, count: int):
    """Waits for so many; they are integers."""
    taken = b""
    while taken.count(b"\r\n") < count:
        taken += connection.recv(65536)
    if not taken.startswith(b":") or b"-" in taken:
        sys.exit(f"writer: the store answered {taken[:200]!r}")


def batches(server: bytes, lines, size: int, count: int, name: str, since: float):
    """(commands, last id), made beforehand."""
    made, last = b"", ""
    for number, line in enumerate(itertools.islice(itertools.cycle(lines), count), 1):
        last = f"{name}-{number - 1:07}"
        clock = f"{since + number / 1000:.3f}".encode()
        text = re.sub(rb'"order_id":\s*"[^"]*"', b'"order_id": "' + last.encode() + b'"', line.rstrip(b"\n"), count=1)
        text = re.sub(rb'"clock":\s*[-0-9.e]+', b'"clock": ' + clock, text, count=1)
        made += command(b"HSET", b"execution_report:" + server, last.encode(), text)
        made += command(b"ZADD", b"execution_report_sorted:" + server, clock, last.encode())
        if number % size == 0 or number == count:
            yield made, last, 2 * (size if number % size == 0 else number % size)
            made = b""


def main():
    path, server, reports, size, pause, count, name = sys.argv[1:]
    server, size, pause, count = server.encode(), int(size), float(pause), int(count)
    with open(reports, "rb") as source:
        lines = list(itertools.islice(source, min(count, 20_000)))
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(path)
    connection.sendall(command(b"ZRANGE", b"execution_report_sorted:" + server, b"-1", b"-1", b"WITHSCORES"))
    newest = float(connection.recv(65536).split(b"\r\n")[4])
    work = list(batches(server, lines, size, count, name, newest + 1))
    print("ready", flush=True)
    sys.stdin.readline()
    begin = time.monotonic()
    for number, (commands, last, replies) in enumerate(work):
        late = random.uniform(0, pause / 3) if size == 1 else 0
        time.sleep(max(0.0, begin + number * pause + late - time.monotonic()))
        connection.sendall(commands)
        answers(connection, replies)
        print(json.dumps({"id": last, "at_ms": time.monotonic() * 1000}), flush=True)


main()
