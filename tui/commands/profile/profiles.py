"""``kore-campaign profile``: list, show, remove, and make one the default."""

import argparse
from collections.abc import Callable
from typing import Any

from tui.base.console import put, say
from tui.base.json_output import put_json
from tui.base.text import one_line
from tui.credentials import profile_file, prompts
from tui.credentials.places import Places, Removed
from tui.credentials.profile_errors import NoProfileError, ProfileError
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.store import Prompter, StoreError
from tui.kore.outcome import Outcome
from tui.kore.verdicts import MEANINGS, Verdict


class StopError(Exception):
    """The command ends here, with this outcome; nothing was changed but what was said."""

    def __init__(self, verdict: Verdict, why: str) -> None:
        super().__init__(why)
        self.outcome = Outcome(verdict, why)


def list_all(arguments: argparse.Namespace) -> int:
    """Print all profiles, the default one marked; returns the exit code."""
    profiles = profile_file.load()
    if arguments.json:
        put_json({"profiles": [as_json(each, profiles) for each in profiles.all]})
    elif not profiles.all:
        say("There are no profiles yet: kore-campaign profile add NAME makes one.")
    else:
        width = max(len(each.name) for each in profiles.all)
        for each in profiles.all:
            marks = "".join(f"  {mark}" for mark in _marks(each, profiles))
            put(f"{each.name:<{width}}  {one_line(each.host)}{marks}")
    return 0


def show(arguments: argparse.Namespace) -> int:
    """Print one profile and where its secret lives, without reading it; returns the exit code."""
    profiles = profile_file.load()
    profile = named(profiles, arguments.name)
    found = _where(profile, prompts.prompter())
    if arguments.json:
        put_json({"profile": as_json(profile, profiles), "secret": found})
        return 0
    put("  ".join((profile.name, *_marks(profile, profiles))))
    for title, value in lines(profile):
        put(f"  {title:<15}{one_line(value)}")
    place = Places()[profile.secret_place]
    there = {True: "The secret is there.", False: "No secret is there.", None: ""}[found["present"]]
    put(f"  {'Secret':<15}{place.title}: {place.sentence}")
    put(f"  {'':<15}{found['said']} ({found['seconds']} s) {there}".rstrip())
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Remove a profile's secret from every place, and then the profile; returns the exit code.

    The profile stays where its secret is not known to be gone, unless by ``force``.
    """
    profile = named(profile_file.load(), arguments.name)
    if not arguments.yes and not prompts.yes(f"Remove the profile {profile.name} and its secret?", False):
        raise StopError(Verdict.CANCELLED, "You did not say yes. Nothing was removed.")
    done = Places().remove(profile.name, prompts.prompter())
    own = next(each for each in done if each.place is profile.secret_place)
    for each in done:
        for sentence in _said(each):
            say(sentence)
    if own.problem and not arguments.force:
        raise StopError(
            Verdict.UNAUTHORISED,
            f"The secret of {profile.name} is not known to be gone, so the profile stays (--force removes it).",
        )
    profiles = profile_file.remove(profile)
    without = "" if profiles.default or not profiles.all else " There is no default profile any more."
    say(f"The profile {profile.name} is removed.{without}")
    if arguments.json:
        put_json({"removed": profile.name, "places": [_removed(each) for each in done]}, once=True)
    return 0


def make_default(arguments: argparse.Namespace) -> int:
    """Make a profile the one that is used where none is named; returns the exit code."""
    profiles = profile_file.set_default(arguments.name)
    say(f"{profiles.default} is the default profile.")
    if arguments.json:
        put_json({"default": profiles.default}, once=True)
    return 0


def finish(act: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    """Do ``act``; say why nothing came of it where that is so. Returns the exit code."""
    try:
        return act(arguments)
    except StopError as stopped:
        outcome = stopped.outcome
    except prompts.NobodyError:
        outcome = Outcome(Verdict.USAGE, "There is no terminal to ask on: give what is needed as options.")
    except NoProfileError as unknown:
        outcome = Outcome(Verdict.USAGE, str(unknown))
    except (ProfileError, StoreError) as failed:
        outcome = Outcome(Verdict.UNAUTHORISED, str(failed))
    except ValueError as wrong:  # a profile with a problem
        outcome = Outcome(Verdict.USAGE, str(wrong))
    say(f"kore-campaign: {outcome.message}")
    if arguments.json:
        put_json({"outcome": outcome.verdict, "message": outcome.message})
    return MEANINGS[outcome.verdict].exit_code


def named(profiles: Profiles, name: str) -> Profile:
    """The profile called ``name``, or the default one where that is empty.

    Raises:
        ProfileError: there is none.
    """
    if not name and not profiles.default:
        raise NoProfileError("There is no default profile: name one.")
    return profiles.named(name or profiles.default)


def as_json(profile: Profile, profiles: Profiles) -> dict[str, Any]:
    """A profile as ``--json`` prints it; there is no secret in it."""
    return {
        "name": profile.name,
        "host": profile.host,
        "appId": profile.app_id,
        "accountId": profile.account_id,
        "clientId": profile.client_id,
        "api": profile.api,
        "algorithm": profile.algorithm,
        "colour": profile.colour,
        "production": profile.is_production,
        "sharedAccount": profile.is_shared,
        "secretPlace": profile.secret_place,
        "default": profile.name == profiles.default,
    }


def lines(profile: Profile) -> list[tuple[str, str]]:
    """What is said of a profile, with its titles."""
    shared = {True: "others log in to it", False: "yours alone", None: "not asked yet"}[profile.is_shared]
    return [
        ("Host", profile.host),
        ("App ID", profile.app_id),
        ("Account ID", profile.account_id),
        ("Client ID", profile.client_id),
        ("API version", profile.api),
        ("Algorithm", profile.algorithm),
        ("Colour", profile.colour or "none"),
        ("This account", shared),
    ]


def _marks(profile: Profile, profiles: Profiles) -> list[str]:
    is_default = profile.name == profiles.default
    return [*["(default)"] * is_default, *["PRODUCTION"] * profile.is_production]


def _where(profile: Profile, prompter: Prompter) -> dict[str, Any]:
    """What is known of the place of a secret: ``present`` is None where it could not be told."""
    store = Places()[profile.secret_place]
    look = store.look(prompter)
    said, present = look.said, None
    if look.works and store.outlives_run:
        try:
            present = store.has(profile.name, prompter)
        except StoreError as failed:
            said = str(failed)
    return {
        "place": profile.secret_place,
        "title": store.title,
        "sentence": store.sentence,
        "works": look.works,
        "said": said,
        "seconds": round(look.seconds, 2),
        "present": present,
    }


def _removed(each: Removed) -> dict[str, Any]:
    gone = None if each.problem else True
    return {"place": each.place, "wasThere": each.was_there, "gone": gone, "problem": each.problem}


def _said(each: Removed) -> list[str]:
    if each.problem:
        return [f"{each.title}: not checked. {each.problem}"]
    if each.place in {SecretPlace.KEYRING, SecretPlace.SEALED_FILE}:
        return [f"{each.title}: {'deleted, and checked' if each.was_there else 'nothing was there'}."]
    return []
