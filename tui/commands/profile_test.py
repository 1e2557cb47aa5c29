"""``kore-campaign profile test``: one harmless read by a profile, and what it shows."""

from tui.base.console import put, put_json, say
from tui.base.patience import saying
from tui.commands import prompts
from tui.commands.profile import finish, named
from tui.credentials import profile_file
from tui.credentials.resolve import Chosen, ConnectionRequest, secret
from tui.kore.progress import Moment, Progress
from tui.kore.verdicts import MEANINGS


def run(name: str, wish: ConnectionRequest, *, as_object: bool) -> int:
    """Test the profile ``name``, or the default one; returns the exit code of what was found."""

    def work() -> int:
        if wish.said:
            say(wish.said)
        profile = named(profile_file.load(), name)
        connection = profile.connection(
            secret(Chosen(profile.draft(wish.secret), profile), wish, prompts.conversation())
        )
        from tui.kore.call_context import CallContext  # the network library
        from tui.kore.diagnosis import examine

        course = Progress(lambda phase: say(phase.sentence) if phase.name is Moment.TURN else None)
        say(f"Reading the contact lists on {connection.host.address}.")
        with saying(say, "Waiting for the platform"):
            found = examine(connection, way=CallContext(course=course))
        if as_object:
            said = {"connected": found.is_connected, "found": found.found, "advice": found.advice}
            put_json({"profile": profile.name, "kind": found.word, **said})
        else:
            put(found.sentence)
        return MEANINGS[found.verdict].exit_code

    return finish(work, as_object=as_object)
