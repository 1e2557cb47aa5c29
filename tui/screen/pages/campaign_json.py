"""The exact JSON of the campaign that is being made, on a page of its own: read, search and save it."""

import json

from tui.screen.pages.documents import Document, DocumentsScreen
from tui.workflow.saving import file_name
from tui.workflow.session import Session


def campaign_json(session: Session) -> DocumentsScreen:
    """The page, with what the campaign is now."""
    meaning = f"The JSON of this campaign, for {session.api} of the API."
    name = f"{file_name(session.draft.name)}.json"
    return DocumentsScreen(meaning, (Document("JSON", json_text(session), name, session.verdict()),))


def json_text(session: Session) -> str:
    """The JSON as it is shown and saved."""
    return json.dumps(session.document(), indent=2) + "\n"
