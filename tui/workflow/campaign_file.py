"""A campaign file, judged: its problems with their places in the file."""

from collections.abc import Iterable
from dataclasses import replace

from tui.campaign.checked import Checked
from tui.campaign.modes import Api
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import Problem
from tui.storage.files import FileError, as_text, parse_json
from tui.storage.json_text import nearest_place, places


def judge_file(data: bytes, api: Api | None = None) -> Checked:
    """Judge what a file holds; without ``api`` its shape decides for which version it is.

    Raises:
        FileError: it is no JSON object.
    """
    found = parse_campaign(parse_json(data), api)
    return replace(found, problems=placed(found.problems, data)) if found.problems else found


def placed(problems: Iterable[Problem], data: bytes) -> tuple[Problem, ...]:
    """The ``problems`` of what a file holds, each with its place in it."""
    known = places(as_text(data))
    return tuple(replace(each, place=nearest_place(each.field, known)) for each in problems)


def file_and_why(name: str, failed: FileError) -> str:
    """Why there is no campaign in a file, as one sentence that begins with its name and place."""
    where = f"{name}:{failed.place.line}:{failed.place.column}: the file" if failed.place else name
    return f"{where} {failed}."
