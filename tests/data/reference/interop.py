#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trading bots' side of the interoperability test: stores and reads execution reports with python3-redis.

    interop.py store SOCKET SERVER SEED COUNT   random reports, one by one, as bots do
    interop.py values SOCKET SERVER             the values of each report, in the order of the index
    interop.py rewrite SOCKET SERVER            what Python writes for each report that it has read
    interop.py csv SOCKET SERVER…               the reports of these servers as CSV, by clock

`values` prints a JSON array a report: for each member its type's letter and its value, floats as their 64 bits.
The order and the types of the members are the contract's (contract.md, section 2).
"""
import csv
import io
import json
import random
import struct
import sys
from decimal import Decimal

import redis

MEMBERS = []


def declare(kind, names, optional=False):
    MEMBERS.extend((name, kind, optional) for name in names.split())


declare(str, "asset_1 asset_2 exchange_1 exchange_2 version order_id session_name server_name")
declare(bool, "unit_test")
declare(float, "session_started_at started_at clock")
declare(str, "kind")
declare(Decimal, "quantity_1 quantity_2 market_1_bid_price market_2_bid_price market_1_ask_price market_2_ask_price")
declare(float, "profitability_buy_1_sell_2 profitability_buy_2_sell_1 expected_profitability")
declare(str, "exchange_1_id")
declare(Decimal, "executed_quantity_1 executed_price_1")
declare(float, "closed_at succeed_at failed_at order_1_latency order_2_latency", optional=True)
declare(str, "order_1_data order_2_data", optional=True)
declare(Decimal, "executed_price_2 executed_quantity_2", optional=True)
declare(str, "exchange_2_id", optional=True)
declare(Decimal, "dust_gathered dust_cleared exchange_1_fees_paid exchange_2_fees_paid realised_arbitration", optional=True)
declare(float, "realised_profitability realised_profitability_with_fees", optional=True)
declare(int, "exchange_2_accepted_slippage exchange_2_fok_attempts", optional=True)
declare(Decimal, "exchange_1_balance_1 exchange_1_balance_2 exchange_2_balance_1 exchange_2_balance_2", optional=True)

ALPHABETS = [
    "abcdefghijklmnopqrstuvwxyz0123456789-_",
    "\"'\\/,;=+-@<>&%{}[]: \t",
    "\n\r\x00\x01\x1f\x7f\x80\u2028\ufeff",
    "äéßñ€日本語\U0001f600\U0001f4a9",
]


def any_text(rng):
    pick = rng.random()
    if pick < 0.05:
        return ""
    if pick < 0.1:
        return json.dumps({"id": rng.randrange(10**9), "status": "ok", "text": any_text(rng)})
    alphabet = rng.choice(ALPHABETS) if pick < 0.7 else "".join(ALPHABETS)
    return "".join(rng.choice(alphabet) for _ in range(rng.randrange(1, 40)))


def any_float(rng):
    pick = rng.random()
    if pick < 0.05:
        return rng.choice([0.0, -0.0, 5e-324, 1.7976931348623157e308, 1e16, 9999999999999998.0, 1e-4, 9.999e-5, 1e22])
    if pick < 0.08:
        return rng.choice([float("nan"), float("inf"), float("-inf")])
    if pick < 0.3:
        return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
    return rng.choice([1, -1, 1e-3, 1e9]) * rng.random()


def any_clock(rng):
    return rng.choice([1.6e9 + rng.randrange(10**8), 1.6e9 + 1e8 * rng.random(), rng.uniform(-1e300, 1e300)])


def any_decimal(rng):
    pick = rng.random()
    if pick < 0.05:
        return Decimal(rng.choice(["0", "-0", "0E-10", "0E+7", "NaN", "-NaN123", "sNaN", "Infinity", "-Infinity", "1E+400"]))
    if pick < 0.15:
        return Decimal((rng.getrandbits(1), tuple(rng.randrange(10) for _ in range(rng.randrange(1, 300))), rng.randrange(-400, 400)))
    return Decimal(rng.randrange(-(10**12), 10**12)).scaleb(-rng.randrange(0, 13))


ANY = {
    str: any_text,
    float: any_float,
    Decimal: any_decimal,
    bool: lambda rng: rng.random() < 0.5,
    int: lambda rng: rng.choice([0, 1, -1, 2**63 - 1, -(2**63), rng.randrange(-1000, 1000)]),
}


def any_report(rng, server, number):
    report = {}
    for name, kind, optional in MEMBERS:
        report[name] = None if optional and rng.random() < 0.3 else ANY[kind](rng)
    report.update(server_name=server, order_id=f"{any_text(rng)} {number}", clock=any_clock(rng))
    return report


def to_text(report):
    return json.dumps({name: str(value) if isinstance(value, Decimal) else value for name, value in report.items()})


def from_text(text):
    given = json.loads(text)
    report = {}
    for name, kind, optional in MEMBERS:
        value = given.pop(name)
        report[name] = None if optional and value is None else kind(value)
        assert optional or value is not None, f"{name} is required"
        assert value is None or kind is Decimal or type(value) is kind, f"{name} had to be converted from {value!r}"
    assert not given, f"unknown members {list(given)}"
    return report


def store(database, server, seed, count):
    rng = random.Random(int(seed))
    for number in range(int(count)):
        report = any_report(rng, server, number)
        order_id = report["order_id"]
        if database.hexists(f"execution_report:{server}", order_id):
            raise SystemExit(f"{order_id!r} has been stored before")
        database.hset(f"execution_report:{server}", order_id, to_text(report))
        database.zadd(f"execution_report_sorted:{server}", {order_id: report["clock"]})


def reports(database, server):
    for order_id in database.zrange(f"execution_report_sorted:{server}", 0, -1):
        report = from_text(database.hget(f"execution_report:{server}", order_id))
        score = database.zscore(f"execution_report_sorted:{server}", order_id)
        assert score == report["clock"], f"{order_id!r} has the score {score!r}"
        assert order_id.decode() == report["order_id"] and server == report["server_name"]
        yield report


def value_text(value):
    if value is None:
        return "n"
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    return {bool: "b", int: "i", Decimal: "d", str: "s"}[type(value)] + str(value)


def as_csv(found):
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel")
    writer.writerow(name for name, _, _ in MEMBERS)
    for report in sorted(found, key=lambda one: (one["clock"], one["server_name"].encode(), one["order_id"].encode())):
        writer.writerow(report.values())
    return out.getvalue()


def main(action, socket, *arguments):
    database = redis.Redis(unix_socket_path=socket)
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    if action == "store":
        store(database, *arguments)
    elif action == "values":
        for report in reports(database, *arguments):
            out.write(json.dumps([value_text(value) for value in report.values()]) + "\n")
    elif action == "rewrite":
        for report in reports(database, *arguments):
            out.write(to_text(report) + "\n")
    elif action == "csv":
        out.write(as_csv([report for server in arguments for report in reports(database, server)]))
    else:
        raise SystemExit(__doc__)
    out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
