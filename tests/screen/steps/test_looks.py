"""Every step in every look: readable, whole, and without a colour or a character the terminal lacks."""

import asyncio
import re

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color

from tests.screen.steps.conftest import Wizard, opened, practising
from tests.terminal import CTRL_C, CTRL_N, WIZARD
from tests.terminal import Terminal as RealTerminal
from tui.base.terminal import Depth, Terminal, ThemeName
from tui.screen.steps import STEPS
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session

LEAST_CONTRAST = 4.5
"""Of text against what it stands on, by WCAG's formula."""


def segments(wizard: Wizard) -> list[Segment]:
    """The screen as it leaves for the terminal."""
    return [segment for strip in wizard.app.screen._compositor.render_strips() for segment in strip]


def contrast(segment: Segment, system: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    text, ground = (Color(*color.downgrade(system).get_truecolor()) for color in (style.color, style.bgcolor))
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


SIZES = ((80, 24), (120, 40))
LOOKS = {
    "256": Terminal(Depth.PALETTE),
    "256-light": Terminal(Depth.PALETTE, theme=ThemeName.LIGHT),
    "16": Terminal(Depth.ANSI, theme=ThemeName.TERMINAL),
    "none": Terminal(Depth.NONE, theme=ThemeName.TERMINAL),
}


@pytest.mark.parametrize("is_ascii", [False, True], ids=["UTF-8", "ASCII"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_every_step_in_every_look(size: tuple[int, int], look: str, is_ascii: bool) -> None:
    terminal = LOOKS[look]._replace(is_ascii=is_ascii)

    async def run() -> None:
        async with opened(practising(), size, terminal=terminal) as wizard:
            await wizard.wait_for("127.0.0.1:")
            for entry in STEPS:
                await wizard.go(entry.title)
                check(wizard, size, terminal)
            for page in ("f1", "f10"):
                await wizard.press(page)
                check_cells(wizard, terminal)
                assert wizard.app.focused is not None
                await wizard.press("escape")

    asyncio.run(run())


@pytest.mark.parametrize("look", LOOKS)
def test_errors_and_an_empty_draft_in_every_look(look: str) -> None:
    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PLATFORM)), terminal=LOOKS[look]) as wizard:
            for entry in STEPS:
                await wizard.go(entry.title)
                await wizard.press("tab", "tab")
                check(wizard, (80, 24), LOOKS[look])

    asyncio.run(run())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("place", [Destination.PRACTICE, Destination.PLATFORM])
def test_every_field_is_readable_while_it_has_the_focus(look: str, place: Destination) -> None:
    """Every theme, and every choice, list, table, button and field, one after the other."""
    session = practising() if place is Destination.PRACTICE else Session(access=Access(place=place))

    async def run() -> None:
        async with opened(session, terminal=LOOKS[look]) as wizard:
            if place is Destination.PRACTICE:
                await wizard.wait_for("127.0.0.1:")
            for entry in STEPS:
                await wizard.go(entry.title)
                fields = set(wizard.app.screen.focus_chain)
                seen = set()
                for _ in fields:
                    assert wizard.app.focused is not None
                    seen.add(wizard.app.focused)
                    check_cells(wizard, LOOKS[look])
                    await wizard.press("tab")
                assert seen == fields

    asyncio.run(run())


def check(wizard: Wizard, size: tuple[int, int], terminal: Terminal) -> None:
    """Nothing is cut off: whole lines, the buttons, every key; and the terminal's cursor is somewhere."""
    screen = wizard.screen()
    lines = screen.splitlines()
    assert len(lines) <= size[1]
    assert all(strip.cell_length == size[0] for strip in wizard.app.screen._compositor.render_strips())
    assert any("[ Help ]" in line for line in lines), screen
    keys = lines[-1]
    assert "quit" in keys, screen
    assert not keys.endswith(("…", "~")), screen
    assert wizard.app.cursor.place() is not None, f"no cursor on {wizard.app.focused}"
    check_cells(wizard, terminal)


def check_cells(wizard: Wizard, terminal: Terminal) -> None:
    """Every cell is readable, in characters and colours that the terminal has."""
    for segment in segments(wizard):
        if terminal.is_ascii:
            assert segment.text.isascii(), segment
        used = colours(segment)
        if terminal.depth is Depth.NONE:
            assert not used, segment
        elif terminal.depth is Depth.ANSI:
            assert all(color.is_default or color.is_system_defined for color in used), segment
        elif segment.text.strip():
            assert contrast(segment) >= LEAST_CONTRAST, (segment, contrast(segment))
            assert contrast(segment, ColorSystem.EIGHT_BIT) >= LEAST_CONTRAST, segment


def colours(segment: Segment) -> list[RichColor]:
    found = (segment.style.color, segment.style.bgcolor) if segment.style else ()
    return [color for color in found if color is not None]


@pytest.mark.parametrize(
    ("environ", "allowed"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, rb"[34]8;2;\d+;\d+;\d+"),
        ({"TERM": "xterm-256color"}, rb"[34]8;5;\d+"),
        ({"TERM": "xterm"}, rb"(?:3|4|9|10)[0-79]"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, None),
    ],
    ids=["24-bit", "256", "16", "none"],
)
def test_a_terminal_gets_the_colours_it_has(environ: dict[str, str], allowed: bytes | None) -> None:
    with RealTerminal((*WIZARD, "--practice"), env={"COLORTERM": "", **environ}) as terminal:
        terminal.wait_for("127.0.0.1:")
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.send(CTRL_C, CTRL_C)
        terminal.wait_for_exit()
    sent = set(re.findall(rb"\x1b\[([\d;]*)m", terminal.raw))
    colour = rb"(?:[34]8;[\d;]+?(?=;|$)|(?:3|4|9|10)[0-79])"
    wanted = allowed or rb"(?!)"
    plain = rb"(?:[0-9]|2[1-9]|)"
    for codes in sent:
        assert re.fullmatch(rb"(?:(?:" + wanted + rb"|39|49|" + plain + rb")(?:;|$))*", codes), codes
    assert any(re.search(colour, codes) for codes in sent) is (allowed is not None)
