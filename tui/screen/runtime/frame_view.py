"""What stands around the step: heading, rail, buttons, panels beside it and the last line, read off the session."""

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from tui.screen import on_demand
from tui.screen.steps import STEPS
from tui.screen.steps.step_status import left_words, place_words, sign
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.frame import Aside, Heading, KeyLine, Mark

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

BROAD, VAST = 120, 160
"""Columns from which on the steps stand at the left and the campaign at the right; from which on the grid of hours has
quarter-hours."""


class FrameView:
    """Shows on the frame of ``app`` what its session says."""

    def __init__(self, app: "WizardApp") -> None:
        self._app = app

    def update(self) -> None:
        """Read the session again; there must be a step."""
        app, session, frame = self._app, self._app.session, self._app.frame
        back, onward = app.at > 0, app.at + 1 < len(STEPS)
        buttons = frame.query_one("#buttons", ButtonBar)
        buttons.titles = (*["Back"] * back, *["Next"] * onward, "Help")
        buttons.has_help, buttons.has_air = app.step.HAS_HELP, app.step.HAS_AIR
        where = frame.query_one(Heading)
        where.badge, where.tint = session.access.badge, session.access.tint
        where.profile = session.connection.profile
        where.place = place_words(session)
        if app.focused is None or app.focused.id != "name":  # while it is typed it stands there already
            where.draft_name = session.draft.name
        where.alarm = "NOT SAVED" if app.autosave.trouble else ""
        here = app.entry
        where.title, where.left = (
            here.says,
            ", ".join(filter(None, (left_words(session, here), app.step.read_words))),
        )
        where.marks = tuple(
            Mark(each.short, sign(session, each, is_here=each is here), each is here) for each in STEPS
        )
        for aside in frame.query(Aside):
            aside.follow(here.title)
        for panel in frame.query("#campaign"):  # the answer needs the room, and says all of it
            panel.set_class(here.title == "Submit", "-off")
        frame.query_one(KeyLine).keys = (*app.step.keys(), *self._keys_here(), *self._keys_everywhere())

    def add_asides(self, width: int) -> None:
        """Put the panels beside the step, once a window of ``width`` columns has room for them."""
        app = self._app
        if width >= BROAD and app.start_page is None and not app.frame.query(Aside):
            rail, panel = on_demand.asides(app.session)
            app.frame.mount(rail, after="#heading")
            app.frame.mount(panel, before="#status")
            app.call_after_refresh(self._show_asides)

    def _show_asides(self) -> None:
        """Let what stands beside the step look at it, and at the field one is in."""
        self._app.update_frame()
        if self._app.has_step() and self._app.frame.focused is not None:
            self.look_aside(self._app.frame.focused)

    def look_aside(self, at: Widget) -> None:
        """Show beside the step what ``at``, which has the focus, is about."""
        for aside in self._app.frame.query(Aside):
            aside.look(self._app.step.writes(at))

    def _keys_here(self) -> tuple[tuple[str, str], ...]:
        """What the keys do in the field that has the focus."""
        found: tuple[tuple[str, str], ...] = getattr(self._app.frame.focused, "says", ())
        return found

    def _keys_everywhere(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (self._key_of(binding), binding.description)
            for binding in self._app.BINDINGS
            if isinstance(binding, Binding) and binding.show and self._is_useful(binding)
        )

    def _key_of(self, binding: Binding) -> str:
        """How the last line names the key of ``binding``: the first one it has now."""
        if chosen := self._app._keymap.get(binding.id or ""):
            return self._app.get_key_display(binding.with_key(chosen.partition(",")[0]))
        return (binding.key_display or binding.key).split()[0]

    def _is_useful(self, binding: Binding) -> bool:
        if binding.action == "previous_step":
            return self._app.at > 0
        if binding.action == "next_step":
            return self._app.at + 1 < len(STEPS)
        return binding.action != "review" or self._app.entry.title not in {"Review", "Submit"}
