"""The questions of the wizard as data: made from the fields, for the session as it is now.

Each knows how to take an answer and what is wrong with what it holds. Which questions there are changes with
the answers, so the list is made anew after each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tui.base.typed import cells
from tui.campaign import fields, zones
from tui.campaign.check import choices
from tui.campaign.draft import fixed_detection
from tui.campaign.fields import AMD, FREQUENCY, HOURS, LISTS, MOST_NAMES, ZONE, Api, Choice, Field
from tui.campaign.hours_text import text_of
from tui.campaign.problems import Problem, error, warning
from tui.kore.connection import CONNECTION_FIELDS, ConnectionField
from tui.workflow.access import PLACE_HELP, PLACE_TITLES, Destination
from tui.workflow.session import Session

CONNECTION = "Connection"
SECRET = "client_secret"  # noqa: S105
_DIGITS_OF_AN_HOUR = 2
"""As short an answer is the number of a reading, where some are offered."""
KEEP = "keep"
"""The answer that keeps hours which were repaired."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``take`` writes an answer to the session and returns a sentence about it, or nothing.

    ``key`` is its field's, ``part`` the step it belongs to, ``about`` a short help, ``held`` what it holds.
    ``problems`` says what is wrong with that. A question that is ``fixed`` is only said.
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

    @property
    def name(self) -> str:
        """The question in a word, such as it is asked a second time."""
        return f"{self.title} [{self.held}]:" if self.held else f"{self.title}:"

    @property
    def in_full(self) -> str:
        """The question with its help."""
        value = f" [{self.held}]" if self.held else ""
        return f"{self.title}. {self.about.rstrip('.')}{value}:"


def questions(session: Session) -> list[Question]:
    """Every question that ``session`` has now, in the order of the wizard."""
    asked = list(_connection(session))
    for part in fields.Section:
        for field in fields.of_step(part, session.draft.mode, session.api):
            asked += _names(session) if field is LISTS else [_field(session, field)]
    return asked


def one_of(values: tuple[str, ...], typed: str) -> str:
    """The value that ``typed`` means: itself in any case, or the only one that begins so; else as typed."""
    wanted = typed.strip().casefold()
    same = [value for value in values if value.casefold() == wanted]
    begun = [value for value in values if value.casefold().startswith(wanted)]
    return same[0] if same else begun[0] if len(begun) == 1 else typed


# --- the connection


