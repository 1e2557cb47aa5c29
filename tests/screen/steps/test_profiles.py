"""Profiles on the Connection step: from nothing to tested, kept, changed, removed; by keyboard alone."""

import asyncio
import functools
import re
import stat
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.screen.steps.conftest import Wizard, opened
from tui.credentials import profile_file
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.places import Places
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.store import Look, StoreError
from tui.practice.server import PracticePlatform, start
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session


def on_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    @functools.wraps(test)
    def run(*given: Any, **named: Any) -> None:
        asyncio.run(test(*given, **named))

    return run


PASSPHRASE = "four words for it"


@pytest.fixture
def platform() -> Iterator[PracticePlatform]:
    with start() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real one is asked in the end-to-end tests; here nothing of this machine may be."""
    monkeypatch.setattr(OsKeyring, "look", lambda *_: Look(False, "No keyring answers here (tests)."))
    monkeypatch.setattr(OsKeyring, "remove", lambda *_: False)


def kept(platform: PracticePlatform, **more: Any) -> Profile:
    account = platform.account
    profile = Profile(
        "uat", platform.url, account.app_id, account.account_id, account.client_id,
        **{"secret_place": SecretPlace.THIS_RUN, **more},
    )  # fmt: skip
    return profile_file.add(profile).named("uat")


@asynccontextmanager
async def on_platform(session: Session | None = None) -> AsyncIterator[Wizard]:
    async with opened(session or Session()) as wizard:
        await wizard.press("k")
        yield wizard


async def type_connection(wizard: Wizard, platform: PracticePlatform) -> None:
    account = platform.account
    secret = account.client_secret.get_secret_value()
    for text in (platform.url, account.app_id, account.account_id, account.client_id, secret):
        await wizard.press("tab")
        await wizard.type(text)
    await wizard.press("tab", "tab", "tab")


@on_a_loop
async def test_from_nothing_to_tested(platform: PracticePlatform, home: Path) -> None:
    async with on_platform() as wizard:
        await type_connection(wizard, platform)
        await wizard.press("enter")
        screen = await wizard.wait_for("Connected: 40 contact lists can be read.")
        assert "Waiting for the answer." in screen
        assert platform.account.client_secret.get_secret_value() not in screen
        await wizard.press("escape")
        assert "Connected: 40 contact lists" in wizard.screen().splitlines()[-2]
    assert not list(home.rglob("*.toml"))


@on_a_loop
async def test_a_refusal_and_what_to_do_fit_on_the_page(platform: PracticePlatform) -> None:
    kept(platform)
    async with on_platform() as wizard:
        await wizard.press("tab", "t")
        await wizard.wait_for("Client secret of uat")
        await wizard.type("a-wrong-secret-that-is-long-enough")
        await wizard.press("enter")
        screen = await wizard.wait_for("Esc closes this page.")
        assert "! The platform knows the app, and does not accept the token." in screen
        assert "app's (HS256 or HS512)." in screen
        assert screen.count("Asked once more, to be sure.") == 2


@on_a_loop
async def test_a_test_with_something_missing_goes_to_it(platform: PracticePlatform) -> None:
    async with on_platform() as wizard:
        await wizard.press("tab")
        await wizard.type(platform.url)
        await wizard.press(*["tab"] * 7, "enter")
        assert "! The app ID is missing." in wizard.screen()
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "app_id"


@on_a_loop
async def test_keep_in_a_sealed_file_and_open_it_again(platform: PracticePlatform, home: Path) -> None:
    async with on_platform() as wizard:
        await type_connection(wizard, platform)
        await wizard.press("right", "enter")
        screen = await wizard.wait_for("No keyring answers here")
        assert "(*)This run" in screen
        await wizard.type("uat")
        await wizard.press("tab", "right", "tab", "r", "tab", "n", "tab", "s")
        assert "Safe if the file is stolen" in wizard.screen()
        assert not list(home.rglob("*.sealed"))
        await wizard.press("tab", "enter")
        await wizard.wait_for("New passphrase")
        await wizard.type(PASSPHRASE)
        await wizard.press("enter")
        await wizard.type("something else")
        assert "The two differ" in await wizard.press("enter")
        await wizard.type(PASSPHRASE)
        assert PASSPHRASE not in await wizard.press("enter")
        screen = await wizard.wait_for("uat is saved. Its secret is kept: a sealed file.")
        assert screen.startswith(" PRODUCTION  uat · http://127.0.0.1:")
        assert "PRODUCTION default" in screen
        await wizard.press("ctrl+n")
        assert wizard.screen().startswith(" PRODUCTION  uat")
    (file,) = home.rglob("*.sealed")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secret = platform.account.client_secret.get_secret_value()
    for path in home.rglob("*"):
        assert path.is_dir() or secret not in path.read_text(errors="replace")

    async with on_platform() as wizard:
        assert "Enter gets it." in wizard.screen()
        await wizard.press("tab", "t")
        await wizard.wait_for("Passphrase of the sealed file of uat")
        await wizard.type("wrong")
        await wizard.press("enter")
        await wizard.wait_for("Once more")
        await wizard.type(PASSPHRASE)
        await wizard.press("enter")
        await wizard.wait_for("Connected: 40 contact lists can be read.")
        await wizard.press("escape")
        assert not wizard.session.access.problems()


@on_a_loop
async def test_on_a_shared_account_nothing_is_suggested_that_outlives_the_run(
    platform: PracticePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OsKeyring, "look", lambda *_: Look(True, "A keyring answers."))
    async with on_platform() as wizard:
        await type_connection(wizard, platform)
        await wizard.press("right", "enter")
        await wizard.wait_for("(*)Keyring")
        await wizard.press("tab", "tab", "tab", "y")
        assert "(*)This run" in wizard.screen()
        assert "Nothing is written to disk" in wizard.screen()


@on_a_loop
async def test_a_change_moves_the_secret(platform: PracticePlatform, home: Path) -> None:
    profile = kept(platform, secret_place=SecretPlace.THIS_RUN)
    session = Session(access=Access(places=Places()))
    session.access.secret_places().this_run.keep("uat", platform.account.client_secret)
    async with on_platform(session) as wizard:
        await wizard.press("tab", "e")
        assert "Save changes" in wizard.screen()
        await wizard.press(*["tab"] * 7, "right", "enter")
        await wizard.wait_for("Change the profile uat")
        await wizard.press("tab", "tab", "tab", "s", "tab", "enter")
        await wizard.wait_for("New passphrase")
        await wizard.type(PASSPHRASE)
        await wizard.press("enter")
        await wizard.type(PASSPHRASE)
        await wizard.press("enter")
        await wizard.wait_for("uat is saved.")
    assert profile_file.load().named("uat").secret_place is SecretPlace.SEALED_FILE
    assert profile_file.load().named("uat").host == profile.host
    assert list(home.rglob("*.sealed"))


@on_a_loop
async def test_remove_asks_once_and_takes_the_secret_along(platform: PracticePlatform) -> None:
    kept(platform)
    session = Session(access=Access(places=Places()))
    session.access.secret_places().this_run.keep("uat", platform.account.client_secret)
    async with on_platform(session) as wizard:
        await wizard.press("tab", "enter")
        await wizard.wait_for("uat is ready.")
        assert "x again removes uat" in await wizard.press("x")
        assert "It stays." in await wizard.press("escape")
        assert "x again removes uat" in await wizard.press("x")
        assert profile_file.load().all
        await wizard.press("x")
        await wizard.wait_for("uat and its secret are removed (this run only).")
        assert wizard.session.access.problems()
    assert not profile_file.load().all
    assert session.access.secret_places().this_run.read("uat") is None


@on_a_loop
async def test_a_profile_stays_where_its_secret_may(
    platform: PracticePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> bool:
        raise StoreError("The keyring is locked.")

    monkeypatch.setattr(OsKeyring, "remove", locked)
    kept(platform, secret_place=SecretPlace.KEYRING)
    async with on_platform() as wizard:
        await wizard.press("tab", "x", "x")
        await wizard.wait_for("so uat stays: The keyring is locked.")
    assert profile_file.load().all


@on_a_loop
async def test_the_default_can_be_changed(platform: PracticePlatform) -> None:
    kept(platform)
    profile_file.add(Profile("prod-eu", "eu-platform.kore.ai", "st-1", "acc", "cs-1", is_production=True))
    async with on_platform() as wizard:
        await wizard.press("tab", "down", "d")
        assert "prod-eu is the default now." in wizard.screen()
        assert "PRODUCTION default" in wizard.screen()
    assert profile_file.load().default == "prod-eu"


@on_a_loop
async def test_a_profile_another_session_removed_ends_in_a_sentence(platform: PracticePlatform) -> None:
    profile = kept(platform)
    async with on_platform() as wizard:
        await wizard.press("tab")
        profile_file.remove(profile)
        screen = await wizard.press("d")
        assert "There is no profile uat." in screen
        assert "* uat" not in screen
        assert "Another connection" in screen


@on_a_loop
async def test_a_broken_file_is_said_with_its_line(platform: PracticePlatform) -> None:
    kept(platform)
    path = profile_file.path()
    path.write_text(path.read_text() + "\nhost = \n")
    async with on_platform() as wizard:
        screen = await wizard.wait_for("profiles.toml")
        assert re.search("line [0-9]+: ", screen)
        assert "Host" in screen


@on_a_loop
async def test_waiting_for_a_keyring_can_be_given_up(
    platform: PracticePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = threading.Event()

    def hang(self: OsKeyring, profile: str, prompter: Any) -> None:  # noqa: ARG001
        prompter.tell("Waiting for the keyring to answer; it is given up after 5 s.")
        while not prompter.cancelled() and not released.wait(0.02):
            pass

    monkeypatch.setattr(OsKeyring, "read", hang)
    kept(platform, secret_place=SecretPlace.KEYRING)
    async with on_platform() as wizard:
        await wizard.press("tab", "enter")
        await wizard.wait_for("Waiting for the keyring to answer")
        screen = await wizard.press("escape")
        assert "Given up." in screen
        assert wizard.app.entry.title == "Connection"
        assert wizard.session.place is Destination.PLATFORM
    released.set()
    for thread in threading.enumerate():
        if thread.name == "secrets":
            thread.join(3)
            assert not thread.is_alive()


@on_a_loop
async def test_a_keyrings_secret_comes_by_itself_and_one_that_is_asked_for_does_not(
    platform: PracticePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OsKeyring, "read", lambda *_: platform.account.client_secret)
    session = Session()
    session.access.use_profile(kept(platform, secret_place=SecretPlace.KEYRING))
    async with opened(session) as wizard:
        await wizard.wait_for("uat is ready.")
        assert not session.access.problems()
    asked = Session()
    asked.access.use_profile(profile_file.add(Profile("ask", "h.example", "st-1", "a", "cs-1")).named("ask"))
    async with opened(asked) as wizard:
        assert "Enter gets it." in wizard.screen()
        assert "Client secret of" not in wizard.screen()


@on_a_loop
async def test_a_picture_of_the_screen_shows_no_secret(platform: PracticePlatform) -> None:
    secret = platform.account.client_secret.get_secret_value()
    async with on_platform() as wizard:
        await type_connection(wizard, platform)
        await wizard.press("shift+tab", "shift+tab", "shift+tab", "ctrl+a", "ctrl+c", "x", "ctrl+x")
        picture = wizard.app.export_screenshot()
        assert "********" in picture
        for planted in (secret, secret[:8], secret[-8:]):
            assert planted not in picture
        assert wizard.app.clipboard == ""
        assert "[********" in wizard.screen()


@on_a_loop
async def test_a_ready_token_says_when_it_expires() -> None:
    async with on_platform() as wizard:
        await wizard.press(*["tab"] * 5)
        await wizard.type("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmVk")
        assert "This ready-made token expired 1970-01-01" in wizard.screen()
