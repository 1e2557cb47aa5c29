"""The folders this program keeps things in: private to their owner, made when they are first needed."""

import os
from pathlib import Path

APP_NAME = "kore-campaign"


def state_folder(*names: str) -> Path:
    """The folder for drafts, receipts and the like in the platform's state folder, ``names`` one in the other.

    All of them are private (0700).

    Raises:
        OSError: one can't be made, or belongs to somebody else.
    """
    path = state_path()
    for name in names:
        path = _private(path / name)
    return path


def config_folder() -> Path:
    """The folder for what a person set up, in the platform's config folder; private (0700).

    Raises:
        OSError: it can't be made, or belongs to somebody else.
    """
    return _private(config_path())


def config_path() -> Path:
    """Where the config folder is, or would be; nothing is made."""
    from platformdirs import user_config_path  # only when something is kept

    return user_config_path(APP_NAME, appauthor=False)


def state_path() -> Path:
    """Where the state folder is, or would be; nothing is made."""
    from platformdirs import user_state_path  # only when something is kept

    return user_state_path(APP_NAME, appauthor=False)


def _private(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.is_symlink() or (hasattr(os, "geteuid") and path.stat().st_uid != os.geteuid()):
        raise OSError(f"{path} belongs to somebody else")
    path.chmod(0o700)
    return path
