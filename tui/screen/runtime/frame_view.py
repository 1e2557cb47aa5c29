"""What stands around the step: heading, rail, buttons, panels beside it and the last line, read off the session."""

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from tui.screen import on_demand
from tui.screen.steps import STEPS
from tui.screen.steps.step_status import left_words, place_words, sign
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.frame import Aside, Heading, KeyLine, Mark
from tui.screen.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

BROAD, VAST = 120, 160
"""Columns from which on the steps stand at the left and the campaign at the right; from which on the grid of hours has
quarter-hours."""

_PROBLEM_ID = "app.problem"


_LEAVING = (("^C", "leaves"), ("any other key", "stays"))


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
        buttons.has_help, buttons.air_from = app.step.HAS_HELP, app.step.AIR_FROM
        buttons.beside = self._way_on()
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
        frame.query_one(KeyLine).keys = (
            _LEAVING
            if app.ways_out.is_asking
            else (
                *self._keys_of_row(),
                *app.step.keys(),
                *self._keys_here(),
                *self._keys_everywhere(),
            )
        )

    def _way_on(self) -> tuple[str, str]:
        """The key that goes to the next problem and what it does, once one that stops the campaign was passed."""
        app = self._app
        count = on_demand.stops_ahead(app.session, app.entry.title)
        if not count:
            return "", ""
        key = next(
            self._key_of(each)
            for each in app.BINDINGS
            if isinstance(each, Binding) and each.id == _PROBLEM_ID
        )
        return key, f"next problem ({count})"

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

    def _keys_of_row(self) -> tuple[tuple[str, str], ...]:
        """What the keys do with the row that has the focus."""
        focused = self._app.frame.focused
        return focused.says if isinstance(focused, RowList) else ()

    def _keys_here(self) -> tuple[tuple[str, str], ...]:
        """What the keys do in the field that has the focus, as in every other one of its kind."""
        focused = self._app.frame.focused
        found: tuple[tuple[str, str], ...] = (
            () if isinstance(focused, RowList) else getattr(focused, "says", ())
        )
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
        return (binding.key_display or binding.key.partition(",")[0].upper()).split()[0]

    def _is_useful(self, binding: Binding) -> bool:
        if binding.action == "previous_step":
            return self._app.at > 0
        if binding.action == "next_step":
            return self._app.at + 1 < len(STEPS)
        return binding.action != "review" or self._app.entry.title not in {"Review", "Submit"}
