"""README's recipes, followed to the letter on a copy of the program: what they add is there wherever it must be."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import environment

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text().partition("### Recipes")[2]
BLOCK = re.compile(r"^```\n# (?P<file>\S+?)(?:, (?P<side>before|after) (?P<anchor>[^\n]+))?\n(?P<text>.*?)^```$",
                   re.M | re.S)  # fmt: skip
TRIED = """
import asyncio, contextlib, io, json, sys
from dataclasses import replace
from pathlib import Path
from tests.plain.conftest import CAMPAIGN
from tests.screen.steps.conftest import opened, practising
from dataclasses import replace
from tui.campaign import fields, model
from tui.campaign.fields import Api, Mode
from tui.campaign.kinds.digits import Digits
from tui.campaign.parse import parse_campaign
from tui.cli import main
from tui.plain.questions import questions
from tui.practice.judge_body import violations

def ran(*arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        return [main(arguments), out.getvalue()]

async def walked():
    async with opened(practising()) as wizard:
        screens = {}
        for title in ("Dialing strategy", "Checklist"):
            await wizard.go(title)
            screens[title] = wizard.screen()
        return screens

screens = asyncio.run(walked())
document = model.example(Mode.PROGRESSIVE, Api.V1)
wrong = model.example(Mode.PROGRESSIVE, Api.V1)
wrong["dialingStrategy"]["pause"] = 61
Path("right.json").write_text(json.dumps(document))
Path("wrong.json").write_text(json.dumps(wrong))
code = replace(fields.NAME, title="Code", kind=Digits(4))
print(json.dumps({
    "strategy": screens["Dialing strategy"],
    "questions": [each.title for each in questions(practising())],
    "document": document,
    "parsed": parse_campaign(document).draft.pause,
    "checked": ran("check", "wrong.json"),
    "practice": [violations(document, Api.V1), violations(wrong, Api.V1)],
    "kind": [[each.message for each in code.kind.judge(code, typed, Api.V1)] for typed in ("1234", "12a4", "123")],
    "step": screens["Checklist"],
    "command": ran("greet", "Ada"),
    "fault": ran("submit", "right.json", "--practice-fault", "418", "--yes", "--json"),
}))
"""


def follow(recipe: re.Match[str], root: Path) -> None:
    """Write a file, or lines beside the one line that holds the anchor, as deep as that stands."""
    path = root / recipe["file"]
    if recipe["anchor"] is None:
        assert not path.exists()
        path.write_text(recipe["text"])
        return
    lines = path.read_text().splitlines(keepends=True)
    (at,) = [at for at, line in enumerate(lines) if recipe["anchor"] in line]
    depth = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    new = [depth + line if line.strip() else line for line in recipe["text"].splitlines(keepends=True)]
    at += recipe["side"] == "after"
    path.write_text("".join([*lines[:at], *new, *lines[at:]]))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the changed program shows, says and does."""
    root = tmp_path_factory.mktemp("recipes")
    shutil.copytree(CHECKOUT / "tui", root / "tui", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "tests").symlink_to(CHECKOUT / "tests")
    for recipe in BLOCK.finditer(README):
        follow(recipe, root)
    names = environment({"PYTHONPATH": str(root), "HOME": str(root)})
    done = subprocess.run(
        [sys.executable, "-c", TRIED],
        cwd=root,
        env=names,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_there_is_a_recipe_for_each() -> None:
    assert re.findall(r"^\*\*(.+?)\*\*", README, re.M) == [
        "A field", "A kind of field", "A step", "A command", "A fault",
    ]  # fmt: skip


def test_a_field(seen: dict[str, Any]) -> None:
    """It is in the form, in the plain questions, in the JSON both ways, in `check` and in practice."""
    assert re.search(r"Pause +\[5 ", seen["strategy"])
    assert seen["questions"].index("Pause") + 1 == seen["questions"].index("Attempts")
    assert seen["document"]["dialingStrategy"]["pause"] == 5
    assert seen["parsed"] == "5"
    code, said = seen["checked"]
    assert (code, "0 to 60 s" in said) == (2, True), said
    assert seen["practice"] == [[], ["dialingStrategy.pause must be 0 to 60 s"]]


def test_a_kind_of_field(seen: dict[str, Any]) -> None:
    wrong = ["Code takes exactly 4 digits."]
    assert seen["kind"] == [[], wrong, wrong]


def test_a_step(seen: dict[str, Any]) -> None:
    assert "Is the queue staffed?" in seen["step"]
    assert "Checklist" in seen["step"].splitlines()[1]


def test_a_command(seen: dict[str, Any]) -> None:
    assert seen["command"] == [0, "Hello, Ada.\n"]


def test_a_fault(seen: dict[str, Any]) -> None:
    code, said = seen["fault"]
    outcome = json.loads(said)
    assert (code, outcome["outcome"], outcome["httpStatus"]) == (4, "refused", 418)
    assert "I am a teapot" in outcome["message"]
