"""Leaving and giving up exclude each other."""

import pytest

from tui.kore.line import GivenUpError, Line
from tui.kore.phases import Course, Moment


def line() -> Line:
    return Line(Course())


def test_what_was_given_up_can_not_leave() -> None:
    given_up = line()
    assert given_up.give_up("Late.", only_before=True)
    with pytest.raises(GivenUpError):
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
    course = Course()
    over = Line(course)
    over.finish()
    over.give_up("Late.")
    over.note(status=200)
    over.tell(Moment.BODY)
    assert (over.known().error, over.known().status, course.phases) == ("", None, ())
