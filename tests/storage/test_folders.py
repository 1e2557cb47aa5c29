"""The program's folders: for their owner alone, whatever the umask."""

import os
import stat
from pathlib import Path

import pytest

from tui.storage import folders


def test_every_folder_made_on_the_way_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "user_config_path", lambda *_, **__: tmp_path / "a" / "b" / "own")
    before = os.umask(0)
    try:
        made = folders.config_folder()
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (made, *made.parents[:2])] == [0o700] * 3
