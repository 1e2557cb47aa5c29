"""Keys typed ahead arrive in order: each is dealt with completely before the next one is looked at.

The toolkit hands a key to whatever has the focus at that moment, while an earlier Tab or step change is
still on its way through the message queues. On a slow line, where several keys arrive at once, text then
ends up in the field before.
"""

import time
from collections import deque

from textual.events import Event, Key, Paste
from textual.message import Message
from textual.widget import Widget

from tui.cursor import CursorApp

_ROUNDS = 2
"""How often a message must make the whole way up: a key may post a message, and that one move the focus."""
_LOST_SECONDS = 0.3
"""A message that was on its way through a widget that is gone never arrives."""
_SLOW_SECONDS = 5.0
"""How long a busy machine may take over one key while the widget it went to is there: typed text, and a
pasted secret above all, must not end up in another field because the machine was slow."""


class OrderedKeysApp(CursorApp):
    """An app that takes one key after the other."""

    class Settled(Message):
        """Posted behind a key, to arrive where the key has been before it."""

        def __init__(self, rounds: int) -> None:
            super().__init__()
            self.rounds = rounds

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: deque[Event] = deque()
        self._settling_since = 0.0
        self._settling_on: Widget | None = None
        self._holding = False

    def hold_keys(self) -> None:
        """Keep keys until :meth:`release_keys`: what they are for is not on the screen yet."""
        self._holding = True

    def release_keys(self) -> None:
        """Go on with the keys that were kept, once what was asked for before this is done.

        A focus that was asked for waits in the app's queue, and a key may stand in front of it.
        """
        self.call_later(self._go_on)

    async def _go_on(self) -> None:
        self._holding = False
        self._settling_since = 0.0
        await self._next_key()

    @property
    def is_settled(self) -> bool:
        """Whether every key that came is done with."""
        return not (self._typed_ahead or self._is_settling() or self._holding)

    async def on_event(self, event: Event) -> None:
        """Queue keys and pastes from the terminal; everything else goes its usual way."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed_ahead.append(event)
        await self._next_key()

    async def _next_key(self) -> None:
        while self._typed_ahead and not self._holding:
            if self._is_settling():
                self.set_timer(_LOST_SECONDS, self._next_key)
                return
            event = self._typed_ahead.popleft()
            if isinstance(event, Key):
                self.before_key(event)
            if self.takes(event):
                self._settling_since = time.monotonic()
                await super().on_event(event)
                self._follow(_ROUNDS)
                return
            self._settling_since = 0.0

    def _is_settling(self) -> bool:
        return bool(self._settling_since) and time.monotonic() - self._settling_since < self._patience()

    def _patience(self) -> float:
        """Seconds to wait for the key before: long while what it went to can still answer."""
        there = (
            self._settling_on is not None and self._settling_on.is_attached and self._settling_on.is_running
        )
        return _SLOW_SECONDS if there else _LOST_SECONDS

    def takes(self, event: Event) -> bool:  # noqa: ARG002
        """Whether a key or a paste is to reach what has the focus; otherwise it is dropped."""
        return True

    def before_key(self, key: Key) -> None:
        """Hear of each key before anything is done with it."""

    def _follow(self, rounds: int) -> None:
        if not self._holding:
            self._settling_on = self.focused or self.screen
            self._settling_on.post_message(self.Settled(rounds))

    async def on_ordered_keys_app_settled(self, message: Settled) -> None:
        """A key is done with, or has one more way to go."""
        if self._holding:
            return
        if message.rounds:
            self._follow(message.rounds - 1)
            return
        self._settling_since = 0.0
        await self._next_key()
