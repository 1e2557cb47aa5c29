"""What can go wrong with a create, by name, as a person meets it and can practise it.

Each fault is played once a create arrives that is right; everything else is answered as always.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from enum import StrEnum
from time import time
from typing import Any

from tui.practice import answers
from tui.practice.answers import Reply

LATE_SECONDS = 5.0
TRICKLE_SECONDS = 0.2
LAG_SECONDS = 20.0
"""How long the list hides a new campaign, where it lags."""
RETRY_SECONDS = 7


class End(StrEnum):
    """How a connection ends after its last byte."""

    CLOSE = "close"
    RESET = "reset"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Play:
    """What happens on the connection: raw ``parts`` after ``delay`` seconds, ``pause`` seconds apart, an end.

    ``status`` is for the log, 0 where nothing is answered.
    """

    status: int = 0
    parts: Iterable[bytes] = ()
    delay: float = 0.0
    pause: float = 0.0
    end: End = End.CLOSE


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a create. ``play`` takes the answer that was due and the token of the request.

    ``keeps``: the campaign is made all the same. ``unread``: the body is not even read. ``lags``: the list
    does not show the campaign for a while.
    """

    name: str
    about: str
    play: Callable[[Reply, str], Play]
    keeps: bool = True
    unread: bool = False
    lags: bool = False


def _raw(
    status: int, body: bytes, *headers: str, kind: str = "application/json", length: int | None = None
) -> bytes:
    lines = [
        f"HTTP/1.1 {status} Practice",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body) if length is None else length}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def _json(body: Any) -> bytes:
    return json.dumps(body).encode("ascii")


def _said(due: Reply, **more: Any) -> bytes:
    return _json({**due.body, **more})


def _answer(answer: Reply, *headers: str) -> Callable[[Reply, str], Play]:
    return lambda due, token: Play(answer.status, [_raw(answer.status, _json(answer.body), *headers)])  # noqa: ARG005


def _body(
    make: Callable[[Reply], bytes], status: int = 200, kind: str = "application/json"
) -> Callable[..., Play]:
    return lambda due, token: Play(status, [_raw(status, make(due), kind=kind)])  # noqa: ARG005


def _silent(due: Reply, token: str) -> Play:  # noqa: ARG001
    return Play(end=End.SILENT)


def _reset(due: Reply, token: str) -> Play:  # noqa: ARG001
    return Play(end=End.RESET)


def _half(due: Reply, token: str) -> Play:  # noqa: ARG001
    body = _said(due)
    return Play(due.status, [_raw(due.status, body[: len(body) * 3 // 4], length=len(body))])


def _trickle(due: Reply, token: str) -> Play:  # noqa: ARG001
    whole = _raw(due.status, _said(due))
    return Play(due.status, (whole[at : at + 1] for at in range(len(whole))), pause=TRICKLE_SECONDS)


def _late(due: Reply, token: str) -> Play:  # noqa: ARG001
    return Play(due.status, [_raw(due.status, _said(due))], delay=LATE_SECONDS)


def _clock(due: Reply, token: str) -> Play:  # noqa: ARG001
    refused = answers.bad_credentials("")
    hour_ago = formatdate(time() - 3600, usegmt=True)
    return Play(401, [_raw(401, _json(refused.body), f"Date: {hour_ago}")])


def _wrong_echo(due: Reply) -> bytes:
    data = due.body["data"]
    return _said(due, data={**data, "priority": "1", "name": f"{data.get('name', '')} 2"})


def _echo_token(due: Reply, token: str) -> Play:  # noqa: ARG001
    body = _json({"errors": [{"msg": f"Validation errors/ Invalid arguments: auth {token}", "code": 412}]})
    return Play(412, [_raw(412, body, f"X-Echo: {token}")])


_EXPIRY, _REPLAY = answers.too_long_lived(""), answers.replayed("")
_RATE = answers.too_many("")

FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("accepted-silent", "the campaign is made, and no answer ever comes", _silent),
        Fault("reset-before-read", "the connection is reset before the request is read", _reset, False, True),
        Fault("reset-after-read", "the campaign is made, and the connection is reset", _reset),
        Fault("half-answer", "the campaign is made, and the answer breaks off", _half),
        Fault("slow-trickle", "the campaign is made, and the answer comes a byte at a time", _trickle),
        Fault("late", "the campaign is made, and the answer comes after 5 s", _late),
        Fault("401-credentials", "401, wrong app or secret", _answer(answers.bad_credentials("")), False),
        Fault("401-token", "401, the token is none", _answer(answers.not_a_token("")), False),
        Fault("401-scope", "401, the scope is missing", _answer(answers.wrong_scope("")), False),
        Fault("401-expiry", "401, the token lives too long", _answer(_EXPIRY), False),
        Fault("401-replay", "401, the token was used before", _answer(_REPLAY), False),
        Fault("401-clock", "401, and the platform's clock is an hour behind", _clock, False),
        Fault("429", "too many requests", _answer(_RATE), False),
        Fault("429-retry-after", "too many, wait 7 s", _answer(_RATE, f"Retry-After: {RETRY_SECONDS}"), False),
        Fault("412", "412, a field is refused by its path",
              _answer(answers.invalid(["dialingStrategy.maxRingTime must be 5 to 90 s"])), False),
        Fault("500", "500, nothing is made", _answer(answers.broken(500, "Internal error")), False),
        Fault("502-html", "the campaign is made, and a proxy answers 502 in HTML",
              _body(lambda _: b"<html><body><h1>502 Bad Gateway</h1></body></html>", 502, "text/html")),
        Fault("200-error", "200 with an error inside, nothing is made",
              _answer(Reply(200, {"errors": [{"msg": "Campaign limit reached", "code": 409}]})), False),
        Fault("wrong-echo", "accepted, and name and priority come back changed", _body(_wrong_echo)),
        Fault("echo-token", "412, with the request's token in it", _echo_token, False),
        Fault("list-lags", "as accepted-silent, and the list hides the campaign for 20 s", _silent, lags=True),
    )
}  # fmt: skip
"""Every fault by its name, as ``--fault`` and ``--practice-fault`` take it."""
