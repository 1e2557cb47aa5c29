"""The keys a person chose in the config file: which of them can be, by the ids of the bindings there are."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key

import tui.screen
from tui.base.text import one_line
from tui.campaign.json_values import suggestion

KEPT = ("app.leave", "app.help")
"""What must always have a key: their usual keys stay, and nothing else gets them."""
_FORM_KEYS = frozenset(
    {
        "enter",
        "tab",
        "shift+tab",
        "escape",
        "up",
        "down",
        "left",
        "right",
        "backspace",
        "delete",
        "home",
        "end",
    }
)
"""What every form needs: no key of the whole wizard takes them away."""
_NAMED = frozenset(map(str.lower, Keys))
_CHARACTERS = frozenset(_character_to_key(chr(code)) for code in range(ord(" "), 127))
"""What puts a character into a field, by the toolkit's names. Private, kept right by a test."""
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta"})


class BoundAction(NamedTuple):
    """What a binding does: its usual ``keys``, and whether it works wherever one is, in a field too."""

    keys: tuple[str, ...]
    everywhere: bool


class Keymap(NamedTuple):
    """``keys`` by binding id, for the toolkit; ``wrong`` says of each entry that is ignored why."""

    keys: dict[str, str]
    wrong: tuple[str, ...]


def keymap(wanted: Mapping[str, str]) -> Keymap:
    """The part of ``wanted`` (keys, parted by commas, by binding id) that can be; nothing is loaded for nothing."""
    return checked(wanted, known_actions()) if wanted else Keymap({}, ())


def checked(wanted: Mapping[str, str], known: Mapping[str, BoundAction]) -> Keymap:
    """The part of ``wanted`` that names a known action, and a key that it can have and no other action has."""
    wrong, keys = list[str](), dict[str, tuple[str, ...]]()
    for name, given in wanted.items():
        parts = tuple(map(_long, given.split(",")))
        if refused := _refusal(name, parts, known):
            wrong.append(refused)
        else:
            keys[name] = parts
    taken = {name: keys.get(name, action.keys) for name, action in known.items()}
    taken |= {name: (*keys[name], *known[name].keys) for name in KEPT if name in keys}
    clashing = {name: found for name in keys if (found := _clash(name, taken, known))}
    for name, (key, other) in clashing.items():
        wrong.append(f"{name} and {other} are two actions on the key {key}: neither is changed")
    kept = {name: ",".join(dict.fromkeys(taken[name])) for name in keys if name not in clashing}
    return Keymap(kept, tuple(f"[keys]: {each}." for each in wrong))


def known_actions() -> dict[str, BoundAction]:
    """Every action that has an id, read off the bindings of all that the wizard can show."""
    found: dict[str, BoundAction] = {}
    for binding in _bindings():
        before = found.get(binding.id or "", BoundAction((), False))
        keys = tuple(key.strip() for key in binding.key.split(","))
        found[binding.id or ""] = BoundAction(
            (*before.keys, *keys),
            before.everywhere or binding.priority or (binding.id or "").startswith("app."),
        )
    return found


def _bindings() -> Iterator[Binding]:
    for module in pkgutil.walk_packages(tui.screen.__path__, "tui.screen."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, DOMNode) and each.__module__ == module.name:
                own: Sequence[object] = vars(each).get("BINDINGS", ())
                yield from (one for one in own if isinstance(one, Binding) and one.id)


def _refusal(name: str, keys: Sequence[str], known: Mapping[str, BoundAction]) -> str:
    """Why ``name`` can't have ``keys``, or nothing."""
    shown = one_line(name, limit=40)
    if name not in known:
        return f"no action is called {shown}{suggestion(name, tuple(known))}"
    for key in keys:
        if not _is_key(key):
            return f"{shown}: {one_line(key, limit=20)} is no key; keys are written as ctrl+s, f9, x"
        if known[name].everywhere and name not in KEPT and _types(key):
            return f"{shown} works in fields too, where {key} is typed: give it a key such as ctrl+s"
        if known[name].everywhere and key in _FORM_KEYS and key not in known[name].keys:
            return f"{shown} works in fields too, which need {key} themselves"
    return ""


def _long(key: str) -> str:
    """The toolkit's own name of ``key``: ``?`` is ``question_mark``. Private there, kept right by a test."""
    return _character_to_key(key) if len(key) == 1 else key


def _is_key(key: str) -> bool:
    *before, last = key.split("+")
    return set(before) <= _MODIFIERS and (len(last) == 1 or last in _NAMED or _types(last))


def _types(key: str) -> bool:
    """Whether ``key`` puts a character into a field."""
    return key in _CHARACTERS


def _clash(
    name: str, taken: Mapping[str, tuple[str, ...]], known: Mapping[str, BoundAction]
) -> tuple[str, str] | None:
    """The first key of ``name`` that means something else as well, and what; keys that usually do are left out."""
    for other in taken:
        usual = set(known[name].keys) & set(known[other].keys)
        if other != name and _meet(name, other, known):
            for key in taken[name]:
                if key in taken[other] and key not in usual:
                    return key, other
    return None


def _meet(one: str, other: str, known: Mapping[str, BoundAction]) -> bool:
    """Whether a key of both would ever mean two things: on one page, or because one works everywhere."""
    if one.partition(".")[0] == other.partition(".")[0]:
        return True
    return known[one].everywhere or known[other].everywhere
