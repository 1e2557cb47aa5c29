"""What is typed and pasted into the fields of the wizard, and the keys that move between them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from pydantic import SecretStr

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.campaign.fields import Mode
from tui.campaign.hours_text import text_of
from tui.screen.pages.secret_prompt import AskSecret
from tui.screen.steps.step import show_status
from tui.workflow.session import Session

LONG = "x" * 200_000


def drive(work: Callable[[Wizard], Awaitable[None]], session: Session | None = None) -> None:
    async def run() -> None:
        async with opened(session) as wizard:
            await work(wizard)

    asyncio.run(run())


def focused(wizard: Wizard) -> str:
    assert wizard.app.focused is not None
    return wizard.app.focused.id or ""


# --- pastes


def test_lines_that_are_pasted_are_joined_and_that_is_said() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        screen = await wizard.paste("\r\nRenewal\r\ncalls\u2028June\f")
        assert wizard.session.draft.name == "Renewal calls June"
        assert "3 lines were joined by blanks." in screen

    drive(work)


def test_a_paste_is_put_in_up_to_the_bound_and_that_is_said() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        screen = await wizard.press("tab")
        screen = await wizard.paste(LONG)
        assert wizard.session.draft.description == "x" * 100_000
        assert "100,000 of 200,000 characters were put in: the field holds 100,000 at most." in screen
        assert "The field holds 100,000 at most." in await wizard.type("y")

    drive(work)


def test_control_characters_are_left_out_and_named() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        assert "Left out, since no line holds it: U+0007 (BEL)." in await wizard.paste("Ren\x07ewals")
        assert wizard.session.draft.name == "Renewals"

    drive(work)


def test_a_name_a_line_and_a_cell_goes_on_the_list() -> None:
    async def work(wizard: Wizard) -> None:
        for typed, pasted, names in [
            ("", "Buyers Q2\nLeads May\n", ("Buyers Q2", "Leads May")),
            ("", "\r\nBuyers Q2\tLeads May\r\n\r\nNew\r\n", ("Buyers Q2", "Leads May", "New")),
            ("Old ", "Buyers\nLeads", ("Old Buyers", "Leads")),
            ("", "Buyers\x07\nLeads", ("Buyers", "Leads")),
        ]:
            wizard.session.draft.contact_lists = ()
            assert "went on the list" not in await wizard.at("Contact lists", "contact_lists"), pasted
            await wizard.type(typed)
            screen = await wizard.paste(pasted)
            assert wizard.session.draft.contact_lists == names, pasted
            assert f"{len(names)} names went on the list." in screen, pasted
            assert f"{len(names)} named" in screen, pasted
            await wizard.type("More")
            assert wizard.session.draft.contact_lists == (*names, "More"), pasted

    drive(work)


def test_one_name_that_is_pasted_stays_in_the_field() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Contact lists")
        await wizard.paste("Buyers\n")
        await wizard.type(" Q2")
        assert wizard.session.draft.contact_lists == ("Buyers Q2",)

    drive(work)


def test_more_names_than_a_campaign_can_have_are_counted() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Contact lists")
        screen = await wizard.paste("\n".join(map(str, range(510))))
        assert len(wizard.session.draft.contact_lists) == 500
        assert "10 more had no room: 500 names at most." in screen

    drive(work)


def test_a_rule_a_line_goes_into_the_hours() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Calling hours")
        await wizard.press("tab")
        assert focused(wizard) == "hours"
        await wizard.press("ctrl+u")
        screen = await wizard.paste("Mo-Fr 9-18\r\nSa 10-14\r\n")
        assert text_of(wizard.session.draft.week) == "Mo-Fr 09:00-18:00; Sa 10:00-14:00"
        assert "2 lines were joined by ;." in screen

    drive(work, practising())


def test_a_choice_takes_one_of_its_values() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        wizard.app.step.focus_on_entry("mode")
        await wizard.pilot.pause()
        assert "none of these" in await wizard.paste("Manual\n")
        await wizard.paste(" preview\r\n")
        assert wizard.session.draft.mode == "Preview"

    drive(work)


# --- characters


def test_a_typed_character_stands_as_typed() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        for char in "\u3000\u00a0\u200c\u200d\u2003\ufeff\u00ad\U0001fadd":
            screen = await wizard.type(f"a{char}b")
            assert wizard.session.draft.name == f"a{char}b", ascii(char)
            shown = next(line for line in screen.splitlines() if ">Name" in line)
            assert shown[19] == "a", ascii(char)
            assert "b" in shown[20:23], ascii(char)
            assert max(map(len, screen.splitlines())) <= 80, ascii(char)
            await wizard.press("backspace", "backspace")
            assert wizard.session.draft.name == "a", ascii(char)
            await wizard.press("backspace")

    drive(work)


# --- numbers


def test_up_and_down_leave_a_number_as_it_is() -> None:
    async def work(wizard: Wizard) -> None:
        for start in ("attempts", "retry", "ring", "skips"):
            assert "+ - step" not in await wizard.at("Dialing strategy", "queue")
            wizard.app.step.focus_on_entry(start)
            await wizard.wait_for("+ - step")
            before = getattr(wizard.session.draft, start)
            await wizard.press("down")
            assert focused(wizard) != start
            await wizard.press("up")
            assert focused(wizard) == start
            assert getattr(wizard.session.draft, start) == before, start

    drive(work, practising(Mode.PREVIEW))


ONLY_DIGITS = "Only digits are taken here; + and - step the number."


async def with_attempts(wizard: Wizard, *keys: str) -> None:
    """Give the field of attempts ``keys`` in place of what stands in it, and leave nothing said."""
    await wizard.press("ctrl+u", *keys)
    show_status(wizard.app, "")
    assert ONLY_DIGITS not in await wizard.press()


def test_a_number_takes_digits_and_says_so() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy", "attempts")
        assert wizard.session.draft.attempts == "3"
        for given in ("7", "x", ".", " ", "\uff17", "\u3000", "?", "m"):
            await with_attempts(wizard, "3")
            screen = await wizard.press(given)
            is_digit = given in {"7", "\uff17"}
            assert wizard.session.draft.attempts == ("37" if is_digit else "3"), ascii(given)
            assert (ONLY_DIGITS in screen) == (not is_digit), ascii(given)

    drive(work, practising())


def test_a_number_is_pasted_whole_or_not_at_all() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy", "attempts")
        for pasted, value in [
            ("42\r\n", "42"),
            (" 42 ", "42"),
            ("1.5", ""),
            ("4\n2", ""),
            ("four", ""),
            ("9" * 200_000, "9" * 12),
        ]:
            await with_attempts(wizard)
            screen = await wizard.paste(pasted)
            assert wizard.session.draft.attempts == value, pasted[:9]
            assert ("Only digits are taken" in screen) == (not value), pasted[:9]

    drive(work, practising())


@pytest.mark.parametrize(
    "mode",
    [Mode.PREVIEW, *(pytest.param(each, marks=pytest.mark.long) for each in Mode if each != Mode.PREVIEW)],
)
def test_up_and_down_move_through_all_fields_and_change_nothing(mode: Mode) -> None:
    async def work(wizard: Wizard) -> None:
        for title in ("Basics", "Contact lists", "Dialing strategy"):
            await wizard.go(title)
            before, first = replace(wizard.session.draft), focused(wizard)
            seen = [first]
            for _ in range(30):  # through the rows of a picker too
                await wizard.press("down")
                seen.append(focused(wizard))
                if seen[-1] == "buttons":
                    break
            wanted = [field.id for field in wizard.app.step.query("FieldRow > *") if field.can_focus]
            assert [each for each in seen if each in wanted] == wanted, title
            for _ in seen[1:]:  # rows that one value is picked from are there only with its field
                if focused(wizard) != first:
                    await wizard.press("up")
            assert focused(wizard) == first, title
            assert wizard.session.draft == before, title

    drive(work, practising(mode))


# --- what Enter takes


def test_names_that_exist_are_offered_in_words_and_taken_by_enter() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.go("Contact lists")
        known = [*wizard.session.access.existing("contact_lists")][1:]
        begun = known[0]
        screen = await wizard.type(begun.lower())
        assert f"  >[ ] {known[0]}" in screen
        assert "Enter takes the row" in screen
        assert known[0] not in next(line for line in screen.splitlines() if ">Contact" in line)
        await wizard.press("enter")
        assert wizard.session.draft.contact_lists[-1] == known[0]
        assert f"{known[0]} is on the list." in wizard.screen()

    drive(work, practising())


def test_another_key_than_enter_keeps_what_was_typed() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.go("Dialing strategy")
        assert focused(wizard) == "queue"
        await wizard.press("ctrl+u")
        assert "  >( ) Default Queue" in await wizard.type("def")
        screen = await wizard.press("tab")
        assert wizard.session.draft.queue == "def"
        assert "( ) Default Queue" not in screen

    drive(work, practising())


# --- Esc


def test_esc_on_a_bare_step_goes_nowhere_and_says_which_key_goes_back() -> None:
    async def work(wizard: Wizard) -> None:
        for title in ("Connection", "Basics", "Contact lists", "Dialing strategy", "Calling hours", "Review"):
            await wizard.go(title)
            for _ in range(3):
                at = wizard.app.at
                show_status(wizard.app, "")
                screen = await wizard.press("escape")
                assert wizard.app.at == at
                assert "Ctrl+P goes a step back" in screen, title
                await wizard.press("tab")

    drive(work, practising())


def test_esc_loses_nothing_that_is_typed() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        await wizard.type("Rene")
        await wizard.press("escape")
        await wizard.type("wals")
        assert wizard.session.draft.name == "Renewals"

    drive(work)


# --- secrets


async def to_the_secret(wizard: Wizard) -> None:
    await wizard.press("k")
    await wizard.wait_for("Client secret")
    wizard.app.step.query_one("#client_secret").focus()
    await wizard.pilot.pause()


COPIED = [
    ('"planted"', "planted", "quotation marks"),
    ("KORE_CLIENT_SECRET=planted", "planted", "a name before it"),
    (
        "export KORE_CLIENT_SECRET='planted'\n",
        "planted",
        "a name before it, quotation marks",
    ),
    ("plan ted\u200b", "planted", "U+200B (ZERO WIDTH SPACE), a blank or line break"),
    ("Authorization: Bearer eyJplanted.e30.c2ln", "eyJplanted.e30.c2ln", "This is a ready-made token"),
    ("auth: eyJplanted.e30.c2ln", "eyJplanted.e30.c2ln", "This is a ready-made token"),
    ('"eyJplanted.e30.c2ln"', "eyJplanted.e30.c2ln", "This is a ready-made token"),
]
"""What is typed or pasted, the secret in it, and what is said of the rest."""


@pytest.mark.parametrize("way", ["pasted", pytest.param("typed", marks=pytest.mark.long)])
def test_what_was_copied_along_with_a_secret_is_named(way: str) -> None:
    async def work(wizard: Wizard) -> None:
        await to_the_secret(wizard)
        for given, secret, said in COPIED:
            await wizard.press("ctrl+u")
            show_status(wizard.app, "")
            assert said not in " ".join((await wizard.press()).split()), given
            screen = await (wizard.paste(given) if way == "pasted" else wizard.type(given.rstrip("\n")))
            held = wizard.session.connection.client_secret
            assert held is not None
            assert held.get_secret_value() == secret, given
            assert said in " ".join(screen.split()), given
            assert "planted" not in screen, given

    drive(work)


def test_a_secret_that_is_too_long_is_cut_and_that_is_said() -> None:
    async def work(wizard: Wizard) -> None:
        await to_the_secret(wizard)
        assert "Too long: the field holds 4,096 characters at most." in await wizard.paste(LONG)

    drive(work)


def test_a_secret_that_is_asked_for_is_read_in_the_same_way() -> None:
    async def work(wizard: Wizard) -> None:
        given: list[SecretStr | None] = []
        wizard.app.push_screen(AskSecret("Client secret of uat"), given.append)
        await wizard.pilot.pause()
        screen = await wizard.paste('"planted"')
        assert "Left out of the secret: quotation marks." in screen
        await wizard.press("enter")
        assert given == [SecretStr("planted")]

    drive(work)