def _connection(session: Session) -> Iterator[Question]:
    profile = session.connection.profile if session.place is Destination.PLATFORM else ""
    yield Question(
        "place", CONNECTION, "Platform", f"{_listed(_places(session))}. {PLACE_HELP}",
        profile or PLACE_TITLES.get(session.place, ""), partial(_take_place, session),
        partial(_place_problems, session),
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
    return Question(
        field.key, CONNECTION, field.title, field.help, held, partial(_take_connection, session, field),
        partial(_connection_problems, session, field), is_secret=is_secret,
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
    setattr(session.connection, field.key, one_of(tuple(Api), typed) if field.key == "api" else typed)
    return ""


def _connection_problems(session: Session, field: ConnectionField) -> list[Problem]:
    wrong = session.connection.problem(field.key)
    odd = session.connection.host_warning() if field.key == "host" else ""
    return [error("", wrong)] * bool(wrong) + [warning("", odd)] * bool(odd)


# --- the campaign


def _field(session: Session, field: Field) -> Question:
    draft = session.draft
    if field is AMD and draft.mode in fields.WITH_AGENTS:
        held, about = fixed_detection(draft)
        return Question(
            field.key, field.step, field.title, about, held, lambda _: "",
            partial(_problems, session, field), fixed=True,
        )  # fmt: skip
    held = str(getattr(draft, field.key)) if field is not HOURS else draft.hours_text or text_of(draft.week)
    return Question(
        field.key, field.step, field.title, _about(session, field), held,
        partial(_take, session, field), partial(_problems, session, field),
    )  # fmt: skip


def _about(session: Session, field: Field) -> str:
    known = session.access.known(field.key)
    said = f"Practice knows: {', '.join(known)}." if known else field.help
    if isinstance(field.kind, Choice):
        return f"{_listed(choices(field, session.api))}. {said}"
    if field is HOURS and _is_repair(session):
        return f"{said}. {KEEP} keeps the repaired hours."
    return said


def _is_repair(session: Session) -> bool:
    return bool(session.draft.repaired) and session.draft.hours_text is None


def _take(session: Session, field: Field, typed: str) -> str:
    draft = session.draft
    match field:
        case _ if field is HOURS:
            return _take_hours(session, typed)
        case _ if field is FREQUENCY:
            wanted = one_of(choices(field, session.api), typed)
            said = draft.choose_frequency(wanted)
            return said if wanted in choices(field, session.api) else ""
        case _ if field is ZONE:
            return _take_zone(session, typed)
        case _ if isinstance(field.kind, Choice):
            setattr(draft, field.key, one_of(choices(field, session.api), typed))
        case _:
            setattr(draft, field.key, typed)
    return ""


def _take_zone(session: Session, typed: str) -> str:
    """A zone's name, what can mean only one zone, or the number of one of those that were said; else as typed."""
    draft, said = session.draft, zones.choices(session.draft.zone)
    if said and typed.isdecimal():
        at = int(typed[:4])
        if at not in range(1, len(said) + 1):
            return f"There is no number {typed[:4]}: {_numbered(said)}."
        draft.zone = said[at - 1]
    else:
        meant = zones.understand(typed)
        draft.zone = meant.zones[0] if meant.is_sure else typed
    if draft.zone != typed:
        return f"Taken as {draft.zone}."
    fitting = zones.choices(typed)
    listed = f"Answer with a number or a name: {_numbered(fitting)}." if fitting else ""
    return listed or zones.judge(typed).note


def _numbered(values: tuple[str, ...]) -> str:
    return ", ".join(f"{at}. {value}" for at, value in enumerate(values, 1))


def _take_hours(session: Session, typed: str) -> str:
    draft = session.draft
    if typed.casefold() == KEEP and draft.repaired:
        draft.week = draft.week
        return "The repaired hours are kept."
    offered = draft.offered_hours()
    if offered and typed.isdecimal() and len(typed) <= _DIGITS_OF_AN_HOUR:
        if not 0 < int(typed) <= len(offered):
            return f"Error: there is no reading {typed}."
        typed = [*offered][int(typed) - 1]
    return draft.type_hours(offered.get(typed, typed)).said


def _problems(session: Session, field: Field) -> list[Problem]:
    found = session.draft.problems_of(field, session.api)
    if field is HOURS and found and (said := _unsettled(session, found[0].message)):
        return [error(found[0].field, said), *found[1:]]
    return found


def _unsettled(session: Session, said: str) -> str:
    """What keeps the hours from being settled, which is ``said``, with the short answers that settle it; or nothing."""
    draft = session.draft
    if _is_repair(session):
        return f"{said} {KEEP} keeps the repaired hours."
    mistake = draft.read_hours(draft.hours_text).mistake if draft.hours_text is not None else None
    if mistake is None or not mistake.readings:
        return ""
    ways = [f"{at} for {each}" for at, each in enumerate(mistake.readings, 1)]
    return f"{mistake.message} Answer {' or '.join(ways)}."


def _names(session: Session) -> Iterator[Question]:
    """A question for each name, and one for the next."""
    names = session.draft.contact_lists
    for at, name in enumerate((*names, "")):
        about = _about(session, LISTS)
        yield Question(
            LISTS.key, LISTS.step, f"Contact list {at + 1}",
            "An answer of - takes it off." if name else f"{about} Enter: no more.",
            name, partial(_take_name, session, at), partial(_name_problems, session, at),
        )  # fmt: skip


def _take_name(session: Session, at: int, typed: str) -> str:
    names, given = session.draft.contact_lists, cells(typed)
    taken = given[: max(MOST_NAMES - len(names), 1)]
    session.draft.contact_lists = (*names[:at], *taken, *names[at + 1 :])
    if len(taken) > 1:
        return f"{len(taken)} of {len(given)} names were taken, one a cell."
    return "" if taken else f"{names[at]} was taken off the list." if at < len(names) else ""


def _name_problems(session: Session, at: int) -> list[Problem]:
    """What concerns this name; of the last question, what concerns all of them."""
    found = session.draft.problems_of(LISTS, session.api)
    path = LISTS.path if at >= len(session.draft.contact_lists) else f"{LISTS.path}[{at}]"
    return [problem for problem in found if problem.field == path]


def _listed(values: tuple[str, ...]) -> str:
    return " or ".join([*[", ".join(values[:-1])] * bool(values[:-1]), values[-1]])
