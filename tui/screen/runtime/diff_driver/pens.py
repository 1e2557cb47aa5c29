"""Pens: how a cell is drawn, read from the codes that change them, and the shortest codes between two."""

import re
from functools import lru_cache
from typing import NamedTuple

ANY = "*"
"""The foreground of a blank cell: nobody sees it."""
ATTRIBUTES = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53")
"""The codes of ECMA-48 (8.3.117) that switch an attribute on, from bold to overlined."""
BIT = {code: 1 << number for number, code in enumerate(ATTRIBUTES)}
UNSEEN = BIT["1"] | BIT["2"] | BIT["3"]
"""Bold, dim and italic show nothing on a blank cell."""
_OFF = {
    "1 2": "22",
    "3": "23",
    "4 21": "24",
    "5 6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "51 52": "54",
    "53": "55",
}
_ENDS = [(sum(BIT[code] for code in codes.split()), end) for codes, end in _OFF.items()]
_ENDED_BY = {end: mask for mask, end in _ENDS}
_COLOUR = re.compile(r"(?P<named>(?:3|9|4|10)[0-7])|(?P<own>[34]8)|(?P<default>[34]9)")
_LENGTHS = {"5": 2, "2": 4}
"""How many codes follow 38 or 48: ``5;n`` or ``2;r;g;b``."""
CLOSE_LINK = "\x1b]8;;\x1b\\"


class Pen(NamedTuple):
    """How a cell is drawn: the codes of its colours, its attributes as bits of :data:`BIT`, and its link."""

    fg: str = ""
    bg: str = ""
    attrs: int = 0
    link: str = ""


PLAIN = Pen()


@lru_cache(2048)
def restyled(pen: Pen, params: str) -> Pen | None:
    """The pen after ``ESC [ params m``, or None where a code is not known."""
    fg, bg, attrs, link = pen
    codes = params.split(";")
    while codes:
        code = codes.pop(0)
        if code in ("", "0"):
            fg, bg, attrs = "", "", 0
        elif code in BIT:
            attrs |= BIT[code]
        elif code in _ENDED_BY:
            attrs &= ~_ENDED_BY[code]
        elif (colour := _COLOUR.fullmatch(code)) is None:
            return None
        else:
            value = "" if colour["default"] else code
            if colour["own"]:
                count = _LENGTHS.get(codes[0] if codes else "", 0)
                if not count or len(codes) < count or not all(codes[:count]):
                    return None
                value = ";".join([code, *codes[:count]])
                del codes[:count]
            if code[0] in "39":
                fg = value
            else:
                bg = value
    return Pen(fg, bg, attrs, link)


@lru_cache(4096)
def change(now: Pen, to: Pen) -> tuple[str, Pen]:
    """The shortest sequence from one pen to another, and the pen it leaves: for a blank, one that will do."""
    if to.fg == ANY:
        to = Pen(now.fg, to.bg, now.attrs & UNSEEN)
    off, on = [], to.attrs & ~now.attrs
    for mask, code in _ENDS:
        if now.attrs & ~to.attrs & mask:
            off.append(code)
            on |= to.attrs & mask
    fg = [to.fg or "39"] if to.fg != now.fg else []
    bg = [to.bg or "49"] if to.bg != now.bg else []
    step = ";".join([*off, *(code for code in ATTRIBUTES if on & BIT[code]), *fg, *bg])
    anew = ["0", *(code for code in ATTRIBUTES if to.attrs & BIT[code]), to.fg, to.bg]
    step = min(step, ";".join(filter(None, anew)), key=len)
    codes = f"\x1b[{'' if step == '0' else step}m" if step else ""
    link = f"\x1b]8;{to.link or ';'}\x1b\\" if to.link != now.link else ""
    return link + codes, to
