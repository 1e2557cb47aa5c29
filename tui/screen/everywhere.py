"""What can be done from every step: the palette offers it behind what can be done where one is."""

import contextlib
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tui.base.text import age, one_line
from tui.campaign import edits
from tui.campaign.draft import Draft
from tui.campaign.fields import HOURS
from tui.screen import on_demand
from tui.screen.pages.campaign_json import campaign_json
from tui.screen.pages.keep_template import ask_for_name
from tui.screen.pages.load_file import ask_for_file
from tui.screen.pages.new_from import begin_with, new_from
from tui.screen.pages.start_ways import StartWays
from tui.screen.runtime.theme_choice import choose_theme
from tui.screen.steps import STEPS, number
from tui.screen.steps.review import SAVING
from tui.screen.widgets.actions import Action
from tui.screen.widgets.themes import THEMES
from tui.storage import templates
from tui.workflow.access import Destination
from tui.workflow.new_from import from_template

if TYPE_CHECKING:
    from tui.credentials.profiles import Profile
    from tui.screen.app import WizardApp
    from tui.storage.drafts import ListedDraft
    from tui.storage.templates import Template

THEME = "theme"
"""The name of what chooses a theme."""
_NAME_LIMIT = 30


def known_at_once(app: "WizardApp") -> list[Action]:
    """What needs no look at the disk. From a page that lies over a step one goes nowhere else."""
    if is_covered(app):
        return [*_themes(app)]
    return [*_steps(app), *_campaign(app), *_ways(app), *_presets(app), *_themes(app)]


def is_covered(app: "WizardApp") -> bool:
    """Whether a page lies over the step."""
    return len(app.screen_stack) > 1


def kept(app: "WizardApp") -> list[Action]:
    """The drafts that can be gone on with, the templates and the connections.

    It reads the disk: to be called in a thread.
    """
    return [*_drafts(app), *_templates(app), *_profiles(app)]


def _offer(app: "WizardApp", name: str, does: str, run: Callable[[], object], about: str = "") -> Action:
    return Action(f"app.{name}", ("",), about, does, name, app, False, run)


def _steps(app: "WizardApp") -> Iterator[Action]:
    for at, entry in enumerate(STEPS):
        if app.start_page is not None or at != app.at:
            does = f"Step {at + 1}: {entry.title}"
            yield _offer(app, f"step({at + 1})", does, partial(app.go, at))


def _campaign(app: "WizardApp") -> Iterator[Action]:
    """What can be done with the campaign, once something of it was typed."""
    if app.session.draft != Draft():
        review = number("Review")
        yield _offer(app, "save", "Save as a file", partial(app.go, review, SAVING))
        yield _offer(app, "json", "Show the JSON", lambda: app.push_screen(campaign_json(app.session)))
        yield _offer(app, "template", "Keep as a template", partial(ask_for_name, app))
    yield _offer(app, "load", "Load a campaign file", partial(ask_for_file, app))
    yield _offer(app, "new-from", "New from a template, draft, receipt or campaign", partial(new_from, app))


def _ways(app: "WizardApp") -> Iterator[Action]:
    """What the start page leads to; there its own rows do."""
    if app.start_page is None:
        ways = StartWays(app)
        yield _offer(app, "new", "New campaign", partial(ways.open, "new"))
        yield _offer(app, "receipts", "Receipts", partial(ways.open, "receipts"))
        if app.session.place is not Destination.PRACTICE:
            yield _offer(app, "practise", "Practise", partial(ways.open, "practise"))
        if not app.session.access.typing:
            yield _offer(app, "connection", "Connection: another one, typed", partial(_type_connection, app))


def _type_connection(app: "WizardApp") -> None:
    app.session.access.type_connection()
    app.go(number("Connection"), "host")


def _presets(app: "WizardApp") -> Iterator[Action]:
    campaign = app.session.campaign
    if app.start_page is not None and campaign.draft == Draft():
        return  # no campaign was begun
    presets = edits.DAILY_PRESETS if campaign.draft.is_daily else edits.PRESETS

    def choose(preset: edits.Preset) -> None:
        said = campaign.edit_week(edits.replace(preset.week, preset.name))
        at_grid = app.has_step() and app.focused is not None and app.focused.id == "grid"
        if at_grid and app.step.show_again(HOURS):
            app.show_status(said)
            app.update_frame()
        else:
            app.go(number(HOURS.step), "grid", said)

    for preset in presets:
        if preset.week != campaign.draft.week:
            yield _offer(app, "preset", f"Calling hours: {preset.name}", partial(choose, preset))


def _themes(app: "WizardApp") -> Iterator[Action]:
    for theme in THEMES:
        if theme.name != app.theme:
            does = f"Theme {theme.name}"
            yield _offer(app, THEME, does, partial(choose_theme, app, theme.name), theme.name)


def _drafts(app: "WizardApp") -> Iterator[Action]:
    def does(draft: "ListedDraft") -> str:
        at = f", at {draft.step}" if draft.step else ""
        return f"Draft: {one_line(draft.name, limit=_NAME_LIMIT)}, {age(time.time() - draft.saved)}{at}"

    for draft in on_demand.kept_drafts(app):
        if draft.holder is None and not draft.trouble:
            yield _offer(app, "draft", does(draft), partial(app.open_draft, draft.path))


def _templates(app: "WizardApp") -> Iterator[Action]:
    with contextlib.suppress(OSError):
        for template in templates.listed().all:
            does = f"New from the template {one_line(template.name, limit=_NAME_LIMIT)}"
            yield _offer(app, "template", does, partial(_begin, app, template))


def _begin(app: "WizardApp", template: "Template") -> None:
    begin_with(app, from_template(template))


def _profiles(app: "WizardApp") -> Iterator[Action]:
    access = app.session.access

    def use(profile: "Profile") -> None:
        access.use_profile(profile)
        app.go(number("Connection"), "profiles")

    profiles = access.profiles or on_demand.stored_profiles()[0]
    for profile in profiles.all if profiles else ():
        if access.place is not Destination.PLATFORM or profile != access.profile:
            host = one_line(profile.host, limit=_NAME_LIMIT)
            does = f"Connection: {one_line(profile.name, limit=_NAME_LIMIT)}, {host}"
            yield _offer(app, "connection", does, partial(use, profile))
