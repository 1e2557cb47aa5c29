"""The questions of the wizard as data: made from the fields, for the session as it is now.

Each knows how to take an answer and what is wrong with what it holds. Which questions there are changes with
the answers, so the list is made anew after each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tui.base.typed import whole_number
from tui.campaign.fields import Api, Field, Names, Section
from tui.campaign.kinds.choice import numbered, of_number, one_of
from tui.campaign.kinds.kind import Editor
from tui.campaign.problems import Problem, error, warning
from tui.kore.connection import CONNECTION_FIELDS, ConnectionField
from tui.plain.words import FIND_WORD, LIST_WORD
from tui.workflow.access import PLACE_HELP, PLACE_TITLES, Destination
from tui.workflow.choices import Offered, by_name, note_of, shown_name
from tui.workflow.picking import offered
from tui.workflow.session import Session
from tui.workflow.version_change import change_version

MOST_IN_LINE = 10
"""Names that are said with a question; of more, how many there are."""
CONNECTION = "Connection"
SECRET = "client_secret"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``take`` writes an answer to the session and returns a sentence about it, or nothing.

    ``key`` is its field's, ``part`` the step it belongs to, ``about`` a short help, ``held`` what it holds.
    ``problems`` says what is wrong with that. A question that is ``fixed`` is only said; the cells of a table are
    that many answers to one that ``takes_cells``. One of ``choices`` is answered by its number or its beginning, one
    of the names that are ``offered`` by its number; any other name may be typed. ``pick`` writes such a name as it
    is. ``offers`` says what fits what it holds.
    """

    key: str
    part: str
    title: str
    about: str
    held: str
    take: Callable[[str], str]
    problems: Callable[[], list[Problem]]
    is_secret: bool = False
    fixed: bool = False
    takes_cells: bool = False
    choices: tuple[str, ...] = ()
    offered: Offered = Offered()  # noqa: RUF009  frozen
    pick: Callable[[str], object] = str
    offers: Callable[[], tuple[str, ...]] = tuple

    def again(self, good: str) -> str:
        """The question in a word, as it is asked after an error; ``good`` was the last answer without one."""
        return f"{self.title} [{good}, the last good one]:" if good else f"{self.title}:"

    @property
    def in_full(self) -> str:
        """The question with its help."""
        value = f" [{self.held}]" if self.held else ""
        return f"{self.title}. {self.about.rstrip('.')}{value}:"

    @property
    def known(self) -> tuple[str, ...]:
        """The names that are offered."""
        return tuple(choice.name for choice in self.offered.choices)

    def is_word(self, answer: str, word: str) -> bool:
        """Whether ``answer`` is the ``word``, in any case, and none of the values that there are."""
        return answer.casefold() == word and answer not in (*self.choices, *self.known)

    def looked_for(self, answer: str) -> str | None:
        """What ``answer`` looks for among the names that are offered; None where it is an answer."""
        word, _, wanted = answer.partition(" ")
        is_asked = self.offered.choices and self.is_word(word, FIND_WORD) and answer not in self.known
        return wanted.strip() if is_asked else None

    def meant(self, answer: str) -> str:
        """What ``answer`` stands for: a choice or a known name; behind a backslash what stands there."""
        if answer.startswith("\\"):
            return answer[1:]
        values = self.choices or self.known
        same = tuple(value for value in values if value.casefold() == answer.casefold())
        if len(same) == 1 or answer in same:
            return same[0] if len(same) == 1 else answer
        if self.choices:
            return one_of(self.choices, of_number(values, answer))
        number = whole_number(answer) if answer.isdecimal() else None
        return values[number - 1] if number and number <= len(values) and answer == str(number) else answer

    def note(self, name: str) -> str:
        """What is to be said of ``name`` where it is picked: why it can't be used, or what is worth a look."""
        found = by_name(self.offered.choices).get(name)
        return note_of(found)[2:] if found else ""


def questions(session: Session) -> list[Question]:
    """Every question that ``session`` has now, in the order of the wizard."""
    asked = list(_connection(session))
    draft = session.draft
    for part in Section:
        for field in draft.type.of_step(part, draft.mode, session.api):
            asked += (
                _names(session, field, field.kind)
                if isinstance(field.kind, Names)
                else [_field(session, field)]
            )
    return asked


# --- the connection


def _connection(session: Session) -> Iterator[Question]:
    profile = session.connection.profile if session.place is Destination.PLATFORM else ""
    yield Question(
        "place", CONNECTION, "Platform", f"{numbered(_places(session))}. {PLACE_HELP}",
        profile or PLACE_TITLES.get(session.place, ""), partial(_take_place, session),
        partial(_place_problems, session), choices=_places(session),
    )  # fmt: skip
    typed = session.place is Destination.PLATFORM and not session.access.from_environment and not profile
    for field in CONNECTION_FIELDS:
        missing = field.key == SECRET and bool(profile and session.connection.problem(SECRET))
        if (
            typed
            or missing
            or (field.key == "api" and session.place is not Destination.NOWHERE and not profile)
        ):
            yield _connection_field(session, field)


