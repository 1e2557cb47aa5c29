import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tui.credentials import profile_file
from tui.credentials.profile_errors import ProfileError
from tui.credentials.profiles import Profile

ROOT = Path(__file__).parents[2]
EU = Profile("prod-eu", "eu-platform.kore.ai", "st-1", "acc", "cs-1")


def file_in(home: Path) -> Path:
    return home / ".config" / "kore-campaign" / "profiles.toml"


def test_nothing_there_is_no_profile(home: Path) -> None:
    assert profile_file.load().all == ()
    assert not file_in(home).exists()


def test_the_file_is_private(home: Path) -> None:
    profile_file.add(EU)
    assert stat.S_IMODE(file_in(home).stat().st_mode) == 0o600
    assert stat.S_IMODE(file_in(home).parent.stat().st_mode) == 0o700
    assert [stat.S_IMODE(each.stat().st_mode) for each in file_in(home).parent.iterdir()] == [0o600] * 2
    assert profile_file.load().named("prod-eu") == EU


def test_profiles_are_changed_removed_and_made_the_default() -> None:
    profile_file.add(EU)
    profile_file.add(replace(EU, name="uat"))
    assert profile_file.set_default("uat").default == "uat"
    profile_file.change(EU, replace(EU, colour="red"))
    profile_file.remove(profile_file.load().named("uat"))
    found = profile_file.load()
    assert (found.all, found.default) == ((replace(EU, colour="red"),), "")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666, 0o677])
def test_a_file_that_others_can_reach_is_refused_with_its_mode(mode: int, home: Path) -> None:
    profile_file.add(EU)
    file_in(home).chmod(mode)
    before = file_in(home).read_bytes()
    for attempt in (profile_file.load, lambda: profile_file.remove(EU)):
        with pytest.raises(ProfileError, match=f"has the mode {mode:04o}.*chmod 600.*Nothing was changed"):
            attempt()
    assert file_in(home).read_bytes() == before
    assert stat.S_IMODE(file_in(home).stat().st_mode) == mode


def test_a_file_of_somebody_else_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile_file.add(EU)
    monkeypatch.setattr("tui.storage.folders._private", lambda path: path)
    monkeypatch.setattr(os, "geteuid", lambda: file_in(home).stat().st_uid + 1)
    with pytest.raises(ProfileError, match="belongs to somebody else"):
        profile_file.load()


def test_a_folder_of_somebody_else_is_refused(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)
    with pytest.raises(ProfileError, match="belongs to somebody else"):
        profile_file.load()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_refused_at_once(kind: str, home: Path) -> None:
    path = file_in(home)
    path.parent.mkdir(parents=True)
    if kind == "link":
        path.symlink_to("/etc/passwd")
    elif kind == "pipe":
        os.mkfifo(path, 0o600)
    else:
        path.mkdir(mode=0o700)
    with pytest.raises(ProfileError):
        profile_file.load()


def test_a_link_to_a_good_file_of_ones_own_is_refused_as_well(home: Path) -> None:
    path, other = file_in(home), home / "other.toml"
    path.parent.mkdir(parents=True)
    other.touch(mode=0o600)
    other.write_text("version = 1\n")
    path.symlink_to(other)
    with pytest.raises(ProfileError, match="can't be read"):
        profile_file.load()
    path.unlink()
    other.rename(path)
    assert profile_file.load().all == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"version = 1\nx =\n", "profiles.toml: line 2: this is no TOML"),
        (b"version = 99\n", "newer"),
        (b"version = 1\n\xff\n", "line 2: this is no text"),
        (b"#" * 300_000, "larger"),
    ],
)
def test_a_broken_file_is_said_with_its_line_and_left_as_it_is(content: bytes, said: str, home: Path) -> None:
    path = file_in(home)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    path.chmod(0o600)
    for attempt in (profile_file.load, lambda: profile_file.add(EU)):
        with pytest.raises(ProfileError, match="Nothing was changed") as refused:
            attempt()
        assert said in str(refused.value)
    assert path.read_bytes() == content


def test_many_sessions_at_once_lose_nothing() -> None:
    """Real processes, each adding and changing profiles of its own and one that all share."""
    program = """
import sys
from dataclasses import replace
from tui.credentials import profile_file
from tui.credentials.profiles import Profile
me = sys.argv[1]
for number in range(8):
    mine = Profile(f"p{me}-{number}", "kore.ai", "a", "b", "c")
    profile_file.add(mine)
    profile_file.change(mine, replace(mine, colour="red"))
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [subprocess.Popen([sys.executable, "-c", program, str(me)], env=environment) for me in range(4)]
    assert [each.wait(60) for each in running] == [0] * 4
    found = profile_file.load().all
    assert {each.name for each in found} == {f"p{me}-{number}" for me in range(4) for number in range(8)}
    assert {each.colour for each in found} == {"red"}


def test_a_session_that_holds_the_file_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    profile_file.add(EU)
    monkeypatch.setattr(profile_file, "_LOCK_SECONDS", 0.05)
    with (
        FileLock(f"{file_in(home)}.lock"),
        pytest.raises(ProfileError, match="Another session is writing"),
    ):
        profile_file.remove(EU)
    assert profile_file.load().all == (EU,)
