"""What commands ask for at a terminal does not show where it is a secret."""

import pytest

from tests.terminal import CTRL_C, WIZARD, Terminal


@pytest.mark.parametrize(
    ("options", "question"),
    [
        (["--secret-file", "-"], "Client secret (not shown):"),
        (["--secret-file", "/dev/stdin"], "Client secret (not shown):"),
        (["--secret-fd", "0"], "Client secret (not shown):"),
        (["--passphrase-fd", "0"], "Passphrase of the sealed file (not shown):"),
    ],
)
def test_a_secret_from_a_terminal_does_not_show(options: list[str], question: str) -> None:
    with Terminal((*WIZARD, "submit", "none.json", *options)) as terminal:
        terminal.wait_for(question)
        terminal.send("planted-secret\n")
        assert terminal.wait_for_exit() == 2
        assert "none.json is not there" in terminal.screen()
    assert b"planted" not in terminal.raw


@pytest.mark.parametrize("answer", ["\n", "\x04", CTRL_C])
def test_no_answer_sends_nothing(answer: str) -> None:
    with Terminal((*WIZARD, "submit", "none.json", "--secret-file", "-")) as terminal:
        terminal.wait_for("Client secret (not shown):")
        terminal.send(answer)
        assert terminal.wait_for_exit() == (130 if answer == CTRL_C else 2)
        assert ("Interrupted" if answer == CTRL_C else "No secret was given") in terminal.screen()
