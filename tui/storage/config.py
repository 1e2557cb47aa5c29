"""The wizard's config file: how it looks, and which keys it has. No command reads it, and it holds no secret."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.base.terminal import ThemeName
from tui.storage.folders import config_path

CONFIG_NAME = "config.toml"
CONFIG_LIMIT = 100_000
"""Bytes; a config file has some 300."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the file sets, None where it does not say. ``lock_after`` is in minutes; ``keys`` go by binding id.

    ``wrong`` has a sentence for each line that was ignored, which begins with its number.
    """

    theme: ThemeName | None = None
    plain: bool | None = None
    mouse: bool | None = None
    lock_after: float | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


def path() -> Path:
    """Where the file is, or would be."""
    return config_path() / CONFIG_NAME


def load() -> Config:
    """What the file sets; nothing where there is none. It never fails: what is wrong is said in the result."""
    if not path().is_file():
        return Config()
    from tui.storage import config_text, files  # most people have no such file

    try:
        return config_text.read(files.as_text(files.load_bytes(str(path()), limit=CONFIG_LIMIT)))
    except files.FileError as failed:
        return Config(wrong=(f"it {failed}.",))
