"""The question before a create: what is sent where, what is like it already, what must be typed first."""

import time

from textual.strip import Strip
from textual.widget import Widget

from tui.base.text import one_line, plural
from tui.campaign import summary
from tui.kore import addresses
from tui.kore.proxy import through
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.workflow.confirmations import Confirmation, Reason
from tui.workflow.looks import LOOKING, NONE_SUCH
from tui.workflow.pending import why
from tui.workflow.session import Session

_TITLES = {
    Reason.NIGHT: "Calls at night",
    Reason.PRODUCTION: "Production",
    Reason.AGAIN: "To send it again",
    Reason.UNNOTED: "Without a note",
}
_WHY_LIMIT = 2_000
"""Characters of why a guard stands there; a week of calls at night needs some hundred."""
_NOT_YET = "  Enter asks whether to create it, and only y creates."
_QUESTION = "> Create it now? It is sent once.          y creates   Esc not yet"


class QuestionLine(FixedLine):
    """Whether to create it; how one is asked that, while it is not put.

    ``drawn_at`` is since when one can read the question, in seconds of :func:`time.monotonic`; before that no key
    is an answer to it.
    """

    DEFAULT_CSS = """
    QuestionLine { margin: 1 0 0 0; text-style: bold; }
    """

    def __init__(self, *, is_put: bool) -> None:
        super().__init__("", id="question")
        self.put(is_put=is_put)

    def put(self, *, is_put: bool) -> None:
        """Put the question, or take it back."""
        self.is_put, self.drawn_at = is_put, float("inf")
        self.show(_QUESTION if is_put else _NOT_YET)

    def render_line(self, y: int) -> Strip:
        if self.is_put:
            self.drawn_at = min(self.drawn_at, time.monotonic())
        return super().render_line(y)


def marked(said: str) -> str:
    """What a look says, with its mark: ``+`` where it is fine, ``!`` as it has it, ``~`` where that is not known."""
    return said if said.startswith("!") else f"{'+' if said.startswith(NONE_SUCH) else '~'} {said}"


def parts(
    session: Session, open_guards: tuple[Confirmation, ...], names: str, *, is_put: bool
) -> list[Widget]:
    """The page; ``names`` is a sentence about campaigns of the same name, empty while they are looked for.

    ``is_put``: the question is put, which no guard may stand before.
    """
    connection = session.access.active_connection()
    said = summary.sentences(session.draft, session.api)
    path, _, query = addresses.create_url(connection).removeprefix(connection.host.url).partition("?")
    where = session.access.profile.name if session.access.profile else connection.host.url
    found: list[Widget] = [
        FixedLine(
            f"Ready. It is sent once, to {one_line(where, limit=60)}   {session.access.badge}".rstrip(),
            classes="heading",
            id="ready",
        ),
        FixedLine("\n".join(one_line(each, limit=2_000) for each in said), classes="paragraph", id="summary"),
        FixedLine(marked(names or LOOKING), classes="note-line", id="names"),
        FixedLine(
            f"  {connection.host.url}{through(connection.host.url)}\n"
            f"  POST {path}\n       ?{query}\n"
            f"  app {connection.app_id}, account {connection.account_id}, as {connection.client_id}, "
            f"{plural(len(addresses.body(session.document())), 'byte')}",
            classes="note-line",
        ),
    ]
    for sentence in session.access.oddities():
        found.append(FixedLine(f"! {sentence}", classes="note-line warning"))
    if not open_guards:
        return [*found, QuestionLine(is_put=is_put)]
    guard = open_guards[0]
    more = f" ({len(open_guards) - 1} more to type after this)" if len(open_guards) > 1 else ""
    return [
        *found,
        FixedLine(f"! {one_line(why(session, guard), limit=_WHY_LIMIT)}", classes="note-line warning"),
        FieldRow(
            _TITLES[guard.key],
            TextField(id="guard", enter="takes the word"),
            f"Type {guard.word} and Enter.{more}",
            id="row-guard",
        ),
    ]
