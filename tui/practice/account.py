"""The account of the practice platform: who may sign in, and what exists there."""

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that exists in the practice account and that a campaign can name."""

    contact_lists: tuple[str, ...] = ("Buyers Q2", "Buyers December", "Renewals July")
    queues: tuple[str, ...] = ("Default Queue", "Queue1")
    flows: tuple[str, ...] = ("Voice Survey Entry Flow",)
    dnc_lists: tuple[str, ...] = ("Default Global DNC", "DNC December")


KNOWN = Known()


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """The ids of the practice account, and a secret that is made anew at each start."""

    app_id: str = "st-practice"
    account_id: str = "practice-account"
    client_id: str = "cs-practice"
    secret_text: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)

    @property
    def client_secret(self) -> "SecretStr":
        """The secret as the type that nothing prints."""
        from pydantic import SecretStr  # 70 ms that a start need not wait for

        return SecretStr(self.secret_text)
