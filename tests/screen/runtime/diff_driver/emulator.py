"""A small terminal, written without the layer's code: it knows what the layer may send, and refuses all else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from unicodedata import category

from wcwidth import wcwidth

_TOKEN = re.compile(
    r"\x1b\[(?P<mode>\?\d+[hl])|\x1b\[(?P<codes>[\d;]*)(?P<final>[A-Za-z])"
    r"|\x1b\]8;(?P<link>[^\x1b]*)\x1b\\|\x1b(?P<escape>[78D]|\(B)|(?P<control>[\b\r\n\x0f])|(?P<char>[^\x00-\x1f\x7f])"
)
_ENDED_BY = {
    "22": "1 2",
    "23": "3",
    "24": "4 21",
    "25": "5 6",
    "27": "7",
    "28": "8",
    "29": "9",
    "54": "51 52",
    "55": "53",
}


@dataclass(frozen=True)
class Ink:
    fg: tuple[str, ...] = ()
    bg: tuple[str, ...] = ()
    attributes: frozenset[str] = frozenset()
    link: str = ""


Cell = tuple[str, Ink]
BLANK: Cell = (" ", Ink())


class Emulator:
    """Wrapping off; ``fills`` says whether erasing paints the background, ``spaces`` that a spacing mark is a cell."""

    def __init__(self, width: int, height: int, *, fills: bool = True, spaces: bool = False) -> None:
        self.width, self.height, self.fills = width, height, fills
        self._width = _with_spacing_marks if spaces else wcwidth
        self.cells: list[list[Cell]] = [[BLANK] * width for _ in range(height)]
        self.y = self.x = 0
        self.ink = Ink()
        self.shows_cursor = True
        self._last = (0, 0)
        self._joins = False
        self._saved = (0, 0, Ink())

    def resize(self, width: int, height: int) -> None:
        """Grow or shrink as terminals do: what is left over is anything."""
        rows = [(row + [("?", Ink())] * width)[:width] for row in self.cells[:height]]
        self.cells = rows + [[("?", Ink())] * width for _ in range(height - len(rows))]
        self.width, self.height = width, height
        self.y, self.x = min(self.y, height - 1), min(self.x, width - 1)

    def spoil(self) -> None:
        """Something else writes all over it."""
        self.cells = [[("#", Ink(fg=("1",)))] * self.width for _ in range(self.height)]
        self.y, self.x, self.ink, self.shows_cursor = self.height - 1, 3, Ink(attributes=frozenset("7")), True

    def feed(self, data: str) -> None:
        at = 0
        while at < len(data):
            token = _TOKEN.match(data, at)
            assert token, f"not to be sent: {data[at : at + 20]!r}"
            at = token.end()
            if token["char"]:
                self._put(token["char"])
            elif token["link"] is not None:
                self.ink = replace(self.ink, link=token["link"] if token["link"].partition(";")[2] else "")
            elif token["mode"]:
                if token["mode"] in {"?25h", "?25l"}:
                    self.shows_cursor = token["mode"] == "?25h"
            elif token["final"]:
                command: Callable[[str], None] = getattr(self, f"_csi_{token['final']}")
                command(token["codes"])
            elif token["escape"]:
                self._escape(token["escape"])
            elif token["control"] == "\b":
                self.x = max(0, self.x - 1)
            elif token["control"] == "\r":
                self.x = 0
            elif token["control"] == "\n":
                self.y, self.x = min(self.height - 1, self.y + 1), 0

    def seen(self) -> list[list[Cell]]:
        """The cells as a person sees them: on a blank only the background and lines show."""
        return [[_seen(*cell) for cell in row] for row in self.cells]

    def _escape(self, code: str) -> None:
        if code == "7":
            self._saved = (self.y, self.x, self.ink)
        elif code == "8":
            self.y, self.x, ink = self._saved
            self.ink = replace(ink, link=self.ink.link)
        elif code == "D":
            assert self.y < self.height - 1, "would scroll"
            self.y += 1

    def _put(self, char: str) -> None:
        y, x = self._last
        if self._joins or char == "\u200d" or self._width(char) == 0 or "\U0001f3fb" <= char <= "\U0001f3ff":
            self._joins = char == "\u200d"
            self.cells[y][x] = (self.cells[y][x][0] + char, self.cells[y][x][1])
            if char == "\ufe0f" and self.cells[y][x + 1 : x + 2] not in ([], [("", self.ink)]):
                if self.cells[y][x + 1][0] and self.cells[y][x + 2 : x + 3] and not self.cells[y][x + 2][0]:
                    self.cells[y][x + 2] = (" ", self.cells[y][x + 2][1])
                self.cells[y][x + 1] = ("", self.cells[y][x][1])
                self.x = min(self.width - 1, x + 2)
            return
        size = self._width(char)
        row, x = self.cells[self.y], min(self.x, self.width - size)
        if row[x][0] == "" and x:
            row[x - 1] = (" ", row[x - 1][1])
        if x + size < self.width and row[x + size][0] == "":
            row[x + size] = (" ", row[x + size][1])
        self._last = (self.y, x)
        row[x : x + size] = [(char, self.ink), ("", self.ink)][:size]
        self.x = min(self.width - 1, x + size)

    def _erase(self, y: int, start: int, end: int) -> None:
        assert end <= self.width
        row = self.cells[y]
        if row[start][0] == "" and start:
            row[start - 1] = (" ", row[start - 1][1])
        if end < self.width and row[end][0] == "":
            row[end] = (" ", row[end][1])
        row[start:end] = [(" ", Ink(bg=self.ink.bg if self.fills else ()))] * (end - start)

    def _csi_H(self, codes: str) -> None:  # noqa: N802
        row, column = [int(code or 1) for code in f"{codes};".split(";")[:2]]
        self.y, self.x = min(self.height, row) - 1, min(self.width, column) - 1

    def _csi_G(self, codes: str) -> None:  # noqa: N802
        self.x = int(codes or 1) - 1
        assert self.x < self.width

    def _csi_A(self, codes: str) -> None:  # noqa: N802
        self.y -= int(codes or 1)
        assert self.y >= 0

    def _csi_B(self, codes: str) -> None:  # noqa: N802
        self.y += int(codes or 1)
        assert self.y < self.height

    def _csi_C(self, codes: str) -> None:  # noqa: N802
        self.x += int(codes or 1)
        assert self.x < self.width

    def _csi_D(self, codes: str) -> None:  # noqa: N802
        self.x -= int(codes or 1)
        assert self.x >= 0

    def _csi_K(self, codes: str) -> None:  # noqa: N802
        assert not codes
        self._erase(self.y, self.x, self.width)

    def _csi_X(self, codes: str) -> None:  # noqa: N802
        self._erase(self.y, self.x, self.x + int(codes))

    def _csi_J(self, codes: str) -> None:  # noqa: N802
        assert codes == "2"
        for y in range(self.height):
            self._erase(y, 0, self.width)

    def _csi_r(self, codes: str) -> None:
        assert not codes
        self.y = self.x = 0

    def _csi_l(self, codes: str) -> None:
        assert codes == "4"

    def _csi_m(self, codes: str) -> None:
        left = codes.split(";")
        while left:
            code = left.pop(0)
            ink = self.ink
            if code in ("", "0"):
                self.ink = Ink(link=ink.link)
            elif code in ("38", "48"):
                count = {"2": 4, "5": 2}[left[0]]
                colour, left = tuple(left[:count]), left[count:]
                self.ink = replace(ink, fg=colour) if code == "38" else replace(ink, bg=colour)
            elif code in _ENDED_BY:
                self.ink = replace(ink, attributes=ink.attributes - {*_ENDED_BY[code].split()})
            elif code in ("39", "49"):
                self.ink = replace(ink, fg=()) if code == "39" else replace(ink, bg=())
            elif 30 <= int(code) <= 37 or 90 <= int(code) <= 97:
                self.ink = replace(ink, fg=(code,))
            elif 40 <= int(code) <= 47 or 100 <= int(code) <= 107:
                self.ink = replace(ink, bg=(code,))
            else:
                self.ink = replace(ink, attributes=ink.attributes | {code})


def _with_spacing_marks(char: str) -> int:
    return 1 if category(char) == "Mc" else wcwidth(char)


def _seen(char: str, ink: Ink) -> Cell:
    if char == " " and not ink.link and not ink.attributes - {"1", "2", "3"}:
        return char, Ink(bg=ink.bg)
    return char, ink
