"""What commands ask for at a terminal does not show where it is a secret."""

import os
import signal

import pytest

from tests.terminal import CTRL_C, WIZARD, Terminal
from tui.credentials import prompts


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


def test_an_interrupt_is_not_lost_in_tidying_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops an exception that comes while it deletes something; the press itself it does not drop."""

    class Deleted:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a command run in this process may have changed it
    primary, replica = os.openpty()
    with os.fdopen(replica, "r") as terminal, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", terminal)
        patch.setattr(prompts, "_TURN", 0.01)
        patch.setattr("builtins.print", lambda *_, **__: Deleted() and None)
        with pytest.raises(KeyboardInterrupt):
            prompts.answer_of_stdin("Create? ")
    os.close(primary)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_answer_right_after_an_interrupt_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    primary, replica = os.openpty()
    with os.fdopen(replica, "r") as terminal, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", terminal)
        patch.setattr(
            "builtins.print", lambda *_, **__: (os.write(primary, b"y\n"), signal.raise_signal(signal.SIGINT))
        )
        with pytest.raises(KeyboardInterrupt):
            prompts.answer_of_stdin("Create? ")
    os.close(primary)
