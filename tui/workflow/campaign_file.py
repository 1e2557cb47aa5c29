"""A campaign file, judged: its problems with their places in the file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tui.campaign.checked import Checked
from tui.campaign.modes import Api
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import Problem
from tui.campaign.serialize import infer_api
from tui.campaign.versions import Conversion, Decisions, convert
from tui.storage.files import FileError, as_text, parse_json
from tui.storage.json_text import nearest_place, places


def judge_file(data: bytes, api: Api | None = None, decisions: Decisions = Decisions()) -> Checked:  # noqa: B008
    """Judge what a file holds; without ``api`` its shape decides for which version it is.

    A valid file of the other version is judged as it is converted, by the ``decisions`` of a person.

    Raises:
        FileError: it is no JSON object.
    """
    document = parse_json(data)
    conversion = converted(document, api, decisions)
    found = conversion.checked if conversion else parse_campaign(document, api)
    return replace(found, problems=placed(found.problems, data)) if found.problems else found


def placed(problems: Iterable[Problem], data: bytes) -> tuple[Problem, ...]:
    """The ``problems`` of what a file holds, each with its place in it."""
    known = places(as_text(data))
    return tuple(replace(each, place=nearest_place(each.field, known)) for each in problems)


def converted(document: Mapping[str, Any], api: Api | None, decisions: Decisions) -> Conversion | None:
    """The file as one of the version ``api``; None where none is asked for, or it is no valid one of the other."""
    own = infer_api(document)
    if api is None or api is own:
        return None
    found = parse_campaign(document, own)
    return convert(found, api, decisions) if found.is_valid else None


def file_and_why(name: str, failed: FileError) -> str:
    """Why there is no campaign in a file, as one sentence that begins with its name and place."""
    where = f"{name}:{failed.place.line}:{failed.place.column}: the file" if failed.place else name
    return f"{where} {failed}."
