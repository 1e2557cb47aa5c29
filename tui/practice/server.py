"""The running practice platform: starts, has an address, closes."""

import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from tui.practice.account import fresh
from tui.practice.campaigns import Campaigns
from tui.practice.faults import FAULTS, LAG_SECONDS, Fault
from tui.practice.judge import Judge
from tui.practice.rate_limit import RateLimit
from tui.practice.request_log import RequestLog
from tui.practice.tokens import TokenJudge
from tui.practice.transport import PATIENCE_SECONDS, PracticeServer
from tui.practice.world import PracticeSetup, World

_POLL_SECONDS = 0.1
"""How often the server looks whether it is being closed: closing takes this long at most."""


class PracticePlatform:
    """A running practice platform.

    ``url`` is where it is; ``account`` may sign in; ``unscoped`` is a client of the same app whose API scope
    lacks Campaign Management. A client has ``patience`` seconds to say something whole. ``clock`` gives the
    seconds by which requests are counted and campaigns get ready. ``fault`` is what every create meets, ``setup``
    says what exists when it begins. Ends with ``close()`` or with the process, which it never keeps alive.
    """

    def __init__(
        self,
        port: int = 0,
        log: Path | None = None,
        *,
        patience: float = PATIENCE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        fault: Fault | None = None,
        setup: PracticeSetup = PracticeSetup(),  # noqa: B008  frozen
    ) -> None:
        self.account = fresh("cs-practice")
        self.unscoped = fresh("cs-practice-unscoped")
        tokens = TokenJudge(self.account, self.unscoped)
        lag = LAG_SECONDS if fault and fault.lags else 0.0
        self._world = world = World(setup)
        campaigns = Campaigns(clock, lag, lambda: world.campaigns)
        judge = Judge(self.account, tokens, RateLimit(clock), campaigns, world)
        self._log = RequestLog(log) if log else None
        try:
            self._server = PracticeServer(port, judge, self._log, patience, fault)
        except OSError as failed:
            if self._log:
                self._log.close()
            raise OSError(failed.errno, f"port {port} can't be used ({failed.strerror})") from None
        self.url = f"http://{self._server.server_name}:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), daemon=True, name="practice platform"
        ).start()

    def existing(self, key: str) -> Collection[str]:
        """All names that exist here for the campaign field ``key``; none for a field that names nothing."""
        return self._world.names(key)

    def close(self) -> None:
        """Stop the platform and drop the requests under way. A second call does nothing."""
        self._server.shutdown()
        self._server.server_close()
        if self._log:
            self._log.close()

    def __enter__(self) -> "PracticePlatform":
        """The platform itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the platform."""
        self.close()


def start(
    port: int = 0,
    log: Path | None = None,
    fault: str = "",
    setup: PracticeSetup | None = None,
) -> PracticePlatform:
    """Start a practice platform on 127.0.0.1; port 0 takes a free port, ``log`` gets a line for each request.

    ``fault`` names one of :data:`tui.practice.faults.FAULTS`, which every create meets, or nothing; ``setup`` says
    what exists there (None: the usual).

    Raises:
        OSError: the port is taken, or the log can't be opened; ``strerror`` says which.
    """
    return PracticePlatform(port, log, fault=FAULTS.get(fault), setup=setup or PracticeSetup())
