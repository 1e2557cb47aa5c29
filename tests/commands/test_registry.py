"""A command is one file and one row, and what is not asked for is not loaded."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import ROOT, environment
from tui import commands
from tui.commands.registry import COMMANDS, load

FOLDER = Path(commands.__path__[0])
SHARED = {"__init__", "registry", "parser", "options", "preparation", "start", "target", "wizard"}
"""What belongs to no named command: the registry, the parser, what all of them share, and the wizard."""


def loaded_by(*arguments: str) -> set[str]:
    """The modules of commands that a command line loads."""
    code = (
        "import sys\nfrom tui.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith('tui.commands.')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment({}), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return {name.split(".")[2] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("name", ["wizard", *(command.module for command in COMMANDS)])
def test_a_command_has_its_options_and_its_run(name: str) -> None:
    module = load(name)
    assert list(inspect.signature(module.fill).parameters) == ["parser"]
    assert list(inspect.signature(module.run).parameters) == ["arguments"]


def test_every_file_is_a_command_or_belongs_to_all() -> None:
    files = {path.stem for path in FOLDER.iterdir() if path.name != "__pycache__"}
    assert files - SHARED == {command.module for command in COMMANDS}
    assert all(command.module == command.name.replace("-", "_") for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], {"registry", "start"}),
        (["--help"], {"registry", "parser", "options", "wizard"}),
        (["example", "preview"], {"registry", "parser", "options", "preparation", "wizard", "example"}),
    ],
    ids=["nothing", "help", "example"],
)
def test_a_command_line_loads_its_own_command_alone(arguments: list[str], needed: set[str]) -> None:
    assert loaded_by(*arguments) == needed
