"""The locale as it was named, and not as Python names it."""

from pathlib import Path

import pytest

from tui.base.given_locale import take_back


@pytest.mark.parametrize(
    ("environ", "given", "found"),
    [
        ({"LC_CTYPE": "C.UTF-8", "TERM": "x"}, b"TERM=x\0", {"TERM": "x"}),
        ({"LC_CTYPE": "C.UTF-8"}, b"LC_CTYPE=\0", {"LC_CTYPE": ""}),
        ({"LC_CTYPE": "C.UTF-8"}, b"LC_CTYPE=C\0", {"LC_CTYPE": "C"}),
        ({"LC_CTYPE": "C.UTF-8"}, b"A=b\0LC_CTYPE=C.UTF-8\0", {"LC_CTYPE": "C.UTF-8"}),
        ({"LC_CTYPE": "de_DE.UTF-8"}, b"", {"LC_CTYPE": "de_DE.UTF-8"}),
        ({"LC_ALL": "C", "LC_CTYPE": "C.UTF-8"}, b"", {"LC_ALL": "C", "LC_CTYPE": "C.UTF-8"}),
        ({}, b"", {}),
    ],
)
def test_what_python_named_itself_is_taken_back(
    environ: dict[str, str], given: bytes, found: dict[str, str], tmp_path: Path
) -> None:
    process = tmp_path / "environ"
    process.write_bytes(given)
    take_back(environ, str(process))
    assert environ == found


def test_where_nobody_can_tell_it_stays(tmp_path: Path) -> None:
    environ = {"LC_CTYPE": "C.UTF-8"}
    take_back(environ, str(tmp_path / "nowhere"))
    assert environ == {"LC_CTYPE": "C.UTF-8"}
