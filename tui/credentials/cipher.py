"""The cipher of a sealed line: a key derived by Argon2id, and AES-256-GCM under it."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


class Cipher:
    """Derives its key when it is made, which takes a part of a second; ``memory`` is in KiB."""

    def __init__(self, passphrase: bytes, salt: bytes, memory: int, iterations: int, lanes: int) -> None:
        key = Argon2id(salt=salt, length=32, iterations=iterations, lanes=lanes, memory_cost=memory)
        self._cipher = AESGCM(key.derive(passphrase))

    def encrypt(self, nonce: bytes, data: bytes, header: bytes) -> bytes:
        """``data`` encrypted, and authenticated together with ``header``."""
        return self._cipher.encrypt(nonce, data, header)

    def decrypt(self, nonce: bytes, data: bytes, header: bytes) -> bytes | None:
        """What :meth:`encrypt` was given; None where this is another key, or ``data`` or ``header`` another."""
        try:
            return self._cipher.decrypt(nonce, data, header)
        except InvalidTag:
            return None
