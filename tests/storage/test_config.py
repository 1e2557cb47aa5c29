"""The config file: what it sets, which lines are ignored by name, and that a change keeps the rest."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.terminal import ThemeName
from tui.storage import config, config_change, config_text
from tui.storage.config import Config


def test_every_setting() -> None:
    text = (
        'theme = "light"\nplain = true\nmouse = false\nlock-after = 30\n[keys]\n"review.save" = "ctrl+s,f9"\n'
    )
    assert config_text.read(text) == Config(ThemeName.LIGHT, True, False, 30.0, {"review.save": "ctrl+s,f9"})


@pytest.mark.parametrize(
    "line", ['review.save = "f9"', '"review.save" = "f9"', 'review."save" = "f9"', 'review.save = ["f9"]']
)
def test_a_key_in_each_writing(line: str) -> None:
    assert config_text.read(f"[keys]\n{line}\n") == Config(keys={"review.save": "f9"})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theme = "drak"', "line 2: theme is one of dark, light, contrast, terminal, not 'drak'."),
        ("theme = 3", "line 2: theme is one of dark, light, contrast, terminal, not 3."),
        ("theme = []", "line 2: theme is one of dark, light, contrast, terminal, not []."),
        ('plain = "yes"', "line 2: plain is true or false, not 'yes'."),
        ("plain = 1", "line 2: plain is true or false, not 1."),
        ("lock-after = -1", "line 2: lock-after is minutes from 0 to 1440, not -1."),
        ("lock-after = true", "line 2: lock-after is minutes from 0 to 1440, not True."),
        ("lock-after = nan", "line 2: lock-after is minutes from 0 to 1440, not nan."),
        ("mose = true", "line 2: mose is no setting; the nearest is mouse."),
        ("plain = maybe", "line 2: this is no TOML (invalid value)."),
        ("keys = 3", "line 2: keys is a table: begin it with a line [keys]."),
        ("keys.a = 3", "line 2: 'a' is keys such as \"ctrl+s,f9\", not 3."),
        ('keys.a = ""', "line 2: 'a' is keys such as \"ctrl+s,f9\", not ''."),
        ('keys.a = ["x", 3]', "line 2: 'a' is keys such as \"ctrl+s,f9\", not ['x', 3]."),
        ('theme = "\x1b[31m"', "line 2: this is no TOML"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_hold(line: str, said: str) -> None:
    found = config_text.read(f"mouse = true\n{line}\n")
    assert found.mouse is True
    assert len(found.wrong) == 1
    assert found.wrong[0].startswith(said)


def test_many_lines_of_no_toml() -> None:
    found = config_text.read('theme = "light"\nfoo\n= bar\nplain = true\n"')
    assert (found.theme, found.plain) == (ThemeName.LIGHT, True)
    assert [each.partition(":")[0] for each in found.wrong] == ["line 2", "line 3", "line 5"]


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for sentence in config_text.read(text).wrong:
        assert sentence.isprintable()


def test_no_file_sets_nothing() -> None:
    assert config.load() == Config()


def test_a_file_of_another_kind_is_said() -> None:
    config.path().parent.mkdir(parents=True)
    config.path().write_bytes(b"\xff\xfe\xff\xff\xff")
    assert config.load().wrong[0].startswith("it is ")


def test_a_theme_is_kept_beside_what_stands_there() -> None:
    assert config_change.keep_theme(ThemeName.LIGHT) == ""
    assert config.load().theme is ThemeName.LIGHT
    assert stat.S_IMODE(config.path().stat().st_mode) == 0o600
    config.path().write_text('# my looks\ntheme = "light"  # for the day\n[keys]\nreview.save = "f9"\n')
    assert config_change.keep_theme(ThemeName.CONTRAST) == ""
    text = config.path().read_text()
    assert text == '# my looks\ntheme = "contrast"  # for the day\n[keys]\nreview.save = "f9"\n'


def test_a_broken_file_is_left_as_it_is() -> None:
    config.path().parent.mkdir(parents=True)
    config.path().write_text("theme = \n")
    assert config_change.keep_theme(ThemeName.LIGHT)
    assert config.path().read_text() == "theme = \n"
