"""What the terminal at hand can show, read off its environment. Loads nothing but the standard library.

The program sends no query to the terminal: a terminal that answers late, or not at all, would delay the start.
"""

from collections.abc import Mapping, MutableMapping
from enum import StrEnum
from typing import NamedTuple

from tui.base.given_locale import COERCED

_SPOILERS = ("COLUMNS", "LINES")
"""Left over from a script, these override the terminal's real size."""
_LIBRARY = "TEXTUAL"
"""How the screen library's own variables begin. A variable of theirs logs every key, those of a secret too."""
_CANNOT_MOVE = frozenset({"", "dumb", "unknown"})
"""``TERM`` of what can't place its cursor."""
_COLOURLESS = ("vt52", "vt100", "vt102", "vt220", "vt320", "vt420")
_OF_256 = ("256color", "kitty", "alacritty", "foot", "ghostty", "wezterm")
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
"""What names the locale; the first that is not empty counts."""
_LIGHT_BACKGROUNDS = frozenset({"7", "15"})


class Depth(StrEnum):
    """How many colours the terminal has."""

    NONE = "none"
    ANSI = "16"
    PALETTE = "256"
    TRUE = "24-bit"


class ThemeName(StrEnum):
    """The looks a person can choose; the last takes the terminal's own 16 colours."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    TERMINAL = "terminal"


class Terminal(NamedTuple):
    """What the screens may draw. ``is_ascii``: nothing but ASCII is sent."""

    depth: Depth = Depth.TRUE
    is_ascii: bool = False
    theme: ThemeName = ThemeName.DARK

    def __str__(self) -> str:
        """All of it in a few words, such as ``256 colours, theme dark, UTF-8``."""
        colours = "no colour" if self.depth is Depth.NONE else f"{self.depth} colours"
        return f"{colours}, theme {self.theme}, {'ASCII' if self.is_ascii else 'UTF-8'}"


def look(
    environ: Mapping[str, str],
    encoding: str | None,
    *,
    no_color: bool = False,
    ascii_only: bool = False,
    theme: str | None = None,
    in_use: str | None = None,
) -> Terminal:
    """What can be drawn, from the environment and the ``encoding`` of the stream that is drawn on.

    ``in_use`` is the locale that was found by what the environment names, None where that is of no account.

    ``NO_COLOR`` counts where it is set to anything, as no-color.org has it. The theme is the terminal's own
    colours where there are no more than 16 of them, else dark, or light where ``COLORFGBG`` says so.
    """
    depth = Depth.NONE if no_color or environ.get("NO_COLOR") else _depth(environ)
    poor = environ.get("TERM", "").partition("-")[0] == "linux" or not is_utf8(encoding)
    if in_use is not None:
        poor = poor or not names_utf8(environ, in_use)
    chosen = ThemeName(theme) if theme else _usual_theme(environ, depth)
    return Terminal(depth, ascii_only or poor, chosen)


def names_utf8(environ: Mapping[str, str], in_use: str) -> bool:
    """Whether the locale that ``environ`` names can show more than ASCII; ``in_use`` is the one that was found.

    C, POSIX, none at all, and one that this machine does not know can't.
    """
    named = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    if named in {"", "C", "POSIX"}:
        return False
    is_plain = named.partition(".")[0] == "C"
    return is_plain or in_use not in {"C", "POSIX", *COERCED}


def is_utf8(encoding: str | None) -> bool:
    """Whether a stream of this encoding takes every character."""
    return (encoding or "").lower().replace("-", "").replace("_", "") in {"utf8", "utf8sig"}


def cannot_draw(environ: Mapping[str, str]) -> bool:
    """Whether the terminal can't place its cursor, so that only plain lines are left."""
    return environ.get("TERM", "") in _CANNOT_MOVE


def make_safe(environ: MutableMapping[str, str]) -> None:
    """Remove variables that would change how the screen library works; call this before it is loaded.

    ``NO_COLOR`` goes too, once it was read: the library answers it with greys.
    """
    for name in [name for name in environ if name in _SPOILERS or name.startswith(_LIBRARY)]:
        del environ[name]
    environ.pop("NO_COLOR", None)


def _depth(environ: Mapping[str, str]) -> Depth:
    term = environ.get("TERM", "").lower()
    name = term.partition("-")[0]
    if term in _CANNOT_MOVE or name in _COLOURLESS or term.endswith(("-m", "-mono")):
        return Depth.NONE
    # GNU screen hands on the outer terminal's COLORTERM, and garbles what that promises.
    in_screen = name == "screen" and "STY" in environ
    if environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} and name != "linux" and not in_screen:
        return Depth.TRUE
    if term.endswith("-direct"):
        return Depth.TRUE
    return Depth.PALETTE if any(each in term for each in _OF_256) else Depth.ANSI


def _usual_theme(environ: Mapping[str, str], depth: Depth) -> ThemeName:
    if depth in {Depth.NONE, Depth.ANSI}:
        return ThemeName.TERMINAL
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return ThemeName.LIGHT if background in _LIGHT_BACKGROUNDS else ThemeName.DARK
