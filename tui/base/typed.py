"""Text as people type, paste and pipe it: what of it stands in a line, and what is said of the rest.

Pure, and imports nothing of ours.
"""

import re
import unicodedata

NOT_IN_A_LINE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of what no line holds: controls, halves of characters, line and paragraph separators. All else
stands as typed: blanks of any kind, joiners, letters that are newer than this Python."""
_C0 = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
]  # fmt: skip
_MOST_NAMED = 3
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def stands(char: str) -> bool:
    """Whether ``char`` may stand in a line of text."""
    return unicodedata.category(char) not in NOT_IN_A_LINE


def named(char: str) -> str:
    """What a character that can't be seen is called, such as ``U+200B (ZERO WIDTH SPACE)``."""
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # how Python keeps a byte that it can't read
        return f"a byte that is no UTF-8 ({code - 0xDC00:02X})"
    name = _C0[code] if code < len(_C0) else "DEL" if code == 0x7F else unicodedata.name(char, "")
    return f"U+{code:04X}{f' ({name})' if name else ''}"


def names_of(chars: str) -> str:
    """What those characters are called, each once; of many kinds the first three."""
    kinds = [named(char) for char in dict.fromkeys(chars)]
    return ", ".join(kinds[:_MOST_NAMED]) + " and others" * (len(kinds) > _MOST_NAMED)


def without_controls(text: str) -> tuple[str, list[str]]:
    """``text`` with nothing but what stands in a line, and a sentence about what was left out, or none."""
    left_out = "".join(char for char in text if not stands(char))
    if not left_out:
        return text, []
    return "".join(filter(stands, text)), [f"Left out, since no line holds it: {names_of(left_out)}."]


def lines(text: str) -> list[str]:
    """The lines of ``text`` that are not blank. One alone stays as it is; of several, blanks at the ends go."""
    found = [each for each in text.splitlines() if each.strip()]
    return found if len(found) < 2 else [each.strip() for each in found]


def cells(text: str) -> list[str]:
    """What stands in the lines and cells of a table that was pasted, in reading order; the empty ones go."""
    found = [cell for line in text.splitlines() for cell in line.split("\t") if cell.strip()]
    return found if len(found) < 2 else [each.strip() for each in found]


def one_line(text: str, joint: str = " ") -> tuple[str, list[str]]:
    """A paste as one line, its own lines joined by ``joint`` and its cells by blanks, and what was done in words."""
    found = lines(text)
    said = []
    if len(found) > 1:
        said.append(f"{len(found):,} lines were joined by {'blanks' if joint == ' ' else joint.strip()}.")
    if any("\t" in each for each in found):
        said.append("Tabs became blanks.")
    bare = [" ".join(each.split("\t")) if "\t" in each else each for each in found]
    joined, left_out = without_controls(_joined(bare, joint))
    return joined, said + left_out


def _joined(found: list[str], joint: str) -> str:
    """A line that is closed already by the joint's own mark, or goes on after a comma, gets none."""
    mark, text = joint.strip(), ""
    for each in found:
        text = text.rstrip(f"{mark} ") if mark else text
        between = "" if not text else " " if text.endswith(",") else joint
        text += between + each
    return text


def encoding_of(head: bytes) -> str:
    """The encoding that the first bytes of a text tell: a byte order mark, or the zeros of UTF-16; else UTF-8."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    even, odd = head[:4:2], head[1:4:2]
    for zeros, others, encoding in ((even, odd, "utf-16-be"), (odd, even, "utf-16-le")):
        if zeros == b"\0\0" and others and 0 not in others:
            return encoding
    return "utf-8"


def decoded(data: bytes) -> str:
    """``data`` as text, byte order mark or not.

    Raises:
        UnicodeDecodeError: it is neither UTF-8 nor UTF-16.
    """
    return data.decode(encoding_of(data))


def whole_number(text: str) -> int | None:
    """The whole number of up to 18 ASCII digits, perhaps with a sign, that ``text`` is; or None."""
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,18}", text.strip()) else None
