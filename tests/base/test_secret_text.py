"""A client secret as people give it."""

import pytest
from pydantic import SecretStr

from tui.base.secret_text import read

SECRET = "aB3+/x_Y-z0123456789=="
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl-_x"


@pytest.mark.parametrize(
    "given", [SECRET, "secret", "a=b", "x:y", "'", '"', "", TOKEN, "my-secret", "secret==", "eyJ.x", "pa'ss"]
)
def test_what_is_bare_stays(given: str) -> None:
    assert (read(SecretStr(given)).secret.get_secret_value(), read(SecretStr(given)).said) == (given, "")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (f'"{SECRET}"', "quotation marks"),
        (f"'{SECRET}'", "quotation marks"),
        (f"`{SECRET}`", "quotation marks"),
        (f"\u201c{SECRET}\u201d", "quotation marks"),
        (f"KORE_CLIENT_SECRET={SECRET}", "a name before it"),
        (f"export KORE_CLIENT_SECRET={SECRET}", "a name before it"),
        (f"export KORE_CLIENT_SECRET='{SECRET}'", "a name before it, quotation marks"),
        (f'$env:KORE_CLIENT_SECRET = "{SECRET}"', "a name before it, quotation marks"),
        (f"set KORE_CLIENT_SECRET={SECRET}", "a name before it"),
        (f'"clientSecret": "{SECRET}",', "a name before it, quotation marks"),
        (f"client_secret: {SECRET}", "a name before it"),
        (f"Client Secret: {SECRET}", "a name before it"),
        (f"{SECRET[:5]} {SECRET[5:]}", "a blank or line break"),
        (f" {SECRET}", "a blank or line break"),
        (f"{SECRET}  ", "2 blanks or line breaks"),
        (f"{SECRET[:5]}\r\n{SECRET[5:]}\t", "3 blanks or line breaks"),
        (f"{SECRET}\u200b", "U+200B (ZERO WIDTH SPACE)"),
        (f"\ufeff{SECRET}", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        (f"{SECRET[:5]}\u00a0{SECRET[5:]}", "U+00A0 (NO-BREAK SPACE)"),
        (f"{SECRET}\u3000", "U+3000 (IDEOGRAPHIC SPACE)"),
        (f"{SECRET}\u2060\u00ad", "U+2060 (WORD JOINER), U+00AD (SOFT HYPHEN)"),
        (f"{SECRET}\x00", "U+0000 (NUL)"),
        (f"\u202a{SECRET}\u202c", "U+202A (LEFT-TO-RIGHT EMBEDDING)"),
        (f"{SECRET}\u3164", "U+3164 (HANGUL FILLER)"),
        (f"{SECRET}\udcff", "bytes that are no UTF-8"),
    ],
)
def test_what_is_left_out_is_named(given: str, named: str) -> None:
    found = read(SecretStr(given))
    assert found.secret.get_secret_value() == SECRET
    assert found.said.startswith("Left out of the secret: ")
    assert named in found.said
    assert SECRET[:5] not in found.said
    assert read(found.secret) == (found.secret, "")


@pytest.mark.parametrize(
    "given",
    [
        f"Bearer {TOKEN}",
        f"bearer  {TOKEN}",
        f"auth: {TOKEN}",
        f"auth:{TOKEN}\r\n",
        f"Authorization: Bearer {TOKEN}",
        f'"{TOKEN}"',
        f"'{TOKEN}',",
        f"-H 'auth: {TOKEN}'",
        f'"auth": "{TOKEN}"',
        f"export TOKEN={TOKEN}",
        f"KORE_CLIENT_SECRET={TOKEN}",
        f"\ufeff{TOKEN[:30]}\n  {TOKEN[30:]}\u200b",
        f" {TOKEN} ",
    ],
)
def test_a_token_is_taken_out_of_what_stands_around_it(given: str) -> None:
    found = read(SecretStr(given))
    assert found.secret.get_secret_value() == TOKEN
    assert found.said == "Left out of the secret: what stands around a ready-made token."


@pytest.mark.parametrize("given", [SECRET, TOKEN])
def test_the_marks_of_a_terminal_around_a_paste_are_not_the_persons(given: str) -> None:
    found = read(SecretStr(f"\x1b[200~{given}\x1b[201~"))
    assert (found.secret.get_secret_value(), found.said) == (given, "")


@pytest.mark.parametrize(
    "given", ['""', "''", "KORE_CLIENT_SECRET=", 'export KORE_CLIENT_SECRET=""', " ", ";;;\u200b"]
)
def test_what_has_no_secret_in_it_ends(given: str) -> None:
    assert read(SecretStr(given)).secret.get_secret_value() in {"", ";;;"}


@pytest.mark.parametrize("piece", ["_-", "secret", "a b", "eyJ", '"', "eyJ.a.b ", "export secret"])
def test_it_is_read_at_once_however_long(piece: str) -> None:
    read(SecretStr(piece * 4_096))


def test_two_tokens_are_none() -> None:
    assert "." in read(SecretStr(f"{TOKEN} {TOKEN}")).secret.get_secret_value()
    assert read(SecretStr(f"{TOKEN} {TOKEN}")).said
