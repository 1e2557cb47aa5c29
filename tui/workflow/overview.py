"""What the start page says: read from the disk alone, never from a keyring or the network. Takes a moment."""

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tui.base.text import age, plural
from tui.campaign.modes import Api
from tui.credentials import profile_file
from tui.credentials.profile_errors import ProfileError
from tui.kore.connection import Host, HostError
from tui.kore.verdicts import Verdict
from tui.storage import drafts, tested
from tui.storage.draft_errors import DraftError
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session

_LOOKED_AT = 5
"""Drafts that are read at most: the newest may be open in other sessions."""
_WEEK = 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class LatestDraft:
    """The draft to go on with: where it is, its name, its age, the step it was left at, how many problems stop it.

    ``trouble`` says what keeps it from being gone on with.
    """

    path: Path
    name: str
    trouble: str = ""
    age: str = ""
    step: str = ""
    problems: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is on disk, in words: the newest draft, the creates, the profiles, and when the chosen one was tested."""

    draft: LatestDraft | None = None
    sent: str = ""
    is_doubtful: bool = False
    profiles: str = ""
    tested: str = ""


def read(session: Session, own: Path | None) -> Overview:
    """Read it all; ``own`` is the draft of this session, which is not gone on with."""
    unknown = _unknown(session)
    return Overview(
        latest_draft(own),
        _sent(session, unknown),
        unknown > 0,
        _profiles(),
        _tested(session.connection.profile),
    )


def latest_draft(own: Path | None = None) -> LatestDraft | None:
    """The newest draft that can be opened; where none can, the newest with what keeps it from that."""
    try:
        found = drafts.newest(_LOOKED_AT, but=own)
    except OSError:
        return None
    usable = [each for each in found if each.holder is None and not each.trouble]
    if not found:
        return None
    here = (usable or found)[0]
    if here.holder is not None:
        return LatestDraft(here.path, here.name, f"open: {drafts.words(here.holder)}")
    if here.trouble:
        return LatestDraft(here.path, here.name, here.trouble)
    return LatestDraft(
        here.path, here.name, "", age(time.time() - here.saved), here.step, _problems(here.path)
    )


def _problems(path: Path) -> str:
    try:
        content = drafts.read(path)
    except (DraftError, OSError):
        return ""
    return problems_words(CampaignEditor(content.draft), content.api)


def problems_words(campaign: CampaignEditor, api: Api) -> str:
    """How many problems stop a campaign."""
    return plural(sum(each.is_error for each in campaign.checked(api).problems), "problem")


def _unknown(session: Session) -> int:
    own = [each.outcome for each in session.submissions.all if not each.practice]
    open_here = sum(each is not None and each.verdict is Verdict.UNKNOWN for each in own)
    return len(session.submissions.unresolved()) + open_here


def _sent(session: Session, unknown: int) -> str:
    now = time.time()
    earlier = [
        each
        for each in session.submissions.earlier
        if now - datetime.fromisoformat(each.time).timestamp() < _WEEK
    ]
    here = [
        each
        for each in session.submissions.all
        if not each.practice and each.outcome and each.outcome.verdict in {Verdict.ACCEPTED, Verdict.UNKNOWN}
    ]
    said = f"{len(earlier) + len(here) or 'none'} sent this week"
    return f"{said}, {unknown} unknown" if unknown else said


def _profiles() -> str:
    try:
        found = profile_file.load()
    except ProfileError:
        return "the profiles can't be read"
    names = [
        f"{each.name} (default)" if each.name == found.default else each.name
        for each in sorted(found.all, key=lambda each: each.name != found.default)
    ]
    return ", ".join(names) or "none kept yet"


def _tested(name: str) -> str:
    """When the profile ``name`` was tested last, as it stands now."""
    if not name:
        return ""
    note = tested.last(name)
    try:
        profile = profile_file.load().named(name)
        host = Host.read(profile.host).url
    except (ProfileError, HostError):
        return ""
    if note is None or not note.is_of(host, profile.app_id, profile.account_id, profile.client_id):
        return "not tested yet"
    return f"{'tested' if note.connected else 'test failed'} {age(time.time() - note.at)}"
