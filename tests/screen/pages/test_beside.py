"""What was sent beside what came back."""

import pytest
from rich.cells import cell_len

from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.kore.response_diff import compare
from tui.screen.pages.beside import beside_text, beside_title, rows_beside

SENT = example(Mode.PROGRESSIVE, Api.V1)
CAME = {key: value for key, value in SENT.items() if key not in {"queue_name", "schedule"}} | {
    "priority": "1",
    "id": "cd-7",
    "status": "Preparing",
}


def shown(came: dict[str, object], width: int) -> list[str]:
    return beside_text(rows_beside(SENT, came), beside_title(compare(SENT, came)), width).splitlines()


def test_wide_they_stand_side_by_side() -> None:
    lines = shown(CAME, 116)
    assert lines[0].startswith("─ sent ──")
    assert lines[0].endswith("─ 1 differs, 2 not echoed ─")
    (differs,) = (line for line in lines if line.startswith("~"))
    assert differs.split() == ["~", '"priority":', f'"{SENT["priority"]}"', "~", '"priority":', '"1"']
    assert any(line.split("  ·  ")[-1].strip() == "not echoed" for line in lines)
    assert lines[-1].strip() == '"status": "Preparing"'


def test_narrow_one_after_the_other() -> None:
    lines = shown(CAME, 76)
    at = next(row for row, line in enumerate(lines) if line.startswith("─ came back"))
    assert sum('"priority"' in line for line in lines[:at]) == 1
    assert [line for line in lines[at:] if line.startswith("~")] == ['~  "priority": "1"']


def deep(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize("width", [40, 76, 96, 116])
@pytest.mark.parametrize(
    "came",
    [
        {},
        {"dialingStrategy": "no object", "name": None, "contactLists": {"a": 1}},
        {"name": "\x1b]52;c;aGk=\x07[bold]\n\u202e", "\x1b[2J": "\x9b1m"},
        {"name": "漢" * 300, "more": "é" * 5_000},
        {f"key{at}": at for at in range(500)},
        {"name": deep(900), "more": deep(900)},
        {"priority": float("nan"), "maxSkips": 10**400},
    ],
)
def test_hostile_answers_stay_in_their_column(came: dict[str, object], width: int) -> None:
    for line in shown(came, width):
        assert line.isprintable()
        assert cell_len(line) <= width


def test_all_the_same_is_said() -> None:
    assert beside_title(compare(SENT, SENT)) == "all the same"
    assert not [row for row in rows_beside(SENT, SENT) if row.mark != " "]
