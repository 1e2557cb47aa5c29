"""A client secret as people give it, with what they copy along: which secret, or token, it is.

One function decides for every way a secret comes in. Pure; what it says never holds a part of the secret.
"""

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from tui.base import typed

if TYPE_CHECKING:
    from pydantic import SecretStr

JWT = r"eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+"
"""How every JWT looks, since its header begins with ``{"``; no client secret does."""
_STRAY_SECRET = re.compile(
    r"""(?:KORE_CLIENT_SECRET|client_?secret)["'\u2019\u201d]?\s*[=:]|setx?\s+KORE_CLIENT_SECRET\s""",
    re.IGNORECASE,
)
"""A name that a secret follows, as shells, JSON and people write it."""
_STRAY_TOKEN = re.compile(r"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]")
"""How a token begins: its header alone tells nothing, what follows does."""
_MOST_WORDS = 5
"""How many words may stand before a token, such as ``Authorization: Bearer`` or ``-H 'auth:``."""
_LABEL = re.compile(
    r"""(?:export\s+|set\s+|setx\s+|\$env:|\$)?["']?[a-z_.\s-]*secret["']?\s*[:=]\s*(?!=)""", re.IGNORECASE
)
"""A name before the secret, as shells, JSON and people write it: ``export KORE_CLIENT_SECRET=``."""
_QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u201e": "\u201c",
    "\u00ab": "\u00bb",
}
_AFTER = " ;,"
"""What may stand behind the closing quotation mark."""
_PASTE_MARK = re.compile("\x1b\\[20[01]~")
_LOOKS_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f")


class Given(NamedTuple):
    """The secret itself, and in words what else was given, or nothing."""

    secret: "SecretStr"
    besides: str

    @property
    def said(self) -> str:
        """That it was left out, in a sentence, where there was something."""
        return f"Left out of the secret: {self.besides}." if self.besides else ""


def wrapped(text: str) -> "SecretStr":
    """``text`` as a secret: the one place that loads the type, 70 ms that no start without a secret waits for."""
    from pydantic import SecretStr

    return SecretStr(text)


def read(given: "SecretStr") -> Given:
    """The secret in ``given``: without blanks, what can't be seen, quotation marks and a name before it.

    A token is taken out of what stands around it. What is a bare secret, or a bare token, stays as it is.
    """
    text = given.get_secret_value()
    bare, besides = _bare(text)
    return Given(given if bare == text else type(given)(bare), besides)


def is_token(secret: str) -> bool:
    """Whether that is a ready-made token, and no secret."""
    return re.fullmatch(JWT, secret) is not None


def stray(text: str) -> str:
    """Which secret stands in ``text``, the value of a field that is for none: ``client secret``, ``token``, or nothing.

    A text that is typed is found before the secret itself is: by the name before it, or by a token's header.
    """
    if _STRAY_SECRET.search(text):
        return "client secret"
    return "token" if _STRAY_TOKEN.search(text) else ""


def not_here(what: str) -> str:
    """The sentence for a field that was emptied since it held ``what``."""
    return f"Emptied: a {what} goes into its own field."


def _bare(text: str) -> tuple[str, str]:
    text = _PASTE_MARK.sub("", text)
    unseen = "".join(filter(_is_unseen, text))
    wrong_bytes = any("\ud800" <= char <= "\udfff" for char in text)
    seen = "".join(char for char in text if not (_is_unseen(char) or "\ud800" <= char <= "\udfff"))
    if token := _token_in(seen):
        around = token != text
        return token, "what stands around a ready-made token" if around else ""
    core, label, quotes = _unwrapped(seen.strip())
    bare = "".join(core.split())
    blanks = len(seen) - len(seen.strip()) + len(core) - len(bare)
    left_out = [
        *[typed.names_of(unseen)] * bool(unseen),
        *["bytes that are no UTF-8"] * wrong_bytes,
        *["a name before it"] * label,
        *["quotation marks"] * quotes,
        *[f"{blanks} blanks or line breaks" if blanks > 1 else "a blank or line break"] * bool(blanks),
    ]
    return bare, ", ".join(left_out)


def _unwrapped(text: str) -> tuple[str, bool, bool]:
    """``text`` without a name before it and quotation marks around it, however they are nested; whether there were."""
    label = quotes = False
    while text:
        named, closed = _LABEL.match(text), text.rstrip(_AFTER)
        if named:
            text, label = text[named.end() :].rstrip(_AFTER), True
        elif len(closed) > 1 and _QUOTES.get(closed[0]) == closed[-1]:
            text, quotes = closed[1:-1].strip(), True
        else:
            break
    return text, label, quotes


def _token_in(text: str) -> str:
    """The one token in ``text``, which a line break may cut; nothing where there is none, or more around it."""
    before, found, rest = text.partition("eyJ")
    token = found + "".join(rest.split()).rstrip("".join(_QUOTES.values()) + _AFTER + "}])")
    words = re.findall("[A-Za-z0-9_-]+", before)
    is_alone = len(words) <= _MOST_WORDS and not any(char.isdigit() for char in before)
    return token if is_alone and is_token(token) else ""


def _is_unseen(char: str) -> bool:
    """Whether nothing of ``char`` can be seen, a usual blank and line break aside."""
    if char in " \t\r\n":
        return False
    return (
        char in _LOOKS_BLANK or char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    )