def _places(session: Session) -> tuple[str, ...]:
    """What one can choose: the two places, and the profiles by name."""
    profiles = session.access.profiles.all if session.access.profiles else ()
    return (*PLACE_TITLES.values(), *(profile.name for profile in profiles))


def _connection_field(session: Session, field: ConnectionField) -> Question:
    is_secret = field.key == SECRET
    held = "" if is_secret else str(getattr(session.connection, field.key))
    if is_secret and not session.connection.problem(field.key):
        held = "given, not shown"
    choices = tuple(each.value for each in Api) if field.key == "api" else ()
    about = f"{numbered(choices)}. {field.help}" if choices else field.help
    return Question(
        field.key, CONNECTION, field.title, about, held, partial(_take_connection, session, field),
        partial(_connection_problems, session, field), is_secret=is_secret, choices=choices,
    )  # fmt: skip


def _take_place(session: Session, typed: str) -> str:
    title = one_of(_places(session), typed)
    for place, each in PLACE_TITLES.items():
        if each == title:
            if place is Destination.PLATFORM and not session.access.from_environment:
                session.access.type_connection()
            session.access.place = place
            return ""
    for profile in session.access.profiles.all if session.access.profiles else ():
        if profile.name == title:
            session.access.use_profile(profile)
            return ""
    return f"Error: {typed} is no platform."


def _place_problems(session: Session) -> list[Problem]:
    return [error("", session.access.problems()[0])] if session.place is Destination.NOWHERE else []


def _take_connection(session: Session, field: ConnectionField, typed: str) -> str:
    if field.key == "api" and (wanted := one_of(tuple(Api), typed)) in set(Api):
        return " ".join(change_version(session, Api(wanted)))
    setattr(session.connection, field.key, typed)
    return ""


def _connection_problems(session: Session, field: ConnectionField) -> list[Problem]:
    wrong = session.connection.problem(field.key)
    odd = session.connection.oddity(field.key)
    return [error("", wrong)] * bool(wrong) + [warning("", odd)] * bool(odd)


# --- the campaign


def _field(session: Session, field: Field) -> Question:
    draft, kind = session.draft, field.kind
    is_fixed = kind.editor(draft) is Editor.FIXED
    return Question(
        field.key, field.step, field.title, kind.question(_help(session, field), draft, session.api),
        kind.text(field, draft), partial(_take, session, field), partial(_problems, session, field), fixed=is_fixed,
        choices=kind.choices(session.api), offered=_offered(session, field),
        pick=partial(kind.take, field, draft),
        offers=partial(kind.offered, field, draft),
    )  # fmt: skip


def _offered(session: Session, field: Field) -> Offered:
    return offered(session, field.key) or Offered()


def _help(session: Session, field: Field) -> str:
    found = _offered(session, field)
    if not found.choices:
        return " ".join(
            filter(None, (found.state(field.title, LIST_WORD), field.kind.help(field, session.draft)))
        )
    if len(found.choices) > MOST_IN_LINE:
        return f"{len(found.choices):,} are known: {LIST_WORD} names them, {FIND_WORD} and a word looks among them."
    names = (f"{at}. {shown_name(choice.name)}" for at, choice in enumerate(found.choices, 1))
    return f"{found.source.capitalize() or 'On the platform'}: {', '.join(names)}."


def _take(session: Session, field: Field, typed: str) -> str:
    return field.kind.answer(field, session.draft, typed, session.api)


def _problems(session: Session, field: Field) -> list[Problem]:
    return field.kind.hint(session.draft, session.problems_of(field))


def _names(session: Session, field: Field, kind: Names) -> Iterator[Question]:
    """A question for each name, and one for the next; what helps to answer is said with the first."""
    draft = session.draft
    about = kind.question(_help(session, field), draft, session.api)
    for at, name in enumerate((*kind.names(field, draft), "")):
        yield Question(
            field.key, field.step, f"{field.title.removesuffix('s')} {at + 1}",
            "An answer of - takes it off." if name else f"{'' if at else about} Enter: no more.".lstrip(),
            name, partial(kind.answer_at, field, draft, at), partial(_name_problems, session, field, kind, at),
            takes_cells=True, offered=_offered(session, field), pick=partial(kind.put_at, field, draft, at),
        )  # fmt: skip


def _name_problems(session: Session, field: Field, kind: Names, at: int) -> list[Problem]:
    """What concerns this name; of the last question, what concerns all of them."""
    path = field.path if at >= len(kind.names(field, session.draft)) else f"{field.path}[{at}]"
    return [problem for problem in _problems(session, field) if problem.field == path]
