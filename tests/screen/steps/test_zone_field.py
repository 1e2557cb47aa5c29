"""The zone's field on screen: what Enter will take is shown, by what was typed, and nothing else is taken."""

import pytest

from tests.screen.steps.at_grid import at_grid
from tests.screen.steps.conftest import Wizard
from tui.campaign.zone_names import countries
from tui.screen.widgets.zone_field import ZoneField


async def at_zone(wizard: Wizard) -> ZoneField:
    field = wizard.app.query_one("#zone", ZoneField)
    field.focus()
    field.value = ""
    await wizard.press()
    return field


TAKEN = {
    "Spain": "[Europe/Madrid]  Atlantic/Canary  Africa/Ceuta", "Iran": "[Asia/Tehran]",
    "Georgia": "[America/New_York]  Asia/Tbilisi", "USA": "[America/New_York] 1 of ",
    "Queens": "[America/New_York] 1 of ", "ICT": "[Asia/Bangkok] 1 of 4  Asia/Ho_Chi_Minh",
    "NST": "[America/St_Johns]  Asia/Kathmandu", "CST": "[America/Chicago] 1 of 15  America/Winnipeg",
    "Asia/Mumbai": "[Asia/Kolkata]", "America/Boston": "[America/New_York]", "Europe/Munich": "[Europe/Berlin]",
    "America/Washington": "[America/New_York]  America/Los_Angeles", "UTC+5:45": "[Asia/Kathmandu]",
    "Eastern Standard Time": "[America/New_York]", "India Standard Time": "[Asia/Kolkata]",
    "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi": "[Asia/Kolkata]",
    "(GMT-05:00) America/New_York": "[America/New_York]", "UTC−10": "[Pacific/Honolulu]",
    "nyc": "[America/New_York]", "bengaluru": "[Asia/Kolkata]", "pune": "[Asia/Kolkata]",
    "philippines": "[Asia/Manila]", "são paulo": "[America/Sao_Paulo]", "zürich": "[Europe/Zurich]",
    "Asia/Kolkatta": "[Asia/Kolkata]", "asia/kolkata": "[Asia/Kolkata]", "kolk": "[Asia/Kolkata]",
}  # fmt: skip
"""What Enter takes, by what was typed."""


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.long)])
def test_what_enter_takes_is_shown_and_taken(step: int) -> None:
    """Some of them stand for all here; what each word names is tested without a screen."""

    async def work(wizard: Wizard) -> None:
        for typed, said in list(TAKEN.items())[::step]:
            field = await at_zone(wizard)
            screen = " ".join((await wizard.paste(typed)).split())
            assert f"Enter takes {' '.join(said.split())}" in screen, typed
            assert wizard.session.draft.zone == typed
            field.action_take()
            assert field.value == said[1 : said.index("]")]
        assert "Enter takes" not in await wizard.press("left")
        assert wizard.session.draft.zone == field.value

    at_grid(work)


def test_where_nothing_is_right_nothing_is_offered() -> None:
    async def work(wizard: Wizard) -> None:
        for typed in ("UTC", "UTC+5:15", "xqzj"):
            await at_zone(wizard)
            screen = await wizard.paste(typed)
            assert "Enter takes" not in screen
            screen = await wizard.press("tab")
            assert f"'{typed}' is" in screen
            assert wizard.session.draft.zone == typed

    at_grid(work)


def test_down_goes_through_all_that_fit_and_tab_takes_none() -> None:
    async def work(wizard: Wizard) -> None:
        await at_zone(wizard)
        await wizard.type("russia")
        count = len(countries()["RU"][1])
        assert f"[Asia/Yekaterinburg] 3 of {count}" in await wizard.press("down", "down")
        assert f"[Europe/Moscow] 1 of {count}" in await wizard.press("up", "up")
        assert f"] {count} of {count}" in await wizard.press(*["down"] * (count - 1))
        await wizard.press("tab")
        assert wizard.session.draft.zone == "russia"
        assert f"'russia' names {count} time zones: Europe/Moscow," in " ".join(wizard.screen().split())
        wizard.app.query_one("#zone", ZoneField).focus()
        assert "Enter takes " in await wizard.press("up")

    at_grid(work)


def test_the_machines_file_as_tz_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", ":/usr/share/zoneinfo/Asia/Calcutta")

    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("shift+tab", "shift+tab")
        assert "Enter takes [Asia/Kolkata], this machine's zone" in screen
        await wizard.press("enter")
        assert wizard.session.draft.zone == "Asia/Kolkata"

    at_grid(work, zone="")
