"""The wizard without a word on the command line starts as with every option at its default."""

import gc
import os
from collections.abc import Callable

import pytest

from tui import cli
from tui.base.terminal import ThemeName
from tui.commands import start
from tui.commands.parser import parse
from tui.credentials.environment import take
from tui.storage import config
from tui.workflow.wizard_options import WizardOptions


def test_nothing_said_is_every_default(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[WizardOptions] = []

    def started(options: WizardOptions) -> int:
        calls.append(options)
        return 0

    monkeypatch.setattr(start, "start", started)
    monkeypatch.setattr(gc, "disable", lambda: None)  # this process lives on
    assert cli.main([]) == 0
    arguments = parse([])
    arguments.environment = take(os.environ)
    assert arguments.run(arguments) == 0
    assert calls[0] == calls[1]


CONFIG = (
    'theme = "light"\nplain = true\nmouse = false\nlock-after = 30\nfoo = 1\n[keys]\nreview.save = "f9"\n'
)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Callable[..., WizardOptions]:
    """What the wizard is asked for by these words, with a config file and without one."""
    calls: list[WizardOptions] = []

    def started(options: WizardOptions) -> int:
        calls.append(options)
        return 0

    monkeypatch.setattr(start, "start", started)
    monkeypatch.setattr(gc, "disable", lambda: None)

    def begin(*words: str) -> WizardOptions:
        assert cli.main([*words]) == 0
        return calls[-1]

    return begin


def write_config() -> None:
    config.path().parent.mkdir(parents=True, exist_ok=True)
    config.path().write_text(CONFIG)


@pytest.mark.parametrize("words", [(), ("--practice",)])
def test_the_config_file_holds_where_nothing_else_is_said(
    begun: Callable[..., WizardOptions], words: tuple[str, ...]
) -> None:
    write_config()
    options = begun(*words)
    assert options.terminal.theme is ThemeName.LIGHT
    assert (options.plain, options.mouse, options.lock_after) == (True, False, 30)
    assert options.keys == {"review.save": "f9"}
    assert options.notes == ("config.toml: line 5: foo is no setting.",)


def test_an_option_goes_before_the_config_file(begun: Callable[..., WizardOptions]) -> None:
    write_config()
    options = begun("--theme", "dark", "--no-plain", "--mouse", "--lock-after", "0")
    assert options.terminal.theme is ThemeName.DARK
    assert (options.plain, options.mouse, options.lock_after) == (False, True, 0)


@pytest.mark.parametrize(
    ("value", "words", "plain"),
    [
        ("1", (), True),
        ("1", ("--practice",), True),
        ("0", (), False),
        ("1", ("--no-plain",), False),
        ("0", ("--plain",), True),
    ],
)
def test_the_environment_goes_before_the_config_file(
    begun: Callable[..., WizardOptions],
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    words: tuple[str, ...],
    plain: bool,
) -> None:
    monkeypatch.setenv("KORE_PLAIN", value)
    write_config()
    assert begun(*words).plain is plain


def test_a_word_that_is_no_switch_is_said(
    begun: Callable[..., WizardOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KORE_PLAIN", "perhaps\x1b[31m")
    options = begun()
    assert not options.plain
    assert options.notes == ("KORE_PLAIN is 1 or 0, not perhaps␛[31m.",)


def test_a_template_is_handed_on_and_stands_alone(begun: Callable[..., WizardOptions]) -> None:
    options = begun("--template", "Spring")
    assert (options.template, options.start_from, options.names_work) == ("Spring", None, True)
    assert cli.main(["--template", "Spring", "--from", "x.json"]) == 2
    assert cli.main(["--template", "Spring", "check", "x.json"]) == 2
