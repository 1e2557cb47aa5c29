"""``kore-campaign practice-server``: the practice platform alone, until somebody stops it."""

import shlex
import signal
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from tui.campaign.fields import Api
from tui.practice.server import PracticePlatform, start


def run(
    port: int | None,
    log: Path | None,
    environment: Mapping[str, str],
    fault: str = "",
    *,
    put: Callable[[str], object],
    say: Callable[[str], object],
) -> int:
    """Run until Ctrl+C or SIGTERM; prints ``export`` lines that make a shell, and what it starts, use it.

    ``environment`` gives for each part of a connection (``host``, ``app_id``, ``account_id``, ``client_id``,
    ``client_secret``, ``api``) the variable that holds it; ``fault`` names what goes wrong with every create.
    ``put`` writes data, ``say`` tells the person.
    Being stopped is how it ends, so both signals give 0; 2 where it can't start.
    """
    stop = threading.Event()
    try:
        platform = start(port or 0, log, fault)
    except OSError as failed:
        why = failed.strerror or failed
        say(f"kore-campaign: the practice platform can't start: {why}.")
        return 2
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with platform:
        values = _connection(platform).items()
        put("\n".join(f"export {environment[key]}={shlex.quote(value)}" for key, value in values))
        say("The practice platform runs until Ctrl+C. It calls nobody.")
        stop.wait()
    return 0


def _connection(platform: PracticePlatform) -> dict[str, str]:
    """What a client needs; the secret is a practice one, good for this run, and printing it is the purpose."""
    account = platform.account
    return {
        "host": platform.url,
        "app_id": account.app_id,
        "account_id": account.account_id,
        "client_id": account.client_id,
        "client_secret": account.client_secret.get_secret_value(),
        "api": Api.V1,
    }
