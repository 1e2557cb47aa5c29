"""Answering-machine detection, which v1 knows as on and off, and which modes with agents have off."""

from typing import TYPE_CHECKING, Any

from tui.campaign.json_values import as_typed, describe, in_one_form
from tui.campaign.kinds.choice import Choice
from tui.campaign.kinds.kind import Editor
from tui.campaign.modes import WITH_AGENTS, Api, Mode
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field

OFF, DETECT, DISCONNECT = "no", "detect", "disconnect"
SENTENCES = {
    OFF: "Answering machines are not detected.",
    DETECT: "Answering machines are detected.",
    DISCONNECT: "Calls that reach an answering machine are ended.",
}


class Detection(Choice):
    """Nothing, detect or disconnect; of a mode with agents only what a file has is kept, on or off."""

    def editor(self, draft: "Draft") -> Editor:
        """A choice, where there is one."""
        return Editor.FIXED if draft.mode in WITH_AGENTS else Editor.CHOICE

    def choices(self, api: Api) -> tuple[str, ...]:
        """The values; v1 can't disconnect."""
        return self.values if api is Api.V2 else (OFF, DETECT)

    def text(self, field: "Field", draft: "Draft") -> str:
        """The choice; of a mode that has it off, what is sent."""
        if draft.mode not in WITH_AGENTS:
            return super().text(field, draft)
        return "on, as in the file" if draft.detection_kept else "off"

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take the choice, where there is one."""
        return "" if draft.mode in WITH_AGENTS else super().answer(field, draft, typed, api)

    def help(self, field: "Field", draft: "Draft") -> str:
        """The help; of a mode that has it off, why it can't be chosen."""
        if draft.mode not in WITH_AGENTS:
            return super().help(field, draft)
        return f"The platform has it off for {draft.mode}; sent as {str(draft.detection_kept).lower()}."

    def question(self, said: str, draft: "Draft", api: Api) -> str:
        """The values, where there is a choice."""
        return said if draft.mode in WITH_AGENTS else super().question(said, draft, api)

    def problems(self, field: "Field", draft: "Draft", api: Api) -> list[Problem]:
        """What is wrong with the choice, or that what a file has does nothing."""
        if draft.mode not in WITH_AGENTS:
            return super().problems(field, draft, api)
        return _kept(field, draft)

    def value(self, field: "Field", draft: "Draft") -> Any:
        """The choice; of a mode that has it off, what a file has."""
        if draft.mode not in WITH_AGENTS:
            return super().value(field, draft)
        return DETECT if draft.detection_kept else OFF

    def load(self, field: "Field", value: Any, draft: "Draft", api: Api) -> list[Problem]:
        """Take words and true or false over; which of them is right, the version says."""
        if isinstance(value, bool):
            draft.detection = DETECT if value else OFF
            draft.detection_kept = value and draft.mode in WITH_AGENTS
        else:
            setattr(draft, field.key, as_typed(value))
        if api is Api.V1:
            if isinstance(value, bool):
                return _kept(field, draft)
            wanted = "true or false under v1"
        elif isinstance(value, str):
            return self.judge(field, value, api)
        else:
            values = ", ".join(f'"{each}"' for each in self.values)
            wanted = f"one of {values} under v2"
        return [error(field.path, f"{field.title} must be {wanted}, not {describe(value)}.")]

    def write(self, value: str, api: Api) -> Any:
        """The word, or under v1 whether it is on."""
        return value if api is Api.V2 else value == DETECT

    def write_typed(self, field: "Field", draft: "Draft", api: Api) -> Any:
        """What is chosen, in a mode that has it; the word also under v1 where that can't say it."""
        if not field.applies(draft.mode, api):
            return None
        if api is Api.V2 or draft.detection == DISCONNECT:
            return draft.detection
        if draft.mode not in WITH_AGENTS and draft.detection not in self.choices(api):
            return draft.detection or None
        return self.write(self.value(field, draft), api)

    def matches(self, sent: Any, came: Any) -> bool | None:
        """v2 echoes its words as ``true`` or ``false``: ``true`` does not tell ``detect`` from ``disconnect``."""
        if isinstance(sent, bool) == isinstance(came, bool) or sent not in self.values:
            return in_one_form(sent) == in_one_form(came)
        if came is not (sent != OFF):
            return False if isinstance(came, bool) else None
        return True if sent == OFF else None


def _kept(field: "Field", draft: "Draft") -> list[Problem]:
    if not draft.detection_kept:
        return []
    mode = Mode(draft.mode)
    return [
        warning(
            field.path,
            f"The platform switches machine detection off for {mode}; sent as the file has it: true.",
        )
    ]
