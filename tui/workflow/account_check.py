"""A campaign beside what was read of the account it goes to: what is worth a look before it is sent. Pure."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.campaign.draft import Draft
from tui.campaign.fields import CALLER_ID, Api, Field
from tui.campaign.json_values import SHOWN
from tui.campaign.problems import Problem, warning
from tui.workflow.known_names import meant, named, not_there

if TYPE_CHECKING:
    from tui.workflow.choices import Choice
    from tui.workflow.offers import Offer  # the network library, which nothing here needs

_NEVER_ALL = {CALLER_ID.key}


def _none(key: str) -> Collection[str]:  # noqa: ARG001
    return ()


def findings(
    draft: Draft,
    api: Api,
    read: "Mapping[str, Offer]",
    known: Callable[[str], Collection[str]] = _none,
) -> list[Problem]:
    """A warning for each name of ``draft`` that is not there, can't be used, or is used at the moment.

    ``read`` is what was read, by the keys of the fields; for those of which nothing was, the names ``known`` to exist
    are taken. A name that is not among what is only a part of all is said to be unverified. No caller ID is missed:
    what was seen of them is never all.
    """
    found = not_there(draft, api, lambda key: () if _was_read(read, key) else known(key))
    for field in draft.type.applying(draft.mode, api):
        if field.key not in _NEVER_ALL and _was_read(read, field.key):
            found += _of_field(field, draft, read[field.key])
    return found


def _was_read(read: "Mapping[str, Offer]", key: str) -> bool:
    return key in read and read[key].when is not None


def _of_field(field: Field, draft: Draft, offer: "Offer") -> Iterator[Problem]:
    names = [(path, name) for path, name in named(field, draft) if name.strip()]
    wanted = {name for _, name in names}
    there: dict[str, Choice] = {}
    for choice in offer.choices:
        if choice.name in wanted:
            there.setdefault(choice.name, choice)
    for path, name in names:
        said = one_line(name, limit=SHOWN)
        if name not in there:
            where = "not on the platform" if offer.is_whole else f"unverified, {offer.absent}"
            yield warning(path, f"{said} is {where}{meant(name, [each.name for each in offer.choices])}")
        elif there[name].hindrance:
            yield warning(path, f"{said} {there[name].hindrance}.")
        elif there[name].caution:
            yield warning(path, f"{said} is {there[name].caution}.")
