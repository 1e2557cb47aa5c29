"""Where the terminal's cursor stands."""

from types import SimpleNamespace
from typing import Any

import pytest
from textual.errors import NoWidget
from textual.geometry import Offset, Region

from tui.screen.runtime.cursor import CursorKeeper

SEEN = Region(0, 0, 10, 2)


def app(place: Offset | None, seen: Region | None = SEEN) -> Any:
    def find_widget(widget: object) -> object:
        if seen is None:
            raise NoWidget(widget)
        return SimpleNamespace(visible_region=seen)

    screen = SimpleNamespace(find_widget=find_widget)
    return SimpleNamespace(focused=SimpleNamespace(cursor_place=place), screen=screen, screen_stack=[screen])


@pytest.mark.parametrize(
    ("shown", "place"),
    [
        (app(Offset(3, 1)), Offset(3, 1)),
        (app(Offset(3, 2)), None),
        (app(None), None),
        (app(Offset(3, 1), seen=None), None),
        (SimpleNamespace(focused=None, screen_stack=[object()]), None),
        (SimpleNamespace(focused=object(), screen_stack=[]), None),
    ],
    ids=["in sight", "scrolled away", "hides it", "not laid out", "no focus", "no screen"],
)
def test_it_stands_where_the_widget_says_and_one_can_see_it(shown: Any, place: Offset | None) -> None:
    cursor = CursorKeeper(shown)
    assert cursor.place() == place
    assert cursor.sequence() == ("\x1b[?25h" if place else "\x1b[?25l")
