# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and mouse of an X server (XTEST), at the very moment: a program like xdotool takes longer to start than the answers
take that are measured."""
import ctypes
import sys
import time

NAMES = {"ctrl": 0xffe3, "shift": 0xffe1, "alt": 0xffe9, "Return": 0xff0d, "Escape": 0xff1b, "Home": 0xff50, "Left": 0xff51,
         "Right": 0xff53, "Next": 0xff56, "F3": 0xffc0, "slash": 0x2f}


def library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        sys.exit(f"bench: {name} is missing (it comes with xdotool): {error}")


class Hand:
    def __init__(self, screen: str):
        self.x, self.test = library("libX11.so.6"), library("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(screen.encode()))
        if not self.display:
            sys.exit(f"bench: no X server {screen}")

    def key(self, symbol: int, down: bool):
        self.test.XTestFakeKeyEvent(self.display, self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol)), int(down), 0)

    def press(self, combination: str) -> float:
        """ "alt+3": gives the moment before the last of its keys went down, in milliseconds of the monotonic clock."""
        symbols = [NAMES[name] if name in NAMES else ord(name) for name in combination.split("+")]
        for symbol in symbols[:-1]:
            self.key(symbol, True)
        self.x.XFlush(self.display)
        moment = time.monotonic() * 1000
        self.key(symbols[-1], True)
        for symbol in reversed(symbols):
            self.key(symbol, False)
        self.x.XFlush(self.display)
        return moment

    def write(self, text: str):
        for character in text:
            code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(ord(character)))
            shifted = self.x.XkbKeycodeToKeysym(self.display, ctypes.c_uint(code), 0, 0) != ord(character)
            if shifted:
                self.key(NAMES["shift"], True)
            self.key(ord(character), True)
            self.key(ord(character), False)
            if shifted:
                self.key(NAMES["shift"], False)
            self.x.XFlush(self.display)
            time.sleep(0.02)

    def move(self, x: int, y: int):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), 0)
        self.x.XFlush(self.display)

    def button(self, down: bool, number: int = 1):
        self.test.XTestFakeButtonEvent(self.display, number, int(down), 0)
        self.x.XFlush(self.display)

    def click(self, x: int, y: int, times: int = 1) -> float:
        """Gives the moment before the button came up for the last time."""
        self.move(x, y)
        time.sleep(0.05)
        moment = 0.0
        for _ in range(times):
            self.button(True)
            moment = time.monotonic() * 1000
            self.button(False)
        return moment

    def wheel(self, up: bool):
        self.button(True, 4 if up else 5)
        self.button(False, 4 if up else 5)

    def drag(self, points, hertz: float):
        """From the first point over the others to the last, at this pace."""
        points = list(points)
        self.move(*points[0])
        self.button(True)
        begin = time.monotonic()
        for number, point in enumerate(points[1:], 1):
            time.sleep(max(0.0, begin + number / hertz - time.monotonic()))
            self.move(*point)
        self.button(False)

    def close(self):
        self.x.XCloseDisplay(self.display)
