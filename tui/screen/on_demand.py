"""The one door to what the first screen does not show: it is loaded when it is first needed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.app import App

from tui.base.terminal import ThemeName
from tui.campaign.modes import Api
from tui.credentials.profile_errors import ProfileError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.base.idle import Idle
    from tui.credentials.profile_text import Profiles
    from tui.kore.pasted_connection import PastedConnection
    from tui.screen.app import WizardApp
    from tui.screen.pages.lock_screen import IdleLock
    from tui.screen.pages.receipts import ReceiptsScreen
    from tui.screen.pages.start_ways import StartWays
    from tui.screen.runtime.keymap import Keymap
    from tui.screen.steps.connection_form import ConnectionForm
    from tui.screen.steps.connection_profiles import ProfilePicker
    from tui.screen.steps.kept_drafts import KeptDrafts
    from tui.screen.widgets.help_panel import HelpPanel
    from tui.screen.widgets.menu import Menu
    from tui.screen.widgets.rail import Rail
    from tui.screen.widgets.side_panel import SidePanel
    from tui.storage.drafts import ListedDraft
    from tui.workflow.help_text import HelpText
    from tui.workflow.session import Session


def _late(name: str) -> Any:
    """The module ``tui.NAME``, loaded now."""
    return import_module(f"tui.{name}")


def help_panel(app: App[Any], said: "HelpText") -> "HelpPanel":
    """The page of help, with the keys that work now."""
    made: HelpPanel = _late("screen.widgets.help_panel").HelpPanel(said, app)
    return made


def menu(app: "WizardApp") -> "Menu":
    """The palette of everything that can be done now."""
    palette = _late("screen.palette")
    made: Menu = palette.Menu(
        palette.offered(app), palette.ranked, palette.theme_of, palette.look_behind(app)
    )
    return made


def change_version(session: "Session", api: str) -> list[str]:
    """Make the campaign one for another version of the API; returns what that changes of it."""
    said: list[str] = _late("workflow.version_change").change_version(session, Api(api))
    return said


def keymap(wanted: "Mapping[str, str]") -> "Keymap":
    """The keys that a person chose, and what of them can't be."""
    made: Keymap = _late("screen.runtime.keymap").keymap(wanted)
    return made


def keep_theme(name: str) -> str:
    """Make the theme the one that the wizard begins with; why that failed, or nothing. It writes to the disk."""
    failed: str = _late("storage.config_change").keep_theme(ThemeName(name))
    return failed


def asides(session: "Session") -> "tuple[Rail, SidePanel]":
    """What a wide window has at the left and at the right."""
    rail: Rail = _late("screen.widgets.rail").Rail(session, id="rail")
    panel: SidePanel = _late("screen.widgets.side_panel").SidePanel(session, id="campaign")
    return rail, panel


def stops_ahead(session: "Session", step: str) -> int:
    """How many problems the person has ahead; the first screen of a start, where nothing was passed, loads nothing."""
    campaign = session.campaign
    if len(campaign.visited) < 2 and not campaign.touched:
        return 0
    count: int = _late("workflow.open_problems").stops_ahead(session, step)
    return count


def receipts(session: "Session") -> "ReceiptsScreen":
    """The list of every create that was sent from here."""
    made: ReceiptsScreen = _late("screen.pages.receipts").ReceiptsScreen(session)
    return made


def start_ways(app: "WizardApp") -> "StartWays":
    """What the rows of the start page lead to."""
    made: StartWays = _late("screen.pages.start_ways").StartWays(app)
    return made


def idle_lock(app: App[None], session: "Session", idle: "Idle") -> "IdleLock":
    """What covers the screen once no key was pressed for too long."""
    made: IdleLock = _late("screen.pages.lock_screen").IdleLock(app, session, idle)
    return made


def kept_drafts(app: App[None]) -> "tuple[ListedDraft, ...]":
    """The drafts on disk that can be gone on with. It reads the disk: to be called in a thread."""
    made: tuple[ListedDraft, ...] = _late("screen.steps.kept_drafts").kept(app)
    return made


def draft_list(drafts: "tuple[ListedDraft, ...]") -> "KeptDrafts":
    """The list of them."""
    made: KeptDrafts = _late("screen.steps.kept_drafts").KeptDrafts(drafts, id="drafts")
    return made


def stored_profiles() -> "tuple[Profiles | None, str]":
    """The profiles on disk; or None, and why their file can't be read."""
    try:
        return _late("credentials.profile_file").load(), ""
    except ProfileError as failed:
        return None, str(failed)


def profile_picker(session: "Session", profiles: "Profiles") -> "ProfilePicker":
    """The list of profiles."""
    made: ProfilePicker = _late("screen.steps.connection_profiles").ProfilePicker(session, profiles)
    return made


def connection_form(session: "Session") -> "ConnectionForm":
    """The fields of a connection that is typed."""
    made: ConnectionForm = _late("screen.steps.connection_form").ConnectionForm(session)
    return made


def pasted_connection(text: str) -> "PastedConnection | None":
    """The connection that a paste holds, or None; almost every paste is something else."""
    if "KORE_" not in text and "curl" not in text:
        return None
    made: PastedConnection | None = _late("kore.pasted_connection").read(text)
    return made
