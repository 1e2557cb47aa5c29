"""A campaign that was judged: what would be sent, and what is wrong or unwise with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.campaign.draft import Draft
from tui.campaign.fingerprint import fingerprint
from tui.campaign.modes import Api
from tui.campaign.problems import Problem, is_valid

if TYPE_CHECKING:
    from tui.campaign.model import Campaign


@dataclass(frozen=True)
class Checked:
    """A ``draft`` under ``api``, and the problems that judging it once has found; nothing judges it again.

    ``file`` is what the draft was read from, and what is sent then; None where it was typed. Nobody may change
    the draft as long as its campaign or document is asked for.
    """

    api: Api
    problems: tuple[Problem, ...]
    draft: Draft
    file: Mapping[str, Any] | None = None

    @property
    def is_valid(self) -> bool:
        """Whether it has no error."""
        return is_valid(self.problems)

    @cached_property
    def campaign(self) -> "Campaign":
        """The valid campaign, made once.

        Raises:
            ValueError: it has errors.
        """
        from tui.campaign.model import campaign_of  # loads pydantic, behind the first screen

        return campaign_of(self.draft, self.api, self.problems, self.file)

    @cached_property
    def fingerprint(self) -> str | None:
        """What would be sent in the characters that people compare; None where nothing can be sent."""
        return fingerprint(self.document) if self.is_valid else None

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """Its JSON: that of its file; of a draft the exact request without errors, else the draft as it stands."""
        if self.file is not None:
            return self.file
        if self.is_valid:
            return self.campaign.document
        from tui.campaign.serialize import unfinished  # loads what reads hours, behind the first screen

        return unfinished(self.draft, self.api)
