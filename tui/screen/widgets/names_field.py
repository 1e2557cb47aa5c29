"""A field for names that are typed one by one, or pasted many at once."""

from textual.events import Paste
from textual.message import Message

from tui.base import typed
from tui.screen.widgets.offer_field import KnownField


class NamesField(KnownField):
    """A field for one name after the other; several lines or cells of a table that are pasted are many names."""

    class Pasted(Message):
        """Many names were pasted; what stood in the field belongs to the first or the last. ``said`` is to be said."""

        def __init__(self, names: tuple[str, ...], said: list[str]) -> None:
            super().__init__()
            self.names = names
            self.said = said

    def __init__(self, known: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__("", known, id=id)

    def on_paste(self, event: Paste) -> None:
        if len(typed.cells(event.text)) < 2:
            return
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        found = typed.cells(f"{self.value[:start]}{event.text}{self.value[end:]}")
        names = [typed.without_controls(each) for each in found]
        said = [sentence for _, sentences in names for sentence in sentences]
        self.value = ""
        self.post_message(self.Pasted(tuple(name for name, _ in names if name.strip()), said[:1]))
