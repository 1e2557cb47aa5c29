"""Every step in every look: readable, whole, and without a colour or a character the terminal lacks."""

import asyncio

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from textual.color import Color

from tests.steps.conftest import Wizard, opened, practising
from tui.session import Place, Session
from tui.steps import STEPS
from tui.terminal import Depth, Terminal, ThemeName

LEAST_CONTRAST = 4.5
"""Of text against what it stands on, by WCAG's formula."""


def segments(wizard: Wizard) -> list[Segment]:
    """The screen as it leaves for the terminal."""
    return [segment for strip in wizard.app.screen._compositor.render_strips() for segment in strip]


def contrast(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def everywhere(wizard: Wizard) -> list[Segment]:
    """Every segment of every step, with the focus on each of its fields, and of the help."""
    found = []
    for entry in STEPS:
        await wizard.go(entry.title)
        first = None
        while wizard.app.focused is not None and wizard.app.focused is not first:
            first = first or wizard.app.focused
            found += segments(wizard)
            await wizard.press("tab")
    await wizard.press("f1")
    return found + segments(wizard)


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.LIGHT])
@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "filled"])
def test_all_text_is_readable(theme: ThemeName, is_empty: bool) -> None:
    async def run() -> None:
        session = Session(place=Place.PLATFORM) if is_empty else practising()
        async with opened(session, terminal=Terminal(theme=theme)) as wizard:
            poor = {
                (segment.text.strip(), f"{contrast(segment):.1f}", str(segment.style))
                for segment in await everywhere(wizard)
                if segment.text.strip() and contrast(segment) < LEAST_CONTRAST
            }
            assert not poor

    asyncio.run(run())


def test_the_terminals_own_colours_are_no_others() -> None:
    async def run() -> None:
        async with opened(Session(), terminal=Terminal(Depth.ANSI, theme=ThemeName.TERMINAL)) as wizard:
            for segment in await everywhere(wizard):
                for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert color is None or color.is_default or color.is_system_defined, segment

    asyncio.run(run())


def test_without_colour_there_is_none_and_the_state_is_told_all_the_same() -> None:
    async def run() -> None:
        terminal = Terminal(Depth.NONE, is_ascii=True, theme=ThemeName.TERMINAL)
        async with opened(Session(place=Place.PLATFORM), terminal=terminal) as wizard:
            for segment in await everywhere(wizard):
                assert segment.text.isascii(), segment
                assert not colours(segment), segment

    asyncio.run(run())


def colours(segment: Segment) -> list[RichColor]:
    found = (segment.style.color, segment.style.bgcolor) if segment.style else ()
    return [color for color in found if color is not None]
