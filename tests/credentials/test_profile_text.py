from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.glyphs import COLOURS
from tui.credentials.profile_errors import BrokenTextError, ProfileError
from tui.credentials.profile_text import change, read, with_default
from tui.credentials.profiles import Profile, SecretPlace

EU = Profile("prod-eu", "eu-platform.kore.ai", "st-1", "acc", "cs-1", is_production=True, is_shared=False)
UAT = Profile("uat", "uat.kore.ai", "st-2", "acc", "cs-2", colour="green", secret_place=SecretPlace.KEYRING)
COMMENTED = """\
# Ours, ask Ana before you touch it.

version = 1  # the format
default = "uat"

# Europe
[profile.prod-eu]
host = "eu-platform.kore.ai"
app_id = "st-1"  # from the admin page
account_id = "acc"
client_id = "cs-1"
production = true
shared_account = false

[profile.uat]
host = "uat.kore.ai"
app_id = "st-2"
account_id = "acc"
client_id = "cs-2"
colour = "green"
secret = "keyring"
"""
COMMENTS = ["# Ours, ask Ana before you touch it.", "# the format", "# Europe", "# from the admin page"]


def test_what_is_written_is_read() -> None:
    text = change(change("", EU, None), UAT, None)
    assert read(text).all == (EU, UAT)
    assert read(text).default == "prod-eu", "the first is the default"


def test_a_file_written_by_hand_is_read() -> None:
    profiles = read(COMMENTED)
    assert profiles.all == (EU, UAT)
    assert profiles.default == "uat"
    assert read("").all == ()


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: change(text, replace(EU, colour="red", api="v2"), EU),
        lambda text: change(text, Profile("new", "new.kore.ai", "a", "b", "c"), None),
        lambda text: change(text, None, UAT),
        lambda text: with_default(text, "prod-eu"),
        lambda text: with_default(change(text, None, UAT), "prod-eu"),
    ],
)
def test_a_change_keeps_every_comment(edit) -> None:
    text = edit(COMMENTED)
    assert [comment for comment in COMMENTS if comment not in text] == []
    assert text.index("default") < text.index("[profile") if "default" in text else True


def test_two_sessions_changing_different_things_lose_nothing() -> None:
    text = change(COMMENTED, replace(EU, colour="red"), EU)
    text = change(text, replace(EU, api="v2"), EU)
    assert read(text).named("prod-eu") == replace(EU, colour="red", api="v2")


def test_two_sessions_changing_the_same_thing_are_told() -> None:
    text = change(COMMENTED, replace(EU, colour="red"), EU)
    with pytest.raises(ProfileError, match="Another session changed colour of prod-eu"):
        change(text, replace(EU, colour="blue"), EU)
    assert change(text, replace(EU, colour="red"), EU) == text, "the same wish twice is no conflict"


def test_a_profile_that_was_removed_meanwhile_is_not_written_again() -> None:
    with pytest.raises(ProfileError, match=r"no profile prod-eu\. Profiles: uat"):
        change(change(COMMENTED, None, EU), replace(EU, colour="red"), EU)


@pytest.mark.parametrize("name", ["", "a b", "-x", "x/y", "..", "x" * 41, "ü", "a\x1b[2J", "a\n"])
def test_a_name_is_part_of_a_file_name(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        change("", replace(EU, name=name), None)


def test_names_differ_by_more_than_capitals() -> None:
    with pytest.raises(ProfileError, match="already"):
        change(COMMENTED, replace(UAT, name="UAT"), None)


def test_what_is_pasted_is_tidied() -> None:
    text = change("", replace(EU, host=" https://eu-platform.kore.ai/ ", client_id=" cs-1 "), None)
    assert read(text).named("prod-eu") == EU


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = 1\nx = ", "line 2: this is no TOML"),
        ("version = 1\n[profile.a]\nhost = [[[", "line 3: this is no TOML"),
        ("version = 2\n[future]", "newer kore-campaign"),
        ("version = true", "line 1: version is a number"),
        ("\nother = 1", "line 2: other is no key"),
        ("profile = 3", "line 1: a profile is a table"),
        ("[profile.a]\nhost = 3", "line 2: host is a text"),
        ("[profile.a]\nproduction = 'yes'", "line 2: production is true or false"),
        ("[profile.a]\n\nhost = 'http://kore.ai'", "line 3: Plain http"),
        ("[profile.a]\nalgorithm = 'none'", "line 2: The algorithm is"),
        ("[profile.a]\ncolour = 'mauve'", "line 2: The colour is one of"),
        ("[profile.a]\napi = 'v3'", "line 2: The API version"),
        ("[profile.a]\nprodution = true", "line 2: prodution is no key of a profile"),
        ("[profile.'a b']\nhost = 'x'", "line 1: A profile's name"),
        ("[profile.a]\n[profile.A]", "already"),
        ("default = 'x'", "line 1: default names no profile"),
        ("version = 1" + "[" * 100_000, "no TOML"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BrokenTextError) as refused:
        read(text)
    assert said in str(refused.value)
    with pytest.raises(BrokenTextError):
        change(text, UAT, None)


@pytest.mark.parametrize("key", ["secret", "client_secret", "token", "password"])
def test_a_secret_in_the_file_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(BrokenTextError, match=r"line 2: .*never stands in here") as refused:
        read(f"[profile.a]\n{key} = 'planted-secret'")
    assert "planted" not in str(refused.value)


_texts = st.from_regex(r"[A-Za-z0-9._~:@-]{1,20}", fullmatch=True)
_profiles = st.builds(
    Profile,
    st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True), st.just("platform.kore.ai"), _texts, _texts, _texts,
    st.sampled_from(["v1", "v2"]), st.sampled_from(["HS256", "HS512"]), st.sampled_from(["", *COLOURS]),
    st.booleans(), st.sampled_from([None, True, False]), st.sampled_from(SecretPlace),
)  # fmt: skip


@given(st.lists(_profiles, min_size=1, max_size=4, unique_by=lambda each: each.name), st.data())
def test_any_profiles_come_back_whatever_is_changed(profiles: list[Profile], data: st.DataObject) -> None:
    text = ""
    for each in profiles:
        text = change(text, each, None)
    assert list(read(text).all) == profiles
    old = data.draw(st.sampled_from(profiles))
    new = replace(data.draw(_profiles), name=old.name)
    changed = change(text, new, old)
    assert read(changed).named(old.name) == new
    assert [each for each in read(changed).all if each.name != old.name] == [
        each for each in profiles if each.name != old.name
    ]
    assert old.name not in {each.name for each in read(change(changed, None, new)).all}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        said = str(read(text).default)
    except BrokenTextError as refused:
        said = str(refused)
    assert said.isprintable()
