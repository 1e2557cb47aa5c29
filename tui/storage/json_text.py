"""The text of a JSON file, where it goes wrong and where things stand in it: what a person did, not a parser."""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tui.base.text import one_line
from tui.campaign.problems import Place

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_DEPTH = 8
"""Levels that have paths: a campaign has five."""
_DIGITS = 30
_BLANK = " \t\r\n"
_DOUBLE, _SINGLE = "“”„‟«»″＂", "'‘’‚‛′`"
_SHELLS = re.compile(r"\s*\$?\s*(curl|wget|http|https|Invoke-\w+)\s")
_PARSER_WORDS = (
    ("Expecting ',' delimiter", "a comma or a closing bracket is missing before this"),
    ("Expecting ':' delimiter", "a colon is missing after the key"),
    ("Invalid \\", "a backslash in a text is written twice"),
    ("Extra data", "something stands after the end of the campaign"),
)  # fmt: skip
"""How a sentence of Python's parser begins, and what a person did."""


class FileMistake(NamedTuple):
    """What a person did, without a full stop, and the offset where."""

    what: str
    at: int


class Entry(NamedTuple):
    """A key or an item of a list: its path as problems have it, and its offset. ``is_twice``: a key that was there."""

    path: str
    at: int
    is_twice: bool = False


def place(text: str, at: int) -> Place:
    """The line and column of the character at ``at``, both from 1."""
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def start(text: str) -> Place:
    """Where the first word stands."""
    return place(text, len(text) - len(text.lstrip()))


def places(text: str) -> dict[str, Place]:
    """Where each key and each item of a list stands in a JSON text, by its path; the text itself has no path."""
    found, line, seen = {"": start(text)}, 1, 0
    for each in _entries(text):
        line, seen = line + text.count("\n", seen, each.at), each.at
        found.setdefault(each.path, Place(line, each.at - text.rfind("\n", 0, each.at)))
    return found


def nearest_place(path: str, known: dict[str, Place]) -> Place | None:
    """The place of ``path``; where it is missing, of the object that lacks it."""
    while path and path not in known:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return known.get(path)


def syntax_mistake(text: str, wrong: json.JSONDecodeError) -> FileMistake:
    """What a person did where the parser stopped."""
    if around := _wrapping(text):
        return around
    if wrong.msg.startswith(("Unterminated", "Invalid control")):
        return _open_text(text, wrong)
    at = wrong.pos
    while at < len(text) and text[at] in _BLANK:
        at += 1
    before = len(text[:at].rstrip(_BLANK)) - 1
    last = text[before] if before >= 0 else ""
    if at == len(text):
        return FileMistake("the file ends too early: a closing bracket is missing", at)
    if text[at] in "}]" and last == ",":
        return FileMistake("a comma too many: nothing follows it", before)
    if text[at] == ",":
        after = text[at + 1 :].lstrip(_BLANK)[:1]
        return FileMistake(
            "a comma too many" + (": nothing follows it" if after and after in "}]" else ""), at
        )
    return FileMistake(_at_character(text, at) or _in_words(text, at, wrong), at)


def value_mistake(text: str) -> FileMistake | None:
    """A key that stands there twice, or a number that is none for a campaign; None where there is neither."""
    twice = next(
        (
            FileMistake(
                f"the key {one_line(each.path.rpartition('.')[2], limit=40)!r} stands there twice", each.at
            )
            for each in _entries(text)
            if each.is_twice
        ),
        None,
    )
    return min(
        (each for each in (twice, _number_mistake(text)) if each), key=lambda each: each.at, default=None
    )


def _number_mistake(text: str) -> FileMistake | None:
    for found in _TOKEN.finditer(text):
        piece = found[0]
        if piece in ("NaN", "Infinity", "-Infinity"):
            return FileMistake(f"{piece} is no JSON value", found.start())
        if piece[0] in "-0123456789":
            if piece.lstrip("-").isdigit():
                if len(piece) > _DIGITS:
                    return FileMistake(f"a number of {len(piece):,} digits is too large", found.start())
            elif abs(_as_float(piece)) == float("inf"):
                return FileMistake(f"the number {piece[:20]} is too large", found.start())
    return None


def _as_float(piece: str) -> float:
    try:
        return float(piece)
    except ValueError:
        return 0.0


def _wrapping(text: str) -> FileMistake | None:
    """What stands around a campaign that was copied with more than itself."""
    begin = len(text) - len(text.lstrip())
    if text.startswith("\ufeff"):
        return FileMistake("a second byte order mark (U+FEFF, unseen) stands before the campaign", 0)
    if text.startswith(("```", "~~~"), begin):
        return FileMistake(
            f"a {text[begin : begin + 3]} fence stands around it: leave out the fence's lines", begin
        )
    if _SHELLS.match(text):
        return FileMistake("a command, such as curl's: keep only its body, from { to }", begin)
    return None


