"""The one way into the wizard: it starts the screen or the plain questions. It knows no parser of options."""

import os
import sys
from typing import TYPE_CHECKING

from tui.base.console import say
from tui.base.terminal import Terminal, cannot_draw, look, make_safe
from tui.credentials.environment import take
from tui.credentials.resolve import ConnectionRequest
from tui.kore.verdicts import MEANINGS, Verdict
from tui.screen.runtime.startup import hasten, settle
from tui.workflow.wizard_options import WizardOptions

if TYPE_CHECKING:
    import argparse

_NOT_A_TERMINAL = (
    "kore-campaign: the wizard needs a terminal; without one use --plain, `kore-campaign check FILE` "
    "or `kore-campaign submit FILE`."
)


def run_without_options() -> int:
    """Run the wizard where nothing is asked for; returns the exit code of :func:`start`."""
    hasten()
    return start(WizardOptions(_terminal(), ConnectionRequest(take(os.environ))))


def run_with_options(arguments: "argparse.Namespace", start_from: str | None, *, copy: bool = False) -> int:
    """Run the wizard with ``start_from``, or with a ``copy`` of it; returns the exit code of :func:`start`.

    Raises:
        UsageError: a secret can't be read from where it is said to be.
    """
    from tui.credentials.request import connection_request  # what asks for secrets

    options = WizardOptions(
        terminal=_terminal(no_color=arguments.no_color, ascii_only=arguments.ascii, theme=arguments.theme),
        request=connection_request(arguments),
        practice=arguments.practice,
        fault=arguments.fault or "",
        start_from=start_from,
        copy=copy,
        plain=arguments.plain,
        lock_after=arguments.lock_after,
        timeout=arguments.timeout,
        mouse=arguments.mouse,
        thin=arguments.thin,
    )
    return start(options)


def start(options: WizardOptions) -> int:
    """Run the wizard; returns the exit code of its last create, 0 if there was none."""
    plain = options.plain
    if not plain:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
            say(_NOT_A_TERMINAL)
            return MEANINGS[Verdict.USAGE].exit_code
        plain = cannot_draw(os.environ)
    make_safe(os.environ)
    if plain:
        settle()
        from tui.plain.run import run as run_face
    else:
        hasten()
        from tui.screen.run import run as run_face
    return run_face(options)


def _terminal(*, no_color: bool = False, ascii_only: bool = False, theme: str | None = None) -> Terminal:
    encoding = sys.stderr.encoding if sys.stderr else None
    return look(os.environ, encoding, no_color=no_color, ascii_only=ascii_only, theme=theme)
