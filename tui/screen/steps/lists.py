"""Contact lists: who is called, and under v2 who is not."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input

from tui.base.text import plural
from tui.campaign import fields
from tui.campaign.fields import LISTS
from tui.campaign.kinds.names import MOST_NAMES
from tui.screen.steps.form import FormStep
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.names_field import NamesField
from tui.screen.widgets.row_list import ListRow, RowList
from tui.workflow.session import Session


class ListsStep(FormStep):
    """The names of contact lists, typed one at a time or pasted; with v2 the do-not-call list.

    What stands in the field counts as a name at once, so that moving on can't lose it; Enter, or leaving the
    field, puts it on the list below. So does a paste of several lines or cells, a name each.
    """

    part = fields.Section.LISTS
    DEFAULT_CSS = """
    ListsStep > #names { margin: 0 1 0 19; }
    Screen.-narrow ListsStep > #names { margin-left: 1; }
    """
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace,x", "remove", "Take off", show=False, id="names.remove"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.taken = session.draft.contact_lists
        onward = Binding("enter", "app.focus_next", "Next field", show=False, id="names.next")
        self.names = RowList(self._numbered(), _row, onward, called="Name", id="names")

    def compose(self) -> ComposeResult:
        for row in super().compose():
            yield row
            if isinstance(row, FieldRow) and isinstance(row.editor, NamesField):
                yield self.names

    def _numbered(self) -> tuple[tuple[int, str], ...]:
        return tuple(enumerate(self.taken, 1))

    def writes(self, widget: Widget) -> str:
        """The list of names is the field's as well."""
        return LISTS.key if widget is self.names else super().writes(widget)

    @on(Input.Changed, "NamesField")
    def _name_typed(self, event: Input.Changed) -> None:
        """Count what is being typed as the last name."""
        event.prevent_default()
        self.session.draft.contact_lists = (*self.taken, event.value) if event.value.strip() else self.taken
        self.changed(LISTS.key)

    @on(Input.Submitted, "NamesField")
    def _enter(self, event: Input.Submitted) -> None:
        if event.value.strip():
            event.prevent_default()
            self._put_on_list()

    @on(NamesField.Taken, "NamesField")
    def _known_taken(self) -> None:
        self.call_later(self._put_on_list)  # once the field's new value is in the draft

    @on(NamesField.Pasted)
    def _pasted(self, event: NamesField.Pasted) -> None:
        taken = event.names[: max(MOST_NAMES - len(self.taken), 0)]
        self.session.draft.contact_lists = (*self.taken, *taken)
        self._put_on_list()
        over = len(event.names) - len(taken)
        more = f" {over:,} more had no room: {MOST_NAMES:,} names at most." if over else ""
        self.show_status(" ".join([f"{plural(len(taken), 'name')} went on the list.{more}", *event.said]))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, NamesField):
            self._put_on_list()

    def _put_on_list(self) -> None:
        field = self.query_one(NamesField)
        added = self.session.draft.contact_lists != self.taken
        self.taken = self.session.draft.contact_lists
        if field.value:
            field.value = ""
        self.names.show(self._numbered())
        if added:
            self.session.campaign.touched.add(LISTS.key)
            self.changed(LISTS.key)
            self.show_status(f"{self.taken[-1]} is on the list. Type another name, or go on.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "remove" or self.screen.focused is self.names

    def action_remove(self) -> None:
        at, removed = self.names.here
        self.taken = (*self.taken[: at - 1], *self.taken[at:])
        self.session.draft.contact_lists = self.taken
        self.names.show(self._numbered())
        self.query_one(f"#row-{LISTS.key}", FieldRow).show_suffix(self.suffix(LISTS))
        self.changed(LISTS.key)
        self.show_status(f"{removed} was taken off the list.")


def _row(numbered: tuple[int, str]) -> ListRow:
    number, name = numbered
    return ListRow(((f"{number:2}  {name}", ""), ("   Delete takes it off", "hint")))
