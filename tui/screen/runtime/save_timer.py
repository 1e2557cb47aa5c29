"""Saves by itself while one works: half a second after what a person did, in a thread, and silent otherwise."""

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.timer import Timer

from tui.workflow.autosave import Autosave

if TYPE_CHECKING:
    from tui.storage.draft_text import Content

_SAVE_SECONDS = 0.5
"""After a change; with the write itself, less than a second is ever missing."""
_AGAIN_SECONDS = 5.0
"""After a write that failed: the disk may have room again, and nobody need press a key for that."""


class SaveTimer:
    """Drives ``autosave`` from ``app``.

    ``where`` gives the step one is at and the key of the field; ``trouble_changed`` hears, on the app's side, why
    the draft can't be saved, or an empty text once it can again.
    """

    def __init__(
        self,
        app: App[None],
        autosave: Autosave,
        *,
        where: Callable[[], tuple[str, str]],
        trouble_changed: Callable[[str], None],
    ) -> None:
        self._app = app
        self._autosave = autosave
        self._where = where
        self._trouble_changed = trouble_changed
        self._timer: Timer | None = None
        self._is_again = False
        self._writing: threading.Thread | None = None

    def soon(self) -> None:
        """Save in a moment, once."""
        if self._app.is_running and (self._timer is None or self._is_again):
            if self._timer is not None:
                self._timer.stop()
            self._timer, self._is_again = self._app.set_timer(_SAVE_SECONDS, self._save), False

    def now(self) -> None:
        """Save at once and synchronously, from wherever one is; a signal handler is fine."""
        self._autosave.at = self._where()
        self._autosave.save()

    def _save(self) -> None:
        """Take what there is, and write it in a thread: the disk may be slow."""
        self._timer = None
        if self._writing is not None:
            self.soon()
            return
        self._autosave.at = self._where()
        taken = self._autosave.take()
        if taken is not None:
            self._writing = threading.Thread(target=self._write, args=(taken,), daemon=True, name="keep")
            self._writing.start()

    def _write(self, taken: "tuple[int, Content]") -> None:
        before = self._autosave.trouble
        self._autosave.write(taken)
        self._writing = None
        with contextlib.suppress(RuntimeError):  # the app may be gone already
            if (trouble := self._autosave.trouble) != before:
                self._app.call_later(self._trouble_changed, trouble)
            if trouble:
                self._app.call_later(self._try_again)

    def _try_again(self) -> None:
        if self._timer is None and self._app.is_running:
            self._timer, self._is_again = self._app.set_timer(_AGAIN_SECONDS, self._save), True


def not_saved(trouble: str) -> str:
    """What is said while ``trouble`` keeps the draft from being saved."""
    return f"NOT SAVED: {trouble}. What you type is only in memory."
