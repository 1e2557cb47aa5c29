"""``profile`` as a real process, without a terminal: every value by options, the secret never by one."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run, environment
from tests.fault_server import CAMPAIGN_ID, FaultServer, serving
from tests.secret_service import SecretService, running_keyring

SECRET = "planted-secret-of-a-profile-0123456789"
PASSPHRASE = "planted-passphrase"
IDS = ("--app-id", "st-1", "--account-id", "acc", "--client-id", "cs-1")

RunGiving = Callable[..., "subprocess.CompletedProcess[str]"]


def config(home: Path) -> Path:
    return home / ".config" / "kore-campaign"


@pytest.fixture
def giving(tmp_path: Path) -> RunGiving:
    """Run with a secret and perhaps a passphrase behind descriptors, as a password manager hands them over."""

    def run(*arguments: str, secret: str = SECRET, passphrase: str = "", **extra: str):
        options, ours = [], []
        for option, text in (("--secret-fd", secret), ("--passphrase-fd", passphrase)):
            if text:
                read, write = os.pipe()
                os.write(write, f"{text}\n".encode())
                os.close(write)
                options += [option, str(read)]
                ours.append(read)
        try:
            return subprocess.run(
                [sys.executable, "-m", "tui", *arguments, *options],
                env=environment(extra), cwd=tmp_path, input="", capture_output=True, text=True, timeout=60, check=False,
                pass_fds=ours, start_new_session=True,
            )  # fmt: skip
        finally:
            for each in ours:
                os.close(each)

    return run


def add(run: Run, name: str, host: str, *more: str) -> "subprocess.CompletedProcess[str]":
    return run("profile", "add", name, "--host", host, *IDS, *more)


def test_profiles_are_added_listed_shown_changed_and_removed(run: Run, home: Path) -> None:
    assert (
        add(run, "prod-eu", "https://eu-platform.kore.ai/", "--production", "--colour", "red").returncode == 0
    )
    assert add(run, "uat", "uat.kore.ai", "--api", "v2", "--algorithm", "HS512").returncode == 0
    listed = run("profile", "list")
    assert listed.stdout.splitlines() == [
        "prod-eu  eu-platform.kore.ai  (default)  PRODUCTION",
        "uat      uat.kore.ai",
    ]
    assert run("profile").stdout == listed.stdout
    assert run("profile", "default", "uat").returncode == 0
    edited = run("profile", "edit", "prod-eu", "--no-production", "--colour", "none", "--json")
    profile = json.loads(edited.stdout)["profile"]
    assert (profile["production"], profile["colour"], profile["default"]) == (False, "", False)
    shown = json.loads(run("profile", "show", "--json").stdout)
    assert shown["profile"] == {
        "name": "uat", "host": "uat.kore.ai", "appId": "st-1", "accountId": "acc", "clientId": "cs-1", "api": "v2",
        "algorithm": "HS512", "colour": "", "production": False, "sharedAccount": None, "secretPlace": "ask",
        "default": True,
    }  # fmt: skip
    removed = run("profile", "remove", "uat", "--yes")
    assert removed.returncode == 0
    assert "There is no default profile any more" in removed.stderr
    names = [each["name"] for each in json.loads(run("profile", "list", "--json").stdout)["profiles"]]
    assert names == ["prod-eu"]
    assert {each.name for each in config(home).iterdir()} == {"profiles.toml", "profiles.toml.lock"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "uat", "--host", "kore.ai"], "Missing: --app-id, --account-id, --client-id"),
        (["add", "a b", "--host", "kore.ai", *IDS], "name is letters"),
        (["add", "uat", "--host", "http://kore.ai", *IDS], "Plain http"),
        (["add", "there", "--host", "kore.ai", *IDS], "There is a profile there already"),
        (["add", "THERE", "--host", "kore.ai", *IDS], "already"),
        (["add", "uat", "--host", "kore.ai", *IDS, "--secret-place", "keyring"], "No secret was given"),
        (["edit", "there"], "Nothing to change"),
        (["edit", "there", "--host", "a/b"], "path"),
        (["edit", "nope", "--host", "kore.ai"], "There is no profile nope"),
        (["show", "nope"], "There is no profile nope. Profiles: there"),
        (["default", "nope"], "There is no profile nope"),
        (["remove", "nope", "--yes"], "There is no profile nope"),
        (["remove", "there"], "no terminal to ask on"),
    ],
)
def test_what_can_not_be_done_is_a_sentence_and_changes_nothing(
    run: Run, home: Path, arguments: list[str], said: str
) -> None:
    add(run, "there", "kore.ai")
    before = (config(home) / "profiles.toml").read_bytes()
    done = run("profile", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert (config(home) / "profiles.toml").read_bytes() == before


def test_a_broken_file_is_named_with_its_line_by_every_command(run: Run, campaign: Path, home: Path) -> None:
    add(run, "uat", "kore.ai")
    file = config(home) / "profiles.toml"
    file.write_text("version = 1\nbroken\n")
    for arguments in (["profile", "list"], ["profile", "show", "uat"], ["submit", str(campaign), "--yes"]):
        done = run(*arguments)
        assert done.returncode == 3
        assert f"{file}: line 2: this is no TOML" in " ".join(done.stderr.split())
    file.chmod(0o640)
    assert "has the mode 0640" in run("profile", "list", "--json").stdout
    assert file.read_text() == "version = 1\nbroken\n"


@pytest.fixture
def server() -> FaultServer:
    with serving("accept") as found:
        yield found


def test_a_sealed_profile_is_used_and_the_secret_is_nowhere(
    giving: RunGiving, run: Run, campaign: Path, server: FaultServer, home: Path
) -> None:
    added = giving(
        "profile", "add", "uat", "--host", server.url, *IDS, "--secret-place", "sealed-file", passphrase=PASSPHRASE
    )  # fmt: skip
    assert added.returncode == 0
    assert "The secret goes to: A sealed file. Safe if the file is stolen" in added.stderr
    sent = giving("submit", str(campaign), "--yes", secret="", passphrase=PASSPHRASE)
    assert (sent.returncode, sent.stdout) == (0, f"{CAMPAIGN_ID}\n")
    wrong = giving("submit", str(campaign), "--yes", secret="", passphrase="not the passphrase")
    assert wrong.returncode == 3
    assert "The passphrase does not open it. Nothing was sent." in wrong.stderr
    nobody = run("submit", str(campaign), "--yes")
    assert nobody.returncode == 3
    assert len(server.creates) == 1
    written = b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
    assert SECRET.encode() not in written
    assert PASSPHRASE.encode() not in written
    moved = giving("profile", "edit", "uat", "--secret-place", "ask", secret="", passphrase=PASSPHRASE)
    assert moved.returncode == 0
    assert not (config(home) / "uat.sealed").exists()


@pytest.mark.parametrize("by", ["file", "stdin"])
def test_a_secret_comes_by_a_file_or_standard_input(
    by: str, run: Run, campaign: Path, server: FaultServer, tmp_path: Path
) -> None:
    add(run, "uat", server.url)
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    file.chmod(0o600)
    given = str(file) if by == "file" else "-"
    sent = run("submit", str(campaign), "--yes", "--secret-file", given, text=f"{SECRET}\n")
    assert sent.returncode == 0
    assert SECRET not in sent.stdout + sent.stderr
    file.chmod(0o640)
    if by == "file":
        refused = run("submit", str(campaign), "--yes", "--secret-file", given)
        assert refused.returncode == 2
        assert "has the mode 0640: others may read it" in refused.stderr
    assert len(server.creates) == 1


@pytest.mark.parametrize("secret", [" ", "x" * 5000, "two\nlines", "\udc80"])
def test_what_is_no_secret_is_refused_and_not_repeated(secret: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(secret, errors="surrogateescape")
    file.chmod(0o600)
    done = run("submit", "a.json", "--yes", "--secret-file", str(file))
    assert done.returncode == 2
    assert "secret" in done.stderr
    assert "lines" not in done.stderr.replace("more than one line", "")


def test_a_production_profile_is_sent_to_only_by_its_name(
    giving: RunGiving, run: Run, campaign: Path, server: FaultServer
) -> None:
    add(run, "prod", server.url, "--production")
    alone = giving("submit", str(campaign), "--yes", "--json")
    assert alone.returncode == 2
    said = json.loads(alone.stdout)
    assert said["outcome"] == "usage"
    assert "--confirm" in said["message"]
    assert "Nothing was sent" in said["message"]
    other = giving("submit", str(campaign), "--yes", "--confirm", "uat")
    assert (other.returncode, "--confirm names uat" in other.stderr) == (2, True)
    assert server.creates == []
    assert giving("submit", str(campaign), "--yes", "--confirm", "prod").returncode == 0
    assert len(server.creates) == 1


def test_the_named_profile_then_the_environment_then_the_default(
    giving: RunGiving, run: Run, campaign: Path, server: FaultServer
) -> None:
    add(run, "uat", server.url)
    add(run, "other", "http://127.0.0.1:1")
    whole = {
        "KORE_HOST": "http://127.0.0.1:1", "KORE_APP_ID": "env", "KORE_ACCOUNT_ID": "e", "KORE_CLIENT_ID": "e",
        "KORE_CLIENT_SECRET": "e",
    }  # fmt: skip
    named = giving("submit", str(campaign), "--yes", "--profile", "uat", **whole)
    assert named.returncode == 0
    assert "KORE_… is set and not used: the profile uat is." in named.stderr
    assert giving("submit", str(campaign), "--yes", "--profile", "other").returncode == 5
    environment = run("submit", str(campaign), "--yes", **whole)
    assert environment.returncode == 5
    assert "App env" in environment.stderr
    del whole["KORE_ACCOUNT_ID"]
    partial = giving("submit", str(campaign), "--yes", **whole)
    assert partial.returncode == 3
    assert "incomplete and not used: KORE_ACCOUNT_ID missing" in partial.stderr
    default = giving("submit", str(campaign), "--yes", "--again")
    assert default.returncode == 0
    unknown = giving("submit", str(campaign), "--yes", "--profile", "nope")
    assert (unknown.returncode, "There is no profile nope" in unknown.stderr) == (2, True)
    assert len(server.creates) == 2


def test_a_secret_from_the_caller_completes_the_environment(
    giving: RunGiving, campaign: Path, server: FaultServer
) -> None:
    ids = {"KORE_HOST": server.url, "KORE_APP_ID": "a", "KORE_ACCOUNT_ID": "b", "KORE_CLIENT_ID": "c"}
    assert giving("submit", str(campaign), "--yes", **ids).returncode == 0


@pytest.fixture
def keyring() -> SecretService:
    with running_keyring() as service:
        yield service


def test_a_secret_in_the_keyring_is_used_shown_moved_and_removed(
    giving: RunGiving, run: Run, campaign: Path, server: FaultServer, keyring: SecretService, home: Path
) -> None:
    bus = {"DBUS_SESSION_BUS_ADDRESS": keyring.address}
    added = giving("profile", "add", "uat", "--host", server.url, *IDS, "--secret-place", "keyring", **bus)
    assert added.returncode == 0
    assert added.stderr.index("Any program that runs as you") < added.stderr.index("is saved")
    assert SECRET.encode() in keyring.entries()[0]
    assert run("submit", str(campaign), "--yes", **bus).returncode == 0
    shown = json.loads(run("profile", "show", "--json", **bus).stdout)["secret"]
    assert (shown["place"], shown["works"], shown["present"]) == ("keyring", True, True)
    assert "The secret is there." in run("profile", "show", **bus).stdout
    renewed = giving("profile", "edit", "uat", secret="another-secret", **bus)
    assert renewed.returncode == 0
    assert [b"another-secret" in each for each in keyring.entries()] == [True]
    keyring.lock()
    locked = run("submit", str(campaign), "--yes", **bus)
    assert locked.returncode == 3
    assert "The keyring is locked, and there is no desktop" in locked.stderr
    stays = run("profile", "remove", "uat", "--yes", **bus)
    assert stays.returncode == 3
    assert "so the profile stays" in stays.stderr
    assert (config(home) / "profiles.toml").read_text().count("uat") == 2
    assert run("profile", "remove", "uat", "--yes", "--force", **bus).returncode == 0
    assert len(server.creates) == 1


def test_removing_a_profile_deletes_its_secret(giving: RunGiving, run: Run, keyring: SecretService) -> None:
    bus = {"DBUS_SESSION_BUS_ADDRESS": keyring.address}
    giving("profile", "add", "uat", "--host", "kore.ai", *IDS, "--secret-place", "keyring", **bus)
    removed = run("profile", "remove", "uat", "--yes", "--json", **bus)
    assert removed.returncode == 0
    assert keyring.entries() == []
    first = json.loads(removed.stdout)["places"][0]
    assert first == {"place": "keyring", "wasThere": True, "gone": True, "problem": ""}
    assert "deleted, and checked" in removed.stderr


def test_a_hanging_keyring_holds_nothing_up(giving: RunGiving, keyring: SecretService, home: Path) -> None:
    keyring.stop()
    done = giving(
        "profile", "add", "uat", "--host", "kore.ai", *IDS, "--secret-place", "keyring",
        DBUS_SESSION_BUS_ADDRESS=keyring.address,
    )  # fmt: skip
    assert done.returncode == 3
    waited, gave_up = done.stderr.splitlines()[-2:]
    assert waited == "Waiting for the keyring to answer; it is given up after 5 s."
    assert "did not answer within 5 s" in gave_up
    assert not (config(home) / "profiles.toml").exists()


def test_a_test_of_a_profile_has_its_exit_code_and_sends_no_campaign(
    giving: RunGiving, run: Run, server: FaultServer
) -> None:
    add(run, "nowhere", "http://127.0.0.1:1")
    unreachable = giving("profile", "test", "--json")
    assert unreachable.returncode == 5
    said = json.loads(unreachable.stdout)
    assert (said["profile"], said["kind"], said["connected"]) == ("nowhere", "not reachable", False)
    add(run, "other", server.url)
    connected = giving("profile", "test", "other")
    assert (connected.returncode, connected.stdout[:10]) == (0, "Connected:")
    assert [each.line.split("/campaign/")[1].split("?")[0] for each in server.creates] == [
        "contactList/getAllListDetails"
    ]
    nobody = run("profile", "test", "other")
    assert nobody.returncode == 3
    assert "--secret-fd" in nobody.stderr


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (f'export KORE_CLIENT_SECRET="{SECRET}"', "quotation marks"),
        ("Bearer eyJ{}.e30.c2ln", "a ready-made token"),
    ],
)
def test_a_secret_file_says_what_was_copied_along(
    given: str, named: str, run: Run, tmp_path: Path, campaign: Path, server: FaultServer
) -> None:
    add(run, "uat", server.url)
    file = tmp_path / "secret"
    file.write_text(given.replace("{}", "hbGciOiJIUzI1NiJ9"), encoding="utf-16")
    file.chmod(0o600)
    sent = run("submit", str(campaign), "--yes", "--secret-file", str(file))
    assert sent.returncode == 0, sent.stderr
    assert named in sent.stderr
    assert "planted" not in sent.stdout + sent.stderr
    (create,) = server.creates
    assert ("eyJhbGciOiJIUzI1NiJ9.e30.c2ln" in str(create)) == given.startswith("Bearer")


def test_a_token_is_never_kept(giving: RunGiving, home: Path) -> None:
    refused = giving("profile", "add", "uat", "--host", "kore.ai", *IDS, "--secret-place", "this-run",
                     secret="auth: eyJplanted.e30.c2ln")  # fmt: skip
    assert refused.returncode == 2
    assert "a ready-made token, which is never kept" in refused.stderr
    assert "planted" not in refused.stderr
    assert not (config(home) / "profiles.toml").exists()
