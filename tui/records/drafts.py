"""Drafts kept in the state folder, as campaign files that ``--from`` loads again."""

import json
import os
import time
from pathlib import Path

from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.wire import unfinished
from tui.records.files import write_private
from tui.records.folders import state_folder


def save(draft: Draft, api: Api, *, began: float) -> Path:
    """Write ``draft`` to the file (0600) of this process's run that ``began`` then, and return its path.

    ``began`` is in seconds since the epoch. The file holds no secret.

    Raises:
        OSError: it could not be written.
    """
    started = time.strftime("%Y%m%d-%H%M%S", time.localtime(began))
    path = state_folder("drafts") / f"draft-{started}-{os.getpid()}.json"
    write_private(str(path), json.dumps(unfinished(draft, api), indent=2) + "\n", overwrite=True)
    return path
