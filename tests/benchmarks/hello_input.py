"""The plain Textual program with a field that keys are compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, Label


class HelloInput(App[None]):
    """A line of text and a field, as a first program has them."""

    def compose(self) -> ComposeResult:
        """The parts."""
        yield Header()
        yield Input(placeholder="Name")
        yield Footer()
        yield Label("Hello, World!")


if __name__ == "__main__":
    HelloInput().run()
