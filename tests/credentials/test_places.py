import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.secret_service import SecretService
from tui.credentials import resolve, sealed
from tui.credentials.places import NoSecretError, Places
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.sealed_file import SealedFile
from tui.credentials.store import GivenUpError, Look, Prompter, StoreError, WrongPassphraseError

SECRET = SecretStr("planted")
PASSPHRASE = SecretStr("correct horse")
KNOWS = Prompter(passphrase=lambda question, new: PASSPHRASE)  # noqa: ARG005


def profile(place: SecretPlace) -> Profile:
    return Profile("uat", "kore.ai", "a", "b", "c", secret_place=place)


def value(secret: SecretStr | None) -> str:
    assert secret is not None
    return secret.get_secret_value()


def file_in(home: Path) -> Path:
    return home / ".config" / "kore-campaign" / "uat.sealed"


def test_they_are_offered_in_order_each_with_its_sentence() -> None:
    places = Places()
    assert [each.place for each in places] == list(SecretPlace)
    assert len({each.sentence for each in places}) == len({each.title for each in places}) == len(SecretPlace)
    assert [each.place for each in places if each.outlives_run] == [
        SecretPlace.KEYRING,
        SecretPlace.SEALED_FILE,
    ]


@pytest.mark.parametrize(
    ("works", "shared", "suggested"),
    [
        (True, False, SecretPlace.KEYRING),
        (True, None, SecretPlace.KEYRING),
        (True, True, SecretPlace.THIS_RUN),
        (False, False, SecretPlace.THIS_RUN),
    ],
)
def test_the_first_that_works_is_suggested_and_nothing_lasting_on_a_shared_account(
    works: bool, shared: bool | None, suggested: SecretPlace
) -> None:
    assert Places().suggested(Look(works, ""), is_shared=shared) is suggested


def test_a_sealed_file_is_opened_once_a_run(home: Path) -> None:
    asked: list[str] = []

    def passphrase(question: str, new: bool) -> SecretStr:
        asked.append(f"{question} {new}")
        return PASSPHRASE

    talk = Prompter(passphrase=passphrase)
    SealedFile().keep("uat", SECRET, talk)
    assert stat.S_IMODE(file_in(home).stat().st_mode) == 0o600
    assert b"planted" not in file_in(home).read_bytes()
    assert asked == ["New passphrase for the sealed file of uat True"]
    another_run = SealedFile()
    assert another_run.needs_passphrase("uat")
    assert value(another_run.read("uat", talk)) == "planted"
    assert value(another_run.read("uat", talk)) == "planted"
    assert not another_run.needs_passphrase("uat")
    assert asked[1:] == ["Passphrase of the sealed file of uat False"]
    another_run.forget()
    assert another_run.needs_passphrase("uat")


def test_a_wrong_passphrase_is_asked_for_again_three_times(home: Path) -> None:
    SealedFile().keep("uat", SECRET, KNOWS)
    answers = [SecretStr("wrong one"), PASSPHRASE]
    assert value(SealedFile().read("uat", Prompter(passphrase=lambda *_: answers.pop(0)))) == "planted"
    answers = [SecretStr("wrong one")] * 4
    with pytest.raises(WrongPassphraseError):
        SealedFile().read("uat", Prompter(passphrase=lambda *_: answers.pop(0)))
    assert len(answers) == 1
    with pytest.raises(GivenUpError):
        SealedFile().read("uat")
    assert file_in(home).exists()


