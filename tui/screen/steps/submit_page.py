"""What the Submit page is at, and what it says of a key that does nothing there. Pure."""

from enum import StrEnum


class Page(StrEnum):
    """What there is to do on the page; the value names what does it."""

    NOT_READY = "^R goes to the review, which lists what stops it."
    DOUBT = "Enter goes to the field, l looks, w puts it off."
    GUARDED = "Enter goes to the field: its word comes first."
    READY = "Enter asks whether to create it."
    ASKED = "y creates, Esc not yet."
    STAYING = "It is on its way. Esc cancels it."
    LEFT = "It was sent, once. Esc stops waiting."
    REFUSED = "c goes to what comes next, a shows the answer."
    ACCEPTED = "c goes to what comes next, i copies the id."
    UNKNOWN = "l looks again, w waits elsewhere, s leaves."


_UNSENT = frozenset({Page.NOT_READY, Page.DOUBT, Page.GUARDED, Page.READY, Page.ASKED})
_NO_ANSWER = frozenset({*_UNSENT, Page.STAYING, Page.LEFT})
_NOT_ASKED = "Nothing was asked yet."
_WHY: tuple[tuple[str, frozenset[Page], str], ...] = (
    ("yn", frozenset({Page.READY, Page.GUARDED, Page.DOUBT}), _NOT_ASKED),
    ("ync", frozenset({Page.NOT_READY}), "It is not ready to be sent."),
    ("c", frozenset({Page.READY, Page.ASKED, Page.STAYING, Page.LEFT}), "There is nothing to type."),
    ("yn", frozenset({Page.ACCEPTED, Page.UNKNOWN}), "It was sent already, once."),
    ("yn", frozenset({Page.REFUSED}), _NOT_ASKED),
    ("at", _NO_ANSWER, "There is no answer yet."),
    ("i", _NO_ANSWER, "There is no id yet."),
    ("i", frozenset({Page.REFUSED}), "Nothing was created."),
    ("il", frozenset({Page.ACCEPTED, Page.UNKNOWN}), "The platform named no id."),
    ("w", _UNSENT, "Nothing was sent yet."),
    ("l", frozenset({Page.NOT_READY}), "Nothing was sent yet."),
    ("l", frozenset({Page.STAYING, Page.LEFT}), "Its answer is waited for."),
    ("lw", frozenset({Page.REFUSED}), "Nothing was created."),
    ("w", frozenset({Page.ACCEPTED}), "It is accepted."),
    ("s", _UNSENT, "The review (^R) saves it."),
    ("s", frozenset({Page.STAYING, Page.LEFT}), "Ctrl+C leaves."),
    ("f", frozenset(Page), "Nothing was found."),
)
"""Keys that one could expect to do something, the pages where they don't, and why."""


def why_not(page: Page, key: str) -> str:
    """Why ``key`` does nothing on ``page``, where it could be expected to, and what does something there."""
    why = next((said for keys, pages, said in _WHY if page in pages and key in tuple(keys)), "")
    return f"{why} {page}".lstrip()


_KEYS: dict[Page, tuple[tuple[str, str], ...]] = {
    Page.NOT_READY: (),
    Page.GUARDED: (("Enter", "to the field"),),
    Page.READY: (("Enter", "asks to create"),),
    Page.ASKED: (("y", "creates"), ("Esc", "not yet")),
    Page.STAYING: (("Esc", "cancel"),),
    Page.LEFT: (("Esc", "stop waiting"),),
    Page.DOUBT: (("c", "continue"), ("l", "look"), ("w", "later")),
    Page.UNKNOWN: (("c", "continue"), ("a", "answer"), ("l", "look"), ("w", "wait"), ("s", "leave")),
    Page.REFUSED: (("c", "continue"), ("a", "answer"), ("t", "timeline"), ("s", "save")),
    Page.ACCEPTED: (("c", "continue"), ("a", "answer"), ("t", "timeline"), ("s", "save")),
}


def keys(
    page: Page, *, has_answer: bool, has_id: bool, can_ask: bool, is_found: bool
) -> tuple[tuple[str, str], ...]:
    """The keys that work on ``page``, with what they do.

    ``has_answer``: something came back; ``has_id``: the platform named the campaign; ``can_ask``: its status can be
    asked for; ``is_found``: the very campaign was found.
    """
    settles = (("f", "it is this one"),) * (is_found and page in {Page.DOUBT, Page.UNKNOWN})
    named = (("i", "copy id"),) * (has_id and page is Page.ACCEPTED)
    asks = (("l", "ask now"),) * (can_ask and page is Page.ACCEPTED)
    own = (each for each in _KEYS[page] if has_answer or each[0] != "a")
    return (*settles, *own, *named, *asks)
