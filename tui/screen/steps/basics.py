"""Basics: what the campaign is called, and how it dials."""

from tui.campaign import fields
from tui.screen.steps.form import FormStep


class BasicsStep(FormStep):
    """Name, description, priority and dialing mode."""

    part = fields.Section.BASICS
