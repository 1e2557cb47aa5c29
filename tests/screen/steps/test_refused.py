"""What the platform has refused: said at the field, in the step's mark and on the review, until the field changes."""

import asyncio
from collections.abc import Awaitable, Callable

from pydantic import SecretStr

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.kore import rejections
from tui.kore.connection import ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.practice.server import start
from tui.screen.steps import outcome_view
from tui.screen.widgets.row_list import RowList
from tui.workflow.submission import Submission


def at_refusal(work: Callable[[Wizard], Awaitable[None]]) -> None:
    """Send a campaign that practice refuses by the path of a field, and go on from there."""

    async def run() -> None:
        session = practising()
        with start(fault="412") as platform:
            async with opened(session) as wizard:
                await wizard.wait_for("127.0.0.1:")
                assert session.access.practice is not None
                session.access.practice.close()
                session.access.practice = platform
                await wizard.press("ctrl+r", "ctrl+n")
                await wizard.create()
                await wizard.wait_for("REFUSED")
                await work(wizard)

    asyncio.run(run())


def test_what_was_refused_stands_at_its_field_until_that_changes() -> None:
    async def work(wizard: Wizard) -> None:
        assert isinstance(wizard.app.focused, RowList)
        screen = await wizard.press("enter")
        assert wizard.app.entry.title == "Dialing strategy"
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "ring"
        assert (
            "The platform refused it: Validation errors/ Invalid arguments: dialingStrategy.maxRingTime"
            in " ".join(screen.split())
        )
        assert "!4 Strategy" in screen
        review = await wizard.press("ctrl+r")
        assert "Nothing here stops it, but the platform refused it for 1 thing; nothing" in review
        assert "! Ring time" in review
        await wizard.press("enter", "plus")
        assert "refused" not in await wizard.press("tab")
        assert "+4 Strategy" in await wizard.press("ctrl+r")
        assert "refused" not in wizard.screen()
        await wizard.at("Dialing strategy", "ring")
        assert "refused" in await wizard.press("minus", "tab")  # it is what was refused again

    at_refusal(work)


def test_where_it_was_mended_enter_leads_to_another_attempt() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("enter", "plus", "ctrl+r", "ctrl+n")
        assert "REFUSED" in wizard.screen()
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "again"
        await wizard.press("enter")
        await wizard.wait_for("Enter asks whether to create it")

    at_refusal(work)


def test_the_answer_stays_and_its_raw_text_is_a_key_away() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("enter", "ctrl+r", "ctrl+n")
        assert "REFUSED" in wizard.screen()
        assert '"errors"' in await wizard.press("a")

    at_refusal(work)


def test_coming_back_to_the_answer_is_at_the_first_problem_again() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("ctrl+p", "ctrl+n")
        assert isinstance(wizard.app.focused, RowList)
        await wizard.press("enter")
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "ring"

    at_refusal(work)


def test_it_stops_no_other_attempt() -> None:
    async def work(wizard: Wizard) -> None:
        assert wizard.session.can_send()

    at_refusal(work)


def test_every_field_that_is_named_is_on_the_page() -> None:
    said = [f"contactLists.{at} is unknown" for at in range(5)]
    outcome = Outcome(Verdict.REFUSED, "no", problems=rejections.problems(said))
    session = practising()
    submission = Submission(
        session.checked(), ConnectionDraft("h", "st-1", "a", "cs-1", SecretStr("x")).connection()
    )
    shown = [each for each in outcome_view.parts(submission, outcome, None) if isinstance(each, RowList)]
    assert len(shown) == len(said)
