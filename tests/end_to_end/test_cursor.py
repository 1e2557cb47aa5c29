"""The terminal's own cursor stands where one types, for braille and speech as for eyes."""

from tests.terminal import CTRL_N, LEFT, TAB, Terminal


def test_the_cursor_is_the_terminals_own() -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.send("Ab")
        terminal.wait_for(" 2/48")
        terminal.wait_for(lambda _: terminal.cursor() == (4, 21))
        terminal.send(LEFT)
        terminal.wait_for(lambda _: terminal.cursor() == (4, 20))
        assert not any(cell.reverse for cell in terminal.cells()[4])
        terminal.send(TAB)
        terminal.wait_for(lambda _: terminal.cursor() == (5, 19))
