"""Offsets from UTC: read in every spelling, and the regions that are at one now."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tui.campaign.zone_index import likeliest
from tui.campaign.zone_names import countries

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−﹣－", "-"))
_UTC = r"(?:UTC|GMT|UCT|Etc/GMT|Etc/UTC|Z|Zulu)"
_SIGNED = re.compile(
    rf"(?<![\w/])({_UTC}\s*)?([+-])\s*([0-9]{{1,2}})(?:(?::|h)?([0-9]{{2}})|[.,]([0-9]{{1,2}}))?(?::00)?(?![\w:.])",
    re.IGNORECASE,
)
_NONE = re.compile(r"\(\s*(?:UTC|GMT)\s*\)", re.IGNORECASE)
_UNIVERSAL = re.compile(
    r"UTC|UCT|Z|Zulu|Universal|(?:Etc/)?(?:UTC|UCT|Zulu|Universal)|(?:Coordinated )?Universal Time"
    r"(?: Coordinated)?|UTC Time|GMT0|Etc/(?:GMT|Greenwich)0?",
    re.IGNORECASE,
)
_HALF_A_YEAR = timedelta(days=182)


def is_universal(text: str) -> bool:
    """Whether ``text`` names UTC itself, which is the clock of no place."""
    return _UNIVERSAL.fullmatch(text.strip(" ()[]")) is not None


def split_offset(text: str) -> tuple[str, int | None]:
    """``text`` without the offset that stands in it, and that offset in minutes east; None without one."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    found = _SIGNED.search(plain)
    if not found:
        bare = _NONE.search(plain)
        return (plain[: bare.start()] + " " + plain[bare.end() :], 0) if bare else (text, None)
    base, sign, hours, minutes, part = found.groups()
    away = int(hours) * 60 + (int(minutes) if minutes else round(60 * float(f".{part}")) if part else 0)
    if (base or "").casefold().startswith("etc/"):  # POSIX counts the other way round there
        sign = "-" if sign == "+" else "+"
    return plain[: found.start()] + " " + plain[found.end() :], -away if sign == "-" else away


def at_offset(minutes: int, now: datetime) -> tuple[str, ...]:
    """The regions whose clocks are ``minutes`` east of UTC at ``now`` (aware), the likeliest first."""
    return _by_offset(now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)).get(minutes, ())


def has_offset(zone: str, minutes: int, now: datetime) -> bool:
    """Whether the clocks of ``zone`` are ``minutes`` east of UTC at some time of the year."""
    return minutes in {_offset(zone, now), _offset(zone, now + _HALF_A_YEAR)}


@cache
def _by_offset(now: datetime) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for zone in likeliest(sorted(zone for _, zones in countries().values() for zone in zones)):
        found.setdefault(_offset(zone, now), []).append(zone)
    return {minutes: tuple(zones) for minutes, zones in found.items()}


def _offset(zone: str, now: datetime) -> int:
    return round((now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()) / timedelta(minutes=1))
