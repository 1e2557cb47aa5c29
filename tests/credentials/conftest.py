"""A real keyring for the tests of this folder, found as a person's own would be."""

from collections.abc import Iterator

import pytest

from tests.secret_service import SecretService, running_keyring


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """An unlocked keyring, in the environment of this test alone."""
    with running_keyring() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        yield service
