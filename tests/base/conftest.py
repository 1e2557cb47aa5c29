"""What the tests of printing share with those of the commands that print."""

from tests.commands.conftest import campaign, run

__all__ = ["campaign", "run"]
