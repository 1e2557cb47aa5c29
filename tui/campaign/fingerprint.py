"""What tells two contents apart: eight characters that two people can compare by phone. Pure."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""None of them is taken for another when it is read aloud or off a poor screen: no 0 and O, no 1 and I, no 2 and Z."""
LENGTH = 8
SHAPE = "eight characters such as ACDE-3467"
"""How people are told what a fingerprint is."""


def content_hash(document: Mapping[str, Any]) -> str:
    """The SHA-256 of a document's JSON values; the order of the keys and the layout do not matter."""
    return _digest(document).hex()


def fingerprint(document: Mapping[str, Any]) -> str:
    """The content of ``document`` in eight characters, such as ``ACDE-3467``: others for any other content."""
    number, letters = int.from_bytes(_digest(document)), ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(LETTERS))
        letters += LETTERS[at]
    return _grouped(letters)


def sentence(shown: str) -> str:
    """What a person does with the fingerprint that is ``shown``."""
    return f"Fingerprint {shown}: a second person compares it (check --fingerprint)."


def read(typed: str) -> str:
    """A fingerprint as people write it: in any case, with a dash, a blank or nothing in the middle.

    Raises:
        ValueError: it is none.
    """
    letters = "".join(char for char in typed.upper() if char not in " -‐‑–−._")
    if len(letters) != LENGTH or not set(letters) <= set(LETTERS):
        raise ValueError(f"A fingerprint is {SHAPE}.")
    return _grouped(letters)


def _grouped(letters: str) -> str:
    return f"{letters[:4]}-{letters[4:]}"


def _digest(document: Mapping[str, Any]) -> bytes:
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
