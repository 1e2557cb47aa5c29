"""A record of the wizard, read by an independent emulator: both sides of the layer must look the same."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyte
from pyte.screens import Char

from tests.terminal import Emulator


class Screen:
    """One side, as pyte shows it."""

    def __init__(self) -> None:
        self.emulator = Emulator(80, 24)
        self._stream = pyte.Stream(self.emulator)

    def resize(self, columns: int, rows: int) -> None:
        self.emulator.resize(rows, columns)
        self.emulator.dirty.update(range(rows))

    def feed(self, data: str) -> None:
        self._stream.feed(data.replace("\n", "\r\n"))

    def row(self, y: int) -> list[Any]:
        row = self.emulator.buffer[y]
        return [seen(row[x]) for x in range(self.emulator.columns)]

    def cursor(self) -> tuple[int, int] | None:
        cursor = self.emulator.cursor
        return None if cursor.hidden else (cursor.y, cursor.x)


def seen(char: Char) -> Any:
    """A cell as a person sees it: of a blank only the background and lines show."""
    if char.data == " " and not char.reverse:
        return char.bg, char.underscore, char.strikethrough
    return char


def events(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


@dataclass
class Found:
    """What a record holds: comparisons by step, keys pressed, bytes that Textual wrote, and bytes that were sent."""

    compared: Counter[str] = field(default_factory=Counter)
    keys: int = 0
    asked: int = 0
    sent: int = 0


def compare(path: Path) -> Found:
    """Compare both sides wherever all was drawn and sent.

    Raises:
        AssertionError: they differ, or the layer switched itself off, which would make them equal.
    """
    asked, sent, found = Screen(), Screen(), Found()
    for kind, *rest in events(path):
        match kind:
            case "asked":
                asked.feed(rest[0])
                found.asked += len(rest[0].encode())
            case "sent":
                sent.feed(rest[0])
                found.sent += len(rest[0].encode())
            case "size":
                asked.resize(*rest)
                sent.resize(*rest)
            case "gave up":
                raise AssertionError(f"switched itself off: {rest}")
            case "key":
                key, step, found.keys = rest
                found.compared[step] += 1
                _check(asked, sent, f"key {found.keys}, {key} on {step}")
    return found


def _check(asked: Screen, sent: Screen, where: str) -> None:
    for y in asked.emulator.dirty | sent.emulator.dirty:
        if y < asked.emulator.lines:
            assert asked.row(y) == sent.row(y), (where, y)
    assert asked.cursor() == sent.cursor(), where
    asked.emulator.dirty.clear()
    sent.emulator.dirty.clear()
