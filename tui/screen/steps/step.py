"""What all steps have in common: they read the session, write the session, and ask."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual._styles_cache import StylesCache
from textual.app import App
from textual.containers import VerticalScroll
from textual.geometry import Offset, Size
from textual.message import Message
from textual.types import CallbackType
from textual.widget import Widget
from textual.widgets import Input

from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.frame import StatusLine
from tui.workflow.help_text import HelpText, explain
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.campaign.fields import Field
    from tui.storage.receipts import Receipt


class Step(VerticalScroll, can_focus=False):
    """One step of the wizard, made anew each time it is entered: all that lasts is in the session."""

    DEFAULT_CSS = """
    Step { height: 1fr; scrollbar-size-vertical: 1; }
    """
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Keys that only this step has, with what they do."""
    HAS_HELP: ClassVar[bool] = False
    """Whether the help of its fields stands above the buttons, which then stand directly under it."""
    AIR_FROM: ClassVar[int] = 24
    """Lines of the terminal from which on a blank line stands above that help."""
    ABOUT: ClassVar[str] = ""
    """What F1 says where no field has the focus."""

    class Changed(Message):
        """The session changed; ``said`` is a sentence about it, where there is one."""

        def __init__(self, said: str = "", *, error: bool = False) -> None:
            super().__init__()
            self.said = said
            self.error = error

    class ProgressChanged(Message):
        """Something that was begun elsewhere, in a thread, went on."""

    class ReceiptsWanted(Message):
        """The person wants to see every create that was sent from here."""

    class Jump(Message):
        """The person wants to be at a field: a step's title, and the key of a field of it."""

        def __init__(self, title: str, key: str = "") -> None:
            super().__init__()
            self.title = title
            self.key = key

    def __init__(self, session: Session, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.session = session

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        # As high as what is in it, as far as what is around it leaves room.
        around = sum(
            each.outer_size.height
            for each in self.screen.children
            if each is not self and each.styles.dock == "none"
        )
        room = max(container.height - around, 1)
        return min(super().get_content_height(container, viewport, width), room)

    def call_after_refresh(self, callback: CallbackType, *args: Any, **kwargs: Any) -> bool:
        """As the toolkit's own, but nothing is called once the step was left: what it is about is gone then."""

        def unless_left() -> Any:
            return callback(*args, **kwargs) if self.is_attached else None

        return super().call_after_refresh(unless_left)

    def focus_on_entry(self, key: str = "") -> None:
        """Put the focus on the field ``key``, or on the first one."""
        wanted = [*self.query(f"#{key}").results(Widget)] if key else []
        for widget in [*wanted, *self.query("*").results(Widget)]:
            if widget.focusable:
                # At once: keys typed ahead are for it, and it is drawn once. Where it lies is known later.
                widget.screen.set_focus(widget, scroll_visible=False)
                self.call_after_refresh(widget.scroll_visible, animate=False)
                return

    def on_unmount(self) -> None:
        # A cache of the toolkit keeps the lines of a thousand widgets. Private API, kept right by a test.
        StylesCache.get_inner_outer.cache_clear()

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter in a line of text goes on to the next field, where a step has no other use for it."""
        self.app.action_focus_next()

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands while the page itself has the focus."""
        return self.region.offset

    def show_status(self, sentence: str, *, error: bool = False) -> None:
        """Put a sentence on the status line, and let the frame look at the session again."""
        self.post_message(self.Changed(sentence, error=error))

    def action_receipts(self) -> None:
        self.post_message(self.ReceiptsWanted())

    def begin_from(self, receipt: "Receipt | None") -> None:
        """Begin a new campaign with the content of ``receipt``; without one, do nothing."""
        if receipt is not None:
            self.session.begin_from(receipt)
            self.post_message(self.Jump("Basics"))

    def place_of(self, widget: Widget) -> str:
        """What is explained and come back to where ``widget`` has the focus: mostly itself, by its id."""
        return widget.id or ""

    def writes(self, widget: Widget) -> str:
        """The key of the field that is changed by ``widget``, one of those with the focus; else its id."""
        return self.place_of(widget)

    @property
    def read_words(self) -> str:
        """How old is what the step offers, and how it is read again; most steps offer nothing."""
        return ""

    @property
    def last_words(self) -> str:
        """What is to be said where the step is left; mostly nothing."""
        return ""

    def progress_changed(self) -> None:
        """Show how what was begun went on; most steps begin nothing."""

    def take_paste(self, text: str, *, into_secret: bool) -> bool:  # noqa: ARG002
        """Take ``text`` for the step as a whole, before a field sees it; most steps leave it to the field.

        ``into_secret``: the focus is on a field that is for secrets.
        """
        return False

    def show_again(self, field: "Field") -> bool:  # noqa: ARG002
        """Show what ``field`` holds now, without leaving where one is; False where the step must be made anew."""
        return False

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that only this step has now, with what they do."""
        return self.KEYS

    def explain(self, key: str) -> HelpText:
        """What F1 says about the field ``key``, or about the step where no field is meant."""
        return explain(key) or HelpText("This step", (self.ABOUT,))


def show_status(app: App[None], sentence: str, *, error: bool = False) -> None:
    """Put a sentence on the status line, and on that or in the last line of a page that lies over it."""
    for screen in dict.fromkeys((app.screen_stack[0], app.screen)):
        for status in screen.query(StatusLine):
            status.show_status(sentence, error=error)
    for foot in app.screen.query(".foot").results(FixedLine):
        foot.show(f" {sentence}")
