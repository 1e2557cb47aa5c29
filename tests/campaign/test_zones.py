"""Time zones: regions only, and what was probably meant instead."""

import subprocess
import sys
import zoneinfo
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign import zones
from tui.campaign.zone_names import countries


def test_every_name_is_a_region_that_exists() -> None:
    assert len(zones.names()) > 500
    assert all("/" in name and not name.startswith("Etc/") for name in zones.names())
    assert set(zones.names()) <= zoneinfo.available_timezones()


@pytest.mark.parametrize("name", ["Asia/Kolkata", "America/Argentina/Buenos_Aires", "Europe/Kyiv"])
def test_a_region_is_fine(name: str) -> None:
    assert zones.judge(name) == zones.ZoneVerdict()


@pytest.mark.parametrize(
    ("name", "current"), [("Asia/Calcutta", "Asia/Kolkata"), ("US/Pacific", "America/Los_Angeles")]
)
def test_an_alias_is_kept_with_a_note(name: str, current: str) -> None:
    verdict = zones.judge(name)
    assert not verdict.error
    assert current in verdict.note


WINTER, SUMMER = datetime(2026, 1, 15, 12, tzinfo=UTC), datetime(2026, 7, 15, 12, tzinfo=UTC)
AMERICA = "America/New_York", "America/Los_Angeles"


