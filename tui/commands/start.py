"""The one way into the wizard: it starts the screen or the plain questions. It knows no parser of options."""

import locale
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.base.console import say
from tui.base.idle import MINUTES
from tui.base.terminal import Terminal, cannot_draw, look, make_safe
from tui.base.text import one_line
from tui.credentials.environment import take
from tui.credentials.resolve import ConnectionRequest
from tui.kore.verdicts import MEANINGS, Verdict
from tui.screen.runtime.startup import hasten, settle
from tui.storage import config
from tui.workflow.wizard_options import WizardOptions

if TYPE_CHECKING:
    import argparse

PLAIN_VARIABLE = "KORE_PLAIN"
"""Asks for plain questions (1) or the screen (0). It is no part of a connection, and holds in practice too."""
_SWITCH = {"1": True, "0": False}
_NOT_A_TERMINAL = (
    "kore-campaign: the wizard needs a terminal; without one use --plain, `kore-campaign check FILE` "
    "or `kore-campaign submit FILE`."
)


def run_without_options() -> int:
    """Run the wizard where nothing is asked for; returns the exit code of :func:`start`."""
    hasten()
    setup = config.load()
    plain, notes = _wants_plain(os.environ, setup)
    options = WizardOptions(
        terminal=_terminal(theme=setup.theme),
        request=ConnectionRequest(take(os.environ)),
        plain=plain,
        lock_after=_first(setup.lock_after, MINUTES),
        mouse=setup.mouse,
        keys=setup.keys,
        notes=notes,
    )
    return start(options)


def run_with_options(arguments: "argparse.Namespace", start_from: str | None, *, copy: bool = False) -> int:
    """Run the wizard with ``start_from``, or with a ``copy`` of it; returns the exit code of :func:`start`.

    An option goes before the environment, that before the config file, and that before what is usual.

    Raises:
        UsageError: a secret can't be read from where it is said to be.
    """
    from tui.credentials.request import connection_request  # what asks for secrets

    setup = config.load()
    plain, notes = _wants_plain(os.environ, setup)
    theme = arguments.theme or setup.theme
    options = WizardOptions(
        terminal=_terminal(no_color=arguments.no_color, ascii_only=arguments.ascii, theme=theme),
        request=connection_request(arguments),
        practice=arguments.practice,
        fault=arguments.fault or "",
        setup=arguments.setup,
        start_from=start_from,
        template=arguments.template,
        copy=copy,
        plain=_first(arguments.plain, plain),
        lock_after=_first(arguments.lock_after, setup.lock_after, MINUTES),
        timeout=arguments.timeout,
        mouse=_first(arguments.mouse, setup.mouse, None),
        thin=arguments.thin,
        keys=setup.keys,
        notes=notes,
    )
    return start(options)


def _first(*given: Any) -> Any:
    """The first of ``given`` that says something, else the last."""
    return next((each for each in given if each is not None), given[-1])


def _wants_plain(environ: Mapping[str, str], setup: config.Config) -> tuple[bool, tuple[str, ...]]:
    """Whether plain questions are set up, and what is to be said of the settings that were ignored."""
    notes = tuple(f"{config.CONFIG_NAME}: {each}" for each in setup.wrong)
    said = environ.get(PLAIN_VARIABLE, "")
    if said in _SWITCH:
        return _SWITCH[said], notes
    ignored = (f"{PLAIN_VARIABLE} is 1 or 0, not {one_line(said, limit=20)}.",) if said else ()
    return bool(setup.plain), (*ignored, *notes)


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
    return look(
        os.environ,
        encoding,
        no_color=no_color,
        ascii_only=ascii_only,
        theme=theme,
        in_use=locale.setlocale(locale.LC_CTYPE) if os.name == "posix" else None,
    )
