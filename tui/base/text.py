"""Text from outside made printable. Imports nothing of ours.

Text of a server or a file may hold escape sequences, bidirectional overrides or markup. All text from
outside passes through :func:`inert` before it reaches a screen, a log or a terminal.
"""

import unicodedata

SHOWN_LIMIT = 200_000
"""Characters of a text that are shown at most; a longer text is cut, and says so."""

_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def inert(text: str, *, keep: str = "\n\t", limit: int = SHOWN_LIMIT) -> str:
    """Return ``text`` with every character that is not plainly printable replaced by a visible character.

    C0 controls become their Unicode pictures (ESC is ``␛``), everything else of the categories control,
    format, surrogate, private, unassigned and separator becomes ``\\u{…}``. Characters in ``keep`` stay.
    At most ``limit`` characters are read; a longer text ends in a sentence saying how much was cut.
    """
    if len(text) <= limit and text.isascii() and text.isprintable():
        return text
    shown = "".join(char if char in keep else _visible(char) for char in text[:limit])
    cut = len(text) - limit
    return f"{shown}… ({cut:,} more characters not shown)" if cut > 0 else shown


def one_line(text: str, *, limit: int = 400) -> str:
    """Return ``text`` inert and on one line, white space folded, at most ``limit`` characters."""
    folded = " ".join(text[: limit * 4].split())
    return inert(folded if len(folded) <= limit else folded[: limit - 1] + "…", keep="", limit=limit)


def at_words(text: str, columns: int) -> list[str]:
    """One line of ``text`` as lines of at most ``columns`` cells, broken at blanks; a longer word stays whole."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and _cells(joined) > columns:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def _cells(text: str) -> int:
    """How many cells a terminal gives ``text``, which is printable."""
    if text.isascii():
        return len(text)
    marks = sum(unicodedata.category(char) in {"Mn", "Me"} for char in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


def _visible(char: str) -> str:
    code = ord(char)
    if 0x20 <= code < 0x7F:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{{{code:x}}}" if unicodedata.category(char) in _UNSAFE_CATEGORIES else char


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return ``1 call`` or ``3 calls``; ``many`` where an s does not do."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def age(seconds: float) -> str:
    """Return how long ago something was, in one unit: ``12 min ago``."""
    for unit, length in (("day", 86_400), ("h", 3_600), ("min", 60)):
        if (count := int(seconds // length)) > 0:
            return f"{plural(count, unit) if unit == 'day' else f'{count} {unit}'} ago"
    return "just now"


def uncapitalised(title: str) -> str:
    """Return ``title`` as it stands within a sentence: its first letter small, but that of a short form as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