@pytest.mark.parametrize(
    ("name", "current"),
    [
        ("Africa/Asmera", "Africa/Asmara"), ("America/Coral_Harbour", "America/Atikokan"),
        ("Pacific/Yap", "Pacific/Chuuk"), ("Atlantic/Reykjavik", ""), ("Europe/Amsterdam", ""),
        ("Europe/Oslo", ""),
    ],
)  # fmt: skip
def test_what_a_country_uses_is_no_older_name(name: str, current: str) -> None:
    assert zones.judge(name).note == (f"An older name of {current}; sent as typed." if current else "")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Iran", "Asia/Tehran"), ("Queens", "America/New_York"), ("Japan", "Asia/Tokyo"),
        ("UK", "Europe/London"),
        ("U.K.", "Europe/London"), ("UAE", "Asia/Dubai"), ("South Korea", "Asia/Seoul"),
        ("Iceland", "Atlantic/Reykjavik"),
        ("Norway", "Europe/Oslo"), ("Netherlands", "Europe/Amsterdam"), ("Holland", "Europe/Amsterdam"),
        ("Czechia", "Europe/Prague"), ("Czech Republic", "Europe/Prague"), ("Ivory Coast", "Africa/Abidjan"),
        ("Côte d’Ivoire", "Africa/Abidjan"), ("Cote d'Ivoire", "Africa/Abidjan"), ("Burma", "Asia/Yangon"),
        ("Myanmar", "Asia/Yangon"), ("Vietnam", "Asia/Ho_Chi_Minh"), ("Viet Nam", "Asia/Ho_Chi_Minh"),
        ("Türkiye", "Europe/Istanbul"), ("TÜRKİYE", "Europe/Istanbul"), ("Eswatini", "Africa/Mbabane"),
        ("the Philippines", "Asia/Manila"), ("philippines", "Asia/Manila"), ("Kosovo", "Europe/Belgrade"),
        ("Åland", "Europe/Mariehamn"), ("nyc", "America/New_York"), ("new york city", "America/New_York"),
        ("bengaluru", "Asia/Kolkata"), ("pune", "Asia/Kolkata"), ("hyderabad", "Asia/Kolkata"),
        ("new delhi", "Asia/Kolkata"), ("são paulo", "America/Sao_Paulo"), ("zürich", "Europe/Zurich"),
        ("Köln", "Europe/Berlin"), ("Kraków", "Europe/Warsaw"), ("ŁÓDŹ", "Europe/Warsaw"),
        ("Montréal", "America/Toronto"),
        ("St. Louis", "America/Chicago"), ("Saint Louis", "America/Chicago"),
        ("california", "America/Los_Angeles"),
        ("Calcutta", "Asia/Kolkata"), ("Saigon", "Asia/Ho_Chi_Minh"), ("Moscow", "Europe/Moscow"),
        ("Asia/Mumbai", "Asia/Kolkata"), ("America/Boston", "America/New_York"),
        ("US/Boston", "America/New_York"),
        ("America/Seattle", "America/Los_Angeles"), ("Europe/Munich", "Europe/Berlin"),
        ("Asia/Osaka", "Asia/Tokyo"),
        ("America/Georgia", "America/New_York"), ("Europe/Edinburgh", "Europe/London"),
        ("Boston, MA", "America/New_York"), ("Boston MA", "America/New_York"), ("Portland, Oregon", AMERICA[1]),
        ("Washington, D.C.", "America/New_York"), ("London, Ontario", "America/Toronto"),
        ("Ames, Iowa", "America/Chicago"),
        ("New York, NY, USA", "America/New_York"), ("Kolkata India", "Asia/Kolkata"),
        ("Tokyo time", "Asia/Tokyo"),
        ("Eastern Standard Time", "America/New_York"), ("India Standard Time", "Asia/Kolkata"),
        ("W. Europe Standard Time", "Europe/Berlin"), ("w. europe daylight time", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"), ("Central Standard Time (Mexico)", "America/Mexico_City"),
        ("Central Europe Standard Time", "Europe/Budapest"), ("China Standard Time", "Asia/Shanghai"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(GMT-05:00) America/New_York", "America/New_York"), ("(UTC-10:00) Hawaii", "Pacific/Honolulu"),
        ("(UTC−05:00) America/New_York", "America/New_York"), ("GMT+5:30 (Asia/Kolkata)", "Asia/Kolkata"),
        ("India (Asia/Kolkata)", "Asia/Kolkata"), ("[Asia/Kolkata]", "Asia/Kolkata"),
        ("TZ=Asia/Kolkata", "Asia/Kolkata"),
        ("India UTC+5:30", "Asia/Kolkata"), ("asia/kolkata", "Asia/Kolkata"),
        ("america/new york", "America/New_York"),
        ("Mumbai (IST)", "Asia/Kolkata"), ("London (GMT/BST)", "Europe/London"), ("CST China", "Asia/Shanghai"),
        ("(GMT-08:00) Pacific Time - Los Angeles", "America/Los_Angeles"), ("San Jose, CA", "America/Los_Angeles"),
        ("(GMT+05:30) India Standard Time - Kolkata", "Asia/Kolkata"), ("Vancouver, WA", "America/Los_Angeles"),
        ("Asia / Kolkata", "Asia/Kolkata"), (" Asia/Kolkata\u00a0", "Asia/Kolkata"),
        ("US/eastern", "US/Eastern"),
    ],
)  # fmt: skip
def test_what_can_mean_only_one_zone_is_sure(text: str, zone: str) -> None:
    assert zones.understand(text).zones == (zone,)
    assert zones.understand(text).is_sure
    assert zones.search(text)[0] == zone
    assert zone in zones.judge(text).error


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Spain", ("Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta")),
        ("Georgia", ("America/New_York", "Asia/Tbilisi")),
        ("(UTC-06:00) Guadalajara, Mexico City, Monterrey", ("America/Mexico_City", "America/Monterrey")),
        ("Perth, Scotland", ("Australia/Perth", "Europe/London")), ("Dublin, Ohio", ("Europe/Dublin", AMERICA[0])),
        ("Korea", ("Asia/Seoul", "Asia/Pyongyang")), ("Texas", ("America/Chicago", "America/Denver")),
        ("America/Washington", AMERICA), ("Washington", AMERICA), ("Portland", AMERICA),
        ("Punjab", ("Asia/Kolkata", "Asia/Karachi")),
        ("Congo", ("Africa/Kinshasa", "Africa/Lubumbashi", "Africa/Brazzaville")),
        ("Paris, Texas", ("America/Chicago", )), ("(UTC) Dublin, Lisbon", ("Europe/Dublin", "Europe/Lisbon")),
        ("Asia/Kolkata or Asia/Tokyo", ("Asia/Kolkata", "Asia/Tokyo")),
        ("Virgin Islands", ("America/St_Thomas", "America/Tortola")),
        ("Samoa", ("Pacific/Apia", "Pacific/Pago_Pago")),
    ],
)  # fmt: skip
def test_what_can_mean_several_is_asked(text: str, meant: tuple[str, ...]) -> None:
    found = zones.understand(text)
    assert set(found.zones) == set(meant)
    assert found.is_sure == (len(meant) == 1)
    assert all(zone in zones.judge(text).error for zone in meant)
    assert set(zones.choices(text)) == set(meant)
    assert set(meant) <= set(zones.search(text))


