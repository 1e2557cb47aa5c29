"""Dialing strategy: from which number, by whom, how often, how long."""

from textual.widget import Widget

from tui.campaign import fields
from tui.campaign.draft import fixed_detection
from tui.campaign.fields import AMD, Field
from tui.screen.steps.form import FormStep
from tui.screen.widgets.fixed_line import FixedLine


class StrategyStep(FormStep):
    """What the dialing mode needs; machine detection is fixed where the platform has it off."""

    part = fields.Section.STRATEGY

    def editor(self, field: Field) -> Widget:
        """Show machine detection as a fact for modes with agents."""
        if field is AMD and self.session.draft.mode in fields.WITH_AGENTS:
            return FixedLine(fixed_detection(self.session.draft)[0], id=field.key)
        return super().editor(field)

    def help_line(self, field: Field) -> str:
        """Say why machine detection can't be chosen."""
        if field is AMD and self.session.draft.mode in fields.WITH_AGENTS:
            return fixed_detection(self.session.draft)[1]
        return super().help_line(field)
