"""What the tzdata package says: the names of zones, their aliases, and the zones of each country."""

from functools import cache

_WHERE_IT_IS = {
    "Africa/Asmera": "Africa/Asmara", "Africa/Timbuktu": "Africa/Bamako", "America/Coral_Harbour": "America/Atikokan",
    "America/Virgin": "America/St_Thomas", "Antarctica/South_Pole": "Antarctica/McMurdo",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen", "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk", "Pacific/Yap": "Pacific/Chuuk",
}  # fmt: skip
"""Older names that the database links to a zone of another country, with the one of their own."""


@cache
def names() -> tuple[str, ...]:
    """Every region zone: IANA names with a slash, outside ``Etc/``; in alphabetical order."""
    every = packaged("tzdata", "zones").split()
    return tuple(sorted(name for name in every if "/" in name and not name.startswith("Etc/")))


@cache
def links() -> dict[str, str]:
    """Every alias of the database with the name it stands for, such as ``Asia/Calcutta``."""
    lines = packaged("tzdata", "zoneinfo", "tzdata.zi").splitlines()
    return {alias: target for target, alias in (line.split()[1:3] for line in lines if line.startswith("L "))}


@cache
def countries() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The name and all zones of each country, by its ISO 3166 code."""
    spelled = dict(line.split("\t")[:2] for line in _lines("iso3166.tab"))
    found: dict[str, list[str]] = {}
    for line in _lines("zone.tab"):
        code, _, name = line.split("\t")[:3]
        found.setdefault(code, []).append(name)
    return {code: (spelled[code], tuple(zones)) for code, zones in found.items()}


@cache
def _in_use() -> frozenset[str]:
    return frozenset(name for _, zones in countries().values() for name in zones)


def current(name: str) -> str:
    """The name in use for the region zone ``name``: itself, or what its alias stands for."""
    return name if name in _in_use() else _WHERE_IT_IS.get(name) or links().get(name, name)


def _lines(table: str) -> list[str]:
    return [
        line
        for line in packaged("tzdata", "zoneinfo", table).splitlines()
        if line and not line.startswith("#")
    ]


def packaged(package: str, *path: str) -> str:
    """The text of a file that comes with ``package``."""
    from importlib.resources import files  # 4 ms that the first screen need not wait for

    return files(package).joinpath(*path).read_text(encoding="utf-8")
