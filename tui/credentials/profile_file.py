"""The profiles' file on disk: 0600 in a 0700 folder, one writer at a time, refused where others can reach it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.base.text import one_line
from tui.credentials import profile_text
from tui.credentials.private_file import PrivateFileError, read_private
from tui.credentials.profile_errors import BrokenTextError, ProfileError
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile
from tui.storage.files import locked, write_private
from tui.storage.folders import config_folder

FILE_NAME = "profiles.toml"
_SIZE_LIMIT = 200_000
"""Bytes; a profile has some 300."""
_LOCK_SECONDS = 3.0
"""How long to wait for another session that is writing."""


def load() -> Profiles:
    """All profiles; none where there is no file yet.

    Raises:
        ProfileError: the file is broken, from a newer version, owned by another account, or open to others.
    """
    file = path()
    with _naming(file):
        return profile_text.read(_text(file))


def path() -> Path:
    """Where the profiles are kept.

    Raises:
        ProfileError: the folder can't be made, or belongs to another account.
    """
    try:
        return config_folder() / FILE_NAME
    except OSError as failed:
        why = failed.strerror or str(failed)
        raise ProfileError(f"The config folder can't be used: {one_line(why)}.") from None


def add(profile: Profile) -> Profiles:
    """Add a profile; the first profile becomes the default. Errors as :func:`change`."""
    return _change(lambda text: profile_text.change(text, profile, None))


def change(old: Profile, new: Profile) -> Profiles:
    """Write what differs between ``old``, as it was read, and ``new``.

    Raises:
        ProfileError: the file can't be read or written, the profile is gone, or another session changed the same value.
        ValueError: ``new`` has a problem; the message says what.
    """
    return _change(lambda text: profile_text.change(text, new, old))


def remove(profile: Profile) -> Profiles:
    """Forget a profile. Its secret is not touched: that is for the places. Errors as :func:`change`."""
    return _change(lambda text: profile_text.change(text, None, profile))


def set_default(name: str) -> Profiles:
    """Make ``name`` the profile used where none is named. Errors as :func:`change`."""
    return _change(lambda text: profile_text.with_default(text, name))


def _change(edit: Callable[[str], str]) -> Profiles:
    file = path()
    try:
        with locked(file.with_name(f"{file.name}.lock"), _LOCK_SECONDS):
            before = _text(file)
            with _naming(file):
                after = edit(before)
            if after != before:
                write_private(str(file), after, overwrite=True)
            return profile_text.read(after)
    except TimeoutError:
        raise ProfileError(f"Another session is writing {file} at this moment: try again.") from None
    except OSError as failed:
        raise ProfileError(f"{file} can't be written: {one_line(failed.strerror or str(failed))}.") from None


def _text(file: Path) -> str:
    try:
        data = read_private(file, _SIZE_LIMIT) or b""
    except PrivateFileError as refused:
        raise ProfileError(f"{refused} Nothing was changed.") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise ProfileError(f"{file}: line {line}: this is no text in UTF-8. Nothing was changed.") from None


@contextlib.contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Say which file it is where its text is at fault."""
    try:
        yield
    except BrokenTextError as broken:
        raise ProfileError(f"{file}: {broken} Nothing was changed.") from None