def test_a_country_has_all_its_zones_the_likeliest_first() -> None:
    for text, first, code in [
        ("USA", "America/New_York", "US"),
        ("us", "America/New_York", "US"),
        ("Russia", "Europe/Moscow", "RU"),
    ]:
        found = zones.understand(text).zones
        assert found[0] == first
        assert set(found) == set(countries()[code][1])
        assert f"{text!r} " in zones.judge(text).error
        assert f" or {len(found) - 4} more." in zones.judge(text).error


@pytest.mark.parametrize(
    ("short", "bearers"),
    [
        ("CST", ("America/Chicago", "Asia/Shanghai", "America/Havana")),
        ("BST", ("Europe/London", "Asia/Dhaka")),
        ("PST", ("America/Los_Angeles", "Asia/Manila")),
        ("IST", ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")),
        ("GMT", ("Europe/London", "Africa/Accra")), ("ICT", ("Asia/Bangkok", "Asia/Ho_Chi_Minh")),
        ("NST", ("America/St_Johns", "Asia/Kathmandu")), ("AST", ("America/Halifax", "Asia/Riyadh")),
        ("EST", ("America/New_York", "America/Panama")), ("PST8PDT", ("America/Los_Angeles",)),
        ("JST", ("Asia/Tokyo",)),
        ("et", ("America/New_York",)), ("Eastern Time", ("America/New_York",)),
        ("Pacific time", ("America/Los_Angeles",)),
        ("British Summer Time", ("Europe/London",)),
        ("Central European Time", ("Europe/Berlin", "Europe/Paris")),
        ("(UTC-05:00) Eastern Time (US & Canada)", ("America/New_York", "America/Toronto")),
        ("IST (UTC+5:30)", ("Asia/Kolkata",)), ("IN", ("Asia/Kolkata", "America/Indiana/Indianapolis")),
        ("DE", ("Europe/Berlin", "America/New_York")), ("CA", ("America/Toronto", "America/Los_Angeles")),
    ],
)  # fmt: skip
def test_an_abbreviation_is_never_sure(short: str, bearers: tuple[str, ...]) -> None:
    found = zones.understand(short)
    assert not found.is_sure
    assert set(bearers) <= set(found.zones)
    kind = "a clock's name" if " " in short else "an abbreviation"
    assert f"{short!r} is {kind}, not a region. It may be {found.zones[0]}" in zones.judge(short).error


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("UTC+5:30", 330), ("UTC+05:30", 330), ("UTC+0530", 330), ("UTC+5.5", 330), ("UTC+5h30", 330),
        ("+05:30", 330),
        ("+0530", 330), ("(UTC+05:30)", 330), ("utc + 5:30", 330), ("UTC+05:30:00", 330), ("GMT+1", 60),
        ("UTC-5", -300),
        ("UTC−5", -300), ("UTC\u20115", -300), ("UTC–05:00", -300), ("ＵＴＣ＋９", 540), ("-05", -300),
        ("Etc/GMT-5", 300),
        ("Etc/GMT+5", -300), ("UTC+13", 780), ("UTC-11", -660), ("UTC+05", 300), ("UTC+5:45", 345),
        ("UTC+14", 840),
        ("UTC+0", 0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("now", [WINTER, SUMMER])
def test_an_offset_offers_the_regions_at_it_now(text: str, minutes: int, now: datetime) -> None:
    found = zones.choices(text, now)
    assert found
    assert {now.astimezone(zoneinfo.ZoneInfo(zone)).utcoffset() for zone in found} == {
        timedelta(minutes=minutes)
    }
    assert not zones.understand(text, now).is_sure
    assert zones.judge(text, now).error.startswith(
        f"{text!r} is a fixed offset, not a region. At it now: {found[0]}"
    )


def test_an_offset_is_looked_at_when_it_is_asked_for() -> None:
    assert zones.choices("UTC-5", WINTER)[0] == "America/New_York"
    assert zones.choices("UTC-5", SUMMER)[0] == "America/Chicago"
    assert zones.choices("UTC+5", WINTER)[0] == "Asia/Karachi"


@pytest.mark.parametrize(
    "text",
    [
        "UTC",
        "Z",
        "Zulu",
        "Etc/UTC",
        "Etc/GMT",
        "GMT0",
        "UTC+5:15",
        "UTC+25",
        "(UTC) Coordinated Universal Time",
    ],
)
def test_where_no_region_is_at_it_none_is_offered(text: str) -> None:
    assert zones.understand(text).zones == ()
    assert (
        zones.judge(text).error
        == f"{text!r} is a fixed offset, not a region. Whose clock do the hours follow?"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Asia/Kolkatta", "Asia/Kolkata"), ("Europe/Londn", "Europe/London"),
        ("America/New_Yrok", "America/New_York"),
        ("America/NewYork", "America/New_York"), ("Asia/Kuala_Lampur", "Asia/Kuala_Lumpur"),
        ("Londn", "Europe/London"),
 ("America/Sao_Pauolo", "America/Sao_Paulo"),
        ("Pacific/Honolul", "Pacific/Honolulu"),
        ("kolk", "Asia/Kolkata"), ("Europe/Berlim", "Europe/Berlin"),
        ("America/Indiana/Indianapols", "America/Indiana/Indianapolis"),
        ("Asia/Cairo", "Africa/Cairo"),
        ("Asia/Kolkata (UTC+05:00)", "Asia/Kolkata"),
    ],
)  # fmt: skip
def test_a_slip_is_a_guess(typed: str, meant: str) -> None:
    assert zones.understand(typed).zones == (meant,)
    assert not zones.understand(typed).is_sure
    assert zones.judge(typed).error.endswith(f"Perhaps {meant}?")


@pytest.mark.parametrize(
    "name",
    [
        "xqzj",
        "America/Qwerty",
        "Asia/Mum",
        "Europe",
        "Mars/Olympus",
        "Narnia",
        "America/Rome",
        "America/Oslo",
        "Bolton Wanderers",
        "Africa/Jordan",
        "Mumbay",
        "America/Xenia",
        "\ud800",
        "9",
    ],
)
def test_without_likeness_nothing_is_suggested(name: str) -> None:
    assert zones.judge(name) == zones.ZoneVerdict(
        f"{name!r} is no time zone of a region: use a name such as Asia/Kolkata."
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kolk", "Asia/Kolkata"), ("mumb", "Asia/Kolkata"), ("new y", "America/New_York"),
        ("ist", "Asia/Kolkata"),
        ("us pac", "US/Pacific"), ("buenos", "America/Argentina/Buenos_Aires"), ("lond", "Europe/London"),
        ("york", "America/New_York"), ("bengal", "Asia/Kolkata"), ("zur", "Europe/Zurich"),
        ("zür", "Europe/Zurich"),
    ],
)  # fmt: skip
def test_searching(typed: str, found: str) -> None:
    assert zones.search(typed)[0] == found


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("Spain", "America/Port_of_Spain"), ("Iran", "Europe/Tirane"), ("USA", "Asia/Jerusalem"),
        ("Georgia", "Atlantic/South_Georgia"), ("ICT", "Australia/Victoria"), ("NST", "Pacific/Johnston"),
        ("ork", "America/New_York"), ("olkata", "Asia/Kolkata"),
    ],
)  # fmt: skip
def test_a_match_begins_at_a_word(typed: str, absent: str) -> None:
    assert absent not in zones.search(typed)


TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("UTCGMT+-−:0123456789()[] ,/Asia_Kolk"), max_size=20),
    st.lists(st.sampled_from([*zones.names()[::9], "Georgia", "Boston", "MA", "EST", "(UTC+1)", "time"])).map(
        " ".join
    ),
)


@given(TEXTS)
def test_no_text_breaks_the_judge(name: str) -> None:
    verdict = zones.judge(name, WINTER)
    assert bool(verdict.error) == (name not in zones.names())
    assert verdict == zones.judge(name, WINTER)
    assert set(zones.understand(name, WINTER).zones) <= set(zones.names())
    assert set(zones.search(name, WINTER)) <= set(zones.names())
    assert zones.choices(name, WINTER) == zones.choices(name, WINTER)
    assert set(zones.choices(name, WINTER)) <= set(zones.names())


@given(
    st.sampled_from(zones.names()),
    st.sampled_from([str.lower, str.upper, str.swapcase, lambda name: f" {name} "]),
)
def test_a_name_in_other_letters_is_that_name(name: str, change: Callable[[str], str]) -> None:
    assert zones.understand(change(name)).zones == (name,)


@pytest.mark.parametrize("text", ["a " * 100_000, "Asia/Kolkata" * 10_000, "+1" * 50_000, "/" * 100_000])
def test_what_is_too_long_names_no_zone(text: str) -> None:
    assert zones.search(text) == zones.choices(text) == zones.understand(text).zones == ()


def test_a_name_that_is_right_loads_no_tables() -> None:
    code = (
        "import sys; from tui.campaign import zones; assert not zones.judge('Asia/Kolkata').error;"
        "assert 'tui.campaign.zone_index' not in sys.modules; zones.judge('x');"
        "assert 'tui.campaign.zone_index' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
