"""What happens to one request, moment by moment, each with its time; and the sentences that say so."""

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.base import trace


class Moment(StrEnum):
    """What can happen, in this order. Everything after TOKEN comes from the trace of the HTTP library."""

    LOOKED = "looked"
    NOTED = "noted"
    TURN = "turn"
    TOKEN = "token"  # noqa: S105  no password
    CONNECTING = "connecting"
    CONNECTED = "connected"
    SECURED = "secured"
    LEAVING = "leaving"
    SENT = "sent"
    WAITING = "waiting"
    FIRST_BYTE = "first byte"
    BODY = "body"
    UNDERSTOOD = "understood"


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a request: ``seconds`` since the beginning, ``detail`` in a few words, inert, or empty."""

    name: Moment
    seconds: float
    detail: str = ""

    @property
    def sentence(self) -> str:
        """This moment as a person reads it."""
        return _SENTENCES[self.name].format(detail=self.detail)


def waited_for(phases: Sequence[Phase]) -> str:
    """What a create waits for, by what happened so far."""
    if not phases:
        return "Reading the platform's list"
    match phases[-1].name:
        case Moment.LOOKED | Moment.NOTED | Moment.TOKEN:
            return "Getting ready to send"
        case Moment.CONNECTING | Moment.CONNECTED:
            return "Connecting"
    return "Waiting for the answer"


_SENTENCES = {
    Moment.LOOKED: "Looked for this name before sending: {detail}.",
    Moment.NOTED: "Noted on disk that it may be created: {detail}.",
    Moment.TURN: "Waiting for the account's budget of reads: {detail}.",
    Moment.TOKEN: "Token made, for this request alone.",
    Moment.CONNECTING: "Connecting to {detail}.",
    Moment.CONNECTED: "Connected to {detail}.",
    Moment.SECURED: "Secured by {detail}.",
    Moment.LEAVING: "The request begins to leave.",
    Moment.SENT: "Request sent, {detail}.",
    Moment.WAITING: "Waiting for the answer.",
    Moment.FIRST_BYTE: "The answer begins: {detail}.",
    Moment.BODY: "The answer's body, {detail}.",
    Moment.UNDERSTOOD: "Understood: {detail}.",
}


class Progress:
    """The phases of one request as they come, from any thread, for a listener.

    ``tell`` hears each of them; a listener that is gone or fails must not stop a request.
    """

    def __init__(self, tell: Callable[[Phase], object] = lambda phase: None) -> None:  # noqa: ARG005
        self._tell = tell
        self._begun = time.monotonic()
        self._phases: tuple[Phase, ...] = ()
        self._lock = threading.Lock()

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Everything that happened so far, in order."""
        return self._phases

    @property
    def seconds(self) -> float:
        """How long it has been since the beginning."""
        return time.monotonic() - self._begun

    def tell(self, name: Moment, detail: str = "") -> None:
        """This happened just now."""
        with self._lock:
            phase = Phase(name, self.seconds, detail)
            self._phases = (*self._phases, phase)
        trace.note(phase.sentence)
        with contextlib.suppress(Exception):
            self._tell(phase)
