#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what Python makes of numbers into decimals.tsv and floats.tsv, for tst_decimal and tst_pynumbers.

One case a line: operation, operands, result, separated by tabs. Texts are escaped as in Python's repr() without its
quotes; "-" is a refusal. The tables are committed, so that the tests need no Python; the seed is fixed.
"""
import decimal
import random
import struct
from decimal import Decimal
from pathlib import Path

random.seed(20261122)
here = Path(__file__).parent

# As exact as ArbScope: 20,000 digits, the greatest range of exponents, no traps.
exact = decimal.Context(prec=20000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])

texts = [
    "0", "-0", "0.0", "-0.00", "0E-8", "0E+5", "1", "-1", "+1", "1.0", "1.10", "00.10", ".5", "5.", "-.5e1", "1e5", "1E+2",
    "1e-7", "10E-3", "0.000001", "0.0000001", "0.0000010", "123456789012345678", "1234567890123456789",
    "-99999999999999999999.999999999", "9" * 18, "9" * 19, "1" + "0" * 18, "9" * 40 + "." + "9" * 40, "0." + "0" * 30 + "1",
    "NaN", "-NaN", "sNaN", "NaN123", "-sNaN007", "nan0", "Infinity", "-inf", "+INFINITY", " 1.5 ", "\t1\n", "1_000", "_1_",
    "1__0", "\x1c1\x1f", "1e999999999999999999", "1e1000000000000000000", "10e999999999999999998", "1e-1999999999999999997",
    "1e-1999999999999999998", "10e-1999999999999999998", "0e-1999999999999999997", "0e1000000000000000000",
    "0.00e1000000000000000001", "1e99999999999999999999999", "0e-99999999999999999999999", "0.1e-0005", "1e+00000000000000000003",
    "", " ", ".", "e5", "1e", "1e+", "1.2.3", "--1", "+-1", "abc", "0x10", "1,5", "1 2", "NaN1.5", "infinit", "inf1", "sNa",
    "1e5.", "1e5e5", "١", "1\x00", "\x001", "\x851", "é", "1e_5", "N_aN", "in_f", "1e--5",
]


def random_text():
    digits = "".join(random.choice("0123456789") for _ in range(random.choice([1, 3, 8, 15, 17, 18, 19, 20, 36, 80])))
    at = random.randrange(len(digits) + 1)
    text = random.choice(["", "-"]) + digits[:at] + random.choice(["", "."]) + digits[at:]
    if random.random() < 0.3:
        text += random.choice("eE") + str(random.randint(-40, 40))
    return text


def escaped(text):
    return repr(text)[1:-1].replace("\\'", "'").replace('"', '"')


def parsed(make, text):
    if not text.isascii():
        return None  # decided differently from Python: ASCII digits only
    try:
        return make(text)
    except (ValueError, ArithmeticError, decimal.InvalidOperation):
        return None


rows = []


def row(*cells):
    rows.append("\t".join(escaped(str(cell)) for cell in cells))


def write(name):
    (here / name).write_text("\n".join(rows) + "\n", encoding="ascii", errors="backslashreplace")
    rows.clear()


def hex_bits(number):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", number))[0]


def from_bits(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


doubles = [0.0, -0.0, 1.0, -1.5, 0.1, 1e22, 1e23, 1e16, 1e15, 9999999999999998.0, 123456789012345680.0, 0.0001, 0.00001,
           5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 4.35, 2.5e-08, 1e-05, 1614556800.123456, 1697262299.7946377,
           2.0 ** 53, 2.0 ** 53 + 2, 2.0 ** -44, 2.0 ** 60, float("nan"), float("inf"), float("-inf")]
doubles += [from_bits(random.getrandbits(64)) for _ in range(300)]
doubles += [round(random.uniform(1.5e9, 1.7e9), random.randint(0, 8)) for _ in range(300)]
doubles += [random.choice([-1, 1]) * random.random() * 10.0 ** -random.randint(0, 6) for _ in range(300)]
doubles += [float(random.randrange(10 ** random.randint(1, 20))) for _ in range(100)]

# decimals.tsv
for text in texts + [random_text() for _ in range(300)]:
    value = parsed(Decimal, text)
    row("text", text, "-" if value is None else str(value))
    if value is not None and value.is_finite() and abs(value.adjusted()) < 400:
        row("float", text, hex_bits(float(value)))
for number in doubles:
    row("fromfloat", hex_bits(number), Decimal(number))
values = [text for text in texts if parsed(Decimal, text) is not None and "99999999" not in text[-12:] and "e-1999" not in text
          and "e10000" not in text]
pairs = [(a, b) for a in values for b in random.sample(values, 6)]
pairs += [(random_text(), random_text()) for _ in range(400)]
pairs += [(a, a + "0" if a[-1:].isdigit() and "." in a and "e" not in a.lower() else a) for a in values]
for a, b in pairs:
    x, y = Decimal(a), Decimal(b)
    row("add", a, b, exact.add(x, y))
    row("subtract", a, b, exact.subtract(x, y))
    row("multiply", a, b, exact.multiply(x, y))
    for digits in () if x.is_nan() or y.is_nan() else (28, 5, 1):  # Python cuts a NaN's payload to the precision
        divide = decimal.Context(prec=digits, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
        row("divide%d" % digits, a, b, divide.divide(x, y))
    order = "?" if x.is_nan() or y.is_nan() else "<" if x < y else ">" if x > y else "="
    row("compare", a, b, order)
    row("total", a, b, {"-1": "<", "0": "=", "1": ">"}[str(x.compare_total(y))])
for text in [random_text() for _ in range(200)] + ["0.5", "1.5", "2.5", "-0.05", "0.045", "9.995", "-0", "0E+3", "12E+2", "99.99"]:
    for places in (0, 2, 8):
        fixed = exact.quantize(Decimal(text), Decimal(1).scaleb(-places))  # half to even
        row("fixed%d" % places, text, format(fixed, "f"))
write("decimals.tsv")

# floats.tsv
for number in doubles:
    row("repr", hex_bits(number), repr(number))
number_texts = texts + ["1_0", "1__0", "_1", "1_", "1_.5", "1._5", "1_0.2_5e1_0", "1e1_", "1e400", "-1e400", "1e-400", "-1e-400",
                        "infinity", "-Infinity", "nan", "+nan", "\v1\f", "9223372036854775807", "-9223372036854775808",
                        "9223372036854775808", "-9223372036854775809", "0" * 100 + "7", "-0", "+0_0", "9" * 400, "0." + "0" * 400 + "1",
                        "1" + "0" * 400 + "e-400", "1.7976931348623159e308", "2.2250738585072011e-308", "4.9e-324", "2e-324"]
for text in number_texts + [random_text() for _ in range(300)]:
    value = parsed(float, text)
    row("float", text, "-" if value is None else repr(value))
    integer = parsed(int, text)
    inside = integer is not None and -2 ** 63 <= integer < 2 ** 63
    row("int", text, "-" if integer is None else integer if inside else "range")
for _ in range(600):
    literal = "%d.%s" % (random.choice([0, random.randrange(100), random.randrange(10 ** 10)]),
                         "".join(random.choice("0123456789") for _ in range(random.randint(5, 15))) + random.choice("123456789"))
    if 1e-4 <= float(literal) and len(literal.replace(".", "").lstrip("0")) <= 18:
        row("own", literal, repr(float(literal)) == literal)
for number in doubles:
    if "e" not in repr(number) and "n" not in repr(number) and abs(number) < 1e16:
        row("own", repr(number), True)
write("floats.tsv")
