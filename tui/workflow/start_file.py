"""What a run of the wizard begins with: a kept draft, a campaign as JSON, or a template."""

from pathlib import Path
from typing import NamedTuple

from tui.base.console import say
from tui.base.text import one_line, plural
from tui.campaign.checked import Checked
from tui.storage import templates
from tui.storage.draft_errors import DraftError
from tui.storage.draft_text import has_header
from tui.storage.drafts import HeldDraftError, is_kept, words
from tui.storage.files import STDIN, FileError, load_bytes
from tui.storage.templates import TemplateError
from tui.workflow.autosave import Autosave
from tui.workflow.campaign_file import file_and_why, judge_file
from tui.workflow.new_from import from_file, from_template
from tui.workflow.session import Session
from tui.workflow.wizard_options import WizardOptions


def begin(session: Session, autosave: Autosave, options: WizardOptions) -> bool:
    """Begin with the template or the file that is asked for; say why where there is none."""
    if options.template is not None:
        return load_template(session, options.template)
    return load(session, autosave, options.start_from or "", copy=options.copy)


class CampaignFile(NamedTuple):
    """A campaign file: its name, and what it holds."""

    name: str
    checked: Checked


FoundFile = CampaignFile | Path
"""A campaign file that was read and judged, or the place of a kept draft."""


def find(name: str) -> FoundFile:
    """Look what the file ``name`` is. It reads the disk.

    Raises:
        FileError: it is neither a draft nor a campaign.
    """
    path = Path(name).expanduser() if name.startswith("~") else Path(name)
    data = load_bytes(str(path), pipes=not is_kept(path))
    if has_header(data) or is_kept(path):
        return path
    return CampaignFile(one_line(path.name, limit=40), judge_file(data))


def begin_with(session: Session, file: CampaignFile) -> str:
    """Begin with the draft that a campaign file makes; returns what to say."""
    found = file.checked
    session.begin_with(from_file(found, file.name))
    session.campaign.file_name, session.campaign.file_problems = file.name, found.problems
    many = plural(len(found.problems), "problem")
    problems = f" with {many}; the review names them" if found.problems else ""
    return f"{file.name} is loaded{problems}."


def load(session: Session, autosave: Autosave, name: str, *, copy: bool) -> bool:
    """Begin with a kept draft, or with the draft that a campaign file makes; say why where there is none."""
    if name == STDIN:
        say("kore-campaign: the wizard reads keys from standard input: name a file.")
        return False
    try:
        found = find(name)
    except FileError as failed:
        say(f"kore-campaign: {file_and_why(name, failed)}")
        return False
    if isinstance(found, Path):
        return _resume(session, autosave, found, copy=copy)
    session.notice = begin_with(session, found)
    return True


def load_template(session: Session, name: str) -> bool:
    """Begin with the template called ``name``; say why where there is none."""
    try:
        session.begin_with(from_template(templates.find(name)))
    except TemplateError as refused:
        say(f"kore-campaign: {refused}")
        return False
    except OSError as failed:
        say(f"kore-campaign: the templates: {failed.strerror or failed}.")
        return False
    return True


def _resume(session: Session, autosave: Autosave, path: Path, *, copy: bool) -> bool:
    """Go on with a kept draft; with a copy where another session has it open."""
    try:
        try:
            copy = copy or not is_kept(path)
            autosave.open(path, copy=copy)
            session.notice = "This is a copy of the draft." if copy else "This is where you left it."
        except HeldDraftError as elsewhere:
            autosave.open(path, copy=True)
            session.notice = f"It is open elsewhere ({words(elsewhere.holder)}): this is a copy."
    except (DraftError, OSError) as failed:
        say(f"kore-campaign: {path} {getattr(failed, 'strerror', None) or failed}.")
        return False
    return True
