"""A terminal that says its size is 0x0 counts as 80x24."""

from tests.terminal import CTRL_C, CTRL_N, WIZARD, Terminal


def basics(terminal: Terminal) -> str:
    """The screen of a step in whose lines nothing differs from run to run, but for the heading."""
    terminal.wait_for("127.0.0.1:")
    terminal.send(CTRL_N)
    terminal.wait_for(lambda screen: "How the campaign appears" in screen and "^C quit" in screen)
    terminal.settle()
    return terminal.screen().partition("\n")[2]


def test_a_terminal_without_a_size_is_drawn_on_as_at_80x24() -> None:
    with Terminal((*WIZARD, "--practice")) as usual:
        wanted = basics(usual)
    with Terminal((*WIZARD, "--practice"), says_no_size=True) as terminal:
        assert basics(terminal) == wanted
        terminal.send("Typed")
        terminal.wait_for("5/48")
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130


def test_a_terminal_that_loses_its_size_is_drawn_on_as_at_80x24() -> None:
    with Terminal((*WIZARD, "--practice"), columns=120, rows=40) as terminal:
        basics(terminal)
        terminal.resize(80, 24)
        terminal.report(0, 0)
        screen = terminal.wait_for(
            lambda screen: "How the campaign appears" in screen and screen.endswith("^C quit")
        )
        assert "PRACTICE" in screen.splitlines()[0]
        assert len(screen.splitlines()) == 24
