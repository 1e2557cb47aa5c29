"""A change that fails leaves secret, place and passphrase as they were, wherever it fails."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.secret_service import SecretService
from tui.credentials import profile_file, save_profile, sealed, sealed_file
from tui.credentials.places import Places
from tui.credentials.profile_errors import ProfileError
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.sealed import Cost
from tui.credentials.sealed_file import SealedFile
from tui.credentials.store import Prompter, StoreError

OLD, NEW = SecretStr("planted-old"), SecretStr("planted-new")
FIRST, SECOND = SecretStr("the first passphrase"), SecretStr("the second passphrase")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    seal = sealed.seal
    monkeypatch.setattr(sealed, "seal", lambda *given: seal(*given, Cost(19_456, 2, 1)))


def profile(place: SecretPlace) -> Profile:
    return Profile("uat", "h.example", "st-1", "acc", "cs-1", secret_place=place)


def knows(passphrase: SecretStr) -> Prompter:
    return Prompter(passphrase=lambda question, new: passphrase)  # noqa: ARG005


def begun(place: SecretPlace) -> Profile:
    """A profile whose secret lives at ``place``, under the first passphrase where it has one."""
    save_profile.save_profile(profile(place), None, OLD, Places(), knows(FIRST))
    return profile_file.load().named("uat")


def found(place: SecretPlace) -> str | None:
    secret = Places()[place].read("uat", knows(FIRST))
    return secret and secret.get_secret_value()


def fails(failure: BaseException) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise failure

    return fail


def everything(home: Path) -> dict[str, bytes]:
    folder = home / ".config" / "kore-campaign"
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}


def no_file(patch: pytest.MonkeyPatch) -> type[BaseException]:
    patch.setattr(profile_file, "write_private", fails(OSError(28, "No space left on device")))
    return StoreError


def changed_elsewhere(patch: pytest.MonkeyPatch) -> type[BaseException]:
    patch.setattr(profile_file, "change", fails(ProfileError("Another session changed the same.")))
    return StoreError


def no_sealed_file(patch: pytest.MonkeyPatch) -> type[BaseException]:
    patch.setattr(sealed_file, "write_private", fails(OSError(28, "No space left on device")))
    return StoreError


def not_read_back(patch: pytest.MonkeyPatch) -> type[BaseException]:
    """The disk takes it, and gives something else back, once."""
    read, seen = SealedFile._line, []

    def line(self: SealedFile, path: Path) -> bytes | None:
        seen.append(path)
        return b"rubbish" if len(seen) == 2 else read(self, path)

    patch.setattr(SealedFile, "_line", line)
    return StoreError


def interrupted_before(patch: pytest.MonkeyPatch) -> type[BaseException]:
    patch.setattr(profile_file, "change", fails(KeyboardInterrupt()))
    return KeyboardInterrupt


def interrupted_after(patch: pytest.MonkeyPatch) -> type[BaseException]:
    change = profile_file.change

    def interrupted(old: Profile, new: Profile) -> object:
        change(old, new)
        patch.setattr(profile_file, "change", change)
        raise KeyboardInterrupt

    patch.setattr(profile_file, "change", interrupted)
    return KeyboardInterrupt


@pytest.mark.parametrize(
    "breaks",
    [no_file, changed_elsewhere, no_sealed_file, not_read_back, interrupted_before, interrupted_after],
)
def test_a_failed_change_leaves_secret_and_passphrase(
    breaks: Callable[[pytest.MonkeyPatch], type[BaseException]], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = begun(SecretPlace.SEALED_FILE)
    before = everything(home)
    with monkeypatch.context() as patch, pytest.raises(breaks(patch)):
        save_profile.save_profile(replace(old, host="other.example"), old, NEW, Places(), knows(SECOND))
    assert everything(home) == before
    assert found(SecretPlace.SEALED_FILE) == "planted-old"


@pytest.mark.parametrize(
    "breaks", [no_file, no_sealed_file, not_read_back, interrupted_before, interrupted_after]
)
def test_a_failed_move_leaves_the_place(
    breaks: Callable[[pytest.MonkeyPatch], type[BaseException]], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = begun(SecretPlace.ASK)
    before = everything(home)
    with monkeypatch.context() as patch, pytest.raises(breaks(patch)):
        save_profile.save_profile(
            replace(old, secret_place=SecretPlace.SEALED_FILE), old, NEW, Places(), knows(SECOND)
        )
    assert everything(home) == before


def test_a_secret_of_this_run_stays_too(monkeypatch: pytest.MonkeyPatch) -> None:
    old, places = begun(SecretPlace.THIS_RUN), Places()
    places.this_run.keep("uat", OLD)
    no_file(monkeypatch)
    with pytest.raises(StoreError):
        save_profile.save_profile(replace(old, host="other.example"), old, NEW, places, knows(FIRST))
    assert places.this_run.read("uat") == OLD
    assert profile_file.load().all == (old,)


@pytest.mark.usefixtures("secret_service")
def test_a_failed_change_leaves_what_the_keyring_has(monkeypatch: pytest.MonkeyPatch) -> None:
    old = begun(SecretPlace.KEYRING)
    with monkeypatch.context() as patch, pytest.raises(no_file(patch)):
        save_profile.save_profile(replace(old, host="other.example"), old, NEW, Places(), knows(FIRST))
    assert found(SecretPlace.KEYRING) == "planted-old"


def test_a_new_profile_that_can_not_be_written_leaves_no_secret(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(no_file(patch)):
        save_profile.save_profile(profile(SecretPlace.KEYRING), None, NEW, Places(), knows(FIRST))
    assert secret_service.entries() == []


def test_a_secret_that_can_not_be_put_back_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    old = begun(SecretPlace.SEALED_FILE)
    no_file(monkeypatch)
    monkeypatch.setattr(SealedFile, "snapshot", lambda *_: fails(StoreError("It is gone.")))
    with pytest.raises(StoreError, match="that was there before could not be put back: It is gone"):
        save_profile.save_profile(replace(old, host="other.example"), old, NEW, Places(), knows(SECOND))
