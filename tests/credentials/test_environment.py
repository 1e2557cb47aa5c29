import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.credentials.environment import NEEDED, take
from tui.credentials.resolve import ConnectionRequest, choose
from tui.kore.connection import CONNECTION_FIELDS

ROOT = Path(__file__).parents[2]
WHOLE = {
    "KORE_HOST": "https://platform.kore.ai/",
    "KORE_APP_ID": "st-1",
    "KORE_ACCOUNT_ID": "acc",
    "KORE_CLIENT_ID": "cs-1",
    "KORE_CLIENT_SECRET": "planted",
}


def test_all_but_the_version_are_needed() -> None:
    assert set(NEEDED) == {field.environment for field in CONNECTION_FIELDS} - {"KORE_API"} == set(WHOLE)


@pytest.mark.parametrize("environ", [{}, {"KORE_HOST": " "}, {"KORE_API": "v2"}, {"OTHER": "x"}])
def test_none_of_it_is_no_connection(environ: dict[str, str]) -> None:
    assert take(dict(environ)).missing() is None


@pytest.mark.parametrize("name", WHOLE)
def test_a_partial_set_names_what_is_missing(name: str) -> None:
    assert take({key: value for key, value in WHOLE.items() if key != name}).missing() == [name]
    assert take(WHOLE | {name: ""}).missing() == [name]


def test_a_whole_set_is_a_connection() -> None:
    environment = take(WHOLE | {"KORE_API": "v2"})
    assert environment.missing() == []
    connection = environment.draft().connection()
    assert (connection.host.name, connection.app_id, connection.api) == ("platform.kore.ai", "st-1", "v2")
    assert connection.client_secret.get_secret_value() == "planted"
    assert "planted" not in repr(connection) + repr(environment) + repr(environment.draft())
    assert take(dict(WHOLE)).draft().connection().api == "v1"


def test_a_wrong_version_is_a_problem() -> None:
    assert take(WHOLE | {"KORE_API": "v3"}).draft().problem("api")


def test_the_secret_is_taken_out_of_the_environment() -> None:
    environ = dict(WHOLE)
    take(environ)
    assert set(environ) == set(WHOLE) - {"KORE_CLIENT_SECRET"}


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_neither_the_kernel_nor_a_child_shows_it_afterwards() -> None:
    program = """
import os, subprocess, sys
from tui.credentials.environment import take
from pathlib import Path
before = b"planted" in Path("/proc/self/environ").read_bytes()
take(os.environ)
after = b"planted" in Path("/proc/self/environ").read_bytes()
child = "planted" in subprocess.run(["env"], capture_output=True, text=True).stdout
print(before, after, child)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **WHOLE, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True False False\n"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ('"planted"', "quotation marks"),
        ("KORE_CLIENT_SECRET=planted", "a name before it"),
        (" planted", "a blank or line break"),
        ("plan ted", "a blank or line break"),
        ("\ufeffplanted", "U+FEFF"),
        ("planted\u200b", "U+200B (ZERO WIDTH SPACE)"),
    ],
)
def test_what_was_copied_along_with_a_secret_is_named(given: str, named: str) -> None:
    environment = take(WHOLE | {"KORE_CLIENT_SECRET": given})
    assert named in environment.said
    assert "planted" not in environment.said
    chosen = choose(ConnectionRequest(environment))
    assert chosen is not None
    assert chosen.note == environment.said
    assert chosen.draft.connection().client_secret.get_secret_value() == "planted"


@pytest.mark.parametrize("given", [" ", "\t\n"])
def test_a_blank_secret_is_none(given: str) -> None:
    assert take(WHOLE | {"KORE_CLIENT_SECRET": given}).missing() == ["KORE_CLIENT_SECRET"]


def test_a_token_in_its_place_is_used_as_one() -> None:
    connection = take(WHOLE | {"KORE_CLIENT_SECRET": "Bearer eyJplanted.a.b"}).draft().connection()
    assert connection.ready_token is not None
    assert connection.ready_token.get_secret_value() == "eyJplanted.a.b"
    assert connection.client_secret.get_secret_value() == ""
