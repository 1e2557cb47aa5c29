"""A campaign file or a kept draft is loaded from wherever one is."""

import json
from pathlib import Path

from tests.screen.pages.test_start_page import kept
from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tui.campaign.model import example
from tui.campaign.modes import Api, Mode
from tui.storage import drafts


async def asked(wizard: Wizard, name: str) -> None:
    await wizard.at("Basics")
    await wizard.press("f10", *"load a", "enter")
    await wizard.type(name)
    await wizard.press("enter")


def test_a_file_is_loaded_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "june.json"
    document = {**example(Mode.PREVIEW, Api.V1), "name": "From a file", "priority": "9"}
    file.write_text(json.dumps(document))

    async def work(wizard: Wizard) -> None:
        await asked(wizard, str(file))
        await wizard.wait_for("june.json is loaded with 1 problem; the review names them.")
        assert (wizard.app.entry.title, wizard.session.draft.name) == ("Review", "From a file")
        others = [each.name for each in drafts.listed() if each.path != wizard.app.autosave.path]
        assert others == ["Renewal calls June"]

    drive(work, practising())


def test_what_is_no_campaign_is_said_under_the_field(tmp_path: Path) -> None:
    async def work(wizard: Wizard) -> None:
        await asked(wizard, str(tmp_path / "none"))
        screen = await wizard.wait_for("! ")
        assert "Load a campaign file" in screen
        assert "none" in screen
        await wizard.press("escape")
        assert wizard.session.draft.name == "Renewal calls June"

    drive(work, practising())


def test_a_kept_draft_is_gone_on_with() -> None:
    kept("Spring")
    path = drafts.listed()[0].path

    async def work(wizard: Wizard) -> None:
        await asked(wizard, str(path))
        await wizard.wait_for(lambda _: wizard.session.draft.name == "Spring")
        assert wizard.app.autosave.path == path

    drive(work, practising())
