"""The request as a curl command: run by a real shell, curl itself replaced by a program that writes down."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.kore import addresses
from tui.kore.connection import Connection, Host
from tui.kore.curl import PLACEHOLDER, command

SECRET = "pl4nted-S3CRET"
FAKE_CURL = f"""#!{sys.executable}
import json, sys
print(json.dumps([sys.argv[1:], sys.stdin.read()]))
"""


def connection(app_id: str = "st-1", api: Api = Api.V1) -> Connection:
    return Connection(Host.read("platform.kore.ai"), app_id, "acc-1", "cs-1", SecretStr(SECRET), api)


def run(script: str, folder: Path) -> tuple[list[str], str]:
    """What curl is called with: its arguments, and what it reads."""
    (folder / "curl").write_text(FAKE_CURL)
    (folder / "curl").chmod(0o700)
    done = subprocess.run(
        ["sh", "-c", script],
        env={"PATH": f"{folder}:{os.environ['PATH']}"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert not done.stderr
    assert [path.name for path in folder.iterdir() if path.name != "home"] == ["curl"]
    arguments, read = json.loads(done.stdout)
    return arguments, read


HOSTILE = [
    "plain",
    'it\'s "quoted" `touch made` $(touch made) $HOME \\ %s ; touch made #',
    "\nEND_OF_CAMPAIGN\ntouch made\n",
    "END_OF_CAMPAIGN",
    "ünïcödé \x1b[2J \x00 \u202e",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("api", list(Api))
def test_a_shell_makes_the_very_request_of_it(text: str, api: Api, tmp_path: Path) -> None:
    document: dict[str, Any] = {**example(Mode.PROGRESSIVE, api), "name": text, "description": text}
    where = connection(api=api)
    arguments, read = run(command(document, addresses.create_url(where), where), tmp_path)
    assert json.loads(read) == document
    given = list(pairwise(arguments))
    assert ("--request", "POST") in given
    assert ("--url", addresses.create_url(where)) in given
    assert ("--data-binary", "@-") in given
    headers = {value for name, value in given if name == "--header"}
    assert headers == {f"{name}: {value}" for name, value in addresses.headers(where, PLACEHOLDER).items()}


def test_ids_are_quoted_too(tmp_path: Path) -> None:
    where = connection("x'; touch made; '")
    arguments, _ = run(command({}, addresses.create_url(where), where), tmp_path)
    assert "iid: x'; touch made; '" in arguments


def test_it_holds_no_secret_and_only_printable_text() -> None:
    for text in HOSTILE:
        made = command({"name": text}, addresses.create_url(connection()), connection())
        assert SECRET not in made
        assert made.replace("\n", "").isascii()
        assert made.replace("\n", "").isprintable()
