# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports a store's reports to CSV in the way of the Python module that bots use: the whole hash for its ids, then one
HGET a report; each member converted and then checked by its annotation, looked up anew each time; sorted in memory;
written by the csv module. What `./dev bench` compares with. Usage: reference_way.py SOCKET CSV"""
import csv
import dataclasses
import json
import sys
import typing
from decimal import Decimal

import redis

REQUIRED = {
    str: "asset_1 asset_2 exchange_1 exchange_2 version order_id session_name server_name kind exchange_1_id",
    bool: "unit_test",
    float: "session_started_at started_at clock profitability_buy_1_sell_2 profitability_buy_2_sell_1"
           " expected_profitability",
    Decimal: "quantity_1 quantity_2 market_1_bid_price market_2_bid_price market_1_ask_price market_2_ask_price"
             " executed_quantity_1 executed_price_1",
}
OPTIONAL = {
    str: "order_1_data order_2_data exchange_2_id",
    float: "closed_at succeed_at failed_at order_1_latency order_2_latency realised_profitability"
           " realised_profitability_with_fees",
    int: "exchange_2_accepted_slippage exchange_2_fok_attempts",
    Decimal: "executed_price_2 executed_quantity_2 dust_gathered dust_cleared exchange_1_fees_paid exchange_2_fees_paid"
             " realised_arbitration exchange_1_balance_1 exchange_1_balance_2 exchange_2_balance_1 exchange_2_balance_2",
}
Trade = dataclasses.make_dataclass(
    "Trade",
    [(name, kind) for kind, names in REQUIRED.items() for name in names.split()]
    + [(name, typing.Optional[kind], None) for kind, names in OPTIONAL.items() for name in names.split()])


def annotation(name: str) -> tuple[bool, type]:
    kind = Trade.__dataclass_fields__[name].type
    if typing.get_origin(kind) is typing.Union:
        return True, typing.get_args(kind)[0]
    return False, kind


def read(text: bytes):
    members = {}
    for name, value in json.loads(text).items():
        optional, kind = annotation(name)
        members[name] = None if optional and value is None else kind(value)
    trade = Trade(**members)
    for name in Trade.__dataclass_fields__:
        optional, kind = annotation(name)
        value = getattr(trade, name)
        if type(value) is not kind and not (optional and value is None):
            raise ValueError(f"{name} should be {kind}, not {type(value)}")
    return trade


def main(socket: str, path: str) -> None:
    store = redis.Redis(unix_socket_path=socket)
    trades = []
    for key in store.keys("execution_report:*"):
        for order_id in store.hgetall(key):
            trades.append(read(store.hget(key, order_id)))
    trades.sort(key=lambda trade: trade.clock)
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(Trade.__dataclass_fields__)
        for trade in trades:
            writer.writerow(dataclasses.astuple(trade))


main(*sys.argv[1:])
