"""What was changed in the form, field by field: each change can be taken back, and done again."""

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.campaign.draft import Draft

if TYPE_CHECKING:
    from tui.campaign.fields import Field

_LONGEST = 24
"""Characters of a value that are said of a change."""


class Change(NamedTuple):
    """The ``field`` that was changed, with the whole draft before and after; ``did`` says what was done, if known."""

    field: "Field"
    before: Draft
    after: Draft
    did: str = ""

    @property
    def words(self) -> str:
        """What the change was, as a sentence."""
        if self.did:
            return self.did
        before, after = (_short(_value(self.field, each)) for each in (self.before, self.after))
        return f"{self.field.title} {before} -> {after}."


class Travelled(NamedTuple):
    """What was taken back or done again: a sentence, and the field it changed; None where there was nothing."""

    said: str
    field: "Field | None" = None


@dataclass(slots=True, eq=False, repr=False)
class FormHistory:
    """The changes of ``draft``, which stays the same object. It holds no connection, so no secret."""

    draft: Draft
    _last: Draft = field(init=False)
    _is_open: bool = False
    _done: list[Change] = field(default_factory=list)
    _undone: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._last = copy_of(self.draft)

    def note(self, *, is_typed: bool) -> None:
        """Keep what was changed since the last time; what is typed in one field is one change until it is left."""
        if self.draft == self._last:
            return
        before, self._last = self._last, copy_of(self.draft)
        changed = _changed(before, self._last)
        if changed is None:
            return
        self._undone.clear()
        if is_typed and self._is_open and self._done and self._done[-1].field is changed:
            before = self._done.pop().before
        if before != self._last:
            self._done.append(Change(changed, before, self._last))
        self._is_open = is_typed

    def note_edit(self, field: "Field", did: str) -> None:
        """Keep an edit of ``field`` that was made at once, as one change that is named by what it ``did``."""
        before, self._last = self._last, copy_of(self.draft)
        self._undone.clear()
        self._done.append(Change(field, before, self._last, did))
        self._is_open = False

    def leave(self) -> None:
        """What is typed from now on is another change."""
        self._is_open = False

    @property
    def to_undo(self) -> str:
        """The change that would be taken back, in words; empty where there is none."""
        return self._done[-1].words if self._done else ""

    @property
    def to_redo(self) -> str:
        """The change that would be done again, in words; empty where there is none."""
        return self._undone[-1].words if self._undone else ""

    def undo(self) -> Travelled:
        """Take the last change back."""
        self.note(is_typed=False)
        if not self._done:
            return Travelled("Nothing to undo.")
        change = self._done.pop()
        self._undone.append(change)
        self._put(change.before)
        return Travelled(f"Undone: {change.words}", change.field)

    def redo(self) -> Travelled:
        """Do the change again that was taken back last."""
        self.note(is_typed=False)
        if not self._undone:
            return Travelled("Nothing to do again.")
        change = self._undone.pop()
        self._done.append(change)
        self._put(change.after)
        return Travelled(f"Done again: {change.words}", change.field)

    def _put(self, kept: Draft) -> None:
        copy = copy_of(kept)
        for each in fields(Draft):
            setattr(self.draft, each.name, getattr(copy, each.name))
        self._last, self._is_open = kept, False


def copy_of(draft: Draft) -> Draft:
    """``draft`` as it stands, which later changes leave alone."""
    return replace(draft, weeks=dict(draft.weeks), unsettled=dict(draft.unsettled))


def _changed(before: Draft, after: Draft) -> "Field | None":
    """The field that differs; of those that differ, a choice before what it brings along. None where no field does."""
    differing = [each for each in after.type.fields if _value(each, before) != _value(each, after)]
    return differing[0] if differing else None


def _value(field: "Field", draft: Draft) -> str:
    value = getattr(draft, field.key, None)
    return ", ".join(value) if isinstance(value, tuple) else field.kind.text(field, draft)


def _short(value: str) -> str:
    line = " ".join(value.split()) or "empty"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."
