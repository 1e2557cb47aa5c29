"""A step that is a form: one row for each field that applies, made from the fields' own description."""

import contextlib
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign import fields
from tui.campaign.fields import Field
from tui.campaign.kinds.kind import Editor
from tui.screen.steps.step import Step
from tui.screen.steps.step_status import mark
from tui.screen.widgets.button_bar import say_help
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_pair import FieldPair
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.hours_field import HoursField
from tui.screen.widgets.inputs import NumberField, TextField
from tui.screen.widgets.pick_field import PickField
from tui.screen.widgets.picker import Picker
from tui.screen.widgets.zone_field import ZoneField
from tui.storage.machine_zone import machine_zone
from tui.workflow.choices import PICKED, Offered, shown_name
from tui.workflow.picking import offered, read_names
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.campaign.problems import Problem

_PICKER = "picker-"
"""Before a field's key, what its picker is called."""
_FILTER_ROOM = 20
"""Cells of a field whose text filters: the counts stand behind it."""
_FINDS = "What you type finds it; any other name can be typed too."
_WITHOUT_EDGES = frozenset({Editor.CHOICE, Editor.FIXED})


class FormStep(Step):
    """Rows for the fields of ``part``; values go to the draft as they are typed."""

    part: fields.Section
    HAS_HELP = True
    DEFAULT_CSS = """
    FormStep { height: auto; }
    FormStep > .group { text-style: bold; color: $text-muted; padding-left: 1; }
    """
    SCOPED_CSS = False

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    @property
    def shown(self) -> list[Field]:
        """The fields that this step asks for now."""
        draft = self.session.draft
        return list(draft.type.of_step(self.part, draft.mode, self.session.api))

    def compose(self) -> ComposeResult:
        for group, of_group in groupby(self.shown, lambda field: field.group):
            if group:
                if group != self.shown[0].group:
                    yield FixedLine(" ")
                yield FixedLine(group.upper(), classes="group")
            for is_small, alike in groupby(of_group, self._is_small):
                rows = [self._row_of(field) for field in alike]
                paired = len(rows) // 2 * 2 if is_small else 0
                yield from (FieldPair(*rows[at : at + 2]) for at in range(0, paired, 2))
                for row in rows[paired:]:
                    yield row
                    if isinstance(row.editor, PickField):
                        yield row.editor.picker

    def _is_small(self, field: Field) -> bool:
        """Whether two such fields have room beside each other: numbers have."""
        return field.kind.editor(self.session.draft) is Editor.NUMBER

    def _row_of(self, field: Field) -> FieldRow:
        editor = self.editor(field)
        return FieldRow(
            field.title,
            editor,
            self.help_line(field),
            suffix=self.suffix(field),
            room=self._room(field, editor),
            is_alone=False,
            id=f"row-{field.key}",
        )

    def _room(self, field: Field, editor: Widget) -> int:
        if isinstance(editor, PickField) and editor.picker.many and editor.picker.offered.choices:
            return _FILTER_ROOM
        return 0 if field.kind.editor(self.session.draft) in _WITHOUT_EDGES else field.kind.room

    def on_mount(self) -> None:
        for field in self.shown:
            self.query_one(f"#row-{field.key}", FieldRow).show_suffix(self.suffix(field))
            if field.key in self.session.campaign.touched:
                self.show_error(field)
        self._read_names()

    def _read_names(self) -> None:
        """Begin to read what can be picked, where nothing of it was; nothing waits for it."""
        for field in self.shown:
            read_names(self.session, field.key, self._teller())

    def _teller(self) -> Callable[[], None]:
        """What tells the app, from a thread, that more of what can be picked is known."""
        app = self.app

        def tell() -> None:
            with contextlib.suppress(RuntimeError):  # the wizard has ended
                app.post_message(Step.ProgressChanged())

        return tell

    def editor(self, field: Field) -> Widget:
        """What the value of ``field`` is edited with."""
        draft, kind, api = self.session.draft, field.kind, self.session.api
        value = kind.text(field, draft)
        match kind.editor(draft):
            case Editor.CHOICE:
                return ChoiceRow(kind.choices(api), value, titles=kind.titles(api), id=field.key)
            case Editor.NUMBER:
                return NumberField(value, *kind.limits, id=field.key)
            case Editor.NAMES:
                return self._pick_field(field, "", many=True)
            case Editor.ZONE:
                return ZoneField(value, offered=machine_zone() or "", id=field.key)
            case Editor.HOURS:
                return HoursField(value, id=field.key)
            case Editor.FIXED:
                return FixedLine(value, id=field.key)
            case Editor.TEXT:
                is_picked = field.key in PICKED
                return self._pick_field(field, value) if is_picked else TextField(value, id=field.key)

    def _pick_field(self, field: Field, value: str, *, many: bool = False) -> PickField:
        picker = Picker(field.title, many=many, id=f"{_PICKER}{field.key}")
        picker.show_chosen(self.chosen(field))
        picker.show_offered(offered(self.session, field.key) or Offered())
        return PickField(value, picker, id=field.key)

    def chosen(self, field: Field) -> tuple[str, ...]:
        """The names that a picker marks as chosen."""
        value = field.kind.text(field, self.session.draft)
        return (value,) if value else ()

    def picker(self, field: Field) -> Picker | None:
        """The picker of ``field``, where it has one."""
        return next(iter(self.query(f"#{_PICKER}{field.key}").results(Picker)), None)

    def place_of(self, widget: Widget) -> str:
        """A picker is reached from the field above it."""
        return (widget.id or "").removeprefix(_PICKER)

    def take(self, field: Field, value: str) -> None:
        """Write what was typed or chosen to the draft."""
        field.kind.take(field, self.session.draft, value)

    def help_line(self, field: Field) -> str:
        """The help under ``field``."""
        found = offered(self.session, field.key)
        return _FINDS if found and found.choices else field.kind.help(field, self.session.draft)

    def suffix(self, field: Field) -> str:
        """What stands at the right: a count, a range with its unit, a shape; while one picks, how much is shown."""
        picker = self.picker(field)
        if picker and picker.offered.choices and (picker.many or picker.has_class("-open")):
            return picker.counted()
        return field.kind.suffix(field, self.session.draft)

    def problems(self, field: Field) -> "list[Problem]":
        """What is said under ``field``; while one picks, its rows say what is not there."""
        found = self.session.problems_of(field)
        picker = self.picker(field)
        if picker and picker.offered.choices and self._is_in(picker) and picker.typed:
            return [each for each in found if each.is_error]
        return found

    def show_error(self, field: Field) -> None:
        """Put the first problem of ``field`` under it, with its mark."""
        found = self.problems(field)
        first = min(found, key=lambda problem: (not problem.is_error, problem.mark), default=None)
        row = self.query_one(f"#row-{field.key}", FieldRow)
        row.show_error(first.message if first else "", mark(found))

    def changed(self, key: str) -> None:
        """A value was written to the draft: correct what is shown about it."""
        field = next(field for field in self.shown if field.key == key)
        row = self.query_one(f"#row-{key}", FieldRow)
        row.show_suffix(self.suffix(field))
        if row.error or key in self.session.campaign.touched:
            self.show_error(field)
        self.post_message(self.Changed())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._take(event.input.id, event.value)

    @on(ChoiceRow.Changed)
    def _chosen(self, event: ChoiceRow.Changed) -> None:
        self._take(event.row.id, event.value)

    def _take(self, key: str | None, value: str) -> None:
        for field in self.shown:
            if field.key == key:
                self.take(field, value)
                if picker := self.picker(field):
                    picker.show_chosen(self.chosen(field))
                    self._open_pickers()
                self.changed(key)

    # --- picking

    @property
    def read_words(self) -> str:
        """How old the names are that are picked from, and which key reads them again."""
        pickers = [each for each in self.query(Picker) if each.many or each.has_class("-open")]
        return next((words for each in pickers if (words := each.read_words())), "")

    def progress_changed(self) -> None:
        """Show what can be picked by now."""
        self._read_names()
        for field in self.shown:
            if picker := self.picker(field):
                picker.show_offered(offered(self.session, field.key) or Offered())
                row = self.query_one(f"#row-{field.key}", FieldRow)
                row.show_room(self._room(field, row.editor))
                row.show_help(self.help_line(field))
                row.show_suffix(self.suffix(field))
        self._open_pickers()
        self.call_after_refresh(self._show_focused)

    def focus_on_entry(self, key: str = "") -> None:
        """A picker's rows are reached from its field."""
        super().focus_on_entry(key.removeprefix(_PICKER))

    def field_of(self, picker: Picker) -> PickField:
        """The field above ``picker``."""
        return self.query_one(f"#{self.writes(picker)}", PickField)

    def _is_in(self, picker: Picker) -> bool:
        """Whether the focus is in ``picker`` or its field."""
        return self.screen.focused in (picker, self.field_of(picker))

    def _open_pickers(self) -> None:
        """Show the rows of the one value that one is at, and no others.

        Where it has a value that can be picked, they are there once one goes to them or types another.
        """
        for field in self.shown:
            picker = self.picker(field)
            if picker is None or picker.many:
                continue
            is_wanted = picker.has_class("-open") or self._is_to_choose(picker)
            is_open = picker.has_lines and self._is_in(picker) and is_wanted
            if is_open == picker.has_class("-open"):
                continue
            picker.set_class(is_open, "-open")
            self.field_of(picker).look()
            self.query_one(f"#row-{field.key}", FieldRow).show_suffix(self.suffix(field))
            if is_open:
                self.call_after_refresh(picker.scroll_visible, animate=False)
            self.call_after_refresh(self._show_focused)

    def _is_to_choose(self, picker: Picker) -> bool:
        """Whether the field above ``picker`` has no value that can be picked, as far as that is known."""
        value, found = self.field_of(picker).value, picker.offered
        return not value or (not picker.knows(value) and bool(found.choices or found.why))

    def _show_focused(self) -> None:
        """Bring the field one is in into sight, once the rows of another are gone or its own are there."""
        if self.screen.focused is not None and not isinstance(self.screen.focused, Picker):
            self.screen.focused.scroll_visible(animate=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._open_pickers()
        if isinstance(event.widget, Picker):
            say_help(self, self.query_one(f"#row-{self.writes(event.widget)}", FieldRow).help_text)

    @on(Picker.Flipped)
    def _picked(self, event: Picker.Flipped) -> None:
        """Take the one value that a field has, and go on where that was asked for."""
        if event.picker.many:
            return
        field = self.field_of(event.picker)
        event.picker.show_chosen((event.name,))
        field.value = event.name
        field.cursor_position = len(event.name)
        self.show_status(f"{shown_name(event.name)} is taken.")
        if event.goes_on:
            self.go_past(event.picker)

    def go_past(self, picker: Picker) -> None:
        """Go to the field after ``picker``."""
        chain = [each for each in self.screen.focus_chain if each is not picker]
        at = chain.index(self.field_of(picker)) + 1
        chain[at % len(chain)].focus()

    @on(Picker.Left)
    def _left(self, event: Picker.Left) -> None:
        self.field_of(event.picker).focus()

    @on(Picker.Moved)
    def _moved(self) -> None:
        self.post_message(self.Changed())

    @on(Picker.Reread)
    def _reread(self, event: Picker.Reread) -> None:
        key = self.writes(event.picker)
        if read_names(self.session, key, self._teller(), again=True) is not None:
            self.show_status(f"{event.picker.title}: reading again …")
        elif problems := self.session.access.problems():
            self.show_status(problems[0], error=True)
        self.progress_changed()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        self._open_pickers()
        for field in self.shown:
            picker = self.picker(field)
            if event.widget.id == field.key and not (picker and self.screen.focused is picker):
                self.session.campaign.touched.add(field.key)
                self.show_error(field)
                self.post_message(self.Changed())
