"""What the rows of the start page lead to."""

from typing import TYPE_CHECKING

from tui.screen import on_demand
from tui.screen.pages.saving import keep_campaign
from tui.screen.pages.start_page import StartPage
from tui.screen.steps import number
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.frame import Heading
from tui.workflow import overview
from tui.workflow.access import Destination

if TYPE_CHECKING:
    from tui.screen.app import WizardApp
    from tui.storage.receipts import Receipt

_NONE_LEFT = "No draft is kept any more: it was deleted meanwhile."


class StartWays:
    """Goes from the start page of ``app`` to what a row names."""

    def __init__(self, app: "WizardApp") -> None:
        self.app = app
        self.session = app.session

    async def show(self) -> None:
        """Put the start page in the place of the step and what is around it."""
        frame = self.app.frame
        await frame.query("#heading, #buttons, Rail, Step").remove()
        await frame.mount(StartPage(self.session, self.app.entry.title), before="#status")
        self.app.show_status("")

    async def leave(self, page: StartPage) -> None:
        """Put what is around a step in the place of ``page``."""
        frame = self.app.frame
        await page.remove()
        frame.remove_class("-start")
        await frame.mount(Heading(id="heading"), before="#status")
        await frame.mount(ButtonBar(id="buttons"), before="#keys")

    def open(self, row: str) -> None:
        """Go where the row called ``row`` leads."""
        ways = {
            "back": lambda: self.app.go(self.app.at),
            "draft": self._go_on,
            "new": self._begin,
            "receipts": self._look_back,
            "practise": self._practise,
            "connections": self._connect,
        }
        ways[row]()

    def _go_on(self) -> None:
        latest = overview.latest_draft(self.app.autosave.path)
        if latest is None:
            self.app.show_status(_NONE_LEFT, error=True)
        else:
            self.app.open_draft(latest.path)

    def _begin(self) -> None:
        if keep_campaign(self.app):
            self.app.go(number("Basics" if not self.session.access.problems() else "Connection"))

    def _look_back(self) -> None:
        def begin_from(receipt: "Receipt | None") -> None:
            if receipt is not None:
                self.session.begin_from(receipt)
                self.app.go(number("Basics"))

        self.app.push_screen(on_demand.receipts(self.session), begin_from)

    def _practise(self) -> None:
        self.session.access.place = Destination.PRACTICE
        self.app.want_practice()
        self.app.go(number("Basics"))

    def _connect(self) -> None:
        if self.session.place is Destination.NOWHERE:
            self.session.access.place = Destination.PLATFORM
        self.app.go(number("Connection"))
