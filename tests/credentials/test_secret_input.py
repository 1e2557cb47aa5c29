"""A secret by a descriptor, a file or a pipe: what is waited for, what is not, and what is none."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from tui.credentials import secret_input
from tui.credentials.secret_input import from_descriptor, from_file
from tui.credentials.store import Prompter, StoreError


@pytest.fixture
def fifo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pipe by name; nobody is waited for as long as in earnest."""
    monkeypatch.setattr(secret_input, "SAID_AFTER", 0.05)
    monkeypatch.setattr(secret_input, "LONELY_LIMIT", 0.3)
    monkeypatch.setattr(secret_input, "_TURN", 0.02)
    os.mkfifo(tmp_path / "fifo", 0o600)
    return tmp_path / "fifo"


@pytest.fixture
def said() -> list[str]:
    return []


def hears(said: list[str], then: Callable[[], object] = lambda: None) -> Prompter:
    return Prompter(tell=lambda sentence: (said.append(sentence), then()))


def test_how_long_a_pipe_without_a_writer_is_waited_for() -> None:
    assert (secret_input.SAID_AFTER, secret_input.LONELY_LIMIT) == (1.0, 5.0)


@pytest.mark.parametrize("what", ["secret", "passphrase"])
@pytest.mark.parametrize("flags", [os.O_RDONLY | os.O_NONBLOCK, os.O_RDWR])
def test_a_descriptor_that_nobody_writes_into_is_given_up(
    what: str, flags: int, fifo: Path, said: list[str]
) -> None:
    number = os.open(fifo, flags)
    with pytest.raises(StoreError, match=f"The {what} can't be read from descriptor .* nobody has written"):
        from_descriptor(number, what, hears(said))
    assert said == [f"Waiting for the {what} from descriptor {number}."]


def test_a_pipe_that_nobody_writes_into_is_given_up(fifo: Path, said: list[str]) -> None:
    with pytest.raises(StoreError, match="nobody has written into it"):
        from_file(str(fifo), prompter=hears(said))
    assert said == ["Waiting for the secret from that file."]


def test_whoever_writes_late_is_in_time(fifo: Path, said: list[str]) -> None:
    def write() -> None:
        with fifo.open("w") as opened:
            opened.write("planted\n")

    found = from_file(str(fifo), prompter=hears(said, write))
    assert (found.get_secret_value(), len(said)) == ("planted", 1)


@pytest.fixture
def pipe(fifo: Path) -> Iterator[tuple[int, int]]:  # noqa: ARG001  its short times
    read, write = os.pipe()
    yield read, write
    for each in (read, write):
        try:
            os.close(each)
        except OSError:
            continue


def test_a_writer_who_thinks_is_waited_for(pipe: tuple[int, int], said: list[str]) -> None:
    """Whoever unlocks a password manager takes longer than any limit."""
    read, write = pipe
    thinks = threading.Timer(
        2 * secret_input.LONELY_LIMIT, lambda: (os.write(write, b"planted"), os.close(write))
    )
    thinks.start()
    assert from_descriptor(read, prompter=hears(said)).get_secret_value() == "planted"
    assert len(said) == 1
    thinks.join()


def test_one_who_writes_in_pieces_is_read_to_the_end(pipe: tuple[int, int], said: list[str]) -> None:
    read, write = pipe
    os.write(write, b"plan")
    rest = lambda: (os.write(write, b"ted"), os.close(write))  # noqa: E731
    assert from_descriptor(read, prompter=hears(said, rest)).get_secret_value() == "planted"


def test_a_pipe_that_is_open_both_ways_ends_with_its_line(fifo: Path) -> None:
    number = os.open(fifo, os.O_RDWR)
    os.write(number, b"planted\n")
    assert from_descriptor(number).get_secret_value() == "planted"


def test_the_flags_of_a_descriptor_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("planted")
    number = os.open(tmp_path / "file", os.O_RDONLY)
    shared = os.dup(number)
    from_descriptor(number)
    assert os.get_blocking(shared)
    os.close(shared)


def test_a_socket_is_read_too() -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(b"planted")
    theirs.close()
    assert from_descriptor(ours.detach()).get_secret_value() == "planted"


def closed(tmp_path: Path) -> int:  # noqa: ARG001
    number = os.open(os.devnull, os.O_RDONLY)
    os.close(number)
    return number


def written_only(tmp_path: Path) -> int:
    return os.open(tmp_path / "x", os.O_WRONLY | os.O_CREAT)


@pytest.mark.parametrize(
    ("opens", "why"),
    [
        (closed, "it is not open for reading"),
        (written_only, "it is not open for reading"),
        (lambda tmp_path: os.open(tmp_path, os.O_RDONLY), "Is a directory"),
        (lambda _: os.open(os.devnull, os.O_RDONLY), "is empty"),
        (lambda _: os.open("/dev/zero", os.O_RDONLY), "is longer than"),
    ],
)
def test_what_is_none_has_its_sentence(opens: Callable[[Path], int], why: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=why):
        from_descriptor(opens(tmp_path))


@pytest.mark.parametrize(
    ("what", "question"), [("secret", "Client secret"), ("passphrase", "Passphrase of the sealed file")]
)
def test_at_a_terminal_it_is_asked_for(what: str, question: str) -> None:
    primary, replica = os.openpty()
    answers = {question: SecretStr("planted")}
    asks = Prompter(secret=answers.get, passphrase=lambda asked, new: None if new else answers.get(asked))
    assert from_descriptor(replica, what, asks) == SecretStr("planted")
    assert os.isatty(replica), "it is the person's own terminal, and stays open"
    assert from_file(os.ttyname(replica), what, asks) == SecretStr("planted")
    with pytest.raises(StoreError, match=f"No {what} was given"):
        from_descriptor(replica, what)
    os.close(primary)
    os.close(replica)


def handed_over(data: bytes, what: str = "secret") -> str:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return secret_input.from_descriptor(reading, what).get_secret_value()


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
