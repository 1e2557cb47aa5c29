"""What a person can't see of a text, and texts that look alike."""

import re
import unicodedata
from collections.abc import Iterator

from tui.base.typed import named, names_of

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of characters that leave nothing, or only a gap, on a screen."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and symbols by their category that are drawn as nothing."""
_JOINERS = frozenset("\u200c\u200d")
"""Between two characters they belong to the script, or to an emoji."""
_PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^<>]*%>|\$\{[^{}]*\}|%\(\w+\)s|\[\[[^\[\]]*\]\]")


def is_unseen(char: str) -> bool:
    """Whether ``char`` is drawn as nothing or as a gap."""
    return char in _FILLERS or unicodedata.category(char) in _UNSEEN


def is_blank(text: str) -> bool:
    """Whether nothing of ``text`` can be seen; a mark alone, without a letter, counts as nothing too."""
    return all(is_unseen(char) or unicodedata.category(char) in {"Mn", "Me"} for char in text)


def look(text: str) -> str:
    """``text`` as texts are compared by their look: composed, in one case, gaps as one blank, nothing unseen."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    gaps = "".join(" " if unicodedata.category(char) in {"Zs", "Zl", "Zp", "Cc"} else char for char in folded)
    return " ".join("".join(char for char in gaps if char == " " or not is_unseen(char)).split())


def oddities(text: str) -> Iterator[str]:
    """What of ``text`` is easily overlooked, each as the end of a sentence: ``ends with U+0020 (SPACE)``."""
    inner = text.strip()
    if text[: len(text) - len(text.lstrip())]:
        yield f"begins with {named(text[0])}"
    if text[len(text.rstrip()) :]:
        yield f"ends with {named(text[-1])}"
    odd = [char for at, char in enumerate(inner) if char != " " and is_unseen(char) and not _joins(inner, at)]
    if odd:
        yield f"has {names_of(''.join(odd))}, which looks like a blank or like nothing"
    if found := _PLACEHOLDER.search(text):
        yield f"has {found[0][:40]!r}, a placeholder that was not filled in"


def _joins(text: str, at: int) -> bool:
    return text[at] in _JOINERS and 0 < at < len(text) - 1
