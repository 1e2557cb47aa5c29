"""The campaigns of the practice account: made, listed, read, and on their way from Preparing to Ready."""

import threading
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tui.campaign.fields import Api

PREPARING_SECONDS = 6.0
"""How long a new campaign is Preparing; the real platform does not document it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A campaign as it was created, at ``seconds`` of the account's clock.

    One that was there before has a ``status`` of its own, which stays.
    """

    id: str
    api: Api
    sent: Mapping[str, Any]
    created: datetime
    seconds: float
    status: str = ""


def _nothing() -> Sequence[Kept]:
    return ()


class Campaigns:
    """What was created in this account since it began. ``clock`` gives seconds that never go back.

    A list of them shows none that is younger than ``lag`` seconds. ``earlier`` gives the campaigns that were there
    before, the newest first.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        lag: float = 0.0,
        earlier: Callable[[], Sequence[Kept]] = _nothing,
    ) -> None:
        self._clock = clock
        self._lag = lag
        self._earlier = earlier
        self._lock = threading.Lock()
        self._kept: dict[str, Kept] = {}

    def create(self, sent: Mapping[str, Any], api: Api) -> Kept:
        """Keep a campaign; ``sent`` must be a body without violations."""
        campaign_id = f"cd-{str(uuid.uuid4())[1:]}"  # seven digits before the first hyphen, as in the samples
        kept = Kept(campaign_id, api, sent, datetime.now(UTC), self._clock())
        with self._lock:
            self._kept[campaign_id] = kept
        return kept

    def find(self, campaign_id: str) -> Kept | None:
        """The campaign with this id."""
        with self._lock:
            kept = self._kept.get(campaign_id)
        return kept or next((each for each in self._earlier() if each.id == campaign_id), None)

    def newest_first(self) -> list[Kept]:
        """Every campaign that lists show, the newest first."""
        now = self._clock()
        with self._lock:
            made = [each for each in reversed(self._kept.values()) if now - each.seconds >= self._lag]
        return [*made, *self._earlier()]

    def status(self, kept: Kept) -> str:
        """``Preparing``, and ``Ready`` once its time is over; of a campaign that was there before its own."""
        is_over = self._clock() - kept.seconds >= PREPARING_SECONDS
        return kept.status or ("Ready" if is_over else "Preparing")