def _open_text(text: str, wrong: json.JSONDecodeError) -> FileMistake:
    """A text that does not end on its line: often its closing quotation mark is a typographic one."""
    end = text.find("\n", wrong.pos)
    begin = text.rfind("\n", 0, wrong.pos) + 1
    line = text[begin : end if end >= 0 else len(text)]
    at = max(line.rfind(each) for each in _DOUBLE)
    if at >= 0:
        return FileMistake(_at_character(text, begin + at), begin + at)
    if wrong.msg.startswith("Unterminated"):
        return FileMistake("this text has no closing quotation mark", wrong.pos)
    char = text[wrong.pos]
    if char in "\r\n":
        return FileMistake(
            "a text goes on over the end of its line: its closing quotation mark is missing", wrong.pos
        )
    return FileMistake(
        f"a control character (U+{ord(char):04X}) stands in a text: a tab is written \\t", wrong.pos
    )


def _at_character(text: str, at: int) -> str:
    char = text[at]
    if text.startswith(("```", "~~~"), at):
        return f"a {text[at : at + 3]} fence: leave out its line"
    if char in _DOUBLE:
        return f'a typographic quotation mark {char}: JSON has only "'
    if char in _SINGLE:
        return f'a single quotation mark {char}: JSON has only "'
    if text.startswith(("//", "/*", "#", "<!--", "--"), at):
        return "a comment: JSON has none"
    if unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cf", "Cc"):
        name = unicodedata.name(char, "a control character").lower()
        return f"{name} (U+{ord(char):04X}): only blanks, tabs and ends of lines stand between JSON's words"
    return ""


def _in_words(text: str, at: int, wrong: json.JSONDecodeError) -> str:
    word = re.match(r"[^\s,:{}\[\]\"]*", text[at:])
    said = one_line(word[0], limit=30) if word else ""
    if text[at - 1 : at + 1] == "{{":
        return "a brace too many, or a placeholder that is not filled in"
    if not text[:at].strip() or text.lstrip()[:1] not in "{[":
        return "a campaign begins with {"
    if text[at] in ";=":
        return f"{text[at]} stands where JSON has {',' if text[at] == ';' else ':'}"
    is_after_digit = text[at - 1].isdigit()
    if (is_after_digit or wrong.msg.startswith("Expecting value")) and re.match(r"[-+.0-9]", text[at:]):
        return "a number is written 5, -5 or 0.5: no + and no zero before it"
    if wrong.msg.startswith(("Expecting property name", "Illegal trailing comma")):
        return (
            f'the key {said} stands without quotation marks: JSON has "{said}"'
            if said
            else "a key is missing here"
        )
    if wrong.msg.startswith("Expecting value"):
        if said.casefold() in ("true", "false"):
            return f"{said} is written {said.casefold()}"
        if said.casefold() in ("none", "nil", "null", "undefined"):
            return f"{said} is written null"
        return f'{said} is no value: a text stands in "' if said else "a value is missing here"
    return next(
        (what for begins, what in _PARSER_WORDS if wrong.msg.startswith(begins)), "this is not as JSON has it"
    )


class _Level:
    """An object or a list that is open: its path, the number of its next item, the keys it has had."""

    def __init__(self, path: str, *, is_list: bool) -> None:
        self.path = path
        self.is_list = is_list
        self.item = 0
        self.keys = set[str]()
        self.wants_key = not is_list
        self.at = path


def _entries(text: str) -> Iterator[Entry]:
    """Every key and item of a list, in order; of text that the parser took, at least up to its complaint."""
    levels: list[_Level] = []
    for found in _TOKEN.finditer(text):
        piece, level = found[0], levels[-1] if levels else None
        if level and level.is_list and piece not in "],":
            level.at = f"{level.path}[{level.item}]"
            if len(levels) < _DEPTH:
                yield Entry(level.at, found.start())
        if piece in "{[":
            inside = level.at if level and len(levels) < _DEPTH else ""
            levels.append(_Level(inside, is_list=piece == "["))
        elif piece in "}]":
            if levels:
                levels.pop()
        elif level is None or piece == ":":
            continue
        elif piece == ",":
            level.item += 1
            level.wants_key = not level.is_list
        elif level.wants_key:
            level.wants_key = False
            key = _key(piece)
            level.at = f"{level.path}.{key}" if level.path else key
            is_twice = key in level.keys
            level.keys.add(key)
            if is_twice or len(levels) < _DEPTH:
                yield Entry(level.at, found.start(), is_twice)


def _key(piece: str) -> str:
    try:
        return str(json.loads(piece))
    except ValueError:
        return piece
