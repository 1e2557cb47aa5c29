"""What one run of the wizard knows: the draft, where it goes, what was sent. No screen, no network."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.base.text import plural
from tui.campaign.draft import Draft
from tui.campaign.modes import Api
from tui.kore.connection import Connection, ConnectionDraft
from tui.kore.verdicts import TIMEOUT, Verdict
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.submissions import Submissions

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.campaign.checked import Checked
    from tui.campaign.fields import Field
    from tui.campaign.origin import Origin
    from tui.campaign.problems import Problem
    from tui.kore.outcome import Outcome
    from tui.storage.receipts import Receipt
    from tui.workflow.new_from import Beginning
    from tui.workflow.offers import Offers
    from tui.workflow.submission import Submission


@dataclass(slots=True, eq=False, repr=False)
class Session:
    """The one state that all steps read and write.

    ``campaign`` is being made, ``access`` says where it goes, ``submissions`` what was sent. ``notice`` is said on
    the first screen; the session ``began`` at a time of day, in seconds, and ``timeout`` is how many of them the
    whole exchange of a create may take.
    """

    campaign: CampaignEditor = field(default_factory=CampaignEditor)
    access: Access = field(default_factory=Access)
    began: float = field(default_factory=time.time)
    notice: str = ""
    timeout: float = TIMEOUT
    submissions: Submissions = field(default_factory=Submissions)
    _known: "tuple[tuple[object, ...], tuple[Problem, ...]] | None" = None

    @property
    def draft(self) -> Draft:
        """What has been typed of the campaign so far."""
        return self.campaign.draft

    @property
    def place(self) -> Destination:
        """Where campaigns go."""
        return self.access.place

    @property
    def connection(self) -> ConnectionDraft:
        """What has been given of the connection so far."""
        return self.access.connection

    @property
    def api(self) -> Api:
        """The version of the API the campaign is made for."""
        return self.access.api

    def offers(self) -> "Offers":
        """What was read of what can be picked where campaigns go, with the campaigns that were read for their names.

        Raises:
            ValueError: the connection is not complete.
        """
        offers, listing = self.access.offers_here(), self.submissions.listing
        if listing is not None and listing.listed is not None:
            offers.learn(listing.listed.found, listing.where)
        return offers

    def forget_secrets(self) -> None:
        """Forget every secret of a platform that is in memory; a create that is in flight must be done."""
        self.access.forget_secrets()
        self.submissions.forget_secrets()

    def give_secret(self, secret: "SecretStr") -> None:
        """Take a secret that was forgotten, also for asking what became of creates that it signed."""
        self.access.connection.client_secret = secret
        self.submissions.give_secret(self.access.connection.connection())

    def problems(self) -> "tuple[Problem, ...]":
        """What is wrong or unwise with the campaign, what the platform has refused of it, and what it does not have."""
        checked, last = self.checked(), self._last_judged()
        known_by = (
            checked,
            last and last.outcome,
            self.place,
            self.access.knows_names,
            self.access.names_read,
        )
        if self._known is None or any(
            is_now is not was for is_now, was in zip(known_by, self._known[0], strict=True)
        ):
            found = (*checked.problems, *self._refusals(), *self._not_there())
            self._known = (known_by, found)
        return self._known[1]

    def _not_there(self) -> "list[Problem]":
        """What of the campaign is not on the platform or can't be used there, where anything is known of that."""
        if not (self.access.names_read or self.access.knows_names):
            return []
        from tui.workflow.account_check import findings  # only where names are known

        return findings(self.draft, self.api, self.access.names_read, self.access.existing)

    def show_refusals(self) -> None:
        """Let every step say what the platform has refused, as if one had left those fields."""
        if self._refusals():
            self.campaign.touched |= {
                field.key
                for field in self.draft.type.applying(self.draft.mode, self.api)
                if any(problem.is_refusal for problem in self.problems_of(field))
            }

    def _refusals(self) -> "tuple[Problem, ...]":
        last = self._last_judged()
        if last is None or last.outcome is None or not last.outcome.problems:
            return ()
        from tui.kore.rejections import standing  # loaded by whatever sends

        return standing(last.outcome.problems, last.document, self.document())

    def _last_judged(self) -> "Submission | None":
        """The last create that the platform judged, of those that went where campaigns go now."""
        practice, here = self.place is Destination.PRACTICE, self.connection
        return next(
            (
                each
                for each in reversed(self.submissions.all)
                if each.outcome
                and each.outcome.verdict in _JUDGED
                and each.practice is practice
                and (practice or _whose(each.connection) == _whose(here))
            ),
            None,
        )

    def problems_of(self, field: "Field") -> "list[Problem]":
        """What is wrong or unwise with ``field``, one of those that the campaign has now."""
        return [each for each in self.problems() if field.holds(each.field)]

    def checked(self) -> "Checked":
        """The campaign as it stands, with its problems and its JSON."""
        return self.campaign.checked(self.api)

    def verdict(self) -> str:
        """What stops a create and what deserves a look, counted in one sentence."""
        problems = self.problems()
        errors = sum(problem.is_error for problem in problems)
        refused = sum(problem.mark == "!" for problem in problems) - errors
        others = len(problems) - errors - refused + len(self.access.oddities())
        errors += len(self.access.problems())
        look = f"{plural(others, 'thing')} to look at" if others else "nothing else to look at"
        if errors:
            return f"{plural(errors, 'problem')} {'stops' if errors == 1 else 'stop'} this campaign; {look}."
        if refused:
            return (
                f"Nothing here stops it, but the platform refused it for {plural(refused, 'thing')}; {look}."
            )
        return f"Nothing stops this campaign; {look}."

    def document(self) -> Mapping[str, Any]:
        """The campaign as JSON: the exact request where nothing is wrong, else the draft as it stands."""
        return self.checked().document

    def can_send(self) -> bool:
        """Whether nothing stops a create."""
        return not self.access.problems() and self.checked().is_valid

    def leads_to(self, receipt: "Receipt") -> bool:
        """Whether the connection at hand is to the place that ``receipt`` was sent to, by account and app too."""
        if self.access.problems() or not receipt.content:
            return False
        return replace(self._intent(receipt.document), content=receipt.content).is_like(receipt)

    def begin_from(self, receipt: "Receipt") -> None:
        """Begin a new campaign with the content of ``receipt``; what was typed before is replaced."""
        from tui.workflow.new_from import from_receipt  # not for an empty first screen

        self.begin_with(from_receipt(receipt))

    def begin_with(self, beginning: "Beginning") -> None:
        """Begin a new campaign with what another one has; what was typed before is replaced."""
        if self.place is not Destination.PLATFORM:
            self.access.connection.api = beginning.origin.api
        self.notice = beginning.notice
        self._begin(beginning.draft, beginning.origin)

    def begin_like(self, document: Mapping[str, Any]) -> None:
        """Begin another campaign like ``document``, which was sent; its name goes, unless it was changed since."""
        self.campaign.begin_like(document.get("name"))
        self.submissions.turn_away()

    def begin_empty(self) -> None:
        """Begin a campaign of which nothing is known; what was typed before is replaced."""
        self._begin(Draft())

    def _begin(self, draft: Draft, origin: "Origin | None" = None) -> None:
        self.campaign.begin(draft, origin)
        self.submissions.turn_away()

    def sent_before(self, document: Mapping[str, Any]) -> "Outcome | None":
        """What came of an earlier create of the same campaign that arrived, or may have, at the same place.

        The last one; but one of which nobody knows goes before those that were accepted.
        """
        if not self.submissions.all and not self.submissions.earlier:
            return None
        wanted = self._intent(document)
        settled = {each.id for each in self.submissions.earlier}
        found: list[Outcome] = []
        for sending in reversed(self.submissions.all):
            outcome = sending.outcome or _outcome(Verdict.UNKNOWN, "It is on its way.")
            if outcome.verdict not in _ARRIVED or (sending.in_doubt and sending.in_doubt.id in settled):
                continue
            if _intent(sending.document, sending.connection, sending.practice).is_like(wanted):
                found.append(outcome)
        found += [
            _came_to(each)
            for each in self.submissions.earlier
            if each.is_like(wanted) and _may_be_there(each)
        ]
        return min(found, key=lambda each: each.verdict is not Verdict.UNKNOWN, default=None)

    def _intent(self, document: Mapping[str, Any]) -> "Receipt":
        """What would be noted of ``document`` if it were sent now."""
        return _intent(document, self.access.active_connection(), self.place is Destination.PRACTICE)


