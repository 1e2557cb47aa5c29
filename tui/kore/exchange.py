"""What is known of one HTTP exchange, as plain values. Imports nothing heavy."""

import json
from dataclasses import dataclass, replace

from tui.kore.causes import Cause
from tui.kore.verdicts import TIMEOUT

BODY_LIMIT = 1_000_000
"""Bytes of an answer's body that are read, unpacked, where a call does not say more; a longer body is cut."""

_LEAST_HIDDEN = 6
"""A shorter text can't be told from ordinary words of the answer."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: ``connect`` until the request begins to leave, ``total`` for the whole exchange."""

    connect: float = 10.0
    total: float = TIMEOUT

    @classmethod
    def within(cls, total: float) -> "Timeouts":
        """The usual time-outs, each at most ``total`` seconds."""
        return cls(min(cls().connect, total), total)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What happened to one request.

    ``started`` is the only word on whether something was sent: the request's headers began to leave.
    ``cancelled`` says that a person gave up waiting. ``status`` and ``headers`` are those of the answer, as
    far as one came; ``complete`` says that its whole body arrived, ``truncated`` that reading stopped at the
    call's limit. ``error`` is a sentence, empty where nothing went wrong, and ``cause`` its kind.
    ``answered`` is this machine's time when the answer began, in seconds since the epoch.
    """

    started: bool = False
    cancelled: bool = False
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    complete: bool = False
    truncated: bool = False
    error: str = ""
    cause: Cause = Cause.NONE
    answered: float | None = None

    def header(self, name: str) -> str:
        """The first value of the answer's header ``name`` (case does not matter), or nothing. Not inert."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), "")

    def hiding(self, *secrets: str) -> "Exchange":
        """The exchange with ``secrets`` taken out of what came back, in case the answer echoes them.

        Texts under 6 characters stay: they can't be told from ordinary words.
        """
        forms = {form for secret in secrets for form in (secret, json.dumps(secret)[1:-1])}
        long = sorted((form for form in forms if len(form) >= _LEAST_HIDDEN), key=len, reverse=True)
        return replace(
            self,
            headers=tuple((name, _without(value.encode(), long).decode()) for name, value in self.headers),
            body=_without(self.body, long),
            error=_without(self.error.encode(), long).decode(),
        )


def _without(text: bytes, hidden: list[str]) -> bytes:
    for form in hidden:
        text = text.replace(form.encode(), b"(hidden)")
    for form in hidden:  # an answer that broke off may end in the beginning of one
        for length in range(len(form), _LEAST_HIDDEN - 1, -1):
            if text.endswith(beginning := form[:length].encode()):
                text = text.removesuffix(beginning) + b"(hidden)"
                break
    return text
