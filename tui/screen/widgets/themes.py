"""The looks one can choose. Colours are those of the 256-colour palette, so that both depths look nearly alike.

Every colour of text stands at 4.5:1 or more against every background it is drawn on; a test measures it. The
last theme leaves all that to the terminal: its foreground and background, and four of its own 16 colours.

Two accents: ``badge`` is the practice's, production has that of errors; ``accent`` is for what has the focus, for the
title and for keys that lead somewhere. Green is for what is done, open or accepted, red for what stops, amber for
what is worth a look.
"""

from rich.console import Console
from textual.app import App
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.theme import Theme

from tui.base.glyphs import COLOURS
from tui.base.terminal import Depth, Terminal, ThemeName

_SYSTEMS = {Depth.NONE: None, Depth.ANSI: "standard", Depth.PALETTE: "256", Depth.TRUE: "truecolor"}


def _painted(name: ThemeName, *, dark: bool, **colours: str) -> Theme:
    """A theme in which every colour that our styles or the toolkit's own fields use is given outright."""
    muted, marked = colours["muted"], colours["marked"]
    return Theme(
        name,
        dark=dark,
        primary=marked,
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["field"],
        panel=colours["field"],
        error=colours["error"],
        warning=colours["warning"],
        success=colours["success"],
        accent=colours["accent"],
        variables={
            "text": colours["foreground"],
            "badge": colours["badge"],
            "text-muted": muted,
            "text-disabled": muted,
            "surface-lighten-1": colours["field_here"],
            "surface-lighten-2": colours["rule"],
            "input-cursor-background": colours["foreground"],
            "input-cursor-foreground": colours["background"],
            "input-cursor-text-style": "none",
            "input-selection-background": marked,
            "input-selection-foreground": colours["foreground"],
            **_scrollbar(colours["rule"], colours["background"]),
            **_profiles(_ON_DARK if dark else _ON_LIGHT),
        },
    )


_ON_DARK = ("#87afff", "#87d787", "#5fd7d7", "#ffd75f", "#ff87ff", "#ff8787")
_ON_LIGHT = ("#0000af", "#005f00", "#005f5f", "#875f00", "#87005f", "#af0000")
_OF_TERMINAL = tuple(f"ansi_{colour}" for colour in COLOURS)


def _profiles(colours: tuple[str, ...]) -> dict[str, str]:
    """What the colours that a profile may have are here."""
    return {f"profile-{name}": colour for name, colour in zip(COLOURS, colours, strict=True)}


def _scrollbar(thumb: str, track: str) -> dict[str, str]:
    parts = ("", "-hover", "-active")
    return {
        **{f"scrollbar{part}": thumb for part in parts},
        **{f"scrollbar-background{part}": track for part in parts},
        "scrollbar-corner-color": track,
    }


DARK = _painted(
    ThemeName.DARK, dark=True,
    background="#121212", foreground="#e4e4e4", muted="#949494", rule="#808080",
    field="#262626", field_here="#303030", marked="#005f87",
    error="#ff8787", warning="#d7af5f", success="#87d787", accent="#87d7ff", badge="#ffd75f",
)  # fmt: skip
LIGHT = _painted(
    ThemeName.LIGHT, dark=False,
    background="#eeeeee", foreground="#121212", muted="#4e4e4e", rule="#626262",
    field="#ffffff", field_here="#ffffd7", marked="#afd7ff",
    error="#af0000", warning="#875f00", success="#005f00", accent="#005f87", badge="#875f00",
)  # fmt: skip
CONTRAST = _painted(
    ThemeName.CONTRAST, dark=True,
    background="#000000", foreground="#ffffff", muted="#e4e4e4", rule="#ffffff",
    field="#262626", field_here="#303030", marked="#00005f",
    error="#ffafaf", warning="#ffff5f", success="#87ff87", accent="#87d7ff", badge="#ffff5f",
)  # fmt: skip
TERMINAL = Theme(
    ThemeName.TERMINAL,
    ansi=True,
    primary="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    error="ansi_red",
    warning="ansi_magenta",
    success="ansi_green",
    accent="ansi_default",
    variables={
        "badge": "ansi_magenta",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
        **_scrollbar("ansi_default", "ansi_default"),
        **_profiles(_OF_TERMINAL),
    },
)


class WholeCells(ScrollBarRender):
    """A scrollbar of whole cells: no eighths of blocks, which are two bytes more and not in every font."""

    VERTICAL_BARS = [" "]
    HORIZONTAL_BARS = [" "]


THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)


def apply_theme(app: App[None], terminal: Terminal) -> None:
    """Give ``app`` the theme and the number of colours that ``terminal`` has."""
    ScrollBar.renderer = WholeCells
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = terminal.theme
    app.console = Console(
        color_system=_SYSTEMS[terminal.depth],  # type: ignore[arg-type]
        file=app.console.file,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        force_terminal=True,
        safe_box=False,
    )
