"""Contact lists: who is called, and under v2 who is not."""

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input

from tui.base.text import plural
from tui.campaign import fields
from tui.campaign.fields import LISTS, MOST_NAMES, Field
from tui.screen.steps.form import FormStep
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.name_list import NameList, NamesField
from tui.workflow.session import Session


class ListsStep(FormStep):
    """The names of contact lists, typed one at a time or pasted; with v2 the do-not-call list.

    What stands in the field counts as a name at once, so that moving on can't lose it; Enter, or leaving the
    field, puts it on the list below. So does a paste of several lines or cells, a name each.
    """

    part = fields.Section.LISTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.taken = session.draft.contact_lists

    def compose(self) -> ComposeResult:
        """The field, the names so far, and the other rows."""
        for row in super().compose():
            yield row
            if row.id == f"row-{LISTS.key}":
                yield NameList(self.taken, id="names")

    def editor(self, field: Field) -> Widget:
        """A field for many names."""
        return NamesField(self.known(field), id=field.key) if field is LISTS else super().editor(field)

    def value(self, field: Field) -> str:
        """Begin each name on an empty line."""
        return "" if field is LISTS else super().value(field)

    def suffix(self, field: Field) -> str:
        """Count the lists."""
        return f"{len(self.session.draft.contact_lists)} named" if field is LISTS else super().suffix(field)

    def take(self, field: Field, value: str) -> None:
        """Count what is being typed as the last name."""
        if field is LISTS:
            self.session.draft.contact_lists = (*self.taken, value) if value.strip() else self.taken
        else:
            super().take(field, value)

    @on(Input.Submitted, f"#{LISTS.key}")
    def _enter(self, event: Input.Submitted) -> None:
        if event.value.strip():
            event.prevent_default()
            self._put_on_list()

    @on(NamesField.Taken, f"#{LISTS.key}")
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
        """Take the name over when one leaves its field."""
        if event.widget.id == LISTS.key:
            self._put_on_list()

    def _put_on_list(self) -> None:
        field = self.query_one(f"#{LISTS.key}", NamesField)
        added = self.session.draft.contact_lists != self.taken
        self.taken = self.session.draft.contact_lists
        if field.value:
            field.value = ""
        self.query_one(NameList).show(self.taken)
        if added:
            self.session.campaign.touched.add(LISTS.key)
            self.changed(LISTS.key)
            self.show_status(f"{self.taken[-1]} is on the list. Type another name, or go on.")

    @on(NameList.Removed)
    def _removed(self, event: NameList.Removed) -> None:
        self.taken = tuple(name for at, name in enumerate(self.taken) if at != event.at)
        self.session.draft.contact_lists = self.taken
        self.query_one(NameList).show(self.taken)
        self.query_one(f"#row-{LISTS.key}", FieldRow).show_suffix(self.suffix(LISTS))
        self.changed(LISTS.key)
        self.show_status(f"{event.name} was taken off the list.")
