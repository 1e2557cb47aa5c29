"""The text of the profiles' file: TOML read strictly, and changed without losing a comment. Pure: no disk.

```toml
version = 1
default = "prod-eu"

[profile.prod-eu]
host = "eu-platform.kore.ai"
app_id = "st-…"
account_id = "…"
client_id = "cs-…"
api = "v1"
algorithm = "HS256"
colour = "red"
production = true
shared_account = false
secret = "keyring"
```
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import ModuleType
from typing import Any

from tui.base.text import one_line
from tui.credentials.profile_errors import BrokenTextError, NoProfileError, ProfileError
from tui.credentials.profiles import Profile, SecretPlace

VERSION = 1
_HEADER = f"# Connections of kore-campaign. A secret never stands in here.\nversion = {VERSION}\n"
_KEYS = {"is_production": "production", "is_shared": "shared_account", "secret_place": "secret"}
_ATTRIBUTES = {_KEYS.get(each.name, each.name): each.name for each in fields(Profile) if each.name != "name"}
"""What a key in the file is called in :class:`~tui.credentials.profiles.Profile`."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """All profiles in the order of the file, and the name of the default profile, or nothing."""

    all: tuple[Profile, ...] = ()
    default: str = ""

    def named(self, name: str) -> Profile:
        """The profile called ``name``.

        Raises:
            NoProfileError: there is none.
        """
        for each in self.all:
            if each.name == name:
                return each
        known = ", ".join(each.name for each in self.all) or "none yet"
        raise NoProfileError(f"There is no profile {one_line(name, limit=60)}. Profiles: {known}.")


def read(text: str) -> Profiles:
    """Read the whole text.

    Raises:
        BrokenTextError: it is no TOML, from a newer version, or a key or value in it is unknown or wrong; the
            message names the line, and never a value.
    """
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise BrokenTextError(f"{_toml_line(text, wrong)}this is no TOML.") from None
    version = document.get("version", VERSION)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BrokenTextError(f"{_at(text, '', 'version')}version is a number from 1.")
    if version > VERSION:
        raise BrokenTextError(
            f"It is from a newer kore-campaign (version {version}; this one knows {VERSION})."
        )
    for key in document:
        if key not in {"version", "default", "profile"}:
            raise BrokenTextError(f"{_at(text, '', key)}{one_line(key, limit=40)} is no key of this file.")
    tables, default = document.get("profile", {}), document.get("default", "")
    if not isinstance(tables, dict) or not all(isinstance(each, dict) for each in tables.values()):
        raise BrokenTextError(f"{_at(text, '', 'profile')}a profile is a table: [profile.NAME].")
    profiles = Profiles(tuple(_profile(text, name, table) for name, table in tables.items()))
    try:
        _refuse_twins(profiles)
    except ProfileError as twins:
        raise BrokenTextError(str(twins)) from None
    if default != "" and default not in tables:
        raise BrokenTextError(f"{_at(text, '', 'default')}default names no profile that is here.")
    return replace(profiles, default=default)


def change(text: str, new: Profile | None, old: Profile | None) -> str:
    """``text`` with one profile added (no ``old``), changed from ``old`` to ``new``, or removed (no ``new``).

    Only what differs is touched, so that two sessions changing different things lose nothing.

    Raises:
        ProfileError: the text can't be read, or another session changed the same value meanwhile.
        ValueError: ``new`` has a problem; the message says what.
    """
    before = read(text)
    if new is None:
        assert old is not None
        return _removed(text, before, before.named(old.name))
    if old is None:
        return _added(text, before, new.tidy())
    return _changed(text, before, new.tidy(), old)


def with_default(text: str, name: str) -> str:
    """``text`` with ``name`` as the default profile.

    Raises:
        ProfileError: the text can't be read, or there is no such profile.
    """
    before = read(text)
    before.named(name)
    document = _document(text)
    if "default" in document:
        document["default"] = name
        return _checked(document.as_string(), replace(before, default=name))
    return _checked(_with_line_before_tables(text, f'default = "{name}"\n'), replace(before, default=name))


def _added(text: str, before: Profiles, new: Profile) -> str:
    after = replace(before, all=(*before.all, new), default=before.default if before.all else new.name)
    _refuse_twins(after)
    if not before.all and "default" not in _document(text):
        text = _with_line_before_tables(text or _HEADER, f'default = "{new.name}"\n')
    table = _toml().table()
    table.update(_written(new))
    document = _document(text)
    if "profile" not in document:
        document["profile"] = _toml().table(is_super_table=True)
    document["profile"][new.name] = table
    return _checked(document.as_string(), after)


def _removed(text: str, before: Profiles, old: Profile) -> str:
    document = _document(text)
    del document["profile"][old.name]
    if document.get("default") == old.name:
        del document["default"]
    rest = tuple(each for each in before.all if each.name != old.name)
    return _checked(
        document.as_string(), Profiles(rest, "" if before.default == old.name else before.default)
    )


def _changed(text: str, before: Profiles, new: Profile, old: Profile) -> str:
    if new.name != old.name:
        raise ProfileError("A profile keeps its name: add another, and remove this one.")
    current = before.named(old.name)
    document = _document(text)
    table = document["profile"][new.name]
    wanted, was, now = _written(new), _written(old), _written(current)
    changes: dict[str, Any] = {}
    for key, name in _ATTRIBUTES.items():
        if wanted.get(key) == was.get(key):
            continue
        if now.get(key) not in {was.get(key), wanted.get(key)}:
            raise ProfileError(
                f"Another session changed {key} of {old.name} meanwhile: look at it, and try again."
            )
        changes[name] = getattr(new, name)
        if key in wanted:
            table[key] = wanted[key]
        else:
            table.pop(key, None)
    after = replace(current, **changes)
    return _checked(
        document.as_string(),
        replace(before, all=tuple(after if each.name == after.name else each for each in before.all)),
    )


def _document(text: str) -> Any:
    return _toml().parse(text)


def _toml() -> ModuleType:
    """The library that keeps comments. Reading takes none, and writing is rare."""
    import tomlkit

    return tomlkit


def _profile(text: str, name: str, table: Mapping[str, Any]) -> Profile:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _ATTRIBUTES:
            hint = "; a secret never stands in here" if re.search("secret|token|password", key, re.I) else ""
            raise BrokenTextError(
                f"{_at(text, name, key)}{one_line(key, limit=40)} is no key of a profile{hint}."
            )
        wanted = bool if key in {"production", "shared_account"} else str
        if not isinstance(value, wanted):
            kind = "true or false" if wanted is bool else "a text in quotes"
            raise BrokenTextError(f"{_at(text, name, key)}{key} is {kind}.")
        if key == "secret" and value not in set(SecretPlace):
            raise BrokenTextError(
                f"{_at(text, name, key)}secret names a place ({', '.join(SecretPlace)}); "
                "a secret never stands in here."
            )
        values[_ATTRIBUTES[key]] = SecretPlace(str(value)) if key == "secret" else value
    profile = Profile(name, **values)
    for key in ("name", *values):
        if key not in {"is_production", "is_shared", "secret_place"} and (problem := profile.problem(key)):
            raise BrokenTextError(f"{_at(text, name, '' if key == 'name' else key)}{problem}")
    return profile


def _written(profile: Profile) -> dict[str, Any]:
    """What stands in the file of a profile: everything that was answered."""
    values = {key: getattr(profile, name) for key, name in _ATTRIBUTES.items()}
    return {
        key: str(value) if isinstance(value, str) else value
        for key, value in values.items()
        if value not in {None, ""}
    }


def _refuse_twins(profiles: Profiles) -> None:
    """Names are parts of file names, and not every file system tells capitals from small letters."""
    seen: set[str] = set()
    for each in profiles.all:
        if each.name.casefold() in seen:
            raise ProfileError(f"There is a profile {each.name} already (capitals make no difference).")
        seen.add(each.name.casefold())


def _checked(text: str, wanted: Profiles) -> str:
    """Check that ``text`` reads as the profiles that were wanted."""
    if read(text) != wanted:
        raise ProfileError("This file is written in a way that can't be changed here: edit it by hand.")
    return text


def _with_line_before_tables(text: str, line: str) -> str:
    """A bare key stands before every table: behind the last bare key, or at the top."""
    lines = text.splitlines(keepends=True)
    tables = next((at for at, each in enumerate(lines) if each.lstrip().startswith("[")), len(lines))
    bare = [at for at in range(tables) if lines[at].strip() and not lines[at].lstrip().startswith("#")]
    at = bare[-1] + 1 if bare else 0
    return "".join([*lines[:at], line, *lines[at:]])


def _toml_line(text: str, wrong: Exception) -> str:
    """``line 7: `` from what the parser says; its words could repeat a value."""
    found = re.search(r"at line ([0-9]+)", str(wrong))
    return f"line {found[1]}: " if found else f"line {len(text.splitlines())}: "


def _at(text: str, profile: str, key: str) -> str:
    """``line 7: `` where the key, or the table itself, is found as it is usually written; else nothing."""
    header = re.compile(rf"\s*\[\s*profile\s*\.\s*[\"']?{re.escape(profile)}[\"']?\s*\]")
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    inside = not profile
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            inside = bool(profile and header.match(line))
            if inside and not key:
                return f"line {number}: "
        elif inside and key and wanted.match(line):
            return f"line {number}: "
    return ""
