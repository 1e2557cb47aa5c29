"""What every kind of field knows, and what most kinds do."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, ClassVar

from tui.campaign.json_values import as_typed, describe, in_one_form, shown
from tui.campaign.modes import Api, Mode
from tui.campaign.problems import Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


class Editor(Enum):
    """What a value is given with. The screen and the plain questions have one of each."""

    TEXT = auto()
    NUMBER = auto()
    CHOICE = auto()
    NAMES = auto()
    ZONE = auto()
    HOURS = auto()
    FIXED = auto()


class FieldKind(ABC):
    """What the values of a field are: typed as text, kept in a draft as text, one string in JSON.

    Every method is about ``field``, which has this kind, in ``draft``, under the version ``api``. ``type`` is the
    type of a value in a valid campaign.
    """

    type: ClassVar[Any] = str

    # --- typed

    def editor(self, draft: "Draft") -> Editor:
        """What the value is given with."""
        return Editor.TEXT

    @property
    def limits(self) -> tuple[int, int | None]:
        """The lowest and the highest number; no highest where that is None."""
        return 0, None

    def choices(self, api: Api) -> tuple[str, ...]:
        """The values there are to choose from; none where anything can be typed."""
        return ()

    def titles(self, api: Api) -> tuple[str, ...]:
        """What those values are called where they are shown."""
        return self.choices(api)

    def offered(self, field: "Field", draft: "Draft") -> tuple[str, ...]:
        """What fits what stands in the editor, for an answer by number; none for a kind that searches nothing."""
        return ()

    def text(self, field: "Field", draft: "Draft") -> str:
        """What stands in the editor."""
        return str(getattr(draft, field.key))

    def take(self, field: "Field", draft: "Draft", typed: str) -> None:
        """Write what stands in the editor to the draft."""
        setattr(draft, field.key, typed)

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take a whole answer, which may be a short form of a value; return a sentence about it, or nothing."""
        self.take(field, draft, typed)
        return ""

    @property
    def room(self) -> int:
        """How many cells the editor of typed text has."""
        return 41

    # --- said

    def help(self, field: "Field", draft: "Draft") -> str:
        """The line of help under the editor."""
        return field.help

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """What stands at the right of the editor: a count, a range with its unit, a shape."""
        return ""

    def question(self, said: str, draft: "Draft", api: Api) -> str:
        """``said``, which helps to answer, with what can be answered."""
        return said

    def hint(self, draft: "Draft", found: list[Problem]) -> list[Problem]:
        """The problems that were ``found``, with the short answers that settle them."""
        return found

    # --- judged

    def judge(self, field: "Field", value: Any, api: Api) -> list[Problem]:
        """Judge ``value``, which has the type of a valid one: typed text and values from a file alike."""
        return list(self.wrong(field, value, api))

    @abstractmethod
    def wrong(self, field: "Field", value: Any, api: Api) -> Iterator[Problem]:
        """What is wrong or unwise with ``value``."""

    def problems(self, field: "Field", draft: "Draft", api: Api) -> list[Problem]:
        """What is wrong or unwise with what was typed."""
        return self.judge(field, self.value(field, draft), api)

    def value(self, field: "Field", draft: "Draft") -> Any:
        """The value that a valid campaign has."""
        return getattr(draft, field.key)

    # --- JSON

    def load(self, field: "Field", value: Any, draft: "Draft", api: Api) -> list[Problem]:
        """Take ``value`` of a file over, right or wrong; return what is wrong or unwise with it."""
        setattr(draft, field.key, as_typed(value))
        return self.judge(field, value, api) if isinstance(value, str) else [self.no_text(field, value)]

    def no_text(self, field: "Field", value: Any) -> Problem:
        """The error that ``value`` is no text."""
        return error(field.path, f"{field.title} must be text, not {describe(value)}.")

    def write(self, value: Any, api: Api) -> Any:
        """A valid value as JSON."""
        return str(value)

    def write_typed(self, field: "Field", draft: "Draft", api: Api) -> Any:
        """What was typed as JSON, right or wrong, which :meth:`load` takes over again; None for nothing."""
        typed = getattr(draft, field.key)
        is_asked = draft.mode not in set(Mode) or field.applies(draft.mode, api)
        return self.as_json(typed) if typed and (is_asked or typed != field.default) else None

    def as_json(self, typed: Any) -> Any:
        """What stands in a draft as JSON."""
        return str(typed)

    def matches(self, sent: Any, came: Any) -> bool | None:
        """Whether the JSON value that ``came`` back says the same as what was ``sent``; None where it says neither."""
        return in_one_form(sent) == in_one_form(came)

    def compared(self, sent: Any, came: Any) -> tuple[str, str]:
        """Both as they are shown side by side, inert and on one line."""
        return shown(sent), shown(came)
