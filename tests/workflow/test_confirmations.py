from dataclasses import replace

import pytest
from pydantic import SecretStr

from tui.campaign.hours import Week
from tui.campaign.hours_text import read
from tui.kore.connection import Connection, Host
from tui.kore.verdicts import Verdict
from tui.workflow.confirmations import Reason, confirmations

UAT = Connection(Host.read("platform.kore.ai"), "st-1", "acc-1", "cs-1", SecretStr("s"), profile="uat")
PRODUCTION = replace(UAT, profile="Prod-EU", is_production=True)


def week(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


DAY, NIGHT = week("Mo-Fr 08:00-21:00"), week("Mo-Fr 07:30-21:15")


@pytest.mark.parametrize(
    ("hours", "connection", "before", "unnoted", "words"),
    [
        (DAY, UAT, None, "", []),
        (NIGHT, UAT, None, "", ["NIGHT"]),
        (DAY, PRODUCTION, None, "", ["Prod-EU"]),
        (DAY, UAT, Verdict.ACCEPTED, "", ["send again"]),
        (DAY, UAT, Verdict.UNKNOWN, "", ["send again"]),
        (DAY, UAT, None, "The disk is full.", ["send unnoted"]),
        (
            NIGHT,
            PRODUCTION,
            Verdict.UNKNOWN,
            "The disk is full.",
            ["NIGHT", "Prod-EU", "send again", "send unnoted"],
        ),
    ],
)
def test_what_must_be_typed(
    hours: Week, connection: Connection, before: Verdict | None, unnoted: str, words: list[str]
) -> None:
    found = confirmations(hours, connection, before=before, unnoted=unnoted)
    assert [guard.word for guard in found] == words
    assert all(guard.why for guard in found)


def test_they_say_why() -> None:
    (night,) = confirmations(NIGHT, UAT)
    assert night.key is Reason.NIGHT
    assert "3h45 a week" in night.why
    assert "accepted before" in confirmations(DAY, UAT, before=Verdict.ACCEPTED)[0].why
    assert "may exist" in confirmations(DAY, UAT, before=Verdict.UNKNOWN)[0].why


def test_production_without_a_profile_has_the_host_for_a_word() -> None:
    (guard,) = confirmations(DAY, replace(PRODUCTION, profile=""))
    assert guard.word == "platform.kore.ai"


def test_a_word_is_a_word_in_any_case() -> None:
    (guard,) = confirmations(NIGHT, UAT)
    assert guard.is_met_by(" night\n")
    assert not guard.is_met_by("")
    assert not guard.is_met_by("nigh")
