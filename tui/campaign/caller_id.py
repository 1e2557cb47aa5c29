"""A caller ID as telephone networks read it: whose country it is of, whether their plans have it, how it is grouped.

What can't be told stays open: a number without its country is of none, and one that several countries share is of no
single one. Pure; the plans of all countries are the library's, which is loaded at the first number that needs them.
"""

import re
import unicodedata
from dataclasses import dataclass
from types import ModuleType

from tui.campaign.odd_text import is_unseen
from tui.campaign.zone_names import countries

LOW, HIGH = 8, 15
"""How many digits a number of the usual shape has."""
_USUAL = re.compile(rf"\+[0-9]{{{LOW},{HIGH}}}")
_ENDING = 4
"""Digits that people repeat to make sure of a number."""
_LONGEST = 80
"""Characters of a number with a country; what is longer names none."""
_TRUNK = "(0)"
"""The zero that is dialled within a country, as letterheads write it behind the country's code."""
_MARKS = re.compile(r"[\s().\-/\u2010-\u2015\u2212\u00ad]")
_SIP = re.compile(r"sips?:\S+|[^\s@]+@[^\s@]+", re.IGNORECASE)
_NO_COUNTRY = "001"
"""What the library calls the region of codes that belong to no country, such as +800."""


@dataclass(frozen=True, slots=True)
class CallerId:
    """A number of the usual shape, ``grouped`` as people of its country write it for others.

    ``regions`` are the countries (ISO 3166) that can have it: several where they share it, none where its code is of
    no country. ``is_valid`` says whether their numbering plans have such a number.
    """

    number: str
    grouped: str
    code: int
    regions: tuple[str, ...]
    is_valid: bool

    @property
    def country(self) -> str:
        """Its country's name; where that can't be told, what is known instead."""
        if not self.is_valid:
            return f"not in +{self.code}'s plan"
        if len(self.regions) == 1:
            return country_name(self.regions[0])
        return f"one of {len(self.regions)} countries" if self.regions else "of no one country"

    @property
    def facts(self) -> str:
        """What is known of it, in few words: ``+1 415-555-0100, United States``."""
        return f"{self.grouped}, {self.country}"


def is_usual(value: str) -> bool:
    """Whether ``value`` has the shape of E.164: ``+`` and its digits, and nothing else."""
    return _USUAL.fullmatch(value) is not None


def is_sip(value: str) -> bool:
    """Whether ``value`` is an address of the Session Initiation Protocol, which newer platforms take."""
    return _SIP.fullmatch(value) is not None


def read(value: str) -> CallerId | None:
    """What is known of ``value``; None where it has another shape, or a code that nobody has."""
    if not is_usual(value):
        return None
    library = _library()
    try:
        parsed = library.parse(value)
    except library.NumberParseException:
        return None
    every = library.region_codes_for_country_code(parsed.country_code)
    owners = tuple(each for each in every if library.is_valid_number_for_region(parsed, each))
    grouped = library.format_number(parsed, library.PhoneNumberFormat.INTERNATIONAL)
    regions = tuple(each for each in owners or every if each != _NO_COUNTRY)
    return CallerId(value, grouped, parsed.country_code, regions, bool(owners))


def facts(value: str) -> str:
    """What stands beside the number while it is typed; nothing where nothing is known of it."""
    if is_sip(value):
        return "a SIP address, sent as it is"
    found = read(value)
    return found.facts if found else ""


def ending(value: str) -> str:
    """The last four digits of ``value``, by which people make sure of it; nothing where it has fewer."""
    digits = "".join(char for char in value if char.isascii() and char.isdigit())
    return digits[-_ENDING:] if len(digits) >= _ENDING else ""


def in_words(value: str) -> str:
    """The caller ID as the review says it: grouped, with its country and how it ends."""
    found, last = read(value), ending(value)
    said = [
        found.country if found else "a SIP address" if is_sip(value) else "",
        f"ends in {last}" if last else "",
    ]
    known = ", ".join(filter(None, said))
    shown = found.grouped if found else value
    return f"{shown} ({known})" if known else shown


def without_marks(value: str) -> str:
    """A number with nothing but its digits and a leading ``+``, as far as that can be told."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKC", value) if char == " " or not is_unseen(char)
    )
    bare = _MARKS.sub("", plain.removeprefix("tel:").replace(_TRUNK, "") if "+" in plain else plain)
    return bare if bare.removeprefix("+").isdecimal() and bare.isascii() else ""


def is_national(value: str) -> bool:
    """Whether ``value`` is a number that does not say of which country it is."""
    return without_marks(value).isdecimal()


def odd_code(value: str) -> str:
    """Why the country's code of a number of the usual shape is odd, or nothing."""
    if value.startswith("+0"):
        return "No country's code begins with 0."
    if "0" not in value[2:5]:  # codes have one to three digits
        return ""
    library = _library()
    try:
        parsed = library.parse(value)
    except library.NumberParseException:
        return ""
    start, meant = f"+{parsed.country_code}", library.format_number(parsed, library.PhoneNumberFormat.E164)
    if meant == value or not value.startswith(f"{start}0"):
        return ""
    return f"Behind {start} the 0 of a national number goes: {meant}."


def in_country(number: str, region: str) -> CallerId | None:
    """The national ``number`` as one of ``region``, an ISO 3166 code that a person chose; None where it is none."""
    digits, library = without_marks(number), _library()
    if not digits.isdecimal() or len(digits) > HIGH:
        return None
    try:
        parsed = library.parse(digits, region)
    except library.NumberParseException:
        return None
    found = read(library.format_number(parsed, library.PhoneNumberFormat.E164))
    return found if found and found.is_valid and region in found.regions else None


def with_country(typed: str) -> CallerId | None:
    """A national number with its country before or behind it, such as ``GB 020 7946 0000``; None for all else."""
    if len(typed) > _LONGEST:
        return None
    found = re.fullmatch(
        r"(?P<before>[^\d+]*?)\s*(?P<number>\(?\d[\d\s().\-/]*)(?P<behind>[^\d+]*)", typed.strip()
    )
    if found is None or not (word := (found["before"] or found["behind"]).strip(" ,;:()")):
        return None
    from tui.campaign.country_names import regions_called  # reads the tables of words

    readings = [each for region in regions_called(word) if (each := in_country(found["number"], region))]
    return readings[0] if len(readings) == 1 else None


def country_name(region: str) -> str:
    """What ISO 3166 calls a country, as the time zones' own table has it; its two letters where it has none."""
    return countries().get(region, (region, ()))[0]


def _library() -> ModuleType:
    """The plans of all countries: some 20 ms that no start waits for."""
    import phonenumbers

    return phonenumbers
