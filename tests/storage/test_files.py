import errno
import fcntl
import io
import json
import os
import stat
import sys
import termios
import threading
from pathlib import Path

import pytest

from tui.storage.files import (
    SIZE_LIMIT,
    FileError,
    as_text,
    load,
    load_bytes,
    locked,
    parse_json,
    write_private,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds nothing else."""
    path = tmp_path / "folder"
    path.mkdir()
    return path


def refused(path: Path) -> str:
    with pytest.raises(FileError) as failed:
        load(str(path))
    told = str(failed.value)
    assert told.isprintable()
    return told


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe{\x00}", "UTF-16"),
        (b'{"a": "caf\xe9"}', "UTF-8"),
        (b"\xef\xbb\xbf", "byte order mark"),
        (b"\x7fELF\x00\x01", "a program"),
        (b"a\0b", "binary"),
        (b"[" * 100_000, "nested"),
        (b'{"a":' * 100_000, "nested"),
        (b"[]", "object"),
        (b'"text"', "object"),
        (b"null", "object"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "5,000 digits"),
        (b'{"a": {"twin": 1, "twin": 1}}', "twin"),
        (b'{"\\u001b[2J": 1, "\\u001b[2J": 2}', "twice"),
    ],
)
def test_what_is_no_campaign_file_is_one_clear_line(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert part in refused(path)


def test_what_can_not_be_opened_is_one_clear_line(tmp_path: Path) -> None:
    assert "not there" in refused(tmp_path / "nowhere")
    assert "folder" in refused(tmp_path)
    assert refused(Path("nul\0byte"))
    assert refused(Path("x" * 5_000))
    os.mkfifo(tmp_path / "pipe")
    assert "regular" in refused(tmp_path / "pipe")
    with pytest.raises(FileError, match="nobody wrote"):
        load_bytes(str(tmp_path / "pipe"), pipes=True)
    assert "regular" in refused(Path(os.devnull))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "file"
    path.write_bytes('{"name": "été"}'.encode(encoding))
    assert load(str(path)) == {"name": "été"}


def test_a_pipe_is_read_when_its_writer_is_done() -> None:
    reading, writing = os.pipe()

    def write() -> None:
        """The rest comes only once the beginning was read."""
        os.write(writing, b'{"a"')
        while int.from_bytes(fcntl.ioctl(writing, termios.FIONREAD, bytes(4)), sys.byteorder):
            threading.Event().wait(0.001)
        os.write(writing, b": 1}")
        os.close(writing)

    later = threading.Thread(target=write)
    later.start()
    try:
        assert parse_json(load_bytes(f"/dev/fd/{reading}", pipes=True)) == {"a": 1}
    finally:
        later.join()
        os.close(reading)


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    assert "larger" in refused(path)


def test_the_limit_is_exact(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"{}" + b" " * (SIZE_LIMIT - 2))
    assert load(str(path)) == {}
    path.write_bytes(b"{}" + b" " * (SIZE_LIMIT - 1))
    assert "larger" in refused(path)


def test_values_come_as_they_are(tmp_path: Path) -> None:
    document = {"name": "été 🎉", "n": [1, True, None, 1.5], "x": {"y": ""}}
    path = tmp_path / "file"
    path.write_text("\ufeff" + json.dumps(document, ensure_ascii=False), encoding="utf-8")
    assert load(str(path)) == document


def test_stdin_is_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"a": 1}')))
    assert load("-") == {"a": 1}


# --- writing


def test_a_written_file_is_private_and_whole(folder: Path) -> None:
    path = folder / "new.json"
    write_private(str(path), "täxt\n")
    assert path.read_text(encoding="utf-8") == "täxt\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_nothing_is_overwritten_unasked(folder: Path) -> None:
    path = folder / "old.json"
    path.write_text("old")
    with pytest.raises(FileExistsError):
        write_private(str(path), "new")
    assert path.read_text() == "old"
    write_private(str(path), "new", overwrite=True)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_links_are_not_followed(folder: Path) -> None:
    target, link = folder / "target", folder / "link"
    link.symlink_to(target)
    with pytest.raises(FileExistsError):
        write_private(str(link), "new")
    assert not target.exists()
    target.write_text("precious")
    write_private(str(link), "new", overwrite=True)
    assert target.read_text() == "precious"
    assert not link.is_symlink()


def test_a_folder_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_private(str(folder / "no" / "file"), "x")
    with pytest.raises(IsADirectoryError):
        write_private(str(folder), "x", overwrite=True)


def test_a_file_system_without_hard_links_saves_and_replaces_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = folder / "a.json"
    write_private(str(path), "first")
    with pytest.raises(FileExistsError):
        write_private(str(path), "second")
    assert path.read_text() == "first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX alone")
def test_the_folder_of_a_new_name_is_synced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    write_private(str(folder / "a.json"), "text")
    assert synced == [(folder / "a.json").stat().st_ino, folder.stat().st_ino]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04rest", "a ZIP archive, as spreadsheets and text documents are"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x7fELF\x02", "a program"),
        (b"SQLite format 3\0", "a database"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, what: str) -> None:
    with pytest.raises(FileError, match=f"is {what}, no text: save the campaign as JSON"):
        as_text(data)


def test_a_pipe_where_none_is_expected_keeps_nobody_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    with pytest.raises(FileError, match="is no regular file"):
        load(str(pipe))
    os.close(writer)


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
@pytest.mark.filterwarnings("error")
def test_without_locks_a_file_stands_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(_: int) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("filelock._unix.lock_fd_nonblocking", refuse)
    path = tmp_path / "lock"
    with locked(path, 1.0), pytest.raises(TimeoutError), locked(path, 0.05):
        pass
    with locked(path, 1.0):
        pass
