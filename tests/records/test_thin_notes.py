"""What switched the thin layer off is told later."""

import stat

from tui.records import thin_notes


def test_nothing_to_tell() -> None:
    assert thin_notes.sentence() == ""


def test_what_was_kept_is_told_inert_and_private() -> None:
    path = thin_notes.keep("\x1b[5W")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    told = thin_notes.sentence()
    assert r"'\x1b[5W' was not understood" in told
    assert "\x1b" not in told
    thin_notes.keep("\x1b[6W")
    assert r"\x1b[6W" in thin_notes.sentence()


def test_a_damaged_note_is_no_note() -> None:
    path = thin_notes.keep("\x1b[5W")
    for damaged in ("", "[]", "{}", '"text"'):
        path.write_text(damaged)
        assert thin_notes.sentence() == ""
