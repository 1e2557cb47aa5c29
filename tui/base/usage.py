"""A command line that is wrong, and what this program is called on it."""

PROGRAM = "kore-campaign"


class UsageError(Exception):
    """The command line is wrong; the message says how."""
