"""PyJWT, loaded for HMAC alone.

It loads all of ``cryptography`` where that is installed, for keys that no app of the platform has: apps sign with
HS256, HS384 or HS512 (documented), and for those the standard library is enough. Left out, the wizard takes 9 MiB
and 15 ms less. A sealed file loads ``cryptography`` itself, once its passphrase was typed.
"""

from tui.base.absent import absent

with absent("cryptography"):
    import jwt

__all__ = ["jwt"]
