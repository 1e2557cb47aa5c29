"""An app whose work is kept: saved by itself while one types, and when it is stopped, told to end or fails."""

import contextlib
import os
import threading
from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Event, Key, MouseEvent, Paste
from textual.timer import Timer

from tui.screen.runtime.key_queue import OrderedKeysApp
from tui.workflow.autosave import Autosave

_KEEP_SECONDS = 0.5
"""After a change; with the write itself, less than a second is ever missing."""
_NO_JOBS = "There is no shell here that could bring the wizard back: it stays."


class KeptApp(OrderedKeysApp):
    """Looks half a second after whatever a person did for something to save, and is silent otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "pause", show=False, id="app.pause", priority=True),
        Binding("ctrl+l", "repaint", show=False, id="app.repaint", priority=True),
    ]

    def __init__(self, keeper: Autosave) -> None:
        super().__init__()
        self.keeper = keeper
        self.animation_level = "none"
        self._keep_timer: Timer | None = None
        self._writing: threading.Thread | None = None

    # --- what the wizard tells

    def where(self) -> tuple[str, str]:
        """The step one is at, and the key of the field."""
        return "", ""

    def keeping_told(self, trouble: str) -> None:
        """Say at once why the draft could not be saved; empty: it is saved again."""
        if trouble:
            self.tell(f"The draft can't be saved: {trouble}. What you type is only in memory.", error=True)
        else:
            self.tell("The draft is saved again.")

    def tell(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence."""

    # --- saving

    async def on_event(self, event: Event) -> None:
        """Whatever a person does may change something."""
        if isinstance(event, Key | Paste | MouseEvent):
            self.keep_soon()
        await super().on_event(event)

    def keep_soon(self) -> None:
        """Save in a moment, once."""
        if self._keep_timer is None and self._running:
            self._keep_timer = self.set_timer(_KEEP_SECONDS, self._keep)

    def _keep(self) -> None:
        """Take what there is, and write it in a thread: the disk may be slow."""
        self._keep_timer = None
        if self._writing is not None:
            self.keep_soon()
            return
        self.keeper.at = self.where()
        taken = self.keeper.take()
        if taken is not None:
            self._writing = threading.Thread(target=self._write, args=(taken,), daemon=True, name="keep")
            self._writing.start()

    def _write(self, taken: "tuple[int, object]") -> None:
        before = self.keeper.trouble
        self.keeper.write(taken)  # type: ignore[arg-type]
        self._writing = None
        if self.keeper.trouble != before:
            self.call_from_outside(self.keeping_told, self.keeper.trouble)

    def call_from_outside(self, function: Callable[..., object], *arguments: object) -> None:
        """Call something in a while, from another thread, without waiting; the app may be gone already."""
        with contextlib.suppress(RuntimeError):
            self.call_later(function, *arguments)

    def save_now(self) -> None:
        """Save at once and synchronously, from wherever one is; a signal handler is fine."""
        self.keeper.at = self.where()
        self.keeper.save()

    # --- stopping and going on

    def on_mount(self) -> None:
        """After a stop, draw everything again: whatever was there is gone."""
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.action_repaint))

    def action_pause(self) -> None:
        """Stop as Ctrl+Z stops any program, where a shell can go on with it."""
        if os.getpgrp() == os.getsid(0):
            self.tell(_NO_JOBS)
            return
        self.save_now()
        self.action_suspend_process()

    def action_repaint(self) -> None:
        """Draw the whole screen again."""
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def leave_from_signal(self, code: int) -> bool:
        """Leave from a signal handler, which may interrupt anything; False where nothing runs yet."""
        if self._loop is None or not self._running:
            return False
        self._loop.call_soon_threadsafe(lambda: self.exit(return_code=code))
        return True

    def ask_from_signal(self) -> None:
        """Ask whether to leave, from a signal handler."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(lambda: self.call_later(self.run_action, "app.ask_leave"))

    # --- ended by accident

    def _fatal_error(self) -> None:
        """Leave without showing a traceback: its local variables could hold a secret.

        The toolkit's own shows them. Private API of the toolkit, kept right by a test.
        """
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:  # noqa: ARG002
        """Leave without showing what an error has to say of itself, for the same reason."""
        self._fatal_error()

    @property
    def failure(self) -> BaseException | None:
        """What ended the wizard by accident, or None."""
        return self._exception
