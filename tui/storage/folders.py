"""The folders this program keeps things in: private to their owner, made when they are first needed."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_state_path

APP_NAME = "kore-campaign"


def state_folder(*names: str) -> Path:
    """The folder ``names``, each within the one before, in the platform's state folder.

    All of them are private (0700).

    Raises:
        OSError: a folder can't be made, or belongs to another account.
    """
    path = state_path()
    for name in names:
        path = _private(path / name)
    return path


def config_folder() -> Path:
    """The folder for what a person set up, in the platform's config folder; private (0700).

    Raises:
        OSError: the folder can't be made, or belongs to another account.
    """
    return _private(config_path())


def config_path() -> Path:
    """The path of the config folder; makes no folder."""
    return user_config_path(APP_NAME, appauthor=False)


def state_path() -> Path:
    """The path of the state folder; makes no folder."""
    return user_state_path(APP_NAME, appauthor=False)


def _private(path: Path) -> Path:
    for missing in [folder for folder in (*reversed(path.parents), path) if not folder.exists()]:
        missing.mkdir(mode=0o700, exist_ok=True)
    if path.is_symlink() or (hasattr(os, "geteuid") and path.stat().st_uid != os.geteuid()):
        raise OSError(f"{path} belongs to somebody else")
    path.chmod(0o700)
    return path
