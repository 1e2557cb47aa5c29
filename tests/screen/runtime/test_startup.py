"""What makes a start short does so."""

import asyncio
import gc
from collections import Counter
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

from tests.screen.steps.conftest import opened
from tui.base.terminal import Terminal, ThemeName
from tui.screen.runtime.startup import hasten, settle


def test_garbage_is_looked_for_behind_the_start_alone() -> None:
    try:
        hasten()
        assert not gc.isenabled()
        settle()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


def test_styles_are_read_once_and_put_on_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Stylesheet] = []
    styled: Counter[DOMNode] = Counter()
    reparse, apply = Stylesheet.reparse, Stylesheet.apply

    def reading(self: Stylesheet) -> None:
        read.append(self)
        reparse(self)

    def applying(self: Stylesheet, node: DOMNode, **options: Any) -> None:
        styled[node] += 1
        apply(self, node, **options)

    monkeypatch.setattr(Stylesheet, "reparse", reading)
    monkeypatch.setattr(Stylesheet, "apply", applying)

    async def run() -> None:
        async with opened() as wizard:
            assert not read
            frame = {node: times for node, times in styled.items() if node in set(wizard.app.frame.children)}
            assert len(frame) == 5
            assert set(frame.values()) == {2}, frame
            wizard.app.theme = ThemeName.LIGHT
            await wizard.pilot.pause()
            assert read
            assert wizard.app.screen.styles.background.hex == "#EEEEEE"

    asyncio.run(run())


def test_a_window_of_another_size_is_styled_all_the_same() -> None:
    async def run() -> None:
        async with opened(size=(120, 40), terminal=Terminal()) as wizard:
            assert {"-broad", "-high"} <= wizard.app.screen.classes
            assert "-usual" not in wizard.app.screen.classes
            beside = wizard.app.screen.query("Rail, Step, SidePanel").results(Widget)
            assert [widget.region.x for widget in beside] == [0, 16, 82]

    asyncio.run(run())
