"""A new campaign from one there is: of the account, of a receipt, a template, a draft or a file. Reads nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.given_back import begin_from
from tui.campaign.leftovers import found_in
from tui.campaign.modes import Api
from tui.campaign.origin import Origin, Source, to_fill
from tui.campaign.parse import parse_campaign
from tui.workflow.form_history import copy_of

if TYPE_CHECKING:
    from tui.kore.reads import Found
    from tui.storage.draft_text import Content
    from tui.storage.receipts import Receipt
    from tui.storage.templates import Template


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new campaign begins with: its ``draft``, and the ``origin`` that it is compared with later."""

    draft: Draft
    origin: Origin

    @property
    def notice(self) -> str:
        """Where one starts, and what is to be filled in."""
        return f"Begun from {self.origin.title}. {to_fill(self.origin)}".rstrip()


def from_campaign(found: "Found", api: Api, connection: str = "") -> Beginning:
    """Begin like a campaign of the account, which needs another name.

    ``connection`` is the queue or flow that its row in the list names, where it was seen there.
    """
    return Beginning(*begin_from(found.data, api, connection))


def from_receipt(receipt: "Receipt") -> Beginning:
    """Begin with what was sent."""
    return from_file(parse_campaign(receipt.document), receipt.name, Source.RECEIPT)


def from_file(found: Checked, name: str, source: Source = Source.FILE) -> Beginning:
    """Begin with the campaign of a file, right or wrong."""
    found.draft.leftovers = found_in(found)
    return _copied(source, name, found.draft, found.api)


def from_template(template: "Template") -> Beginning:
    """Begin with a template."""
    return _copied(Source.TEMPLATE, template.name, template.draft, template.api)


def from_draft(content: "Content") -> Beginning:
    """Begin another campaign with what a draft holds, which stays as it is."""
    return _copied(Source.DRAFT, content.name, content.draft, content.api)


def _copied(source: Source, name: str, draft: Draft, api: Api) -> Beginning:
    return Beginning(copy_of(draft), Origin(source, name, draft, api))
