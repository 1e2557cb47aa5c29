import pytest
from pydantic import SecretStr

from tui.kore.connection import Connection, Host


@pytest.fixture
def connection() -> Connection:
    return Connection(
        Host.read("platform.kore.ai"), "st-1", "acc-1", "cs-1", SecretStr("s" * 40 + "-planted")
    )
