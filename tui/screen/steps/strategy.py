"""Dialing strategy: from which number, by whom, how often, how long."""

from tui.campaign import fields
from tui.screen.steps.form import FormStep


class StrategyStep(FormStep):
    """What the dialing mode needs."""

    part = fields.Section.STRATEGY
