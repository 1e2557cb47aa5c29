"""What the command line says of the connection: a profile's name, and secrets that the caller gives."""

from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.base.usage import UsageError
from tui.credentials import prompts, secret_input
from tui.credentials.resolve import ConnectionRequest
from tui.credentials.store import StoreError
from tui.storage.files import STDIN

if TYPE_CHECKING:
    import argparse


def connection_request(arguments: "argparse.Namespace") -> ConnectionRequest:
    """Read the secret and the passphrase from where the caller says they are.

    Raises:
        UsageError: the secret or the passphrase can't be read from where it is said to be.
    """
    takes_stdin = arguments.secret_file == STDIN or 0 in {arguments.secret_fd, arguments.passphrase_fd}
    if takes_stdin and STDIN in (getattr(arguments, "file", ""), *getattr(arguments, "files", ())):
        raise UsageError("the secret and the file can't both come from standard input")
    request = ConnectionRequest(arguments.environment, arguments.profile or "")
    secret = None
    prompter = prompts.prompter()
    try:
        if arguments.secret_fd is not None:
            secret = secret_input.from_descriptor(arguments.secret_fd, prompter=prompter)
        elif arguments.secret_file is not None:
            secret = secret_input.from_file(arguments.secret_file, prompter=prompter)
        if arguments.passphrase_fd is not None:
            request.passphrase = secret_input.from_descriptor(arguments.passphrase_fd, "passphrase", prompter)
    except StoreError as unreadable:
        raise UsageError(str(unreadable).rstrip(".")) from None
    if secret is not None:
        found = secret_text.read(secret)
        if not found.secret.get_secret_value():
            raise UsageError("there is no secret in what was given")
        request.secret, request.said = found.secret, found.said
    return request
