"""PyJWT, loaded for HMAC alone.

It loads all of ``cryptography`` where that is installed, for keys that no app of the platform has: apps sign with
HS256, HS384 or HS512 (documented), and for those the standard library is enough. Left out, the wizard takes 9 MiB
and 15 ms less. What is sealed with a passphrase loads ``cryptography`` itself, once somebody has typed that.
"""

import sys

_ABSENT = "cryptography"

if _ABSENT in sys.modules:
    import jwt
else:
    sys.modules[_ABSENT] = None  # type: ignore[assignment]  # as Python marks what can't be imported
    try:
        import jwt
    finally:
        del sys.modules[_ABSENT]

__all__ = ["jwt"]
