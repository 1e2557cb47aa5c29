"""A step that is a form: one row for each field that applies, made from the fields' own description."""

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign import fields
from tui.campaign.check import choices
from tui.campaign.fields import Choice, Field, Phone, Text, Whole
from tui.screen.steps.step import Step
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.inputs import NumberField, TextField
from tui.screen.widgets.offer_field import KnownField
from tui.workflow.session import Session

_NUMBER_KEYS = (("+ -", "step"),)


class FormStep(Step):
    """Rows for the fields of ``part``; values go to the draft as they are typed."""

    part: fields.Section

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    @property
    def shown(self) -> list[Field]:
        """The fields that this step asks for now."""
        return list(fields.of_step(self.part, self.session.draft.mode, self.session.api))

    def compose(self) -> ComposeResult:
        """One row a field."""
        for field in self.shown:
            yield FieldRow(
                field.title,
                self.editor(field),
                self.help_line(field),
                suffix=self.suffix(field),
                id=f"row-{field.key}",
            )

    def on_mount(self) -> None:
        """Show the errors of fields that were left before."""
        for field in self.shown:
            if field.key in self.session.campaign.touched:
                self.show_error(field)

    def editor(self, field: Field) -> Widget:
        """What the value of ``field`` is edited with."""
        value = self.value(field)
        match field.kind:
            case Choice():
                return ChoiceRow(choices(field, self.session.api), value, id=field.key)
            case Whole(low, high):
                return NumberField(value, low, high, id=field.key)
            case _:
                known = self.known(field)
                return KnownField(value, known, id=field.key) if known else TextField(value, id=field.key)

    def value(self, field: Field) -> str:
        """What stands in the editor of ``field`` when the step is entered."""
        value: str = getattr(self.session.draft, field.key)
        return value

    def take(self, field: Field, value: str) -> None:
        """Write what was typed or chosen to the draft."""
        setattr(self.session.draft, field.key, value)

    def known(self, field: Field) -> tuple[str, ...]:
        """Names that are known to exist: in practice, those of the practice platform."""
        return self.session.access.known(field.key)

    def help_line(self, field: Field) -> str:
        """The help under ``field``; in practice it names what exists there."""
        known = self.known(field)
        return f"Practice knows: {', '.join(known)}" if known else field.help

    def suffix(self, field: Field) -> str:
        """What stands at the right: a count, a range with its unit, a shape."""
        value = getattr(self.session.draft, field.key)
        match field.kind:
            case Text(_, high) if high is not None:
                return f"{len(value)}/{high}"
            case Whole(low, high, unit):
                return f"{low}-{high} {unit}".rstrip() if high is not None else f"{low} or more"
            case Phone():
                return "+ and 8-15 digits" if not value else ""
            case _:
                return ""

    def show_error(self, field: Field) -> None:
        """Put the first problem of ``field`` in the place of its help."""
        problems = self.session.draft.problems_of(field, self.session.api)
        ordered = sorted(problems, key=lambda problem: not problem.is_error)
        self.query_one(f"#row-{field.key}", FieldRow).show_error(ordered[0].message if ordered else "")

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

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Those of a number, while one is on it."""
        return _NUMBER_KEYS if any(field.has_focus for field in self.query(NumberField)) else super().keys()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Name the keys of a number on coming to it."""
        if isinstance(event.widget, NumberField):
            self.post_message(self.Changed())

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field when one leaves it."""
        for field in self.shown:
            if event.widget.id == field.key:
                self.session.campaign.touched.add(field.key)
                self.show_error(field)
                self.post_message(self.Changed())
