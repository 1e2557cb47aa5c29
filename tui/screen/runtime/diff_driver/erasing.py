"""Which terminals erase with the background (bce)."""

from collections.abc import Mapping

_FILLS = (
    "xterm",
    "tmux",
    "alacritty",
    "foot",
    "kitty",
    "konsole",
    "vte",
    "gnome",
    "wezterm",
    "ghostty",
    "putty",
)
"""Terminals, by the start of ``TERM``, that do, all of them tried or documented."""


def fills(environment: Mapping[str, str]) -> bool:
    """Whether this terminal erases with the background.

    GNU screen sets STY and calls itself ``screen…``; tmux may call itself so too, but sets TMUX.
    """
    if "STY" in environment:
        return False
    term = environment.get("TERM", "")
    return term.startswith(_FILLS) or (term.startswith("screen") and "TMUX" in environment)
