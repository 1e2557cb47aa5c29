"""The wizard: makes the terminal safe, starts the app, and says on leaving what became of everything."""

import contextlib
import gc
import importlib
import os
import shlex
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tui.commands.output import put, say
from tui.credentials.choosing import ProfileError, Wish, answering, choose, places_for
from tui.credentials.profiles import Profile
from tui.credentials.store import StoreError
from tui.idle import MINUTES, Idle
from tui.kore.outcome import MEANINGS, Verdict
from tui.session import Place, Session
from tui.terminal import Terminal, cannot_draw, make_safe
from tui.text import one_line, plural

if TYPE_CHECKING:
    from tui.app import WizardApp

_NOT_A_TERMINAL = (
    "kore-campaign: the wizard needs a terminal; without one use --plain, `kore-campaign check FILE` "
    "or `kore-campaign submit FILE`."
)
_REST = (
    "tui.steps.basics", "tui.steps.lists", "tui.steps.strategy", "tui.steps.hours", "tui.steps.review",
    "tui.steps.submit", "tui.widgets.help_panel", "tui.campaign.model", "tui.create", "tui.records.drafts",
)  # fmt: skip
"""What later steps need: loaded in a thread once the first screen stands."""
_STALLED_SECONDS = 2.0


def run(
    *,
    practice: bool,
    fault: str = "",
    start_from: str | None,
    terminal: Terminal,
    wish: Wish,
    plain: bool,
    lock_after: float = MINUTES,
) -> int:
    """Run the wizard; returns the exit code of its last create, 0 if there was none.

    ``practice`` starts in the practice platform and reads no ``KORE_*``; ``start_from`` names a campaign file
    to begin with, which may be incomplete or wrong; ``terminal`` is what can be drawn; ``wish`` says which connection
    to begin with; ``plain`` asks plain questions, as a terminal that can't draw gets them too. ``fault`` names what
    goes wrong on the practice platform, or nothing.
    ``lock_after`` is how many minutes without a key it takes to cover the screen (0: never).
    """
    if not plain:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
            say(_NOT_A_TERMINAL)
            return 2
        plain = cannot_draw(os.environ)
    make_safe(os.environ)
    session = Session(place=Place.PRACTICE if practice else Place.NOWHERE)
    if start_from is not None and not _load(session, start_from):
        return 2
    if not practice and not _take_connection(session, wish):
        return 2
    return (
        _run_plain(session, terminal, fault)
        if plain
        else _run_app(session, terminal, fault, Idle(lock_after))
    )


def _load(session: Session, name: str) -> bool:
    """Begin with the draft that a file makes; say why where there is none."""
    from tui.campaign.reading import read  # only where a file is given
    from tui.records.files import STDIN, FileError, load

    if name == STDIN:
        say("kore-campaign: the wizard reads keys from standard input: name a file.")
        return False
    try:
        found = read(load(name))
    except FileError as failed:
        say(f"kore-campaign: {name} {failed}.")
        return False
    session.draft = found.draft
    session.connection.api = found.api
    session.file_name = one_line(Path(name).name, limit=40)
    session.file_problems = found.problems
    problems = (
        f" with {plural(len(found.problems), 'problem')}; the review names them" if found.problems else ""
    )
    session.notice = f"{session.file_name} is loaded{problems}."
    return True


def _take_connection(session: Session, wish: Wish) -> bool:
    """Use the profile that is named, or the environment's connection, or the default profile.

    A profile that is named and not there ends it; all else that is wrong is said on the first screen.
    """
    try:
        chosen = choose(wish)
    except ProfileError as failed:
        session.notice = str(failed)
        if wish.profile:
            say(f"kore-campaign: {failed}")
        return not wish.profile
    if chosen is None:
        return True
    session.notice = chosen.note or session.notice
    wanted = session.connection.api
    session.place = Place.PLATFORM
    session.from_environment = chosen.profile is None
    if chosen.profile is not None:
        session.use_profile(chosen.profile)
        if problem := _take_secrets(session, chosen.profile, wish):
            session.notice = problem
    session.connection = chosen.draft
    if session.file_name and session.api != wanted:
        session.notice = (
            f"{session.file_name} is for {wanted}; the connection for {session.api}: look at every step."
        )
    return True


