"""README claims nothing that does not hold."""

import re
import shlex
from pathlib import Path

from tui.commands.parser import parse
from tui.credentials.places import Places
from tui.credentials.profiles import SecretPlace
from tui.kore.connection import CONNECTION_FIELDS
from tui.kore.verdicts import MEANINGS

README = (Path(__file__).parent.parent / "README.md").read_text()


def test_two_commands_set_it_up() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.M)
    assert len(commands) == 2
    assert commands[0].endswith("kore-campaign --practice")
    assert commands[1].endswith("-m pytest")


def test_the_table_of_outcomes_is_the_programs_own() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \| (.+) \|$", README, re.M)
    assert rows == [(verdict, str(meaning.exit_code), meaning.when) for verdict, meaning in MEANINGS.items()]


def test_every_command_shown_is_one() -> None:
    shown = [line.partition(" > ")[0] for line in README.splitlines() if line.startswith("kore-campaign")]
    assert len(shown) >= 10
    for command in shown:
        assert parse(shlex.split(command)[1:]) is not None


def test_every_variable_is_named() -> None:
    for field in CONNECTION_FIELDS:
        assert f"export {field.environment}=" in README


def test_every_place_of_a_secret_has_the_programs_own_sentence() -> None:
    rows = re.findall(r"^\| (.+) \| `([a-z-]+)` \| (.+) \|$", README, re.M)
    places = [(each.title, each.place.value, each.sentence) for each in Places()]
    assert [row for row in rows if row[1] in set(SecretPlace)] == places


def test_every_picture_is_there() -> None:
    for name in re.findall(r"\]\((screenshots/[^)]+)\)", README):
        assert (Path(__file__).parent.parent / name).is_file()


def test_every_module_of_the_map_is_there() -> None:
    named = re.findall(
        r"`(\w+/[\w/]+(?:\.py|/))`", README.partition("### The house")[2].partition("### Recipes")[0]
    )
    assert len(named) >= 10
    root = Path(__file__).parent.parent
    assert not [each for each in named if not (root / "tui" / each).exists() and not (root / each).exists()]
