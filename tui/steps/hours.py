"""Calling hours: whose clock, how often, and when; painted on a grid or typed as text."""

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign import fields, zones
from tui.campaign.fields import FREQUENCY, HOURS, ZONE, Field
from tui.campaign.hours import DAY_NAMES
from tui.campaign.hours_text import text_of
from tui.steps.form import FormStep
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.hours_grid import HoursGrid
from tui.widgets.inputs import TextField
from tui.widgets.zone_field import ZoneField


class HoursStep(FormStep):
    """The grid and the text show one week: what is done in one is seen in the other at once."""

    part = fields.Step.HOURS
    KEYS = (("Space", "flip"), ("Enter", "range"))

    def compose(self) -> ComposeResult:
        """Zone, frequency, the grid with a line about the cursor, the text."""
        for row in super().compose():
            if row.id == f"row-{HOURS.key}":
                yield HoursGrid(self.session.draft.week, id="grid")
                yield FixedLine("", id="cursor-words")
            yield row

    def editor(self, field: Field) -> Widget:
        """A zone is searched, the hours are a line of text."""
        if field is ZONE:
            return ZoneField(self.value(field), id=field.key)
        if field is HOURS:
            return TextField(self.value(field), id=field.key)
        return super().editor(field)

    def value(self, field: Field) -> str:
        """The hours as text: what was typed last where it can't be read, else the week."""
        draft = self.session.draft
        if field is HOURS:
            return text_of(draft.week) if draft.hours_text is None else draft.hours_text
        return super().value(field)

    def suffix(self, field: Field) -> str:  # noqa: ARG002
        """Nothing at the right of these fields."""
        return ""

    def take(self, field: Field, value: str) -> None:
        """Read the hours as they are typed; a change of frequency brings its own week."""
        draft = self.session.draft
        if field is FREQUENCY:
            grid = self.query_one(HoursGrid)
            if draft.choose_frequency(value, grid.day) and value == "DAILY":
                self.say(f"DAILY: {DAY_NAMES[grid.day]} was copied to all seven days.")
            self._show_week()
        elif field is not HOURS:
            super().take(field, value)

    @on(Input.Changed, f"#{HOURS.key}")
    def _hours_typed(self, event: Input.Changed) -> None:
        event.prevent_default()
        if event.value == self.value(HOURS):
            return
        reading = self.session.draft.type_hours(event.value)
        row = self.query_one(f"#row-{HOURS.key}", FieldRow)
        if reading.week is not None:
            self.query_one(HoursGrid).show(reading.week)
            row.show_error("")
            row.show_help(
                " ".join([f"Reads as {text_of(reading.week) or 'closed all week'}.", *reading.notes])
            )
        elif row.error or HOURS.key in self.session.touched:
            self.show_error(HOURS)
        self.post_message(self.Changed())

    @on(HoursGrid.Edited)
    def _painted(self, event: HoursGrid.Edited) -> None:
        self.session.draft.week = event.week
        self.session.touched.add(HOURS.key)
        self._show_week()
        self.say(event.said)

    @on(HoursGrid.Moved)
    def _moved(self, event: HoursGrid.Moved) -> None:
        self.query_one("#cursor-words", FixedLine).show(event.said)

    @on(ZoneField.Fitting)
    def _fitting(self, event: ZoneField.Fitting) -> None:
        row = self.query_one(f"#row-{ZONE.key}", FieldRow)
        note = zones.judge(self.session.draft.zone).note if self.session.draft.zone else ""
        row.show_help(f"Enter takes {event.said}" if event.said else note or ZONE.help)
        if event.said:
            row.show_error("")

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Write the text in its canonical form when one leaves it."""
        if event.widget.id == HOURS.key and self.session.draft.hours_text is None:
            self._show_week()
        super().on_descendant_blur(event)

    def _show_week(self) -> None:
        self.query_one(HoursGrid).show(self.session.draft.week)
        self.query_one(f"#{HOURS.key}", TextField).value = self.value(HOURS)
        row = self.query_one(f"#row-{HOURS.key}", FieldRow)
        row.show_help(HOURS.help)
        if HOURS.key in self.session.touched:
            self.show_error(HOURS)
