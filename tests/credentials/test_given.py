"""A secret from whoever started the program."""

import os

import pytest

from tui.credentials import given
from tui.credentials.store import StoreError


def handed_over(data: bytes, what: str = "secret") -> str:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return given.from_descriptor(reading, what).get_secret_value()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("what", ["secret", "passphrase"])
def test_a_byte_order_mark_is_left_out_and_utf_16_is_read(encoding: str, what: str) -> None:
    assert handed_over("planted\r\n".encode(encoding), what) == "planted"


def test_what_stands_around_a_secret_is_for_others_to_judge() -> None:
    assert handed_over(b' "planted" \n') == ' "planted" '
    assert handed_over(b" four words for it \n", "passphrase") == "four words for it"


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\xef\xbb\xbf\r\n", b"\xff\xfe\n\x00", b"\xff\xfeab\x00", b"a\xff"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(StoreError, match=r"empty|no text in UTF-8 or UTF-16"):
        handed_over(data)
