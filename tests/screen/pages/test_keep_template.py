"""A campaign is kept as a template from wherever one is, and another one is begun with it."""

from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_palette import do
from tests.screen.steps.test_working import drive
from tui.campaign.modes import Api, Mode
from tui.storage import drafts, templates


async def kept(wizard: Wizard, name: str) -> None:
    await wizard.at("Basics")
    await do(wizard, "Keep as a template")
    await wizard.type(name)
    await wizard.press("enter")


def test_it_is_kept_without_what_must_differ() -> None:
    async def work(wizard: Wizard) -> None:
        await kept(wizard, "Spring")
        await wizard.wait_for("Kept as the template Spring.")
        found = templates.find("spring")
        assert (found.draft.name, found.draft.contact_lists) == ("", ())
        assert found.draft.queue == wizard.session.draft.queue
        assert wizard.session.draft.name == "Renewal calls June"

    drive(work, practising())


def test_a_name_that_is_taken_is_said_under_the_field_until_it_is_another() -> None:
    templates.save("Spring", practising().draft, Api.V1)

    async def work(wizard: Wizard) -> None:
        await kept(wizard, "SPRING")
        await wizard.wait_for("! There is a template called SPRING already.")
        await wizard.type(" 2")
        assert "already" not in wizard.screen()
        await wizard.press("enter")
        await wizard.wait_for("Kept as the template SPRING 2.")

    drive(work, practising())


def test_another_campaign_is_begun_with_it_and_what_one_was_at_is_kept() -> None:
    templates.save("Spring", practising(Mode.PREVIEW).draft, Api.V1)

    async def work(wizard: Wizard) -> None:
        await do(wizard, "New from the template Spring")
        await wizard.wait_for("Begun from the template Spring.")
        assert wizard.app.entry.title == "Basics"
        assert (wizard.session.draft.name, wizard.session.draft.mode) == ("", Mode.PREVIEW)
        others = [each.name for each in drafts.listed() if each.path != wizard.app.autosave.path]
        assert others == ["Renewal calls June"]
        assert "Nothing differs from the template Spring" in await wizard.at("Review")

    drive(work, practising())
