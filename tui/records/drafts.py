"""Drafts kept in the state folder, as campaign files that ``--from`` loads again."""

import json
import os
import time
from pathlib import Path

from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.wire import unfinished
from tui.records.files import write_private

APP_NAME = "kore-campaign"


def folder() -> Path:
    """The folder for drafts in the platform's state folder; made private (0700).

    Raises:
        OSError: it can't be made, or belongs to somebody else.
    """
    from platformdirs import user_state_path  # only when something is kept

    path = user_state_path(APP_NAME, appauthor=False) / "drafts"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.is_symlink() or (hasattr(os, "geteuid") and path.stat().st_uid != os.geteuid()):
        raise OSError(f"{path} belongs to somebody else")
    path.chmod(0o700)
    return path


def save(draft: Draft, api: Api, *, began: float) -> Path:
    """Write ``draft`` to the file (0600) of this process's run that ``began`` then, and return its path.

    ``began`` is in seconds since the epoch. The file holds no secret.

    Raises:
        OSError: it could not be written.
    """
    path = folder() / f"draft-{time.strftime('%Y%m%d-%H%M%S', time.localtime(began))}-{os.getpid()}.json"
    write_private(str(path), json.dumps(unfinished(draft, api), indent=2) + "\n", overwrite=True)
    return path
