"""Writes a setting into the config file, keeping its comments and whatever else stands there."""

from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from tui.base.terminal import ThemeName
from tui.base.text import one_line
from tui.storage import config
from tui.storage.files import FileError, as_text, load_bytes, locked, write_private
from tui.storage.folders import config_folder

_LOCK_SECONDS = 3.0
"""How long to wait for another session that is writing."""


def keep_theme(theme: ThemeName) -> str:
    """Make ``theme`` the one the wizard begins with; returns why that failed, or nothing."""
    try:
        file = (config_folder() / config.CONFIG_NAME).resolve()  # people link it from elsewhere
        with locked(file.with_name(f"{file.name}.lock"), _LOCK_SECONDS):
            before = _text(file)
            after = with_theme(before, theme)
            if after != before:
                write_private(str(file), after, overwrite=True)
    except TimeoutError:
        return "another session is writing it at this moment"
    except OSError as failed:
        return one_line(failed.strerror or str(failed))
    except (FileError, TOMLKitError) as failed:
        return f"it {one_line(str(failed), limit=80)}"
    return ""


def with_theme(text: str, theme: ThemeName) -> str:
    """``text`` with ``theme`` as its theme.

    Raises:
        TOMLKitError: ``text`` is no TOML.
    """
    document = tomlkit.parse(text)
    document["theme"] = str(theme)
    return tomlkit.dumps(document)


def _text(file: Path) -> str:
    if not file.exists() or not file.stat().st_size:
        return ""
    return as_text(load_bytes(str(file), limit=config.CONFIG_LIMIT))
