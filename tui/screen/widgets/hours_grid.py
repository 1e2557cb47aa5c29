"""The week as a grid that is edited: a row for each day, a column for each half-hour."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.message import Message

from tui.campaign import edits
from tui.campaign.edits import Edit
from tui.campaign.hours import DAYS, MIDNIGHT
from tui.screen.widgets import hours_view as view
from tui.screen.widgets.hours_cursor import ZOOMS, Position
from tui.screen.widgets.hours_keys import KEYS
from tui.screen.widgets.hours_lines import TOP, HoursLines


class HoursGrid(HoursLines, can_focus=True):
    """Edits a week; what it changed is posted.

    Letters do everything; keys with modifiers only do it quicker.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    class Edited(Message):
        """The week is another, or could not be; ``said`` says what happened."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    class Moved(Message):
        """The cursor stands elsewhere."""

    class Asked(Message):
        """The person wants something that is not the grid's own: ``text`` or ``zone``."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choosing = False
        self.copied: int | None = None
        self._usual_zoom = ZOOMS[0]

    def words(self) -> str:
        """What the cursor stands on, the range that was begun, or the presets."""
        if not self.choosing:
            return super().words()
        presets = "  ".join(f"{at} {each.name}" for at, each in enumerate(self.presets, 1))
        return f"Preset: {presets}  Esc"

    @property
    def presets(self) -> tuple[edits.Preset, ...]:
        """The weeks to choose from."""
        return edits.DAILY_PRESETS if self.is_daily else edits.PRESETS

    def on_resize(self, event: events.Resize) -> None:
        room = event.size.width - view.DAY_WIDTH - view.TOTAL_WIDTH
        zoom = next((zoom for zoom in sorted(ZOOMS)[:-1] if MIDNIGHT // zoom <= room), max(ZOOMS))
        if zoom != self._usual_zoom:
            self._usual_zoom = zoom
            self._zoom_to(zoom)
        self.cursor.show_cells(self.room_for_cells())
        self.post_message(self.Moved())

    def on_focus(self) -> None:
        self.post_message(self.Moved())

    def on_blur(self) -> None:
        self.cursor.end_range()
        self.choosing = False

    def can_do(self, action: str) -> bool:
        """Whether ``action`` would do more than say why it does nothing."""
        if action == "keep":
            return bool(self.edited.unsettled.repaired)
        if action == "cancel":
            return self.cursor.corner is not None or self.choosing
        return self.copied is not None or not action.startswith("paste")

    # --- moving

    def action_move(self, rows: int, cells: int) -> None:
        self._leave_presets()
        before, was_left = self.cursor.place, self.cursor.left
        self.cursor.move(rows, cells, of_rows=len(self.rows))
        if self.cursor.corner is not None or self.cursor.left != was_left:
            self.refresh()
        else:
            self.refresh_rows(before, self.cursor.place)
        self.post_message(self.Moved())

    def action_stretch(self, rows: int, cells: int) -> None:
        self.cursor.begin_range()
        self.action_move(rows, cells)

    def action_digit(self) -> None:
        pass  # bound for the card of keys; the digit itself is read in on_key

    def on_key(self, event: events.Key) -> None:
        if not event.character or event.character not in "1234567":
            return
        event.stop()
        event.prevent_default()
        number = int(event.character) - 1
        if self.choosing:
            self._leave_presets()
            if number < len(self.presets):
                preset = self.presets[number]
                self._do(edits.replace(preset.week, preset.name))
        else:
            self.action_move(number - self.cursor.place.row, 0)

    def action_zoom(self) -> None:
        self._zoom_to(self.cursor.next_zoom())

    def _zoom_to(self, zoom: int) -> None:
        self.cursor.zoom_to(zoom, max(self.room_for_cells(), 1))
        self.refresh(layout=True)
        self.post_message(self.Moved())

    # --- ranges

    def action_range(self) -> None:
        self._leave_presets()
        if self.cursor.corner is not None:
            self.action_paint(True)
            return
        self.cursor.begin_range()
        self.refresh()

    def action_row(self) -> None:
        row = self.cursor.place.row
        self._set_range(Position(row, 0), Position(row, MIDNIGHT - self.cursor.zoom))

    def action_column(self) -> None:
        minute = self.cursor.place.minute
        self._set_range(Position(0, minute), Position(len(self.rows) - 1, minute))

    def _set_range(self, corner: Position, place: Position) -> None:
        self._leave_presets()
        self.cursor.stand(place, corner=corner)
        self.refresh()
        self.post_message(self.Moved())

    def action_cancel(self) -> None:
        if self.cursor.corner is None and not self.choosing:
            raise SkipAction
        self.choosing = False
        self._end_range()
        self.refresh()

    def _end_range(self) -> None:
        if self.cursor.corner is not None:
            self.cursor.end_range()
            self.refresh()

    # --- edits

    def _do(self, edit: Edit) -> None:
        self._change(lambda: self.edited.do(edit))

    def _change(self, change: Callable[[], str]) -> None:
        rows = len(self.rows)
        said = change()
        self.redraw(rows)
        self.post_message(self.Edited(said))

    def action_paint(self, is_open: bool) -> None:
        days, (start, end) = self.range_days, self.cursor.minutes
        self._end_range()
        self._do(edits.paint(self.edited.week, days, start, end, is_open=is_open))

    def action_flip(self) -> None:
        if self.cursor.corner is not None:
            self.action_paint(True)
        else:
            self._do(edits.flip(self.edited.week, self.days, *self.cursor.minutes))

    def action_copy(self) -> None:
        self.copied = self.edited.week.days[self.days[0]]
        self.post_message(
            self.Edited(f"copied {edits.day_range(self.days)}: p pastes, W on Mo-Fr, A on all days.")
        )

    def action_paste(self) -> None:
        self._paste(self.range_days)

    def action_paste_on(self, count: int) -> None:
        self._paste(tuple(DAYS if self.is_daily else DAYS[:count]))

    def _paste(self, days: tuple[int, ...]) -> None:
        self._end_range()
        if self.copied is None:
            self.post_message(self.Edited("Nothing is copied yet: y copies the day."))
        else:
            self._do(edits.paste(self.edited.week, days, self.copied))

    def action_edge(self, cells: int, is_end: bool) -> None:
        self._move_edge(cells * self.cursor.zoom, is_end=is_end)

    def action_fine(self, steps: int, is_end: bool) -> None:
        by = steps * edits.FINE_MINUTES
        if self.cursor.corner is not None:
            self.cursor.stretch_finely(by, is_end=is_end)
            self.refresh()
        else:
            self._move_edge(by, is_end=is_end)

    def _move_edge(self, by: int, *, is_end: bool) -> None:
        """Move an edge of the window under the cursor, which stays in that window."""
        cursor, day = self.cursor, self.days[0]
        self._leave_presets()
        self._end_range()
        start = cursor.place.minute
        window = edits.window_at(self.edited.week, day, start, start + cursor.zoom)
        at = max(start, window.start) if window else start
        move = edits.move_end if is_end else edits.move_start
        edit = move(self.edited.week, self.days, at, by)
        moved = edits.nearest_window(edit.week, day, at) if window else None
        if moved and not edits.window_at(edit.week, day, start, start + cursor.zoom):
            inside = moved.start if moved.start >= start else moved.end - 1
            cursor.stand(Position(cursor.place.row, inside // cursor.zoom * cursor.zoom))
        self._do(edit)

    def action_presets(self) -> None:
        self._end_range()
        self.choosing = True
        self.refresh()

    def _leave_presets(self) -> None:
        if self.choosing:
            self.choosing = False
            self.refresh()

    def action_keep(self) -> None:
        self._end_range()
        self._change(self.edited.keep)

    def action_ask(self, what: str) -> None:
        self.post_message(self.Asked(what))

    # --- mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        place = self._place_at(event.x, event.y)
        if place:
            self.focus()
            self._leave_presets()
            self.cursor.stand(place, corner=place)
            self.capture_mouse()
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        place = self._place_at(event.x, event.y) if self.app.mouse_captured is self else None
        if place and place != self.cursor.place:
            self.cursor.stand(place, corner=self.cursor.corner)
            self.refresh()

    def on_mouse_up(self) -> None:
        corner = self.cursor.corner
        if self.app.mouse_captured is not self or corner is None:
            return
        self.release_mouse()
        end = corner.minute + self.cursor.zoom
        found = view.state(self.edited.week, self.rows[corner.row][0], corner.minute, end)
        self.action_paint(found in {"closed", "partly"})

    def _place_at(self, x: int, y: int) -> Position | None:
        row, cell = y - TOP, x - view.DAY_WIDTH
        if not 0 <= row < len(self.rows) or not 0 <= cell < self.cursor.cells:
            return None
        return Position(row, self.cursor.left + cell * self.cursor.zoom)
