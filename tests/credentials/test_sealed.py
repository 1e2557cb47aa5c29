import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from tui.credentials import sealed
from tui.credentials.sealed import Cost, SealedError, inspect, seal, unseal
from tui.credentials.store import StoreError, WrongPassphraseError
from tui.credentials.stored_secret import ENTRY_LIMIT, secret_of, stored_form

PASSPHRASE = SecretStr("correct horse")
ENTRY = stored_form(SecretStr("planted"))
CHEAP = Cost(memory_kib=19_456, iterations=2, lanes=1)
LINE = seal(ENTRY, "uat", PASSPHRASE, CHEAP).encode()


def with_checksum(line: str) -> bytes:
    """A line as somebody would forge it."""
    return f"{line}:{sealed._checksum(line)}\n".encode()


FORGED = LINE.decode().rpartition(":")[0]


def test_what_is_sealed_is_one_line_that_shows_nothing_and_opens() -> None:
    assert LINE.count(b"\n") == 1
    assert LINE.endswith(b"\n")
    assert b"planted" not in LINE
    assert unseal(LINE, "uat", PASSPHRASE) == ENTRY
    assert secret_of(unseal(LINE, "uat", PASSPHRASE)).get_secret_value() == "planted"


def test_the_length_of_a_secret_does_not_show() -> None:
    longest = stored_form(SecretStr("x" * (ENTRY_LIMIT - len(stored_form(SecretStr(""))))))
    assert len(seal(longest, "uat", PASSPHRASE, CHEAP)) == len(LINE) < sealed.SEALED_LIMIT


def test_no_two_lines_are_alike() -> None:
    assert seal(ENTRY, "uat", PASSPHRASE, CHEAP).encode() != LINE


def test_a_wrong_passphrase_has_its_sentence() -> None:
    with pytest.raises(WrongPassphraseError, match="passphrase does not open"):
        unseal(LINE, "uat", SecretStr("correct horsf"))


@given(at=st.integers(0, len(LINE) - 1), bit=st.integers(0, 7))
def test_one_flipped_bit_anywhere_has_its_sentence(at: int, bit: int) -> None:
    damaged = bytearray(LINE)
    damaged[at] ^= 1 << bit
    with pytest.raises(SealedError, match="damaged"):
        unseal(bytes(damaged), "uat", PASSPHRASE)


@given(st.integers(0, len(LINE) - 2))
def test_a_truncated_line_has_its_sentence(length: int) -> None:
    with pytest.raises(SealedError, match="cut off"):
        unseal(LINE[:length], "uat", PASSPHRASE)


def test_an_editor_that_eats_the_last_line_break_does_no_harm() -> None:
    assert unseal(LINE[:-1], "uat", PASSPHRASE) == ENTRY


@pytest.mark.parametrize(("version", "said"), [("0", "old version"), ("2", "newer version")])
def test_another_version_has_its_sentence(version: str, said: str) -> None:
    with pytest.raises(SealedError, match=said):
        inspect(with_checksum(FORGED.replace("sealed:1:", f"sealed:{version}:")), "uat")


def test_a_line_of_another_profile_is_refused() -> None:
    with pytest.raises(SealedError, match="another profile"):
        unseal(LINE, "prod-eu", PASSPHRASE)


@pytest.mark.parametrize(
    "cost",
    [
        "99999999:3:4",
        "19456:3:99",
        "19456:999999999:1",
        "8:1:1",
        "19456:1:1",
        "0:0:0",
        "262144:16:8",
        "262144:5:1",
        "65537:16:4",
    ],
)
def test_a_hostile_cost_is_refused_before_anything_is_derived(
    cost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_cipher", lambda *_: pytest.fail("derived"))
    with pytest.raises(SealedError, match="refused"):
        unseal(with_checksum(FORGED.replace("19456:2:1", cost)), "uat", PASSPHRASE)


@pytest.mark.parametrize("cost", [Cost(262_144, 4, 8), Cost(65_536, 16, 1), Cost()])
def test_the_most_that_is_opened_costs_a_few_times_the_usual(cost: Cost) -> None:
    assert cost.is_bounded()
    assert cost.memory_kib * cost.iterations <= 6 * Cost().memory_kib * Cost().iterations


@pytest.mark.parametrize(
    ("old", "new"), [("19456:2:1", "19456:3:1"), ("sealed:1:uat", "sealed:1:uat2"), ("argon2id", "scrypt")]
)
def test_the_header_is_authenticated(old: str, new: str) -> None:
    profile = "uat2" if "uat2" in new else "uat"
    with pytest.raises(StoreError):
        unseal(with_checksum(FORGED.replace(old, new)), profile, PASSPHRASE)


@pytest.mark.parametrize("text", ["hello", "kore-campaign-sealed:x:", "kore-campaign-sealed:1:uat", "ü" * 3])
def test_what_is_no_sealed_line_is_said(text: str) -> None:
    with pytest.raises(SealedError):
        inspect(text.encode(), "uat")
    if text.isascii():
        with pytest.raises(SealedError, match=r"no sealed file|not the parts"):
            inspect(with_checksum(text), "uat")


def test_a_huge_file_is_refused() -> None:
    with pytest.raises(SealedError, match="too large"):
        inspect(LINE * 100, "uat")


def test_a_passphrase_has_some_length_and_any_letters() -> None:
    with pytest.raises(StoreError, match="8 characters"):
        seal(ENTRY, "uat", SecretStr("short"))
    composed, decomposed = SecretStr("Käsekuchen"), SecretStr("Ka\u0308sekuchen")
    assert unseal(seal(ENTRY, "uat", composed, CHEAP).encode(), "uat", decomposed) == ENTRY


@given(st.text())
def test_any_secret_is_one_line_of_ascii_and_comes_back(text: str) -> None:
    try:
        entry = stored_form(SecretStr(text))
    except StoreError:
        assert len(text) > 190
        return
    assert entry.isascii()
    assert len(entry.splitlines()) == 1
    assert len(entry) <= ENTRY_LIMIT
    assert secret_of(entry).get_secret_value() == text


@pytest.mark.parametrize(
    "entry", ["", "x", "[]", "{}", '{"v":1}', '{"v":1,"client_secret":3}', "[" * 1200, "x" * 5000]
)
def test_a_foreign_entry_is_refused(entry: str) -> None:
    with pytest.raises(StoreError, match="not written by this program"):
        secret_of(entry)


def test_an_entry_of_a_newer_version_is_refused() -> None:
    with pytest.raises(StoreError, match="newer"):
        secret_of('{"v":2,"client_secret":"x"}')
