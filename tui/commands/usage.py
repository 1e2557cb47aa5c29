"""A command line that is wrong."""


class UsageError(Exception):
    """The command line is wrong; the message says how."""
