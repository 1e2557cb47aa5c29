"""What each place of a secret can do, so that screens and commands treat all places alike. Pure.

All calls may take seconds: a screen makes them in a thread.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.credentials.profiles import SecretPlace


class StoreError(Exception):
    """A place could not do what was asked; the message says why in a sentence, and holds no secret."""


class GivenUpError(StoreError):
    """The person did not want to wait any longer, or gave no answer."""


class WrongPassphraseError(StoreError):
    """The passphrase does not open the file: a person may be asked again."""


class Prompter(NamedTuple):
    """The person whom a call may tell something and ask.

    ``tell`` hears what is being waited for once a second has passed. ``cancelled`` is asked several times a
    second. ``passphrase`` and ``secret`` put a question and return the answer, or None without an answer;
    ``new`` in the first asks for a passphrase that is being chosen.
    """

    tell: Callable[[str], object] = lambda sentence: None  # noqa: ARG005
    cancelled: Callable[[], bool] = lambda: False
    passphrase: "Callable[[str, bool], SecretStr | None]" = lambda question, new: None  # noqa: ARG005
    secret: "Callable[[str], SecretStr | None]" = lambda question: None  # noqa: ARG005


NOBODY = Prompter()
"""The prompter of a call without a person: it says nothing and answers nothing."""


class Look(NamedTuple):
    """Whether a place works here: ``said`` is why not, or what answered; ``seconds`` how long that took."""

    works: bool
    said: str
    seconds: float = 0.0


class Store(Protocol):
    """A place of secrets. ``sentence`` says what it protects against and what not; shown before a secret is written.

    ``outlives_run`` tells whether a secret is still there when this program has ended.
    """

    @property
    def place(self) -> "SecretPlace": ...  # noqa: D102

    @property
    def title(self) -> str: ...  # noqa: D102

    @property
    def sentence(self) -> str: ...  # noqa: D102

    @property
    def outlives_run(self) -> bool: ...  # noqa: D102

    def look(self, prompter: Prompter = NOBODY) -> Look:
        """Find out whether the place works on this machine. Never raises."""

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:
        """Keep the secret, and read it back.

        Raises:
            StoreError: the secret is not kept.
        """

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":
        """The secret; None where this place has none.

        Raises:
            StoreError: the place does not answer, or the secret can't be read.
        """

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:
        """Whether the secret is there, without reading it.

        Raises:
            StoreError: the place does not answer.
        """

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:
        """Note what is there now, whatever it is; the result puts it back, or raises StoreError.

        Raises:
            StoreError: it can't be told.
        """

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:
        """Forget the secret and check that it is gone; tell whether it was there.

        Raises:
            StoreError: the secret may still be there.
        """

    def forget(self) -> None:
        """Forget what is held in this process's memory; what outlives the run stays."""
