"""Keys of one's own: which can be, and that those that can be do what they say."""

import asyncio

import pytest

from tests.screen.steps.conftest import Wizard
from tui.screen.app import WizardApp
from tui.screen.runtime.keymap import BoundAction, checked, keymap, known_actions
from tui.workflow.session import Session

KNOWN = {
    "app.next": BoundAction(("ctrl+n", "f8"), True),
    "app.leave": BoundAction(("ctrl+c",), True),
    "app.leave-field": BoundAction(("ctrl+c",), True),
    "app.help": BoundAction(("f1", "question_mark"), True),
    "review.save": BoundAction(("s",), False),
    "review.json": BoundAction(("j",), False),
    "papers.save": BoundAction(("s",), False),
}


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ({"app.next": "ctrl+k"}, {"app.next": "ctrl+k"}),
        ({"app.next": "f9,ctrl+k"}, {"app.next": "f9,ctrl+k"}),
        ({"review.save": "w"}, {"review.save": "w"}),
        ({"review.save": "!"}, {"review.save": "exclamation_mark"}),
        ({"review.save": "j", "review.json": "s"}, {"review.save": "j", "review.json": "s"}),
        ({"papers.save": "j"}, {"papers.save": "j"}),
        ({"app.leave": "ctrl+x"}, {"app.leave": "ctrl+x,ctrl+c"}),
        ({"app.help": "f2"}, {"app.help": "f2,f1,question_mark"}),
    ],
)
def test_keys_that_can_be(wanted: dict[str, str], keys: dict[str, str]) -> None:
    assert checked(wanted, KNOWN) == (keys, ())


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"app.nxt": "f9"}, "no action is called app.nxt; the nearest is app.next"),
        ({"app.next": "x"}, "app.next works in fields too, where x is typed"),
        ({"app.next": "space"}, "app.next works in fields too, where space is typed"),
        ({"app.next": "enter"}, "app.next works in fields too, which need enter themselves"),
        ({"review.save": "ctrl+"}, "review.save: ctrl+ is no key"),
        ({"review.save": "strg+s"}, "review.save: strg+s is no key"),
        ({"review.save": "ff"}, "review.save: ff is no key"),
        ({"review.save": "\x1b[31m"}, "review.save: "),
        ({"review.save": "j"}, "review.save and review.json are two actions on the key j"),
        ({"review.save": "ctrl+n"}, "review.save and app.next are two actions on the key ctrl+n"),
        ({"app.next": "ctrl+c"}, "app.next and app.leave are two actions on the key ctrl+c"),
        ({"review.save": "f1"}, "review.save and app.help are two actions on the key f1"),
    ],
)
def test_keys_that_cannot_be(wanted: dict[str, str], said: str) -> None:
    keys, wrong = checked(wanted, KNOWN)
    assert keys == {}
    assert wrong[0].startswith(f"[keys]: {said}")
    assert wrong[0].isprintable()


def test_two_new_keys_that_are_one_are_both_named_and_ignored() -> None:
    keys, wrong = checked({"review.save": "w", "review.json": "w", "papers.save": "w"}, KNOWN)
    assert keys == {"papers.save": "w"}
    assert len(wrong) == 2


def test_nothing_wanted_loads_nothing() -> None:
    assert keymap({}) == ({}, ())


def test_every_usual_key_is_one_that_could_be_chosen() -> None:
    known = known_actions()
    for name, action in known.items():
        _, wrong = checked({name: ",".join(action.keys)}, known)
        assert not [each for each in wrong if "is no key" in each], name


def test_a_chosen_key_works_and_stands_on_the_last_line() -> None:
    async def scenario() -> None:
        app = WizardApp(
            Session(), start_practice=lambda _: None, load_rest=lambda: None, keymap={"app.next": "ctrl+k"}
        )
        async with app.run_test(size=(80, 24)) as pilot:
            wizard = Wizard(app, pilot)
            assert "^k next" in wizard.screen().splitlines()[-1]
            await wizard.press("ctrl+n")
            assert app.entry.title == "Connection"
            await wizard.press("ctrl+k")
            assert app.entry.title == "Basics"

    asyncio.run(scenario())
