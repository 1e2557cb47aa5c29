"""The child that talks to the keyring: what it took is read back before it is called kept."""

from types import SimpleNamespace
from typing import Any

import pytest

from tui.credentials import keyring_child


class Keyring:
    """A keyring that takes an entry, and gives back what it likes."""

    def __init__(self, gives: str | None) -> None:
        self.gives = gives
        self.took: list[str] = []

    def set_password(self, service: str, user: str, entry: str) -> None:  # noqa: ARG002
        self.took.append(entry)

    def get_password(self, service: str, user: str) -> str | None:  # noqa: ARG002
        return self.gives


@pytest.mark.parametrize(
    ("gives", "error"), [("entry", None), (None, "not-kept"), ("", "not-kept"), ("older", "not-kept")]
)
def test_what_is_not_given_back_is_not_kept(
    gives: str | None, error: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = Keyring(gives)
    found: tuple[Any, Any] = (SimpleNamespace(name="Test"), keyring)
    monkeypatch.setattr(keyring_child, "_first_that_works", lambda: found)
    monkeypatch.setattr(keyring_child, "_state", lambda _: "open")
    answer = keyring_child._answer({"op": "keep", "service": "s", "user": "u", "entry": "entry"})
    assert answer.get("error") == error
    assert keyring.took == ["entry"]
