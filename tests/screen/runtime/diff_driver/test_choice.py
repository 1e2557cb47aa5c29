"""Where the layer is used, and what it says where it is not."""

import pytest

from tui.screen.runtime.diff_driver import choose


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_on_by_itself(platform: str) -> None:
    choice = choose(environment={"TERM": "xterm-256color"}, platform=platform)
    assert choice.is_on
    assert choice.driver_class is not None
    assert choice.sentence().startswith("on: only cells that changed are sent")


@pytest.mark.parametrize(
    ("wanted", "environment", "platform", "why"),
    [
        (False, {}, "linux", "switched off"),
        (True, {}, "win32", "not tried on win32"),
        (True, {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}, "linux", "another driver"),
    ],
)
def test_off_wherever_it_is_not_sure(
    wanted: bool, environment: dict[str, str], platform: str, why: str
) -> None:
    choice = choose(wanted=wanted, environment=environment, platform=platform)
    assert choice.driver_class is None
    assert why in choice.sentence()


@pytest.mark.parametrize(
    ("environment", "fills"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x,1,0"}, True),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "vt100"}, False),
        ({}, False),
    ],
)
def test_erasing_fills_only_where_that_is_known(environment: dict[str, str], fills: bool) -> None:
    assert choose(environment=environment, platform="linux").fills is fills
