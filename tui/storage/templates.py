"""Templates: campaigns under a name, without what must differ, one private file each in the state folder.

A template is written as a draft is (:mod:`tui.storage.draft_text`), without a session's place and connection.
"""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from tui.base.text import one_line
from tui.campaign.draft import Draft
from tui.campaign.json_values import nearest
from tui.campaign.modes import Api
from tui.campaign.odd_text import is_blank, look
from tui.campaign.template import without_what_differs
from tui.storage.draft_errors import DraftError
from tui.storage.draft_text import Content, decode, encode
from tui.storage.files import FileError, load_bytes, write_private
from tui.storage.folders import state_folder

LONGEST_NAME = 60
"""Characters of a name."""
_SUFFIX = ".template"


class TemplateError(Exception):
    """A template that can't be had or made; the message is a sentence that names it, inert."""


@dataclass(frozen=True, slots=True)
class Template:
    """A campaign to begin with: its ``name``, what it holds, and when it was saved (seconds since the epoch)."""

    name: str
    draft: Draft
    api: Api
    saved: float
    path: Path


@dataclass(frozen=True, slots=True)
class Templates:
    """All that can be read, by name, and the files that can't."""

    all: tuple[Template, ...]
    unreadable: tuple[Path, ...] = ()


def save(name: str, draft: Draft, api: Api, *, replace: bool = False) -> Template:
    """Keep ``draft`` without what must differ under ``name``; over another one only where it may ``replace`` that.

    Names that look alike are one: ``Spring`` and ``spring``.

    Raises:
        TemplateError: the name is none, or is taken.
        OSError: it can't be written.
    """
    name = " ".join(name.split())
    if is_blank(name) or len(name) > LONGEST_NAME or not name.isprintable():
        raise TemplateError(f"A template's name has 1 to {LONGEST_NAME} characters that can be seen.")
    path = _path(name)
    content = Content(draft=without_what_differs(draft), api=api, title=name, saved=time.time())
    try:
        write_private(str(path), encode(content), overwrite=replace)
    except FileExistsError:
        raise TemplateError(f"There is a template called {name} already.") from None
    return Template(name, content.draft, api, content.saved, path)


def listed() -> Templates:
    """Every template, in the order of the alphabet.

    Raises:
        OSError: the folder can't be read.
    """
    found, bad = [], []
    for path in sorted(state_folder("templates").glob(f"*{_SUFFIX}")):
        try:
            found.append(_read(path))
        except (DraftError, FileError):
            bad.append(path)
    return Templates(tuple(sorted(found, key=lambda each: look(each.name))), tuple(bad))


def find(name: str) -> Template:
    """The template called ``name``, in any case.

    Raises:
        TemplateError: there is none; the nearest name is offered.
        OSError: it can't be read.
    """
    path = _path(name)
    try:
        return _read(path)
    except (FileError, DraftError) as failed:
        if not path.exists():
            raise _absent(name) from None
        raise TemplateError(f"The template {_shown(name)} {failed}.") from None


def remove(name: str) -> None:
    """Delete the template called ``name``, also one that can't be read.

    Raises:
        TemplateError: there is none; the nearest name is offered.
        OSError: it can't be deleted.
    """
    try:
        _path(name).unlink()
    except FileNotFoundError:
        raise _absent(name) from None


def _absent(name: str) -> TemplateError:
    known = tuple(each.name for each in listed().all)
    meant = nearest(name, known)
    hint = f": did you mean {meant}?" if meant else ". None is kept yet." if not known else "."
    return TemplateError(f"No template is called {_shown(name)}{hint}")


def _read(path: Path) -> Template:
    content = decode(load_bytes(str(path)))
    return Template(
        one_line(content.title, limit=LONGEST_NAME), content.draft, content.api, content.saved, path
    )


def _path(name: str) -> Path:
    """Where a template of that name is. Names that look alike share a file, and any name has one."""
    alike = hashlib.sha256(look(name).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return state_folder("templates") / f"{alike}{_SUFFIX}"


def _shown(name: str) -> str:
    return one_line(name, limit=LONGEST_NAME)
