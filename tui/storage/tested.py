"""When the connection of a profile was tested last, and whether it worked: a small note a profile, without a secret."""

import json
import time
from dataclasses import asdict, dataclass

from tui.storage.files import write_private
from tui.storage.folders import state_folder, state_path

_FOLDER = "tested"


@dataclass(frozen=True, slots=True)
class TestNote:
    """A test ``at`` (seconds since the epoch) of the ids at ``host``, a URL,, and whether it was ``connected``."""

    __test__ = False
    host: str
    app_id: str
    account_id: str
    client_id: str
    connected: bool
    at: float

    def is_of(self, host: str, app_id: str, account_id: str, client_id: str) -> bool:
        """Whether it tested these: a profile may have been changed since."""
        own = (self.host, self.app_id, self.account_id, self.client_id)
        return own == (host, app_id, account_id, client_id)


def note(profile: str, ids: tuple[str, str, str, str], *, connected: bool) -> None:
    """Write down that ``profile``, with its host, app, account and client, was tested just now.

    Raises:
        OSError: it can't be written.
    """
    text = json.dumps(asdict(TestNote(*ids, connected, time.time())))
    write_private(str(state_folder(_FOLDER) / f"{profile}.json"), text, overwrite=True)


def last(profile: str) -> TestNote | None:
    """The last test of ``profile``, or None where there is none that can be read."""
    try:
        found = TestNote(**json.loads((state_path() / _FOLDER / f"{profile}.json").read_bytes()))
        return found if found.at + 0.0 and isinstance(found.connected, bool) else None
    except (OSError, ValueError, TypeError):
        return None
