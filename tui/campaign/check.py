"""Whether one value suits its field. Typed text and values from a file are judged by the same rules."""

import re
from collections.abc import Iterator

from tui.campaign import zones
from tui.campaign.fields import AMD, Api, Choice, Field, Hours, Names, Phone, Text, Whole, Zone
from tui.campaign.hours import DAYS, Week, nights
from tui.campaign.hours_text import text_of
from tui.campaign.problems import Problem, error, warning

WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


def value_problems(field: Field, value: object, *, api: Api = Api.V1) -> list[Problem]:
    """Judge ``value``, which already has the field's own type: text, a whole number, names or a week."""
    match field.kind, value:
        case [Text(low, high), str()]:
            found = _text(field.title, value, low, high)
        case [Whole(), int()]:
            found = _whole(field.kind, value)
        case [Choice(), str()]:
            found = _choice(field.title, choices(field, api), value)
        case [Names(low, usual), tuple()]:
            return list(_names(field, value, low, usual))
        case [Phone(), str()]:
            found = _phone(field.title, field.kind, value)
        case [Zone(), str()]:
            found = _zone(value)
        case [Hours(), Week()]:
            found = (
                iter(()) if value else iter([error("", "No calling hours are open: nobody would be called.")])
            )
        case _:
            raise TypeError(f"{field.key} is not judged as {type(value).__name__}")
    return [Problem(field.path, problem.severity, problem.message) for problem in found]


def typed_problems(field: Field, typed: str, *, api: Api = Api.V1) -> list[Problem]:
    """Judge what was typed into a field that is one text on the screen."""
    if not isinstance(field.kind, Whole):
        return value_problems(field, typed, api=api)
    if not typed.strip():
        return [error(field.path, f"{field.title} is missing: {field.kind.range}.")]
    number = whole_number(typed)
    if number is None:
        return [error(field.path, f"{field.title} takes a whole number, {field.kind.range}.")]
    return value_problems(field, number, api=api)


def whole_number(typed: str) -> int | None:
    """The whole number that was typed in ASCII digits, or None."""
    return int(typed) if WHOLE_NUMBER.fullmatch(typed.strip()) else None


def choices(field: Field, api: Api) -> tuple[str, ...]:
    """The values ``field`` may have under ``api``; v1 can only switch machine detection on and off."""
    assert isinstance(field.kind, Choice)
    values = field.kind.values
    return values[:2] if field is AMD and api is Api.V1 else values


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word most like ``word``."""
    import difflib  # only where something is misspelt

    return max(
        known, key=lambda each: difflib.SequenceMatcher(None, word.casefold(), each.casefold()).ratio()
    )


def week_problems(frequency: str, week: Week, path: str) -> Iterator[Problem]:
    """What is unwise about a week: days that a frequency does not explain, and calls at night."""
    if frequency == "DAILY" and any(week.days[day] != week.days[0] for day in DAYS):
        yield warning(path, "DAILY is read as the same windows on all seven days, and these differ.")
    if at_night := nights(week):
        yield warning(path, night_words(at_night))


def night_words(at_night: Week) -> str:
    """That people are called at night, and when."""
    return f"People are called at night, between 21:00 and 08:00: {text_of(at_night)}."


def _text(title: str, value: str, low: int, high: int | None) -> Iterator[Problem]:
    if not value.strip():
        yield error("", f"{title} is missing." if not value else f"{title} is blank.")
    elif any(0xD800 <= ord(char) <= 0xDFFF for char in value):
        yield error("", f"{title} has half a character (a lone surrogate), which no text can have.")
    elif high is not None and len(value) > high:
        yield error("", f"{title} is {len(value):,} characters long; {low} to {high} are allowed.")
    else:
        units = len(value.encode("utf-16-le")) // 2
        if high is not None and units > high:
            yield warning("", f"{title} may be counted as {units:,} characters by the platform: emoji and rare "
                          f"letters count twice there; {high} are allowed.")  # fmt: skip
        if any(ord(char) < 0x20 or ord(char) == 0x7F for char in value):
            yield warning("", f"{title} has control characters, such as a line break.")


def _whole(kind: Whole, value: int) -> Iterator[Problem]:
    if value < kind.low or (kind.high is not None and value > kind.high):
        yield error("", f"{value} is out of range: {kind.range}.")


def _choice(title: str, values: tuple[str, ...], value: str) -> Iterator[Problem]:
    if not value:
        yield error("", f"{title} is missing: choose {_or(values)}.")
    elif value not in values:
        same = [each for each in values if each.casefold() == value.strip().casefold()]
        hint = f"write {same[0]}, spelled exactly so" if same else f"choose {_or(values)}"
        yield error("", f"{value[:40]!r} is not known here: {hint}.")


def _or(values: tuple[str, ...]) -> str:
    return ", ".join(values[:-1]) + f" or {values[-1]}"


def _names(field: Field, value: tuple[object, ...], low: int, usual: int) -> Iterator[Problem]:
    if len(value) < low:
        yield error(field.path, f"{field.title}: at least {low} is needed.")
    if len(value) > usual:
        yield warning(field.path, f"{len(value)} lists: the platform's own screens take at most {usual}.")
    for at, name in enumerate(value):
        path = f"{field.path}[{at}]"
        if not isinstance(name, str):
            yield error(path, "A contact list is named by text.")
            continue
        yield from (Problem(path, each.severity, each.message) for each in _text("The name", name, 1, None))
        if name in value[:at]:
            yield warning(path, f"{name[:40]!r} is named twice.")


def _phone(title: str, kind: Phone, value: str) -> Iterator[Problem]:
    blank = list(_text(title, value, 1, None))
    yield from blank
    if not blank and not re.fullmatch(rf"\+[0-9]{{{kind.low},{kind.high}}}", value):
        yield warning("", f"Not of the usual shape: + and {kind.low} to {kind.high} digits. Sent as it is.")


def _zone(value: str) -> Iterator[Problem]:
    if not value.strip():
        yield error("", "The time zone is missing: whose clock do the hours follow?")
    elif wrong := zones.judge(value).error:
        yield error("", wrong)
