"""Where the campaigns of this run go and how the platform is reached: practice, a profile, or what was typed."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.campaign.modes import Api
from tui.kore.connection import Connection, ConnectionDraft, Host, HostError, wipe

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tui.credentials.places import Places
    from tui.credentials.profile_text import Profiles
    from tui.credentials.profiles import Profile
    from tui.practice.server import PracticePlatform
    from tui.practice.world import PracticeSetup
    from tui.workflow.offers import Offer, OfferedAt, Offers


class Destination(StrEnum):
    """Where campaigns of this run go."""

    NOWHERE = ""
    PRACTICE = "practice"
    PLATFORM = "platform"


PLACE_TITLES = {Destination.PRACTICE: "Practice", Destination.PLATFORM: "Kore.ai"}
"""The places one can choose, as people read them."""
_NOTHING_READ: "Mapping[str, Offer]" = {}
PLACE_HELP = "Practice: all works as in earnest, and nobody is called."


@dataclass(slots=True, eq=False, repr=False)
class Access:
    """The connection in use, and what it can be chosen from.

    ``connection`` is what has been given of it, or comes ``from_environment``; ``practice`` is the platform of this
    run's own, or ``practice_error`` why there is none; ``practice_setup`` says what is to exist there.
    ``profiles`` are those on disk (None until they were read), ``profiles_error`` says why they can't be read,
    ``profile`` is the one that is used. ``said`` tells where its secret came from or why it is not
    there, ``tested`` what the last test of a profile found, by name. ``typing`` tells that a connection is
    typed, ``editing`` which profile that changes. ``places`` hold secrets for this run. ``offers`` are what was read
    of the last place that was asked what exists there.
    """

    place: Destination = Destination.NOWHERE
    connection: ConnectionDraft = field(default_factory=ConnectionDraft)
    practice: "PracticePlatform | None" = None
    practice_setup: "PracticeSetup | None" = None
    practice_error: str = ""
    from_environment: bool = False
    profiles: "Profiles | None" = None
    profiles_error: str = ""
    profile: "Profile | None" = None
    said: str = ""
    tested: dict[str, str] = field(default_factory=dict)
    typing: bool = False
    editing: "Profile | None" = None
    places: "Places | None" = None
    offers: "Offers | None" = None

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

    @property
    def knows_names(self) -> bool:
        """Whether names are known that exist where the campaign goes."""
        return self.practice is not None and self.place is Destination.PRACTICE

    def existing(self, key: str) -> "Collection[str]":
        """All names that exist for the field ``key`` where the campaign goes; none where they are not known."""
        return self.practice.existing(key) if self.practice and self.knows_names else ()

    def offers_here(self) -> "Offers":
        """What was read of where campaigns go; of another place nothing is kept.

        Raises:
            ValueError: the connection is not complete; :meth:`problems` names what is missing.
        """
        from tui.workflow.offers import OfferedAt, Offers  # the network library

        where = OfferedAt.of(self.active_connection(), is_practice=self.place is Destination.PRACTICE)
        if self.offers is None or self.offers.where != where:
            self.offers = Offers(where)
        return self.offers

    @property
    def names_read(self) -> "Mapping[str, Offer]":
        """What was read of where campaigns go, by the keys of the fields; another object once that is other."""
        if self.offers is None or not self._leads_to(self.offers.where):
            return _NOTHING_READ
        return self.offers.by_key

    @property
    def reading(self) -> frozenset[str]:
        """The keys of the fields of which is being read what exists where campaigns go."""
        is_here = self.offers is not None and self._leads_to(self.offers.where)
        return self.offers.reading if self.offers is not None and is_here else frozenset()

    def _leads_to(self, where: "OfferedAt") -> bool:
        """Whether campaigns go there; also once the secret was forgotten, which it takes to read more."""
        if where.is_practice or self.place is not Destination.PLATFORM:
            return where.is_practice and self.knows_names and where.api is self.api
        given = self.connection
        if (given.app_id, given.account_id, self.api) != where[1:4]:
            return False
        try:
            return Host.read(given.host).site == where.site
        except HostError:
            return False

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
        self.profile, self.said = profile, ""
        self.connection = profile.draft()

    def type_connection(self, profile: "Profile | None" = None) -> None:
        """Let a connection be typed for this run, or ``profile`` be changed."""
        self.place, self.from_environment, self.typing = Destination.PLATFORM, False, True
        if profile is not None and profile != self.profile:
            self.connection = profile.draft()
        elif profile is None and (self.profile or self.connection.profile):
            self.connection = ConnectionDraft(api=self.connection.api)
        self.editing, self.profile, self.said = profile, profile, ""

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

    def problems(self) -> list[str]:
        """What keeps the connection from being used, one sentence each."""
        if self.place is Destination.NOWHERE:
            return ["Choose where the campaign goes: practice, or Kore.ai."]
        if self.place is Destination.PRACTICE:
            waiting = [] if self.practice else ["The practice platform is still starting."]
            return [self.practice_error] if self.practice_error else waiting
        return self.connection.problems()

    def oddities(self) -> list[str]:
        """What is odd about the connection that a campaign would really go by, one sentence each."""
        return self.connection.oddities() if self.place is Destination.PLATFORM else []

    def active_connection(self) -> Connection:
        """The connection that a create would use.

        Raises:
            ValueError: it is not complete; :meth:`problems` names what is missing.
        """
        if problems := self.problems():
            raise ValueError(" ".join(problems))
        if self.practice is None or self.place is not Destination.PRACTICE:
            return self.connection.connection()
        account = self.practice.account
        return Connection(
            Host.read(self.practice.url), account.app_id, account.account_id, account.client_id,
            account.client_secret, self.api,
        )  # fmt: skip

    def forget_secrets(self) -> None:
        """Forget every secret of a platform that is in memory."""
        for secret in (self.connection.client_secret, self.connection.ready_token):
            wipe(secret)
        self.connection.client_secret = self.connection.ready_token = None
        if self.places is not None:
            self.places.forget()
