"""A campaign without what must differ from one to the next: what a template keeps. Pure."""

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.campaign.draft import Draft

MUST_DIFFER = ("name", "contactLists")
"""The JSON keys of what each campaign has for itself."""


def without_what_differs(draft: "Draft") -> "Draft":
    """A copy of ``draft`` without its name and its contact lists, and without what a file said wrongly of them."""
    kept = deepcopy(draft)
    kept.leftovers = [each for each in kept.leftovers if not each.path.startswith(MUST_DIFFER)]
    kept.name, kept.contact_lists = "", ()
    return kept
