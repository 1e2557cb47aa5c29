"""A question that a place of secrets has for the person: a secret or a passphrase, typed as dots."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.base import secret_text
from tui.base.secret_text import Given
from tui.screen.pages.page import ModalPage
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.secret_field import SecretField

_ONCE = "Typed or pasted as dots; Enter goes on, Esc gives up."
_TWICE = "Choose a long one, several words for instance: nobody can recover it."


class AskSecret(ModalPage[Any]):
    """Asks for one secret, or twice for a passphrase that is being chosen.

    Gives a ``SecretStr``, or None where the person gives up.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Give up", id="ask.give-up"),
        Binding("enter", "answer", "Go on", id="ask.answer", priority=True),
    ]

    def __init__(self, question: str, *, twice: bool = False, is_passphrase: bool = False) -> None:
        super().__init__()
        self.question = question
        self.twice = twice
        self._is_passphrase = is_passphrase

    def compose(self) -> ComposeResult:
        title = "Passphrase" if self._is_passphrase else "Secret"
        with Vertical(classes="page"):
            yield FixedLine(self.question, classes="verdict")
            first = SecretField(id="answer", keeps_blanks=self._is_passphrase)
            yield FieldRow(title, first, _TWICE if self.twice else _ONCE, id="row-answer")
            if self.twice:
                again = SecretField(id="again", keeps_blanks=True)
                yield FieldRow("The same again", again, _ONCE, id="row-again")
        yield FixedLine(" Enter goes on, Esc gives up.", classes="foot")

    def on_mount(self) -> None:
        self.query_one("#answer").focus()

    def action_give_up(self) -> None:
        self.dismiss(None)

    def action_answer(self) -> None:
        answer = self._given().secret
        if not answer.get_secret_value():
            self.query_one("#row-answer", FieldRow).show_error("Nothing was typed yet.")
        elif not self.twice:
            self.dismiss(answer)
        elif self.query_one("#answer").has_focus:
            self.query_one("#again").focus()
        elif self.query_one("#again", SecretField).secret() != answer:
            self.query_one("#again", SecretField).action_clear()
            self.query_one("#row-again", FieldRow).show_error("The two differ: type the second one again.")
        else:
            self.dismiss(answer)

    def _given(self) -> Given:
        """What was typed; of a secret the secret itself."""
        typed = self.query_one("#answer", SecretField).secret()
        return Given(typed, "") if self._is_passphrase else secret_text.read(typed)

    @on(SecretField.Changed)
    def _typed(self, event: SecretField.Changed) -> None:
        if not event.field.secret().get_secret_value():  # emptied, to be typed anew
            return
        for row in self.query(FieldRow):
            row.show_error("")
        if not self.twice:
            self.query_one("#row-answer", FieldRow).show_help(self._given().said or _ONCE)