def _take_secrets(session: Session, profile: Profile, wish: Wish) -> str:
    """Hand on what the caller gave: a secret, or the passphrase of the profile's sealed file.

    Returns what is wrong with it, if anything.
    """
    if wish.secret is None and wish.passphrase is None:
        return ""
    places = session.places = places_for(wish)
    if wish.passphrase is not None:
        try:
            places.sealed_file.read(profile.name, answering(wish))
        except StoreError as failed:
            return str(failed)
    return ""


def _run_plain(session: Session, terminal: Terminal, fault: str) -> int:
    from tui.commands import plain  # the other way to ask

    session.find_earlier()
    code = plain.run(session, terminal, lambda known: _start_practice(known, fault))
    _finish(session)
    return code


def _run_app(session: Session, terminal: Terminal, fault: str, idle: Idle) -> int:
    gc.disable()  # a tenth of the start goes into looking for garbage where there is none
    from tui.app import WizardApp  # the screen library

    app = WizardApp(
        session,
        start_practice=lambda known: _start_practice(known, fault),
        load_rest=lambda: _load_rest(session),
        terminal=terminal,
        idle=idle,
    )
    _save_when_hung_up(app)
    app.run(mouse="SSH_CONNECTION" not in os.environ)
    if flying := session.in_flight():
        flying.stop(wait=_STALLED_SECONDS)
    _finish(session)
    if app.failure is not None:
        say(f"kore-campaign: an error of its own ended it ({type(app.failure).__name__}).")
        return MEANINGS[Verdict.INTERNAL].exit_code
    last = session.last_outcome()
    return last.exit_code if last else app.return_code or 0


def _finish(session: Session) -> None:
    """Keep what is not done with, and print the id of each campaign."""
    if session.practice is not None:
        session.practice.close()
    if not _is_finished(session):
        _save_draft(session)
    for sending in session.sendings:
        if sending.outcome and sending.outcome.campaign_id:
            put(sending.outcome.campaign_id)


def _is_finished(session: Session) -> bool:
    """Whether nothing would be lost: nothing was typed, or the last thing sent was accepted as it stands."""
    if session.draft == type(session.draft)():
        return True
    done = [each for each in session.sendings if each.outcome and each.outcome.verdict is Verdict.ACCEPTED]
    return bool(done) and done[-1].document == session.document()


def _save_draft(session: Session) -> None:
    from tui.records import drafts  # loaded behind the first screen

    try:
        path = drafts.save(session.draft, session.api, began=session.began)
    except OSError as failed:
        say(f"kore-campaign: the draft could not be kept: {failed.strerror or failed}.")
    else:
        say(f"Draft kept. Go on with: kore-campaign --from {shlex.quote(str(path))}")


def _save_when_hung_up(app: "WizardApp") -> None:
    """Keep the draft when the line drops or the process is told to end.

    Saved at once and synchronously: a stalled terminal blocks the event loop, and with it everything else.
    """

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001

        from tui.records import drafts  # loaded behind the first screen

        with contextlib.suppress(OSError):  # said on the way out, where it fails again
            drafts.save(app.session.draft, app.session.api, began=app.session.began)
        watchdog = threading.Timer(_STALLED_SECONDS, lambda: os._exit(128 + number))
        watchdog.daemon = True
        watchdog.start()
        app.leave_from_signal(128 + number)

    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _start_practice(session: Session, fault: str) -> None:
    from tui.practice.server import start

    try:
        session.practice = start(fault=fault)
    except OSError as failed:
        session.practice_error = f"The practice platform can't start here: {failed.strerror or failed}."


def _load_rest(session: Session) -> None:
    for name in _REST:
        importlib.import_module(name)
    gc.freeze()
    gc.enable()
    session.find_earlier()
