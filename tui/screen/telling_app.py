"""An app that says what its parts have to say: of what was typed in a field, and that Esc had nothing to close."""

from tui.screen.kept_app import KeptApp
from tui.screen.widgets.inputs import TextField


class TellingApp(KeptApp):
    """Says it where :meth:`tell` says everything."""

    def on_text_field_said(self, event: TextField.Said) -> None:
        """Something about what was typed or pasted."""
        self.tell(event.sentence)

    def action_nothing_to_close(self) -> None:
        """Esc closes or gives up what is open, and nothing else."""
        self.tell("Nothing is open here. Ctrl+P goes a step back, Ctrl+C leaves.")
