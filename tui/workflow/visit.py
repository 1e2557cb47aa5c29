"""How a run of the wizard begins and ends: what it starts with, and what becomes of it on leaving."""

import shlex
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.base.console import UnwrittenError, put, say
from tui.credentials.profile_errors import ProfileError
from tui.credentials.resolve import ConnectionRequest, answering, choose, places_for
from tui.credentials.store import StoreError
from tui.kore.verdicts import MEANINGS, Verdict
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave, was_typed
from tui.workflow.farewell import farewell
from tui.workflow.session import Session
from tui.workflow.wizard_options import WizardOptions

if TYPE_CHECKING:
    from tui.credentials.profiles import Profile


def begin(options: WizardOptions) -> tuple[Session, Autosave] | None:
    """Begin with the file, the draft and the connection that are asked for; None where that was refused and said.

    The secrets of the request are forgotten: the session has them, and forgets them when the screen is covered.
    """
    place = Destination.PRACTICE if options.practice else Destination.NOWHERE
    access = Access(place=place, practice_setup=options.setup)
    session = Session(access=access, timeout=options.timeout)
    autosave = Autosave(session)
    if options.start_from is not None or options.template is not None:
        from tui.workflow import start_file  # what reads files is not loaded where there is none

        if not start_file.begin(session, autosave, options):
            return None
    taken = options.practice or _take_connection(session, options.request)
    session.notice = _with_notes(session.notice, options.notes)
    options.request.forget()
    return (session, autosave) if taken else None


def _with_notes(notice: str, notes: Sequence[str]) -> str:
    """``notice``, and the first of ``notes`` in its line; of the others how many there are."""
    more = f" (and {len(notes) - 1} more: kore-campaign doctor names them)" if len(notes) > 1 else ""
    return " ".join(filter(None, (notice, *(f"{note}{more}" for note in notes[:1]))))


def _take_connection(session: Session, request: ConnectionRequest) -> bool:
    """Use the profile that is named, or the environment's connection, or the default profile.

    A profile that is named and not there ends it; all else that is wrong is said on the first screen.
    """
    try:
        chosen = choose(request)
    except ProfileError as failed:
        session.notice = str(failed)
        if request.profile:
            say(f"kore-campaign: {failed}")
        return not request.profile
    if chosen is None:
        return True
    session.notice = chosen.note or session.notice
    wanted = session.connection.api
    session.access.place = Destination.PLATFORM
    session.access.from_environment = chosen.profile is None
    if chosen.profile is not None:
        session.access.use_profile(chosen.profile)
        if problem := _take_secrets(session, chosen.profile, request):
            session.notice = problem
    session.access.connection = chosen.draft
    name = session.campaign.file_name or (session.campaign.origin and session.campaign.origin.title)
    if name and session.api != wanted:
        session.notice = f"{name} is for {wanted}; the connection for {session.api}: look at every step."
    return True


def _take_secrets(session: Session, profile: "Profile", request: ConnectionRequest) -> str:
    """Hand on what the caller gave: a secret, or the passphrase of the profile's sealed file.

    Returns what is wrong with it, if anything.
    """
    if request.secret is None and request.passphrase is None:
        return ""
    places = session.access.places = places_for(request)
    if request.passphrase is not None:
        try:
            places.sealed_file.read(profile.name, answering(request))
        except StoreError as failed:
            return str(failed)
    return ""


def finish(session: Session, autosave: Autosave, code: int) -> int:
    """Keep what is not done with, and say what was created and where its receipt is.

    Where standard output is no terminal, the id of each campaign is printed there. Returns ``code``, or 1 where
    none was printed.
    """
    if session.access.practice is not None:
        session.access.practice.close()
    _keep_or_discard(session, autosave)
    for sentence in farewell(session):
        say(sentence)
    if sys.stdout is not None and sys.stdout.isatty():
        return code
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


def _keep_or_discard(session: Session, autosave: Autosave) -> None:
    if _is_finished(session):
        autosave.discard()
    elif not autosave.save():
        say(f"kore-campaign: the draft could not be kept: {autosave.trouble}.")
    elif autosave.path is not None:
        say(f"Draft kept. Go on with: kore-campaign --from {shlex.quote(str(autosave.path))}")


def start_practice(access: Access, fault: str) -> None:
    """Start the practice platform, with the fault that is to be practised; ``access`` is told why it can't start."""
    from tui.practice.server import start

    try:
        access.practice = start(fault=fault, setup=access.practice_setup)
    except OSError as failed:
        access.practice_error = f"The practice platform can't start here: {failed.strerror or failed}."
