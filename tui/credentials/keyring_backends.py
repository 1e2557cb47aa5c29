"""Which keyrings are trusted, and why others are not. Imports nothing: the child that talks to them reads it too.

The keyring library chooses by environment, by a config file and by what else is installed, and so may choose a
keyring that keeps nothing or writes plain text. This program asks for the backends below by name, and for no others.
"""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backend:
    """A trusted backend of the keyring library, and its name for people."""

    module: str
    class_name: str
    title: str

    @property
    def name(self) -> str:
        """The name of the backend as the keyring library writes it."""
        return f"{self.module}.{self.class_name}"


_BY_PLATFORM = {
    "darwin": (Backend("keyring.backends.macOS", "Keyring", "the macOS Keychain"),),
    "win32": (Backend("keyring.backends.Windows", "WinVaultKeyring", "the Windows Credential Locker"),),
}
_SECRET_SERVICE = Backend("keyring.backends.SecretService", "Keyring", "the Secret Service")
_ELSEWHERE = (_SECRET_SERVICE, Backend("keyring.backends.kwallet", "DBusKeyring", "KWallet"))

_REFUSED = (
    ("keyring.backends.null.", "keeps nothing and says it did"),
    ("keyring.backends.fail.", "only fails"),
    ("keyring.backends.chainer.", "hands the secret to whatever else is installed"),
    ("keyrings.alt.file.PlaintextKeyring", "writes the secret as plain text"),
    ("keyrings.alt.file.EncryptedKeyring", "encrypts weakly, and without noticing damage"),
    ("keyrings.alt.", "is one of the weak ones"),
    ("keyrings.cryptfile.", "loses entries when two programs write"),
    ("keyring_pass.", "cuts secrets, and writes over the screen"),
)


def trusted(platform: str = sys.platform) -> tuple[Backend, ...]:
    """The backends that may be used on ``platform``, the first that answers being taken."""
    return _BY_PLATFORM.get(platform, _ELSEWHERE)


def refusal(name: str) -> str:
    """Why the backend called ``name`` (module and class) is never used; empty for a trusted backend."""
    everywhere = (*_ELSEWHERE, *(each for known in _BY_PLATFORM.values() for each in known))
    if name in {each.name for each in everywhere}:
        return ""
    for beginning, why in _REFUSED:
        if name.startswith(beginning):
            return f"{name} {why}: it is not used."
    return f"{name} is not one of the keyrings that this program knows to be safe: it is not used."
