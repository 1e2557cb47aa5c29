"""Taking along what is shown: as a file, private, whole and never over another unasked; an id by the clipboard."""

from textual.app import App

from tui.storage.files import write_private


class Saver:
    """Writes files that a person names; a file that is there already is replaced only when asked twice."""

    def __init__(self) -> None:
        self._asked_for = ""

    def save(self, name: str, text: str) -> tuple[str, bool]:
        """Write ``text`` to the file ``name``, and say what came of it; True where it is not saved.

        The disk may be slow: call it in a thread.
        """
        if not name:
            return "Type a name for the file first.", True
        try:
            write_private(name, text, overwrite=self._asked_for == name)
        except FileExistsError:
            self._asked_for = name
            return f"{name} exists. Enter again replaces it; another name keeps it.", True
        except OSError as failed:
            return f"{name} was not saved: {failed.strerror or failed}.", True
        self._asked_for = ""
        return f"Saved as {name}, readable by you alone.", False


def copy_id(app: App[None], campaign_id: str) -> str:
    """Hand an id to the terminal's clipboard (OSC 52), and say so: whether it takes it, no program can know."""
    app.copy_to_clipboard(campaign_id)
    return f"{campaign_id} was offered to the terminal's clipboard. Not every terminal takes it."


def file_name(name: str) -> str:
    """The beginning of a file's name for the campaign ``name``."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in name).lower().split()
    return "-".join(words)[:40] or "campaign"
