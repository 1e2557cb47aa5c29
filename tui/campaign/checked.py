"""A campaign that was judged: what would be sent, and what is wrong or unwise with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.campaign.fields import Api
from tui.campaign.problems import Problem, is_valid

if TYPE_CHECKING:
    from tui.campaign.draft import Draft


@dataclass(frozen=True, slots=True)
class Checked:
    """A campaign's JSON under ``api``, and the problems that judging it once has found; nothing judges it again."""

    api: Api
    document: Mapping[str, Any]
    problems: tuple[Problem, ...]

    @property
    def is_valid(self) -> bool:
        """Whether it has no error."""
        return is_valid(self.problems)


def check_draft(draft: "Draft", api: Api, problems: tuple[Problem, ...]) -> Checked:
    """Add the JSON to a draft's ``problems``: the exact request without errors, else the draft as it stands."""
    from tui.campaign import serialize  # loads what reads hours, behind the first screen

    if not is_valid(problems):
        return Checked(api, serialize.unfinished(draft, api), problems)
    from tui.campaign.model import campaign_of  # and this pydantic

    return Checked(api, serialize.request(campaign_of(draft, api, problems)), problems)
