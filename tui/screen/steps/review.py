"""Review: what the campaign will do, what is wrong with it, the exact JSON, and saving it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.campaign import fingerprint, summary
from tui.campaign.fields import for_path
from tui.campaign.gist import gist
from tui.campaign.leftovers import give_up, standing
from tui.campaign.origin import in_words
from tui.campaign.problems import Problem, is_valid
from tui.screen.pages.campaign_json import campaign_json, json_text
from tui.screen.pages.saving import NAME_ROOM, propose
from tui.screen.steps import STEPS
from tui.screen.steps.step import Step
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.problem_row import FieldProblem, problem_row
from tui.screen.widgets.row_list import RowList
from tui.workflow.picking import own_zones
from tui.workflow.saving import Saver, file_name
from tui.workflow.session import Session
from tui.workflow.week_ahead import week_ahead

SAVING = "saving"
"""Called for in place of a field: the page begins with asking for a file's name."""
_OF_FILE = "x drops it: it is not sent then. As long as it stays, nothing can be sent."


class ReviewStep(Step, can_focus=True):
    """Everything about the campaign on one page that scrolls; the JSON is a page of its own."""

    KEYS = (("j", "JSON"), ("s", "save"))
    ABOUT = (
        "The review says what the campaign will do and what is wrong with it. Enter on a problem goes to its "
        "field, n to the next one, N to the one before, a digit to a step. j shows the exact JSON; s saves "
        "it as a file that check, submit and --from take."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "json", "Show the JSON", show=False, id="review.json"),
        Binding("s", "save", "Save as a file", show=False, id="review.save"),
        Binding("x,delete", "drop", "Drop what the file says there", show=False, id="review.drop"),
        Binding("n", "app.problem(1)", "Next problem", show=False, id="review.next-problem"),
        Binding("N", "app.problem(-1)", "Problem before", show=False, id="review.problem-before"),
        *(
            Binding(
                str(at), f"app.step({at})", f"Step {at}: {entry.title}", show=False, id=f"review.step-{at}"
            )
            for at, entry in enumerate(STEPS, 1)
        ),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")
        self.problems = session.problems()
        self._of_file = [each.problem for each in standing(session.draft, session.api)]
        self._saver = Saver()
        self._proposed = f"{file_name(session.draft.name)}.json"

    def compose(self) -> ComposeResult:
        yield FixedLine(self.session.verdict(), classes="verdict")
        for sentence in self.session.access.problems():
            yield problem_row("Connection", sentence, is_error=True)
        for problem in sorted(self.problems, key=lambda each: (not each.is_error, each.mark)):
            yield problem_row(
                _title(problem),
                problem.with_place,
                is_error=problem.mark == "!",
                target=problem.field,
                is_of_file=problem in self._of_file,
            )
        for sentence in self.session.access.oddities():
            yield problem_row("Connection", sentence, is_error=False)
        if is_valid(self.problems):
            for sentence in summary.sentences(self.session.draft, self.session.api):
                yield FixedLine(sentence, classes="paragraph")
            yield FixedLine(
                fingerprint.sentence(self.session.checked().fingerprint or ""), classes="paragraph"
            )
        else:
            yield FixedLine(" ".join(gist(self.session.draft, self.session.api)), classes="paragraph")
        if said := own_zones(self.session):
            yield FixedLine(said, classes="paragraph")
        if days := week_ahead(self.session):
            yield FixedLine("\n".join(days), classes="paragraph")
        if origin := self.session.campaign.origin:
            compared = in_words(origin, self.session.draft, self.session.api)
            yield FixedLine("\n".join(compared), classes="paragraph")
        shown = {(problem.field, problem.message) for problem in self.problems}
        if settled := [
            each for each in self.session.campaign.file_problems if (each.field, each.message) not in shown
        ]:
            yield FixedLine(f"The file {self.session.campaign.file_name} itself had:", classes="heading")
            said = "\n".join(f"{each.field}: {each.with_place}" for each in settled)
            yield FixedLine(said, classes="paragraph")
        yield FieldRow(
            "Save as",
            TextField(id="save", enter="saves"),
            "A file to keep or send later; Enter saves it.",
            room=NAME_ROOM,
            id="row-save",
        )

    def on_mount(self) -> None:
        self.session.campaign.touched |= {key for problem in self.problems if (key := _key(problem))}

    def focus_on_entry(self, key: str = "") -> None:
        """Begin at the first problem, or at the page itself or in the field for a file, where that is called for."""
        if key == SAVING:
            self.action_save()
            return
        rows = [] if key == self.id else list(self.query(RowList))
        (rows[0] if rows else self).focus(scroll_visible=False)

    @on(RowList.Chosen)
    def _jump(self, event: RowList.Chosen) -> None:
        title, key = event.rows.here.place
        if title:
            self.post_message(self.Jump(title, key))
        else:
            self.show_status(_OF_FILE)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Those of the page; in the field for a file's name they are letters."""
        return () if any(each.has_focus for each in self.query("#save")) else super().keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "drop" or self._here_of_file() is not None

    def _here_of_file(self) -> FieldProblem | None:
        """The problem of the file that has the focus, or None."""
        focused = self.screen.focused
        here = focused.here if isinstance(focused, RowList) and focused.items else None
        return here if isinstance(here, FieldProblem) and here.is_of_file else None

    def action_drop(self) -> None:
        if (here := self._here_of_file()) is not None:
            give_up(self.session.draft, here.target)
            # The page itself gets the focus: a key that is held down must not drop the next one.
            self.post_message(self.Jump("Review", self.id or ""))

    def action_json(self) -> None:
        self.app.push_screen(campaign_json(self.session))

    def action_save(self) -> None:
        field = self.query_one("#save", TextField)
        propose(field, field.value or self._proposed)

    @on(Input.Submitted, "#save")
    def _save(self, event: Input.Submitted) -> None:
        event.prevent_default()
        name = event.value.strip()
        text = json_text(self.session)
        self.run_worker(lambda: self._write(name, text), thread=True, exclusive=True, group="save")

    def _write(self, name: str, text: str) -> None:
        """Write the file, in a thread: the disk may be slow."""
        said, failed = self._saver.save(name, text, self._proposed)
        valid = "" if failed or is_valid(self.problems) else " It still has problems."
        self.show_status(said + valid, error=failed)


def _key(problem: Problem) -> str:
    field = for_path(problem.field)
    return field.key if field else ""


def _title(problem: Problem) -> str:
    field = for_path(problem.field)
    return field.title if field else problem.field
