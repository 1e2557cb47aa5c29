"""Which zone a machine is set to: by TZ, by links, by a copy of a zone's file, by its name in a file."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tui.storage import machine_zone as asked
from tui.storage.machine_zone import machine_zone

ZONES = ("Asia/Kolkata", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "Europe/Oslo", "Etc/UTC")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own: a database under ``usr/zoneinfo``, nothing in ``etc``."""
    monkeypatch.delenv("TZ", raising=False)
    for name in ZONES:
        for part in ("", "posix", "right"):
            path = tmp_path / "usr" / "zoneinfo" / part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with as_file(files("tzdata") / "zoneinfo" / name) as file:
                path.write_bytes(file.read_bytes())
    (tmp_path / "etc").mkdir()
    monkeypatch.setattr(asked, "_LINK", tmp_path / "etc" / "localtime")
    monkeypatch.setattr(asked, "_NAME", tmp_path / "etc" / "timezone")
    monkeypatch.setattr(asked, "_DATABASES", (tmp_path / "none", tmp_path / "usr" / "zoneinfo"))
    return tmp_path


@pytest.mark.parametrize(
    ("tz", "zone"),
    [
        ("Asia/Kolkata", "Asia/Kolkata"), (":Asia/Kolkata", "Asia/Kolkata"), ("posix/Asia/Kolkata", "Asia/Kolkata"),
        (":right/Asia/Kolkata", "Asia/Kolkata"), ("/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        (":/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        ("/usr/share/zoneinfo/posix/Asia/Kolkata", "Asia/Kolkata"),
        ("/usr/share/zoneinfo/right/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/usr/share/zoneinfo.default/Asia/Kolkata", "Asia/Kolkata"), ("Asia/Calcutta", "Asia/Kolkata"),
        ("US/Eastern", "America/New_York"), (":/usr/share/zoneinfo/US/Eastern", "America/New_York"),
        ("Europe/Kiev", "Europe/Kyiv"), ("Atlantic/Reykjavik", "Atlantic/Reykjavik"), ("Europe/Oslo", "Europe/Oslo"),
        ("UTC", None), ("UTC0", None), (":UTC", None), ("EST5EDT,M3.2.0,M11.1.0", None), ("Etc/GMT+5", None),
        ("/usr/share/zoneinfo/UTC", None), ("/nowhere", None), ("Asia", None), ("/usr/share/zoneinfo/", None),
        ("/\udcff", None), ("Asia/Nowhere", None),
    ],
)  # fmt: skip
def test_tz_in_every_form(tz: str, zone: str | None, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "etc" / "timezone").write_text("Asia/Tokyo\n")
    monkeypatch.setenv("TZ", tz)
    assert machine_zone() == zone


@pytest.mark.parametrize("tz", [None, "", ":", "the file", ":the file"])
@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"), ("../usr/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        ("/usr/share/zoneinfo/posix/Asia/Kolkata", "Asia/Kolkata"), ("/etc/zoneinfo/US/Eastern", "America/New_York"),
        ("/var/db/timezone/zoneinfo/Asia/Calcutta", "Asia/Kolkata"), ("/usr/share/zoneinfo/Etc/UTC", None),
    ],
)  # fmt: skip
def test_the_link_says(
    tz: str | None, target: str, zone: str | None, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = machine / "etc" / "localtime"
    link.symlink_to(target)
    if tz is not None:
        monkeypatch.setenv("TZ", tz.replace("the file", str(link)))
    assert machine_zone() == zone


def test_a_place_in_the_database_that_is_a_link_itself_is_followed(machine: Path) -> None:
    link, inside = machine / "etc" / "localtime", machine / "usr" / "zoneinfo" / "localtime"
    link.symlink_to(inside)
    inside.symlink_to("Asia/Kolkata")
    assert machine_zone() == "Asia/Kolkata"
    inside.unlink()
    inside.symlink_to("Etc/UTC")
    (machine / "etc" / "timezone").write_text("Asia/Tokyo")
    assert machine_zone() is None


def test_a_link_to_a_link_is_followed_and_a_ring_ends(machine: Path) -> None:
    link, between = machine / "etc" / "localtime", machine / "etc" / "chosen"
    link.symlink_to("chosen")
    between.symlink_to("/usr/share/zoneinfo/Asia/Kolkata")
    assert machine_zone() == "Asia/Kolkata"
    between.unlink()
    between.symlink_to("localtime")
    assert machine_zone() is None


@pytest.mark.parametrize("name", ["", "Asia/Kolkata", "America/New_York"])
def test_a_copy_is_what_it_is_a_copy_of(name: str, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zone = machine / "usr" / "zoneinfo" / "Asia" / "Kolkata"
    (machine / "etc" / "localtime").write_bytes(zone.read_bytes())
    if name:
        (machine / "etc" / "timezone").write_text(name)
    assert machine_zone() == "Asia/Kolkata"
    copy = machine / "copy"
    copy.write_bytes(zone.read_bytes())
    monkeypatch.setenv("TZ", f":{copy}")
    assert machine_zone() == "Asia/Kolkata"


def test_where_two_zones_share_a_file_only_the_name_tells(machine: Path) -> None:
    zone = machine / "usr" / "zoneinfo" / "Europe" / "Oslo"
    assert zone.read_bytes() == (zone.parent / "Berlin").read_bytes()
    (machine / "etc" / "localtime").write_bytes(zone.read_bytes())
    assert machine_zone() is None
    (machine / "etc" / "timezone").write_text("Europe/Oslo\n")
    assert machine_zone() == "Europe/Oslo"


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        (b"Asia/Kolkata\n", "Asia/Kolkata"), (b"\n# ours\nAsia/Calcutta\r\n", "Asia/Kolkata"), (b"Etc/UTC\n", None),
        (b"", None), (b"\xff\xfe", None), (b"x" * 5000, None),
    ],
)  # fmt: skip
def test_the_name_in_a_file(text: bytes, zone: str | None, machine: Path) -> None:
    (machine / "etc" / "timezone").write_bytes(text)
    assert machine_zone() == zone


def test_what_is_no_file_is_left_alone(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine_zone() is None
    (machine / "etc" / "localtime").mkdir()
    assert machine_zone() is None
    monkeypatch.setenv("TZ", "/dev/zero")
    assert machine_zone() is None
