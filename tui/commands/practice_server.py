"""``kore-campaign practice-server``: the practice platform alone, until somebody stops it."""

import argparse
import contextlib
import shlex
import signal
import threading
from collections.abc import Mapping
from pathlib import Path

from tui.base.console import put, say
from tui.campaign.fields import Api
from tui.commands.options import add_fault, add_practice_setup
from tui.kore.connection import CONNECTION_FIELDS
from tui.practice.server import PracticePlatform, start
from tui.practice.world import PracticeSetup


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    add_fault(parser, "--fault", "what goes wrong with every create; see README for the names")
    add_practice_setup(parser, "")
    parser.add_argument("--log", type=Path, metavar="FILE", help="append a JSON line for each request")


def run(arguments: argparse.Namespace) -> int:
    """Run the platform by the names of the environment that this program reads; returns the exit code."""
    names = {field.key: field.environment for field in CONNECTION_FIELDS}
    return serve(arguments.port, arguments.log, names, arguments.fault or "", arguments.setup)


def serve(
    port: int,
    log: Path | None,
    environment: Mapping[str, str],
    fault: str = "",
    setup: PracticeSetup | None = None,
) -> int:
    """Run until Ctrl+C or SIGTERM; prints ``export`` lines that make a shell, and what it starts, use it.

    ``environment`` gives for each part of a connection (``host``, ``app_id``, ``account_id``, ``client_id``,
    ``client_secret``, ``api``) the variable that holds it; ``fault`` names what goes wrong with every create, ``setup``
    says what exists in the account.
    Being stopped is how it ends, so both signals give 0; 2 where it can't start.
    """
    stop = threading.Event()
    try:
        platform = start(port, log, fault, setup)
    except OSError as failed:
        why = failed.strerror or failed
        say(f"kore-campaign: the practice platform can't start: {why}.")
        return 2
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with platform:
        values = _connection(platform).items()
        put("\n".join(f"export {environment[key]}={shlex.quote(value)}" for key, value in values), once=True)
        say("The practice platform runs until Ctrl+C. It calls nobody.")
        stop.wait()
    return 0


def _port(text: str) -> int:
    with contextlib.suppress(ValueError):
        if 0 <= int(text) < 65536:
            return int(text)
    raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")


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
