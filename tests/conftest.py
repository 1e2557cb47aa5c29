"""What all tests share: a home of their own, and no word from the environment of whoever runs them."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tui.campaign.fields import Api, Field
from tui.campaign.kinds.kind import FieldKind
from tui.campaign.problems import Problem
from tui.storage import budget

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # as in the background of a shell; children would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], database=None,
    derandomize=True,
)  # fmt: skip
settings.register_profile("search", settings.get_profile("suite"), max_examples=2_000, derandomize=False)
settings.load_profile("suite")

MUST_NOT_SKIP = "TESTS_MUST_NOT_SKIP"
"""Set where every system program is there: a skipped test fails the run then."""
_FOREIGN = ("KORE_", "TEXTUAL", "XDG_")
_FOREIGN_NAMES = {
    "COLUMNS", "LINES", "NO_COLOR", "SSH_CONNECTION", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home, and none of the variables that change what the program does, or lead to a real keyring."""
    for name in list(os.environ):
        if name.startswith(_FOREIGN) or name in _FOREIGN_NAMES:
            monkeypatch.delenv(name)
    own = tmp_path / "home"
    own.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setattr(budget, "_mine", {})  # what other tests read of an account is none of this one's
    return own


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the fields that are judged from here on, in order."""
    found: list[str] = []
    judge = FieldKind.judge

    def count(kind: FieldKind, field: Field, value: Any, api: Api) -> list[Problem]:
        found.append(field.key)
        return judge(kind, field, value, api)

    monkeypatch.setattr(FieldKind, "judge", count)
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where skipping is forbidden, a skip is a failure."""
    report: pytest.TestReport = yield  # type: ignore[assignment,misc]
    if report.skipped and os.environ.get(MUST_NOT_SKIP):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and {MUST_NOT_SKIP} is set"
    return report  # type: ignore[return-value]
