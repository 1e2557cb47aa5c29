"""``kore-campaign profile test``: one harmless read by a profile, and what it shows."""

import argparse

from tui.base.console import put, say
from tui.base.json_output import put_json
from tui.base.patience import saying
from tui.commands.profile.profiles import named
from tui.credentials import profile_file, prompts
from tui.credentials.request import connection_request
from tui.credentials.resolve import Chosen, secret
from tui.kore.progress import Moment, Phase
from tui.kore.verdicts import MEANINGS
from tui.workflow.connection_check import check_connection


def test(arguments: argparse.Namespace) -> int:
    """Test a profile, or the default one; returns the exit code of what was found."""
    request = connection_request(arguments)
    if request.said:
        say(request.said)
    profile = named(profile_file.load(), arguments.name)
    connection = profile.connection(
        secret(Chosen(profile.draft(request.secret), profile), request, prompts.prompter())
    )
    say(f"Reading the contact lists on {connection.host.address}.")
    with saying(say, "Waiting for the platform"):
        found = check_connection(connection, _say_turn)
    if arguments.json:
        said = {"connected": found.is_connected, "found": found.found, "advice": found.advice}
        put_json({"profile": profile.name, "kind": found.word, **said})
    else:
        put(found.sentence)
    return MEANINGS[found.verdict].exit_code


def _say_turn(phase: Phase) -> None:
    if phase.name is Moment.TURN:
        say(phase.sentence)
