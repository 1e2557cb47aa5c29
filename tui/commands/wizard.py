"""The wizard: makes the terminal safe, starts the app, and says on leaving what became of everything."""

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.console import UnwrittenError, put, say
from tui.base.idle import MINUTES, Idle
from tui.base.terminal import Terminal, cannot_draw, make_safe
from tui.base.text import one_line, plural
from tui.credentials.resolve import ConnectionRequest, ProfileError, answering, choose, places_for
from tui.credentials.store import StoreError
from tui.kore.verdicts import MEANINGS, TIMEOUT, Verdict
from tui.screen.runtime.drivers import driver_class
from tui.screen.runtime.signals import STALLED_SECONDS, Signals, own_terminal
from tui.screen.runtime.startup import hasten, settle
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave, was_typed
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.credentials.profiles import Profile
    from tui.kore.outcome import Outcome

_NOT_A_TERMINAL = (
    "kore-campaign: the wizard needs a terminal; without one use --plain, `kore-campaign check FILE` "
    "or `kore-campaign submit FILE`."
)
_REST = (
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


def run(
    *,
    terminal: Terminal,
    wish: ConnectionRequest,
    practice: bool = False,
    start_from: str | None = None,
    plain: bool = False,
    fault: str = "",
    lock_after: float = MINUTES,
    timeout: float = TIMEOUT,
    copy: bool = False,
    mouse: bool | None = None,
    thin: bool = True,
) -> int:
    """Run the wizard; returns the exit code of its last create, 0 if there was none.

    ``practice`` starts in the practice platform and reads no ``KORE_*``; ``start_from`` names a campaign file
    to begin with, which may be incomplete or wrong, or a kept draft (``copy``: only a copy of it); ``terminal``
    is what can be drawn; ``wish`` says which connection to begin with; ``mouse`` whether the terminal is to
    report it (None: unless the line is a remote one); ``fault`` names what goes wrong on the practice platform.
    ``plain`` asks plain questions, as a terminal that can't draw gets them too.
    ``lock_after`` is how many minutes without a key it takes to cover the screen (0: never), ``timeout`` how many
    seconds the whole exchange of a create may take.
    Without ``thin`` all is sent as the toolkit writes it.
    """
    if not plain:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
            say(_NOT_A_TERMINAL)
            return 2
        plain = cannot_draw(os.environ)
    make_safe(os.environ)
    session = Session(
        timeout=timeout, access=Access(place=Destination.PRACTICE if practice else Destination.NOWHERE)
    )
    keeper = Autosave(session)
    if start_from is not None and not _load(session, keeper, start_from, copy=copy):
        return 2
    taken = practice or _take_connection(session, wish)
    wish.forget()  # the session has it, and forgets it when the screen is covered
    if not taken:
        return 2
    if plain:
        return _run_plain(session, keeper, terminal, fault)
    return _run_app(session, keeper, terminal, fault=fault, idle=Idle(lock_after), mouse=mouse, thin=thin)


def _load(session: Session, keeper: Autosave, name: str, *, copy: bool) -> bool:
    """Begin with a kept draft, or with the draft that a campaign file makes; say why where there is none."""
    from tui.campaign.parse import parse_campaign  # only where a file is given
    from tui.storage.draft_text import has_header
    from tui.storage.drafts import is_kept
    from tui.storage.files import STDIN, FileError, load_bytes, parse_json

    if name == STDIN:
        say("kore-campaign: the wizard reads keys from standard input: name a file.")
        return False
    try:
        data = load_bytes(name)
        if has_header(data) or is_kept(Path(name)):
            return _resume(session, keeper, Path(name), copy=copy)
        found = parse_campaign(parse_json(data))
    except FileError as failed:
        say(f"kore-campaign: {name} {failed}.")
        return False
    session.campaign.draft = found.draft
    session.connection.api = found.api
    session.campaign.file_name = one_line(Path(name).name, limit=40)
    session.campaign.file_problems = found.problems
    problems = (
        f" with {plural(len(found.problems), 'problem')}; the review names them" if found.problems else ""
    )
    session.notice = f"{session.campaign.file_name} is loaded{problems}."
    return True


def _resume(session: Session, keeper: Autosave, path: Path, *, copy: bool) -> bool:
    """Go on with a kept draft; with a copy where another session has it open."""
    from tui.storage import draft_text
    from tui.storage.drafts import HeldDraftError, is_kept, words

    try:
        try:
            copy = copy or not is_kept(path)
            keeper.open(path, copy=copy)
            session.notice = "This is a copy of the draft." if copy else "This is where you left it."
        except HeldDraftError as elsewhere:
            keeper.open(path, copy=True)
            session.notice = f"It is open elsewhere ({words(elsewhere.holder)}): this is a copy."
    except (draft_text.DraftError, OSError) as failed:
        say(f"kore-campaign: {path} {getattr(failed, 'strerror', None) or failed}.")
        return False
    return True


def _take_connection(session: Session, wish: ConnectionRequest) -> bool:
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
    session.access.place = Destination.PLATFORM
    session.access.from_environment = chosen.profile is None
    if chosen.profile is not None:
        session.access.use_profile(chosen.profile)
        if problem := _take_secrets(session, chosen.profile, wish):
            session.notice = problem
    session.access.connection = chosen.draft
    file_name = session.campaign.file_name
    if file_name and session.api != wanted:
        session.notice = f"{file_name} is for {wanted}; the connection for {session.api}: look at every step."
    return True


def _take_secrets(session: Session, profile: "Profile", wish: ConnectionRequest) -> str:
    """Hand on what the caller gave: a secret, or the passphrase of the profile's sealed file.

    Returns what is wrong with it, if anything.
    """
    if wish.secret is None and wish.passphrase is None:
        return ""
    places = session.access.places = places_for(wish)
    if wish.passphrase is not None:
        try:
            places.sealed_file.read(profile.name, answering(wish))
        except StoreError as failed:
            return str(failed)
    return ""


def _run_plain(session: Session, keeper: Autosave, terminal: Terminal, fault: str) -> int:
    from tui.commands import plain  # the other way to ask

    settle()
    session.submissions.find_earlier()
    code = plain.run(session, keeper, terminal, lambda known: _start_practice(known, fault))
    return _finish(session, keeper, code)


def _run_app(
    session: Session,
    keeper: Autosave,
    terminal: Terminal,
    *,
    fault: str,
    idle: Idle,
    mouse: bool | None,
    thin: bool,
) -> int:
    hasten()
    from tui.screen.app import WizardApp  # the screen library

    app = WizardApp(
        session,
        start_practice=lambda known: _start_practice(known, fault),
        load_rest=lambda: _load_rest(session),
        terminal=terminal,
        idle=idle,
        keeper=keeper,
    )
    app.driver_class = driver_class(wanted=thin) or app.driver_class
    with Signals(app) as ways, own_terminal():
        app.run(mouse="SSH_CONNECTION" not in os.environ if mouse is None else mouse)
    if flying := session.submissions.in_flight():
        if ways.code:
            ways.wait_for(flying)
        else:
            flying.stop(wait=STALLED_SECONDS)
    last = _last_outcome(session)
    code = _finish(session, keeper, ways.code or (last.exit_code if last else app.return_code or 0))
    if last and last.verdict is Verdict.UNKNOWN:
        _say_unknown(session, last)
    elif last and ways.code:
        say(f"kore-campaign: {last.verdict}: {last.message}")
    if ways.code:
        return ways.code
    if app.failure is not None:
        say(f"kore-campaign: an error of its own ended it ({type(app.failure).__name__}).")
        return MEANINGS[Verdict.INTERNAL].exit_code
    return code


def _last_outcome(session: Session) -> "Outcome | None":
    """What came of the last create; where nobody waits for that any more, it is not known."""
    if not session.submissions.in_flight():
        return session.submissions.last_outcome()
    from tui.kore.judge import LOOK_FIRST
    from tui.kore.outcome import Outcome

    return Outcome(Verdict.UNKNOWN, LOOK_FIRST)


def _say_unknown(session: Session, last: "Outcome") -> None:
    """Say that nobody knows what came of the last create, and what to do about it."""
    say(f"kore-campaign: UNKNOWN: {last.message}")
    doubted = session.submissions.all[-1].in_doubt
    if doubted is not None and doubted.may_exist:
        settled = f"kore-campaign receipts resolve {doubted.id} --created, or --not-created"
        say(f"Until it is settled, the same is not sent again: {settled}.")


def _finish(session: Session, keeper: Autosave, code: int) -> int:
    """Keep what is not done with, and print the id of each campaign; returns ``code``, or 1 where none was printed."""
    if session.access.practice is not None:
        session.access.practice.close()
    _keep_or_discard(session, keeper)
    ids = [
        each.outcome.campaign_id
        for each in session.submissions.all
        if each.outcome and each.outcome.campaign_id
    ]
    try:
        for campaign_id in ids:
            put(campaign_id, once=True)
    except UnwrittenError as failed:
        say(f"kore-campaign: {failed}")
        return code or MEANINGS[Verdict.INTERNAL].exit_code
    return code


def _is_finished(session: Session) -> bool:
    """Whether nothing would be lost: nothing was typed, or the last thing sent was accepted as it stands."""
    if not was_typed(session):
        return True
    done = [
        each for each in session.submissions.all if each.outcome and each.outcome.verdict is Verdict.ACCEPTED
    ]
    return bool(done) and done[-1].document == session.document()


def _keep_or_discard(session: Session, keeper: Autosave) -> None:
    if _is_finished(session):
        keeper.discard()
    elif not keeper.save():
        say(f"kore-campaign: the draft could not be kept: {keeper.trouble}.")
    elif keeper.path is not None:
        import shlex  # a first screen need not wait for it

        say(f"Draft kept. Go on with: kore-campaign --from {shlex.quote(str(keeper.path))}")


def _start_practice(session: Session, fault: str) -> None:
    from tui.practice.server import start

    try:
        session.access.practice = start(fault=fault)
    except OSError as failed:
        session.access.practice_error = (
            f"The practice platform can't start here: {failed.strerror or failed}."
        )


def _load_rest(session: Session) -> None:
    for name in _REST:
        importlib.import_module(name)
    settle()
    session.submissions.find_earlier()
