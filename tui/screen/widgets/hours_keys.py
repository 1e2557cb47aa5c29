"""The keys of the calling-hours grid. Keys of one name share a line on the card of keys, so that it fits a screen."""

from textual.binding import Binding, BindingType


def _key(keys: str, action: str, name: str, about: str, does: str = "") -> Binding:
    """``about`` stands on the card for all keys of the ``name``, ``does`` in the menu for this one alone."""
    return Binding(keys, action, about, id=f"grid.{name}", tooltip=does)


def _only_key(keys: str, action: str, name: str, about: str, shown: str) -> Binding:
    """One that no menu can stand for."""
    return Binding(keys, action, about, id=f"grid.{name}", key_display=shown, system=True)


KEYS: list[BindingType] = [
    _only_key("left,h", "move(0, -1)", "move", "Move", "←h"),
    _only_key("down,j", "move(1, 0)", "move", "Move", "↓j"),
    _only_key("up,k", "move(-1, 0)", "move", "Move", "↑k"),
    _only_key("right,l", "move(0, 1)", "move", "Move", "→l"),
    _key("home", "move(0, -99)", "day-ends", "Start, end of the day", "To the start of the day"),
    _key("end", "move(0, 99)", "day-ends", "Start, end of the day", "To the end of the day"),
    _key("ctrl+home", "move(-9, -99)", "week-ends", "Start, end of the week", "To the start of the week"),
    _key("ctrl+end", "move(9, 99)", "week-ends", "Start, end of the week", "To the end of the week"),
    _only_key("1,2,3,4,5,6,7", "digit", "day", "Go to Mon-Sun", "1-7"),
    _key("space", "flip", "flip", "Flip the cell"),
    _key("enter,v", "range", "range", "Begin a range"),
    _only_key("shift+left", "stretch(0, -1)", "stretch", "Stretch a range", "shift+arrow"),
    _only_key("shift+right", "stretch(0, 1)", "stretch", "Stretch a range", "shift+arrow"),
    _only_key("shift+up", "stretch(-1, 0)", "stretch", "Stretch a range", "shift+arrow"),
    _only_key("shift+down", "stretch(1, 0)", "stretch", "Stretch a range", "shift+arrow"),
    _key("r", "row", "lines", "Range: day, all days", "Range: the whole day"),
    _key("c", "column", "lines", "Range: day, all days", "Range: this time on all days"),
    _key("o", "paint(True)", "paint", "Open, close the range", "Open the range"),
    _key("x", "paint(False)", "paint", "Open, close the range", "Close the range"),
    _key("escape", "cancel", "cancel", "Give up what was begun"),
    _key("y", "copy", "copy", "Copy the day, paste it", "Copy the day"),
    _key("p", "paste", "copy", "Copy the day, paste it", "Paste the day that was copied"),
    _key("W", "paste_on(5)", "paste-on", "Paste: Mo-Fr, all days", "Paste it on Monday to Friday"),
    _key("A", "paste_on(7)", "paste-on", "Paste: Mo-Fr, all days", "Paste it on all days"),
    _key("left_square_bracket", "edge(-1, True)", "end", "End: a cell back, on", "End a cell earlier"),
    _key("right_square_bracket", "edge(1, True)", "end", "End: a cell back, on", "End a cell later"),
    _key("left_curly_bracket", "edge(-1, False)", "start", "Start: a cell back, on", "Start a cell earlier"),
    _key("right_curly_bracket", "edge(1, False)", "start", "Start: a cell back, on", "Start a cell later"),
    _key("less_than_sign", "fine(-1, True)", "fine", "5 min: end, start", "End 5 minutes earlier"),
    _key("greater_than_sign", "fine(1, True)", "fine", "5 min: end, start", "End 5 minutes later"),
    _key("left_parenthesis", "fine(-1, False)", "fine", "5 min: end, start", "Start 5 minutes earlier"),
    _key("right_parenthesis", "fine(1, False)", "fine", "5 min: end, start", "Start 5 minutes later"),
    _key("e", "ask('text')", "text", "Edit as text; presets", "Edit as text"),
    _key("g", "presets", "text", "Edit as text; presets", "Presets"),
    _key("u", "app.undo", "undo", "Undo, do again", "Undo"),
    _key("U", "app.redo", "undo", "Undo, do again", "Do again"),
    _key("z", "zoom", "zoom", "Zoom: 30, 15, 60 min"),
    _key("t", "ask('zone')", "elsewhere", "Time elsewhere"),
    _key("K", "keep", "keep", "Keep a file's repair"),
]