def test_one_wrong_passphrase_is_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    SealedFile().keep("uat", SECRET, KNOWS)
    derived, derive = [], sealed._cipher
    monkeypatch.setattr(sealed, "_cipher", lambda *given: derived.append(given) or derive(*given))
    with pytest.raises(WrongPassphraseError):
        SealedFile().read("uat", Prompter(passphrase=lambda *_: SecretStr("wrong one")))
    assert len(derived) == 1


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda line: line[:-40], "cut off"),
        (lambda line: line.replace(b"argon2id", b"argon2ie"), "damaged"),
        (lambda _: b"", "cut off"),
        (lambda line: line * 9, "larger"),
    ],
)
def test_a_spoiled_file_is_said_before_a_passphrase_is_asked_for(spoil, said: str, home: Path) -> None:
    SealedFile().keep("uat", SECRET, KNOWS)
    file_in(home).write_bytes(spoil(file_in(home).read_bytes()))
    with pytest.raises(StoreError, match=said):
        SealedFile().read("uat", Prompter(passphrase=lambda *_: pytest.fail("asked")))


def test_a_sealed_file_that_others_can_read_is_refused(home: Path) -> None:
    SealedFile().keep("uat", SECRET, KNOWS)
    file_in(home).chmod(0o644)
    with pytest.raises(StoreError, match="mode 0644"):
        SealedFile().read("uat", KNOWS)


def test_nothing_is_written_without_a_passphrase(home: Path) -> None:
    with pytest.raises(GivenUpError):
        SealedFile().keep("uat", SECRET)
    with pytest.raises(StoreError, match=str(sealed.SHORTEST_PASSPHRASE)):
        SealedFile().keep("uat", SECRET, Prompter(passphrase=lambda *_: SecretStr("short")))
    assert not file_in(home).exists()


def test_what_the_caller_gives_comes_first() -> None:
    places = Places()
    places.caller.given = SecretStr("given")
    assert value(places.secret(profile(SecretPlace.SEALED_FILE))) == "given"


def test_what_is_asked_for_is_kept_for_the_run_but_where_each_time_is_wanted() -> None:
    asked: list[str] = []

    def answer(question: str) -> SecretStr:
        asked.append(question)
        return SECRET

    talk, places = Prompter(secret=answer), Places()
    for _ in range(2):
        assert value(places.secret(profile(SecretPlace.THIS_RUN), talk)) == "planted"
    assert asked == ["Client secret of uat"]
    places.forget()
    for _ in range(2):
        assert value(places.secret(profile(SecretPlace.ASK), talk)) == "planted"
    assert len(asked) == 3


@pytest.mark.parametrize("place", [place for place in SecretPlace if place is not SecretPlace.KEYRING])
def test_with_nobody_to_ask_it_is_said_how_to_give_it(place: SecretPlace) -> None:
    with pytest.raises(NoSecretError, match="--secret-fd N or --secret-file FILE"):
        Places().secret(profile(place))


def test_it_is_removed_from_every_place(secret_service: SecretService, home: Path) -> None:
    places = Places()
    for store in (places.keyring, places.this_run, places.sealed_file):
        store.keep("uat", SECRET, KNOWS)
    assert [each.place for each in places.remove("uat") if each.was_there] == list(SecretPlace)[:3]
    assert not any(each.was_there or each.problem for each in places.remove("uat"))
    assert secret_service.entries() == []
    assert not file_in(home).exists()
    secret_service.lock()
    assert "locked" in places.remove("uat")[0].problem


def test_no_place_shows_a_secret_in_its_repr() -> None:
    places = Places()
    places.caller.given = SECRET
    places.this_run.keep("uat", SECRET)
    places.sealed_file.keep("uat", SECRET, KNOWS)
    assert "planted" not in repr(places) + str(vars)
    places.forget()
    assert places.caller.given is None
    assert places.this_run.read("uat") is None


@pytest.mark.parametrize("kept", ['"planted"', "KORE_CLIENT_SECRET=planted", "plan ted", "planted\u200b"])
def test_what_was_kept_with_more_than_a_secret_is_not_signed_with(kept: str) -> None:
    talk = Prompter(secret=lambda _: SecretStr(kept))
    asked = profile(SecretPlace.ASK)
    with pytest.raises(StoreError, match="The client secret holds what no secret has: ") as refused:
        resolve.secret(resolve.Chosen(asked.draft(), asked), resolve.ConnectionRequest(), talk)
    assert "planted" not in str(refused.value)
