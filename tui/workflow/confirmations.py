"""Everything that must be typed before a create, and why. Pure.

The Submit step, ``submit`` and the plain mode all read it here: none of them asks for more.
"""

from dataclasses import dataclass
from enum import StrEnum

from tui.campaign.hours import Week, duration, nights
from tui.campaign.kinds.week import night_words
from tui.kore.connection import Connection
from tui.kore.verdicts import Verdict


class Reason(StrEnum):
    """What must be confirmed; ``ACCEPTED`` by no word: it is the part of ``AGAIN`` that ``submit --again`` allows."""

    NIGHT = "night"
    PRODUCTION = "production"
    AGAIN = "again"
    ACCEPTED = "accepted"
    UNNOTED = "unnoted"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """``word`` must be typed before the create, because of ``why``, a sentence that is not inert."""

    key: Reason
    word: str
    why: str

    def is_met_by(self, typed: str) -> bool:
        """Whether ``typed`` is the word; case does not matter, and neither does white space at the ends."""
        return typed.strip().casefold() == self.word.casefold()


def confirmations(
    week: Week,
    connection: Connection,
    *,
    before: Verdict | None = None,
    unnoted: str = "",
) -> tuple[Confirmation, ...]:
    """What must be typed before a campaign with the calling hours ``week`` is created over ``connection``.

    ``before`` is what came of an earlier create of the same content at the same place, None where there was
    none that may exist; ``unnoted`` is why the note of the create can't be kept on disk, empty where it can.
    """
    found: list[Confirmation] = []
    if night := nights(week):
        found.append(
            Confirmation(
                Reason.NIGHT, "NIGHT", f"{night_words(night)} That is {duration(night.total())} a week."
            )
        )
    if connection.is_production:
        why = f"This is production, {connection.host.address}: real people are called."
        found.append(Confirmation(Reason.PRODUCTION, connection.profile or connection.host.name, why))
    if before is not None:
        known = "was accepted before" if before is Verdict.ACCEPTED else "may exist already"
        found.append(Confirmation(Reason.AGAIN, "send again", f"A campaign of the same content {known}."))
    if unnoted:
        why = f"{unnoted} If the program dies while it sends, nobody will know that it sent."
        found.append(Confirmation(Reason.UNNOTED, "send unnoted", why))
    return tuple(found)
