"""What the command line has about connections: ``profile``, and the options of all commands that talk."""

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tui.base.glyphs import COLOURS
from tui.base.usage import UsageError

if TYPE_CHECKING:
    from tui.kore.connection import ConnectionField

_OPTIONS = ("profile", "secret_fd", "secret_file", "passphrase_fd")


class Add(Protocol):
    """Adds a command to others: by name, with what it is about, and what to call with it."""

    def __call__(self, commands: Any, name: str, about: str, run: Any) -> argparse.ArgumentParser: ...  # noqa: D102


def add_connection(parser: argparse.ArgumentParser, *, is_below: bool = False) -> None:
    """Which connection, and its secret from the caller. ``is_below``: the options stand higher up as well."""
    default = argparse.SUPPRESS if is_below else None
    group = parser.add_argument_group("connection (a named profile, else KORE_…, else the default profile)")
    group.add_argument("--profile", metavar="NAME", default=default, help="the profile to use")
    add_secret(group, default)


def add_secret(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """A secret and a passphrase from the caller; never as an argument, which every process can read."""
    group.add_argument(
        "--secret-fd", type=_descriptor, metavar="N", default=default,
        help="read the client secret from descriptor N",
    )  # fmt: skip
    group.add_argument(
        "--secret-file", metavar="FILE", default=default,
        help="read it from a file that only you can read; - is standard input",
    )  # fmt: skip
    group.add_argument(
        "--passphrase-fd", type=_descriptor, metavar="N", default=default,
        help="read the passphrase of a sealed file from descriptor N",
    )  # fmt: skip


def _descriptor(text: str) -> int:
    """The number of a descriptor; what stands there instead may be a secret, and is not repeated."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError("a descriptor is a number, such as 3")
    return int(text)


def refuse_secrets(argv: Sequence[str]) -> None:
    """Refuse a secret as an argument, without repeating it.

    Raises:
        UsageError: the message names the ways there are.
    """
    for each in argv:
        if re.match(r"--(client-?)?(secret|token|password|passphrase)(=|$)", each):
            raise UsageError(
                "a secret is never an argument, which others can see: use --secret-fd or --secret-file"
            )


def check(arguments: argparse.Namespace) -> None:
    """Refuse options of a connection where there is none to choose.

    Raises:
        UsageError: the message says which, and why.
    """
    secret_input = [f"--{key.replace('_', '-')}" for key in _OPTIONS if getattr(arguments, key) is not None]
    if secret_input and arguments.command not in {None, "submit", "profile"}:
        raise UsageError(f"{secret_input[0]} is for commands that talk to the platform")
    if secret_input and arguments.practice:
        raise UsageError(f"{secret_input[0]} is not for practice, which has a connection of its own")
    if arguments.command == "profile" and arguments.profile is not None:
        raise UsageError("profile takes the name without --profile")
    if arguments.secret_fd is not None and arguments.secret_file is not None:
        raise UsageError("--secret-fd and --secret-file are two ways for one secret: use one")
    if secret_input:
        from tui.storage.files import STDIN

        takes_stdin = arguments.secret_file == STDIN or 0 in {arguments.secret_fd, arguments.passphrase_fd}
        if takes_stdin and getattr(arguments, "file", None) == STDIN:
            raise UsageError("the secret and the file can't both come from standard input")


def wish(arguments: argparse.Namespace) -> Any:
    """What the caller says of the connection, as :class:`tui.credentials.resolve.ConnectionRequest`.

    Raises:
        UsageError: the secret or the passphrase can't be read from where it is said to be.
    """
    from tui.credentials.resolve import ConnectionRequest

    if (arguments.secret_fd, arguments.secret_file, arguments.passphrase_fd) == (None, None, None):
        return ConnectionRequest(arguments.environment, arguments.profile or "")
    from tui.commands import prompts
    from tui.credentials import secret_input
    from tui.credentials.store import StoreError

    secret = passphrase = None
    talk = prompts.conversation()
    try:
        if arguments.secret_fd is not None:
            secret = secret_input.from_descriptor(arguments.secret_fd, conversation=talk)
        elif arguments.secret_file is not None:
            secret = secret_input.from_file(arguments.secret_file, conversation=talk)
        if arguments.passphrase_fd is not None:
            passphrase = secret_input.from_descriptor(arguments.passphrase_fd, "passphrase", talk)
    except StoreError as unreadable:
        raise UsageError(str(unreadable).rstrip(".")) from None
    if secret is None:
        return ConnectionRequest(arguments.environment, arguments.profile or "", None, passphrase)
    from tui.base import secret_text

    found = secret_text.read(secret)
    if not found.secret.get_secret_value():
        raise UsageError("there is no secret in what was given")
    return ConnectionRequest(
        arguments.environment, arguments.profile or "", found.secret, passphrase, found.said
    )


def fill(parser: argparse.ArgumentParser, add: Add) -> None:
    """Give ``profile`` what it does; without a word it lists."""
    parser.set_defaults(json=False)
    does = parser.add_subparsers(dest="what", metavar="WHAT")
    listing = add(does, "list", "list the profiles (also without a word)", list_all)
    showing = add(does, "show", "show one, and where its secret lives", _show)
    adding = add(does, "add", "add one; asks for what is not given", _add)
    editing = add(does, "edit", "change one; without options it asks for everything", _edit)
    removing = add(does, "remove", "remove one, and its secret from every place", _remove)
    testing = add(does, "test", "read the contact lists once, and say what is right or wrong", _test)
    default = add(does, "default", "make one the default", _default)
    for each in (showing, testing):
        each.add_argument("name", nargs="?", default="", metavar="NAME", help="default: the default profile")
    add_secret(testing.add_argument_group("its secret"))
    for each in (adding, editing, removing, default):
        each.add_argument("name", metavar="NAME", help="such as prod-eu")
    for each in (adding, editing):
        _add_values(each)
    removing.add_argument("--yes", action="store_true", help="do not ask")
    removing.add_argument(
        "--force", action="store_true", help="remove the profile also where its secret can't be deleted"
    )
    for each in (listing, showing, adding, editing, removing, testing, default):
        each.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def _add_values(parser: argparse.ArgumentParser) -> None:
    from tui.credentials.profiles import SecretPlace
    from tui.kore.connection import ALGORITHMS, CONNECTION_FIELDS

    values = parser.add_argument_group("the connection")
    for field in _texts():
        values.add_argument(
            f"--{field.key.replace('_', '-')}", metavar="TEXT", help=f"such as {field.example}"
        )
    values.add_argument(
        "--api",
        choices=["v1", "v2"],
        help=next(field.help for field in CONNECTION_FIELDS if field.key == "api"),
    )
    values.add_argument(
        "--algorithm", choices=ALGORITHMS, help="how tokens are signed; the app's own setting"
    )
    values.add_argument("--colour", choices=["none", *COLOURS], help="what it is painted with")
    values.add_argument(
        "--production", action=argparse.BooleanOptionalAction, help="its name is typed before each create"
    )
    secret = parser.add_argument_group("its secret")
    secret.add_argument(
        "--shared-account", action=argparse.BooleanOptionalAction, help="others log in to this account"
    )
    secret.add_argument(
        "--secret-place", choices=[place.value for place in SecretPlace], help="where it lives"
    )
    add_secret(secret)


def list_all(arguments: argparse.Namespace) -> int:
    """List the profiles."""
    from tui.commands import profile

    return profile.list_all(as_object=arguments.json)


def _show(arguments: argparse.Namespace) -> int:
    from tui.commands import profile

    return profile.show(arguments.name, as_object=arguments.json)


def _add(arguments: argparse.Namespace) -> int:
    from tui.commands import profile_edit

    return profile_edit.add(arguments.name, _values(arguments), wish(arguments), as_object=arguments.json)


def _edit(arguments: argparse.Namespace) -> int:
    from tui.commands import profile_edit

    return profile_edit.edit(arguments.name, _values(arguments), wish(arguments), as_object=arguments.json)


def _remove(arguments: argparse.Namespace) -> int:
    from tui.commands import profile

    return profile.remove(arguments.name, yes=arguments.yes, force=arguments.force, as_object=arguments.json)


def _test(arguments: argparse.Namespace) -> int:
    from tui.commands import profile_test

    return profile_test.run(arguments.name, wish(arguments), as_object=arguments.json)


def _default(arguments: argparse.Namespace) -> int:
    from tui.commands import profile

    return profile.make_default(arguments.name, as_object=arguments.json)


def _values(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was given of a profile, by the names of its attributes."""
    from tui.credentials.profiles import SecretPlace

    secret_input = {field.key: getattr(arguments, field.key) for field in _texts()}
    secret_input |= {
        "api": arguments.api,
        "algorithm": arguments.algorithm,
        "colour": "" if arguments.colour == "none" else arguments.colour,
        "is_production": arguments.production,
        "is_shared": arguments.shared_account,
        "secret_place": arguments.secret_place and SecretPlace(arguments.secret_place),
    }
    return {key: value for key, value in secret_input.items() if value is not None}


def _texts() -> list["ConnectionField"]:
    """What is given as text and is no secret."""
    from tui.kore.connection import CONNECTION_FIELDS

    return [field for field in CONNECTION_FIELDS if field.key not in {"api", "client_secret"}]
