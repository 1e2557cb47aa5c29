"""Contact lists: who is called, and under v2 who is not."""

from textual import on
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Input

from tui.base.text import plural
from tui.campaign import fields
from tui.campaign.fields import LISTS, Field, Names
from tui.campaign.kinds.names import MOST_NAMES
from tui.screen.steps.form import FormStep
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.pick_field import PickField
from tui.screen.widgets.picker import Picker
from tui.workflow.choices import by_name, note_of, shown_name
from tui.workflow.session import Session


class ListsStep(FormStep):
    """The names of contact lists, picked, typed one at a time or pasted; with v2 the do-not-call list.

    What stands in the field and fits no row counts as a name at once, so that moving on can't lose it; Enter, or
    leaving the field, puts it on the list below. So does a paste of several lines or cells, a name each. What fits rows
    filters them, and is no name before it is taken; that is said where it is left.
    """

    part = fields.Section.LISTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.taken = session.draft.contact_lists
        self._filter = ""

    def chosen(self, field: Field) -> tuple[str, ...]:
        """The names on the list, without what is being typed."""
        return self.taken if isinstance(field.kind, Names) else super().chosen(field)

    def progress_changed(self) -> None:
        """What was typed meanwhile may fit a row now, and is no name then."""
        super().progress_changed()
        self._count()

    @property
    def _field(self) -> PickField:
        return self.query_one(f"#{LISTS.key}", PickField)

    @on(Input.Changed, f"#{LISTS.key}")
    def _name_typed(self, event: Input.Changed) -> None:
        event.prevent_default()
        self._count()

    def _count(self) -> None:
        """Count what is being typed as the last name, where it is one and not there yet."""
        field = self._field
        name = field.typed_name
        is_new = name and not (name in self.taken and field.picker.knows(name))
        self.session.draft.contact_lists = (*self.taken, name) if is_new else self.taken
        self._filter = "" if name or field.is_filter else field.value.strip()
        self.changed(LISTS.key)

    @on(Input.Submitted, f"#{LISTS.key}")
    def _entered_nothing(self, event: Input.Submitted) -> None:
        """Enter on an empty field goes on, past the names that were chosen."""
        event.prevent_default()
        self.go_past(self._field.picker)

    @on(Picker.Flipped)
    def _flipped(self, event: Picker.Flipped) -> None:
        if not event.picker.many:
            return
        name = event.name
        if event.is_typed or event.picker.has_focus is False:
            self._field.value = ""
        if name not in self.taken:
            self._add(name, event)
        elif event.picker.has_focus:
            self._put(tuple(each for each in self.taken if each != name))
            self.show_status(f"{shown_name(name)} was taken off the list.")
        else:
            self.show_status(f"{shown_name(name)} is on the list already.")

    def _add(self, name: str, event: Picker.Flipped) -> None:
        most = LISTS.kind.usual if isinstance(LISTS.kind, Names) else MOST_NAMES
        if len(self.taken) >= most:
            self.show_status(f"{most} lists at most: take one off before another.", error=True)
            return
        self._put((*self.taken, name))
        found = by_name(event.picker.offered.choices).get(name)
        note = f" {note_of(found)}." if found and note_of(found) else " Type another name, or go on."
        self.show_status(f"{shown_name(name)} is on the list.{note}")
        if event.is_typed:
            self._field.focus()

    @on(Picker.Removed)
    def _removed(self, event: Picker.Removed) -> None:
        name = self.taken[event.at]
        self._put((*self.taken[: event.at], *self.taken[event.at + 1 :]))
        self.show_status(f"{shown_name(name)} was taken off the list.")
        if not self.taken:
            self._field.focus()

    @on(Picker.Shifted)
    def _shifted(self, event: Picker.Shifted) -> None:
        names = list(self.taken)
        names.insert(event.at + event.by, names.pop(event.at))
        self._put(tuple(names))
        self.show_status(
            f"{shown_name(self.taken[event.at + event.by])} is number {event.at + event.by + 1} now."
        )

    @on(PickField.Pasted)
    def _pasted(self, event: PickField.Pasted) -> None:
        taken = event.names[: max(MOST_NAMES - len(self.taken), 0)]
        self._put((*self.taken, *taken))
        over = len(event.names) - len(taken)
        more = f" {over:,} more had no room: {MOST_NAMES:,} names at most." if over else ""
        self.show_status(" ".join([f"{plural(len(taken), 'name')} went on the list.{more}", *event.said]))

    def _put(self, names: tuple[str, ...]) -> None:
        """Have ``names`` on the list."""
        self.taken = names
        self._field.picker.show_chosen(names)
        self.session.campaign.touched.add(LISTS.key)
        self._count()

    @property
    def last_words(self) -> str:
        """That what was typed only filtered, where that is left."""
        name = shown_name(self._filter) if self._filter else ""
        return f'"{name}" only filtered: Enter takes a row, the row with + what you typed.' if name else ""

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if event.widget is self._field.picker:
            self._count()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        field = self._field
        if event.widget not in (field, field.picker) or self.screen.focused in (field, field.picker):
            return
        left_over = self.session.draft.contact_lists
        if self.last_words:
            self.show_status(self.last_words)
        field.value = self._filter = ""
        if left_over != self.taken:
            self._put(left_over)
            self.show_status(f"{shown_name(self.taken[-1])} is on the list.")
        self.query_one(f"#row-{LISTS.key}", FieldRow).show_suffix(self.suffix(LISTS))
