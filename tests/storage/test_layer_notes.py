"""What switched the thin layer off is told later."""

import stat

from tui.storage import layer_notes


def test_nothing_to_tell() -> None:
    assert layer_notes.sentence() == ""


def test_what_was_kept_is_told_inert_and_private() -> None:
    path = layer_notes.keep("\x1b[5W")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    told = layer_notes.sentence()
    assert r"'\x1b[5W' was not understood" in told
    assert "\x1b" not in told
    layer_notes.keep("\x1b[6W")
    assert r"\x1b[6W" in layer_notes.sentence()


def test_a_damaged_note_is_no_note() -> None:
    path = layer_notes.keep("\x1b[5W")
    for damaged in ("", "[]", "{}", '"text"'):
        path.write_text(damaged)
        assert layer_notes.sentence() == ""
