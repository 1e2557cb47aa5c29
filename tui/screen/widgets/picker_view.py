"""What a picker shows, as text: rows with their facts in columns, and the line of what was chosen. Pure, no widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from tui.screen.widgets.drawing import fitted
from tui.workflow.choices import Choice, note_of, people_words, shown_name

MOST_ROWS, FEW_ROWS = 8, 5
"""Rows in sight where several can be chosen, and under a field of one value."""
_LEAST_NAME, _MOST_NAME = 16, 40
_MOST_FACT, _MOST_NOTE, _MOST_CHOSEN = 20, 26, 30
"""Cells of a name, of a fact, of what is kept free for a note, and of a name among those that were chosen."""
_GAP = 2
_KEPT = 1
"""Facts that a note leaves standing."""
_BEFORE = 7
"""Cells before a name: the mark of the cursor, and of what is chosen."""
_CHOSEN, _AS_TYPED = " CHOSEN ", " as typed"


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of the name, of each fact and of the longest note."""

    name: int = 0
    facts: tuple[int, ...] = ()
    note: int = 0

    @classmethod
    def of(cls, choices: Sequence[Choice]) -> "Columns":
        """What all of ``choices`` would take, so that the columns stay while fewer are shown."""
        names = _widest([choice.name for choice in choices], _MOST_NAME)
        notes = _widest([choice.hindrance or choice.caution for choice in choices], _MOST_NOTE)
        facts = zip_longest(*(choice.facts for choice in choices), fillvalue="")
        return cls(names, tuple(_widest(column, _MOST_FACT) for column in facts), notes)

    def within(self, width: int) -> "Columns":
        """The columns in ``width`` cells; a fact that has no room has none."""
        wide = list(self.facts)
        name = max(self.name + 2, _LEAST_NAME)  # two for the quotes around a name with blanks at its ends
        while len(wide) > _KEPT and name + _behind(wide, self.note) > width - _BEFORE:
            if _behind(wide[:-1], self.note) == _behind(wide, self.note):
                break  # it stands where notes do, and takes nothing from the names
            wide.pop()
        while wide and _LEAST_NAME + _behind(wide, self.note) > width - _BEFORE:
            wide.pop()
        room = max(width - _BEFORE - _behind(wide, self.note), 1)
        return Columns(min(name, room), tuple(wide), self.note)


def _widest(texts: Sequence[str], most: int) -> int:
    """Cells of the widest text, ``most`` at most."""
    plain = max((len(text) for text in texts if text.isascii()), default=0)
    others = max((cell_len(text[:most]) for text in texts if not text.isascii()), default=0)
    return min(max(plain, others), most)


def _behind(facts: Sequence[int], notes: int) -> int:
    """Cells behind the name: a note, where there are any, stands over the facts behind the first."""
    beside = sum(facts[:_KEPT]) + _GAP * len(facts[:_KEPT])
    over = sum(facts[_KEPT:]) + _GAP * len(facts[_KEPT:])
    return beside + max(over, min(notes + 2 + _GAP, _MOST_NOTE) if notes else 0)


def mark(*, is_chosen: bool, many: bool) -> str:
    """``[x] [ ]`` where several can be chosen, ``(*) ( )`` where one can."""
    return ("[x]" if is_chosen else "[ ]") if many else "(*)" if is_chosen else "( )"


def row_texts(choice: Choice, columns: Columns, shown_mark: str, *, is_here: bool) -> tuple[str, str]:
    """A row up to its note, and the note, which takes the place of the last facts where there are many."""
    note = note_of(choice)
    facts = choice.facts[: _KEPT if note else None]
    cells = [_fact(fact, wide) for fact, wide in zip(facts, columns.facts, strict=False)]
    before = f"{'  >' if is_here else '   '}{shown_mark} "
    name = fitted(shown_name(choice.name), columns.name)
    return (" " * _GAP).join((f"{before}{name}", *cells)) + " " * _GAP * bool(note), note


def _fact(fact: str, wide: int) -> str:
    """A fact in its column; one that begins with a number ends where its column does."""
    gap = wide - cell_len(fact)
    return " " * gap + fact if fact[:1].isdigit() and gap > 0 else fitted(fact, wide)


def typed_text(typed: str, columns: Columns, *, is_here: bool, is_whole: bool) -> str:
    """The row that takes what was typed as it is; ``is_whole`` says that nothing else exists than what is offered."""
    name = shown_name(typed).strip('"')
    name = fitted(name, min(cell_len(name), _MOST_NAME - len(_AS_TYPED) - 2))
    said = f'"{name}"{_AS_TYPED}'
    said = fitted(said, max(columns.name, cell_len(said)))
    return (
        f"{'  >' if is_here else '   '}+   {said}  {'not on the platform' if is_whole else 'not seen there'}"
    )


@dataclass(frozen=True, slots=True)
class ChosenLines:
    """The names that were chosen, one behind the other: for each its line, its first column and its text.

    ``height`` is how many lines they take, ``people`` what stands at the right of the last one.
    """

    places: tuple[tuple[int, int, str], ...]
    height: int
    people: str

    @classmethod
    def of(cls, names: Sequence[str], known: Mapping[str, Choice], width: int) -> "ChosenLines":
        """``names`` in their order, in lines of ``width`` cells; where any are ``known``, the others bear a ``~``."""
        x, y, places = len(_CHOSEN), 0, []
        for number, name in enumerate(names, 1):
            doubt = "~" if known and name not in known else ""
            text = f" {number} {doubt}{shown_name(name)}"
            text = fitted(text, min(cell_len(text), _MOST_CHOSEN, max(width - len(_CHOSEN) - 1, 1)))
            if x + cell_len(text) >= width and x > len(_CHOSEN):
                x, y = len(_CHOSEN), y + 1
            places.append((y, x, text))
            x += cell_len(text) + 1
        people = people_words(names, known)
        if people and x + cell_len(people) + 1 > width:
            y += 1
        return cls(tuple(places), y + 1 if names else 0, people)

    def text(self, y: int, width: int) -> list[tuple[int, str]]:
        """Line ``y`` as texts with the number of the name each is: -1 the title, -2 the people, -3 a gap."""
        found = [(at, x, text) for at, (line, x, text) in enumerate(self.places) if line == y]
        texts, x = [(-1, _CHOSEN if y == 0 else " " * len(_CHOSEN))], len(_CHOSEN)
        for at, start, text in found:
            texts += [(-3, " " * (start - x)), (at, text)]
            x = start + cell_len(text)
        if self.people and y == self.height - 1:
            gap = width - x - cell_len(self.people) - 1
            texts += [(-3, " " * max(gap, 1)), (-2, self.people)]
        return texts

    def beside(self, at: int, by: int) -> int:
        """The name in the line above or below that of ``at``, the nearest to its column; -1 where there is none."""
        line, x, _ = self.places[at]
        there = [(abs(left - x), each) for each, (y, left, _) in enumerate(self.places) if y == line + by]
        return min(there)[1] if there else -1
