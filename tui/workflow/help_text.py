"""What help says about each field: the help panel and the plain questions read it here. Pure."""

from typing import NamedTuple

from tui.kore.connection import CONNECTION_FIELDS


class HelpText(NamedTuple):
    """A title and paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def explain(key: str) -> HelpText | None:
    """Everything known about the field ``key`` of a connection or a campaign; None where there is none."""
    for each in CONNECTION_FIELDS:
        if each.key == key:
            example = (f"Example: {each.example}",) if each.example else ()
            given = f"In the environment: {each.environment}"
            return HelpText(each.title, (each.help, each.more, *example, given))
    from tui.campaign.fields import FIELDS  # not for the first screen

    for field in FIELDS:
        if field.key == key:
            return HelpText(
                field.title, (field.help, field.more, f"Example: {field.example}", f"Source: {field.source}.")
            )
    return None
