"""Leaving and giving up exclude each other."""

import pytest

from tui.kore.in_flight import CallCancelledError, InFlight
from tui.kore.progress import Moment, Progress


def line() -> InFlight:
    return InFlight(Progress())


def test_what_was_given_up_can_not_leave() -> None:
    given_up = line()
    assert given_up.give_up("Late.", only_before=True)
    with pytest.raises(CallCancelledError):
        given_up.leave()
    assert not given_up.known().started
    assert given_up.known().error == "Late."


def test_what_has_left_is_not_given_up_as_unsent() -> None:
    gone = line()
    gone.leave()
    assert not gone.give_up("Late.", only_before=True)
    assert gone.known().error == ""
    assert gone.give_up("No answer.", cancelled=True)
    assert gone.known().started
    assert gone.known().cancelled


def test_what_comes_too_late_changes_nothing() -> None:
    course = Progress()
    over = InFlight(course)
    over.finish()
    over.give_up("Late.")
    over.note(status=200)
    over.tell(Moment.BODY)
    assert (over.known().error, over.known().status, course.phases) == ("", None, ())
