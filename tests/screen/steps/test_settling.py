"""A page comes to rest: what is laid out does not lay itself out again for ever."""

import asyncio

from tests.screen.steps.conftest import opened, practising
from tui.screen.widgets.field_row import FieldRow


def test_a_row_is_never_lower_with_a_column_less() -> None:
    """Else all would fit with a scroll bar only, and without one only what then has no room."""

    async def run() -> None:
        session = practising()
        session.draft.zone = "y-?xc9?"
        session.campaign.touched.add("zone")
        async with opened(session, (60, 20)) as wizard:
            await wizard.at("Calling hours", "zone")
            row = wizard.app.query_one("#row-zone", FieldRow)
            heights = [row.get_content_height(row.size, row.size, width) for width in range(24, 80)]
            assert heights == sorted(heights, reverse=True)
            assert len(set(heights)) > 2
            assert row.size.height == heights[row.size.width - 24]

    asyncio.run(run())
