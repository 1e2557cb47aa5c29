"""Time zones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.campaign import zones
from tui.campaign.kinds.choice import numbered
from tui.campaign.kinds.kind import Editor, FieldKind
from tui.campaign.modes import Api
from tui.campaign.problems import Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


class Zone(FieldKind):
    """The name of an IANA region time zone."""

    def editor(self, draft: "Draft") -> Editor:
        """A search among zones."""
        return Editor.ZONE

    @property
    def room(self) -> int:
        """The longest name of a zone, and a cell for the cursor behind it."""
        return 33

    def offered(self, field: "Field", draft: "Draft") -> tuple[str, ...]:
        """The zones that what was typed can mean."""
        return zones.choices(self.text(field, draft))

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take a zone's name, what can mean only one, or the number of one of those that were said; else as typed."""
        offered = self.offered(field, draft)
        if offered and typed.isdecimal():
            at = int(typed[:4])
            if at not in range(1, len(offered) + 1):
                return f"There is no number {typed[:4]}: {numbered(offered)}."
            zone = offered[at - 1]
        else:
            meant = zones.understand(typed)
            zone = meant.zones[0] if meant.is_sure else typed
        self.take(field, draft, zone)
        if zone != typed:
            return f"Taken as {zone}."
        fitting = zones.choices(typed)
        listed = f"Answer with a number or a name: {numbered(fitting)}." if fitting else ""
        return listed or zones.judge(typed).note

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """No zone, or none of a region."""
        if not value.strip():
            yield error(field.path, "The time zone is missing: whose clock do the hours follow?")
        elif wrong := zones.judge(value).error:
            yield error(field.path, wrong)
