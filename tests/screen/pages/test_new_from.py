"""Another campaign is begun from what there is: on this disk, and in the account."""

import pytest

from tests.screen.pages.test_start_page import kept
from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_palette import do
from tests.screen.steps.test_working import drive
from tui.campaign.modes import Api, Mode
from tui.kore import reads
from tui.kore.reads import CampaignList, Failure
from tui.kore.verdicts import Verdict
from tui.screen.pages.new_from import NewFrom
from tui.screen.widgets.row_list import RowList
from tui.storage import drafts, templates
from tui.workflow.models import Model


async def asked(wizard: Wizard) -> None:
    await wizard.wait_for("127.0.0.1:")
    await wizard.at("Basics")
    await do(wizard, "New from a template, draft, receipt or campaign")


def models(wizard: Wizard) -> tuple[Model, ...]:
    return tuple(wizard.app.screen.query_one(RowList).items)


async def begun(wizard: Wizard, name: str) -> None:
    """Begin from the row of that name."""
    at = [each.name for each in models(wizard)].index(name)
    wizard.app.screen.query_one(RowList).go(at)
    await wizard.press("enter")
    await wizard.wait_for(lambda _: not isinstance(wizard.app.screen, NewFrom))


def test_all_there_is_stands_in_one_list() -> None:
    templates.save("Spring", practising(Mode.PREVIEW).draft, Api.V1)
    kept("Autumn")

    async def work(wizard: Wizard) -> None:
        await asked(wizard)
        screen = await wizard.wait_for("27 campaigns to begin another from.")
        assert " template  Spring" in screen
        assert " draft     Autumn" in screen
        assert [each.source for each in models(wizard)][2:] == ["campaign"] * 25
        assert all(len(line) <= 80 for line in screen.splitlines())
        await wizard.press("escape")
        assert wizard.session.draft.name == "Renewal calls June"

    drive(work, practising())


def test_a_campaign_of_the_account_leaves_open_what_the_platform_does_not_give_back() -> None:
    async def work(wizard: Wizard) -> None:
        await asked(wizard)
        await wizard.wait_for("25 campaigns to begin another from.")
        name = models(wizard)[0].name
        await begun(wizard, name)
        screen = " ".join((await wizard.press()).split())
        assert f"Begun from the campaign {name}." in screen
        assert "The platform does not give back" in screen
        assert wizard.app.entry.title == "Basics"
        assert wizard.session.draft.name == ""
        assert wizard.session.draft.contact_lists
        assert "Renewal calls June" in [each.name for each in drafts.listed()]
        assert wizard.session.campaign.origin is not None
        assert wizard.session.campaign.origin.name == name

    drive(work, practising())


def test_a_draft_stays_as_it_is() -> None:
    kept("Autumn")

    async def work(wizard: Wizard) -> None:
        await asked(wizard)
        await wizard.wait_for("26 campaigns to begin another from.")
        await begun(wizard, "Autumn")
        await wizard.wait_for("Begun from the draft Autumn.")
        assert {each.name for each in drafts.listed()} >= {"Autumn", "Renewal calls June"}

    drive(work, practising())


def test_where_the_account_can_not_be_read_that_is_said_and_the_rest_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept("Autumn")
    failed = CampaignList((), 0, failure=Failure(Verdict.UNREACHABLE, "No route."))
    monkeypatch.setattr(reads, "newest", lambda *_, **__: failed)

    async def work(wizard: Wizard) -> None:
        await asked(wizard)
        await wizard.wait_for("Campaigns could not be read: No route.")
        assert "1 campaign to begin another from." in wizard.screen()

    drive(work, practising())


def test_what_can_not_be_read_is_said_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "campaign", lambda *_, **__: Failure(Verdict.UNKNOWN, "HTTP 404."))

    async def work(wizard: Wizard) -> None:
        await asked(wizard)
        await wizard.wait_for("25 campaigns to begin another from.")
        await wizard.press("enter")
        await wizard.wait_for("It could not be read: HTTP 404.")
        assert isinstance(wizard.app.screen, NewFrom)

    drive(work, practising())
