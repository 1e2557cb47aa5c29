"""The receipts screen, and what every step says of a create."""

from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tests.storage.unresolved import unresolved
from tui.kore.verdicts import Verdict
from tui.screen.pages.documents import DocumentsScreen
from tui.screen.steps import outcome_view
from tui.storage import intents


async def created(wizard: Wizard) -> None:
    await wizard.wait_for("127.0.0.1:")
    await wizard.press("ctrl+r")
    await wizard.press("ctrl+n")
    await wizard.create()
    await wizard.wait_for("ACCEPTED  in ")


def test_a_receipt_is_listed_shown_and_begun_from() -> None:
    async def work(wizard: Wizard) -> None:
        await created(wizard)
        sent = wizard.session.submissions.all[0].document
        await wizard.press("r")
        screen = await wizard.wait_for("1 receipt.")
        assert "accepted     Renewal calls June" in screen
        await wizard.press("enter")
        await wizard.wait_for("[1 Answer]")
        await wizard.press("2")
        await wizard.wait_for('"name": "Renewal calls June"')
        await wizard.press("3")
        await wizard.wait_for("--header 'auth: <TOKEN>'")
        papers = wizard.app.screen
        assert isinstance(papers, DocumentsScreen)
        assert papers.papers[2].text == outcome_view.documents(wizard.session.submissions.all[0])[2].text
        await wizard.press("escape")
        await wizard.wait_for("1 receipt.")
        wizard.session.draft.name = "Typed since"
        await wizard.press("n")
        await wizard.wait_for("would be replaced")
        assert wizard.session.draft.name == "Typed since"
        await wizard.press("n")
        await wizard.wait_for("How the campaign appears")
        assert wizard.session.draft.name == "Renewal calls June"
        assert wizard.session.document() == sent
        assert wizard.session.submissions.current is None

    drive(work, practising())


def test_without_any_it_says_so() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("f6")
        await wizard.wait_for("0 receipts.")
        await wizard.press("enter", "n", "escape")
        await wizard.wait_for("Practice")

    drive(work)


def test_the_status_is_followed_until_it_is_ready() -> None:
    async def work(wizard: Wizard) -> None:
        await created(wizard)
        screen = await wizard.wait_for("Status: Ready", tries=2_000)
        assert "not echoed" in screen
        assert "same" in screen
        assert "different" not in screen
        after = wizard.session.submissions.follow_up
        assert after is not None
        assert after.outcome.verdict is Verdict.ACCEPTED
        assert after.status is not None
        assert after.status.schedule.asked < 6

    drive(work, practising())


def test_a_note_that_can_not_be_read_is_listed_named_and_settled() -> None:
    bad = intents.folder() / "20260101-000000-abcdef.json"
    bad.write_text("")

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("f6")
        screen = await wizard.wait_for("1 receipt. 1 file can't be read.")
        assert "not known" in screen
        await wizard.press("n")
        await wizard.wait_for("What was sent can't be read.")
        await wizard.press("escape")
        await wizard.press("ctrl+r")
        await wizard.press("ctrl+n")
        await wizard.wait_for("20260101-000000-abcdef")
        await wizard.press("c", *"not created", "enter")
        await wizard.wait_for("POST /agentassist")

    session = practising()
    session.submissions.find_earlier()
    drive(work, session)
    assert bad.read_text() == ""
    assert unresolved() == []
