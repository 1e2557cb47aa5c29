"""Saves a profile together with its secret, so that neither stands on disk without the other."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.base.text import uncapitalised
from tui.credentials import profile_file
from tui.credentials.places import Places
from tui.credentials.profile_errors import ProfileError
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile
from tui.credentials.store import Prompter, Store, StoreError

if TYPE_CHECKING:
    from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class SavedProfile:
    """What was written: all profiles as they are now, the saved profile, and in words what became of its secret."""

    profiles: Profiles
    profile: Profile
    said: str


def save_profile(
    profile: Profile,
    old: Profile | None,
    secret: "SecretStr | None",
    places: Places,
    prompter: Prompter,
) -> SavedProfile:
    """Write ``profile`` (instead of ``old``, where there is one) and put ``secret`` in the place it names.

    Without a ``secret``, the secret of ``old`` is moved where the place changes.

    Raises:
        StoreError: the secret or the profile could not be written; then both are as they were, or it is said
            that the secret is not. So they are where it is interrupted.
    """
    if old is None and any(each.name.casefold() == profile.name.casefold() for each in _load().all):
        raise StoreError(f"There is a profile {profile.name} already: choose another name.")
    moved = old is not None and old.secret_place is not profile.secret_place
    if secret is None and moved and old is not None:
        secret = places[old.secret_place].read(old.name, prompter)
    store = places[profile.secret_place]
    put_back = store.snapshot(profile.name, prompter) if secret is not None else _nothing
    try:
        if secret is not None:
            store.keep(profile.name, secret, prompter)
        profiles = profile_file.add(profile) if old is None else profile_file.change(old, profile)
    except (ProfileError, StoreError, ValueError) as failed:
        raise StoreError(f"{failed}{_undone(put_back)}") from None
    except BaseException:  # Ctrl+C may come after the last write as well
        with contextlib.suppress(ProfileError, ValueError):
            _take_back(profile, old)
        _undone(put_back)
        raise
    said = f"{profile.name} is saved."
    if secret is not None and store.outlives_run:
        said += f" Its secret is kept: {uncapitalised(store.title)}."
    if moved and old is not None and secret is not None:
        said += _left_behind(places[old.secret_place], old.name, prompter)
    return SavedProfile(profiles, profiles.named(profile.name), said)


def _nothing() -> None:
    """No secret is written, so none is put back."""


def _undone(put_back: Callable[[], object]) -> str:
    """Put the secret back that was there before; what is to be said where that fails."""
    try:
        put_back()
    except StoreError as failed:
        return f" The secret that was there before could not be put back: {failed}"
    return ""


def _take_back(profile: Profile, old: Profile | None) -> None:
    """Write what was there before ``profile``, where that is written already."""
    if profile == old or profile not in profile_file.load().all:
        return
    if old is None:
        profile_file.remove(profile)
    else:
        profile_file.change(profile, old)


def _left_behind(store: Store, name: str, prompter: Prompter) -> str:
    """Remove a secret from the place it was in before; what became of that, where it matters."""
    try:
        gone = store.remove(name, prompter)
    except StoreError as failed:
        return f" It may still be where it was: {failed}"
    return (
        f" It was removed from where it was: {uncapitalised(store.title)}."
        if gone and store.outlives_run
        else ""
    )


def _load() -> Profiles:
    try:
        return profile_file.load()
    except ProfileError as failed:
        raise StoreError(str(failed)) from None
