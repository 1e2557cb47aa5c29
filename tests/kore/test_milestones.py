"""The course of a create as one short line."""

import pytest

from tui.kore.milestones import milestones
from tui.kore.progress import Moment, Phase

COURSE = (
    Phase(Moment.LOOKED, 0.02, "No other campaign bears this name"),
    Phase(Moment.NOTED, 0.02, "20261125-010018-fce089"),
    Phase(Moment.TOKEN, 0.021),
    Phase(Moment.CONNECTING, 0.025, "example.org, port 443"),
    Phase(Moment.CONNECTED, 0.03, "192.0.2.1"),
    Phase(Moment.SECURED, 0.05, "TLSv1.3, certificate by Ten bytes"),
    Phase(Moment.LEAVING, 0.05),
    Phase(Moment.SENT, 0.05, "1,782 bytes"),
    Phase(Moment.WAITING, 0.05),
    Phase(Moment.FIRST_BYTE, 1.09, "HTTP 200"),
    Phase(Moment.BODY, 1.1, "986 bytes"),
)


@pytest.mark.parametrize(
    ("reached", "words", "waits"),
    [
        (0, [], ""),
        (1, ["name check .02"], ""),
        (4, ["name check .02", "noted .02", "token .02", "connecting .03"], "connecting .03"),
        (5, ["name check .02", "noted .02", "token .02", "connected .03"], ""),
        (9, ["TLS 1.3 .05", "sent 1,782 B .05", "waiting .05"], "waiting .05"),
        (11, ["TLS 1.3 .05", "sent 1,782 B .05", "answer 1.09"], ""),
    ],
)
def test_what_was_reached(reached: int, words: list[str], waits: str) -> None:
    found = milestones(COURSE[:reached])
    assert [each.words for each in found][-len(words) or len(found) :] == words
    assert "".join(each.words for each in found if not each.is_reached) == waits
