# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sum of a source's preprocessed text was when all files that it is made of had the bytes they have now."""
import hashlib
import os
import pathlib
import re
import tempfile
import threading

MOST_TREES = 8  # of which one place is remembered: worktrees, branches
JUST_CHANGED = 2_000_000_000  # ns: what changed so shortly before may change once more while it is being read
PACKAGES = pathlib.Path("/var/lib/dpkg/status")  # every package that comes or goes changes it
SEARCHED = ("CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH")


def sum_of(*parts: bytes) -> str:
    key = hashlib.sha256()
    for part in parts:
        key.update(len(part).to_bytes(8, "big") + part)
    return key.hexdigest()


class SourceSums:
    """Thread-safe. `folder` is where it remembers; for one run, which began at `began` (ns since the epoch), of the
    sources below `root` as `build_dir` builds them."""

    def __init__(self, folder: pathlib.Path, root: pathlib.Path, build_dir: pathlib.Path, began: int):
        self._folder = folder
        self._build_dir = build_dir
        self._since = began - JUST_CHANGED
        self._sums: dict[str, bytes | None] = {}
        self._lock = threading.Lock()
        # A header that came may be found before the one that was included: then it is another place.
        names = sorted(path for top in (root / "core", root / "ui", root / "app", root / "tests", build_dir)
                       for folder_name, _, files in os.walk(top) for name in files
                       if not name.endswith((".o", ".d")) for path in [os.path.join(folder_name, name)])
        packages = PACKAGES.read_bytes() if PACKAGES.exists() else b""
        self._surroundings = sum_of("\n".join(names).encode(errors="surrogateescape"), packages,
                                    *(os.environ.get(name, "").encode() for name in SEARCHED)).encode()

    def place_of(self, *parts: bytes) -> pathlib.Path:
        return self._folder / f"{sum_of(self._surroundings, *parts)}.made-of"

    def find(self, place: pathlib.Path) -> str | None:
        for made_of, whole, result in self._read(place):
            if self._sum_of_files(made_of) == whole:
                place.touch()
                return result
        return None

    def keep(self, place: pathlib.Path, depfile: str, result: str) -> None:
        made_of = sorted({os.path.join(self._build_dir, name) for name in names_in(depfile)})
        whole = self._sum_of_files(made_of)
        if not made_of or whole is None or any("\n" in name for name in made_of) or self._has_just_changed(made_of):
            return
        entries = [(made_of, whole, result), *(entry for entry in self._read(place) if entry[1] != whole)]
        text = "\n\n".join("\n".join((whole, result, *files)) for files, whole, result in entries[:MOST_TREES])
        with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, errors="surrogateescape") as file:
            file.write(text)
        os.replace(file.name, place)

    @staticmethod
    def _read(place: pathlib.Path) -> list[tuple[list[str], str, str]]:
        try:
            text = place.read_text(errors="surrogateescape")
        except FileNotFoundError:
            return []
        entries = [entry.split("\n") for entry in text.split("\n\n")]
        return [(files, whole, result) for whole, result, *files in entries]

    def _sum_of_files(self, names: list[str]) -> str | None:
        whole = hashlib.sha256()
        for name in names:
            one = self._sum_of_file(name)
            if one is None:
                return None
            whole.update(one)
        return whole.hexdigest()

    def _sum_of_file(self, name: str) -> bytes | None:
        with self._lock:
            if name in self._sums:
                return self._sums[name]
        try:
            result = hashlib.sha256(pathlib.Path(name).read_bytes()).digest()
        except OSError:
            result = None
        with self._lock:
            return self._sums.setdefault(name, result)

    def _has_just_changed(self, names: list[str]) -> bool:
        """So that what was read here may not be what the compiler read. (Nobody can set a ctime.)"""
        try:
            return any(os.stat(name).st_ctime_ns > self._since for name in names)
        except OSError:
            return True


def names_in(depfile: str) -> list[str]:
    """The files behind the colon of a make rule."""
    _, _, names = depfile.replace("\\\n", " ").partition(": ")
    return [re.sub(r"\\(.)", r"\1", name).replace("$$", "$") for name in re.findall(r"(?:\\.|\S)+", names)]
