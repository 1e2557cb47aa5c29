"""The one door to what the first screen does not show: it is loaded when it is first needed."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from tui.credentials.profile_errors import ProfileError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.base.idle import Idle
    from tui.credentials.profile_text import Profiles
    from tui.screen.pages.lock_screen import IdleLock
    from tui.screen.pages.receipts import ReceiptsScreen
    from tui.screen.runtime.keymap import Keymap
    from tui.screen.steps.connection_form import ConnectionForm
    from tui.screen.steps.connection_profiles import ProfilePicker
    from tui.screen.steps.kept_drafts import KeptDrafts
    from tui.screen.widgets.help_panel import HelpPanel
    from tui.screen.widgets.menu import Menu
    from tui.storage.drafts import ListedDraft
    from tui.workflow.help_text import HelpText
    from tui.workflow.session import Session


def help_panel(app: App[Any], said: "HelpText") -> "HelpPanel":
    """The page of help, with the keys that work now."""
    from tui.screen.widgets.help_panel import HelpPanel

    return HelpPanel(said, app)


def menu(app: App[Any]) -> "Menu":
    """The menu of everything that can be done now."""
    from tui.screen.widgets.menu import Menu

    return Menu(app)


def keymap(wanted: "Mapping[str, str]") -> "Keymap":
    """The keys that a person chose, and what of them can't be."""
    from tui.screen.runtime.keymap import keymap

    return keymap(wanted)


def receipts(session: "Session") -> "ReceiptsScreen":
    """The list of every create that was sent from here."""
    from tui.screen.pages.receipts import ReceiptsScreen

    return ReceiptsScreen(session)


def idle_lock(app: App[None], session: "Session", idle: "Idle") -> "IdleLock":
    """What covers the screen once no key was pressed for too long."""
    from tui.screen.pages.lock_screen import IdleLock

    return IdleLock(app, session, idle)


def kept_drafts(app: App[None]) -> "tuple[ListedDraft, ...]":
    """The drafts on disk that can be gone on with. It reads the disk: to be called in a thread."""
    from tui.screen.steps.kept_drafts import kept

    return kept(app)


def draft_list(drafts: "tuple[ListedDraft, ...]") -> "KeptDrafts":
    """The list of them."""
    from tui.screen.steps.kept_drafts import KeptDrafts

    return KeptDrafts(drafts, id="drafts")


def stored_profiles() -> "tuple[Profiles | None, str]":
    """The profiles on disk; or None, and why their file can't be read."""
    from tui.credentials import profile_file

    try:
        return profile_file.load(), ""
    except ProfileError as failed:
        return None, str(failed)


def profile_picker(session: "Session", profiles: "Profiles") -> "ProfilePicker":
    """The list of profiles."""
    from tui.screen.steps.connection_profiles import ProfilePicker

    return ProfilePicker(session, profiles)


def connection_form(session: "Session") -> "ConnectionForm":
    """The fields of a connection that is typed."""
    from tui.screen.steps.connection_form import ConnectionForm

    return ConnectionForm(session)
