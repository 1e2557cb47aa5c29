"""One create on its way, in a thread of its own: a stalled terminal can neither stop it nor lose its outcome."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.campaign.checked import Checked
from tui.kore.connection import Connection
from tui.kore.exchange import Exchange, Timeouts
from tui.kore.outcome import LOOK_FIRST, Outcome
from tui.kore.progress import Phase, Progress
from tui.kore.verdicts import TIMEOUT, Verdict
from tui.storage import intents, receipts
from tui.workflow.confirmations import Reason

if TYPE_CHECKING:
    from tui.kore.lookup import PreCheck, SearchResult
    from tui.storage.receipts import Receipt
    from tui.workflow.create import CreateResult

_SETTLED = (
    "No answer said so: the platform's list showed the very campaign, and you noted that it is this one."
)


@dataclass(slots=True)
class Submission:
    """A create that was begun. Read it at any time; ``outcome`` is None until it is known.

    It writes its note and its receipt itself, and looks by itself once where the outcome is unknown. ``looks``
    are all looks at the platform's list since, the last one last, ``found`` the id of the very campaign where they
    had it; ``look_waits`` says that one waits for its turn. ``result`` is all that is known of it. An unknown outcome
    can still be replaced: while :attr:`is_listening`, an answer is waited for. ``is_settled`` once a person said
    which campaign it is.
    """

    checked: Checked
    connection: Connection
    timeout: float = TIMEOUT
    practice: bool = False
    consents: frozenset[Reason] = frozenset()
    before: "PreCheck | None" = None
    outcome: Outcome | None = None
    result: "CreateResult | None" = None
    looks: "tuple[SearchResult, ...]" = ()
    look_waits: str = ""
    found: str | None = None
    is_settled: bool = False
    _course: Progress = field(default_factory=Progress)
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _known: threading.Event = field(default_factory=threading.Event)
    _over: threading.Event = field(default_factory=threading.Event)
    _looking: threading.Lock = field(default_factory=threading.Lock)
    _tell: Callable[[], object] = field(default=lambda: None)

    @property
    def document(self) -> Mapping[str, Any]:
        """The JSON that is sent."""
        return self.checked.document

    @property
    def phases(self) -> tuple[Phase, ...]:
        """What really happened so far, in order, with the seconds since the beginning."""
        return self._course.phases

    @property
    def seconds(self) -> float:
        """How long it has been since the beginning."""
        return self._course.seconds

    @property
    def exchange(self) -> Exchange | None:
        """The answer as it came, secrets hidden; None where none is there (yet)."""
        return self.result.exchange if self.result else None

    @property
    def receipt(self) -> "Receipt | None":
        """What is on disk of it; None where nothing was sent, or nothing is known yet."""
        return self.result.receipt if self.result else None

    @property
    def in_doubt(self) -> "Receipt | None":
        """What may have made a campaign: this create, or the earlier one that kept it from being sent."""
        return self.result.open or self.result.receipt if self.result else None

    @property
    def is_listening(self) -> bool:
        """Whether the outcome is called unknown, and an answer that still comes would replace it."""
        return self.outcome is not None and not self._over.is_set()

    @property
    def is_looking(self) -> bool:
        """Whether the platform's list is being read."""
        return self._looking.locked()

    def settle(self, campaign_id: str) -> None:
        """It is the campaign ``campaign_id``, as a person says: the outcome is unknown no more."""
        if self.outcome is not None:
            self.is_settled = True
            self.outcome = replace(
                self.outcome, verdict=Verdict.ACCEPTED, campaign_id=campaign_id, message=_SETTLED
            )

    def start(self, tell: Callable[[], object]) -> None:
        """Send, once. ``tell`` is called from other threads after each change; it must not wait."""
        self._tell = tell
        self._course = Progress(lambda phase: tell())  # noqa: ARG005
        threading.Thread(target=self._run, daemon=True, name="create").start()

    def wait(self, seconds: float) -> bool:
        """Wait for the outcome, ``seconds`` at most; tell whether it is there."""
        return self._known.wait(seconds)

    def stop(self, wait: float) -> None:
        """Give up: nothing leaves any more; where it left already the outcome is unknown, unless it is there.

        Waits for that outcome, ``wait`` seconds at most. Where it is unknown, an answer is still listened for.
        """
        self._cancelled.set()
        self._known.wait(wait)

    def look(self) -> bool:
        """Look once more whether the platform's list has it; False where that is being done already."""
        if self.in_doubt is None or not self._looking.acquire(blocking=False):
            return False
        threading.Thread(target=self._look, daemon=True, name="look").start()
        return True

    def wait_for_look(self, seconds: float) -> bool:
        """Wait until no look is under way, ``seconds`` at most; tell whether that is so."""
        if not self._looking.acquire(timeout=seconds):
            return False
        self._looking.release()
        return True

    def unheard(self) -> Outcome:
        """What is known of it where nobody waits for its outcome any more."""
        return Outcome(Verdict.UNKNOWN, LOOK_FIRST)

    def forget_secrets(self) -> None:
        """Forget what it was signed with, once its outcome is known."""
        if self.outcome is not None:
            self.connection = self.connection.without_secret()

    def _run(self) -> None:
        from tui.workflow.calls import call_context
        from tui.workflow.create import (  # loads the network library, behind the first screen
            CreateResult,
            create,
        )

        context = call_context(Timeouts.within(self.timeout), self._course, self._cancelled.is_set)
        try:
            made = create(
                self.checked, self.connection, context, consents=self.consents, practice=self.practice,
                before=self.before, on_stopped=self._learn,
            )  # fmt: skip
        except Exception as failed:  # whoever waits must hear something, and never that nothing was sent
            said = f"{LOOK_FIRST} This program failed: {type(failed).__name__}."
            made = CreateResult(Outcome(Verdict.UNKNOWN, said))
        self._over.set()
        self._learn(made)

    def _learn(self, made: "CreateResult") -> None:
        first = self.outcome is None
        if self.is_settled and made.outcome.verdict is Verdict.UNKNOWN:
            return
        self.result = made
        self.before = made.before
        if first and made.outcome.verdict is Verdict.UNKNOWN:
            self.look()  # begun before the outcome is known, so that whoever waits for that can wait for this
        self.outcome = made.outcome
        self._known.set()
        self._tell()

    def _look(self) -> None:
        from tui.workflow.calls import call_context
        from tui.workflow.create import look  # loaded by now

        try:
            doubted = self.in_doubt
            if doubted is not None:
                context = call_context(course=Progress(self._hear_of_look))
                self.looks = (*self.looks, look(doubted, self.connection, context))
                self.found = receipts.found_campaign(intents.as_kept(doubted))
        finally:
            self.look_waits = ""
            self._looking.release()
        self._tell()

    def _hear_of_look(self, phase: Phase) -> None:
        self.look_waits = phase.sentence
        self._tell()
