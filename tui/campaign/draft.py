"""What has been typed of a campaign so far. It may be empty or wrong; it says so, field by field."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tui.campaign.hours import DAY_NAMES, DAYS, Unsettled, Week
from tui.campaign.modes import VOICE_NAME, Api

if TYPE_CHECKING:
    from tui.campaign.fields import CampaignType, Field
    from tui.campaign.hours_text import Mistake, Reading
    from tui.campaign.leftovers import Leftover
    from tui.campaign.problems import Problem


@dataclass(slots=True)
class Draft:
    """Everything as the person typed it; attributes are named by :attr:`Field.key`.

    Values of other dialing modes stay when the mode changes: they are only not sent. Each frequency keeps
    its own week, and what of that is not settled. ``hours_text`` is a text of the week that can't be read (yet);
    None where the week and its text agree. ``repaired`` says how the week differs from a file's hours, which were
    not right, until a person edits or keeps it; ``unrepaired`` is the file's own list, which is saved again until
    then. ``unsettled`` holds the same of the other frequencies' weeks. ``edited`` is the frequency whose week was
    edited last, ``copied`` the one whose week is a copy that nobody has edited yet; empty where there is none.
    ``detection_kept`` is a file's machine detection ``true`` for a mode that has it off; ``has_schedule`` is
    False for a file without a schedule, which is then sent without one. ``campaign_type`` is the name of its type.
    ``leftovers`` are a file's errors that none of these values shows.
    """

    name: str = ""
    description: str = ""
    priority: str = "5"
    mode: str = ""
    contact_lists: tuple[str, ...] = ()
    dnc_list: str = "Default Global DNC"
    queue: str = ""
    flow: str = ""
    caller_id: str = ""
    order: str = "FIFO"
    attempts: str = "3"
    retry: str = "10"
    ring: str = "30"
    skips: str = "1"
    detection: str = "no"
    zone: str = ""
    frequency: str = "WEEKLY"
    weeks: dict[str, Week] = field(default_factory=dict)
    hours_text: str | None = None
    repaired: tuple[str, ...] = ()
    unrepaired: list[Any] = field(default_factory=list)
    unsettled: dict[str, Unsettled] = field(default_factory=dict)
    edited: str = ""
    copied: str = ""
    detection_kept: bool = False
    has_schedule: bool = True
    campaign_type: str = VOICE_NAME
    leftovers: "list[Leftover]" = field(default_factory=list)

    @property
    def type(self) -> "CampaignType":
        """The type of the campaign, which says which fields it has."""
        from tui.campaign.fields import (
            TYPES,  # the kinds of fields: 10 ms that the first screen need not wait for
        )

        return TYPES[self.campaign_type]

    @property
    def week(self) -> Week:
        """The calling hours of the frequency that is chosen."""
        return self.weeks.get(self.frequency, Week())

    @week.setter
    def week(self, week: Week) -> None:
        self.put_hours(week, Unsettled())

    @property
    def unsettled_here(self) -> Unsettled:
        """What is not settled of the week of the frequency that is chosen."""
        return Unsettled(self.hours_text, self.repaired, self.unrepaired)

    def put_hours(self, week: Week, unsettled: Unsettled) -> None:
        """Make ``week`` that of the frequency that is chosen, as an edit."""
        self.weeks[self.frequency] = week
        self._put_unsettled(unsettled)
        self.edited, self.copied = self.frequency, ""

    def _put_unsettled(self, unsettled: Unsettled) -> None:
        self.hours_text, self.repaired = unsettled.text, unsettled.repaired
        self.unrepaired = unsettled.listed

    def choose_frequency(self, frequency: str, day: int = 0) -> str:
        """Change the frequency; return a sentence about its week, or nothing where there is none.

        One that has no week of its own shows a copy of the one that was edited last: DAILY takes ``day`` for all
        seven days, or the first one with hours where that has none. A copy that nobody edited goes again.
        """
        if frequency == self.frequency:
            return ""
        if self.edited not in self.weeks and self.frequency in self.weeks:
            self.edited = self.frequency
        source = self.edited
        if not self.unsettled_here.is_settled:
            self.unsettled[self.frequency] = self.unsettled_here
        found, unsettled = self.weeks.get(source, Week()), self.unsettled.get(source, Unsettled())
        if self.copied:
            self.weeks.pop(self.copied, None)
            self.unsettled.pop(self.copied, None)
        self.frequency, self.copied = frequency, ""
        self._put_unsettled(self.unsettled.pop(frequency, Unsettled()))
        if frequency in self.weeks:
            return self._said_of_week("its own week is shown")
        if not found:
            return ""
        whose = f"the week of {source} was copied"
        if frequency == "DAILY":
            day = day if found.days[day] else next(each for each in DAYS if found.days[each])
            found = Week((found.days[day],) * 7)
            whose = f"{DAY_NAMES[day]} of {source} was copied to all seven days"
        self.weeks[frequency], self.copied = found, frequency
        self._put_unsettled(Unsettled(None, unsettled.repaired, unsettled.listed))
        return self._said_of_week(whose)

    def _said_of_week(self, whose: str) -> str:
        return f"{self.frequency}: {whose}, {self.text_of_week or 'closed all week'}."

    @property
    def is_daily(self) -> bool:
        """Whether one day's windows are those of all seven."""
        return self.frequency == "DAILY"

    @property
    def is_repair(self) -> bool:
        """Whether a file's hours are shown repaired, and nobody has edited or kept them."""
        return bool(self.repaired) and self.hours_text is None

    @property
    def text_of_week(self) -> str:
        """The canonical text of the week."""
        from tui.campaign.hours_text import text_of  # 3 ms that the first screen need not wait for

        return text_of(self.week)

    @property
    def shown_hours(self) -> str:
        """The hours as text: what was typed last where it can't be read, else the week."""
        return self.text_of_week if self.hours_text is None else self.hours_text

    @property
    def mistake(self) -> "Mistake | None":
        """Why the text of the week can't be read; None where it can."""
        return self.read_hours(self.hours_text).mistake if self.hours_text is not None else None

    def read_hours(self, text: str) -> "Reading":
        """What ``text`` says as a week of the frequency that is chosen."""
        from tui.campaign import hours_text  # 3 ms that the first screen need not wait for

        return hours_text.read(text, is_daily=self.is_daily)

    def type_hours(self, text: str) -> "Reading":
        """Take the week as text. What can't be read is kept as it was typed, and the week stays."""
        reading = self.read_hours(text)
        if reading.week is None:
            self.hours_text, self.copied = text, ""
        else:
            self.week = reading.week
        return reading

    def offered_hours(self) -> dict[str, str]:
        """The readings of the text that can't be read, each with the text that takes it; empty without any."""
        mistake = self.mistake
        if mistake is None or self.hours_text is None:
            return {}
        return dict(zip(mistake.readings, mistake.corrected(self.hours_text), strict=True))

    def problems(self, api: Api) -> "list[Problem]":
        """Everything wrong or unwise with this draft under ``api``, in the order of the fields."""
        found = [
            problem for each in self.type.applying(self.mode, api) for problem in self.problems_of(each, api)
        ]
        if not self.leftovers:
            return found
        from tui.campaign.leftovers import standing  # most drafts come from no file

        return [*(each.problem for each in standing(self, api)), *found]

    def problems_of(self, each: "Field", api: Api) -> "list[Problem]":
        """What is wrong or unwise with one field, which must apply to this draft's mode."""
        return each.kind.problems(each, self, api)
