#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derived values and statistics of reports, by the formulas of the specification and Python's decimal module: what
ArbScope must give to the last digit. Reads reports as JSON lines; prints a line of derived values for each report, then
one line of statistics. Knows nothing of ArbScope's code."""
import datetime
import decimal
import json
import math
import sys

D = decimal.Decimal
EXACT = decimal.Context(prec=20000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
QUOTIENT = decimal.Context(prec=28, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])


def number(value):
    """A finite Decimal of a member, or None."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float):
        return D(value) if math.isfinite(value) else None
    value = D(value)
    return value if value.is_finite() else None


def minus(a, b):
    return None if a is None or b is None else EXACT.subtract(a, b)


def plus(a, b):
    return None if a is None or b is None else EXACT.add(a, b)


def times(a, b):
    return None if a is None or b is None else EXACT.multiply(a, b)


def over(a, b):
    return None if a is None or b is None or b == 0 else QUOTIENT.divide(a, b)


def bps(ratio):
    return times(ratio, D(10000))


def outcome(r):
    if r["succeed_at"] is not None:
        return "contradictory" if r["failed_at"] is not None else "succeeded"
    if r["failed_at"] is not None:
        return "failed"
    return "open" if r["closed_at"] is None else "closed"


def above_zero(text):
    return text is not None and not D(text).is_nan() and D(text) > 0


def derived(r):
    legs = {i: {"q": r[f"executed_quantity_{i}"], "p": number(r[f"executed_price_{i}"]), "i": i} for i in (1, 2)}
    sides = {"buy_1_sell_2": (1, 2), "buy_2_sell_1": (2, 1)}.get(r["kind"])
    v = {"outcome": outcome(r), "pair": f"{r['asset_1']}/{r['asset_2']}"}
    one_legged = v["outcome"] != "open" and above_zero(legs[1]["q"]) != above_zero(legs[2]["q"])
    v["one_legged"] = one_legged
    v["fill_ratio_1"] = over(number(r["executed_quantity_1"]), number(r["quantity_1"]))
    v["fill_ratio_2"] = over(number(r["executed_quantity_2"]), number(r["quantity_1"]))
    v["fees"] = plus(number(r["exchange_1_fees_paid"]), number(r["exchange_2_fees_paid"]))
    v["gap_bps"] = bps(minus(number(r["realised_profitability"]), number(r["expected_profitability"])))
    v["net_gap_bps"] = bps(minus(number(r["realised_profitability_with_fees"]), number(r["expected_profitability"])))
    v["duration"] = minus(number(r["closed_at"]), number(r["started_at"]))
    for name in ("buy_exchange", "sell_exchange", "gross", "net", "exposure", "exposure_worth", "slippage_1_bps",
                 "slippage_2_bps", "slippage_over_accepted", "wrong_direction"):
        v[name] = None
    if sides is None:
        return v
    buy, sell = legs[sides[0]], legs[sides[1]]
    v["buy_exchange"], v["sell_exchange"] = r[f"exchange_{sides[0]}"], r[f"exchange_{sides[1]}"]
    bought, sold = number(buy["q"]), number(sell["q"])
    if bought is not None and sold is not None:
        v["gross"] = times(min(bought, sold), minus(sell["p"], buy["p"]))
    v["net"] = minus(v["gross"], v["fees"])
    if one_legged:
        exposure = EXACT.subtract(D(buy["q"] or 0), D(sell["q"] or 0))
        if exposure.is_finite():
            v["exposure"] = exposure
            v["exposure_worth"] = times(exposure, buy["p"] if exposure > 0 else sell["p"])
    ask, bid = number(r[f"market_{sides[0]}_ask_price"]), number(r[f"market_{sides[1]}_bid_price"])
    v[f"slippage_{sides[0]}_bps"] = bps(minus(over(buy["p"], ask), D(1)))
    v[f"slippage_{sides[1]}_bps"] = bps(minus(D(1), over(sell["p"], bid)))
    if v["slippage_2_bps"] is not None and r["exchange_2_accepted_slippage"] is not None:
        v["slippage_over_accepted"] = v["slippage_2_bps"] > r["exchange_2_accepted_slippage"]
    ways = {1: r["profitability_buy_1_sell_2"], 2: r["profitability_buy_2_sell_1"]}
    if not any(math.isnan(way) for way in ways.values()):
        v["wrong_direction"] = ways[sides[1]] > ways[sides[0]]
    return v


def total(values):
    known = [value for value in values if value is not None and value.is_finite()]
    result = D(0)
    for value in known:
        result = EXACT.add(result, value)
    return {"n": len(known), "sum": str(result)}


def quantiles(values):
    known = sorted(value for value in values if value is not None and value == value)
    result = {"n": len(known)}
    for name, percent in (("least", 0), ("p10", 10), ("p50", 50), ("p90", 90), ("p95", 95), ("p99", 99),
                          ("greatest", 100)):
        rank = max(1, -(-percent * len(known) // 100))
        value = known[rank - 1] if known else None
        result[name] = str(value) if isinstance(value, D) else value
    return result


def decimal_or_none(text):
    return None if text is None else D(text)


def statistics(reports, values):
    both = [(r, v) for r, v in zip(reports, values) if not r["unit_test"]]
    outcomes = {name: sum(v["outcome"] == name for _, v in both)
                for name in ("succeeded", "failed", "contradictory", "closed", "open")}
    finished = len(both) - outcomes["open"]
    clocks = [r["clock"] for r, _ in both if math.isfinite(r["clock"])]
    result = {"trades": len(both), "unit_tests": len(reports) - len(both), "outcomes": outcomes,
              "success_rate": str(over(D(outcomes["succeeded"]), D(finished))) if finished else None,
              "one_legged": sum(v["one_legged"] for _, v in both),
              "first_clock": min(clocks, default=None), "last_clock": max(clocks, default=None)}
    result["quotes"] = {}
    for quote in sorted({r["asset_2"] for r, _ in both}):
        rows = [v for r, v in both if r["asset_2"] == quote]
        net = [v for v in rows if v["net"] is not None]
        paid, earned = D(total([v["fees"] for v in net])["sum"]), D(total([v["gross"] for v in net])["sum"])
        share = over(paid, earned) if net else None
        result["quotes"][quote] = {name: total([v[name] for v in rows]) for name in ("gross", "fees", "net")}
        result["quotes"][quote]["fees_share"] = None if share is None else str(share)
    result["assets"] = {}
    for asset in sorted({r["asset_1"] for r, _ in both}):
        rows = [(r, v) for r, v in both if r["asset_1"] == asset]
        gathered = total([decimal_or_none(r["dust_gathered"]) for r, _ in rows])
        cleared = total([decimal_or_none(r["dust_cleared"]) for r, _ in rows])
        result["assets"][asset] = {"dust_gathered": gathered, "dust_cleared": cleared,
                                   "dust_outstanding": str(EXACT.subtract(D(gathered["sum"]), D(cleared["sum"]))),
                                   "exposure": total([v["exposure"] for _, v in rows])}
    for name in ("gap_bps", "net_gap_bps", "slippage_1_bps", "slippage_2_bps"):
        result[name] = quantiles([v[name] for _, v in both])
    result["latency"] = []
    for exchange, leg in sorted({(r[f"exchange_{leg}"], leg) for r, _ in both for leg in (1, 2)}):
        found = [r[f"order_{leg}_latency"] for r, _ in both if r[f"exchange_{leg}"] == exchange]
        result["latency"].append({"exchange": exchange, "leg": leg, **quantiles(found)})
    rounds = [r["exchange_2_fok_attempts"] for r, _ in both if r["exchange_2_fok_attempts"] is not None]
    result["fok_rounds"] = {str(count): rounds.count(count) for count in sorted(set(rounds))}
    hours, days = [0] * 24, [0] * 7
    for r, v in both:
        if v["outcome"] in ("failed", "contradictory") and math.isfinite(r["clock"]) and abs(r["clock"]) < 1e11:
            time = datetime.datetime.fromtimestamp(math.floor(r["clock"]), datetime.timezone.utc)
            hours[time.hour] += 1
            days[time.weekday()] += 1
    result["failures_by_hour"], result["failures_by_weekday"] = hours, days
    newest = {}
    for r, _ in both:
        for exchange in (1, 2):
            for asset in (1, 2):
                amount = r[f"exchange_{exchange}_balance_{asset}"]
                key = (r[f"exchange_{exchange}"], r[f"asset_{asset}"])
                if amount is not None and r["clock"] == r["clock"] and (
                        key not in newest or r["clock"] >= newest[key][1]):
                    newest[key] = (amount, r["clock"])
    result["balances"] = [{"exchange": key[0], "asset": key[1], "amount": newest[key][0], "clock": newest[key][1]}
                          for key in sorted(newest)]
    return result


def main():
    reports = [json.loads(line) for line in sys.stdin]
    values = [derived(report) for report in reports]
    for row in values:
        print(json.dumps({name: str(value) if isinstance(value, D) else value for name, value in row.items()}))
    print(json.dumps(statistics(reports, values)))


main()
