"""The wizard on screen: makes the app, runs it, and ends it."""

import importlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.base.console import say
from tui.base.idle import Idle
from tui.kore.verdicts import MEANINGS, Verdict
from tui.screen import on_demand
from tui.screen.app import WizardApp
from tui.screen.runtime.drivers import driver_class
from tui.screen.runtime.signals import STALLED_SECONDS, Signals, own_terminal
from tui.screen.runtime.startup import settle
from tui.workflow.session import Session
from tui.workflow.visit import begin, finish, start_practice
from tui.workflow.wizard_options import WizardOptions

if TYPE_CHECKING:
    from tui.kore.outcome import Outcome
    from tui.workflow.autosave import Autosave
    from tui.workflow.overview import Overview

_REST = (
    "tui.screen.steps.connection",
    "tui.screen.steps.basics",
    "tui.screen.steps.lists",
    "tui.screen.steps.strategy",
    "tui.screen.steps.hours",
    "tui.screen.steps.review",
    "tui.screen.steps.submit",
    "tui.screen.widgets.help_panel",
    "tui.campaign.model",
    "tui.workflow.create",
    "tui.storage.drafts",
)
"""What later steps need: loaded in a thread once the first screen stands."""


def run(options: WizardOptions) -> int:
    """Run the app; returns the exit code of the last create, 0 if there was none."""
    keys, wrong = on_demand.keymap(options.keys) if options.keys else ({}, ())
    is_named = options.names_work
    begun = begin(replace(options, notes=(*options.notes, *wrong)))
    if begun is None:
        return MEANINGS[Verdict.USAGE].exit_code
    session, autosave = begun
    app = WizardApp(
        session,
        start_practice=lambda known: start_practice(known.access, options.fault),
        load_rest=lambda: _load_rest(session),
        terminal=options.terminal,
        idle=Idle(options.lock_after),
        autosave=autosave,
        keymap=keys,
        overview=None if is_named else lambda: _overview(session, autosave),
    )
    app.driver_class = driver_class(wanted=options.thin) or app.driver_class
    with Signals(app) as ways, own_terminal():
        app.run(mouse="SSH_CONNECTION" not in os.environ if options.mouse is None else options.mouse)
    if flying := session.submissions.in_flight():
        if ways.code:
            ways.wait_for(flying)
        else:
            flying.stop(wait=STALLED_SECONDS)
    last = _last_outcome(session)
    code = finish(session, autosave, ways.code or (last.exit_code if last else app.return_code or 0))
    if last and ways.code and last.verdict not in {Verdict.ACCEPTED, Verdict.UNKNOWN}:
        say(f"kore-campaign: {last.verdict}: {last.message}")
    if ways.code:
        return ways.code
    if app.failure is not None:
        say(f"kore-campaign: an error of its own ended it ({type(app.failure).__name__}).")
        return MEANINGS[Verdict.INTERNAL].exit_code
    return code


def _last_outcome(session: Session) -> "Outcome | None":
    """What came of the last create; where nobody waits for that any more, it is not known."""
    flying = session.submissions.in_flight()
    return flying.unheard() if flying else session.submissions.last_outcome()


def _overview(session: Session, autosave: "Autosave") -> "Overview":
    found: Overview = importlib.import_module("tui.workflow.overview").read(session, autosave.path)
    return found


def _load_rest(session: Session) -> None:
    for name in _REST:
        importlib.import_module(name)
    settle()
    session.submissions.find_earlier()
