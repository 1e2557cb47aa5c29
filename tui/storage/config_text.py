"""The text of ``config.toml``: read line by line without trusting it, and changed without losing a comment. Pure.

```toml
theme = "light"        # dark, light, contrast, terminal
plain = false
mouse = true
lock-after = 30        # minutes; 0: never

[keys]
"review.save" = "ctrl+s"
```
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tui.base.idle import MOST_MINUTES
from tui.base.terminal import ThemeName
from tui.base.text import one_line
from tui.campaign.json_values import suggestion
from tui.storage.config import Config

_TRIES = 50
"""Lines that may be no TOML at all; what lies behind more of them is not read."""


class _Wrong(NamedTuple):
    line: int
    said: str


def read(text: str) -> Config:
    """What ``text`` sets; each line that is wrong is named in ``wrong``, and ignored."""
    given, wrong = _parsed(text)
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name == "keys":
            continue
        if name not in _SETTINGS:
            why = f"{one_line(name, limit=40)} is no setting{suggestion(name, (*_SETTINGS, 'keys'))}"
            wrong.append(_Wrong(_line_of(text, name), why))
        elif (taken := _taken(name, value)) is None:
            wrong.append(_Wrong(_line_of(text, name), f"{name} is {_SETTINGS[name]}, not {_shown(value)}"))
        else:
            values[name.replace("-", "_")] = taken
    keys = given.get("keys", {})
    if isinstance(keys, Mapping):
        values["keys"], refused = _keys(text, keys)
        wrong += refused
    else:
        wrong.append(_Wrong(_line_of(text, "keys"), "keys is a table: begin it with a line [keys]"))
    return Config(**values, wrong=tuple(f"line {each.line}: {each.said}." for each in sorted(wrong)))


_SETTINGS = {
    "theme": f"one of {', '.join(ThemeName)}",
    "plain": "true or false",
    "mouse": "true or false",
    "lock-after": f"minutes from 0 to {MOST_MINUTES:g}",
}
"""Every setting with what it may be."""


def _taken(name: str, value: object) -> ThemeName | bool | float | None:
    """The value of the setting ``name``, or None where it can't be that."""
    if name == "theme":
        return ThemeName(value) if isinstance(value, str) and value in set(ThemeName) else None
    if isinstance(value, bool):
        return value if name in {"plain", "mouse"} else None
    if name == "lock-after" and isinstance(value, int | float) and 0 <= value <= MOST_MINUTES:
        return float(value)
    return None


def _parsed(text: str) -> tuple[dict[str, Any], list[_Wrong]]:
    """What TOML there is, without the lines that are none."""
    lines, wrong = text.splitlines(), list[_Wrong]()
    for _ in range(_TRIES):
        try:
            return tomllib.loads("\n".join(lines)), wrong
        except tomllib.TOMLDecodeError as broken:
            at = _where(broken, lines)
            why = one_line(re.sub(r" \(at .*\)$", "", str(broken)), limit=80)
            wrong.append(_Wrong(at + 1, f"this is no TOML ({why[:1].lower()}{why[1:]})"))
            if not lines[at].strip():
                return {}, wrong
            lines[at] = ""
        except RecursionError:
            return {}, [_Wrong(1, "it is nested too deep")]
    return {}, wrong


def _where(broken: tomllib.TOMLDecodeError, lines: list[str]) -> int:
    """The line that is no TOML, counted from 0: the last one with a text where the parser says only the end."""
    found = re.search(r"at line (\d+)", str(broken))
    at = min(int(found[1]) if found else len(lines), len(lines)) - 1
    while at > 0 and not lines[at].strip():
        at -= 1
    return at


def _keys(text: str, table: Mapping[str, Any]) -> tuple[dict[str, str], list[_Wrong]]:
    """Keys by the id of what they do, and what is wrong about them as a file; whether they can be is the screen's."""
    keys, wrong = dict[str, str](), list[_Wrong]()
    for name, value in _flat(table):
        given = value if isinstance(value, list) else [value]
        words = [part.strip() for each in given if isinstance(each, str) for part in each.split(",")]
        if len(words) < len(given) or not all(words):
            wrong.append(
                _Wrong(
                    _line_of(text, name), f'{_shown(name)} is keys such as "ctrl+s,f9", not {_shown(value)}'
                )
            )
        else:
            keys[name] = ",".join(words)
    return keys, wrong


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The entries of ``table`` by whole names: ``review.save`` without quotes is a table in a table."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _line_of(text: str, name: str) -> int:
    """The line on which ``name`` gets its value, counted from 1; the first one where that is not seen."""
    last = name.rpartition(".")[2]
    for number, line in enumerate(text.splitlines(), 1):
        key = line.partition("=")[0].strip().strip("\"'").replace('"', "").replace("'", "")
        if key in {name, last, f"[{name}]"} or key.endswith(f".{last}"):
            return number
    return 1


def _shown(value: object) -> str:
    return one_line(repr(value), limit=40)
