"""What was sent: by this run, of which one is looked at, and by the runs before it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.kore.connection import Connection
from tui.kore.verdicts import Verdict

if TYPE_CHECKING:
    from tui.kore.outcome import Outcome
    from tui.storage.receipts import Receipt
    from tui.workflow.looks import Listing
    from tui.workflow.polling import FollowUp
    from tui.workflow.submission import Submission


@dataclass(slots=True, eq=False, repr=False)
class Submissions:
    """The creates of this run and of those before it, and what is asked since.

    ``all`` are those of this run in order, ``current`` is the one whose course the last step shows, ``follow_up``
    what goes on since its outcome. ``listing`` is the platform's list as far as this run knows it. ``earlier`` is
    what runs before this one sent, once it was read; ``doubt_put_off`` says that a person went on although
    something of that is in doubt.
    """

    all: "list[Submission]" = field(default_factory=list)
    current: "Submission | None" = None
    follow_up: "FollowUp | None" = None
    listing: "Listing | None" = None
    earlier: "tuple[Receipt, ...]" = ()
    doubt_put_off: bool = False

    def find_earlier(self) -> None:
        """Read from disk what earlier runs sent: what may exist, and what was created. Takes a moment.

        What was sent for practice is not among it: such a platform ends with its run.
        """
        from tui.storage import intents  # only to look back

        try:
            known, _ = intents.everything(whole=False)
        except OSError:
            return
        self.earlier = tuple(
            each
            for each in known
            if not each.is_practice
            and not intents.is_on_its_way(each)
            and (each.may_exist or each.was_created)
        )

    def unresolved(self) -> "tuple[Receipt, ...]":
        """Creates of earlier runs that may have made a campaign, the newest first; where a start begins."""
        return tuple(each for each in self.earlier if each.may_exist)

    def resolve(self, record_id: str, *, created: bool, campaign_id: str | None = None) -> None:
        """Note what a person found out about one of :meth:`unresolved`, or about an unknown create of this run.

        Raises:
            KeyError: it is open no more.
            OSError: it could not be noted.
        """
        from tui.storage import intents

        known = intents.resolve(record_id, created=created, campaign_id=campaign_id)
        others = tuple(each for each in self.earlier if each.id != record_id)
        self.earlier = (known, *others)

    def is_settled(self, receipt: "Receipt") -> bool:
        """Whether a person has settled ``receipt`` in this run."""
        return any(each.id == receipt.id and each.resolved for each in self.earlier)

    def listing_of(self, connection: Connection) -> "Listing":
        """What this run knows of the list at ``connection``; of another place nothing is kept."""
        from tui.workflow.looks import Listing  # the network library

        where = connection.without_secret()
        if self.listing is None or self.listing.where != where:
            if self.listing is not None:
                self.listing.stop()
            self.listing = Listing(where)
        return self.listing

    def start_follow_up(self, tell: Callable[[], object]) -> None:
        """Begin what follows the outcome of the current create, once for each outcome it has.

        The face's own thread calls it; ``tell`` is called, in another, whenever something is new.
        """
        from tui.workflow import polling  # after a create

        sending = self.current
        if (
            sending is None
            or sending.outcome is None
            or (self.follow_up and self.follow_up.outcome is sending.outcome)
        ):
            return
        if self.follow_up:
            self.follow_up.stop()
        self.follow_up = polling.begin(sending, tell)

    def forget_secrets(self) -> None:
        """Read no list any more, and forget what signed the creates of a platform; one in flight keeps its own."""
        if self.listing is not None:
            self.listing.stop()
        for sending in self.all:
            if not sending.practice:
                sending.forget_secrets()

    def give_secret(self, connection: Connection) -> None:
        """Let what became of creates be asked again over ``connection``, which signed them."""
        for sending in self.all:
            if sending.connection == connection.without_secret():
                sending.connection = connection

    def turn_away(self) -> None:
        """Show no create any more; what was going on after it ends."""
        if self.follow_up:
            self.follow_up.stop()
        self.current = self.follow_up = None

    def stop_following(self) -> bool:
        """Ask no more by itself what became of a create; tells whether anything was still being asked."""
        asking = (self.follow_up.status, self.follow_up.looking) if self.follow_up else ()
        going_on = any(each is not None and each.until is not None for each in asking)
        if self.follow_up:
            self.follow_up.stop()
        return going_on

    def sending_words(self) -> str:
        """What every step says of creates: that one is on its way, or that nobody knows what came of one."""
        if self.in_flight():
            return "SENDING"
        last = self.last_outcome()
        return "UNKNOWN" if last and last.verdict is Verdict.UNKNOWN else ""

    def last_outcome(self) -> "Outcome | None":
        """The outcome of the last create that has one."""
        return next((sending.outcome for sending in reversed(self.all) if sending.outcome), None)

    def in_flight(self) -> "Submission | None":
        """The create whose outcome is not known yet; there is never more than one."""
        return next((sending for sending in self.all if sending.outcome is None), None)
