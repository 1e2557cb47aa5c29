"""``kore-campaign profile add`` and ``edit``: from options, or asked for one after another."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.base.console import say, say_wrapped
from tui.base.glyphs import COLOURS
from tui.base.json_output import put_json
from tui.base.secret_text import is_token
from tui.campaign.fields import Api
from tui.commands.options import add_secret
from tui.commands.profile.profiles import StopError, as_json
from tui.credentials import profile_file, prompts
from tui.credentials.places import Places
from tui.credentials.profiles import Profile, SecretPlace, name_problem
from tui.credentials.request import connection_request
from tui.credentials.resolve import ConnectionRequest, answering
from tui.credentials.save_profile import SavedProfile, save_profile
from tui.credentials.store import Prompter
from tui.kore.connection import ALGORITHMS, CONNECTION_FIELDS
from tui.kore.verdicts import Verdict

if TYPE_CHECKING:
    from pydantic import SecretStr

_TEXTS = tuple(field for field in CONNECTION_FIELDS if field.key not in {"api", "client_secret"})


def add_values(parser: argparse.ArgumentParser) -> None:
    """Add the options that give the values of a profile, and its secret."""
    values = parser.add_argument_group("the connection")
    for field in _TEXTS:
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


def add(arguments: argparse.Namespace) -> int:
    """Add a profile and keep its secret; what is not given is asked for. Returns the exit code."""
    name, values, request = arguments.name, _values(arguments), connection_request(arguments)
    if problem := name_problem(name):
        raise StopError(Verdict.USAGE, problem)
    if name.casefold() in {each.name.casefold() for each in profile_file.load().all}:
        raise StopError(Verdict.USAGE, f"There is a profile {name} already: profile edit changes it.")
    profile = replace(Profile(name), **values)
    absent = [_option(field.key) for field in _TEXTS if field.key not in values]
    if absent and not prompts.somebody():
        raise StopError(Verdict.USAGE, f"Missing: {', '.join(absent)}.")
    if absent:
        profile = _asked(profile, values)
    profile = profile.tidy()
    prompter, places = answering(request, prompts.prompter()), Places()
    if "secret_place" not in values:
        profile = _placed(profile, places, prompter, given=request.secret is not None)
    secret = request.secret
    _say_left_out(request)
    _say_place(profile, places)
    if secret is None and places[profile.secret_place].outlives_run:
        secret = prompter.secret("Client secret")
        if secret is None:
            raise StopError(Verdict.USAGE, "No secret was given: --secret-fd or --secret-file gives one.")
    _refuse_token(secret)
    return _done(save_profile(profile, None, secret, places, prompter), as_object=arguments.json)


def edit(arguments: argparse.Namespace) -> int:
    """Change what is given, and the secret where there is one; without either ask for everything.

    Another place for the secret moves it there. Returns the exit code.
    """
    name, values, request = arguments.name, _values(arguments), connection_request(arguments)
    _say_left_out(request)
    old = profile_file.load().named(name)
    new, secret = replace(old, **values), request.secret
    prompter, places = answering(request, prompts.prompter()), Places()
    if not values and secret is None:
        if not prompts.somebody():
            raise StopError(Verdict.USAGE, "Nothing to change: give an option, such as --host.")
        new = _asked(old, {})
        if prompts.yes("Give the client secret anew, or another place for it", False):
            new = _placed(new, places, prompter, given=False)
            secret = prompter.secret("Client secret")
    if secret is not None or new.secret_place is not old.secret_place:
        _say_place(new, places)
    _refuse_token(secret)
    return _done(save_profile(new.tidy(), old, secret, places, prompter), as_object=arguments.json)


def _values(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was given of a profile, by the names of its attributes."""
    given = {field.key: getattr(arguments, field.key) for field in _TEXTS}
    given |= {
        "api": arguments.api,
        "algorithm": arguments.algorithm,
        "colour": "" if arguments.colour == "none" else arguments.colour,
        "is_production": arguments.production,
        "is_shared": arguments.shared_account,
        "secret_place": arguments.secret_place and SecretPlace(arguments.secret_place),
    }
    return {key: value for key, value in given.items() if value is not None}


def _say_left_out(request: ConnectionRequest) -> None:
    if request.said:
        say(request.said)


def _refuse_token(secret: "SecretStr | None") -> None:
    if secret is not None and is_token(secret.get_secret_value()):
        raise StopError(
            Verdict.USAGE, "That is a ready-made token, which is never kept: give the client secret itself."
        )


def _say_place(profile: Profile, places: Places) -> None:
    """Say where the secret goes and what that is worth, before anything is written."""
    store = places[profile.secret_place]
    goes = "The secret goes to" if store.outlives_run else "The secret is written nowhere"
    say(f"{goes}: {store.title}. {store.sentence}")


def _done(kept: SavedProfile, *, as_object: bool) -> int:
    default = " It is the default profile." if kept.profiles.default == kept.profile.name else ""
    say(f"{kept.said}{default}")
    for sentence in kept.profile.draft().oddities():
        say(f"Look: {sentence}")
    if as_object:
        put_json({"profile": as_json(kept.profile, kept.profiles)}, once=True)
    return 0


def _asked(profile: Profile, given: Mapping[str, Any]) -> Profile:
    """Ask for everything that was not given, each with what it is at the moment."""
    for field in _TEXTS:
        if field.key not in given:
            say(field.help)
            profile = _until_right(profile, field.key, field.title)
    for key, title, choices in (
        ("api", "API version", tuple(Api)),
        ("algorithm", "Algorithm", ALGORITHMS),
        ("colour", "Colour", ("none", *COLOURS)),
    ):
        if key not in given:
            profile = _until_right(profile, key, f"{title} ({', '.join(choices)})")
    if "is_production" not in given:
        said = prompts.yes(
            "Is this production? Its name is typed before each create then", profile.is_production
        )
        profile = replace(profile, is_production=said)
    return profile


def _until_right(profile: Profile, key: str, title: str) -> Profile:
    usual = getattr(profile, key) or ("none" if key == "colour" else "")
    while True:
        typed = prompts.line(title, usual)
        value: Any = "" if typed == "none" else typed
        changed = replace(profile, **{key: value})
        problem = changed.problem(key)
        if not problem:
            return changed
        say(problem)


def _placed(profile: Profile, places: Places, prompter: Prompter, *, given: bool) -> Profile:
    """Let the person choose where the secret lives, who sees what each place is worth before that."""
    if not prompts.somebody():
        if given:
            raise StopError(Verdict.USAGE, "Say where the secret is to live: --secret-place PLACE.")
        return profile
    if profile.is_shared is None:
        shared = prompts.yes("Do others log in to this account of this machine")
        profile = replace(profile, is_shared=shared)
    looks = [(store, store.look(prompter)) for store in places]
    suggested = places.suggested(looks[0][1], is_shared=profile.is_shared)
    say("Where the client secret can live:")
    for number, (store, look) in enumerate(looks, 1):
        say(f"{number}. {store.title}. {look.said}")
        say_wrapped(store.sentence, "   ")
    usual = next(str(number) for number, (store, _) in enumerate(looks, 1) if store.place is suggested)
    while True:
        typed = prompts.line("Which", usual)
        if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(looks):
            return replace(profile, secret_place=looks[int(typed) - 1][0].place)
        say(f"A number from 1 to {len(looks)}.")


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"
