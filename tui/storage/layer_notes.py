"""Notes of what switched off the layer that sends only changed cells; ``doctor`` shows the last note."""

import json
import os
from datetime import datetime
from pathlib import Path

from tui.storage.files import write_private
from tui.storage.folders import state_folder, state_path

_NAME = "unknown-sequence.json"


def keep(sequence: str) -> Path:
    """Write down the control sequence that was not understood, with the terminal and the time.

    Raises:
        OSError: it can't be written.
    """
    note = {
        "sequence": repr(sequence),
        "term": os.environ.get("TERM", ""),
        "at": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    path = state_folder("thin") / _NAME
    write_private(str(path), json.dumps(note), overwrite=True)
    return path


def sentence() -> str:
    """What the last note says, or nothing where there is none."""
    try:
        note = json.loads((state_path() / "thin" / _NAME).read_text(encoding="utf-8"))
        return (
            f"on {note['at']} {note['sequence']} was not understood (TERM={note['term']}) and switched it off"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ""
