"""What the pages that lie over a step have in common: what they say and ask, and a foot below it."""

from textual.screen import ModalScreen, ScreenResultType


class ModalPage(ModalScreen[ScreenResultType]):
    """A page with its content in ``.page`` and a ``.foot``, in which a sentence for the status line is shown too."""

    DEFAULT_CSS = """
    .page { height: 1fr; padding: 1 1 0 1; }
    """
