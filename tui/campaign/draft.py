"""What has been typed of a campaign so far. It may be empty or wrong; it says so, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tui.campaign import fields
from tui.campaign.fields import AMD, FIELDS, HOURS, LISTS, Api, Field, Mode
from tui.campaign.hours import Week
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.hours_text import Reading


@dataclass(slots=True)
class Draft:
    """Everything as the person typed it; attributes are named by :attr:`Field.key`.

    Values of other dialing modes stay when the mode changes: they are only not sent. Each frequency keeps
    its own week. ``hours_text`` is a text of the week that can't be read (yet); None where the week and its
    text agree. ``repaired`` says how the week differs from a file's hours, which were not right, until a
    person edits or keeps it; ``unrepaired`` is the file's own list, which is saved again until then.
    ``detection_kept`` is a file's machine detection ``true`` for a mode that has it off; ``has_schedule`` is
    False for a file without a schedule, which is then sent without one.
    """

    name: str = ""
    description: str = ""
    priority: str = fields.PRIORITY.default
    mode: str = ""
    contact_lists: tuple[str, ...] = ()
    dnc_list: str = fields.DNC.default
    queue: str = ""
    flow: str = ""
    caller_id: str = ""
    order: str = fields.ORDER.default
    attempts: str = fields.ATTEMPTS.default
    retry: str = fields.RETRY.default
    ring: str = fields.RING.default
    skips: str = fields.SKIPS.default
    detection: str = fields.AMD.default
    zone: str = ""
    frequency: str = fields.FREQUENCY.default
    weeks: dict[str, Week] = field(default_factory=dict)
    hours_text: str | None = None
    repaired: tuple[str, ...] = ()
    unrepaired: list[Any] = field(default_factory=list)
    detection_kept: bool = False
    has_schedule: bool = True

    @property
    def week(self) -> Week:
        """The calling hours of the frequency that is chosen."""
        return self.weeks.get(self.frequency, Week())

    @week.setter
    def week(self, week: Week) -> None:
        self.weeks[self.frequency] = week
        self.hours_text = None
        self.repaired = ()
        self.unrepaired = []

    def choose_frequency(self, frequency: str, day: int = 0) -> bool:
        """Change the frequency; tell whether its week was made now, from the week that was shown.

        Each frequency keeps its own week. The first change copies: DAILY takes ``day`` for all seven days.
        """
        shown, first = self.week, frequency not in self.weeks
        self.frequency = frequency
        if first and shown:
            self.weeks[frequency] = Week((shown.days[day],) * 7) if frequency == "DAILY" else shown
        return first and bool(shown)

    def type_hours(self, text: str) -> "Reading":
        """Take the week as text. What can't be read is kept as it was typed, and the week stays."""
        from tui.campaign import hours_text  # 3 ms that the first screen need not wait for

        reading = hours_text.read(text)
        if reading.week is None:
            self.hours_text = text
        else:
            self.week = reading.week
        return reading

    def problems(self, api: Api) -> list[Problem]:
        """Everything wrong or unwise with this draft under ``api``, in the order of the fields."""
        return [
            problem
            for each in FIELDS
            if each.applies(self.mode, api)
            for problem in self.problems_of(each, api)
        ]

    def problems_of(self, each: Field, api: Api) -> list[Problem]:
        """What is wrong or unwise with one field, which must apply to this draft's mode."""
        from tui.campaign.check import typed_problems, value_problems  # not for an empty first screen

        if each is HOURS:
            return list(self._hours_problems())
        if each is LISTS:
            return value_problems(LISTS, self.contact_lists)
        if each is AMD and self.mode in fields.WITH_AGENTS:
            return [warning(AMD.path, detection_is_off(self.mode))] if self.detection_kept else []
        return typed_problems(each, getattr(self, each.key), api=api)

    def _hours_problems(self) -> Iterator[Problem]:
        from tui.campaign import hours_text
        from tui.campaign.check import value_problems, week_problems

        if self.hours_text is not None:
            mistake = hours_text.read(self.hours_text).mistake
            yield error(HOURS.path, str(mistake) if mistake else "The text of the week was not taken over.")
            return
        if self.repaired:
            more = f" And {len(self.repaired) - 1} more." if len(self.repaired) > 1 else ""
            yield error(HOURS.path, f"The file's hours are shown repaired: {self.repaired[0]}{more} "
                        "K on the grid keeps that; so does any edit.")  # fmt: skip
        yield from value_problems(HOURS, self.week)
        yield from week_problems(self.frequency, self.week, HOURS.path)


def detection_is_off(mode: str) -> str:
    """Why a kept machine detection does nothing: the one sentence for screens and checks."""
    return f"The platform switches machine detection off for {Mode(mode)}; sent as the file has it: true."


def fixed_detection(draft: Draft) -> tuple[str, str]:
    """Machine detection of a mode that has it off: what is sent, and why it can't be chosen."""
    sent = "on, as in the file" if draft.detection_kept else "off"
    return sent, f"The platform has it off for {draft.mode}; sent as {str(draft.detection_kept).lower()}."
