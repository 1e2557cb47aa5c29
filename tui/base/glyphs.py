"""The marks that screens draw with, and what stands for them where only ASCII can be shown.

Every widget draws in Unicode, from here; the last filter before the terminal puts ASCII in its place, cell
for cell, so that no widget need know. Imports nothing of ours.
"""

import unicodedata

COLOURS = ("blue", "green", "cyan", "yellow", "magenta", "red")
"""What a profile may be painted with; each theme says what that is."""
RULE = "─"
CUT = "…"
"""Where a text was cut to its room; also: something goes on."""
EDGE, BAR = "│", "▏"
"""Between columns; beside what belongs to the focused field."""
OPEN, CLOSED, PARTLY = "█", "·", "▒"
"""Half-hours of the grid."""
REACHED, WAITED_FOR = "●", "○"
"""Moments of a create."""

_ASCII = str.maketrans(
    {
        RULE: "-", "━": "=", "═": "=", EDGE: "|", BAR: "|", "┃": "|", "║": "|",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        OPEN: "#", PARTLY: "%", "░": ":", "▓": "%", "▌": "[", "▐": "]", "▀": '"', "▄": "_", "■": "#", "□": ".",
        CLOSED: ".", "•": "*", "●": "*", "○": "o", "◐": "%", "◌": ".",
        CUT: "~", "–": "-", "—": "-", "‐": "-", "−": "-", "×": "x", "÷": "/", "±": "~", "≈": "~", "≤": "<",
        "≥": ">", "≠": "#", "→": ">", "←": "<", "↑": "^", "↓": "v", "⇒": ">", "▶": ">", "◀": "<", "▲": "^",
        "▼": "v", "›": ">", "‹": "<", "»": ">", "«": "<", "✓": "+", "✔": "+", "✗": "x", "✘": "x", "⚠": "!",
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": ",", "°": "o", "½": "/", "§": "S", "\xa0": " ",
        "\u2009": " ", "\u202f": " ", "\ufffd": "?", "␛": "^", "␡": "^",
    }
)  # fmt: skip
UNKNOWN_CHARACTER = "?"
"""Stands for a character that ASCII has nothing like."""


def in_ascii(text: str) -> str:
    """``text`` in ASCII, each character as wide as before.

    A letter that ASCII lacks becomes ``?`` and not its nearest: a name must not look like another name.
    """
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _unknown(char) for char in text.translate(_ASCII))


def prose_in_ascii(text: str) -> str:
    """``text`` in ASCII where it may grow: ``…`` is three dots."""
    return in_ascii(text.replace(CUT, "..."))


def _unknown(char: str) -> str:
    if unicodedata.combining(char):
        return ""
    return UNKNOWN_CHARACTER * (2 if unicodedata.east_asian_width(char) in "WF" else 1)
