"""What a picker shows. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that exists on the platform and can be picked for a field.

    ``name`` is character for character what is sent, and not inert. ``facts`` are the short facts of its row in
    columns, printable. ``hindrance`` says why it can't be used, ``caution`` what is worth a look though it can; empty
    where there is nothing to say. ``people`` is for the sum of what was chosen, None where it is not known.
    """

    name: str
    facts: tuple[str, ...] = ()
    hindrance: str = ""
    caution: str = ""
    people: int | None = None
