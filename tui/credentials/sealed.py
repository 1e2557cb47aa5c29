"""The sealed line: an entry under a passphrase, by Argon2id and AES-256-GCM. Pure: no disk.

    kore-campaign-sealed:1:NAME:argon2id:MEMORY_KIB:ITERATIONS:LANES:SALT:NONCE:CIPHERTEXT:CHECKSUM

Everything before the ciphertext is authenticated with it. The checksum (SHA-256 of all before it) protects
nothing: it tells damage from a wrong passphrase, before a second is spent on deriving a key.
"""

import base64
import binascii
import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.credentials.store import StoreError, WrongPassphraseError
from tui.credentials.stored_secret import ENTRY_LIMIT

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.credentials.cipher import Cipher

MAGIC = "kore-campaign-sealed"
SEALED_VERSION = 1
SEALED_LIMIT = 8_192
"""Bytes; a line has some 1,800."""
SHORTEST_PASSPHRASE = 8
"""Characters."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving the key costs: memory in KiB, rounds over it, and lanes. 64 MiB thrice is about 0.2 s.

    The time goes with memory times rounds; the most that is allowed of it is about a second, so that three wrong
    passphrases are refused within five.
    """

    memory_kib: int = 65_536
    iterations: int = 3
    lanes: int = 4

    def is_bounded(self) -> bool:
        """Whether a line may ask for it: neither weaker than today's advice, nor enough to stop a machine."""
        return (
            19_456 <= self.memory_kib <= 262_144
            and 2 <= self.iterations <= 16
            and 1 <= self.lanes <= 8
            and self.memory_kib * self.iterations <= 65_536 * 16
        )  # the lower end: OWASP's password storage cheat sheet


class SealedError(StoreError):
    """No passphrase opens the sealed line."""


def seal(entry: str, profile: str, passphrase: "SecretStr", cost: Cost = Cost()) -> str:
    """The line that holds ``entry``, always of the same length, so that it tells nothing of a secret's.

    Raises:
        StoreError: the passphrase is too short.
    """
    if len(passphrase.get_secret_value()) < SHORTEST_PASSPHRASE:
        raise StoreError(f"A passphrase has {SHORTEST_PASSPHRASE} characters at least.")
    salt, nonce = os.urandom(16), os.urandom(12)
    numbers = (cost.memory_kib, cost.iterations, cost.lanes)
    header = ":".join(
        map(str, (MAGIC, SEALED_VERSION, profile, "argon2id", *numbers, _text(salt), _text(nonce)))
    )
    sealed = _cipher(passphrase, salt, cost).encrypt(
        nonce, entry.ljust(ENTRY_LIMIT).encode("ascii"), header.encode("ascii")
    )
    line = f"{header}:{_text(sealed)}"
    return f"{line}:{_checksum(line)}\n"


def unseal(line: bytes, profile: str, passphrase: "SecretStr") -> str:
    """The entry in a line.

    Raises:
        SealedError: it is cut off, damaged, of another version or profile, or asks for too much or too little.
        WrongPassphraseError: the passphrase does not open it.
    """
    header, cost, salt, nonce, sealed = _parts(line, profile)
    entry = _cipher(passphrase, salt, cost).decrypt(nonce, sealed, header.encode("ascii"))
    if entry is None:
        raise WrongPassphraseError("The passphrase does not open it.")
    return entry.decode("ascii").rstrip()


def inspect(line: bytes, profile: str) -> None:
    """Look whether a passphrase is worth asking for. Raises SealedError as :func:`unseal`."""
    _parts(line, profile)


def _parts(line: bytes, profile: str) -> tuple[str, Cost, bytes, bytes, bytes]:
    text = _whole(line)
    head = re.match(rf"{MAGIC}:([0-9]{{1,9}}):", text)
    if not head:
        raise SealedError("The file is no sealed file of this program.")
    version = int(head[1])
    if version < SEALED_VERSION:
        raise SealedError(
            f"The file is of an old version ({version}) that is opened no more: give the secret again, to seal it anew."
        )
    if version > SEALED_VERSION:
        raise SealedError(
            f"The file is of a newer version ({version}) than this kore-campaign knows ({SEALED_VERSION})."
        )
    found = re.fullmatch(
        r"([^:]+:[0-9]+:([^:]+):argon2id:([0-9]{1,9}):([0-9]{1,9}):([0-9]{1,9}):([^:]+):([^:]+)):([^:]+)",
        text,
    )
    if not found:
        raise SealedError("The file has not the parts that a sealed file has.")
    if found[2] != profile:
        raise SealedError("The file is sealed for another profile.")
    cost = Cost(int(found[3]), int(found[4]), int(found[5]))
    salt, nonce, sealed = (_bytes(found[at]) for at in (6, 7, 8))
    if not cost.is_bounded() or len(salt) != 16 or len(nonce) != 12:
        raise SealedError("The file asks for a key derivation that is refused: too weak, or too costly.")
    return found[1], cost, salt, nonce, sealed


def _whole(line: bytes) -> str:
    """The line without its checksum, once that is right."""
    if len(line) > SEALED_LIMIT:
        raise SealedError("The file is too large for a sealed file.")
    if _is_right(line.removesuffix(b"\n")):
        return line.decode("ascii").rpartition(":")[0]
    if not line.endswith(b"\n") and not _is_right(line[:-1]):
        raise SealedError("The file is cut off: its end is missing.")
    raise SealedError("The file is damaged: it is not what was written, if only by one character.")


def _is_right(line: bytes) -> bool:
    try:
        text, _, checksum = line.decode("ascii").rpartition(":")
    except UnicodeDecodeError:
        return False
    return checksum == _checksum(text)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def _cipher(passphrase: "SecretStr", salt: bytes, cost: Cost) -> "Cipher":
    from tui.credentials.cipher import Cipher  # its library: only where something is sealed or opened

    typed = unicodedata.normalize("NFC", passphrase.get_secret_value()).encode("utf-8", "surrogatepass")
    return Cipher(typed, salt, cost.memory_kib, cost.iterations, cost.lanes)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise SealedError("The file has not the parts that a sealed file has.") from None
