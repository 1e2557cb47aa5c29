"""A step that is a form: one row for each field that applies, made from the fields' own description."""

from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign import fields
from tui.campaign.fields import Field
from tui.campaign.kinds.kind import Editor
from tui.screen.steps.step import Step
from tui.screen.steps.step_status import mark
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_pair import FieldPair
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.hours_field import HoursField
from tui.screen.widgets.inputs import NumberField, TextField
from tui.screen.widgets.names_field import NamesField
from tui.screen.widgets.offer_field import KnownField
from tui.screen.widgets.zone_field import ZoneField
from tui.storage.machine_zone import machine_zone
from tui.workflow.session import Session

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
                yield from rows[paired:]

    def _is_small(self, field: Field) -> bool:
        """Whether two such fields have room beside each other: numbers have."""
        return field.kind.editor(self.session.draft) is Editor.NUMBER

    def _row_of(self, field: Field) -> FieldRow:
        return FieldRow(
            field.title,
            self.editor(field),
            self.help_line(field),
            suffix=self.suffix(field),
            room=0 if field.kind.editor(self.session.draft) in _WITHOUT_EDGES else field.kind.room,
            is_alone=False,
            id=f"row-{field.key}",
        )

    def on_mount(self) -> None:
        for field in self.shown:
            if field.key in self.session.campaign.touched:
                self.show_error(field)

    def editor(self, field: Field) -> Widget:
        """What the value of ``field`` is edited with."""
        draft, kind, known, api = self.session.draft, field.kind, self.known(field), self.session.api
        value = kind.text(field, draft)
        match kind.editor(draft):
            case Editor.CHOICE:
                return ChoiceRow(kind.choices(api), value, titles=kind.titles(api), id=field.key)
            case Editor.NUMBER:
                return NumberField(value, *kind.limits, id=field.key)
            case Editor.NAMES:
                return NamesField(known, id=field.key)
            case Editor.ZONE:
                return ZoneField(value, offered=machine_zone() or "", id=field.key)
            case Editor.HOURS:
                return HoursField(value, id=field.key)
            case Editor.FIXED:
                return FixedLine(value, id=field.key)
            case Editor.TEXT:
                return KnownField(value, known, id=field.key) if known else TextField(value, id=field.key)

    def take(self, field: Field, value: str) -> None:
        """Write what was typed or chosen to the draft."""
        field.kind.take(field, self.session.draft, value)

    def known(self, field: Field) -> tuple[str, ...]:
        """Names that are known to exist: in practice, those of the practice platform."""
        return self.session.access.known(field.key)

    def help_line(self, field: Field) -> str:
        """The help under ``field``; in practice it names what exists there."""
        known = self.known(field)
        return f"Practice knows: {', '.join(known)}" if known else field.kind.help(field, self.session.draft)

    def suffix(self, field: Field) -> str:
        """What stands at the right: a count, a range with its unit, a shape."""
        return field.kind.suffix(field, self.session.draft)

    def show_error(self, field: Field) -> None:
        """Put the first problem of ``field`` under it, with its mark."""
        found = self.session.problems_of(field)
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

    @on(KnownField.Fitting)
    def _fitting(self, event: KnownField.Fitting) -> None:
        """Show the names that Enter takes where the help stands."""
        for field in self.shown:
            if isinstance(event.field, KnownField) and event.field.id == field.key:
                row = self.query_one(f"#row-{field.key}", FieldRow)
                row.show_help(f"Enter takes {event.said}" if event.said else self.help_line(field))
                if event.said:
                    row.show_error("")

    @on(ChoiceRow.Changed)
    def _chosen(self, event: ChoiceRow.Changed) -> None:
        self._take(event.row.id, event.value)

    def _take(self, key: str | None, value: str) -> None:
        for field in self.shown:
            if field.key == key:
                self.take(field, value)
                self.changed(key)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        for field in self.shown:
            if event.widget.id == field.key:
                self.session.campaign.touched.add(field.key)
                self.show_error(field)
                self.post_message(self.Changed())
