"""A call counts in the budget of its account."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from tui.kore.call_context import CallContext, spend
from tui.kore.connection import Connection, Host


@pytest.mark.parametrize(
    "spellings",
    [
        ["platform.kore.ai", "Platform.Kore.AI", "platform.kore.ai.", "platform.kore.ai:443"],
        ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"],
    ],
)
def test_an_account_has_one_bucket_however_its_host_is_spelled(spellings: list[str]) -> None:
    keys: list[str] = []
    budget = SimpleNamespace(spend=keys.append)
    for spelled in spellings:
        account = Connection(Host.read(spelled), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))
        spend(account, CallContext(budget))  # type: ignore[arg-type]
    assert len(set(keys)) == 1
    spend(replace(account, account_id="acc-2"), CallContext(budget))  # type: ignore[arg-type]
    assert len(set(keys)) == 2