_ARRIVED = frozenset({Verdict.ACCEPTED, Verdict.EXISTS, Verdict.UNKNOWN})
_JUDGED = frozenset({Verdict.ACCEPTED, Verdict.EXISTS, Verdict.REFUSED})


def _whose(connection: Connection | ConnectionDraft) -> tuple[str, str]:
    return connection.app_id, connection.account_id


def _intent(document: Mapping[str, Any], connection: Connection, practice: bool) -> "Receipt":
    from tui.workflow.create import new_intent  # loaded by whatever sends, or behind the first screen

    return new_intent(document, connection, practice=practice)


def _may_be_there(receipt: "Receipt") -> bool:
    return receipt.may_exist or (receipt.was_created and bool(receipt.content))


def _came_to(receipt: "Receipt") -> "Outcome":
    verdict = Verdict.UNKNOWN if receipt.may_exist else Verdict.ACCEPTED
    said = f"It was sent at {receipt.time[:16].replace('T', ' ')} UTC (receipt {receipt.id})."
    return _outcome(verdict, said, receipt.http_status, receipt.campaign_id)


def _outcome(
    verdict: Verdict, said: str, status: int | None = None, campaign_id: str | None = None
) -> "Outcome":
    from tui.kore.outcome import Outcome  # loaded by whatever sends

    return Outcome(verdict, said, status, campaign_id)
