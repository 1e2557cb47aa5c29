"""What lies on disk open, as the session finds it."""

from tui.storage import intents
from tui.storage.receipts import Receipt


def unresolved() -> list[Receipt]:
    """Every create that may have made a campaign, the newest first; those that are on their way among them."""
    return [each for each in intents.everything(whole=False)[0] if each.may_exist]


def interrupted() -> list[Receipt]:
    """Those that no running process is sending."""
    return [each for each in unresolved() if not intents.is_on_its_way(each)]
