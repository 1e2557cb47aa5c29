"""The sealed file as a place: one small file a profile, opened once a run."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.credentials import sealed
from tui.credentials.private_file import PrivateFileError, read_private
from tui.credentials.profiles import SecretPlace
from tui.credentials.store import NOBODY, GivenUpError, Look, Prompter, StoreError, WrongPassphraseError
from tui.credentials.stored_secret import secret_of, stored_form
from tui.storage.files import write_private
from tui.storage.folders import config_folder

if TYPE_CHECKING:
    from pydantic import SecretStr

PASSPHRASE_ATTEMPTS = 3
"""How often a wrong passphrase is asked for again."""


@dataclass(slots=True)
class SealedFile:
    """Files under a passphrase in the config folder."""

    place = SecretPlace.SEALED_FILE
    title = "A sealed file"
    sentence = (
        "Safe if the file is stolen and the passphrase is strong; you type it once a run. Not against somebody "
        "who controls this account while you type it."
    )
    outlives_run = True
    _opened: "dict[str, SecretStr]" = field(default_factory=dict, repr=False)

    def look(self, prompter: Prompter = NOBODY) -> Look:  # noqa: ARG002
        """It works where the config folder does."""
        begun = time.monotonic()
        try:
            self._path("any")
        except StoreError as failed:
            return Look(False, str(failed), time.monotonic() - begun)
        return Look(True, "Works here.", time.monotonic() - begun)

    def needs_passphrase(self, profile: str) -> bool:
        """Whether there is a file that this run has not opened yet."""
        try:
            return profile not in self._opened and self._path(profile).exists()
        except StoreError:
            return False

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:
        """Seal it under a passphrase that is asked for."""
        entry = stored_form(secret)
        passphrase = prompter.passphrase(f"New passphrase for the sealed file of {profile}", True)
        if passphrase is None:
            raise GivenUpError("No passphrase was given: nothing was written.")
        self._write(self._path(profile), sealed.seal(entry, profile, passphrase))
        self._opened[profile] = secret

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":
        """Open it, once a run; a wrong passphrase is asked for again."""
        if profile in self._opened:
            return self._opened[profile]
        path = self._path(profile)
        line = self._line(path)
        if line is None:
            return None
        sealed.inspect(line, profile)
        question, wrong = f"Passphrase of the sealed file of {profile}", WrongPassphraseError()
        tried: set[SecretStr] = set()
        for _ in range(PASSPHRASE_ATTEMPTS):
            passphrase = prompter.passphrase(question, False)
            if passphrase is None:
                raise GivenUpError(f"No passphrase was given: the sealed file of {profile} stays closed.")
            try:
                if passphrase not in tried:  # deriving a key takes its time, and it would be the same key
                    tried.add(passphrase)
                    self._opened[profile] = secret_of(sealed.unseal(line, profile, passphrase))
                    return self._opened[profile]
            except WrongPassphraseError as refused:
                wrong = refused
            question = f"{wrong} Once more: passphrase of the sealed file of {profile}"
        raise wrong

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Whether there is a file that a passphrase could open."""
        line = self._line(self._path(profile))
        if line is None:
            return False
        sealed.inspect(line, profile)
        return True

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:  # noqa: ARG002
        """The file as it is, under the passphrase that it has."""
        path, opened = self._path(profile), self._opened.get(profile)
        line = self._line(path)

        def put_back() -> None:
            if line is None:
                self.remove(profile)
            elif self._line(path) != line:
                self._write(path, line.decode("ascii", "replace"))
            if opened is not None:
                self._opened[profile] = opened

        return put_back

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Delete the file."""
        self._opened.pop(profile, None)
        path = self._path(profile)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        except OSError as failed:
            raise StoreError(
                f"{path} can't be removed: {one_line(failed.strerror or str(failed))}."
            ) from None
        if path.exists():
            raise StoreError(f"{path} is still there.")
        return True

    def forget(self) -> None:
        """Close all of them."""
        self._opened.clear()

    def _path(self, profile: str) -> Path:
        try:
            return config_folder() / f"{profile}.sealed"
        except OSError as failed:
            raise StoreError(
                f"The config folder can't be used: {one_line(failed.strerror or str(failed))}."
            ) from None

    def _write(self, path: Path, line: str) -> None:
        """Write it, and read it back."""
        try:
            write_private(str(path), line, overwrite=True)
        except OSError as failed:
            raise StoreError(
                f"{path} can't be written: {one_line(failed.strerror or str(failed))}."
            ) from None
        if self._line(path) != line.encode():
            raise StoreError(f"{path} does not hold what was written.")

    def _line(self, path: Path) -> bytes | None:
        try:
            return read_private(path, sealed.SEALED_LIMIT)
        except PrivateFileError as refused:
            raise StoreError(str(refused)) from None
