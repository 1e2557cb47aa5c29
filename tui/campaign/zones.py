"""Time zones a campaign may have: region zones of the IANA database, named as the tzdata package names them.

A region follows its own clock changes. A fixed offset (``EST``, ``UTC+5``, ``Etc/GMT-5``) does not: half the
year it is an hour off, so it is refused, naming the region that was probably meant.
"""

import re
from dataclasses import dataclass
from functools import cache

_MEANT = {
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "EST5EDT": "America/New_York",
    "CST": "America/Chicago", "CDT": "America/Chicago", "CT": "America/Chicago", "CST6CDT": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver", "MST7MDT": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "PST8PDT": "America/Los_Angeles", "HST": "Pacific/Honolulu", "AKST": "America/Anchorage",
    "GMT": "Europe/London", "BST": "Europe/London", "WET": "Europe/Lisbon", "IST": "Asia/Kolkata",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MET": "Europe/Berlin", "EET": "Europe/Athens",
    "MSK": "Europe/Moscow", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong", "PKT": "Asia/Karachi", "GST": "Asia/Dubai", "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney", "AWST": "Australia/Perth", "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland", "SAST": "Africa/Johannesburg", "EAT": "Africa/Nairobi",
}  # fmt: skip
_OFFSETS = {
    "+0": "Europe/London", "+1": "Europe/Berlin", "+2": "Europe/Athens", "+3": "Europe/Istanbul",
    "+3:30": "Asia/Tehran", "+4": "Asia/Dubai", "+4:30": "Asia/Kabul", "+5": "Asia/Karachi",
    "+5:30": "Asia/Kolkata", "+5:45": "Asia/Kathmandu", "+6": "Asia/Dhaka", "+6:30": "Asia/Yangon",
    "+7": "Asia/Bangkok", "+8": "Asia/Singapore", "+9": "Asia/Tokyo", "+9:30": "Australia/Adelaide",
    "+10": "Australia/Sydney", "+11": "Pacific/Noumea", "+12": "Pacific/Auckland", "-3": "America/Sao_Paulo",
    "-3:30": "America/St_Johns", "-4": "America/Halifax", "-5": "America/New_York", "-6": "America/Chicago",
    "-7": "America/Denver", "-8": "America/Los_Angeles", "-9": "America/Anchorage", "-10": "Pacific/Honolulu",
}  # fmt: skip
_FAMILIAR = {
    "bombay": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "new delhi": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata", "india": "Asia/Kolkata", "chennai": "Asia/Kolkata",
    "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles", "boston": "America/New_York",
    "washington": "America/New_York", "miami": "America/New_York", "atlanta": "America/New_York",
    "dallas": "America/Chicago", "houston": "America/Chicago", "munich": "Europe/Berlin",
    "frankfurt": "Europe/Berlin", "hamburg": "Europe/Berlin", "milan": "Europe/Rome",
    "barcelona": "Europe/Madrid", "geneva": "Europe/Zurich", "beijing": "Asia/Shanghai",
    "osaka": "Asia/Tokyo", "abu dhabi": "Asia/Dubai", "canberra": "Australia/Sydney",
    "rio": "America/Sao_Paulo", "uk": "Europe/London", "england": "Europe/London", "germany": "Europe/Berlin",
    "france": "Europe/Paris", "japan": "Asia/Tokyo",
}  # fmt: skip
_FIXED = re.compile(
    r"(?:UTC|GMT|Z|Etc/[a-z]*|Zulu|UCT|Universal|Greenwich)?\s*(?:([+-])\s*0?([0-9]{1,2})(?::?([0-9]{2}))?)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ZoneVerdict:
    """What is wrong with a zone's name (nothing where it is fine), or worth a word; what was perhaps meant."""

    error: str = ""
    note: str = ""
    meant: tuple[str, ...] = ()


@cache
def names() -> tuple[str, ...]:
    """Every region zone: IANA names with a slash, outside ``Etc/``; in alphabetical order."""
    from importlib.resources import files  # 4 ms that the first screen need not wait for

    every = files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
    return tuple(sorted(name for name in every if "/" in name and not name.startswith("Etc/")))


@cache
def links() -> dict[str, str]:
    """Every alias of the database with the name it stands for now, such as ``Asia/Calcutta``."""
    from importlib.resources import files

    text = files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text(encoding="utf-8")
    pairs = (line.split()[1:3] for line in text.splitlines() if line.startswith("L "))
    return {alias: target for target, alias in pairs}


def judge(name: str) -> ZoneVerdict:
    """Judge the name of a zone as it stands in a campaign."""
    if name in names():
        current = links().get(name)
        return ZoneVerdict(note=f"An older name of {current}; sent as typed." if current in names() else "")
    meant = _meant(name.strip())
    if not meant:
        return ZoneVerdict(f"{name[:40]!r} is no time zone of a region: use a name such as Asia/Kolkata.")
    if name.strip().casefold() == meant[0].casefold():
        return ZoneVerdict(f"Write {meant[0]}, spelled exactly so.", meant=meant)
    fixed = name.strip().upper() in _MEANT or _FIXED.fullmatch(name.strip())
    why = "is a fixed offset or a country, not a region" if fixed else "is no time zone known here"
    return ZoneVerdict(f"{name[:40]!r} {why}. Perhaps {' or '.join(meant)}?", meant=meant)


def search(typed: str, limit: int = 8) -> tuple[str, ...]:
    """Names that fit what was typed so far: by word, region or familiar city; at most ``limit``."""
    wanted = " ".join(typed.replace("_", " ").replace("/", " ").casefold().split())
    if not wanted:
        return ()
    familiar = [zone for word, zone in _FAMILIAR.items() if word.startswith(wanted)]
    familiar += [zone for short, zone in _MEANT.items() if short.casefold() == wanted]
    ranked = sorted(
        (rank, name in links(), name) for name in names() if (rank := _rank(wanted, name)) is not None
    )
    return tuple(dict.fromkeys([*familiar, *(name for *_, name in ranked)]))[:limit]


def _rank(wanted: str, name: str) -> int | None:
    words = name.replace("_", " ").replace("/", " ").casefold()
    city = name.rpartition("/")[2].replace("_", " ").casefold()
    if words == wanted or city == wanted:
        return 0
    if city.startswith(wanted):
        return 1
    if words.startswith(wanted):
        return 2
    if all(any(part.startswith(word) for part in words.split()) for word in wanted.split()):
        return 3
    return 4 if wanted in words else None


def _meant(name: str) -> tuple[str, ...]:
    """The regions that a name which is none probably means, best first."""
    for known in names():
        if known.casefold() == name.casefold():
            return (known,)
    if zone := _MEANT.get(name.upper()) or _FAMILIAR.get(name.casefold()):
        return (zone,)
    alias = {each.casefold(): target for each, target in links().items()}.get(name.casefold())
    if alias in names():
        return (alias,)
    if name and (fixed := _FIXED.fullmatch(name)):
        sign, hours, minutes = fixed.groups()
        if sign and name.casefold().startswith("etc/"):  # POSIX counts the other way round there
            sign = "-" if sign == "+" else "+"
        offset = f"{sign or '+'}{int(hours or 0)}" + (f":{minutes}" if minutes and minutes != "00" else "")
        offset = "+0" if offset == "-0" else offset
        return (_OFFSETS[offset],) if offset in _OFFSETS else ("Europe/London",)
    import difflib

    return tuple(difflib.get_close_matches(name.replace(" ", "_"), names(), 2, 0.75)) or search(name, 2)
