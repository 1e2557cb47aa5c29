"""Taking along what is shown as a file: private, whole and never over another unasked."""

from pathlib import Path

from tui.base.text import one_line
from tui.storage.files import write_private


class Saver:
    """Writes files that a person names; a file that is there already is replaced only when asked twice.

    ``again`` says how a person asks a second time.
    """

    def __init__(self, again: str = "Enter again replaces it; another name keeps it.") -> None:
        self._again = again
        self._asked_for = ""

    def save(self, name: str, text: str, proposed: str) -> tuple[str, bool]:
        """Write ``text`` to the file ``name`` and say what came of it, by its whole path; True where it is not saved.

        ``proposed`` is the name for a person who gives only a folder. The disk may be slow: call it in a thread.
        """
        if not name:
            return "Type a name for the file first.", True
        try:
            path = Path(name).expanduser().absolute()
            shown = one_line(str(path))
            if name.endswith(("/", "\\")) or path.is_dir():
                return f"{shown} is a folder: add a file's name, such as /{proposed}.", True
            if not path.parent.is_dir():
                return f"{shown} was not saved: there is no folder {one_line(str(path.parent))}.", True
            write_private(str(path), text, overwrite=self._asked_for == name)
        except FileExistsError:
            self._asked_for = name
            return f"{shown} exists. {self._again}", True
        except (OSError, RuntimeError, ValueError) as failed:  # no home; a name that no file can have
            return (
                f"{one_line(name)} was not saved: {getattr(failed, 'strerror', None) or one_line(str(failed))}.",
                True,
            )
        self._asked_for = ""
        return f"Saved as {shown}, readable by you alone.", False


def file_name(name: str) -> str:
    """The beginning of a file's name for the campaign ``name``."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in name).lower().split()
    return "-".join(words)[:40] or "campaign"
