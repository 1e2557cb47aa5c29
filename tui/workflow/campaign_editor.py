"""The campaign that is being made: the draft, where it came from, what was seen of it, what can be undone."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.campaign.draft import Draft
from tui.campaign.hours import Week
from tui.campaign.modes import Api
from tui.workflow.form_history import FormHistory, copy_of

if TYPE_CHECKING:
    from tui.campaign.checked import Checked
    from tui.campaign.edits import Edit, EditedWeek
    from tui.campaign.origin import Origin
    from tui.campaign.problems import Problem


@dataclass(slots=True, eq=False, repr=False)
class CampaignEditor:
    """The draft and what belongs to it.

    ``file_problems`` are those of the file ``file_name`` that the draft was loaded from. ``touched`` holds the
    keys of fields that were left once, whose errors are shown; ``visited`` the titles of steps that were seen.
    ``night_allowed`` are the open night minutes that a person has allowed by word, ``also_zones`` the zones whose
    time is shown beside the campaign's. ``origin`` is what the campaign was begun from.
    """

    draft: Draft = field(default_factory=Draft)
    file_name: str = ""
    file_problems: "tuple[Problem, ...]" = ()
    touched: set[str] = field(default_factory=set)
    visited: set[str] = field(default_factory=set)
    night_allowed: Week | None = None
    origin: "Origin | None" = None
    also_zones: list[str] = field(default_factory=list)
    _checked: "Checked | None" = None
    _form: FormHistory | None = None

    def begin(self, draft: Draft, origin: "Origin | None" = None) -> None:
        """Edit ``draft``, of which no field was left yet; what was typed before is replaced."""
        self.draft, self.origin = draft, origin
        self.file_name, self.file_problems = "", ()
        self.touched.clear()

    def begin_like(self, name: object) -> None:
        """Begin another one like that called ``name``, whose name goes, unless it was changed since."""
        if self.draft.name == name:
            self.draft.name = ""
            self.touched.discard("name")
        self._form = None

    @property
    def form(self) -> FormHistory:
        """What can be taken back of the whole form; another draft begins with nothing."""
        if self._form is None or self._form.draft is not self.draft:
            self._form = FormHistory(self.draft)
        return self._form

    def edited_week(self) -> "EditedWeek":
        """The chosen frequency's week, to be edited."""
        from tui.campaign.edits import EditedWeek  # not for the first screen

        return EditedWeek(self.draft.week, self.draft.unsettled_here)

    def put_week(self, edited: "EditedWeek") -> bool:
        """Make what was ``edited`` the chosen frequency's week, as one change of the form; False where it is so."""
        draft, form = self.draft, self.form
        if (edited.week, edited.unsettled) == (draft.week, draft.unsettled_here):
            return False
        from tui.campaign.fields import HOURS  # not for the first screen

        draft.put_hours(edited.week, edited.unsettled)
        self.touched.add(HOURS.key)
        form.note_edit(HOURS, edited.did)
        return True

    def edit_week(self, edit: "Edit") -> str:
        """Do ``edit`` to the chosen frequency's week; returns what to say."""
        edited = self.edited_week()
        said = edited.do(edit)
        self.put_week(edited)
        return said

    def checked(self, api: Api) -> "Checked":
        """The campaign under ``api`` with its problems and its JSON; each revision of the draft is judged once."""
        if self._checked is None or (self._checked.draft, self._checked.api) != (self.draft, api):
            from tui.campaign.checked import Checked  # not for an empty first screen

            draft = copy_of(self.draft)
            self._checked = Checked(api, tuple(draft.problems(api)), draft)
        return self._checked
