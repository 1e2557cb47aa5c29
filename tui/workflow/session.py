"""What one run of the wizard knows: the draft, where it goes, what was sent. No screen, no network."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tui.base.text import plural
from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.problems import Problem, is_valid
from tui.kore.connection import Connection, ConnectionDraft, Host, wipe
from tui.kore.verdicts import TIMEOUT, Verdict
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.submissions import Submissions

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.credentials.places import Places
    from tui.credentials.profile_text import Profiles
    from tui.credentials.profiles import Profile
    from tui.kore.outcome import Outcome
    from tui.practice.server import PracticePlatform
    from tui.storage.receipts import Receipt


class Destination(StrEnum):
    """Where campaigns of this run go."""

    NOWHERE = ""
    PRACTICE = "practice"
    PLATFORM = "platform"


PLACE_TITLES = {Destination.PRACTICE: "Practice", Destination.PLATFORM: "Kore.ai"}
"""The places one can choose, as people read them."""
PLACE_HELP = "Practice: all works as in earnest, and nobody is called."


@dataclass(slots=True, eq=False, repr=False)
class Session:
    """The one state that all steps read and write.

    ``campaign`` is being made, ``submissions`` is what was sent. ``notice`` is said on the first screen.
    ``timeout`` is how many seconds the whole exchange of a create may take.

    ``profiles`` are those on disk (None until they were read), ``profiles_error`` says why they can't be read,
    ``profile`` is the one that is used. ``access_said`` tells where its secret came from or why it is not
    there, ``tested`` what the last test of a profile found, by name. ``typing`` tells that a connection is
    typed, ``editing`` which profile that changes. ``places`` hold secrets for this run.
    """

    campaign: CampaignEditor = field(default_factory=CampaignEditor)
    connection: ConnectionDraft = field(default_factory=ConnectionDraft)
    began: float = field(default_factory=time.time)
    place: Destination = Destination.NOWHERE
    practice: "PracticePlatform | None" = None
    practice_error: str = ""
    from_environment: bool = False
    profiles: "Profiles | None" = None
    profiles_error: str = ""
    profile: "Profile | None" = None
    access_said: str = ""
    tested: dict[str, str] = field(default_factory=dict)
    typing: bool = False
    editing: "Profile | None" = None
    places: "Places | None" = None
    notice: str = ""
    timeout: float = TIMEOUT
    submissions: Submissions = field(default_factory=Submissions)

    @property
    def draft(self) -> Draft:
        """What has been typed of the campaign so far."""
        return self.campaign.draft

    @property
    def api(self) -> Api:
        """The version of the API the campaign is made for."""
        return Api(self.connection.api) if self.connection.api in set(Api) else Api.V1

    @property
    def host(self) -> str:
        """Where campaigns go, as screens show it."""
        if self.place is Destination.PRACTICE:
            return self.practice.url.removeprefix("http://") if self.practice else ""
        return self.connection.host if self.place is Destination.PLATFORM else ""

    def known(self, key: str) -> tuple[str, ...]:
        """Names that are known to exist for the field ``key`` where the campaign goes: only practice's are known."""
        return self.practice.known(key) if self.practice and self.place is Destination.PRACTICE else ()

    @property
    def is_production(self) -> bool:
        """Whether campaigns go to a profile that is marked as production."""
        return self.place is Destination.PLATFORM and self.connection.is_production

    @property
    def badge(self) -> str:
        """What every screen says of where campaigns go: PRACTICE, PRODUCTION, or nothing."""
        if self.place is Destination.PRACTICE:
            return "PRACTICE"
        return "PRODUCTION" if self.is_production else ""

    @property
    def tint(self) -> str:
        """The colour of the profile that campaigns go by, or nothing."""
        return self.profile.colour if self.profile and self.place is Destination.PLATFORM else ""

    def use_profile(self, profile: "Profile") -> None:
        """Send campaigns where ``profile`` says; its secret is read later."""
        self.place, self.from_environment = Destination.PLATFORM, False
        self.typing, self.editing = False, None
        self.profile, self.access_said = profile, ""
        self.connection = profile.draft()

    def type_connection(self, profile: "Profile | None" = None) -> None:
        """Let a connection be typed for this run, or ``profile`` be changed."""
        self.place, self.from_environment, self.typing = Destination.PLATFORM, False, True
        if profile is not None and profile != self.profile:
            self.connection = profile.draft()
        elif profile is None and (self.profile or self.connection.profile):
            self.connection = ConnectionDraft(api=self.connection.api)
        self.editing, self.profile, self.access_said = profile, profile, ""

    def stop_using(self, name: str) -> None:
        """The profile ``name`` is gone: nothing may be sent by it any more."""
        if self.connection.profile == name:
            self.connection = ConnectionDraft(api=self.connection.api)
            self.profile, self.editing, self.typing = None, None, False

    def secret_places(self) -> "Places":
        """Where secrets may live, for this run."""
        if self.places is None:
            from tui.credentials.places import Places  # not for the first screen

            self.places = Places()
        return self.places

    def forget_secrets(self) -> None:
        """Forget every secret of a platform that is in memory; a create that is in flight must be done."""
        for secret in (self.connection.client_secret, self.connection.ready_token):
            wipe(secret)
        self.connection.client_secret = self.connection.ready_token = None
        if self.places is not None:
            self.places.forget()
        self.submissions.forget_secrets()

    def give_secret(self, secret: "SecretStr") -> None:
        """Take a secret that was forgotten, also for asking what became of creates that it signed."""
        self.connection.client_secret = secret
        self.submissions.give_secret(self.connection.connection())

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or unwise with the campaign."""
        return self.campaign.problems(self.api)

    def checked(self) -> Checked:
        """The campaign as it stands, with its problems and its JSON."""
        return self.campaign.checked(self.api)

    def connection_problems(self) -> list[str]:
        """What keeps the connection from being used, one sentence each."""
        if self.place is Destination.NOWHERE:
            return ["Choose where the campaign goes: practice, or Kore.ai."]
        if self.place is Destination.PRACTICE:
            waiting = [] if self.practice else ["The practice platform is still starting."]
            return [self.practice_error] if self.practice_error else waiting
        return self.connection.problems()

    def host_warning(self) -> str:
        """What is odd about the host that a campaign would really go to, or nothing."""
        return self.connection.host_warning() if self.place is Destination.PLATFORM else ""

    def verdict(self) -> str:
        """What stops a create and what deserves a look, counted in one sentence."""
        problems = self.problems()
        errors = sum(problem.is_error for problem in problems)
        others = len(problems) - errors + bool(self.host_warning())
        errors += len(self.connection_problems())
        look = f"{plural(others, 'thing')} to look at" if others else "nothing else to look at"
        if errors:
            return f"{plural(errors, 'problem')} {'stops' if errors == 1 else 'stop'} this campaign; {look}."
        return f"Nothing stops this campaign; {look}."

    def document(self) -> Mapping[str, Any]:
        """The campaign as JSON: the exact request where nothing is wrong, else the draft as it stands."""
        return self.checked().document

    def can_send(self) -> bool:
        """Whether nothing stops a create."""
        return not self.connection_problems() and is_valid(self.problems())

    def active_connection(self) -> Connection:
        """The connection that a create would use.

        Raises:
            ValueError: it is not complete; :meth:`connection_problems` names what is missing.
        """
        if problems := self.connection_problems():
            raise ValueError(" ".join(problems))
        if self.practice is None or self.place is not Destination.PRACTICE:
            return self.connection.connection()
        account = self.practice.account
        return Connection(
            Host.read(self.practice.url), account.app_id, account.account_id, account.client_id,
            account.client_secret, self.api,
        )  # fmt: skip

    def leads_to(self, receipt: "Receipt") -> bool:
        """Whether the connection at hand is to the place that ``receipt`` was sent to, by account and app too."""
        if self.connection_problems() or not receipt.content:
            return False
        from tui.workflow.create import new_intent  # loaded by whatever looks there

        is_practice = self.place is Destination.PRACTICE
        here = new_intent(receipt.document, self.active_connection(), practice=is_practice)
        return replace(here, content=receipt.content).is_like(receipt)

    def begin_from(self, receipt: "Receipt") -> None:
        """Begin a new campaign with the content of ``receipt``; what was typed before is replaced."""
        from tui.campaign.parse import parse_campaign  # not for an empty first screen

        found = parse_campaign(receipt.document)
        if self.place is not Destination.PLATFORM:
            self.connection.api = found.api
        self._begin(found.draft)

    def begin_like(self, document: Mapping[str, Any]) -> None:
        """Begin another campaign like ``document``, which was sent; its name goes, unless it was changed since."""
        self.campaign.begin_like(document.get("name"))
        self.submissions.turn_away()

    def begin_empty(self) -> None:
        """Begin a campaign of which nothing is known; what was typed before is replaced."""
        self._begin(Draft())

    def _begin(self, draft: Draft) -> None:
        self.campaign.begin(draft)
        self.submissions.turn_away()

    def sent_before(self, document: Mapping[str, Any]) -> "Outcome | None":
        """What came of an earlier create of the same campaign that arrived, or may have, at the same place.

        The last one; but one of which nobody knows goes before those that were accepted.
        """
        if not self.submissions.all and not self.submissions.earlier:
            return None
        from tui.kore.outcome import Outcome
        from tui.workflow.create import new_intent  # loaded by whatever sent it, or behind the first screen

        is_practice = self.place is Destination.PRACTICE
        wanted = new_intent(document, self.active_connection(), practice=is_practice)
        settled = {each.id for each in self.submissions.earlier}
        found: list[Outcome] = []
        for sending in reversed(self.submissions.all):
            outcome = sending.outcome or Outcome(Verdict.UNKNOWN, "It is on its way.")
            if outcome.verdict not in _ARRIVED or (sending.in_doubt and sending.in_doubt.id in settled):
                continue
            if new_intent(sending.document, sending.connection, practice=sending.practice).is_like(wanted):
                found.append(outcome)
        found += [
            _came_to(each)
            for each in self.submissions.earlier
            if each.is_like(wanted) and _may_be_there(each)
        ]
        return min(found, key=lambda each: each.verdict is not Verdict.UNKNOWN, default=None)


_ARRIVED = frozenset({Verdict.ACCEPTED, Verdict.EXISTS, Verdict.UNKNOWN})


def _may_be_there(receipt: "Receipt") -> bool:
    return receipt.may_exist or (receipt.was_created and bool(receipt.content))


def _came_to(receipt: "Receipt") -> "Outcome":
    from tui.kore.outcome import Outcome

    verdict = Verdict.UNKNOWN if receipt.may_exist else Verdict.ACCEPTED
    said = f"It was sent at {receipt.time[:16].replace('T', ' ')} UTC (receipt {receipt.id})."
    return Outcome(verdict, said, receipt.http_status, receipt.campaign_id)
