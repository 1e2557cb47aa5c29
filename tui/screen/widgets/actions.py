"""What can be done where one is, read off the bindings themselves: the page of help and the menu list it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.app import App
from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class Action:
    """What ``keys`` do now: ``action`` of ``node``, or what ``run`` does where no binding does it.

    ``does`` says it; ``about`` says what all keys of one ``name`` do. Some make no sense but as keys.
    """

    name: str
    keys: tuple[str, ...]
    about: str
    does: str
    action: str
    node: DOMNode
    only_by_key: bool
    run: Callable[[], object] | None = None


def actions(app: App[None]) -> list[Action]:
    """Everything that has a name, one for each binding; what the focused widget does first."""
    active = sorted(app.screen.active_bindings.values(), key=lambda each: each.node is not app.focused)
    found = []
    for each in active:
        binding = each.binding
        if each.enabled and binding.id and binding.description:
            is_of_app = binding.action.startswith("app.")
            found.append(
                Action(
                    binding.id,
                    (_shown(app.get_key_display(binding)),),
                    binding.description,
                    binding.tooltip or binding.description,
                    binding.action.removeprefix("app."),
                    app if is_of_app else each.node,
                    binding.system,
                )
            )
    return found


def _shown(key: str) -> str:
    """A key as the last line writes it: ``^O``, ``F4``."""
    return key.upper() if re.fullmatch(r"\^[a-z]|f\d+", key) else key


def keys(app: App[None]) -> list[tuple[str, str]]:
    """Every key that works, with what it does; those of one name together."""
    shown: dict[str, dict[str, None]] = {}
    about: dict[str, str] = {}
    for each in actions(app):
        shown.setdefault(each.name, {}).update(dict.fromkeys(each.keys))
        about[each.name] = each.about
    return [(" ".join(shown[name]), about[name]) for name in shown]


def choices(app: App[None]) -> list[Action]:
    """What a menu can do in place of keys, each thing once, with all its keys."""
    found: dict[tuple[DOMNode, str], Action] = {}
    for each in actions(app):
        known = found.get((each.node, each.action))
        if known is None and not each.only_by_key:
            found[each.node, each.action] = each
        elif known is not None and each.keys[0] not in known.keys:
            found[each.node, each.action] = replace(known, keys=known.keys + each.keys)
    return list(found.values())
