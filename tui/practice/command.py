"""``kore-campaign practice-server``: the practice platform alone, until somebody stops it."""

import shlex
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from tui.practice.server import start


def run(port: int, log: Path | None, environment: Mapping[str, str]) -> int:
    """Run until SIGINT or SIGTERM; prints ``export`` lines that make a shell use it.

    ``environment`` names the variable of each part of a connection. Returns 0, or 2 where it can't start.
    """
    try:
        platform = start(port, log)
    except OSError as failed:
        print(
            f"kore-campaign: the practice platform can't start: {failed.strerror or failed}.", file=sys.stderr
        )
        return 2
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with platform:
        account = platform.account
        values = {
            "host": platform.url, "app_id": account.app_id, "account_id": account.account_id,
            "client_id": account.client_id, "client_secret": account.secret_text, "api": "v1",
        }  # fmt: skip
        for key, name in environment.items():
            print(f"export {name}={shlex.quote(values[key])}")
        sys.stdout.flush()
        print("The practice platform runs until Ctrl+C. Nothing here calls anybody.", file=sys.stderr)
        stop.wait()
    return 0
