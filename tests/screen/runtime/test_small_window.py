"""What a window that is too small still takes."""

from types import SimpleNamespace
from typing import Any

import pytest
from textual.events import Event, Key, Paste
from textual.geometry import Size

from tui.screen.runtime.small_window import SmallWindowGuard


class Screen:
    """A screen that remembers the sentences that cover it."""

    def __init__(self) -> None:
        self.covers: list[Any] = []

    def query(self, _: type) -> list[Any]:
        return self.covers

    def mount(self, cover: object) -> None:
        self.covers.append(cover)


@pytest.mark.parametrize(
    ("size", "event", "taken"),
    [
        ((40, 12), Key("x", "x"), True),
        ((40, 12), Paste("x"), True),
        ((39, 12), Key("x", "x"), False),
        ((40, 11), Key("ctrl+n", None), False),
        ((39, 11), Paste("x"), False),
        *(((1, 1), Key(key, None), True) for key in ("ctrl+c", "ctrl+q", "ctrl+l", "ctrl+z")),
    ],
)
def test_only_the_ways_out_are_taken_where_nothing_is_seen(
    size: tuple[int, int], event: Event, taken: bool
) -> None:
    screen = Screen()
    app: Any = SimpleNamespace(size=Size(*size), screen=screen, screen_stack=[screen])
    assert SmallWindowGuard(app).takes(event) is taken
    assert bool(screen.covers) is not taken
    if not taken:
        assert f"{size[0]}x{size[1]} is too small" in screen.covers[0].text


def test_a_sentence_for_the_status_line_is_said_on_the_cover_too() -> None:
    screen = Screen()
    app: Any = SimpleNamespace(size=Size(39, 11), screen=screen, screen_stack=[screen])
    guard = SmallWindowGuard(app)
    guard.resized(Size(80, 24))
    assert not screen.covers
    guard.resized(app.size)
    guard.show_status("Leave?")
    (cover,) = screen.covers
    assert cover.text.endswith("Nothing is lost. Leave?")
