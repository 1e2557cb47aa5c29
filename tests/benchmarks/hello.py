"""The plain Textual program that others are compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Label("Hello, World!")


if __name__ == "__main__":
    Hello().run()
